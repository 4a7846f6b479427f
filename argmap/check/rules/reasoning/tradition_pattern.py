"""REA204."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.words.patterns import patterns
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("REA204", Severity.INFO)
def tradition_pattern(subject: Subject) -> Iterator[Found]:
    """A reason says that it has always been so.

    ## What it does

    Looks for reasons with words such as *always been*, *for centuries* or *a tradition* that have no other premise
    beside them. An argument that declares the scheme `popular_practice` or `precedent` is left to its critical
    questions.

    ## Why it matters

    What has lasted has often proved itself, and people may be attached to it: both are reasons, if they are given.
    The bare fact that something is old is none. Slavery was old, too.

    ## Flagged

    ```argdown
    [Bell]: The bell should ring between lessons.
      + [Always]: The bell has always been part of the school.  // finding: REA204
    ```

    ## Accepted

    ```argdown
    [Bell]: The bell should ring between lessons.
      + [Clock]: Without the bell classes end at different times.
    ```

    ## References

    The appeal to tradition; critical questions of the scheme *Popular practice*.
    """
    for pattern in patterns(subject, "tradition", "popular_practice", "precedent", alone=True):
        yield Found(
            pattern.record,
            f'{subject.name(pattern.record)} says "{pattern.words}". Is it good because it is old? '
            f"Say what it has proved good for, or who would lose by a change.",
            pattern.span,
        )
