"""STR207."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.circularity import circular
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("STR207", Severity.INFO)
def mutual_support(subject: Subject) -> Iterator[Found]:
    """Claims support one another in a circle.

    ## What it does

    Looks for circles of support. Circles of arguments whose claims rest on nothing else are left to
    `begging-the-question`. The shortest circle is shown.

    ## Why it matters

    Claims that fit together may make one another more believable, as the words in a crossword do. But such a circle
    hangs in the air unless something outside holds up one of its claims, and support that goes round must not be
    counted twice. So look for where the circle touches the ground.

    ## Flagged

    ```argdown
    [Fair]: The referee is fair.
      + [Respected]  // finding: STR207

    [Respected]: The players respect the referee.
      + [Fair]
    ```

    ## Accepted

    ```argdown
    [Fair]: The referee is fair.
      + [Respected]: The players respect the referee.
        + [No complaints]: No team has complained about the referee.
    ```
    """
    index, m = subject.index, subject.map
    found = subject.shared(circular).mutual
    if not found:
        return
    relations = {(relation.source, relation.target): relation for relation in m.relations}
    for circle in found:
        records = [m[index.ids[place]] for place in circle]
        names = [subject.name(record) for record in [*records, records[0]]]
        if len(names) > 13:
            names = [*names[:6], "…", *names[-6:]]
        ends = zip(records, [*records[1:], records[0]], strict=True)
        links = [relations[a.id, b.id] for a, b in ends if (a.id, b.id) in relations]
        places = sorted(span for link in links for span in link.spans[:1])
        yield Found(
            records[0],
            f"These support one another in a circle: {' → '.join(names)}. Make sure that something outside the circle "
            f"supports one of them, or remove a support.",
            places[0] if places else None,
            related=tuple((span, "another support of the circle") for span in places[1:11]),
        )
