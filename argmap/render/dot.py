"""From a diagram to a graph in the DOT language, in the Argdown style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render.form import order_of_writing, stands_upright
from argmap.render.heading import heading
from argmap.render.labels import card_label, claim_label, has_inference_row, set_text
from argmap.view import NodeKind

if TYPE_CHECKING:
    import graphviz

    from argmap.render.picture import Picture
    from argmap.render.theme import Theme, Tone
    from argmap.view import Diagram, Edge, Group, Node


def draw(picture: Picture) -> bytes:
    """Return the bytes of the DOT file of a picture, in UTF-8."""
    return picture.dot.encode()


def digraph_of(diagram: Diagram, theme: Theme) -> graphviz.Digraph:
    """Return the graph of `diagram`, laid out and coloured by `theme`. Linear.

    The nodes have the names and ids ``n0``, ``n1`` ... in the order of the diagram, the edges the ids ``e0``,
    ``e1`` ...; no word of the map is used as a name in the graph.

    Example:
        >>> from argmap.render.theme import DEFAULT
        >>> from argmap.view import Diagram, Node, NodeKind
        >>> source = digraph_of(Diagram(nodes=(Node("C1", NodeKind.CLAIM, text="It rains"),)), DEFAULT).source
        >>> source.startswith("digraph"), "It rains" in source
        (True, True)
    """
    import graphviz

    is_upright = stands_upright(diagram)
    colours = theme.light
    graph = graphviz.Digraph(
        "argmap",
        graph_attr=_graph_attributes(diagram, theme, is_upright=is_upright),
        node_attr={
            "fontname": theme.font,
            "fontsize": f"{theme.size:g}",
            "fontcolor": colours.text,
            "shape": "box",
            "style": "rounded,filled",
            "margin": f"{0.13 * theme.scale:g},{0.07 * theme.scale:g}",
            "height": f"{0.3 * theme.scale:g}",
        },
        edge_attr={"fontname": theme.font, "fontsize": f"{theme.size:g}", "arrowsize": f"{0.7 * theme.scale:g}"},
    )
    names = {node.id: f"n{index}" for index, node in enumerate(diagram.nodes)}
    _add_nodes(graph, diagram, theme, names, is_upright=is_upright)
    nodes = {node.id: node for node in diagram.nodes}
    ends = {end for edge in diagram.edges for end in (edge.source, edge.target)}
    # What is tied to nothing stands with the theses: it is not an answer to anything.
    first = [node for node in diagram.nodes if node.group is None and (node.is_thesis or node.id not in ends)]
    if len(first) > 1 and ends:
        with graph.subgraph() as level:
            level.attr(rank="sink")
            for node in first:
                level.node(names[node.id])
    stretched = any(node.kind is NodeKind.JUNCTION for node in diagram.nodes)
    for index, edge in enumerate(diagram.edges):
        tail, head = _ends(edge, nodes, names, is_upright=is_upright)
        points = [nodes[end].kind for end in (edge.source, edge.target)].count(NodeKind.JUNCTION)
        attributes = _edge_attributes(edge, theme)
        if edge.kind.is_symmetric or runs_free(edge, nodes[edge.source]):
            attributes["constraint"] = "false"
        if stretched and points != 1:
            attributes["minlen"] = "2"  # junctions have ranks of their own, halfway between those of boxes
        graph.edge(tail, head, id=f"e{index}", **attributes)
    return graph


def tone_of(node: Node, diagram: Diagram, theme: Theme) -> Tone:
    """Return the colours of a node: those of its side; in a map without sides, those of what it does."""
    if diagram.sides:
        return theme.side(diagram.sides.index(node.side) if node.side in diagram.sides else None)
    return theme.tone(node.acts) if node.acts else theme.light.neutral


def _graph_attributes(diagram: Diagram, theme: Theme, *, is_upright: bool) -> dict[str, str]:
    stretched = any(node.kind is NodeKind.JUNCTION for node in diagram.nodes)
    ranksep = (0.62 if is_upright else 0.75) * theme.scale
    nodesep = (0.3 if is_upright else 0.17) * theme.scale
    attributes = {
        "rankdir": "BT" if is_upright else "RL",
        "ranksep": f"{ranksep / 2 if stretched else ranksep:g}",
        "nodesep": f"{nodesep:g}",
        "splines": "true",
        "outputorder": "edgesfirst",
        "bgcolor": theme.light.page,
        "pad": "0.25",
        "fontname": theme.font,
        "fontcolor": theme.light.text,
        "newrank": "true",
        "compound": "true",
    }
    if len(diagram.nodes) > 300:
        attributes |= {"nslimit": "2", "mclimit": "0.2"}  # look less long for the best places
    label = heading(diagram, theme)
    if label:
        attributes |= {"label": f"<{label}>", "labelloc": "t", "labeljust": "l"}
    return attributes


def _add_nodes(
    graph: graphviz.Digraph, diagram: Diagram, theme: Theme, names: dict[str, str], *, is_upright: bool
) -> None:
    held: dict[str | None, list[Node]] = {}
    nodes, groups = order_of_writing(diagram, is_upright=is_upright)
    for node in nodes:
        held.setdefault(node.group, []).append(node)

    def fill(place: graphviz.Digraph, group: str | None) -> None:
        for node in held.get(group, ()):
            name = names[node.id]
            place.node(name, id=name, **_node_attributes(node, diagram, theme, is_upright=is_upright))

    fill(graph, None)
    frames: dict[str | None, list[Group]] = {}
    for group in groups:
        frames.setdefault(group.parent, []).append(group)
    places = {group.id: type(graph)(f"cluster_{index}") for index, group in enumerate(diagram.groups)}
    for group in reversed(diagram.groups):  # inner ones are done before what they lie in
        place = places[group.id]
        words = set_text(group.title, theme.size, theme.light.muted, 30, theme.title_limit, bold=True)
        place.attr(
            label=f"<{words.markup()}>",
            labelloc="b" if is_upright else "t",
            labeljust="l" if is_upright else "r",
            color=theme.light.rule,
            style="rounded",
            margin=f"{theme.scaled(12)}",
        )
        fill(place, group.id)
        for part in frames.get(group.id, ()):
            place.subgraph(places[part.id])
    for part in frames.get(None, ()):
        graph.subgraph(places[part.id])


def _node_attributes(node: Node, diagram: Diagram, theme: Theme, *, is_upright: bool) -> dict[str, str]:
    tone = tone_of(node, diagram, theme)
    if node.kind is NodeKind.JUNCTION:
        line = theme.tone(node.acts).line if node.acts else theme.light.neutral.line
        across = f"{0.11 * theme.scale:g}"
        size = {"shape": "circle", "label": "", "width": across, "height": across, "margin": "0"}
        return {**size, "fixedsize": "true", "style": "filled", "color": line, "fillcolor": line}
    if node.kind is NodeKind.ARGUMENT:
        return {
            "shape": "plain",
            "style": "solid",
            "label": f"<{card_label(node, theme, tone, is_upright=is_upright)}>",
        }
    label = f"<{claim_label(node, theme, tone)}>"
    if node.is_thesis:
        frame = tone.line if node.side else theme.light.thesis
        fill = tone.tint if node.side else theme.light.cell
        return {"label": label, "color": frame, "fillcolor": fill, "penwidth": f"{theme.thesis_width:g}"}
    return {"label": label, "color": tone.line, "fillcolor": tone.tint, "penwidth": f"{theme.frame_width:g}"}


def _ends(edge: Edge, nodes: dict[str, Node], names: dict[str, str], *, is_upright: bool) -> tuple[str, str]:
    """Return where an edge is tied to its nodes, in the words of DOT: name, port, side of the port."""
    tail, head = names[edge.source], names[edge.target]
    leaving = _port(nodes[edge.source], edge.source_anchor, None)
    arriving = _port(nodes[edge.target], edge.target_anchor, None if is_upright else "bar")
    if is_upright:
        sides = "", ""
    elif edge.kind.is_symmetric or runs_free(edge, nodes[edge.source]):
        sides = "_" if leaving else "", "_" if arriving else ""
    else:
        is_point = nodes[edge.source].kind is NodeKind.JUNCTION
        sides = "" if is_point else "w", "e" if arriving else ""
    return (
        ":".join(part for part in (tail, leaving, sides[0]) if part),
        ":".join(part for part in (head, arriving, sides[1]) if part),
    )


def _port(node: Node, anchor: str | None, otherwise: str | None) -> str | None:
    """Return the port of a card for an anchor: a cell, the row of an inference, or the title bar."""
    if node.kind is not NodeKind.ARGUMENT:
        return None
    for block in node.blocks:
        if anchor == block.anchor and not has_inference_row(block):
            return otherwise
    return anchor or otherwise


def runs_free(edge: Edge, source: Node) -> bool:
    """Return whether an edge has no say in what stands left of what: one that starts at a premise in a card.

    Cards then stand where the argument itself belongs, whatever else its premises do.
    """
    return any(one.anchor == edge.source_anchor for block in source.blocks for one in block.premises)


def _edge_attributes(edge: Edge, theme: Theme) -> dict[str, str]:
    stroke = theme.strokes[edge.kind]
    line = theme.tone(edge.kind).line
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
    return attributes
