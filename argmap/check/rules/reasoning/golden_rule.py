"""REA103."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.inferences import inferences, place_of_step
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("REA103", Severity.INFO, profiles=("analysis",))
def golden_rule(subject: Subject) -> Iterator[Found]:
    """A conclusion is drawn from a single premise.

    ## What it does

    Looks for steps of arguments that are spelt out and have one premise. A step that names a scheme is left to
    `scheme-slot-empty`, and one whose inference line names a rule of logic is left alone.

    ## Why it matters

    Every simple argument has at least two premises: that is the golden rule of argument mapping. Whoever writes only
    one has left the other unsaid, most often a general one such as "what distracts pupils should be banned". Written
    down, it can be looked at, and it is often the weaker of the two.

    ## Flagged

    ```argdown
    <Attention>: Phones distract.

    (1) [Distract]: Phones distract pupils.
    ----  // finding: REA103
    (2) [Ban]: Phones should be banned in class.
    ```

    ## Accepted

    ```argdown
    <Attention>: Phones distract.

    (1) [Distract]: Phones distract pupils.
    (2) [Protect]: What distracts pupils should be banned in class.
    ----
    (3) [Ban]: Phones should be banned in class.
    ```

    A pattern that needs one premise only:

    ```argdown
    <Team>: What holds of the team holds of its captain.

    (1) The team has won every match this year.
    -- Division --
    (2) The captain has won every match this year.
    ```

    ## References

    The golden rule is that of the Rationale tutorials.
    """
    for inference in subject.shared(inferences):
        if inference.step is None or len(inference.premises) != 1:
            continue
        # What a scheme lacks is told by REA108; a rule of logic, such as contraposition, needs what its author knows.
        if not inference.step.rules and not (inference.is_last and inference.argument.scheme):
            yield Found(
                inference.argument,
                f"{subject.name(inference.argument)} draws {subject.name(inference.conclusion)} from one premise. "
                f"Write down what else has to be true for it to follow.",
                place_of_step(inference, subject),
            )
