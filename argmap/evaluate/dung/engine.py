"""What can be asked about the extensions of one part of a framework."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.evaluate.dung.oracle import Clock
    from argmap.evaluate.dung.part import Part

Members = list[int]
"""An extension: the numbers of its members in the part, in ascending order."""


class Engine(ABC):
    """Finds the extensions of a part by one semantics.

    What is here goes through all extensions; a semantics that knows better says so.

    Attributes:
        part: The part.
        clock: When to stop; every method raises `OutOfTimeError` then.
        counted: How many extensions `count` has found so far.
    """

    def __init__(self, part: Part, clock: Clock) -> None:
        self.part = part
        self.clock = clock
        self.counted = 0

    @abstractmethod
    def extensions(self) -> Iterator[Members]:
        """Yield every extension once."""

    def first(self) -> Members | None:
        """Return an extension, None if there is none."""
        return next(self.extensions(), None)

    def count(self) -> int:
        """Return how many extensions there are."""
        for _ in self.extensions():
            self.counted += 1
        return self.counted

    def holding(self, number: int) -> Members | None:
        """Return an extension that holds an argument, None if there is none."""
        return next((members for members in self.extensions() if number in members), None)

    def lacking(self, number: int) -> Members | None:
        """Return an extension that does not hold an argument, None if there is none."""
        return next((members for members in self.extensions() if number not in members), None)

    def in_some(self) -> set[int]:
        """Return the arguments that some extension holds."""
        found: set[int] = set()
        for members in self.extensions():
            found.update(members)
            if len(found) == len(self.part):
                break
        return found

    def in_all(self) -> set[int]:
        """Return the arguments that every extension holds: all arguments where there is no extension."""
        found = set(range(len(self.part)))
        for members in self.extensions():
            found.intersection_update(members)
            if not found:
                break
        return found
