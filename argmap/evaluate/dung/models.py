"""Admissible, complete and stable sets: each is a model of clauses."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from argmap.evaluate.dung import encoding
from argmap.evaluate.dung.encoding import Sets, numbers_of
from argmap.evaluate.dung.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.evaluate.dung.engine import Members
    from argmap.evaluate.dung.oracle import Clause


class Models(Engine):
    """Sets that are the models of clauses, asked for and then excluded one by one."""

    @abstractmethod
    def sets(self) -> Sets:
        """Return a solver that knows the clauses."""

    def all_but(self, sets: Sets, members: Members) -> Clause:
        """Return a clause that excludes a set, and no other model."""
        return sets.others(members) + [-sets.inside[number] for number in members]

    def extensions(self) -> Iterator[Members]:
        """Yield every model once."""
        sets = self.sets()
        try:
            while sets.oracle.can():
                members = sets.members()
                sets.oracle.add(self.all_but(sets, members))
                yield members
        finally:
            sets.oracle.close()

    def holding(self, number: int) -> Members | None:
        """Return a model that holds an argument, None if there is none."""
        sets = self.sets()
        found = sets.oracle.can(sets.inside[number])
        return sets.members() if found else None

    def lacking(self, number: int) -> Members | None:
        """Return a model that does not hold an argument, None if there is none."""
        sets = self.sets()
        found = sets.oracle.can(-sets.inside[number])
        return sets.members() if found else None

    def in_some(self) -> set[int]:
        """Return the arguments that some model holds; each question asks for any that is not known yet."""
        sets, found = self.sets(), set[int]()
        while True:
            asked = sets.oracle.literal()
            wanted = sets.others(found)
            sets.oracle.add([-asked, *wanted])
            sets.oracle.prefer(wanted)
            if not sets.oracle.can(asked):
                return found
            found.update(sets.members())
            sets.oracle.add([-asked])

    def in_all(self) -> set[int]:
        """Return the arguments that every model holds."""
        sets, found = self.sets(), set(range(len(self.part)))
        while True:
            asked = sets.oracle.literal()
            wanted = [-literal for literal in numbers_of(sets.inside, sorted(found))]
            sets.oracle.add([-asked, *wanted])
            sets.oracle.prefer(wanted)
            if not sets.oracle.can(asked):
                return found
            found.intersection_update(sets.members())
            sets.oracle.add([-asked])


class Admissible(Models):
    """Admissible sets."""

    def sets(self) -> Sets:
        """Return a solver that knows the clauses."""
        return Sets(self.part, self.clock, encoding.admissible)


class Complete(Models):
    """Complete sets."""

    def sets(self) -> Sets:
        """Return a solver that knows the clauses."""
        return Sets(self.part, self.clock, encoding.complete)


class Stable(Models):
    """Stable sets."""

    def sets(self) -> Sets:
        """Return a solver that knows the clauses."""
        return Sets(self.part, self.clock, encoding.stable)

    def all_but(self, sets: Sets, members: Members) -> Clause:
        """Return a clause that excludes a set: no stable set is part of another."""
        return sets.others(members)
