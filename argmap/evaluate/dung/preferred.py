"""Preferred sets, and the ideal one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.evaluate.dung.encoding import Sets, admissible, numbers_of
from argmap.evaluate.dung.engine import Engine
from argmap.evaluate.dung.models import Admissible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.evaluate.dung.engine import Members


class Preferred(Engine):
    """Preferred sets: admissible sets are grown until nothing can be added.

    Dvořák, Järvisalo, Wallner and Woltran, "Complexity-sensitive decision procedures for abstract argumentation",
    Artificial Intelligence 206, 2014. A set is found in at most as many calls of the solver as it has members; there
    may be exponentially many sets, and whether all of them hold an argument may take exponentially many calls.
    """

    def sets(self) -> Sets:
        """Return a solver that knows the admissible sets."""
        return Sets(self.part, self.clock, admissible)

    def grown(self, sets: Sets, members: Members) -> Members:
        """Grow an admissible set until nothing can be added."""
        oracle = sets.oracle
        growing = oracle.literal()
        kept: set[int] = set()
        while rest := sets.others(members):
            for number in members:
                if number not in kept:
                    oracle.add([-growing, sets.inside[number]])
            kept.update(members)
            oracle.add([-growing, *rest])
            oracle.prefer(rest)
            if not oracle.can(growing):
                break
            members = sets.members()
        oracle.add([-growing])
        return members

    def extensions(self) -> Iterator[Members]:
        """Yield every preferred set once; the subsets of each are excluded."""
        sets = self.sets()
        try:
            while sets.oracle.can():
                members = self.grown(sets, sets.members())
                sets.oracle.add(sets.others(members))
                yield members
        finally:
            sets.oracle.close()

    def holding(self, number: int) -> Members | None:
        """Return a preferred set that holds an argument, None if there is none."""
        sets = self.sets()
        return self.grown(sets, sets.members()) if sets.oracle.can(sets.inside[number]) else None

    def lacking(self, number: int) -> Members | None:
        """Return a preferred set that does not hold an argument, None if there is none."""
        sets = self.sets()
        if sets.oracle.can(sets.outside[number]):
            return self.grown(sets, sets.members())
        if not sets.oracle.can(sets.inside[number]):
            return self.grown(sets, [])
        return next(self.lacking_some(sets, {number}), None)

    def lacking_some(self, sets: Sets, wanted: set[int]) -> Iterator[Members]:
        """Yield preferred sets that do not hold all of some arguments, until all that are left of them are in all sets.

        No admissible set may attack one of the arguments. A preferred set that lacks one attacks each admissible set
        that holds it, else it could be joined to it; so an admissible set is sought that attacks all that are known. If
        it can be grown to hold all arguments, that shows one more for each of them; if not, it is grown into what is
        yielded.

        Thimm, Cerutti and Vallati, "Skeptical reasoning with preferred semantics in abstract argumentation without
        computing preferred extensions", IJCAI 2021.

        Args:
            sets: A solver that knows the admissible sets.
            wanted: The arguments; whoever asks takes those away that a set lacks.
        """
        oracle, inside, outside = sets.oracle, sets.inside, sets.outside
        lacks = {number: oracle.literal() for number in sorted(wanted)}
        for number, literal in lacks.items():
            oracle.add([-literal, -inside[number]])
        while wanted:
            left = sorted(wanted)
            asked, joined = oracle.literal(), oracle.literal()
            oracle.add([-asked, *(lacks[number] for number in left)])
            oracle.prefer([-literal for literal in numbers_of(inside, left)])
            oracle.prefer([lacks[number] for number in left])
            if not oracle.can(asked):
                return
            rival = sets.members()
            for number in sorted(wanted.union(rival)):
                oracle.add([-joined, inside[number]])
            if oracle.can(joined):
                members = set(sets.members())
                for number in wanted.difference(rival):
                    oracle.add([-lacks[number], *numbers_of(outside, self.part.stand(number, members))])
            else:
                yield self.grown(sets, rival)
            oracle.add([-joined])
            oracle.add([-asked])

    def in_some(self) -> set[int]:
        """Return the arguments that some preferred set holds, which are those that some admissible set does."""
        return Admissible(self.part, self.clock).in_some()

    def undefeated(self, sets: Sets, members: Iterable[int]) -> set[int]:
        """Return those of some arguments that no admissible set attacks."""
        oracle = sets.oracle
        left = set(members)
        while left:
            asked = oracle.literal()
            wanted = numbers_of(sets.outside, sorted(left))
            oracle.add([-asked, *wanted])
            oracle.prefer(wanted)
            oracle.prefer([-literal for literal in numbers_of(sets.inside, sorted(left))])
            if not oracle.can(asked):
                break
            found = sets.members()
            left.difference_update(self.part.range_of(found).difference(found))
            oracle.add([-asked])
        return left

    def in_all(self) -> set[int]:
        """Return the arguments that every preferred set holds."""
        sets = self.sets()
        found = self.undefeated(sets, self.grown(sets, []))
        for members in self.lacking_some(sets, found):
            found.intersection_update(members)
        return found


class Ideal(Engine):
    """The ideal set: the largest admissible set that no admissible set attacks.

    Dung, Mancarella and Toni 2007 and Dunne, "The computational complexity of ideal semantics", Artificial Intelligence
    173, 2009: from one preferred set what admissible sets attack is taken, then what the rest does not defend.
    """

    def extensions(self) -> Iterator[Members]:
        """Yield the ideal set."""
        preferred = Preferred(self.part, self.clock)
        sets = preferred.sets()
        yield self.part.defended_core(preferred.undefeated(sets, preferred.grown(sets, [])))
