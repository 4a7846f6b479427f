"""LOG207."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.formulas.checked import checked_formulas
from argmap.check.formulas.validity import Verdict
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


# Who wrote formulas wants to know that they were not judged.
@rule("LOG207", Severity.INFO, profiles=("standard", "strict", "analysis", "debate", "classroom"))
def undecided_validity(subject: Subject) -> Iterator[Found]:
    """Whether an argument is valid by its formulas could not be found out.

    ## What it does

    Names arguments whose formulas were read and not judged, and says why: they are too many or too hard for the effort
    that argmap spends, or they speak of all or some things and Z3, which proves such arguments, is not installed.

    ## Why it matters

    No finding must not be taken for a proof. For formulas that speak of "all" and "some" there is no method that always
    comes to an answer; Church and Turing proved that in 1936. So a program has to say when it gave up.

    ## Flagged

    That a line has no first point needs endlessly many points, and argmap looks at small worlds only:

    ```argdown
    <Numbers go on>

    (1) [Next]: Every number is less than its next. {formula: "forall x: less(x, next(x))"}
    (2) [Chain]: What is less than a lesser one is less.
        {formula: "forall x, y, z: less(x, y) & less(y, z) -> less(x, z)"}
    (3) [Not itself]: No number is less than itself. {formula: "forall x: ~less(x, x)"}
    (4) [One way]: Different numbers have different next ones.
        {formula: "forall x, y: next(x) = next(y) -> x = y"}
    ----
    (5) [All reached]: Every number is the next of another.  // finding: LOG207
        {formula: "forall x: exists y: x = next(y)"}
    ```

    ## Accepted

    ```argdown
    <Socrates>

    (1) [All]: All humans are mortal. {formula: "forall x: human(x) -> mortal(x)"}
    (2) [Human]: Socrates is human. {formula: "human(socrates)"}
    ----
    (3) [Mortal]: Socrates is mortal. {formula: "mortal(socrates)"}
    ```

    ## References

    - A. Church, *A note on the Entscheidungsproblem* (1936)
    """
    for argument, found in subject.shared(checked_formulas).judged:
        if found.verdict is Verdict.UNKNOWN:
            conclusion = argument.steps[-1].conclusion
            yield Found(
                argument,
                f"Whether {subject.name(argument)} is valid could not be found out, because {found.reason}. "
                "Check the step by hand, or use fewer formulas.",
                subject.places.in_argument(argument, conclusion),
            )
