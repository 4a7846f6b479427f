"""A SAT solver that can be asked again and again, and the clock that it watches."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Clause = list[int]


class OutOfTimeError(Exception):
    """The time limit is over. It never leaves this package."""


class Clock:
    """When to stop.

    Args:
        seconds: After how many seconds from now; None for never.
    """

    __slots__ = ("end",)

    def __init__(self, seconds: float | None = None) -> None:
        self.end = None if seconds is None else monotonic() + seconds

    def check(self) -> None:
        """Raise `OutOfTimeError` if time is over."""
        if self.end is not None and monotonic() >= self.end:
            raise OutOfTimeError


class Oracle:
    """Clauses, and whether they can be true together.

    The solver works in slices of a fixed number of conflicts and looks at the clock between them, so that a time limit
    holds, and the answers do not depend on it.

    Args:
        clauses: The clauses. Literals are numbers from 1, negative where negated. The solver tries false first.
        clock: When to stop.
    """

    def __init__(self, clauses: Iterable[Clause], clock: Clock) -> None:
        from pysat.solvers import Minisat22

        clock.check()
        self.clock = clock
        self._solver: Any = Minisat22()
        number = 0
        for number, clause in enumerate(clauses):
            self._solver.add_clause(clause)
            if not number % 65_536:
                clock.check()
        self._slice = 2_000 if number < 200_000 else 500  # about a second at most
        self.variables = int(self._solver.nof_vars())

    def literal(self) -> int:
        """Return a literal of a new variable."""
        self.variables += 1
        return self.variables

    def add(self, clause: Clause) -> None:
        """Add a clause."""
        self._solver.add_clause(clause)

    def prefer(self, literals: Iterable[int]) -> None:
        """Have the solver try literals as true first, next time."""
        self._solver.set_phases(literals)

    def can(self, *assumptions: int) -> bool:
        """Return whether the clauses can be true together with some literals.

        Raises:
            OutOfTimeError: If the clock stops first.
            KeyboardInterrupt: On Ctrl-C.
        """
        while True:
            self.clock.check()
            self._solver.conf_budget(self._slice)
            try:
                answer = self._solver.solve_limited(assumptions)
            except Exception as error:
                # While it searches, the solver takes Ctrl-C for itself, and raises an error of its own.
                if "keyboard interrupt" in str(error):
                    raise KeyboardInterrupt from error
                raise
            if answer is not None:
                return bool(answer)

    @property
    def model(self) -> Sequence[int]:
        """For each variable, its literal that is true in the answer found last."""
        model: Sequence[int] = self._solver.get_model()
        return model

    def core(self) -> list[int]:
        """Return assumptions of the last question that cannot be true together."""
        return list(self._solver.get_core() or ())

    def close(self) -> None:
        """Free the memory of the solver."""
        self._solver.delete()
