"""Sets without conflict, all of them or the largest: mostly without a solver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.evaluate.dung import encoding
from argmap.evaluate.dung.encoding import Sets
from argmap.evaluate.dung.engine import Engine
from argmap.evaluate.dung.models import Stable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.evaluate.dung.engine import Members
    from argmap.evaluate.dung.part import Part


def bits_of(mask: int) -> list[int]:
    """Return the places of the ones of a number, in ascending order."""
    places = []
    while mask:
        lowest = mask & -mask
        places.append(lowest.bit_length() - 1)
        mask ^= lowest
    return places


def _free(part: Part) -> int:
    """Return which arguments do not attack themselves, as bits."""
    free = (1 << len(part)) - 1
    for number in part.self_attackers:
        free ^= 1 << number
    return free


def _compatible(part: Part) -> tuple[int, list[int]]:
    """Return which arguments do not attack themselves, and for each of them which others it can stand with, as bits."""
    free = _free(part)
    masks = []
    for number, neighbours in enumerate(part.neighbours):
        conflicts = 1 << number
        for other in neighbours:
            conflicts |= 1 << other
        masks.append(free & ~conflicts)
    return free, masks


_MANY = 2_000


class Largest(Stable):
    """Largest sets without conflict, as models of clauses."""

    def sets(self) -> Sets:
        """Return a solver that knows the clauses."""
        return Sets(self.part, self.clock, encoding.naive)


class ConflictFree(Engine):
    """Sets without conflict."""

    def extensions(self) -> Iterator[Members]:
        """Yield every set once, each in time linear in the arguments."""
        neighbours = self.part.neighbours
        yield []
        todo: list[tuple[Members, int]] = [([], _free(self.part))]
        while todo:
            self.clock.check()
            members, open_ = todo.pop()
            if not open_:
                continue
            here = open_ & -open_
            number = here.bit_length() - 1
            rest = open_ ^ here
            todo.append((members, rest))
            yield [*members, number]
            todo.append(([*members, number], rest & ~sum(1 << other for other in neighbours[number])))

    def count(self) -> int:
        """Return how many sets there are: with and without the argument with most conflicts, part by part.

        Exponential at worst in what has to be decided until nothing is connected: counting these sets is #P-complete.
        """
        free, compatible = _compatible(self.part)
        conflicts = [free & ~mask & ~(1 << number) for number, mask in enumerate(compatible)]
        known: dict[int, int] = {0: 1}
        todo = [free]
        while todo:
            self.clock.check()
            mask = todo[-1]
            if mask in known:
                todo.pop()
                continue
            needed = _branches(mask, conflicts)
            missing = [part for parts in needed for part in parts if part not in known]
            if missing:
                todo += missing
                continue
            total = 0
            for parts in needed:
                product = 1
                for part in parts:
                    product *= known[part]
                total += product
            known[mask] = total
        self.counted = known[free]
        return self.counted

    def holding(self, number: int) -> Members | None:
        """Return a set that holds an argument, None if it attacks itself."""
        return None if number in self.part.self_attackers else [number]

    def in_some(self) -> set[int]:
        """Return what does not attack itself."""
        return set(range(len(self.part))).difference(self.part.self_attackers)

    def in_all(self) -> set[int]:
        """Return nothing: the empty set holds nothing."""
        return set()


def _branches(mask: int, conflicts: list[int]) -> list[list[int]]:
    """Return sets of arguments whose counts, multiplied in each list and summed over lists, are the count of one."""
    members = bits_of(mask)
    degree, number = max(((conflicts[number] & mask).bit_count(), -number) for number in members)
    number = -number
    if not degree:
        return [[0], [0]] if len(members) == 1 else [[1 << place for place in members]]
    without = mask & ~(1 << number)
    return [_connected(without, conflicts), _connected(without & ~conflicts[number], conflicts)]


def _connected(mask: int, conflicts: list[int]) -> list[int]:
    """Return the connected parts of some arguments."""
    parts = []
    while mask:
        part, fresh = 0, mask & -mask
        while fresh:
            part |= fresh
            reach = 0
            for number in bits_of(fresh):
                reach |= conflicts[number]
            fresh = reach & mask & ~part
        parts.append(part)
        mask &= ~part
    return parts


class Naive(Engine):
    """Largest sets without conflict."""

    def extensions(self) -> Iterator[Members]:
        """Yield every set once.

        Tomita, Tanaka and Takahashi, "The worst-case time complexity for generating all maximal cliques and
        computational experiments", Theoretical Computer Science 363, 2006: cliques of what can stand together. There
        are at most 3^(n/3), and the time is of this order at worst. A solver lists them where there are many arguments,
        since what can stand with what takes memory that is quadratic in these.
        """
        if len(self.part) > _MANY:
            yield from Largest(self.part, self.clock).extensions()
            return
        free, compatible = _compatible(self.part)
        todo: list[tuple[int, int, int]] = [(0, free, 0)]  # chosen, what can be added, what would lead to known ones
        while todo:
            self.clock.check()
            chosen, open_, known = todo.pop()
            if not open_:
                if not known:
                    yield bits_of(chosen)
                continue
            pivot = _pivot(open_, known, compatible)
            later = []
            for number in bits_of(open_ & ~compatible[pivot]):
                here = 1 << number
                later.append((chosen | here, open_ & compatible[number], known & compatible[number]))
                open_ &= ~here
                known |= here
            todo += reversed(later)

    def first(self) -> Members:
        """Return a set, in time linear in the attacks."""
        return self.completed([])

    def completed(self, members: Members) -> Members:
        """Return a set that holds others without conflict."""
        chosen = set(members)
        neighbours = self.part.neighbours
        for number in range(len(self.part)):
            if neighbours[number].isdisjoint(chosen) and number not in neighbours[number]:
                chosen.add(number)
        return sorted(chosen)

    def holding(self, number: int) -> Members | None:
        """Return a set that holds an argument, None if it attacks itself."""
        return None if number in self.part.self_attackers else self.completed([number])

    def lacking(self, number: int) -> Members | None:
        """Return a set that does not hold an argument: one that holds a neighbour."""
        loops = self.part.self_attackers
        if number in loops:
            return self.first()
        rival = min((other for other in self.part.neighbours[number] if other not in loops), default=None)
        return None if rival is None else self.completed([rival])

    def in_some(self) -> set[int]:
        """Return what does not attack itself."""
        return set(range(len(self.part))).difference(self.part.self_attackers)

    def in_all(self) -> set[int]:
        """Return what has conflicts only with arguments that attack themselves, and does not attack itself."""
        loops = self.part.self_attackers
        return {number for number in self.in_some() if self.part.neighbours[number] <= loops}


def _pivot(open_: int, known: int, compatible: list[int]) -> int:
    """Return the argument that can stand with most of what is open."""
    best, most = -1, -1
    for number in bits_of(open_ | known):
        size = (open_ & compatible[number]).bit_count()
        if size > most:
            best, most = number, size
    return best
