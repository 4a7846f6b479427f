"""How hard questions are, and how hard they may be for pupils of some age.

Each kind of question has a base: 1 where one statement is enough, 2 where one line of the map has to be found, 3 where
several lines have to be looked at together, 4 where one has to tell different ways to argue apart. A question that is
about something more than four lines away from a main claim is harder by one. 5 is the most.
"""

from __future__ import annotations

from argmap.classroom.age import level_named

HARDEST = 5
DEEP = 4
"""From how many lines on below a main claim a question is harder."""

LEVELS = {"8-10": (1, 2), "11-13": (1, 3), "14-16": (1, 4), "16-18": (2, 5), "adult": (2, 5)}
"""How easy and how hard questions are for each level."""


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
    return (1, HARDEST) if level is None else LEVELS[level_named(str(level)).stage]
