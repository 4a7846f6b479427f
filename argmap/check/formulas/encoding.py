"""Formulas as clauses for a SAT solver.

Every part of a formula gets a literal that is true just if the part is (Tseitin 1968, both directions, equal parts
once). A first-order formula is put down for a world of a given number of things: each part becomes a table with a
literal for every way in which its free variables can be filled, and a quantifier joins the rows of its variable.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.check.formulas.formula import Kind, Op

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from argmap.check.formulas.formula import Formula

TRUE = 1
FALSE = -1
_MOST_ROWS = 2_000
_MOST_LITERALS = 200_000

Key = tuple[str, tuple[int, ...]]
"""A predicate or function, and the things it is applied to."""


class TooLargeError(Exception):
    """The formulas would need too many clauses."""


class _Table(NamedTuple):
    variables: tuple[int, ...]
    # A row for each way to fill the variables: a literal for a sentence; for a thing its name, or a literal for each
    # thing of the world that it may be.
    rows: dict[tuple[int, ...], Any]


class Encoding:
    """Clauses for some formulas.

    Attributes:
        size: The number of things in the world; 0 where names of things are only told apart by how they are written,
            which is enough where there is no quantifier and no equality (Herbrand 1930).
        clauses: The clauses: at least one literal of each is true.
        sentences: The literal of each sentence that is not taken apart, in the order of the formulas.
        things: For each constant and each function with its arguments a literal for every thing it may be.
    """

    def __init__(self, size: int = 0) -> None:
        self.size = size
        self.clauses: list[list[int]] = [[TRUE]]
        self.sentences: dict[Key, int] = {}
        self.things: dict[Key, tuple[int, ...]] = {}
        self._last = TRUE
        self._gates: dict[tuple[int, ...], int] = {}

    def literal(self, formula: Formula) -> int:
        """Return a literal that is true just if the formula is.

        Raises:
            TooLargeError: If too many clauses would be needed.

        Complexity:
            Linear in the formula where there is no quantifier; else the number of things to the power of the number
            of free variables of its parts.
        """
        stack: list[_Table] = []
        for op in formula.code:
            made = self._made(op, stack)
            stack.append(made)
        literal: int = stack[-1].rows[()]
        return literal

    def _made(self, op: Op, stack: list[_Table]) -> _Table:
        kind = op.kind
        if kind is Kind.VARIABLE:
            return _Table((op.number,), {(each,): self._only(each) for each in range(self.size)})
        if kind in (Kind.TRUE, Kind.FALSE):
            return _Table((), {(): TRUE if kind is Kind.TRUE else FALSE})
        if kind in (Kind.PREDICATE, Kind.FUNCTION):
            count = op.number
            parts = stack[len(stack) - count :]
            del stack[len(stack) - count :]
            return self._joined(parts, lambda things: self._applied(op, things))
        if kind in (Kind.FORALL, Kind.EXISTS):
            return self._quantified(op, stack.pop())
        right = stack.pop()
        if kind is Kind.NOT:
            return _Table(right.variables, {row: -literal for row, literal in right.rows.items()})
        left = stack.pop()
        return self._joined([left, right], lambda both: self._connected(kind, *both))

    def _joined(self, parts: Sequence[_Table], make: Callable[[list[Any]], Any]) -> _Table:
        variables = tuple(sorted({each for part in parts for each in part.variables}))
        if self.size ** len(variables) > _MOST_ROWS:
            raise TooLargeError
        where = [[variables.index(each) for each in part.variables] for part in parts]
        rows = {}
        for row in product(range(self.size), repeat=len(variables)):
            rows[row] = make([part.rows[tuple(row[at] for at in own)] for part, own in zip(parts, where, strict=True)])
        return _Table(variables, rows)

    def _quantified(self, op: Op, inner: _Table) -> _Table:
        at = inner.variables.index(op.number)
        groups: dict[tuple[int, ...], list[int]] = {}
        for row, literal in inner.rows.items():
            groups.setdefault(row[:at] + row[at + 1 :], []).append(literal)
        join = self.all_of if op.kind is Kind.FORALL else self.any_of
        variables = inner.variables[:at] + inner.variables[at + 1 :]
        return _Table(variables, {row: join(literals) for row, literals in groups.items()})

    def _connected(self, kind: Kind, left: Any, right: Any) -> Any:
        if kind is Kind.EQUAL:
            return self.any_of(self.all_of(pair) for pair in zip(left, right, strict=True))
        if kind is Kind.AND:
            return self.all_of((left, right))
        if kind is Kind.OR:
            return self.any_of((left, right))
        if kind is Kind.IMPLIES:
            return self.any_of((-left, right))
        agree = self._agree(left, right)
        return agree if kind is Kind.IFF else -agree

    # -- symbols ---------------------------------------------------------------------------------------------

    def _applied(self, op: Op, things: list[Any]) -> Any:
        is_sentence = op.kind is Kind.PREDICATE
        if not self.size:
            name = f"{op.name}({', '.join(things)})" if things else op.name
            return self._sentence((name, ())) if is_sentence else name
        if not things:
            return self._sentence((op.name, ())) if is_sentence else self._thing((op.name, ()))
        if self.size ** len(things) > _MOST_ROWS:
            raise TooLargeError
        cases: list[tuple[int, Key]] = []
        for chosen in product(range(self.size), repeat=len(things)):
            literals = [thing[each] for thing, each in zip(things, chosen, strict=True)]
            if FALSE not in literals:
                cases.append((self.all_of(literals), (op.name, chosen)))
        if is_sentence:
            return self.any_of(self.all_of((case, self._sentence(key))) for case, key in cases)
        return tuple(
            self.any_of(self.all_of((case, self._thing(key)[each])) for case, key in cases) for each in range(self.size)
        )

    def _sentence(self, key: Key) -> int:
        if key not in self.sentences:
            self.sentences[key] = self._fresh()
        return self.sentences[key]

    def _thing(self, key: Key) -> tuple[int, ...]:
        if key not in self.things:
            literals = tuple(self._fresh() for _ in range(self.size)) if self.size > 1 else (TRUE,)
            self.clauses.append(list(literals))
            self.clauses += ([-a, -b] for place, a in enumerate(literals) for b in literals[:place])
            self.things[key] = literals
        return self.things[key]

    def _only(self, thing: int) -> tuple[int, ...]:
        return tuple(TRUE if each == thing else FALSE for each in range(self.size))

    # -- gates -----------------------------------------------------------------------------------------------

    def all_of(self, literals: Iterable[int]) -> int:
        """Return a literal that is true just if all of these are."""
        given = set(literals) - {TRUE}
        if FALSE in given or any(-each in given for each in given):
            return FALSE
        parts = sorted(given)
        if len(parts) <= 1:
            return parts[0] if parts else TRUE
        key = tuple(parts)
        if key not in self._gates:
            gate = self._gates[key] = self._fresh()
            self.clauses += ([-gate, each] for each in parts)
            self.clauses.append([gate, *(-each for each in parts)])
        return self._gates[key]

    def any_of(self, literals: Iterable[int]) -> int:
        """Return a literal that is true just if one of these is."""
        return -self.all_of(-each for each in literals)

    def _agree(self, left: int, right: int) -> int:
        return self.all_of((self.any_of((-left, right)), self.any_of((left, -right))))

    def _fresh(self) -> int:
        self._last += 1
        if self._last > _MOST_LITERALS:
            raise TooLargeError
        return self._last
