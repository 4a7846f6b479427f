"""The definitions of the semantics, word by word, over all subsets of a few arguments. Shares nothing with the engine.

A set is a number whose bits are its members; a framework is a list with the set that each argument attacks.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np

Sets = list[int]


class Brute:
    """All extensions of a framework of at most about twelve arguments."""

    def __init__(self, attacks: list[int]) -> None:
        self.attacks = attacks
        self.size = len(attacks)
        self.everything = (1 << self.size) - 1
        self.sets = np.arange(1 << self.size)
        self.attacked = self._union(attacks)  # by each set
        attackers = [sum(1 << other for other in range(self.size) if attacks[other] >> n & 1) for n in range(self.size)]
        self.defended = np.zeros_like(self.sets)
        for number, those in enumerate(attackers):
            self.defended |= ((self.attacked & those) == those).astype(int) << number
        self.ranges = self.sets | self.attacked

    def _union(self, rows: list[int]) -> np.ndarray:
        table = np.zeros(1, int)
        for row in rows:
            table = np.concatenate((table, table | row))
        return table

    def _where(self, holds: np.ndarray) -> Sets:
        return np.flatnonzero(holds).tolist()

    @cached_property
    def CF(self) -> Sets:  # noqa: N802
        return self._where((self.sets & self.attacked) == 0)

    @cached_property
    def NA(self) -> Sets:  # noqa: N802
        return largest(self.CF)

    @cached_property
    def AD(self) -> Sets:  # noqa: N802
        return self._where(((self.sets & self.attacked) == 0) & ((self.sets & ~self.defended) == 0))

    @cached_property
    def CO(self) -> Sets:  # noqa: N802
        return self._where(((self.sets & self.attacked) == 0) & (self.sets == self.defended))

    @cached_property
    def GR(self) -> Sets:  # noqa: N802
        return [one for one in self.CO if all(one & other == one for other in self.CO)]

    @cached_property
    def PR(self) -> Sets:  # noqa: N802
        return largest(self.AD)

    @cached_property
    def ST(self) -> Sets:  # noqa: N802
        return self._where(((self.sets & self.attacked) == 0) & (self.ranges == self.everything))

    @cached_property
    def SST(self) -> Sets:  # noqa: N802
        return self._widest(self.AD)

    @cached_property
    def STG(self) -> Sets:  # noqa: N802
        return self._widest(self.CF)

    @cached_property
    def ID(self) -> Sets:  # noqa: N802
        return self._agreed(self.PR)

    @cached_property
    def EAG(self) -> Sets:  # noqa: N802
        return self._agreed(self.SST)

    @cached_property
    def CF2(self) -> Sets:  # noqa: N802
        return sorted(self._by_components("NA", self.everything))

    @cached_property
    def STG2(self) -> Sets:  # noqa: N802
        return sorted(self._by_components("STG", self.everything))

    def _widest(self, sets: Sets) -> Sets:
        ranges = [int(self.ranges[one]) for one in sets]
        wide = set(largest(ranges))
        return [one for one, reach in zip(sets, ranges, strict=True) if reach in wide]

    def _agreed(self, sets: Sets) -> Sets:
        common = self.everything
        for one in sets:
            common &= one
        return largest([one for one in self.AD if one & common == one])

    def _by_components(self, base: str, within: int) -> set[int]:
        members = [number for number in range(self.size) if within >> number & 1]
        if not members:
            return {0}
        rows = [row & within if within >> number & 1 else 0 for number, row in enumerate(self.attacks)]
        components = strong(rows, within)
        if len(components) == 1:
            alone = Brute(
                [sum((rows[n] >> other & 1) << place for place, other in enumerate(members)) for n in members]
            )
            return {
                sum(1 << number for place, number in enumerate(members) if one >> place & 1)
                for one in getattr(alone, base)
            }
        found = {0}
        for component in components:  # those that attack come first
            grown = set()
            for chosen in found:
                beaten = 0
                for number in members:
                    if chosen >> number & 1:
                        beaten |= rows[number]
                grown |= {chosen | more for more in self._by_components(base, component & ~beaten)}
            found = grown
        return found


def largest(sets: Sets) -> Sets:
    """Return the sets that are part of no other."""
    table = np.array(sorted(set(sets)), int)
    part_of = (table[:, None] & table[None, :]) == table[:, None]
    found: Sets = table[part_of.sum(axis=1) == 1].tolist()
    return found


def strong(rows: list[int], within: int) -> list[int]:
    """Return the strongly connected components, those that attack before those that are attacked."""
    size = len(rows)
    reach = [row | 1 << number for number, row in enumerate(rows)]
    for middle in range(size):
        for number in range(size):
            if reach[number] >> middle & 1:
                reach[number] |= reach[middle]
    components = set()
    for number in range(size):
        if within >> number & 1:
            components.add(
                sum(1 << other for other in range(size) if reach[number] >> other & 1 and reach[other] >> number & 1)
            )
    return sorted(components, key=lambda one: (-max(reach[n].bit_count() for n in range(size) if one >> n & 1), one))
