"""A map as claims and edges, each between two of them, and which of these belong together; made of its links.

An edge leads from each claim of a link to its target. Claims from which one link starts together are linked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.corpora.links import links_of

if TYPE_CHECKING:
    from argmap.model import Argument, ArgumentMap, Claim, RelationKind


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
    found = links_of(m)
    edges = (Edge(each, link.target, link.kind) for link in found.links for each in link.sources)
    linked = (Linked(frozenset(link.sources), link.target) for link in found.links if len(link.sources) > 1)
    return Edges(found.nodes, tuple(dict.fromkeys(edges)), tuple(dict.fromkeys(linked)))
