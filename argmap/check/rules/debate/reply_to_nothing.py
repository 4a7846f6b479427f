"""DIA107."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.data_values import word
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("DIA107", Severity.ERROR)
def reply_to_nothing(subject: Subject) -> Iterator[Found]:
    """Something is marked as a rebuttal, and rebuts nothing.

    ## What it does

    Looks for claims and arguments with `role: rebuttal` that speak against nothing: neither they themselves nor
    anything that they support, conclude or are a premise of attacks, undercuts or contradicts something.

    ## Why it matters

    A reply is a reply to something. As long as the map does not say to what, nobody can judge whether it answers it.

    ## Flagged

    ```argdown
    [Ban]: Phones should be banned in class.

    [Off]: A phone that is off draws no eye.  {role: rebuttal} // finding: DIA107
    ```

    ## Accepted

    ```argdown
    [Ban]: Phones should be banned in class.
      + <Attention>: A phone draws the eye.
          - [Off]: A phone that is off draws no eye.  {role: rebuttal}
    ```

    ```argdown
    [Ban]: Phones should be banned in class.

    <Off>: A phone that is off draws no eye.  {role: rebuttal}

    (1) [Ours are off]: The phones in our class are off.
    (2) [Off is quiet]: A phone that is off draws no eye.
    ----
    (3) [No eye]: The phones in our class draw no eye.
      -> [Ban]
    ```
    """
    marked = [record for record in subject.map if word(record, "role") == "rebuttal"]
    if not marked:
        return
    index = subject.index
    waiting: list[int] = []
    for relation in subject.map.relations:
        if relation.kind.is_negative:
            waiting.append(index.position[relation.source])
            if relation.kind.is_symmetric:
                waiting.append(index.position[relation.target])
    replying = set(waiting)
    rows = [index.edges[name] for name in ("support", "entails", "conclusion", "intermediate", "premise")]
    while waiting:
        place = waiting.pop()
        for row in rows:
            for other in row.sources(place):
                if other not in replying:
                    replying.add(other)
                    waiting.append(other)
    for record in marked:
        if index.position[record.id] not in replying:
            yield Found(
                record,
                f"{subject.name(record)} is marked as a rebuttal and speaks against nothing. "
                "Write below it what it answers, as in -> [Claim].",
                subject.places.of_data(record, "role", "rebuttal"),
            )
