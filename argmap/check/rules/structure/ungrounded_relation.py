"""STR201."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.grounding import grounding, is_spelt_out
from argmap.check.graph.uses import lines_of
from argmap.check.graph.written import writers
from argmap.check.rule import Found, rule
from argmap.model.records import Argument, Claim, RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.graph.grounding import Grounding
    from argmap.check.subject import Subject
    from argmap.diagnostics import Span
    from argmap.model.records import Relation

_KINDS = (RelationKind.SUPPORT, RelationKind.ENTAILS, RelationKind.ATTACK)


@rule("STR201")
def ungrounded_relation(subject: Subject) -> Iterator[Found]:
    """A relation is drawn to an argument, but the premises and conclusions there do not bear it out.

    ## What it does

    Looks at relations to arguments with premises and a conclusion. A support is borne out if the claim, or the
    conclusion of the argument that supports, is a premise or a conclusion there, or leads to one by relations or by the
    steps of other arguments. An attack by an argument that is spelt out is borne out if its conclusion contradicts or
    attacks a premise or a conclusion there, or leads to something that does. Undercuts aim at the step itself and are
    accepted. Where one of the two ends is only a sketch, there is nothing to compare.

    ## Why it matters

    An arrow is a promise: this point matters for that argument. When both arguments are spelt out, the promise can be
    checked, because the point must turn up among the premises or speak against one. If it does not, a premise is
    missing or the arrow leads to the wrong place.

    ## Flagged

    ```argdown
    <Noise>: The new road is loud.

    (1) [Lorries]: Lorries will use the new road.
    (2) [Lorries are loud]: Lorries are loud.
    ----
    (3) [Loud]: The new road will be loud.
      +> <House prices>  // finding: STR201

    <House prices>: Houses near the road lose their value.

    (1) [Dust]: The new road makes dust.
    (2) [Dust repels]: Nobody pays much for a house in the dust.
    ----
    (3) [Cheaper]: Houses near the new road will be cheaper.
    ```

    ```argdown
    <Jobs>: The road brings work.

    (1) [Firms]: Firms settle where roads are good.
    ----
    (2) [Work]: The new road brings work.
      -> <House prices>  // finding: STR201

    <House prices>: Houses near the road lose their value.

    (1) [Dust]: The new road makes dust.
    (2) [Dust repels]: Nobody pays much for a house in the dust.
    ----
    (3) [Cheaper]: Houses near the new road will be cheaper.
    ```

    ## Accepted

    ```argdown
    <Noise>: The new road is loud.
      +> <House prices>

    (1) [Lorries]: Lorries will use the new road.
    (2) [Lorries are loud]: Lorries are loud.
    ----
    (3) [Loud]: The new road will be loud.

    <House prices>: Houses near the road lose their value.

    (1) [Loud]
    (2) [Noise repels]: Nobody pays much for a house in the noise.
    ----
    (3) [Cheaper]: Houses near the new road will be cheaper.
    ```

    The conclusion contradicts a premise:

    ```argdown
    <Tunnel>: The road lies in a tunnel.
      -> <House prices>

    (1) [Under ground]: The new road lies under ground.
    ----
    (2) [Quiet]: The new road will be quiet.
      >< [Loud]

    <House prices>: Houses near the road lose their value.

    (1) [Loud]: The new road will be loud.
    (2) [Noise repels]: Nobody pays much for a house in the noise.
    ----
    (3) [Cheaper]: Houses near the new road will be cheaper.
    ```

    ## References

    - https://github.com/argdown/argdown/issues/593
    """
    arguments = {argument.id: argument for argument in subject.map.arguments if argument.steps}
    inferred = {argument.conclusion for argument in arguments.values()}
    for relation in subject.map.relations:
        target = arguments.get(relation.target)
        if target is None or relation.kind not in _KINDS or relation.source == relation.target:
            continue
        source = subject.map[relation.source]
        if isinstance(source, Argument):
            if not is_spelt_out(source):
                continue
            claim = subject.map[source.conclusion or ""]
        else:
            claim = source
        assert isinstance(claim, Claim)
        is_attack = relation.kind is RelationKind.ATTACK
        if is_attack and claim.id not in inferred:
            continue  # see vague-target
        found = subject.shared(grounding)
        if not claim.text or found.bears_on(claim.id, lines_of(target), against=is_attack):
            continue
        yield from _found(subject, relation, claim, target, found)


def _found(subject: Subject, relation: Relation, claim: Claim, target: Argument, grounds: Grounding) -> Iterator[Found]:
    writer, span = next(writers(relation, subject))
    drawn = subject.map[writer]
    at, there = subject.name(claim), subject.name(target)
    by = at if drawn is claim else f"{subject.name(drawn)}, which concludes {at},"
    same = grounds.same_words(claim, lines_of(target))
    near = grounds.nearest(claim, target.premises)
    names = " or ".join(subject.name(each) for each in near)
    if relation.kind is RelationKind.ATTACK:
        message = (
            f"{by} is said to attack {there}, but speaks against none of its premises and conclusions. Make {at} "
            f"contradict {names}, or make it an undercut."
        )
    elif same is not None:
        message = (
            f"{by} is said to support {there}, where {subject.name(same)} has the same words but is another claim. "
            "Use one title for both."
        )
    else:
        message = (
            f"{by} is said to support {there}, but is none of its premises and leads to none. Add {at} to the "
            f"premises of {there}, or let it support {names}."
        )
    related: list[tuple[Span, str]] = []
    for each in near:
        place = subject.places.in_argument(target, each.id)
        if place is not None:
            related.append((place, "one of the premises"))
    yield Found(relation, message, span, tuple(related))
