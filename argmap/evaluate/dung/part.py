"""A part of a framework that can be worked on by itself."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from argmap.evaluate.dung.graph import connected, reached

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from numpy.typing import NDArray

    from argmap.evaluate.dung.framework import Framework


class Part:
    """Some arguments of a framework and the attacks among them, as plain lists, numbered from 0.

    Lists, for what reads them are loops and the clauses of a solver; most parts are small.

    Args:
        positions: Where its arguments stand in the whole, in ascending order.
        sources: For each attack the number of the attacker.
        targets: For each attack the number of the attacked.
    """

    def __init__(self, positions: Sequence[int], sources: Sequence[int], targets: Sequence[int]) -> None:
        self.positions = positions
        self.sources = sources
        self.targets = targets

    def __len__(self) -> int:
        return len(self.positions)

    @cached_property
    def attacked(self) -> list[list[int]]:
        """For each argument, what it attacks."""
        rows: list[list[int]] = [[] for _ in self.positions]
        for source, target in zip(self.sources, self.targets, strict=True):
            rows[source].append(target)
        return rows

    @cached_property
    def attackers(self) -> list[list[int]]:
        """For each argument, what attacks it."""
        rows: list[list[int]] = [[] for _ in self.positions]
        for source, target in zip(self.sources, self.targets, strict=True):
            rows[target].append(source)
        return rows

    @cached_property
    def neighbours(self) -> list[set[int]]:
        """For each argument, what it attacks or is attacked by."""
        return [set(ends).union(starts) for ends, starts in zip(self.attacked, self.attackers, strict=True)]

    @cached_property
    def self_attackers(self) -> frozenset[int]:
        """The arguments that attack themselves."""
        return frozenset(source for source, target in zip(self.sources, self.targets, strict=True) if source == target)

    @cached_property
    def shape(self) -> tuple[int, tuple[int, ...], tuple[int, ...]]:
        """What it has in common with parts that differ by names only."""
        return len(self), tuple(self.sources), tuple(self.targets)

    def at(self, numbers: Iterable[int]) -> list[int]:
        """Return the positions in the whole."""
        return [self.positions[number] for number in numbers]

    def number_at(self, position: int) -> int | None:
        """Return the number of the argument at a position in the whole, None if it is not in this part."""
        number = bisect_left(self.positions, position)
        return number if number < len(self) and self.positions[number] == position else None

    def among(self, numbers: Sequence[int]) -> Part:
        """Return the part of these arguments, given in ascending order. Its positions are numbers in this one."""
        place = {number: index for index, number in enumerate(numbers)}
        sources: list[int] = []
        targets: list[int] = []
        for index, number in enumerate(numbers):
            for end in self.attacked[number]:
                if end in place:
                    sources.append(index)
                    targets.append(place[end])
        return Part(numbers, sources, targets)

    def cone(self, number: int) -> Part:
        """Return the part of everything from which an argument can be reached."""
        return self.among(reached([number], self.attackers))

    def range_of(self, members: Collection[int]) -> set[int]:
        """Return the members of a set and what they attack."""
        within = set(members)
        for member in members:
            within.update(self.attacked[member])
        return within

    def stand(self, number: int, members: Collection[int]) -> list[int]:
        """Return an admissible subset, with few arguments, that holds one member of an admissible set.

        Against each attacker the member is taken that brings fewest attackers not struck back at yet.
        """
        chosen, struck = {number}, set(self.attacked[number])

        def price(defender: int) -> tuple[int, int]:
            open_ = [
                one for one in self.attackers[defender] if one not in struck and one not in self.attacked[defender]
            ]
            return len(open_), defender

        todo = [number]
        while todo:
            for attacker in self.attackers[todo.pop()]:
                if attacker not in struck:
                    defender = min((rival for rival in self.attackers[attacker] if rival in members), key=price)
                    chosen.add(defender)
                    struck.update(self.attacked[defender])
                    todo.append(defender)
        return sorted(chosen)

    def defended_core(self, members: Iterable[int]) -> list[int]:
        """Return the largest admissible subset of a set without conflict, in time linear in the attacks."""
        core = set(members)
        strikes = [0] * len(self)  # by how many members each is attacked
        for member in core:
            for end in self.attacked[member]:
                strikes[end] += 1
        todo = [attacker for member in core for attacker in self.attackers[member] if not strikes[attacker]]
        while todo:
            for lost in self.attacked[todo.pop()]:
                if lost in core:
                    core.discard(lost)
                    for end in self.attacked[lost]:
                        strikes[end] -= 1
                        if not strikes[end]:
                            todo.append(end)
        return sorted(core)


def parts_of(framework: Framework, alive: NDArray[np.bool_], barred: Collection[int] = ()) -> list[Part]:
    """Return the weakly connected parts of a framework, cut down to some arguments, in order of their first arguments.

    Args:
        framework: The whole.
        alive: Which arguments count.
        barred: Positions of arguments that may not be accepted; they get an attack on themselves.
    """
    kept = np.flatnonzero(alive)
    if not len(kept):
        return []
    number = np.zeros(len(framework), np.int64)
    number[kept] = np.arange(len(kept))
    chosen = alive[framework.sources] & alive[framework.targets]
    sources, targets = number[framework.sources[chosen]], number[framework.targets[chosen]]
    if barred:
        loops = number[sorted(barred)]
        loops = loops[~np.isin(loops, sources[sources == targets])]
        sources, targets = np.concatenate((sources, loops)), np.concatenate((targets, loops))
    roots = connected(len(kept), sources, targets)
    order = np.argsort(roots, kind="stable")
    firsts = np.flatnonzero(np.diff(roots[order], prepend=-1))
    sizes = np.diff(firsts, append=len(kept))
    within = np.zeros(len(kept), np.int64)
    within[order] = np.arange(len(kept)) - np.repeat(firsts, sizes)
    by_part = np.argsort(roots[sources], kind="stable")
    limits = [0, *np.cumsum(np.bincount(roots[sources], minlength=len(kept))[roots[order[firsts]]]).tolist()]
    positions = kept[order].tolist()
    starts, ends = within[sources[by_part]].tolist(), within[targets[by_part]].tolist()
    bounds = [*firsts.tolist(), len(kept)]
    return [
        Part(positions[first:last], starts[low:high], ends[low:high])
        for (first, last), (low, high) in zip(pairwise(bounds), pairwise(limits), strict=True)
    ]
