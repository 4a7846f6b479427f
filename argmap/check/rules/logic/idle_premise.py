"""LOG105."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.formulas.checked import checked_formulas
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("LOG105", Severity.INFO)
def idle_premise(subject: Subject) -> Iterator[Found]:
    """By the formulas, a conclusion follows without one of the premises.

    ## What it does

    Leaves out each premise of a valid argument in turn. If the main conclusion still follows from the formulas of the
    others, the premise does no work. Of two premises that say the same both are named, for either could go.

    ## Why it matters

    A premise that is not needed gives the other side something to attack for nothing. Sometimes it shows that the
    formulas miss the point: what seemed the heart of the argument turns out to do no work in it.

    ## Flagged

    ```argdown
    <The street is wet>

    (1) [If rain, wet]: If it rained, the street is wet. {formula: "rain -> wet"}
    (2) [Rain]: It rained. {formula: "rain"}
    (3) [Clouds]: There were clouds. {formula: "clouds"}  // finding: LOG105
    -- Modus ponens --
    (4) [Wet]: The street is wet. {formula: "wet"}
    ```

    ## Accepted

    ```argdown
    <The street is wet>

    (1) [If rain, wet]: If it rained, the street is wet. {formula: "rain -> wet"}
    (2) [If clouds, rain]: If there were clouds, it rained. {formula: "clouds -> rain"}
    (3) [Clouds]: There were clouds. {formula: "clouds"}
    -- Modus ponens --
    (4) [Wet]: The street is wet. {formula: "wet"}
    ```
    """
    for argument, found in subject.shared(checked_formulas).judged:
        for name in found.idle:
            yield Found(
                argument,
                f"By the formulas the conclusion of {subject.name(argument)} follows without "
                f"{subject.name(subject.map[name])}. Remove this premise, or say in a formula what it adds.",
                subject.places.in_argument(argument, name),
            )
