"""How close blocks stand on a sheet, so that it does not end on a page with hardly anything on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Callable

_STEPS = (0.8, 0.6, 0.45)
"""What of the room between blocks is left, the most first."""
_NEARLY_EMPTY = 0.4
"""The part of a page below which what stands on it is brought onto the pages before, where it fits."""


class TextEnd(TypedDict):
    """Where text ends, before something that fills pages or at the end of a sheet.

    Attributes:
        page: The page, from 1.
        full: What part of it is full.
        total: How many pages the sheet has.
    """

    page: int
    full: float
    total: int


def tightness(ends: Callable[[float], list[TextEnd]]) -> float:
    """Return what of the room between blocks is to be left: all of it, or less where that saves a page.

    Only a page that is hardly used is worth it, and the most room that leaves the fewest of these is taken. Nothing is
    made smaller to read.

    Args:
        ends: Tells where text ends, with a part of the room.

    Example:
        >>> def ends(tight):
        ...     return [{"page": 1 if tight < 0.7 else 2, "full": 0.1, "total": 1 if tight < 0.7 else 2}]
        >>> tightness(ends), tightness(lambda tight: [{"page": 2, "full": 0.6, "total": 2}])
        (0.6, 1.0)
    """
    loose = ends(1.0)
    best, thin, pages = 1.0, _nearly_empty(loose), loose[0]["total"] if loose else 0
    for tight in _STEPS:
        if not thin:
            break
        found = ends(tight)
        left, total = _nearly_empty(found), found[0]["total"]
        if total < pages and left <= thin:
            best, thin, pages = tight, left, total
    return best


def _nearly_empty(ends: list[TextEnd]) -> int:
    """Return how many texts end on a page with hardly anything on it, and with pages of their own before it."""
    begins = [1, *(end["page"] + 1 for end in ends)]
    return sum(end["full"] < _NEARLY_EMPTY and end["page"] > begin for end, begin in zip(ends, begins, strict=False))
