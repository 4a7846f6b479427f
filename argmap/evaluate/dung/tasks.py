"""Finding, counting and deciding: a framework is taken apart, engines work on the parts, and answers are put together.

What the grounded extension settles is set aside, for every semantics whose extensions all hold it; the rest falls into
parts that no attack connects, each with extensions of its own. Extensions of the whole are one of each part.
"""

from __future__ import annotations

from functools import cached_property
from math import prod
from typing import TYPE_CHECKING

import numpy as np

from argmap.evaluate.dung.answers import Answer, Extensions
from argmap.evaluate.dung.grounded import IN, UNDECIDED
from argmap.evaluate.dung.oracle import Clock, OutOfTimeError
from argmap.evaluate.dung.part import Part, parts_of
from argmap.evaluate.dung.semantics import semantics_named
from argmap.evaluate.dung.table import ENGINES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from argmap.evaluate.dung.engine import Engine, Members
    from argmap.evaluate.dung.framework import Framework
    from argmap.evaluate.dung.semantics import Semantics

NO_STABLE = "There is no stable extension; `why_no_stable()` names arguments that rule it out."
OUT_OF_TIME = "Time ran out."


class Task:
    """A framework taken apart for a semantics.

    Attributes:
        fixed: The positions that every extension holds from the start.
        parts: The parts of the rest.
    """

    def __init__(self, framework: Framework, semantics: Semantics, seconds: float | None) -> None:
        self.framework = framework
        self.semantics = semantics
        self.clock = Clock(seconds)
        self.labels: NDArray[np.int8] = (
            framework.grounded_labels if semantics.extends_grounded else np.zeros(len(framework), np.int8)
        )
        self.fixed: list[int] = np.flatnonzero(self.labels == IN).tolist()

    @cached_property
    def parts(self) -> list[Part]:
        """The parts of what is not settled."""
        if self.semantics.code == "GR":
            return []
        # Kept with the framework, which never changes: people ask it about one argument after another.
        known: dict[str, list[Part]] = self.framework.__dict__.setdefault("_parts", {})
        key = "all"
        if self.semantics.extends_grounded:
            key = "undecided"
        elif self.semantics.code in {"CF", "NA"}:  # what attacks itself plays no part in them
            key = "without loops"
        if key not in known:
            alive = self.labels == UNDECIDED
            if key == "without loops":
                alive[self.framework.sources[self.framework.sources == self.framework.targets]] = False
            known[key] = parts_of(self.framework, alive)
        return known[key]

    def engine(self, part: Part) -> Engine:
        """Return what finds the extensions of a part."""
        return ENGINES[self.semantics.code](part, self.clock)

    def names(self, positions: Iterable[int]) -> frozenset[str]:
        """Return the names at positions."""
        return frozenset(self.framework.names(positions))

    def extensions(self) -> Iterator[list[int]]:
        """Yield the positions of each extension: each choice of one extension a part, the last part changing first."""
        found = self._replays()
        if any(replay.at(0) is None for replay in found):
            return
        places = [0] * len(found)
        while True:
            positions = list(self.fixed)
            for replay, place in zip(found, places, strict=True):
                positions += replay.at(place) or ()
            yield positions
            for number in reversed(range(len(found))):
                places[number] += 1
                if found[number].at(places[number]) is not None:
                    break
                places[number] = 0
            else:
                return

    def _replays(self) -> list[_Replay]:
        alike: dict[object, list[Members]] = {}
        return [_Replay(part, self.engine(part), alike) for part in self.parts]

    def first(self, without: int | None = None) -> list[int] | None:
        """Return an extension, None if there is none; the part with a position can be left out."""
        positions = list(self.fixed)
        alike: dict[object, Members | None] = {}
        for part in self.parts:
            if without is not None and part.number_at(without) is not None:
                continue
            if len(part) > SMALL:
                members = self.engine(part).first()
            else:
                if part.shape not in alike:
                    alike[part.shape] = self.engine(part).first()
                members = alike[part.shape]
            if members is None:
                return None
            positions += part.at(members)
        return positions


SMALL = 8
"""Up to how many arguments a part is compared with those before it."""


class _Replay:
    """The extensions of a part, kept once they are found."""

    def __init__(self, part: Part, engine: Engine, alike: dict[object, list[Members]]) -> None:
        self._source: Iterator[Members] | None = None
        self._found: list[list[int]] = []
        self._part, self._engine, self._alike = part, engine, alike
        if len(part) <= SMALL:
            if part.shape not in alike:
                alike[part.shape] = list(engine.extensions())
            self._found = [part.at(members) for members in alike[part.shape]]
        else:
            self._source = engine.extensions()

    def at(self, place: int) -> list[int] | None:
        """Return the positions of an extension, None if there are not so many."""
        while self._source is not None and len(self._found) <= place:
            members = next(self._source, None)
            if members is None:
                self._source = None
            else:
                self._found.append(self._part.at(members))
        return self._found[place] if place < len(self._found) else None


def extensions(framework: Framework, semantics: str | Semantics, time_limit: float | None) -> Extensions:
    """Return the extensions, one by one."""
    named = semantics_named(semantics)

    def found() -> Iterator[frozenset[str]]:
        task = Task(framework, named, time_limit)
        for positions in task.extensions():
            yield task.names(positions)
            task.clock.check()

    return Extensions(named, found(), NO_STABLE)


def extension(
    framework: Framework, semantics: str | Semantics, time_limit: float | None
) -> Answer[frozenset[str] | None]:
    """Return an extension."""
    task = Task(framework, semantics_named(semantics), time_limit)
    try:
        positions = task.first()
    except OutOfTimeError:
        return Answer(None, False, f"{OUT_OF_TIME} No {task.semantics} extension was found so far.")
    if positions is None:
        return Answer(None, True, NO_STABLE)
    article = "the" if task.semantics.is_unique else a(task.semantics)
    return Answer(task.names(positions), True, f"It is {article} {task.semantics} extension.")


def count(framework: Framework, semantics: str | Semantics, time_limit: float | None) -> Answer[int]:
    """Return how many extensions there are: the product of how many each part has."""
    task = Task(framework, semantics_named(semantics), time_limit)
    counts: list[int] = []
    alike: dict[object, int] = {}
    engine = None
    try:
        for part in task.parts:
            engine = None
            if len(part) <= SMALL and part.shape in alike:
                counts.append(alike[part.shape])
                continue
            engine = task.engine(part)
            counts.append(engine.count())
            if not counts[-1]:
                return Answer(0, True, NO_STABLE)
            if len(part) <= SMALL:
                alike[part.shape] = counts[-1]
    except OutOfTimeError:
        reached = prod(counts) * max(engine.counted if engine else 0, 1)
        if task.semantics.code == "ST":
            is_last = len(counts) == len(task.parts) - 1
            reached = prod(counts) * engine.counted if engine and is_last else 0
        return Answer(reached, False, f"{OUT_OF_TIME} There are at least as many.")
    total = prod(counts)
    verb = "is" if total == 1 else "are"
    return Answer(total, True, f"There {verb} {total:,} {task.semantics} extension{'' if total == 1 else 's'}.")


def a(semantics: Semantics) -> str:
    """Return the article before the name of a semantics."""
    return "an" if semantics.name[0] in "aei" else "a"
