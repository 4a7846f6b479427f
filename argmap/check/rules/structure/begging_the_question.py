"""STR107."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.check.graph.circularity import circular
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity
from argmap.model.records import Argument

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.diagnostics import Span


@rule("STR107", Severity.ERROR)
def begging_the_question(subject: Subject) -> Iterator[Found]:
    """A claim is inferred from itself, directly or in a circle.

    ## What it does

    Looks for an argument that lists its conclusion among its premises, and for circles of arguments in which each
    infers a premise of the next. A circle is reported if its claims rest on nothing but one another: none of them is
    supported from outside. The shortest circle is shown.

    ## Why it matters

    An argument is to give a reason to someone who doubts its conclusion. If a premise can only be believed by someone
    who believes the conclusion already, that person has got no reason: the argument begs the question. Long circles are
    hard to notice, for each step looks fine by itself.

    ## Flagged

    ```argdown
    <The diary is true>

    (1) [Says so]: The diary says that it tells the truth.
    (2) [True]: What the diary says is true.  // finding: STR107
    ----
    (3) [True]
    ```

    ```argdown
    <Trusted>

    (1) [Good]: The newspaper is good.
    ----
    (2) [Trust]: People trust the newspaper.

    <Good because trusted>

    (1) [Trust]  // finding: STR107
    (2) [Fit]: People trust only what is good.
    ----
    (3) [Good]
    ```

    ## Accepted

    One claim in the circle has a reason from outside:

    ```argdown
    <Trusted>

    (1) [Good]: The newspaper is good.
    ----
    (2) [Trust]: People trust the newspaper.

    <Good because trusted>

    (1) [Trust]
    (2) [Fit]: People trust only what is good.
    ----
    (3) [Good]

    <Prizes>

    (1) [Won]: The newspaper won three prizes for its reports.
    ----
    (2) [Good]

    [Buy]: Our school should buy the newspaper.
      + [Good]
    ```

    ## References

    - D. Walton, *Begging the Question* (1991)
    """
    index, m = subject.index, subject.map
    found = subject.shared(circular)
    for at, conclusion in found.within:
        argument, claim = m[index.ids[at]], m[index.ids[conclusion]]
        assert isinstance(argument, Argument)
        yield Found(
            argument,
            f"{subject.name(argument)} begs the question: {subject.name(claim)} is inferred from itself. Put a reason "
            f"in its place for which {subject.name(claim)} is not needed.",
            subject.places.in_argument(argument, claim.id),
        )
    for circle in found.begging:
        yield _circle(subject, circle)


def _circle(subject: Subject, circle: list[int]) -> Found:
    index, m = subject.index, subject.map
    records = [m[index.ids[place]] for place in circle]
    claims = [place for place, record in enumerate(records) if not isinstance(record, Argument)]
    start = claims[0] if claims else 0
    records = records[start:] + records[:start]
    names = [subject.name(record) for record in [*records, records[0]]]
    if len(names) > 13:
        names = [*names[:6], "…", *names[-6:]]
    places: list[Span] = []
    for claim, argument in pairwise(records):
        if isinstance(argument, Argument) and not isinstance(claim, Argument):
            span = subject.places.in_argument(argument, claim.id)
            if span is not None:
                places.append(span)
    # The circle closes where it is read last.
    places.sort()
    return Found(
        records[0],
        f"These claims rest on nothing but one another: {' → '.join(names)}. Give a reason from outside for one of "
        f"them, or remove an argument.",
        places[-1] if places else None,
        related=tuple((span, "another premise of the circle") for span in places[:-1][:10]),
    )
