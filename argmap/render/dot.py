"""From a diagram to a graph in the DOT language."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from argmap.render.form import order_of_writing
from argmap.render.heading import heading, is_from_right
from argmap.render.looks import own_colour, text_on
from argmap.render.scene import TURNED, Scene
from argmap.render.style import Style
from argmap.render.typesetting import set_text

if TYPE_CHECKING:
    import graphviz

    from argmap.render.picture import Picture
    from argmap.render.theme import Theme
    from argmap.view import Diagram, Group, Node


_PLAIN_END = re.compile(r"n\d+(?::(?:[a-z]\d[\d_]*|bar|[a-z_]))*", re.ASCII).fullmatch


def draw(picture: Picture) -> bytes:
    """Return the bytes of the DOT file of a picture, in UTF-8."""
    return picture.dot.encode()


def scene_of(diagram: Diagram, theme: Theme, style: Style) -> Scene:
    """Return `diagram` as `style` arranges it, ready to be drawn."""
    arranged = style.arrange(diagram)
    said = replace(theme, language=diagram.language)
    look, columns = style.fit(said, arranged), style.columns(arranged)
    upright, from_right = style.stands_upright(arranged), is_from_right(arranged)
    return Scene(arranged, look, upright, columns, from_right, style.landing_kinds, style.landing_side)


def digraph_of(diagram: Diagram, theme: Theme, style: Style | None = None) -> graphviz.Digraph:
    """Return the graph of `diagram`, arranged and drawn by `style` and coloured by `theme`. Linear.

    Example:
        >>> from argmap.render.theme import DEFAULT
        >>> from argmap.view import Diagram, Node, NodeKind
        >>> source = digraph_of(Diagram(nodes=(Node("C1", NodeKind.CLAIM, text="It rains"),)), DEFAULT).source
        >>> source.startswith("digraph"), "It rains" in source
        (True, True)
    """
    style = (style or Style()).suited(diagram)
    return graph_of(scene_of(diagram, theme, style), style)


def graph_of(scene: Scene, style: Style, *, has_levels: bool = True, has_frames: bool = True) -> graphviz.Digraph:
    """Return the graph of a scene. Linear.

    Without levels, no nodes are held beside each other; without frames, groups are not drawn.

    The nodes have the names and ids ``n0``, ``n1`` ... in the order of the diagram, the edges the ids ``e0``,
    ``e1`` ...; no word of the map is used as a name in the graph.
    """
    import graphviz

    diagram, theme = scene.diagram, scene.theme
    whole = _graph_attributes(scene) | style.graph_attributes(scene)
    if scene.from_right and not scene.is_upright:
        whole["rankdir"] = whole["rankdir"][::-1]  # of LR and RL the other one, which gives the mirror image
    graph = graphviz.Digraph(
        "argmap",
        graph_attr=whole,
        node_attr={
            "fontname": theme.font,
            "fontsize": f"{theme.size:g}",
            "fontcolor": theme.light.text,
            "shape": "box",
            "style": "rounded,filled",
            "margin": f"{0.13 * theme.scale:g},{0.07 * theme.scale:g}",
            "height": f"{0.3 * theme.scale:g}",
        },
        edge_attr={"fontname": theme.font, "fontsize": f"{theme.size:g}", "arrowsize": f"{0.7 * theme.scale:g}"},
    )
    _add_nodes(graph, scene, style, has_frames=has_frames)
    if has_levels:
        style.add_ranks(graph, scene)
    stretched = _is_stretched(diagram)
    edges = list(enumerate(diagram.edges))
    for index, edge in reversed(edges) if scene.from_right and scene.is_upright else edges:
        tail, head = style.ends(edge, scene)
        if scene.from_right:
            tail, head = _from_right(tail), _from_right(head)
        attributes = style.edge_attributes(edge, scene)
        if stretched and scene.source(edge).kind.is_meeting is scene.target(edge).kind.is_meeting:
            attributes.setdefault("minlen", "2")  # junctions have ranks of their own, halfway between those of boxes
        if scene.is_turned(edge):
            tail, head, attributes = head, tail, _turned(attributes)
        graph.body.append(f"\t{_end(tail)} -> {_end(head)}{_written(f'e{index}', attributes)}\n")
    return graph


def _written(name: str, attributes: dict[str, str]) -> str:
    """Return the attributes of what has the id `name`, as the package graphviz writes them, in a third of its time."""
    label = attributes.get("label")
    first = "" if label is None else f"label={_label(label)} "
    before, after = _around_the_id(tuple([item for item in attributes.items() if item[0] != "label"]))
    return f" [{first}{before}id={name}{after}]"


@lru_cache(maxsize=1024)  # nodes and edges look alike, but for their names and labels
def _around_the_id(items: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    """Return attributes as they are written before and after that of the id, in the order of their names."""
    written = [(name, f"{name}={_quoted(value)}") for name, value in sorted(items)]
    before = "".join([f"{text} " for name, text in written if name < "id"])
    return before, "".join([f" {text}" for name, text in written if name > "id"])


def _label(label: str) -> str:
    return label if label.startswith("<") and label.endswith(">") else _quoted(label)


def _end(place: str) -> str:
    """Return an end of an edge, its node, port and side each in quotes where it needs them."""
    return place if _PLAIN_END(place) else ":".join([_quoted(part) for part in place.split(":")])


@lru_cache(maxsize=4096)  # few values, again and again; labels, which can be long, do not come here
def _quoted(value: str) -> str:
    from graphviz.quoting import quote

    quoted: str = quote(value)
    return quoted


def _from_right(end: str) -> str:
    """Return an end of an edge on the other side of its node."""
    place, mark, side = end.rpartition(":")
    return f"{place}{mark}{TURNED[side]}" if mark and side in TURNED else end


def _turned(attributes: dict[str, str]) -> dict[str, str]:
    """Return the attributes with which an edge looks the same when its ends are given the other way round."""
    twins = {"arrowhead": "arrowtail", "arrowtail": "arrowhead", "taillabel": "headlabel", "headlabel": "taillabel"}
    turned = {twins.get(name, name): value for name, value in attributes.items()}
    if "dir" not in turned:
        turned["dir"] = "back"
    return turned


def _is_stretched(diagram: Diagram) -> bool:
    return any(node.kind.is_meeting for node in diagram.nodes)


def _graph_attributes(scene: Scene) -> dict[str, str]:
    diagram, theme = scene.diagram, scene.theme
    ranksep = (0.62 if scene.is_upright else 0.75) * theme.scale + scene.room
    nodesep = (0.3 if scene.is_upright else 0.17) * theme.scale
    attributes = {
        "ranksep": f"{ranksep / 2 if _is_stretched(diagram) else ranksep:g}",
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
        attributes |= {"label": f"<{label}>", "labelloc": "t", "labeljust": "r" if is_from_right(diagram) else "l"}
    return attributes


def _add_nodes(graph: graphviz.Digraph, scene: Scene, style: Style, *, has_frames: bool) -> None:
    diagram, theme = scene.diagram, scene.theme
    held: dict[str | None, list[Node]] = {}
    nodes, groups = order_of_writing(diagram, is_upright=scene.is_upright)
    if scene.columns:  # where the style sets the places, it knows the order as well; in frames Graphviz turns it round
        nodes = [scene.nodes[name] for name in reversed(scene.columns)]
    if scene.from_right and scene.is_upright:
        # The first is on the right. Graphviz starts from what is written first: the theses, here as everywhere.
        nodes.reverse()
        nodes.sort(key=lambda node: not node.is_thesis)
        groups.reverse()
    for node in nodes:
        held.setdefault(node.group if has_frames else None, []).append(node)

    def fill(place: graphviz.Digraph, group: str | None) -> None:
        for node in held.get(group, ()):
            name = scene.names[node.id]
            place.body.append(f"\t{name}{_written(name, style.node_attributes(node, scene))}\n")

    fill(graph, None)
    if not has_frames:
        return
    frames: dict[str | None, list[Group]] = {}
    for group in groups:
        frames.setdefault(group.parent, []).append(group)
    places = {group.id: type(graph)(f"cluster_{index}") for index, group in enumerate(diagram.groups)}
    for group in reversed(diagram.groups):  # inner ones are done before what they lie in
        place = places[group.id]
        ground = own_colour(group, theme)
        ink = text_on(ground, theme) if ground else theme.light.muted
        words = set_text(group.title, theme.size, ink, 30, theme.title_limit, bold=True)
        written = {
            "label": f"<{words.markup()}>",
            "labelloc": "b" if scene.is_upright else "t",
            "labeljust": "l" if scene.is_upright else "r",
        }
        place.attr(**(written | style.group_attributes(group, scene)))
        fill(place, group.id)
        for part in frames.get(group.id, ()):
            place.subgraph(places[part.id])
    for part in frames.get(None, ()):
        graph.subgraph(places[part.id])
