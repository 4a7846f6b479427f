"""REA115."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.words.patterns import patterns
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("REA115", Severity.INFO)
def sunk_cost_pattern(subject: Subject) -> Iterator[Found]:
    """A reason counts what has already been spent.

    ## What it does

    Looks for reasons with words such as *already spent*, *come this far* or *been in vain*. An argument that declares
    the scheme `waste` is left to its critical questions.

    ## Why it matters

    What is spent is spent, whichever way we decide. To go on is right if what is still to be paid is worth what is
    still to be gained. People, firms and states all find that hard, and throw good money after bad.

    ## Flagged

    ```argdown
    [Finish]: The town should finish the new pool.
      + [Spent]: The town has already spent two million on the pool.  // finding: REA115
    ```

    ## Accepted

    ```argdown
    [Finish]: The town should finish the new pool.
      + [Cheap]: To finish the pool costs less than to tear it down.
    ```

    ## References

    Douglas Walton, The sunk costs fallacy or argument from waste, Argumentation 16 (2002).
    """
    for pattern in patterns(subject, "sunk-costs", "waste"):
        yield Found(
            pattern.record,
            f'{subject.name(pattern.record)} says "{pattern.words}". Is what was spent a reason now, '
            f"or is it gone either way? Compare what is still to be paid with what is still to be gained.",
            pattern.span,
        )
