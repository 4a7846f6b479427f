"""DIA113."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.speeches import parts, role
from argmap.diagnostics import Severity
from argmap.model.records import Argument

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("DIA113", Severity.INFO, profiles=("debate", "strict"))
def missing_impact(subject: Subject) -> Iterator[Found]:
    """An argument for a thesis does not say what follows from it for the people concerned.

    ## What it does

    In a map where some claim or argument has `role: impact`, looks at the arguments of the sides that speak for a
    thesis. One of their premises, something that supports them, or they themselves should have the role as well; data
    `impact` with the words do, too. A map in which nothing has the role is left alone.

    ## Why it matters

    "So what?" is the question that listeners ask. An argument wins by what it means for someone: how many people, how
    badly, how soon. Without that it cannot be weighed against others.

    ## Flagged

    ```argdown
    [Ban]: Phones should be banned in class.
      + <Attention>: A phone draws the eye.  {side: ban}
          + Pupils who look away miss what the test asks.  {role: impact}
      + <Quarrels>: Phones lead to quarrels.  {side: ban} // finding: DIA113
    ```

    ## Accepted

    ```argdown
    [Ban]: Phones should be banned in class.
      + <Attention>: A phone draws the eye.  {side: ban}
          + Pupils who look away miss what the test asks.  {role: impact}
      + <Quarrels>: Phones lead to quarrels.  {side: ban, impact: Two pupils no longer talk to each other.}
    ```

    ## References

    - Assertion, reasoning, evidence, impact: the parts of an argument as urban debate leagues teach them.
    """
    with_impact = {record.id for record in subject.map if role(record) == "impact" or record.data.get("impact")}
    if not with_impact:
        return
    for thesis in subject.theses:
        for argument in subject.map.supports_of(thesis):
            if not isinstance(argument, Argument) or argument.side is None:
                continue
            near = set(parts(subject.map, argument))
            near.update(other.id for other in subject.map.supports_of(argument))
            if near.isdisjoint(with_impact):
                yield Found(
                    argument,
                    f"{subject.name(argument)} does not say why it matters. "
                    "Add a claim with {role: impact}: who is concerned, how much, how soon?",
                )
