"""LOG205."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.formulas.checked import checked_formulas, names_of
from argmap.check.formulas.validity import Verdict
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("LOG205", Severity.INFO)
def missing_formula(subject: Subject) -> Iterator[Found]:
    """Some premises and conclusions of an argument have formulas, and others have none.

    ## What it does

    Looks at arguments in which some claims carry formulas. Where those without one stand in the way of a judgement,
    they are named.

    ## Why it matters

    An argument can be judged only when all of it is put into formulas. The sentence that is hard to put into one is
    often the one that hides the difficulty.

    ## Flagged

    ```argdown
    <It rained>

    (1) [If rain, wet]: If it rained, the street is wet. {formula: "rain -> wet"}
    (2) [Wet]: The street is wet.  // finding: LOG205
    ----
    (3) [Rain]: It rained. {formula: "rain"}
    ```

    ## Accepted

    ```argdown
    <It rained>

    (1) [Only rain]: The street is wet only if it rained. {formula: "wet -> rain"}
    (2) [Wet]: The street is wet. {formula: "wet"}
    ----
    (3) [Rain]: It rained. {formula: "rain"}
    ```

    ```argdown
    <It rained>

    (1) [Wet]: The street is wet.
    ----
    (2) [Rain]: It rained.
    ```
    """
    formulas = subject.shared(checked_formulas)
    unreadable = {each.claim.id for each in formulas.unreadable}
    for argument, found in formulas.judged:
        missing = [name for name in found.missing if name not in unreadable]  # LOG204 tells these
        if missing and found.verdict is Verdict.UNFORMALISED:
            have = "has" if len(missing) == 1 else "have"
            yield Found(
                argument,
                f"{names_of(subject, missing)} in {subject.name(argument)} {have} no formula, so it cannot be judged. "
                f'Write one, such as {{formula: "rain -> wet"}}.',
                subject.places.in_argument(argument, missing[0]),
            )
