"""From a picture to GraphML, in the dialect of the yEd editor.

yEd shows boxes with their words, frames, lines, arrows and colours; other readers of GraphML (networkx among them)
find the content in the data of nodes and edges, uncut. Boxes are as large as argmap measures their words, and stand
where Graphviz puts them; without a Graphviz they have no places, and yEd lays them out (Layout > Hierarchical).

A card is one box, its premises are lines in it. An arrow that leads to or from a part of a card is tied to the box
and says which part, in words and in its data. The key, the dark colours and double lines are left out.

This is a picture (`argmap render -o x.graphml`). The map itself as a graph for programs, with nothing left out, is what
`argmap convert -o x.graphml` writes: `argmap.formats.graphml`.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from argmap.render.exported_boxes import edge_words, exported_look
from argmap.render.looks import given_colour
from argmap.render.places import TYPE_SIZE, box_of, places_of
from argmap.render.typesetting import UNFIT, cleaned
from argmap.view import NodeKind, words_of_nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.render.picture import Picture
    from argmap.render.places import Box, Place, Places
    from argmap.render.scene import Scene
    from argmap.view import Edge, Group, Node

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xmlns:y="http://www.yworks.com/xml/graphml" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd">
"""
_NODE_KEYS = {
    "id": "string",
    "kind": "string",
    "title": "string",
    "text": "string",
    "claims": "string",
    "side": "string",
    "thesis": "boolean",
    "number": "string",
    "role": "string",
    "status": "string",
    "strength": "double",
    "values": "string",
    "tags": "string",
    "findings": "string",
    "change": "string",
    "hidden": "int",
    "description": "string",
}
_EDGE_KEYS = {
    "kind": "string",
    "source_claim": "string",
    "target_claim": "string",
    "step": "int",
    "mutual": "boolean",
    "strength": "double",
    "change": "string",
}
_SHAPES = {
    NodeKind.ARGUMENT: "rectangle",
    NodeKind.JUNCTION: "ellipse",
    NodeKind.GROUP: "rectangle3d",
    NodeKind.INFERENCE: "hexagon",
    NodeKind.CONFLICT: "diamond",
}
_LINES = {"dashed": "dashed", "dotted": "dotted"}
_ARROWS = {"none": "none", "normal": "delta", "odot": "transparent_circle", "tee": "dash"}


def draw(picture: Picture) -> bytes:
    """Return the bytes of the GraphML file of a picture, in UTF-8.

    Raises:
        EngineError: If an engine was asked for by name and cannot draw; without one, boxes have no places.
    """
    scene = picture.scene
    boxes = {node.id: box_of(node, scene) for node in scene.diagram.nodes}
    places = places_of(picture, boxes)
    return "".join(f"{line}\n" for line in _lines(scene, boxes, places)).encode()


def _lines(scene: Scene, boxes: dict[str, Box], places: Places) -> Iterator[str]:
    diagram = scene.diagram
    yield _HEAD.rstrip("\n")
    for sort, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for name, kind in keys.items():
            yield f'  <key id="{sort}_{name}" for="{sort}" attr.name="{name}" attr.type="{kind}"/>'
        yield f'  <key id="{sort}_graphics" for="{sort}" yfiles.type="{sort}graphics"/>'
    yield '  <key id="graph_title" for="graph" attr.name="title" attr.type="string"/>'
    yield '  <key id="graph_description" for="graph" attr.name="description" attr.type="string"/>'
    yield '  <graph id="argmap" edgedefault="directed">'
    yield f'    <data key="graph_title">{_text(diagram.title)}</data>'
    yield f'    <data key="graph_description">{_text(diagram.description)}</data>'
    told = words_of_nodes(diagram)
    held: dict[str | None, list[Node]] = {}
    for node in diagram.nodes:
        held.setdefault(node.group, []).append(node)
    children: dict[str | None, list[Group]] = {}
    for group in diagram.groups:
        children.setdefault(group.parent, []).append(group)
    numbers = {group.id: index for index, group in enumerate(diagram.groups)}
    for node in held.get(None, ()):
        yield from _node_lines(node, scene, boxes[node.id], places.nodes.get(node.id), told[node.id])
    ahead: list[Group | None] = list(reversed(children.get(None, ())))
    while ahead:
        one = ahead.pop()
        if one is None:
            yield "    </graph></node>"
            continue
        yield from _group_lines(one, f"g{numbers[one.id]}", scene, places.groups.get(one.id))
        for node in held.get(one.id, ()):
            yield from _node_lines(node, scene, boxes[node.id], places.nodes.get(node.id), told[node.id])
        ahead += [None, *reversed(children.get(one.id, ()))]
    for index, edge in enumerate(diagram.edges):
        yield from _edge_lines(edge, index, scene)
    yield "  </graph>"
    yield "</graphml>"


