"""Rankings as people write them: ``safety > privacy, competition``."""

from __future__ import annotations

import re

Chain = tuple[tuple[str, ...], ...]
"""Ranks from the best to the least; names of one rank are equal."""

_BETWEEN_CHAINS = re.compile(r"[;\n]")


def chains(given: object) -> list[Chain]:
    """Return the chains of a ranking.

    A ranking is a text, with ``>`` between what is better and what is worse, a comma between equals, and a semicolon
    between chains that say nothing of each other; or a list from the best to the least, in which a list holds equals;
    or a list of such texts. Whatever is no word or number is left out. Linear.

    Example:
        >>> chains("safety > privacy, competition")
        [(('safety',), ('privacy', 'competition'))]
        >>> chains(["safety", ["privacy", "competition"]])
        [(('safety',), ('privacy', 'competition'))]
        >>> chains("safety > privacy; access > competition") == chains(["safety > privacy", "access > competition"])
        True
        >>> chains({"safety": 1})
        []
    """
    items = given if isinstance(given, list | tuple) else [given]
    if any(isinstance(item, str) and ">" in item for item in items):
        texts = [text for item in items for text in _BETWEEN_CHAINS.split(_word(item))]
        found = [tuple(_rank(rank) for rank in text.split(">")) for text in texts]
    elif isinstance(given, list | tuple):
        found = [tuple(_rank(item) for item in items)]
    else:
        found = [(_rank(text),) for text in _BETWEEN_CHAINS.split(_word(given))]
    kept = (tuple(rank for rank in chain if rank) for chain in found)
    return [chain for chain in kept if chain]


def _rank(given: object) -> tuple[str, ...]:
    items = given if isinstance(given, list | tuple) else [given]
    names = (name.strip() for item in items for name in _word(item).split(","))
    return tuple(name for name in names if name)


def _word(given: object) -> str:
    return str(given) if isinstance(given, str | int | float) and not isinstance(given, bool) else ""
