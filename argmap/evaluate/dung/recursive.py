"""CF2 and stage2: circle of attacks by circle of attacks, from those that nothing else attacks on.

A circle is a strongly connected component. Baroni, Giacomin and Guida 2005; Gaggl and Woltran, "The cf2 argumentation
semantics revisited", Journal of Logic and Computation 23, 2013; Dvořák and Gaggl 2016.
"""

from __future__ import annotations

from abc import abstractmethod
from itertools import chain
from math import prod
from typing import TYPE_CHECKING, NamedTuple

from argmap.evaluate.dung.encoding import Sets, conflict_free_with_range, naive, numbers_of
from argmap.evaluate.dung.engine import Engine
from argmap.evaluate.dung.graph import strong_components
from argmap.evaluate.dung.naive import Naive
from argmap.evaluate.dung.ranges import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.evaluate.dung.engine import Members
    from argmap.evaluate.dung.oracle import Clause


class Region(NamedTuple):
    """Arguments still to be decided on, in a linked list: those come first that later ones cannot attack."""

    nodes: list[int]
    is_circle: bool
    later: Region | None


class _Choice(NamedTuple):
    options: Iterator[Members]
    later: Region | None
    lost: set[int]


class Recursive(Engine):
    """Sets put together circle by circle.

    What a choice in one circle attacks in later ones is gone, and circles may fall apart by that. Every choice can be
    completed, so each set is found without a wrong turn; all sets are as many as they are.
    """

    base: type[Naive | Stage]
    """Which sets are taken in a circle."""

    def __init__(self, *given: object) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        self._options: dict[tuple[int, ...], list[Members]] = {}

    def next_circle(self, region: Region | None, alive: set[int]) -> tuple[list[int], Region | None] | None:
        """Return the first circle of what is alive in regions, and the regions after it; None if nothing is alive."""
        while region is not None:
            nodes, is_circle, region = region
            living = [node for node in nodes if node in alive]
            if not living:
                continue
            if len(living) == 1 or (is_circle and len(living) == len(nodes)):
                return living, region
            for circle in reversed(strong_components(living, self.part.attacked)):
                region = Region(circle, True, region)
        return None

    def in_circle(self, circle: list[int]) -> Iterator[Members]:
        """Yield the sets that can be chosen in a circle."""
        if len(circle) == 1:
            yield [] if circle[0] in self.part.self_attackers else circle
            return
        key = tuple(circle)
        if key in self._options:
            yield from self._options[key]
            return
        part = self.part.among(circle)
        options = []
        for members in self.base(part, self.clock).extensions():
            option = part.at(members)
            options.append(option)
            yield option
        self._options[key] = options

    def extensions(self) -> Iterator[Members]:
        """Yield every set once, each in about the time that its circles take."""
        alive = set(range(len(self.part)))
        region: Region | None = Region(sorted(alive), False, None)
        choices: list[_Choice] = []
        chosen: list[Members] = []
        while True:
            self.clock.check()
            following = self.next_circle(region, alive)
            if following:
                choices.append(_Choice(self.in_circle(following[0]), following[1], set()))
            else:
                yield sorted(chain.from_iterable(chosen))
                if chosen:
                    chosen.pop()
            while choices:
                options, region, lost = choices[-1]
                alive |= lost
                lost.clear()
                option = next(options, None)
                if option is not None:
                    break
                choices.pop()
                if choices:
                    chosen.pop()
            else:
                return
            chosen.append(option)
            lost.update(end for member in option for end in self.part.attacked[member] if end in alive)
            alive -= lost

    def first(self) -> Members:
        """Return a set."""
        return next(self.extensions())

    def count(self) -> int:
        """Return how many sets there are; what choices leave over is counted once, however it was reached."""
        everything = frozenset(range(len(self.part)))
        known: dict[frozenset[int], int] = {}
        todo = [everything]
        while todo:
            self.clock.check()
            state = todo[-1]
            if state in known:
                todo.pop()
                continue
            sums = self._branches(state)
            missing = [part for parts in sums for part in parts if part not in known]
            if missing:
                todo += missing
            else:
                known[state] = sum(prod(known[part] for part in parts) for parts in sums)
        self.counted = known[everything]
        return self.counted

    def _branches(self, state: frozenset[int]) -> list[list[frozenset[int]]]:
        """Return, for each choice in the first circle of a state, the connected parts of what it leaves over."""
        following = self.next_circle(Region(sorted(state), False, None), set(state))
        if following is None:
            return [[]]
        circle = following[0]
        rest = state.difference(circle)
        branches = []
        for option in self.in_circle(circle):
            self.clock.check()
            lost = {end for member in option for end in self.part.attacked[member]}
            branches.append(self._connected(rest - lost))
        return branches

    def _connected(self, state: frozenset[int]) -> list[frozenset[int]]:
        left, parts = set(state), []
        for start in sorted(state):
            if start in left:
                left.discard(start)
                part, todo = [start], [start]
                while todo:
                    fresh = self.part.neighbours[todo.pop()] & left
                    left -= fresh
                    part += fresh
                    todo += fresh
                parts.append(frozenset(part))
        return parts

    # Deciding about arguments: sets that may be right are guessed by a solver, and faults in them excluded.

    def found(self, sets: Sets, *assumptions: int) -> Members | None:
        """Return a set for which literals are true, None if there is none.

        Each fault excludes what shares it. At worst there are exponentially many.
        """
        while sets.oracle.can(*assumptions):
            members = sets.members()
            faults = list(self.faults(sets, members))
            if not faults:
                return members
            for clause in faults:
                sets.oracle.add(clause)
        return None

    def faults(self, sets: Sets, members: Members) -> Iterator[Clause]:
        """Yield clauses that all sets in question fulfil, and a given one does not; none if it is right itself."""
        part, chosen, loops = self.part, set(members), self.part.self_attackers
        alive = set(range(len(part)))
        blame: dict[int, int] = {}  # what is gone, and what attacks it
        circles = strong_components(range(len(part)), part.attacked)
        home = {number: circle for circle in circles for number in circle}
        region: Region | None = None
        for circle in reversed(circles):
            region = Region(circle, True, region)
        while following := self.next_circle(region, alive):
            circle, region = following
            mine = chosen.intersection(circle)
            # The circle is what it is as long as its rest, in the framework as given, is gone.
            because = sorted({blame[number] for number in home[circle[0]] if number in blame})
            given = [-literal for literal in numbers_of(sets.inside, because)]
            within = set(circle)
            idle = [
                number
                for number in circle
                if number not in chosen and number not in loops and not part.neighbours[number] & mine
            ]
            for number in idle:
                saviours = {number, *part.attackers[number], *within.intersection(part.attacked[number])} - loops
                yield given + numbers_of(sets.inside, sorted(saviours))
            if not idle and len(circle) > 1:
                yield from self.faults_in_circle(sets, circle, mine, given)
            for member in mine:
                for end in part.attacked[member]:
                    if end in alive and end not in within:
                        alive.discard(end)
                        blame[end] = member

    @abstractmethod
    def faults_in_circle(self, sets: Sets, circle: list[int], mine: set[int], given: Clause) -> Iterator[Clause]:
        """Yield clauses that exclude a choice in a circle that is a largest set without conflict there."""

    def holding(self, number: int) -> Members | None:
        """Return a set that holds an argument, None if there is none."""
        sets = self.guesses
        return self.found(sets, sets.inside[number])

    def lacking(self, number: int) -> Members | None:
        """Return a set that does not hold an argument, None if there is none."""
        sets = self.guesses
        return self.found(sets, -sets.inside[number])

    @property
    def guesses(self) -> Sets:
        """A solver that knows the sets that may be right."""
        return Sets(self.part, self.clock, naive)

    def in_some(self) -> set[int]:
        """Return the arguments that some set holds."""
        sets, known = self.guesses, set[int]()
        while True:
            asked = sets.oracle.literal()
            sets.oracle.add([-asked, *sets.others(known)])
            members = self.found(sets, asked)
            if members is None:
                return known
            known.update(members)
            sets.oracle.add([-asked])

    def in_all(self) -> set[int]:
        """Return the arguments that every set holds."""
        sets, left = self.guesses, set(self.first())
        while left:
            asked = sets.oracle.literal()
            sets.oracle.add([-asked, *(-literal for literal in numbers_of(sets.inside, sorted(left)))])
            members = self.found(sets, asked)
            if members is None:
                break
            left.intersection_update(members)
            sets.oracle.add([-asked])
        return left


