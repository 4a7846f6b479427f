"""Pros and cons under each claim, as Kialo shows them: a tree of cards, with a bar in the colour of what each does.

Each thesis is a root. Below a claim stand its pros and cons, in the order of the map; linked premises are a list in
one card. What answers several things is drawn in full once, as near to a thesis as can be, and everywhere else as a
short box that says where to look; such boxes cut circles as well, and stand for the other one of two that exclude each
other far apart. Frames round sections are not drawn.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.render.boxes import claim_label, in_the_middle, node_is_from_right, port_column, with_ports
from argmap.render.labels import card_label
from argmap.render.style import Attributes, Style
from argmap.render.styles.growth import Growth, numbered
from argmap.render.typesetting import cell, side_by_side, table
from argmap.view import Diagram, Edge, Node, with_legend

if TYPE_CHECKING:
    from argmap.render.scene import Scene


class Tree(Style):
    """The style `tree`."""

    def arrange(self, diagram: Diagram) -> Diagram:
        """Return the diagram as a tree."""
        growth = Growth(diagram)
        growth.run()
        exclusions = list(growth.exclusions())
        # Colours tell pro from con; the side of each stands in its box as a word.
        return with_legend(
            replace(
                diagram,
                nodes=tuple(numbered(growth)),
                edges=(*growth.edges, *exclusions),
                groups=(),
                sides=(),
                side_titles=(),
            )
        )

    def graph_attributes(self, scene: Scene) -> Attributes:
        """Return the direction, and that what answers a thing stands in the order of its edges."""
        return super().graph_attributes(scene) | {"ordering": "in"}

    def box(self, node: Node, scene: Scene) -> Attributes:
        """Return the attributes of a box with its bar; a thesis has none."""
        theme, tone = scene.theme, scene.tone(node)
        attributes = super().box(node, scene)
        ports = scene.ports_of(node.id, "w"), scene.ports_of(node.id, "e")
        from_right = node_is_from_right(node)
        start = "right" if from_right else "left"
        label = claim_label(replace(node, text="") if node.blocks and node.title else node, theme, tone)
        if node.blocks:
            premises = card_label(_bare(node), theme, tone, is_upright=False)
            label = table([cell(label, align=start), cell(premises)])
        if node.is_thesis:
            label = with_ports(label, *ports, theme) if any(ports) else label
        else:
            bar = cell("", bgcolor=tone.line, width=theme.scaled(7))
            # The bar is as high as the box, also where that is high for its many arrows.
            high = round(72 * float(attributes.pop("height", 0))) or None
            label = in_the_middle(label) if high or any(ports) else label
            words = cell(label, cellpadding=theme.scaled(6), align=start, height=high)
            parts = side_by_side((bar, words), from_right=from_right, between="")
            label = table([port_column(ports[0], theme) + parts + port_column(ports[1], theme)])
            shape = attributes.get("style", "rounded,filled").replace("rounded,", "")
            attributes |= {"style": shape, "margin": "0", "width": "0", "color": theme.light.rule}
        if node.record is not None:
            attributes["fillcolor"] = theme.light.cell
        return attributes | {"label": f"<{label}>"}

    def card(self, node: Node, scene: Scene) -> Attributes:
        """Return the attributes of an argument: those of a claim, with its premises as a list."""
        return self.box(node, scene)

    def edge_attributes(self, edge: Edge, scene: Scene) -> Attributes:
        """Return the attributes of an edge; one to a short box says where this stands, though it has no direction."""
        attributes = super().edge_attributes(edge, scene)
        if edge.kind.is_symmetric and scene.source(edge).record is not None:
            del attributes["constraint"]
        return attributes

    def ends(self, edge: Edge, scene: Scene) -> tuple[str, str]:
        """Return where an edge is tied: below or beside the whole box, or beside a premise in it."""
        names = scene.names[edge.source], scene.names[edge.target]
        if scene.is_upright or (edge.kind.is_symmetric and scene.source(edge).record is None):
            return names
        target = scene.target(edge)
        anchor = self.port(target, edge.target_anchor, None) or scene.landings.get(edge)
        return f"{names[0]}:w", f"{names[1]}:{anchor}:e" if anchor else names[1]


def _bare(node: Node) -> Node:
    """Return a card with nothing but its claims: the words of the argument itself stand above them."""
    return Node(node.id, node.kind, blocks=node.blocks, acts=node.acts, label=node.label)


STYLE = Tree()
