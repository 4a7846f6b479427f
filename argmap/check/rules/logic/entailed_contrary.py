"""LOG203."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.conflicts import CANNOT_BOTH, opposites
from argmap.check.graph.ways_of_reasons import entailing
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("LOG203", Severity.ERROR)
def entailed_contrary(subject: Subject) -> Iterator[Found]:
    """A claim entails two claims that cannot both be true, or entails what it contradicts.

    ## What it does

    Follows entails relations, over several claims, back from both ends of each declared contrary and contradictory
    pair. A claim that is met from both ends can never be true.

    ## Why it matters

    To entail a claim is to be true only if it is. So a claim that leads to two opposites is ruled out by logic alone,
    before anyone has looked at the facts. Usually one of the relations says more than was meant: a reason for or
    against is not yet a proof.

    ## Flagged

    ```argdown
    ===
    model: {mode: strict}
    ===

    [All may vote]: Everybody may vote.
      + [Town vote]
      >< [Adults only]

    [Adults only]: Only adults may vote.
      + [Town vote]

    [Town vote]: The town lets every adult, and nobody else, vote.  // finding: LOG203
    ```

    ## Accepted

    ```argdown
    ===
    model: {mode: strict}
    ===

    [All may vote]: Everybody may vote.
      >< [Not all]

    [Not all]: Not everybody may vote.
      + [Adults only]: Only adults may vote.
    ```
    """
    if not subject.index.edges["entails"].out_targets:
        return
    index, m = subject.index, subject.map
    told: set[int] = set()
    for relation in opposites(subject):
        ends = [entailing(subject, index.position[name]) for name in (relation.source, relation.target)]
        both = {place: ends[0][place] + ends[1][place] for place in ends[0] if place in ends[1]}
        if not both:
            continue
        # Whatever entails the nearest one is ruled out with it.
        nearest = min(both, key=lambda place: (both[place], place))
        if nearest in told:
            continue
        told.add(nearest)
        claim = m[index.ids[nearest]]
        first, second = m[relation.source], m[relation.target]
        if claim.id in (first.id, second.id):
            other = second if claim.id == first.id else first
            words = f"{subject.name(claim)} entails {subject.name(other)}, and the two {CANNOT_BOTH[relation.kind]}"
        else:
            words = (
                f"{subject.name(claim)} entails both {subject.name(first)} and {subject.name(second)}, which "
                f"{CANNOT_BOTH[relation.kind]}"
            )
        span = subject.places.of(relation)
        yield Found(
            claim,
            f"{words}, so it can never be true. Look at each of these relations again.",
            related=() if span is None else ((span, "here the two are declared to exclude each other"),),
        )
