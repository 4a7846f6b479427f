"""How many records a map has, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.wording import counted

if TYPE_CHECKING:
    from argmap.model import ArgumentMap


def counts(m: ArgumentMap) -> str:
    """Return how many records of each sort a map has.

    Example:
        >>> import argmap
        >>> counts(argmap.ArgumentMap())
        '0 claims, 0 arguments, 0 relations'
    """
    sorts = (("claim", m.claims), ("argument", m.arguments), ("relation", m.relations))
    return ", ".join(counted(len(records), word) for word, records in sorts)
