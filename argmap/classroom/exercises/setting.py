"""What the maker of an exercise is told: the seed, the level of the class, the language."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.errors import ArgmapError
from argmap.language import Words


class NoMaterialError(ArgmapError):
    """A map has not what an exercise of a kind needs; the message says what it lacks."""


class Level(NamedTuple):
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


LEVELS = {
    "11-13": Level(boxes=8, tasks=4, has_help=True, pace=1.25),
    "14-16": Level(boxes=12, tasks=6, has_help=True, pace=1.0),
    "17-19": Level(boxes=16, tasks=8, has_help=False, pace=0.9),
}
"""The levels by the age of pupils."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the maker of an exercise is told.

    Attributes:
        kind: The name of the kind.
        seed: What every choice depends on.
        level: One of `LEVELS`.
        words: The words of the language that the exercise is in.
        rng: What chooses; it starts from the seed and the kind.
    """

    kind: str
    seed: int
    level: str
    words: Words
    rng: random.Random = field(compare=False, repr=False)

    @property
    def size(self) -> Level:
        """What the level can take."""
        return LEVELS[self.level]

    def say(self, key: str, /, **given: object) -> str:
        """Return words of this kind: those at ``exercise.KIND.key``."""
        return self.words.say(f"exercise.{self.kind}.{key}", **given)

    def lacks(self, key: str = "lacks", /, **given: object) -> NoMaterialError:
        """Return the error that says what the map lacks for this kind, in the words at a key."""
        return NoMaterialError(self.say(key, **given))
