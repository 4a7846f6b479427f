"""DIA109."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.data_values import number, word
from argmap.check.rule import Found, Needs, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("DIA109", Severity.INFO, needs=Needs.EVALUATION, profiles=("debate", "strict"))
def stand_off(subject: Subject) -> Iterator[Found]:
    """Two claims speak against each other, and nothing decides between them.

    ## What it does

    Looks for pairs that attack or contradict each other and are both undecided in the grounded reading. A pair is
    decided when the two have different `weight`s in their data, or when one is marked `accepted`, `rejected` or
    `conceded`.

    ## Why it matters

    Two sides that only deny each other leave a listener where they found them. To get on, compare: which harm is
    larger, more likely, sooner, or harder to undo? Or find a reason that hits one of the two and not the other.

    ## Flagged

    ```argdown
    [Ban]: Phones should be banned in class.  // finding: DIA109
      >< [Allow]: Phones should be allowed in class.
    ```

    ## Accepted

    ```argdown
    [Ban]: Phones should be banned in class.
      >< [Allow]: Phones should be allowed in class.

    <Attention>: A phone draws the eye.
      -> [Allow]
    ```

    ```argdown
    [Ban]: Phones should be banned in class.  {weight: 0.7}
      >< [Allow]: Phones should be allowed in class.  {weight: 0.4}
    ```
    """
    label, seen = subject.labelling, set()
    pairs = {(r.source, r.target) for r in subject.map.relations if r.kind.is_negative}
    for relation in subject.map.relations:
        source, target = relation.source, relation.target
        if not relation.kind.is_negative or label.get(source) != "undecided" or label.get(target) != "undecided":
            continue
        pair = frozenset((source, target))
        if len(pair) < 2 or pair in seen or not (relation.kind.is_symmetric or (target, source) in pairs):
            continue
        seen.add(pair)
        records = [subject.map[source], subject.map[target]]
        weights = [number(record.data.get("weight")) for record in records]
        if None not in weights and weights[0] != weights[1]:
            continue
        if any(word(record, "status") in ("accepted", "rejected", "conceded") for record in records):
            continue
        yield Found(
            records[0],
            f"{subject.name(records[0])} and {subject.name(records[1])} speak against each other, and nothing decides. "
            "Compare them, or add a reason that speaks against only one.",
            related=tuple((span, "the other one") for span in [subject.places.of(records[1])] if span),
        )
