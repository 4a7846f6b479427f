"""REA206."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.words.patterns import patterns
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("REA206", Severity.INFO)
def after_this_pattern(subject: Subject) -> Iterator[Found]:
    """The only premise says that one thing came after another.

    ## What it does

    Looks for reasons that have no other premise beside them, and in which a word such as *after* or *since* goes with
    a word of change, such as *rose*, *fell* or *improved*. An argument that declares the scheme
    `correlation_to_cause` or `cause_to_effect` is left to its critical questions.

    ## Why it matters

    The cock crows and then the sun rises, but the one does not make the other. What came after something may have
    come because of it, or it may have come anyway. To tell, one compares with a place where the first thing did not
    happen.

    ## Flagged

    ```argdown
    [Lights]: The new lights make the park safer.
      + [Fewer]: After the lights came, thefts fell by a third.  // finding: REA206
    ```

    ## Accepted

    ```argdown
    <Compared>: It was the lights.

    (1) After the lights came, thefts in the park fell by a third.
    (2) In the parks without new lights thefts stayed the same.
    ----
    (3) [Lights]: The new lights make the park safer.
    ```

    ## References

    The old name is *post hoc, ergo propter hoc*: after this, therefore because of this.
    """
    for pattern in patterns(subject, "after-this", "correlation_to_cause", "cause_to_effect", "sign", alone=True):
        if "changes" in subject.words(pattern.record).lists:
            yield Found(
                pattern.record,
                f'{subject.name(pattern.record)} says that one thing came after another ("{pattern.words}"). '
                f"Did it come because of it? Ask what else changed at that time, and what happened elsewhere.",
                pattern.span,
            )
