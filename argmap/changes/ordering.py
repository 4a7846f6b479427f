"""Several orders of partly the same things in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def woven(orders: Sequence[Sequence[int]]) -> list[int]:
    """Return things in one order: that of the first, and what only others have, behind what it follows there. Linear.

    Example:
        >>> woven([[1, 2, 3], [1, 4, 2, 5], [6, 1, 7, 2]])
        [6, 1, 4, 7, 2, 3, 5]
    """
    start = -1
    following: dict[int, int | None] = {start: None}
    for order in orders:
        here = set(order)
        before = start
        for each in order:
            if each not in following:
                # What others put at the same place comes first.
                after = following[before]
                while after is not None and after not in here:
                    before, after = after, following[after]
                following[before], following[each] = each, after
            before = each
    found = []
    next_one = following[start]
    while next_one is not None:
        found.append(next_one)
        next_one = following[next_one]
    return found
