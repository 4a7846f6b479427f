"""What a formula is, once it is read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


class Kind(StrEnum):
    """What one operation of a formula makes."""

    VARIABLE = "variable"
    """The thing that the variable of a quantifier stands for."""
    FUNCTION = "function"
    """A thing: the value of a function for the things before it; with none, what a name stands for."""
    PREDICATE = "predicate"
    """A sentence: what is said of the things before it; with none, a sentence that is not taken apart."""
    EQUAL = "equal"
    TRUE = "true"
    FALSE = "false"
    NOT = "not"
    AND = "and"
    OR = "or"
    XOR = "xor"
    IMPLIES = "implies"
    IFF = "iff"
    FORALL = "forall"
    EXISTS = "exists"


class Op(NamedTuple):
    """One operation; it takes its operands from a stack and puts back what it makes.

    Attributes:
        kind: What it makes.
        name: The symbol or variable.
        number: Of a function or predicate, how many things it takes; of a variable or quantifier, the number of the
            variable, for quantifiers may use one name again.
        at: Where the symbol stands in the text.
    """

    kind: Kind
    name: str = ""
    number: int = 0
    at: int = 0


class FormulaError(ArgmapError, ValueError):
    """A formula that cannot be read.

    Attributes:
        start: Where in the formula the fault begins.
        end: Where it ends (exclusive).
    """

    def __init__(self, message: str, start: int = 0, end: int = 0) -> None:
        super().__init__(message)
        self.start = start
        self.end = end


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of propositional logic, or of first-order logic with equality.

    Attributes:
        text: How it is written.
        code: Its operations in postfix order: operands stand before what is made of them.
        symbols: Its names, each once, in the order of the text: predicates (sentences, with none), functions (things).

    Example:
        >>> from argmap.check.formulas import read_formula
        >>> formula = read_formula("forall x: human(x) -> mortal(x)")
        >>> str(formula), [op.kind.value for op in formula.code]
        ('forall x: human(x) -> mortal(x)', ['variable', 'predicate', 'variable', 'predicate', 'implies', 'forall'])
    """

    text: str
    code: tuple[Op, ...]
    symbols: tuple[Op, ...]

    def __str__(self) -> str:
        return self.text

    @property
    def is_propositional(self) -> bool:
        """Whether it has no quantifier and no equality: then truth tables decide on it."""
        return not any(op.kind in (Kind.EQUAL, Kind.FORALL, Kind.EXISTS) for op in self.code)


def described(symbol: Op) -> str:
    """Return in words what sort of symbol it is.

    Example:
        >>> described(Op(Kind.PREDICATE, "likes", 2)), described(Op(Kind.FUNCTION, "ann"))
        ('a predicate of 2 things', 'a thing')
    """
    if not symbol.number:
        return "a sentence" if symbol.kind is Kind.PREDICATE else "a thing"
    of = f"of {symbol.number} thing{'s' if symbol.number > 1 else ''}"
    return f"a predicate {of}" if symbol.kind is Kind.PREDICATE else f"a function {of}"


def symbols_of(code: Iterable[Op], variables: Collection[str]) -> tuple[Op, ...]:
    """Return the predicates and functions among some operations, each once.

    Args:
        code: The operations of a formula.
        variables: The names that its quantifiers bind.

    Raises:
        FormulaError: If a name is used in two ways.
    """
    known: dict[str, Op] = {}
    for op in code:
        if op.kind not in (Kind.PREDICATE, Kind.FUNCTION):
            continue
        first = known.setdefault(op.name, op)
        end = op.at + len(op.name)
        if (first.kind, first.number) != (op.kind, op.number):
            raise FormulaError(
                f"{op.name} stands for {described(first)} before and for {described(op)} here. Give one of them "
                f"another name.",
                op.at,
                end,
            )
        if op.name in variables:
            raise FormulaError(
                f"{op.name} stands out of the reach of its quantifier here. Write a colon behind the variable, as in "
                f"forall {op.name}: ..., or put what it is to reach in parentheses.",
                op.at,
                end,
            )
    return tuple(known.values())
