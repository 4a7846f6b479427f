"""DIA115."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, Needs, rule
from argmap.check.speeches import role
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Node, Subject


@rule("DIA115", Severity.INFO, needs=Needs.EVALUATION, profiles=("debate", "strict"))
def missing_weighing(subject: Subject) -> Iterator[Found]:
    """Both sides keep an impact that stands, and nothing compares them.

    ## What it does

    Looks for claims and arguments with `role: impact` of at least two sides that stand in the grounded reading, in a
    map in which nothing has `role: weighing`.

    ## Why it matters

    When both sides are right about something, the debate is decided by weighing: which effect reaches more people, is
    more likely, comes sooner, or is harder to undo? The side that does not weigh leaves this to the judge.

    ## Flagged

    ```argdown
    [Ban]: Phones should be banned in class.
      + [Missed]: Pupils who look away miss what the test asks.  {side: ban, role: impact} // finding: DIA115
      - [No dictionary]: Without phones, new pupils do not understand the lesson.  {side: allow, role: impact}
    ```

    ## Accepted

    ```argdown
    [Ban]: Phones should be banned in class.
      + [Missed]: Pupils who look away miss what the test asks.  {side: ban, role: impact}
      - [No dictionary]: Without phones, new pupils do not understand the lesson.  {side: allow, role: impact}
          - [More are distracted]: For each new pupil, ten others look away.  {side: ban, role: weighing}
    ```

    ## References

    - Magnitude, probability, timeframe, reversibility: the measures of weighing in Lincoln-Douglas debate.
    """
    first: dict[str, Node] = {}
    for record in subject.map:
        part = role(record)
        if part == "weighing":
            return
        if part == "impact" and record.side is not None and subject.labelling.get(record.id) == "in":
            first.setdefault(record.side, record)
    if len(first) > 1:
        one, other = list(first.values())[:2]
        yield Found(
            one,
            f"{subject.name(one)} ({one.side}) and {subject.name(other)} ({other.side}) both stand, and nothing "
            "compares them. Add a claim with {role: weighing}: which is larger, likelier, sooner, harder to undo?",
            related=tuple((span, "the impact of the other side") for span in [subject.places.of(other)] if span),
        )
