"""Codes for cards: each stands for a claim or argument, and none tells anything about it.

A pupil who puts a map together from cards writes their codes as titles; so the map can be compared exactly.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
"""Without I, O and Q, which are taken for 1 and 0."""


def card_codes(ids: Iterable[str], seed: int = 0) -> dict[str, str]:
    """Return a code such as ``K7`` for each id: a letter and a digit, or two digits where there are many.

    The same ids with the same seed get the same codes; the order of the codes says nothing about that of the ids.

    Args:
        ids: The ids of claims and arguments.
        seed: What the choice depends on, besides the number of ids.

    Complexity:
        Linear.

    Example:
        >>> codes = card_codes(["Safety", "Privacy", "Competition"], seed=1)
        >>> sorted(codes) == ["Competition", "Privacy", "Safety"], len(set(codes.values()))
        (True, 3)
    """
    wanted = list(dict.fromkeys(ids))
    digits = 1
    while len(LETTERS) * 8 * 10 ** (digits - 1) < 2 * len(wanted):
        digits += 1
    numbers = range(2, 10) if digits == 1 else range(2 * 10 ** (digits - 1), 10**digits)
    free = [f"{letter}{number}" for letter in LETTERS for number in numbers]
    return dict(zip(wanted, random.Random(seed).sample(free, len(wanted)), strict=True))  # noqa: S311
