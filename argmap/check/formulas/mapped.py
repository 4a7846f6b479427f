"""The formulas of a map: inline data ``formula`` of claims, and ``symbols`` of the front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.check.formulas.formula import FormulaError, described
from argmap.check.formulas.syntax import read_formula
from argmap.model.records import Claim

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.check.formulas.formula import Formula, Op
    from argmap.model.records import Argument

KEY = "formula"
"""The key of inline data that holds the formula of a claim."""


class Unreadable(NamedTuple):
    """A formula that cannot be read.

    Attributes:
        claim: The claim.
        message: What is wrong and what to type.
        start: Where in the formula it is.
        end: Where it ends (exclusive).
    """

    claim: Claim
    message: str
    start: int
    end: int


class Formulas(NamedTuple):
    """The formulas of some claims.

    Attributes:
        formulas: Formulas by the ids of their claims.
        unreadable: What cannot be read.
        symbols: The names that the formulas use, each with the id of the claim that uses it first.
    """

    formulas: dict[str, Formula]
    unreadable: list[Unreadable]
    symbols: dict[str, tuple[Op, str]]


def formulas_of(claims: Iterable[Claim | Argument]) -> Formulas:
    """Return the formulas of claims.

    A formula that uses a name otherwise than a claim before (a sentence here, a thing there) counts as unreadable.

    Complexity:
        Linear in the number of claims and the length of the formulas.

    Example:
        >>> import argmap
        >>> m = argmap.parse("[Wet]: The street is wet. {formula: wet}").map
        >>> {name: str(formula) for name, formula in formulas_of(m.claims).formulas.items()}
        {'Wet': 'wet'}
    """
    found = Formulas({}, [], {})
    for claim in claims:
        if claim.data and KEY in claim.data and isinstance(claim, Claim):
            try:
                formula = read_formula(_text(claim.data[KEY]))
                _agree(formula, found.symbols)
            except FormulaError as error:
                found.unreadable.append(Unreadable(claim, str(error), error.start, error.end))
                continue
            found.formulas[claim.id] = formula
            for symbol in formula.symbols:
                found.symbols.setdefault(symbol.name, (symbol, claim.id))
    return found


def _text(value: Any) -> str:
    if isinstance(value, bool):  # YAML reads `true` as more than a word
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    raise FormulaError('It must be text. Put it in quotation marks, as in {formula: "rain -> wet"}.')


def _agree(formula: Formula, symbols: Mapping[str, tuple[Op, str]]) -> None:
    for symbol in formula.symbols:
        known = symbols.get(symbol.name)
        if known is not None and (known[0].kind, known[0].number) != (symbol.kind, symbol.number):
            raise FormulaError(
                f"{symbol.name} stands for {described(symbol)} here, and for {described(known[0])} in the formula of "
                f"{known[1]}. Give one of them another name.",
                symbol.at,
                symbol.at + len(symbol.name),
            )
