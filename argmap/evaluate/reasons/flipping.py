"""The search for the smallest sets that flip a verdict: implicit hitting sets."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from pysat.examples.rc2 import RC2

    from argmap.evaluate.reasons.judging import Judgement
    from argmap.evaluate.reasons.links import Links
    from argmap.model.status import Status

    Judge = Callable[[Links, int, Collection[int], Status | None], Judgement]


class Flip(NamedTuple):
    """A smallest set that would flip a verdict.

    Attributes:
        ids: The ids of the claims and arguments in it, in the order of the map.
        status: The verdict after.
    """

    ids: tuple[str, ...]
    status: Status


class Clock:
    """How much time is left, from when it is first looked at."""

    def __init__(self, seconds: float | None) -> None:
        self._seconds = seconds
        self._end: float | None = None

    def left(self) -> float | None:
        """Return the seconds that are left; None for no limit.

        Raises:
            TimeoutError: If there are none.
        """
        if self._seconds is None:
            return None
        if self._end is None:
            self._end = monotonic() + self._seconds
        left = self._end - monotonic()
        if left <= 0:
            raise TimeoutError
        return left


def search(
    links: Links,
    root: int,
    judge: Judge,
    hit: dict[str, tuple[int, ...]],
    goal: Status | None,
    clock: Clock,
) -> Iterator[Status | Flip | int]:
    """Yield the verdict, then the smallest sets that flip it, and after all of one size, this size."""
    network = links.network
    before, hangs_on, rests_on = judge(links, root, (), goal)
    yield before
    if goal is before:
        return
    names: dict[int, list[int]] = {}  # for each position, the claims and arguments whose fall makes it fall
    for name, positions in hit.items():
        if network.position[name] != root:
            for position in positions:
                names.setdefault(position, []).append(network.position[name])

    def clause(chosen: frozenset[int]) -> list[int]:
        """One of what it hangs on has to fall, or what it rests on must not, if a set is to do better than this one."""
        found = {name + 1 for position in hangs_on for name in names.get(position, ())}
        for position in rests_on:
            found.add(-min(name for name in names[position] if name in chosen) - 1)
        return sorted(found)

    size = 0
    first = clause(frozenset())
    with _Fewest(first) as fewest:
        while (chosen := fewest.next()) is not None:
            clock.left()
            while size < len(chosen) - 1:
                size += 1
                yield size
            fallen = {position for each in chosen for position in hit[network.ids[each]]}
            status, hangs_on, rests_on = judge(links.without(fallen), root, fallen, goal)
            if status is goal or (goal is None and status is not before):
                yield Flip(tuple(network.ids[each] for each in sorted(chosen)), status)
                fewest.add([-each - 1 for each in sorted(chosen)])
            else:
                fewest.add(clause(chosen))


class _Fewest:
    """Sets of as few numbers as possible that meet clauses; the numbers in clauses count from 1.

    Single numbers are tried first, in ascending order, which costs no more than the length of each clause; only larger
    sets are asked of a MaxSAT solver, which takes long over clauses of many thousands.

    Args:
        clause: The first clause, of positive numbers.
    """

    def __init__(self, clause: list[int]) -> None:
        self._clauses = [clause]  # those that the solver has not been told
        self._single = clause[::-1]  # those that meet every clause so far, and have not been given yet
        self._known: set[int] = set()
        self._is_empty = not clause
        self._solver: RC2 | None = None

    def add(self, clause: list[int]) -> None:
        """Add a clause; without numbers, nothing meets it."""
        self._is_empty = self._is_empty or not clause
        self._clauses.append(clause)
        if self._single:
            numbers = set(clause)
            left_out = {-number for number in clause if number < 0}
            self._single = [each for each in self._single if each in numbers or left_out - {each}]

    def next(self) -> frozenset[int] | None:
        """Return a smallest set, None if there is none."""
        if self._is_empty:
            return None
        if self._single:
            return frozenset((self._single.pop() - 1,))
        if self._solver is None:
            banned = {-clause[0] for clause in self._clauses if len(clause) == 1 and clause[0] < 0}
            # Where sets of one are all there is, no solver is needed to say so.
            if any(banned.issuperset(clause) for clause in self._clauses):
                return None
        model = self._told().compute()
        return None if model is None else frozenset(each - 1 for each in model if each > 0 and each in self._known)

    def _told(self) -> RC2:
        """Return the solver, with all clauses."""
        from pysat.examples.rc2 import RC2
        from pysat.formula import WCNF

        clauses, self._clauses = self._clauses, []
        fresh = {abs(number): None for clause in clauses for number in clause if abs(number) not in self._known}
        self._known.update(fresh)
        if self._solver is None:
            formula = WCNF()
            formula.extend(clauses)
            formula.extend([[-number] for number in fresh], weights=[1] * len(fresh))
            self._solver = RC2(formula)
            return self._solver
        for number in fresh:
            self._solver.add_clause([-number], weight=1)
        for clause in clauses:
            self._solver.add_clause(clause)
        return self._solver

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._solver is not None:
            self._solver.delete()
