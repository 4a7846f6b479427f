"""How old pupils are, and what follows from it: how much of a map they can use, and how they are spoken to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from argmap.errors import UnknownNameError, nearest_or_all

LEVELS = ("8-10", "11-13", "14-16", "16-18", "adult")
"""The levels that have rules of their own, from the youngest. Any other range of ages counts as one of them."""

_ADULT = 18
_RANGE = re.compile(r"(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?")
_LAST_AGE = (10.5, 13.5, 16.0, 18.0)  # the greatest middle of a range of ages that counts as each level


@dataclass(frozen=True, slots=True)
class Level:
    """How old pupils are.

    Attributes:
        name: What it was called, such as ``12-15``.
        stage: The one of `LEVELS` whose rules hold.
    """

    name: str
    stage: str

    @property
    def rank(self) -> int:
        """How far up `LEVELS` it stands: 0 for the youngest."""
        return LEVELS.index(self.stage)


def level_named(name: str) -> Level:
    """Return the level of a name or of a range of ages.

    A range counts as the level in which its middle lies: up to 10.5 years the first, up to 13.5 the second, up to 16
    the third, up to 18 the fourth; what is older is adult.

    Args:
        name: One of `LEVELS`, ages such as ``12-15``, or one age such as ``12``.

    Raises:
        UnknownNameError: It is none of these.

    Example:
        >>> level_named("12-15").stage, level_named("9").stage, level_named("19-23").stage
        ('11-13', '8-10', 'adult')
    """
    given = name.strip().casefold()
    if given in ("adult", "adults"):
        return Level("adult", "adult")
    found = _RANGE.fullmatch(given)
    if found is None:
        raise UnknownNameError(
            f"There is no level {name[:40]!r}; give ages, such as 14-16, or adult.{nearest_or_all(given, LEVELS)}"
        )
    first, last = int(found[1]), int(found[2] or found[1])
    if first > last:
        raise UnknownNameError(f"The level {name[:40]!r} ends before it begins; write {last}-{first}.")
    middle = (first + last) / 2
    stage = next((stage for stage, limit in zip(LEVELS, _LAST_AGE, strict=False) if middle <= limit), "adult")
    return Level(f"{first}-{last}" if found[2] else str(first), stage)
