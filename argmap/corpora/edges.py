"""A map as claims and edges between them: what annotations of a text, and most corpora, consist of.

Arguments are taken apart. Each premise of a step supports its conclusion, and so does the conclusion of the step
before it. What an argument with steps does to others, its conclusion does; what is done to it is done to the conclusion
of the step that is meant, so that an undercut of the inference to a claim is an edge of the kind `undercut` to that
claim. An argument without steps is a node as a claim is; only where it has no words of its own, and nothing but claims
that speak for it, do these take its place.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from argmap.model import RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import Argument, ArgumentMap, Claim, Relation

_SUPPORT = RelationKind.SUPPORT


class Edge(NamedTuple):
    """What one node does to another: their ids, and the kind of relation."""

    source: str
    target: str
    kind: RelationKind


class Edges(NamedTuple):
    """A map as nodes and edges.

    Attributes:
        nodes: Claims, and arguments that stand for themselves, in the order of the map.
        edges: Each once, in the order of the map: first those of steps.
    """

    nodes: tuple[Claim | Argument, ...]
    edges: tuple[Edge, ...]


def edges_of(m: ArgumentMap) -> Edges:
    r"""Return a map as nodes and edges. Linear in the map.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> rain = m.support(["It is wet", "It is dark"], m.claim("Stay at home"))
        >>> _ = m.undercut("Lamps are lit", rain)
        >>> [(edge.source, edge.kind.value, edge.target) for edge in edges_of(m).edges]
        [('C2', 'support', 'C1'), ('C3', 'support', 'C1'), ('C4', 'undercut', 'C1')]
    """
    spelt_out = {argument.id: argument for argument in m.arguments if argument.steps}
    stood_for = _stood_for(m, spelt_out)
    nodes = (*m.claims, *(a for a in m.arguments if a.id not in spelt_out and a.id not in stood_for))
    found: dict[Edge, None] = {}
    for argument in spelt_out.values():
        before: tuple[str, ...] = ()  # a step starts from what the one before it concludes, too
        for step in argument.steps:
            found.update((Edge(premise, step.conclusion, _SUPPORT), None) for premise in (*before, *step.premises))
            before = (step.conclusion,)
    for relation in m.relations:
        if relation.target in stood_for and relation.kind is _SUPPORT:
            continue  # its source takes the place of the target
        target = _target(relation, spelt_out, stood_for)
        for source in _sources(relation, spelt_out, stood_for):
            found[Edge(source, target, relation.kind)] = None
    return Edges(nodes, tuple(found))


def _stood_for(m: ArgumentMap, spelt_out: dict[str, Argument]) -> dict[str, tuple[tuple[str, ...], Relation]]:
    """Return the arguments whose place claims take: for each, these claims, and the one thing it does."""
    bare = {argument.id for argument in m.arguments if not argument.text and not argument.steps}
    claims = {claim.id for claim in m.claims}
    acts = Counter(relation.source for relation in m.relations)
    act: dict[str, Relation] = {}
    reasons: dict[str, list[str]] = {}
    for relation in m.relations:
        if relation.source in bare:
            act[relation.source] = relation
        if relation.target in bare:
            if relation.kind is _SUPPORT and relation.source in claims:
                reasons.setdefault(relation.target, []).append(relation.source)
            elif relation.kind is not RelationKind.UNDERCUT:
                bare.discard(relation.target)
    return {
        name: (tuple(reasons[name]), act[name])
        for name in reasons
        if name in bare and acts[name] == 1 and (act[name].target in claims or act[name].target in spelt_out)
    }


def _sources(
    relation: Relation, spelt_out: dict[str, Argument], stood_for: dict[str, tuple[tuple[str, ...], Relation]]
) -> Iterator[str]:
    if relation.source in stood_for:
        yield from stood_for[relation.source][0]
    elif relation.source in spelt_out:
        yield spelt_out[relation.source].steps[-1].conclusion
    else:
        yield relation.source


def _target(
    relation: Relation, spelt_out: dict[str, Argument], stood_for: dict[str, tuple[tuple[str, ...], Relation]]
) -> str:
    if relation.target in stood_for:
        return _target(stood_for[relation.target][1], spelt_out, {})
    if relation.target in spelt_out:
        steps = spelt_out[relation.target].steps
        return steps[-1 if relation.step is None else relation.step].conclusion
    return relation.target
