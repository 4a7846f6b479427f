"""STR110."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity
from argmap.model.records import RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject

_AGAINST = {
    RelationKind.ATTACK: "attacks",
    RelationKind.UNDERCUT: "undercuts",
    RelationKind.CONTRARY: "excludes",
    RelationKind.CONTRADICTORY: "contradicts",
}


@rule("STR110", Severity.ERROR)
def both_supports_and_attacks(subject: Subject) -> Iterator[Found]:
    """A claim or argument both supports and attacks the same thing.

    ## What it does

    Looks for a claim or argument that supports (or entails, or infers) a claim or argument, and also attacks, undercuts
    or excludes it. What leads to its own attack by way of other claims is the matter of
    `support-attacks-conclusion`, and what entails its own contrary that of `entailed-contrary`.

    ## Why it matters

    One reason cannot speak for a claim and against the same claim. Mostly one of two signs was mistyped, or a sentence
    holds two thoughts, one for each side. Then it is two claims.

    ## Flagged

    ```argdown
    [Zoo]: The town should keep the zoo.
      + [Dear]: The zoo draws visitors but costs a million a year.
      - [Dear]  // finding: STR110
    ```

    ## Accepted

    ```argdown
    [Zoo]: The town should keep the zoo.
      + [Draws]: The zoo draws visitors.
      - [Dear]: The zoo costs a million a year.
    ```
    """
    m, index = subject.map, subject.index
    against = [relation for relation in m.relations if relation.kind in _AGAINST]
    if not against:
        return
    edges, position = index.edges, index.position
    helping = {(r.source, r.target): r for r in m.relations if r.kind in (RelationKind.SUPPORT, RelationKind.ENTAILS)}
    told: set[tuple[str, str]] = set()
    for relation in against:
        ends = [(relation.source, relation.target)]
        if relation.kind.is_symmetric:
            ends.append((relation.target, relation.source))
        for source, target in ends:
            helped = helping.get((source, target))
            place = position[source]
            infers = helped is None and any(
                position[target] in edges[name].targets(place) for name in ("conclusion", "intermediate")
            )
            # What entails its contrary is LOG203, what bears on itself STR108.
            entails = helped is not None and helped.kind is RelationKind.ENTAILS and relation.kind.is_symmetric
            if source == target or (source, target) in told or entails or (helped is None and not infers):
                continue
            told.add((source, target))
            deed = "infers" if helped is None else "entails" if helped.kind is RelationKind.ENTAILS else "supports"
            later = relation
            spans = [(each.spans[0], each) for each in (relation, helped) if each is not None and each.spans]
            if len(spans) == 2:
                later = max(spans, key=lambda each: each[0])[1]
            yield Found(
                later,
                f"{subject.name(m[source])} both {deed} and {_AGAINST[relation.kind]} {subject.name(m[target])}. "
                f"Remove one of the two, or split it into a claim for each side.",
                related=((min(spans, key=lambda each: each[0])[0], "the other relation"),) if len(spans) == 2 else (),
            )
