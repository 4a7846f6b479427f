"""A diagram on its way into a picture: as a style has arranged it, with the names that its parts have in the graph."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.render.theme import Theme
from argmap.view import Diagram, Node

if TYPE_CHECKING:
    from argmap.render.theme import Tone
    from argmap.view import Edge


@dataclass(frozen=True, slots=True)
class Scene:
    """What a style draws from.

    Attributes:
        diagram: The diagram, as the style has arranged it.
        theme: The look.
        is_upright: Whether the picture stands, with theses on top and reasons below; else it lies, theses on the left.
        columns: The column of each node, where the style sets them; see `Style.columns`.
        nodes: The nodes by id.
        names: For the id of each node, its name in the graph and in the SVG: ``n0``, ``n1`` ... in their order.
        arrivals: How many edges end at each node.
    """

    diagram: Diagram
    theme: Theme
    is_upright: bool
    columns: dict[str, int] = field(default_factory=dict)
    nodes: dict[str, Node] = field(init=False)
    names: dict[str, str] = field(init=False)
    arrivals: Counter[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "nodes", {node.id: node for node in self.diagram.nodes})
        object.__setattr__(self, "names", {node.id: f"n{index}" for index, node in enumerate(self.diagram.nodes)})
        object.__setattr__(self, "arrivals", Counter(edge.target for edge in self.diagram.edges))

    def source(self, edge: Edge) -> Node:
        """Return the node where an edge starts."""
        return self.nodes[edge.source]

    def target(self, edge: Edge) -> Node:
        """Return the node where an edge ends."""
        return self.nodes[edge.target]

    def is_turned(self, edge: Edge) -> bool:
        """Return whether an edge runs against the columns: Graphviz, which counts them by edges, is told it turned."""
        return bool(self.columns) and self.columns[edge.source] > self.columns[edge.target]

    def tone(self, node: Node) -> Tone:
        """Return the colours of a node: those of its side; in a map without sides, those of what it does."""
        sides = self.diagram.sides
        if sides:
            return self.theme.side(sides.index(node.side) if node.side in sides else None)
        return self.theme.tone(node.acts) if node.acts else self.theme.light.neutral
