"""Sets of arguments as models of clauses.

A variable says that an argument is *not* a member, or not attacked by one: solvers try false first, and so try large
sets first, which makes nearly every search shorter.

Besnard and Doutre, "Checking the acceptability of a set of arguments", NMR 2004; the clauses are linear in the attacks.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.evaluate.dung.oracle import Oracle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.evaluate.dung.oracle import Clause, Clock
    from argmap.evaluate.dung.part import Part


Formula = Callable[["Sets", "Part"], "Iterator[Clause]"]
"""Clauses that say of which kind sets are."""


class Sets:
    """Sets of arguments of a part, as a solver knows them.

    Variables are numbered when clauses first name them: a solver would decide about those that no clause names.

    Attributes:
        oracle: The solver.
    """

    def __init__(self, part: Part, clock: Clock, formula: Formula) -> None:
        self.part = part
        self.size = len(part)
        self._variables = 0
        self._block()
        self.oracle = Oracle(formula(self, part), clock)

    def _block(self) -> list[int]:
        self._variables += self.size
        return list(range(self.size - self._variables - 1, -self._variables - 1, -1))

    @cached_property
    def inside(self) -> list[int]:
        """For each argument, the literal that it is a member."""
        return list(range(-1, -self.size - 1, -1))

    @cached_property
    def outside(self) -> list[int]:
        """For each argument, the literal that a member attacks it."""
        return self._block()

    @cached_property
    def covered(self) -> list[int]:
        """For each argument, a literal that can be true only if it is a member or attacked by one."""
        return self._block()

    def members(self) -> list[int]:
        """Return the set of the last answer."""
        return [number for number, literal in enumerate(self.oracle.model[: self.size]) if literal < 0]

    def others(self, members: Iterable[int]) -> Clause:
        """Return a clause: something that is not among some arguments is a member."""
        within = set(members)
        return [literal for number, literal in enumerate(self.inside) if number not in within]


def conflict_free(sets: Sets, part: Part) -> Iterator[Clause]:
    """Yield clauses for sets without conflict."""
    inside = sets.inside
    for number, neighbours in enumerate(part.neighbours):
        mine = -inside[number]
        for other in neighbours:
            if other > number:
                yield [mine, -inside[other]]
        yield [mine] if number in neighbours else [mine, -mine]


def admissible(sets: Sets, part: Part) -> Iterator[Clause]:
    """Yield clauses for admissible sets."""
    inside, outside = sets.inside, sets.outside
    for number, (neighbours, attackers) in enumerate(zip(part.neighbours, part.attackers, strict=True)):
        mine = -inside[number]
        yield [mine, -outside[number]]
        for other in neighbours:
            yield [mine, outside[other]]
        yield [-outside[number], *(inside[attacker] for attacker in attackers)]


def complete(sets: Sets, part: Part) -> Iterator[Clause]:
    """Yield clauses for complete sets."""
    yield from admissible(sets, part)
    outside = sets.outside
    for number, attackers in enumerate(part.attackers):
        yield [sets.inside[number], *(-outside[attacker] for attacker in attackers)]


def stable(sets: Sets, part: Part) -> Iterator[Clause]:
    """Yield clauses for stable sets."""
    yield from conflict_free(sets, part)
    inside = sets.inside
    for number, attackers in enumerate(part.attackers):
        yield [inside[number], *(inside[attacker] for attacker in attackers)]


def naive(sets: Sets, part: Part) -> Iterator[Clause]:
    """Yield clauses for largest sets without conflict."""
    yield from conflict_free(sets, part)
    loops = part.self_attackers
    for number, neighbours in enumerate(part.neighbours):
        if number not in loops:
            yield [sets.inside[number], *(sets.inside[other] for other in sorted(neighbours - loops))]


def complete_with_range(sets: Sets, part: Part) -> Iterator[Clause]:
    """Yield clauses for complete sets, with literals for what they cover."""
    yield from complete(sets, part)
    for covered, inside, outside in zip(sets.covered, sets.inside, sets.outside, strict=True):
        yield [-covered, inside, outside]


def conflict_free_with_range(sets: Sets, part: Part) -> Iterator[Clause]:
    """Yield clauses for sets without conflict, with literals for what they cover."""
    yield from conflict_free(sets, part)
    inside = sets.inside
    for number, attackers in enumerate(part.attackers):
        yield [-sets.covered[number], inside[number], *(inside[attacker] for attacker in attackers)]


def numbers_of(literals: Sequence[int], wanted: Iterable[int]) -> Clause:
    """Return the literals of some arguments."""
    return [literals[number] for number in wanted]
