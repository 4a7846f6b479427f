"""WRD119."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


_OPPOSITE = {"support": "objecting-openers", "attack": "adding-openers"}
_DEEDS = {"support": ("supports", "an objection"), "attack": ("attacks", "one more reason")}


@rule("WRD119", Severity.INFO)
def opposite_connective(subject: Subject) -> Iterator[Found]:
    """The first word of a claim says the opposite of its line in the map.

    ## What it does

    Looks for claims that support something and open with "But", "However" or the like, and for claims that attack
    something and open with "Also", "Moreover" or the like.

    ## Why it matters

    "But" announces an objection. If the map shows a support there, either the line or the word is a slip, and readers
    cannot know which. In a map the line says how two claims are related, so the word can go.

    ## Flagged

    ```argdown
    [Bikes]: The town should build ways for bicycles.
      + [Safe]: However, cyclists would be safer.  // finding: WRD119
      - [Cost]: Moreover, the ways would cost a million.  // finding: WRD119
    ```

    ## Accepted

    ```argdown
    [Bikes]: The town should build ways for bicycles.
      + [Safe]: Cyclists would be safer.
      - [Cost]: But the ways would cost a million.
    ```
    """
    openers: dict[str, dict[str, int]] = {}
    for kind, name in _OPPOSITE.items():
        found = ((record.id, hits[0]) for record, hits in subject.hits(name, arguments=True))
        openers[kind] = {record: end for record, (start, end) in found if start == 0}
    if not any(openers.values()):
        return
    for relation in subject.map.relations:
        end = openers.get(relation.kind, {}).get(relation.source)
        if end is not None:
            record = subject.map[relation.source]
            places = subject.words(record).places()
            deed, announced = _DEEDS[relation.kind]
            said = record.text[places[0][0] : places[end - 1][1]]
            yield Found(
                record,
                f'{subject.name(record)} {deed} {subject.name(subject.map[relation.target])}, but "{said}" announces '
                f"{announced}. Leave the word out, or change the relation.",
                span=subject.places.of_words(record, places[0][0], places[end - 1][1]),
            )
