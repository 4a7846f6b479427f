"""First-order logic with equality, by Z3 (the extra ``logic``)."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from argmap.check.formulas.formula import Kind, Op

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.check.formulas.formula import Formula
    from argmap.check.formulas.theory import Budget, Wanted

_MOST_STEPS = 500_000
"""Of one question; see `Budget`."""
_MOST_MILLISECONDS = 10_000
"""Should Z3 not count a step for long, the clock stops it."""


def is_there() -> bool:
    """Return whether Z3 is installed."""
    return find_spec("z3") is not None


class Prover:
    """Formulas in Z3; the things they speak of are of one sort that has at least one thing."""

    def __init__(self, formulas: Sequence[Formula]) -> None:
        import z3

        self._z3 = z3
        self._context = z3.Context()
        self._spent = 0
        self._sort = z3.DeclareSort("Thing", ctx=self._context)
        self._formulas = [self._translated(formula) for formula in formulas]

    def can(self, wanted: Sequence[Wanted], budget: Budget) -> bool | None:
        """Return whether these can be true (or false) together; None if Z3 does not find out."""
        z3 = self._z3
        if budget.steps <= 0:
            return None
        solver = z3.Solver(ctx=self._context)
        solver.set("rlimit", min(_MOST_STEPS, budget.steps))
        solver.set("timeout", _MOST_MILLISECONDS)
        for place, is_true in wanted:
            solver.add(self._formulas[place] if is_true else z3.Not(self._formulas[place]))
        answer = solver.check()
        spent = solver.statistics().get_key_value("rlimit count")  # of all questions so far
        budget.steps -= spent - self._spent
        self._spent = spent
        return None if answer == z3.unknown else bool(answer == z3.sat)

    def _translated(self, formula: Formula) -> Any:
        stack: list[Any] = []
        for op in formula.code:
            count = _TAKES.get(op.kind, op.number)
            parts = stack[len(stack) - count :] if count else []
            del stack[len(stack) - count :]
            stack.append(self._made(op, parts))
        return stack[-1]

    def _made(self, op: Op, parts: list[Any]) -> Any:
        z3, kind, context = self._z3, op.kind, self._context
        if kind is Kind.VARIABLE:
            return self._variable(op)
        if kind in (Kind.PREDICATE, Kind.FUNCTION):
            sort = z3.BoolSort(ctx=context) if kind is Kind.PREDICATE else self._sort
            symbol = z3.Function(f"{kind.value} {op.name}", *[self._sort] * op.number, sort)
            return symbol(*parts)
        if kind in (Kind.TRUE, Kind.FALSE):
            return z3.BoolVal(kind is Kind.TRUE, ctx=context)
        if kind is Kind.NOT:
            return z3.Not(parts[0])
        if kind in (Kind.FORALL, Kind.EXISTS):
            return (z3.ForAll if kind is Kind.FORALL else z3.Exists)([self._variable(op)], parts[0])
        if kind in (Kind.EQUAL, Kind.IFF):
            return parts[0] == parts[1]
        if kind is Kind.XOR:
            return z3.Xor(parts[0], parts[1])
        if kind is Kind.IMPLIES:
            return z3.Implies(parts[0], parts[1])
        return (z3.And if kind is Kind.AND else z3.Or)(parts[0], parts[1])

    def _variable(self, op: Op) -> Any:
        return self._z3.Const(f"variable {op.number} {op.name}", self._sort)


_TAKES = {
    Kind.VARIABLE: 0,
    Kind.TRUE: 0,
    Kind.FALSE: 0,
    Kind.NOT: 1,
    Kind.FORALL: 1,
    Kind.EXISTS: 1,
    Kind.EQUAL: 2,
    Kind.AND: 2,
    Kind.OR: 2,
    Kind.XOR: 2,
    Kind.IMPLIES: 2,
    Kind.IFF: 2,
}
