"""The positions of many names at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.frameworks.pairs import Positions

_DIGITS = "0123456789"
_LONGEST = 9
_SPREAD = 8


def positions_of(words: str, positions: Mapping[str, int]) -> Positions:
    """Return the positions of the names that stand in a text, each with one blank before it.

    Names such as ``a1``, ``a2`` ... are looked up by their number: with a million of them in no order, a dict costs
    six times as much, nearly all of it waiting for memory.

    Complexity: Linear.

    Raises:
        KeyError: The first word that is no name.
    """
    found = _by_number(words, positions)
    if found is None:
        names = words.split(" ")[1:]
        found = np.fromiter(map(positions.__getitem__, names), np.int32, len(names))
    return found


def _by_number(words: str, positions: Mapping[str, int]) -> Positions | None:
    """Return the positions if each name is one beginning, the same for all, and a number without leading zeros."""
    start = next(iter(positions), "").rstrip(_DIGITS)
    numbers = _numbers(words, start)
    own = _numbers(" " + " ".join(positions), start) if numbers is not None else None
    if numbers is None or own is None or own.max() > _SPREAD * len(own) + 1_000:
        return None
    if numbers.max() > own.max():
        return None
    table = np.full(own.max() + 1, -1, np.int32)
    table[own] = np.arange(len(own), dtype=np.int32)
    found = table[numbers]
    return None if (found < 0).any() else found


def _numbers(words: str, start: str) -> Positions | None:
    count = words.count(" ")
    digits = words.replace(f" {start}", " ")
    if not count or words.count(f" {start}") != count or not digits.isascii():
        return None
    signs = np.frombuffer(digits.encode(), np.uint8)
    gaps = np.flatnonzero(signs == ord(" "))
    lengths = np.diff(gaps, append=len(signs)) - 1
    is_digit = (signs >= ord("0")) & (signs <= ord("9"))
    if lengths.min() < 1 or lengths.max() > _LONGEST or len(gaps) + np.count_nonzero(is_digit) != len(signs):
        return None
    if (signs[gaps + 1] == ord("0")).any():
        return None
    return np.fromstring(digits, np.int32, sep=" ")
