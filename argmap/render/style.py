"""What a style of map decides, and how the parts of a picture look unless a style says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render.form import stands_upright
from argmap.render.labels import card_label, claim_label, has_inference_row
from argmap.view import NodeKind

if TYPE_CHECKING:
    import graphviz

    from argmap.render.scene import Scene
    from argmap.view import Diagram, Edge, Group, Node

Attributes = dict[str, str]
"""Attributes of Graphviz, by name."""


class Style:
    """A named look over a diagram; a style of its own is a subclass that changes some of these answers.

    As it stands, it draws linked premises in cards. `arrange` says what is drawn, in the terms of the style; all
    later questions are about the arranged diagram. No word of a map goes into an attribute but through
    `argmap.render.labels`.
    """

    def arrange(self, diagram: Diagram) -> Diagram:
        """Return the diagram that is drawn: cards taken apart, say, or claims drawn once for each thing they do.

        A node that stands for something of the map under another id names it in `Node.record`. Whoever changes what
        kinds of nodes and edges there are gives the diagram its key anew (`argmap.view.with_legend`).
        """
        return diagram

    def stands_upright(self, diagram: Diagram) -> bool:
        """Return whether the picture stands: theses on top, reasons below. Else it lies, theses on the left."""
        return stands_upright(diagram)

    def graph_attributes(self, scene: Scene) -> Attributes:
        """Return the attributes of the whole; those that are set here win over the common ones."""
        return {"rankdir": "BT" if scene.is_upright else "RL"}

    def node_attributes(self, node: Node, scene: Scene) -> Attributes:
        """Return the attributes of a node."""
        if node.kind is NodeKind.JUNCTION:
            return self.junction(node, scene)
        if node.kind is NodeKind.ARGUMENT:
            return self.card(node, scene)
        return self.box(node, scene)

    def box(self, node: Node, scene: Scene) -> Attributes:
        """Return the attributes of a claim, in a box with round corners."""
        tone, colours = scene.tone(node), scene.theme.light
        label = f"<{claim_label(node, scene.theme, tone)}>"
        if node.is_thesis:
            frame = tone.line if node.side else colours.thesis
            fill = tone.tint if node.side else colours.cell
            return {"label": label, "color": frame, "fillcolor": fill, "penwidth": f"{scene.theme.thesis_width:g}"}
        return {"label": label, "color": tone.line, "fillcolor": tone.tint, "penwidth": f"{scene.theme.frame_width:g}"}

    def card(self, node: Node, scene: Scene) -> Attributes:
        """Return the attributes of an argument: a title bar over its premises or its gist."""
        label = card_label(node, scene.theme, scene.tone(node), is_upright=scene.is_upright)
        return {"shape": "plain", "style": "solid", "label": f"<{label}>"}

    def junction(self, node: Node, scene: Scene) -> Attributes:
        """Return the attributes of a point at which arrows meet."""
        line = scene.theme.tone(node.acts).line if node.acts else scene.theme.light.neutral.line
        across = f"{0.11 * scene.theme.scale:g}"
        size = {"shape": "circle", "label": "", "width": across, "height": across, "margin": "0"}
        return {**size, "fixedsize": "true", "style": "filled", "color": line, "fillcolor": line}

    def group_attributes(self, group: Group, scene: Scene) -> Attributes:  # noqa: ARG002 - for styles to ask
        """Return the attributes of a frame round a group; its title is set by itself."""
        return {"color": scene.theme.light.rule, "style": "rounded", "margin": f"{scene.theme.scaled(12)}"}

    def edge_attributes(self, edge: Edge, scene: Scene) -> Attributes:
        """Return the attributes of an edge: its line, its head, its sign, and whether it has a say in the layout."""
        stroke = scene.theme.strokes[edge.kind]
        line = scene.theme.tone(edge.kind).line
        attributes = {
            "color": f"{line}:invis:{line}" if stroke.is_double else line,
            "fontcolor": line,
            "style": stroke.style,
            "penwidth": f"{stroke.width:g}",
            "arrowhead": "none" if edge.ends_in_junction else stroke.head,
        }
        if edge.has_two_heads:
            attributes |= {"dir": "both", "arrowtail": stroke.head, "label": f" {stroke.sign} "}
        elif stroke.sign and not edge.starts_in_junction:
            attributes["taillabel"] = f" {stroke.sign} "
        if edge.kind.is_symmetric or self.runs_free(edge, scene):
            attributes["constraint"] = "false"
        return attributes

    def runs_free(self, edge: Edge, scene: Scene) -> bool:
        """Return whether an edge has no say in what stands where: one that starts at a premise in a card.

        Cards then stand where the argument itself belongs, whatever else its premises do.
        """
        source = scene.source(edge)
        return any(one.anchor == edge.source_anchor for block in source.blocks for one in block.premises)

    def ends(self, edge: Edge, scene: Scene) -> tuple[str, str]:
        """Return where an edge is tied to its nodes, in the words of DOT: name, port, side of the port."""
        source, target = scene.source(edge), scene.target(edge)
        leaving = self.port(source, edge.source_anchor, None)
        arriving = self.port(target, edge.target_anchor, None if scene.is_upright else "bar")
        if scene.is_upright:
            sides = "", ""
        elif edge.kind.is_symmetric or self.runs_free(edge, scene):
            sides = "_" if leaving else "", "_" if arriving else ""
        else:
            sides = "" if source.kind is NodeKind.JUNCTION else "w", "e" if arriving else ""
        return (
            ":".join(part for part in (scene.names[edge.source], leaving, sides[0]) if part),
            ":".join(part for part in (scene.names[edge.target], arriving, sides[1]) if part),
        )

    def port(self, node: Node, anchor: str | None, otherwise: str | None) -> str | None:
        """Return the port of a card for an anchor: a cell, the row of an inference, or the title bar."""
        if node.kind is not NodeKind.ARGUMENT:
            return None
        for block in node.blocks:
            if anchor == block.anchor and not has_inference_row(block):
                return otherwise
        return anchor or otherwise

    def add_ranks(self, graph: graphviz.Digraph, scene: Scene) -> None:
        """Add what keeps nodes on a level: the theses, and what is tied to nothing."""
        diagram = scene.diagram
        ends = {end for edge in diagram.edges for end in (edge.source, edge.target)}
        # What is tied to nothing stands with the theses: it is not an answer to anything.
        first = [node for node in diagram.nodes if node.group is None and (node.is_thesis or node.id not in ends)]
        if len(first) > 1 and ends:
            with graph.subgraph() as level:
                level.attr(rank="sink")
                for node in first:
                    level.node(scene.names[node.id])
