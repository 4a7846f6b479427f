"""What a style of map decides, and how the parts of a picture look unless a style says otherwise."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.render.boxes import claim_label, group_label, with_ports
from argmap.render.form import stands_upright
from argmap.render.labels import card_label, has_inference_row, is_framed
from argmap.render.looks import line_colour, look_of, own_colour
from argmap.view import EdgeKind, NodeKind

if TYPE_CHECKING:
    import graphviz

    from argmap.render.scene import Scene
    from argmap.render.theme import Theme
    from argmap.view import Diagram, Edge, Group, Node

_MANY = 8  # so many arrow heads find room at a box of any height
_HIGHER = 0.08  # how much higher a box is for each arrow that ends at it where there are more, in inches
_FACING = 3  # how many times as far apart theses stand that have an arrow between them: room for two heads and a sign

Attributes = dict[str, str]
"""Attributes of Graphviz, by name."""


def tied(name: str, port: str | None, side: str) -> str:
    """Return the end of an edge at a node, in the words of DOT; a port or a side that is empty is left out."""
    place = f"{name}:{port}" if port else name
    return f"{place}:{side}" if side else place


class Style:
    """A named look over a diagram; a style of its own is a subclass that changes some of these answers.

    As it stands, it draws linked premises in cards. `arrange` says what is drawn, in the terms of the style; all
    later questions are about the arranged diagram. No word of a map goes into an attribute but through
    `argmap.render.typesetting`.
    """

    landing_kinds = frozenset({NodeKind.CLAIM, NodeKind.ARGUMENT})
    """The kinds of nodes that have ports for what arrives, where that is much."""
    landing_side = "e"
    """The side of these ports where no columns are set: that on which stands what lines come from."""

    has_title_bars = True
    """Whether an argument has a bar with its title on it, at which arrows aim."""

    def suited(self, diagram: Diagram) -> Style:  # noqa: ARG002 - for styles to ask
        """Return the style that draws `diagram`: this one, unless it only chooses among others."""
        return self

    def suited_to_many(self, boxes: int) -> Style | None:  # noqa: ARG002 - for styles to ask
        """Return the style that draws any diagram with so many boxes, or None where `suited` has to look at it."""
        return self if type(self).suited is Style.suited else None

    def arrange(self, diagram: Diagram) -> Diagram:
        """Return the diagram that is drawn: cards taken apart, say, or claims drawn once for each thing they do.

        A node that stands for something of the map under another id names it in `Node.record`. Whoever changes what
        kinds of nodes and edges there are gives the diagram its key anew (`argmap.view.with_legend`).
        """
        return diagram

    def stands_upright(self, diagram: Diagram) -> bool:
        """Return whether the picture stands: theses on top, reasons below. Else it lies, theses on the left."""
        return stands_upright(diagram)

    def fit(self, theme: Theme, diagram: Diagram) -> Theme:  # noqa: ARG002 - for styles to ask
        """Return the look with the sizes that suit the arranged diagram in this style."""
        return theme

    def columns(self, diagram: Diagram) -> dict[str, int]:  # noqa: ARG002 - for styles to ask
        """Return, for each node of the arranged diagram, the column it stands in; empty where Graphviz decides.

        Columns count from left to right and may be negative; `Scene.columns` holds them.
        """
        return {}

    def graph_attributes(self, scene: Scene) -> Attributes:
        """Return the attributes of the whole; those that are set here win over the common ones."""
        return {"rankdir": "BT" if scene.is_upright else "RL"}

    def node_attributes(self, node: Node, scene: Scene) -> Attributes:
        """Return the attributes of a node."""
        if node.kind is NodeKind.JUNCTION:
            return self.junction(node, scene)
        if node.kind is NodeKind.ARGUMENT:
            return self.card(node, scene)
        if node.kind is NodeKind.GROUP:
            return self.closed_group(node, scene)
        return self.box(node, scene)

    def box(self, node: Node, scene: Scene) -> Attributes:
        """Return the attributes of a claim, in a box with round corners."""
        label, attributes = claim_label(node, scene.theme, scene.tone(node)), self.frame(node, scene)
        sides = scene.ports_of(node.id, "w"), scene.ports_of(node.id, "e")
        crowd = 0 if scene.is_upright else scene.arrivals[node.id]
        if any(sides):
            label = with_ports(label, *sides, scene.theme)
            attributes["margin"] = "0"
        elif crowd > _MANY:  # arrows aim at the middle: the higher the box, the further apart are their heads
            attributes["height"] = f"{_HIGHER * crowd * scene.theme.scale:g}"
        return attributes | {"label": f"<{label}>"}

    def frame(self, node: Node, scene: Scene) -> Attributes:
        """Return what of a box tells, besides its words, how things stand with it: its frame and its ground."""
        look = look_of(node, scene.theme, scene.tone(node))
        attributes = {"color": look.frame, "fillcolor": look.ground, "penwidth": f"{look.width:g}"}
        if look.style != "solid":
            attributes["style"] = f"rounded,filled,{look.style}"
        if node.hidden or node.kind is NodeKind.GROUP:
            attributes["peripheries"] = "2"  # like a pile, as there is more below
        return attributes

    def closed_group(self, node: Node, scene: Scene) -> Attributes:
        """Return the attributes of a box that stands for all that is in a group."""
        return self.frame(node, scene) | {"label": f"<{group_label(node, scene.theme, scene.tone(node))}>"}

    def card(self, node: Node, scene: Scene) -> Attributes:
        """Return the attributes of an argument: a title bar over its premises or its gist."""
        inside = card_label(node, scene.theme, scene.tone(node), is_upright=scene.is_upright)
        sides = scene.ports_of(node.id, "w"), scene.ports_of(node.id, "e")
        if any(sides):  # in a box that is high enough
            size = {"margin": "0", "width": "0", "height": "0"}
            return self.frame(node, scene) | size | {"label": f"<{with_ports(inside, *sides, scene.theme)}>"}
        label = f"<{inside}>"
        if not is_framed(node):
            return {"shape": "plain", "style": "solid", "label": label}
        frame = self.frame(node, scene)
        line = frame.get("style", "solid").removeprefix("rounded,filled,")
        return frame | {"label": label, "style": f"filled,{line}", "margin": "0", "width": "0", "height": "0"}

    def junction(self, node: Node, scene: Scene) -> Attributes:
        """Return the attributes of a point at which arrows meet."""
        line = scene.theme.tone(node.acts).line if node.acts else scene.theme.light.neutral.line
        across = f"{0.11 * scene.theme.scale:g}"
        size = {"shape": "circle", "label": "", "width": across, "height": across, "margin": "0"}
        return {**size, "fixedsize": "true", "style": "filled", "color": line, "fillcolor": line}

    def group_attributes(self, group: Group, scene: Scene) -> Attributes:
        """Return the attributes of a frame round a group; its title is set by itself, unless `label` is given."""
        attributes = {"color": scene.theme.light.rule, "style": "rounded", "margin": f"{scene.theme.scaled(12)}"}
        ground = own_colour(group, scene.theme)
        return attributes | {"style": "rounded,filled", "fillcolor": ground} if ground else attributes

    def edge_attributes(self, edge: Edge, scene: Scene) -> Attributes:
        """Return the attributes of an edge: its line, its head, its sign, and whether it has a say in the layout."""
        stroke, theme = scene.theme.strokes[edge.kind], scene.theme
        line = line_colour(edge, theme)
        attributes = {
            "color": f"{line}:invis:{line}" if stroke.is_double else line,
            "fontcolor": line,
            "style": stroke.style,
            "penwidth": f"{stroke.width:g}",
            "arrowhead": "none" if edge.ends_in_junction else stroke.head,
        }
        if edge.strength is not None:
            part = min(max(edge.strength, 0.0), 1.0) if edge.strength == edge.strength else 0.0
            attributes["penwidth"] = f"{(0.9 + 2.6 * part) * stroke.width / 1.5:.3g}"
            attributes["arrowsize"] = f"{(0.75 - 0.2 * part) * theme.scale:.3g}"
        sign = f" {stroke.sign} {theme.word(edge.change.value) if edge.change else ''}".rstrip() + " "
        if edge.has_two_heads:
            attributes |= {"dir": "both", "arrowtail": stroke.head, "label": sign}
            if edge.kind.is_symmetric and scene.diagram.groups and not scene.is_upright and not scene.columns:
                # In frames the order of theses is their own, so that only the sign can hold them apart.
                attributes["fontsize"] = f"{_FACING * theme.size:g}"
        elif sign.strip() and not edge.starts_in_junction:
            attributes["taillabel"] = sign
        if edge.kind.is_symmetric or self.runs_free(edge, scene):
            attributes["constraint"] = "false"
        return attributes

    def runs_free(self, edge: Edge, scene: Scene) -> bool:
        """Return whether an edge has no say in what stands where: one that starts at a premise in a card.

        Cards then stand where the argument itself belongs, whatever else its premises do.
        """
        source = scene.source(edge)
        return bool(source.blocks) and any(
            one.anchor == edge.source_anchor for block in source.blocks for one in block.premises
        )

    def ends(self, edge: Edge, scene: Scene) -> tuple[str, str]:
        """Return where an edge is tied to its nodes, in the words of DOT: name, port, side of the port."""
        source, target = scene.source(edge), scene.target(edge)
        leaving = self.port(source, edge.source_anchor, None)
        # Of many arrows that aim at the title of a card all heads would lie on one point; the whole card has room.
        is_free = scene.is_upright or scene.arrivals[edge.target] > _MANY or not self.has_title_bars
        is_beside = not is_free and self.keeps_from_title(edge, scene)
        arriving = self.port(target, edge.target_anchor, None if is_free or is_beside else "bar")
        if scene.is_upright:
            sides = "", ""
        elif edge.kind.is_symmetric or self.runs_free(edge, scene):
            sides = "_" if leaving else "", "_" if arriving else ""
        else:
            arriving = arriving or scene.landings.get(edge)
            sides = "" if source.kind is NodeKind.JUNCTION else "w", "e" if arriving or is_beside else ""
        return tied(scene.names[edge.source], leaving, sides[0]), tied(scene.names[edge.target], arriving, sides[1])

    def keeps_from_title(self, edge: Edge, scene: Scene) -> bool:
        """Return whether an edge that aims at the whole of a card ends in the middle of its side.

        Else it ends at the title. Where an undercut aims at the title, its ring would hide the heads of others.
        """
        return edge.target in scene.undercut and edge.kind is not EdgeKind.UNDERCUT

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
            names, write = scene.names, graph.body.append
            write("\t{\n\t\trank=sink\n")
            for node in first:
                write(f"\t\t{names[node.id]}\n")
            if not scene.is_upright and not diagram.groups:  # groups have an order of their own
                facing = {frozenset((edge.source, edge.target)) for edge in diagram.edges if edge.has_two_heads}
                for one, other in pairwise(node for node in first if node.is_thesis):
                    room = f"minlen={_FACING} " if {one.id, other.id} in facing else ""
                    write(f"\t\t{names[one.id]} -> {names[other.id]} [{room}style=invis]\n")
            write("\t}\n")
