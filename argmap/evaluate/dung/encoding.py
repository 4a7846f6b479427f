"""Sets of arguments as models of clauses.

A variable says that an argument is *not* a member, or not attacked by one: solvers try false first, and so try large
sets first, which makes nearly every search shorter.

Besnard and Doutre, "Checking the acceptability of a set of arguments", NMR 2004; the clauses are linear in the attacks.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from argmap.evaluate.dung.oracle import Oracle

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.evaluate.dung.oracle import Clause, Clock
    from argmap.evaluate.dung.part import Part


Formula = Callable[["Sets", "Part"], "list[Clause]"]
"""Clauses that say of which kind sets are."""


class Sets:
    """Sets of arguments of a part, as a solver knows them.

    Attributes:
        oracle: The solver.
        inside: For each argument, the literal that it is a member.
        outside: For each argument, the literal that a member attacks it; empty where clauses need none.
        covered: For each argument, a literal that can be true only if it is a member or attacked by one; likewise.
    """

    def __init__(self, part: Part, clock: Clock, formula: Formula) -> None:
        self.part = part
        self.size = len(part)
        self._variables = 0
        self.inside = self._block()
        self.outside: list[int] = []
        self.covered: list[int] = []
        clauses = formula(self, part)
        self.oracle = Oracle(self._variables, clauses, clock)

    def _block(self) -> list[int]:
        first = self._variables + 1
        self._variables += self.size
        return list(range(-first, -self._variables - 1, -1))

    def members(self) -> list[int]:
        """Return the set of the last answer."""
        return [number for number, literal in enumerate(self.oracle.model[: self.size]) if literal < 0]

    def others(self, members: Iterable[int]) -> Clause:
        """Return a clause: something that is not among some arguments is a member."""
        within = set(members)
        return [literal for number, literal in enumerate(self.inside) if number not in within]

    def need_outside(self) -> None:
        """Give every argument a literal that a member attacks it."""
        self.outside = self._block()

    def need_covered(self) -> None:
        """Give every argument a literal that it is a member or attacked by one."""
        self.covered = self._block()


def conflict_free(sets: Sets, part: Part) -> list[Clause]:
    """Return clauses for sets without conflict."""
    inside = sets.inside
    clauses = []
    for number, neighbours in enumerate(part.neighbours):
        mine = -inside[number]
        clauses += [[mine, -inside[other]] for other in neighbours if other > number]
        clauses.append([mine] if number in neighbours else [mine, -mine])
    return clauses


def admissible(sets: Sets, part: Part) -> list[Clause]:
    """Return clauses for admissible sets."""
    sets.need_outside()
    inside, outside = sets.inside, sets.outside
    clauses = []
    for number, neighbours in enumerate(part.neighbours):
        mine = -inside[number]
        clauses.append([mine, -outside[number]])
        clauses += [[mine, outside[other]] for other in neighbours]
        clauses.append([-outside[number], *(inside[attacker] for attacker in part.attackers[number])])
    return clauses


def complete(sets: Sets, part: Part) -> list[Clause]:
    """Return clauses for complete sets."""
    clauses = admissible(sets, part)
    outside = sets.outside
    for number, attackers in enumerate(part.attackers):
        clauses.append([sets.inside[number], *(-outside[attacker] for attacker in attackers)])
    return clauses


def stable(sets: Sets, part: Part) -> list[Clause]:
    """Return clauses for stable sets."""
    inside = sets.inside
    clauses = conflict_free(sets, part)
    for number, attackers in enumerate(part.attackers):
        clauses.append([inside[number], *(inside[attacker] for attacker in attackers)])
    return clauses


def complete_with_range(sets: Sets, part: Part) -> list[Clause]:
    """Return clauses for complete sets, with literals for what they cover."""
    clauses = complete(sets, part)
    sets.need_covered()
    for covered, inside, outside in zip(sets.covered, sets.inside, sets.outside, strict=True):
        clauses.append([-covered, inside, outside])
    return clauses


def conflict_free_with_range(sets: Sets, part: Part) -> list[Clause]:
    """Return clauses for sets without conflict, with literals for what they cover."""
    clauses = conflict_free(sets, part)
    sets.need_covered()
    inside = sets.inside
    for number, attackers in enumerate(part.attackers):
        clauses.append([-sets.covered[number], inside[number], *(inside[attacker] for attacker in attackers)])
    return clauses


def numbers_of(literals: Sequence[int], wanted: Iterable[int]) -> Clause:
    """Return the literals of some arguments."""
    return [literals[number] for number in wanted]
