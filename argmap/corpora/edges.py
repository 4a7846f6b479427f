"""A map as claims and edges between them: what annotations of a text, and most corpora, consist of.

Arguments are taken apart. Each premise of a step supports its conclusion, and so does the conclusion of the step
before it. What an argument with steps does to others, its conclusion does; what is done to it is done to the conclusion
of the step that is meant, so that an undercut of the inference to a claim is an edge of the kind `undercut` to that
claim. An argument without steps is a node as a claim is; only where it has no words of its own, and nothing but claims
that speak for it, do these take its place. Claims from which one step or one such argument starts together are linked.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from argmap.model import RelationKind

if TYPE_CHECKING:
    from argmap.model import Argument, ArgumentMap, Claim, Relation

_SUPPORT = RelationKind.SUPPORT


class Edge(NamedTuple):
    """What one node does to another: their ids, and the kind of relation."""

    source: str
    target: str
    kind: RelationKind


class Linked(NamedTuple):
    """Sources of edges that act on their target together, as the premises of one inference do: their ids."""

    sources: frozenset[str]
    target: str


class Edges(NamedTuple):
    """A map as nodes and edges.

    Attributes:
        nodes: Claims, and arguments that stand for themselves, in the order of the map.
        edges: Each once, in the order of the map: first those of steps.
        linked: What acts together, two or more each, in the order of the map; each once.
    """

    nodes: tuple[Claim | Argument, ...]
    edges: tuple[Edge, ...]
    linked: tuple[Linked, ...] = ()


def edges_of(m: ArgumentMap) -> Edges:
    r"""Return a map as nodes and edges. Linear in the map.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> rain = m.support(["It is wet", "It is dark"], m.claim("Stay at home"))
        >>> _ = m.undercut("Lamps are lit", rain)
        >>> [(edge.source, edge.kind.value, edge.target) for edge in edges_of(m).edges]
        [('C2', 'support', 'C1'), ('C3', 'support', 'C1'), ('C4', 'undercut', 'C1')]
        >>> [(sorted(each.sources), each.target) for each in edges_of(m).linked]
        [(['C2', 'C3'], 'C1')]
    """
    spelt_out = {argument.id: argument for argument in m.arguments if argument.steps}
    stood_for = _stood_for(m)
    nodes = (*m.claims, *(a for a in m.arguments if a.id not in spelt_out and a.id not in stood_for))
    found: dict[Edge, None] = {}
    linked: dict[Linked, None] = {}
    for argument in spelt_out.values():
        before: tuple[str, ...] = ()  # a step starts from what the one before it concludes, too
        for step in argument.steps:
            premises = frozenset((*before, *step.premises))
            found.update((Edge(premise, step.conclusion, _SUPPORT), None) for premise in (*before, *step.premises))
            if len(premises) > 1:
                linked[Linked(premises, step.conclusion)] = None
            before = (step.conclusion,)
    for relation in m.relations:
        if relation.target in stood_for and relation.kind is _SUPPORT:
            continue  # its source takes the place of the target
        target, number = relation.target, relation.step
        if target in stood_for:
            target, number = stood_for[target].target, stood_for[target].step
        if target in spelt_out:
            target = spelt_out[target].steps[-1 if number is None else number].conclusion
        source = relation.source
        if source in spelt_out:
            source = spelt_out[source].steps[-1].conclusion
        reasons = stood_for[source].reasons if source in stood_for else (source,)
        found.update((Edge(each, target, relation.kind), None) for each in reasons)
        if len(reasons) > 1:
            linked[Linked(frozenset(reasons), target)] = None
    return Edges(nodes, tuple(found), tuple(linked))


class _StoodFor(NamedTuple):
    """An argument whose place claims take: these claims, and what it acts on in the end."""

    reasons: tuple[str, ...]
    target: str
    step: int | None


def _stood_for(m: ArgumentMap) -> dict[str, _StoodFor]:
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
    given_way = {name for name in reasons if name in bare and acts[name] == 1}
    ends: dict[str, tuple[str, int | None] | None] = {}
    for name in reasons:
        # An undercut of an argument that gives way is one of the inference to what that acts on, and so on.
        way, here = [], name
        while here in given_way and here not in ends:
            ends[here] = None  # until its end is known: on a circle there is none
            way.append(here)
            here = act[here].target
        if here in given_way and ends[here] is None:
            continue
        for each in reversed(way):
            ends[each] = ends.get(act[each].target) or (act[each].target, act[each].step)
    found = {}
    for name in given_way:
        end = ends[name]
        if end is not None:
            found[name] = _StoodFor(tuple(reasons[name]), *end)
    return found
