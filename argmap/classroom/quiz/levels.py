"""How hard questions are, and how hard they may be for pupils of some age.

Each kind of question has a base: 1 where one statement is enough, 2 where one line of the map has to be found, 3 where
several lines have to be looked at together, 4 where one has to tell different ways to argue apart. A question that is
about something more than four lines away from a main claim is harder by one. 5 is the most.
"""

from __future__ import annotations

import re

from argmap.errors import UnknownNameError, nearest_or_all

HARDEST = 5
DEEP = 4
"""From how many lines on below a main claim a question is harder."""

LEVELS = {"8-10": (1, 2), "11-13": (1, 3), "14-16": (1, 4), "16-18": (2, 5), "adult": (2, 5)}
"""How easy and how hard questions are for each level."""

_RANGE = re.compile(r"(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?")
_LAST_AGE = (10.5, 13.5, 16.0, 18.0)  # the greatest middle of a range of ages that counts as each level


def difficulty(base: int, depth: int) -> int:
    """Return how hard a question is, from 1 to 5.

    Args:
        base: How hard questions of its kind are.
        depth: How many lines of the map lie between what it is about and a main claim.

    Example:
        >>> difficulty(2, 1), difficulty(2, 6)
        (2, 3)
    """
    return min(HARDEST, base + (depth > DEEP))


def difficulties(level: str | None) -> tuple[int, int]:
    """Return how easy and how hard the questions for a level are.

    Args:
        level: One of `LEVELS`; other ages, such as ``12-15`` or ``12``, count as the level that their middle lies in.
            None for all difficulties.

    Raises:
        UnknownNameError: It is no level and no ages.

    Example:
        >>> difficulties("12-15"), difficulties(None)
        ((1, 3), (1, 5))
    """
    if level is None:
        return 1, HARDEST
    given = str(level).strip().casefold()
    if given in LEVELS:
        return LEVELS[given]
    found = _RANGE.fullmatch(given)
    if found is None:
        raise UnknownNameError(
            f"There is no level {str(level)[:40]!r}; give ages, such as 14-16, or adult."
            f"{nearest_or_all(given, list(LEVELS))}"
        )
    first, last = int(found[1]), int(found[2] or found[1])
    if first > last:
        raise UnknownNameError(f"The level {str(level)[:40]!r} ends before it begins; write {last}-{first}.")
    middle = (first + last) / 2
    name = next((name for name, age in zip(LEVELS, _LAST_AGE, strict=False) if middle <= age), "adult")
    return LEVELS[name]