class CF2(Recursive):
    """Largest sets without conflict in each circle."""

    base = Naive

    def faults_in_circle(self, *_given: object) -> Iterator[Clause]:
        """Yield nothing: there are no other faults."""
        yield from ()


class Stage2(Recursive):
    """Stage sets in each circle."""

    base = Stage

    def __init__(self, *given: object) -> None:
        super().__init__(*given)
        self._wide: dict[tuple[int, ...], Sets] = {}

    def faults_in_circle(self, sets: Sets, circle: list[int], mine: set[int], given: Clause) -> Iterator[Clause]:
        """Yield a clause that excludes a choice in a circle if another covers more there."""
        key = tuple(circle)
        part = self.part.among(circle)
        if key not in self._wide:
            self._wide[key] = Sets(part, self.clock, conflict_free_with_range)
        wide = self._wide[key]
        reach = part.range_of([index for index, number in enumerate(circle) if number in mine])
        uncovered = [index for index in range(len(circle)) if index not in reach]
        if not uncovered:
            return
        wider = wide.oracle.literal()
        for index in sorted(reach):
            wide.oracle.add([-wider, wide.covered[index]])
        wide.oracle.add([-wider, *numbers_of(wide.covered, uncovered)])
        if wide.oracle.can(wider):
            within = set(circle)
            saviours = {circle[index] for index in uncovered}
            for index in uncovered:
                saviours.update(self.part.attackers[circle[index]])
            for number in circle:
                saviours.update(other for other in self.part.attackers[number] if other not in within)
            yield given + numbers_of(sets.inside, sorted(saviours - self.part.self_attackers))
        wide.oracle.add([-wider])
