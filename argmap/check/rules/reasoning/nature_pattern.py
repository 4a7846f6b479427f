"""REA203."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.words.patterns import patterns
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("REA203", Severity.INFO)
def nature_pattern(subject: Subject) -> Iterator[Found]:
    """A reason says that something is natural or unnatural.

    ## What it does

    Looks for reasons with words such as *is natural*, *unnatural* or *artificial* that have no other premise beside
    them.

    ## Why it matters

    Poisons are natural, and glasses are not. That something grows by itself does not make it good, and that people
    made it does not make it bad. Often something else is meant: that it is untested, wasteful or unfamiliar. Then
    that is the reason to give.

    ## Flagged

    ```argdown
    [Meat]: It is right to eat meat.
      + [Nature]: Eating meat is natural.  // finding: REA203
    ```

    ## Accepted

    ```argdown
    [Meat]: It is right to eat meat.
      + [Farms]: Small farms live on keeping animals.
    ```

    ## References

    The appeal to nature; compare G. E. Moore, Principia Ethica, 1903, chapter 2.
    """
    for pattern in patterns(subject, "nature", alone=True):
        yield Found(
            pattern.record,
            f'{subject.name(pattern.record)} says "{pattern.words}". Is it good or bad for that reason? '
            f"Say what is good or bad about it.",
            pattern.span,
        )