def _node_lines(node: Node, scene: Scene, box: Box, place: Place | None, told: str) -> Iterator[str]:
    look = exported_look(node, scene)
    claims = [f"({cell.number}) {cell.text or cell.title or cell.claim}" for cell in node.cells]
    facts: dict[str, object] = {
        "id": node.of,
        "kind": node.kind,
        "title": node.title,
        "text": node.text,
        "claims": "\n".join(claims),
        "side": node.side,
        "thesis": node.is_thesis or None,
        "number": node.number,
        "role": node.role,
        "status": node.status,
        "strength": node.strength,
        "values": "\n".join(node.values),
        "tags": "\n".join(node.tags),
        "findings": "\n".join(f"{finding.severity}: {finding.message}" for finding in node.findings),
        "change": node.change,
        "hidden": node.hidden or None,
        "description": told,
    }
    yield f'    <node id="{scene.names[node.id]}">'
    yield from _data("node", facts)
    at = f' x="{place.left:.1f}" y="{place.top:.1f}"' if place else ""
    words = _label(box.lines)
    align = "left" if node.blocks else "center"
    yield (
        f'      <data key="node_graphics"><y:ShapeNode>'
        f'<y:Geometry width="{box.width:.1f}" height="{box.height:.1f}"{at}/>'
        f'<y:Fill color="{look.fill}" transparent="false"/>'
        f'<y:BorderStyle color="{look.line}" type="line" width="{look.width:.1f}"/>'
        f'<y:NodeLabel alignment="{align}" autoSizePolicy="content" fontFamily="{_text(scene.theme.font)}" '
        f'fontSize="{TYPE_SIZE}" fontStyle="{"bold" if node.is_thesis else "plain"}" textColor="{look.ink}" '
        f'modelName="internal" modelPosition="c" visible="{"true" if words else "false"}" '
        f'xml:space="preserve">{words}</y:NodeLabel>'
        f'<y:Shape type="{_SHAPES.get(node.kind, "roundrectangle")}"/></y:ShapeNode></data>'
    )
    yield "    </node>"


def _group_lines(group: Group, name: str, scene: Scene, place: Place | None) -> Iterator[str]:
    yield f'    <node id="{name}" yfiles.foldertype="group">'
    yield from _data("node", {"id": group.id, "kind": "frame", "title": group.title, "side": group.side})
    at = ""
    if place:
        width, height = place.right - place.left, place.bottom - place.top
        at = f'<y:Geometry width="{width:.1f}" height="{height:.1f}" x="{place.left:.1f}" y="{place.top:.1f}"/>'
    title = cleaned(group.title, scene.theme.title_limit)
    colour = given_colour(group)
    fill = f'color="{colour}"' if colour else 'hasColor="false"'
    yield (
        f'      <data key="node_graphics"><y:ProxyAutoBoundsNode><y:Realizers active="0"><y:GroupNode>{at}'
        f'<y:Fill {fill} transparent="false"/>'
        f'<y:BorderStyle color="{scene.theme.light.muted}" type="line" width="1.0"/>'
        f'<y:NodeLabel alignment="left" autoSizePolicy="node_width" fontFamily="{_text(scene.theme.font)}" '
        f'fontSize="{TYPE_SIZE}" fontStyle="bold" textColor="{scene.theme.light.muted}" modelName="internal" '
        f'modelPosition="t" xml:space="preserve">{_label([title])}</y:NodeLabel>'
        f'<y:Shape type="roundrectangle"/>'
        f'<y:State closed="false"/></y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode></data>'
    )
    yield f'    <graph id="{name}:" edgedefault="directed">'


def _edge_lines(edge: Edge, index: int, scene: Scene) -> Iterator[str]:
    claims: dict[str, object] = {}
    step = None
    for end, node, anchor in (
        ("source_claim", scene.source(edge), edge.source_anchor),
        ("target_claim", scene.target(edge), edge.target_anchor),
    ):
        for number, block in enumerate(node.blocks):
            if anchor == block.anchor:
                step = number
            for cell in block.cells:
                if cell.anchor == anchor:
                    claims[end] = cell.claim
    facts: dict[str, object] = {
        "kind": edge.kind,
        **claims,
        "step": step,
        "mutual": edge.is_mutual or None,
        "strength": edge.strength,
    }
    yield f'    <edge id="e{index}" source="{scene.names[edge.source]}" target="{scene.names[edge.target]}">'
    yield from _data("edge", facts | {"change": edge.change})
    stroke = scene.theme.strokes[edge.kind]
    colour = given_colour(edge) or scene.theme.tone(edge.kind).line
    head = _ARROWS.get(stroke.head, "standard")
    words = cleaned(edge_words(edge, scene), scene.theme.title_limit)
    label = (
        f'<y:EdgeLabel fontFamily="{_text(scene.theme.font)}" fontSize="{TYPE_SIZE}" textColor="{colour}" '
        f'backgroundColor="{scene.theme.light.page}" hasLineColor="false" xml:space="preserve">'
        f"{_label([words])}</y:EdgeLabel>"
        if words
        else ""
    )
    yield (
        f'      <data key="edge_graphics"><y:PolyLineEdge>'
        f'<y:LineStyle color="{colour}" type="{_LINES.get(stroke.style, "line")}" width="{stroke.width:.1f}"/>'
        f'<y:Arrows source="{head if edge.has_two_heads else "none"}" '
        f'target="{"none" if edge.ends_in_junction else head}"/>{label}'
        f'<y:BendStyle smoothed="false"/></y:PolyLineEdge></data>'
    )
    yield "    </edge>"


def _data(sort: str, facts: dict[str, object]) -> Iterator[str]:
    for name, fact in facts.items():
        if fact is not None and fact != "":
            written = str(fact).lower() if isinstance(fact, bool) else str(fact)
            yield f'      <data key="{sort}_{name}">{_text(written)}</data>'


def _text(text: str) -> str:
    """Return `text` for XML, whole, without what XML cannot hold."""
    return html.escape(UNFIT.sub("", text)).replace("\r", "&#13;")


def _label(lines: list[str]) -> str:
    """Return the lines of a label; yEd takes a text that starts with an element for HTML, which a blank prevents."""
    words = "\n".join(lines)
    return _text(f" {words}" if words.startswith("<") else words)
