"""What the maker of an exercise is told: the seed, the level of the class, the language."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.classroom.age import Level
from argmap.errors import ArgmapError
from argmap.language import Words


class NoMaterialError(ArgmapError):
    """A map has not what an exercise of a kind needs; the message says what it lacks."""


class Size(NamedTuple):
    """What a class of an age can take in one exercise.

    Attributes:
        boxes: How many boxes a picture has at most.
        tasks: How many tasks there are at most.
        has_help: Whether there are word banks and hints, unless told otherwise.
        pace: How long reading and writing take, as a multiple of what they take at 14 to 16.
    """

    boxes: int
    tasks: int
    has_help: bool
    pace: float


_SMALL, _LARGE = Size(8, 4, has_help=True, pace=1.25), Size(16, 8, has_help=False, pace=0.9)
LEVELS = {
    "8-10": _SMALL,
    "11-13": _SMALL,
    "14-16": Size(12, 6, has_help=True, pace=1.0),
    "16-18": _LARGE,
    "adult": _LARGE,
}
"""What a class can take, by `argmap.classroom.age.LEVELS`."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the maker of an exercise is told.

    Attributes:
        kind: The name of the kind.
        seed: What every choice depends on.
        level: How old the pupils are.
        words: The words of the language that the exercise is in.
        rng: What chooses; it starts from the seed and the kind.
    """

    kind: str
    seed: int
    level: Level
    words: Words
    rng: random.Random = field(compare=False, repr=False)

    @property
    def size(self) -> Size:
        """What the level can take."""
        return LEVELS[self.level.stage]

    def say(self, key: str, /, **given: object) -> str:
        """Return words of this kind: those at ``exercise.KIND.key``."""
        return self.words.say(f"exercise.{self.kind}.{key}", **given)

    def lacks(self, key: str = "lacks", /, **given: object) -> NoMaterialError:
        """Return the error that says what the map lacks for this kind, in the words at a key."""
        return NoMaterialError(self.say(key, **given))
