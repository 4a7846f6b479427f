"""The convention of Argdown: statements in white boxes, arguments in filled ones, without their insides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.render.boxes import claim_label, with_ports
from argmap.render.looks import is_colour
from argmap.render.style import Attributes, Style
from argmap.view import Edge, EdgeKind, Node, NodeKind, with_legend

if TYPE_CHECKING:
    from argmap.render.scene import Scene
    from argmap.view import Diagram

_FRAME = 1.5  # how much thicker the frame of a statement is than that of an argument


class Argdown(Style):
    """Statements and arguments as boxes, as Argdown's own maps have them.

    An argument is its title and its gist; where it has neither, its premises stand for the gist. What acts on a
    premise or a conclusion inside it is drawn as acting on the argument, and what these do as done by it. A premise
    that has a box of its own supports the argument.
    """

    has_title_bars = False

    def arrange(self, diagram: Diagram) -> Diagram:
        """Return the diagram with closed arguments, and without the edges inside them. Linear."""
        nodes = tuple(_closed(node) for node in diagram.nodes)
        edges: dict[tuple[EdgeKind, tuple[str, str], bool], Edge] = {}
        for edge in diagram.edges:
            kind = EdgeKind.SUPPORT if edge.kind is EdgeKind.PREMISE else edge.kind
            ends = edge.source, edge.target
            if edge.source != edge.target and (kind, ends[::-1], True) not in edges:
                is_outer = kind is edge.kind and edge.source_anchor is None and edge.target_anchor is None
                outer = edge if is_outer else replace(edge, kind=kind, source_anchor=None, target_anchor=None)
                edges.setdefault((kind, ends, edge.has_two_heads), outer)
        return with_legend(replace(diagram, nodes=nodes, edges=tuple(edges.values())))

    def card(self, node: Node, scene: Scene) -> Attributes:
        """Return the attributes of an argument: a filled box, its title in bold over its gist in smaller type."""
        theme = scene.theme
        label = claim_label(node, theme, scene.tone(node), text_size=round(theme.size * 10 / 11))
        sides = scene.ports_of(node.id, "w"), scene.ports_of(node.id, "e")
        if any(sides):
            return self.frame(node, scene) | {"label": f"<{with_ports(label, *sides, theme)}>", "margin": "0"}
        return self.frame(node, scene) | {"label": f"<{label}>"}

    def box(self, node: Node, scene: Scene) -> Attributes:
        """Return the attributes of a statement: white, with round corners and a coloured frame."""
        attributes = super().box(node, scene)
        if node.kind is NodeKind.CLAIM and not is_colour(node.colour) and not node.status:
            attributes["fillcolor"] = scene.theme.light.cell
            if not node.change and not node.is_thesis:
                attributes["penwidth"] = f"{_FRAME * scene.theme.frame_width:g}"
        return attributes


def _closed(node: Node) -> Node:
    if not node.blocks:
        return node
    gist = node.text
    if not gist and not node.title:
        gist = " · ".join(one.text or one.title or one.claim for block in node.blocks for one in block.premises)
    return replace(node, blocks=(), text=gist)


STYLE = Argdown()
"""The style `argdown`."""
