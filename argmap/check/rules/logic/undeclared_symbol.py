"""LOG107."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.formulas.checked import checked_formulas, declared_symbols, place_of_formula
from argmap.check.rule import Found, rule
from argmap.errors import nearest
from argmap.model.records import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject

_HINTS = 20
"""For how many names the nearest one is looked for; that takes time."""


@rule("LOG107")
def undeclared_symbol(subject: Subject) -> Iterator[Found]:
    """A name in a formula is not among the declared symbols, or a declared symbol is in no formula.

    ## What it does

    Compares the names in formulas with the `symbols` in the front matter, which say what each name means. As long as no
    symbol is declared, none has to be.

    ## Why it matters

    A formula is about the world only if everyone knows what its names stand for. A name that is not declared is often a
    slip of the keyboard, and a slip makes two names of one: then an argument that is valid seems not to be.

    ## Flagged

    ```argdown
    ===
    symbols:
      rain: It rains
      wet: The street is wet
      "cold(x)": x is cold  # finding: LOG107
    ===

    [If rain, wet]: If it rains, the street is wet. {formula: "rian -> wet"}  // finding: LOG107

    [Rain]: It rains. {formula: "rain"}
    ```

    ## Accepted

    ```argdown
    ===
    symbols: {rain: It rains, wet: The street is wet}
    ===

    [If rain, wet]: If it rains, the street is wet. {formula: "rain -> wet"}
    ```

    ```argdown
    [If rain, wet]: If it rains, the street is wet. {formula: "rain -> wet"}
    ```
    """
    declared = subject.shared(declared_symbols)
    if not declared:
        return
    formulas = subject.shared(checked_formulas)
    used = formulas.symbols
    told = 0
    for name, (symbol, first) in used.items():
        if name not in declared:
            told += 1
            claim = subject.map[first]
            assert isinstance(claim, Claim)
            hint = (
                nearest(name, list(declared)) if told <= _HINTS else ""
            ) or " Say under symbols in the front matter what it stands for."
            yield Found(
                claim,
                f"The name {name} in the formula of {subject.name(claim)} is not among the symbols.{hint}",
                place_of_formula(subject, claim, symbol.at, symbol.at + len(name)),
            )
    if formulas.unreadable:
        return  # a formula that cannot be read may use it
    for name, key in declared.items():
        if name not in used:
            yield Found(
                None,
                f"The symbol {name} is declared, but no formula uses it. Remove it, or write the formula "
                f"it was made for.",
                subject.places.of_data(None, "symbols", key),
            )
