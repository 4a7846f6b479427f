"""Numbers with their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.model import ArgumentMap


def count(number: int, word: str) -> str:
    """Return a number with its word, in the singular or the plural.

    Example:
        >>> count(1, "claim"), count(1200, "claim")
        ('1 claim', '1,200 claims')
    """
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def counts(m: ArgumentMap) -> str:
    """Return how many records of each sort a map has.

    Example:
        >>> import argmap
        >>> counts(argmap.ArgumentMap())
        '0 claims, 0 arguments, 0 relations'
    """
    sorts = (("claim", m.claims), ("argument", m.arguments), ("relation", m.relations))
    return ", ".join(count(len(records), word) for word, records in sorts)
