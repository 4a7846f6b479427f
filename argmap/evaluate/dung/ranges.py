"""Semi-stable and stage sets, which cover as much as possible, and the eager set.

A set covers its members and what they attack.
"""

from __future__ import annotations

from abc import abstractmethod
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.evaluate.dung import encoding
from argmap.evaluate.dung.encoding import Sets
from argmap.evaluate.dung.engine import Engine
from argmap.evaluate.dung.models import Stable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.evaluate.dung.engine import Members
    from argmap.evaluate.dung.oracle import Clause


class Widest(Engine):
    """Sets of a kind that cover as much as possible.

    Where there are stable sets, they are the ones. Otherwise a set is grown until nothing can be covered on top, and
    all sets that cover the same are gone through (Dvořák, Järvisalo, Wallner and Woltran 2014). Deciding about an
    argument may take exponentially many calls of the solver: it is complete for the second level of the polynomial
    hierarchy.
    """

    @cached_property
    def stable(self) -> Stable | None:
        """The engine for stable sets, if there are any."""
        stable = Stable(self.part, self.clock)
        return None if stable.first() is None else stable

    @abstractmethod
    def sets(self) -> Sets:
        """Return a solver that knows the sets of the kind, with literals for what they cover."""

    def grown(self, sets: Sets, *assumptions: int) -> Members:
        """Grow the set of the last answer until nothing can be covered on top."""
        oracle, covered = sets.oracle, sets.covered
        members = sets.members()
        growing = oracle.literal()
        kept: set[int] = set()
        while True:
            reach = self.part.range_of(members)
            if len(reach) == sets.size:
                break
            for number in sorted(reach - kept):
                oracle.add([-growing, covered[number]])
            kept |= reach
            wider = self.uncovered(sets, members)
            oracle.add([-growing, *wider])
            oracle.prefer(wider)
            if not oracle.can(growing, *assumptions):
                break
            members = sets.members()
        oracle.add([-growing])
        return members

    def uncovered(self, sets: Sets, members: Members) -> Clause:
        """Return a clause: something is covered that a set does not cover."""
        reach = self.part.range_of(members)
        return [literal for number, literal in enumerate(sets.covered) if number not in reach]

    def extensions(self) -> Iterator[Members]:
        """Yield every set once."""
        if self.stable:
            yield from self.stable.extensions()
            return
        sets = self.sets()
        oracle = sets.oracle
        try:
            while oracle.can():
                members = self.grown(sets)
                same = oracle.literal()
                wider = self.uncovered(sets, members)
                for number in sorted(self.part.range_of(members)):
                    oracle.add([-same, sets.covered[number]])
                # None is part of another: preferred sets and naive sets never are.
                oracle.add(sets.others(members))
                yield members
                while oracle.can(same):
                    members = sets.members()
                    oracle.add(sets.others(members))
                    yield members
                oracle.add([-same])
                oracle.add(wider)
        finally:
            oracle.close()

    def holding(self, number: int) -> Members | None:
        """Return a set that holds an argument, None if there is none."""
        if self.stable:
            return self.stable.holding(number)
        sets = self.sets()
        return self.found(sets, sets.inside[number])

    def lacking(self, number: int) -> Members | None:
        """Return a set that does not hold an argument, None if there is none."""
        if self.stable:
            return self.stable.lacking(number)
        sets = self.sets()
        return self.found(sets, -sets.inside[number])

    def found(self, sets: Sets, wanted: int) -> Members | None:
        """Return a set for which a literal is true, None if there is none.

        A set for which it is true is grown among those for which it is; if it still covers as much as possible among
        all, it is one, and otherwise all that cover no more than the one found instead are excluded.
        """
        oracle = sets.oracle
        asked = oracle.literal()
        answer = None
        while answer is None and oracle.can(asked, wanted):
            members = self.grown(sets, asked, wanted)
            wider = oracle.literal()
            for number in sorted(self.part.range_of(members)):
                oracle.add([-wider, sets.covered[number]])
            oracle.add([-wider, *self.uncovered(sets, members)])
            if oracle.can(wider):
                oracle.add([-asked, *self.uncovered(sets, sets.members())])
            else:
                answer = members
            oracle.add([-wider])
        oracle.add([-asked])
        return answer

    def in_some(self) -> set[int]:
        """Return the arguments that some set holds."""
        if self.stable:
            return self.stable.in_some()
        sets, found = self.sets(), set[int]()
        for number in range(len(self.part)):
            if number not in found:
                found.update(self.found(sets, sets.inside[number]) or ())
        return found

    def in_all(self) -> set[int]:
        """Return the arguments that every set holds."""
        if self.stable:
            return self.stable.in_all()
        sets = self.sets()
        left = set(self.first() or ())
        for number in sorted(left):
            if number in left:
                left.intersection_update(self.found(sets, -sets.inside[number]) or left)
        return left


class SemiStable(Widest):
    """Complete sets that cover as much as possible."""

    def sets(self) -> Sets:
        """Return a solver that knows the sets of the kind, with literals for what they cover."""
        return Sets(self.part, self.clock, encoding.complete_with_range)


class Stage(Widest):
    """Sets without conflict that cover as much as possible."""

    def sets(self) -> Sets:
        """Return a solver that knows the sets of the kind, with literals for what they cover."""
        return Sets(self.part, self.clock, encoding.conflict_free_with_range)


class Eager(Engine):
    """The eager set: the largest admissible set that is part of every semi-stable set (Caminada 2007)."""

    def extensions(self) -> Iterator[Members]:
        """Yield the eager set."""
        yield self.part.defended_core(SemiStable(self.part, self.clock).in_all())
