"""REA116."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.words.patterns import patterns
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("REA116", Severity.INFO)
def popularity_pattern(subject: Subject) -> Iterator[Found]:
    """The only premise says that many people think or do so.

    ## What it does

    Looks for reasons with words such as *most people*, *everyone knows* or *polls show* that have no other premise
    beside them. An argument that declares the scheme `popular_opinion` or `popular_practice` is left to its critical
    questions.

    ## Why it matters

    Most people once thought that the sun goes round the earth. What many believe is worth a look, above all when they
    are in a position to know. Then say so: the premise that they are is the one that makes the argument.

    ## Flagged

    ```argdown
    [Uniform]: Our school should have a uniform.
      + [Parents]: Most parents want a uniform.  // finding: REA116
    ```

    ## Accepted

    Here another premise says why it matters what they want:

    ```argdown
    <Parents>: They pay for it.

    (1) Most parents want a uniform.
    (2) What most parents want should be done where parents pay for it.
    (3) Parents pay for school clothes.
    ----
    (4) [Uniform]: Our school should have a uniform.
    ```

    ## References

    Douglas Walton, Appeal to Popular Opinion, 1999; critical questions of the scheme *Popular opinion*.
    """
    for pattern in patterns(subject, "popularity", "popular_opinion", "popular_practice", alone=True):
        yield Found(
            pattern.record,
            f'{subject.name(pattern.record)} says "{pattern.words}". Is it a reason that so many think or do so? '
            f"Say why they are in a position to know, or give a reason of your own.",
            pattern.span,
        )
