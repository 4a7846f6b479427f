"""REA208."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.words.patterns import patterns
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("REA208", Severity.INFO)
def anecdote_pattern(subject: Subject) -> Iterator[Found]:
    """The only premise is something that happened to one person.

    ## What it does

    Looks for reasons with words such as *my uncle*, *a friend of mine* or *in my experience* that have no other
    premise beside them. An argument that declares the scheme `example` or `witness_testimony` is left to its critical
    questions.

    ## Why it matters

    A story from life stays in the mind, and one story can refute an *always*. But it cannot show what is usual, for
    we hear of the odd case and not of the many others. Say whether it is typical, or look for numbers.

    ## Flagged

    ```argdown
    [Smoking]: Smoking is less harmful than people say.
      + [Uncle]: My uncle smoked all his life and lived to be ninety.  // finding: REA208
    ```

    ## Accepted

    ```argdown
    [Smoking]: Smoking is harmful.
      + [Study]: Of a thousand smokers who were followed for forty years, half died of smoking.
    ```

    ## References

    Critical questions of the scheme *Example*: is the example typical?
    """
    for pattern in patterns(subject, "anecdotes", "example", "witness_testimony", alone=True):
        yield Found(
            pattern.record,
            f'{subject.name(pattern.record)} says "{pattern.words}". Is this case typical? '
            f"Add a premise that says so, or look for numbers.",
            pattern.span,
        )
