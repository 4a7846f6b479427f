"""How hard an exercise is, and how long it takes: by stated rules, from what stands on its sheet."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.classroom.exercises.task import Task

DEMANDS = ("recognise", "find", "build", "compose")
"""What is asked for, from easy to hard: to tell which of a few; to find among many; to put together; to put in own
words."""
_WORDS_A_MINUTE = 130
"""How fast a text is read with care at 14 to 16; silent reading for pleasure is nearly twice as fast."""
_START = 2.0
_FORMS = {"choose": 0.75, "bank": 0.75, "gap": 0.75, "lines": 3.0}
_LARGE = (8, 14)


def demand_of(tasks: Iterable[Task], boxes: int) -> str:
    """Return the hardest thing that tasks ask for, one of `DEMANDS`.

    Tasks with lines ask to compose; gaps for a place among more than six options or in a picture of more than six
    boxes ask to find; all else, to recognise. Building is asked by kinds that say so.
    """
    found = "recognise"
    for task in tasks:
        if task.form == "lines" and not task.options:
            return "compose"
        if task.form == "gap" and (len(task.options) > 6 or (not task.options and boxes > 6)):
            found = "find"
    return found


def difficulty(demand: str, boxes: int, tasks: int, *, has_help: bool) -> int:
    """Return how hard an exercise is, from 1 (easy) to 5.

    1, and one more for each step in `DEMANDS` above recognising, for more than 8 boxes to look through, for more than
    14, and for more than 8 tasks; one less where there is help (a word bank, hints).

    Example:
        >>> difficulty("recognise", 5, 3, has_help=False), difficulty("compose", 12, 2, has_help=False)
        (1, 5)
    """
    points = 1 + DEMANDS.index(demand) + sum(boxes > large for large in _LARGE) + (tasks > 8) - has_help
    return min(5, max(1, points))


def minutes(texts: Iterable[str], tasks: Iterable[Task], pace: float) -> int:
    """Return how many minutes an exercise takes, at least 3.

    Two minutes to begin, the time to read all that stands on the sheet at 130 words a minute, three quarters of a
    minute for each task that is ticked or filled in, and three minutes for each that is written; times the pace of the
    class (`argmap.classroom.exercises.setting.Size`). Every ten signs count as a word at least, since some scripts have
    no spaces.

    Example:
        >>> minutes(["word " * 260], [], 1.0)
        4
    """
    read = sum(max(len(text.split()), len(text) // 10) for text in texts) / _WORDS_A_MINUTE
    work = sum(_FORMS[task.form] for task in tasks)
    return max(3, math.ceil((_START + read + work) * pace))
