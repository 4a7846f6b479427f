"""A diagram on its way into a picture: as a style has arranged it, with the names that its parts have in the graph."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.render.labels import has_row
from argmap.render.theme import Theme
from argmap.view import Diagram, Edge, EdgeKind, Node, NodeKind

if TYPE_CHECKING:
    from argmap.render.theme import Tone
TURNED = {"e": "w", "w": "e"}
"""The sides of a picture that is read from the right, for those that are told."""
CROWD = 16
"""So many arrows may aim at the middle of a box; where there are more, each has a port of its own."""
_FAN = 0.028  # the room that each arrow takes before a crowded box, in inches: half of them share a lane
_NOTE = 0.3  # the room for a word on a line from side to side, such as "removed", in inches


@dataclass(frozen=True, slots=True)
class Scene:
    """What a style draws from.

    Attributes:
        diagram: The diagram, as the style has arranged it.
        theme: The look.
        is_upright: Whether the picture stands, with theses on top and reasons below; else it lies, theses on the left.
        columns: The column of each node, where the style sets them; see `Style.columns`.
        from_right: Whether it is read from the right. All is told as if it were not, and turned round in the graph.
        landing_kinds: The kinds of nodes that can have ports for what arrives.
        landing_side: The side of these ports where no columns are set, ``e`` or ``w``.
        nodes: The nodes by id.
        names: For the id of each node, its name in the graph and in the SVG: ``n0``, ``n1`` ... in their order.
        arrivals: How many edges end at each node.
        landings: For each edge to a box at which many end, the place on the box where it lands: a port of its own.
        undercut: The cards at whose title an undercut aims, for want of a row of the inference that it is about.
    """

    diagram: Diagram
    theme: Theme
    is_upright: bool
    columns: dict[str, int]
    from_right: bool
    landing_kinds: frozenset[NodeKind]
    landing_side: str
    nodes: dict[str, Node] = field(init=False)
    names: dict[str, str] = field(init=False)
    arrivals: Counter[str] = field(init=False)
    landings: dict[Edge, str] = field(init=False)
    undercut: frozenset[str] = field(init=False)
    _landed: dict[str, dict[str, list[str]]] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "nodes", {node.id: node for node in self.diagram.nodes})
        object.__setattr__(self, "names", {node.id: f"n{index}" for index, node in enumerate(self.diagram.nodes)})
        object.__setattr__(self, "arrivals", Counter(edge.target for edge in self.diagram.edges))
        object.__setattr__(self, "landings", {})
        undercuts = [edge for edge in self.diagram.edges if edge.kind is EdgeKind.UNDERCUT]
        cards = [edge for edge in undercuts if self.target(edge).kind is NodeKind.ARGUMENT]
        at_title = [edge.target for edge in cards if not has_row(self.target(edge), edge.target_anchor)]
        object.__setattr__(self, "undercut", frozenset(at_title))
        object.__setattr__(self, "_landed", {})
        if not self.is_upright:  # in one that stands, not many boxes are beside each other
            self._land()

    def source(self, edge: Edge) -> Node:
        """Return the node where an edge starts."""
        return self.nodes[edge.source]

    def target(self, edge: Edge) -> Node:
        """Return the node where an edge ends."""
        return self.nodes[edge.target]

    def ports_of(self, name: str, side: str) -> list[str]:
        """Return the ports at which edges land on a side of a node, ``e`` or ``w``, from top to bottom."""
        if self.from_right:
            side = TURNED[side]
        return self._landed.get(name, {}).get(side, [])

    @property
    def room(self) -> float:
        """How much further apart columns stand for the lanes before a crowded box, and for notes, in inches."""
        most = max((len(ports) for sides in self._landed.values() for ports in sides.values()), default=0)
        has_notes = not self.is_upright and any(edge.change for edge in self.diagram.edges)
        return (_FAN * most + _NOTE * has_notes) * self.theme.scale

    def _land(self) -> None:
        """Give each edge to a crowded box a port, in the order in which what it comes from stands."""
        nodes, arrivals = self.nodes, self.arrivals
        meeting = Counter(edge.target for edge in self.diagram.edges if edge.kind is EdgeKind.PREMISE)
        answers = arrivals - meeting  # premises meet in a point, however many they are
        crowded = {name for name in answers if answers[name] > CROWD and nodes[name].kind in self.landing_kinds}
        if not crowded:
            return
        row = {name: index for index, name in enumerate(self.columns or self.nodes)}
        edges = [edge for edge in self.diagram.edges if edge.target in crowded and not edge.has_two_heads]
        edges = [edge for edge in edges if edge.target_anchor is None]  # what aims at a part of a card lands there
        for edge in sorted(edges, key=lambda edge: row[edge.source]):
            side = self.landing_side
            if self.columns:
                here, there = self.columns[edge.target], self.columns[edge.source]
                if here == there:
                    continue
                side = "e" if here < there else "w"
            ports = self._landed.setdefault(edge.target, {}).setdefault(side, [])
            ports.append(f"{side}{len(ports)}")
            self.landings[edge] = ports[-1]

    def is_turned(self, edge: Edge) -> bool:
        """Return whether an edge runs against the columns: Graphviz, which counts them by edges, is told it turned."""
        return bool(self.columns) and self.columns[edge.source] > self.columns[edge.target]

    def tone(self, node: Node) -> Tone:
        """Return the colours of a node: those of its side; in a map without sides, those of what it does."""
        sides = self.diagram.sides
        if sides:
            return self.theme.side(sides.index(node.side) if node.side in sides else None)
        return self.theme.tone(node.acts) if node.acts else self.theme.light.neutral
