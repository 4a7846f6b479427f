"""REA207."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.words.patterns import patterns
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("REA207", Severity.INFO)
def slope_pattern(subject: Subject) -> Iterator[Found]:
    """A reason warns of where it will all end.

    ## What it does

    Looks for reasons with words such as *slippery slope*, *where will it end* or *opens the door to*. An argument
    that declares the scheme `slippery_slope` is left to its critical questions.

    ## Why it matters

    A first step sometimes does lead to the next: then it can be said how. Without the steps in between, the warning
    is only a fear. Write each step as a claim, and the reader can see which is the weakest.

    ## Flagged

    ```argdown
    [Phones]: Phones should be allowed at lunch.
      - [Slope]: Phones at lunch open the door to phones in class.  // finding: REA207
    ```

    ## Accepted

    ```argdown
    [Phones]: Phones should be allowed at lunch.
      - [Slope]: Pupils who have a phone out at lunch do not put it away when class begins.
    ```

    ## References

    Douglas Walton, Slippery Slope Arguments, 1992; critical questions of the scheme *Slippery slope*.
    """
    for pattern in patterns(subject, "slope-words", "slippery_slope"):
        yield Found(
            pattern.record,
            f'{subject.name(pattern.record)} says "{pattern.words}". What are the steps, and where could one stop? '
            f"Write down each step as a claim of its own.",
            pattern.span,
        )
