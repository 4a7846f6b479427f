"""LOG104."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.formulas.checked import checked_formulas, names_of
from argmap.check.formulas.validity import Verdict
from argmap.check.graph.conflicts import is_indirect, opposites
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("LOG104", Severity.ERROR)
def inconsistent_premises(subject: Subject) -> Iterator[Found]:
    """By their formulas, the premises of an argument cannot all be true.

    ## What it does

    Looks at the premises of an argument that carry formulas. If they cannot be true together, it names premises that
    clash, no more than are needed for the clash. Two that the map declares to be opposed are left to
    `contradictory-premises`.

    ## Why it matters

    From premises that contradict each other everything follows, the conclusion and its opposite alike. Such an argument
    is valid and worthless. The clash is often between three premises of which any two go well together, which is why it
    takes a proof to see it.

    ## Flagged

    ```argdown
    <The gate>

    (1) [Day]: By day the gate is open. {formula: "day -> open"}
    (2) [Guard]: An open gate is guarded. {formula: "open -> guard"}
    (3) [Noon]: It is day, and nobody guards the gate. {formula: "day & ~guard"}  // finding: LOG104
    (4) [Rain]: It rains. {formula: "rain"}
    ----
    (5) [Closed]: The gate is closed. {formula: "~open"}
    ```

    ## Accepted

    ```argdown
    <The gate>

    (1) [Day]: By day the gate is open. {formula: "day -> open"}
    (2) [Guard]: An open gate is guarded. {formula: "open -> guard"}
    (3) [Nobody]: Nobody guards the gate. {formula: "~guard"}
    ----
    (4) [Night]: It is not day. {formula: "~day"}
    ```
    """
    declared = {frozenset((relation.source, relation.target)) for relation in opposites(subject)}
    for argument, found in subject.shared(checked_formulas).judged:
        if found.verdict is Verdict.INCONSISTENT:
            clash = found.inconsistent
            if frozenset(clash) in declared and not is_indirect(argument, subject):
                continue
            spans = [(subject.places.in_argument(argument, name), name) for name in clash]
            if len(clash) == 1:
                words = (
                    f"By its formula the premise {names_of(subject, clash)} can never be true. Correct the formula, or "
                )
            else:
                words = f"By their formulas {names_of(subject, clash)} cannot all be true. Correct a formula, or "
            yield Found(
                argument,
                f"{words}remove a premise of {subject.name(argument)}.",
                spans[-1][0] if spans else None,
                related=tuple((span, "it clashes with this premise") for span, _ in spans[:-1][:10] if span),
            )
