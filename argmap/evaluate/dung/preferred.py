"""Preferred sets, and the ideal one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.evaluate.dung.encoding import Sets, complete, numbers_of
from argmap.evaluate.dung.engine import Engine
from argmap.evaluate.dung.models import Complete

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from argmap.evaluate.dung.engine import Members


class Preferred(Engine):
    """Preferred sets: complete sets are grown until nothing can be added, and their subsets excluded.

    Dvořák, Järvisalo, Wallner and Woltran, "Complexity-sensitive decision procedures for abstract argumentation",
    Artificial Intelligence 206, 2014. A set is found in at most as many calls of the solver as it has members; there
    may be exponentially many sets, and whether all of them hold an argument may take exponentially many calls.
    """

    def sets(self) -> Sets:
        """Return a solver that knows the complete sets."""
        return Sets(self.part, self.clock, complete)

    def grown(self, sets: Sets, until: Collection[int] = ()) -> Members:
        """Grow the set of the last answer until nothing can be added, or some arguments are in it.

        Sets that are part of the result are excluded from then on.
        """
        oracle, inside = sets.oracle, sets.inside
        members = sets.members()
        growing = oracle.literal()
        kept: set[int] = set()
        while True:
            rest = sets.others(members)
            if not rest or (until and set(until).issubset(members)):
                break
            for number in members:
                if number not in kept:
                    oracle.add([-growing, inside[number]])
            kept.update(members)
            oracle.add([-growing, *rest])
            if not oracle.can(growing):
                break
            members = sets.members()
        oracle.add([-growing])
        oracle.add(rest)
        return members

    def extensions(self) -> Iterator[Members]:
        """Yield every preferred set once."""
        sets = self.sets()
        try:
            while sets.oracle.can():
                yield self.grown(sets)
        finally:
            sets.oracle.close()

    def holding(self, number: int) -> Members | None:
        """Return a preferred set that holds an argument, None if there is none."""
        sets = self.sets()
        return self.grown(sets) if sets.oracle.can(sets.inside[number]) else None

    def lacking(self, number: int) -> Members | None:
        """Return a preferred set that does not hold an argument, None if there is none.

        A set that attacks it is tried first; then sets that leave it undecided are grown, and where they come to hold
        it, their subsets are excluded.
        """
        sets = self.sets()
        oracle = sets.oracle
        if oracle.can(sets.outside[number]):
            return self.grown(sets)
        while oracle.can(-sets.inside[number]):
            members = self.grown(sets, (number,))
            if number not in members:
                return members
        return None

    def in_some(self) -> set[int]:
        """Return the arguments that some preferred set holds, which are those that some complete set does."""
        return Complete(self.part, self.clock).in_some()

    def undefeated(self, sets: Sets) -> set[int]:
        """Return the members of a preferred set that no admissible set attacks."""
        oracle, outside = sets.oracle, sets.outside
        oracle.can()
        left = set(self.grown_freely(sets))
        while left:
            asked = oracle.literal()
            oracle.add([-asked, *numbers_of(outside, sorted(left))])
            if not oracle.can(asked):
                break
            members = sets.members()
            left.difference_update(self.part.range_of(members).difference(members))
            oracle.add([-asked])
        return left

    def grown_freely(self, sets: Sets) -> Members:
        """Grow the set of the last answer until nothing can be added, and exclude nothing."""
        oracle, inside = sets.oracle, sets.inside
        members = sets.members()
        growing = oracle.literal()
        while rest := sets.others(members):
            oracle.add([-growing, *rest])
            for number in members:
                oracle.add([-growing, inside[number]])
            if not oracle.can(growing):
                break
            members = sets.members()
        oracle.add([-growing])
        return members

    def in_all(self) -> set[int]:
        """Return the arguments that every preferred set holds; a set that is excluded is so for all of them."""
        sets = self.sets()
        found = self.undefeated(sets)
        while found:
            asked = sets.oracle.literal()
            sets.oracle.add([-asked, *(-literal for literal in numbers_of(sets.inside, sorted(found)))])
            if not sets.oracle.can(asked):
                break
            found.intersection_update(self.grown(sets, found))
            sets.oracle.add([-asked])
        return found


class Ideal(Engine):
    """The ideal set: the largest admissible set that no admissible set attacks.

    Dung, Mancarella and Toni 2007 and Dunne, "The computational complexity of ideal semantics", Artificial Intelligence
    173, 2009: from one preferred set what admissible sets attack is taken, then what the rest does not defend.
    """

    def extensions(self) -> Iterator[Members]:
        """Yield the ideal set."""
        preferred = Preferred(self.part, self.clock)
        yield self.part.defended_core(preferred.undefeated(preferred.sets()))
