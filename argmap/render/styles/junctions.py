"""Linked premises that meet in a point, as in the handbooks: every claim is a box, one arrow leaves the point.

The title of an argument stands on that point as a small bar, its rule below it; an argument without either is a dot.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.render.style import Style, tied
from argmap.render.styles.taking_apart import take_apart
from argmap.view import Block, EdgeKind, NodeKind, with_legend

if TYPE_CHECKING:
    from argmap.render.scene import Scene
    from argmap.render.style import Attributes
    from argmap.view import Diagram, Edge, Node


class Junctions(Style):
    """The style `junctions`: cards taken apart."""

    landing_kinds = Style.landing_kinds | {NodeKind.INFERENCE}

    def arrange(self, diagram: Diagram) -> Diagram:
        """Return `diagram` with every claim in a box of its own and every inference as a point."""
        return with_legend(take_apart(diagram))

    def graph_attributes(self, scene: Scene) -> Attributes:
        """Return the attributes of the whole: room on both sides of the points for heads and signs."""
        attributes = super().graph_attributes(scene)
        if any(node.kind.is_meeting for node in scene.diagram.nodes):
            ranksep = (0.4 if scene.is_upright else 0.45) * scene.theme.scale
            attributes["ranksep"] = f"{ranksep + scene.room:g}"
        return attributes

    def node_attributes(self, node: Node, scene: Scene) -> Attributes:
        """Return the attributes of a node; a point with a name is the title bar of a card, and no more."""
        if node.kind is NodeKind.INFERENCE:
            return self.named_point(node, scene)
        return super().node_attributes(node, scene)

    def named_point(self, node: Node, scene: Scene) -> Attributes:
        """Return the attributes of a point with a name: a title bar, and below it the rule."""
        if node.title and node.text:
            node = replace(node, text="", blocks=(Block("rule", (), None, (node.text,)),))
        elif node.text:
            node = replace(node, title=node.text, text="")
        return self.card(node, scene)

    def edge_attributes(self, edge: Edge, scene: Scene) -> Attributes:
        """Return the attributes of an edge; lines that meet have the colour of what they do together."""
        attributes = super().edge_attributes(edge, scene)
        point = scene.target(edge)
        if edge.kind is EdgeKind.PREMISE and point.kind.is_meeting:
            theme = scene.theme
            attributes["weight"] = "2"
            if edge.strength is None:
                attributes["penwidth"] = f"{theme.strokes[EdgeKind.SUPPORT].width:g}"
            if not edge.change and not edge.colour:
                attributes["color"] = (theme.tone(point.acts) if point.acts else theme.light.neutral).line
        return attributes

    def ends(self, edge: Edge, scene: Scene) -> tuple[str, str]:
        """Return where an edge is tied to its nodes; the premises of a named point meet in the middle of one side."""
        tail, head = super().ends(edge, scene)
        if edge.kind is EdgeKind.PREMISE and scene.target(edge).kind is NodeKind.INFERENCE:
            landing = scene.landings.get(edge)
            side = "s" if scene.is_upright else "e"
            head = tied(scene.names[edge.target], landing, side)
        return tail, head


STYLE = Junctions()
"""The style, ready to be used."""
