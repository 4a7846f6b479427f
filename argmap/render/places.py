"""Where boxes stand that are drawn by another program, with type and boxes of its own size.

Graphviz lays out the bare boxes: it is told their sizes and their arrows, and no words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from argmap.language import Words
from argmap.render.engine import EngineError, find_engine
from argmap.render.exported_boxes import lines_of
from argmap.render.typesetting import set_text
from argmap.view import NodeKind

if TYPE_CHECKING:
    from argmap.render.picture import Picture
    from argmap.render.scene import Scene
    from argmap.view import Node

TYPE_SIZE = 12
"""The size of type in such a box, in points."""

_LINE = 15.0  # from one line to the next
_PADDING = 10.0
_JUNCTION = 9.0
_INSET, _TITLE_ROOM = 15.0, 22.0
_PLAIN_NODE = re.compile(rb"node (n\d+) (\S+) (\S+) ")
_PLAIN_GRAPH = re.compile(rb"graph \S+ (\S+) (\S+)")


class Box(NamedTuple):
    """The lines in a box, and the room they take, in points."""

    lines: list[str]
    width: float
    height: float


class Place(NamedTuple):
    """The edges of a box, in points from the left and from the top of the picture."""

    left: float
    top: float
    right: float
    bottom: float


class Places(NamedTuple):
    """Where nodes and groups lie, by id."""

    nodes: dict[str, Place]
    groups: dict[str, Place]


def box_of(node: Node, scene: Scene) -> Box:
    """Return the box of a node, wide enough for its words in bold: other programs set with fonts of their own."""
    if node.kind is NodeKind.JUNCTION:
        return Box([], _JUNCTION, _JUNCTION)
    theme = scene.theme
    lines: list[str] = []
    width = 30.0
    for line in lines_of(node, Words(scene.diagram.language)):
        em, limit = theme.claim_width, theme.title_limit
        if line.sort in ("text", "cell"):
            em, limit = theme.cell_width if line.sort == "cell" else em, theme.text_limit
        words = set_text(line.text, TYPE_SIZE, "", em, limit, bold=True)
        width = max(width, words.width)
        lines += words.lines
    return Box(lines, round(width + 2 * _PADDING, 1), len(lines) * _LINE + 2 * _PADDING)


def places_of(picture: Picture, boxes: dict[str, Box]) -> Places:
    """Return where each node and each group lies, as Graphviz puts boxes of these sizes; nothing without Graphviz."""
    scene = picture.scene
    try:
        engine = find_engine(picture.engine)
        drawn = engine.layout(_skeleton(scene, boxes), format="plain", timeout=picture.timeout)
    except EngineError:
        if picture.engine != "auto":
            raise
        return Places({}, {})
    size = _PLAIN_GRAPH.match(drawn)
    width, height = (float(size[1]) * 72, float(size[2]) * 72) if size else (0.0, 0.0)
    middles = {name.decode(): (float(x) * 72, height - float(y) * 72) for name, x, y in _PLAIN_NODE.findall(drawn)}
    places = {}
    for node in scene.diagram.nodes:
        x, y = middles[scene.names[node.id]]
        x = width - x if scene.from_right else x
        half_width, half_height = boxes[node.id].width / 2, boxes[node.id].height / 2
        places[node.id] = Place(x - half_width, y - half_height, x + half_width, y + half_height)
    inside: dict[str, list[Place]] = {}
    for node in scene.diagram.nodes:
        if node.group is not None:
            inside.setdefault(node.group, []).append(places[node.id])
    framed = {}
    for group in reversed(scene.diagram.groups):  # inner ones first
        held = inside.get(group.id)
        if held:
            frame = framed[group.id] = Place(
                min(one.left for one in held) - _INSET,
                min(one.top for one in held) - _INSET - _TITLE_ROOM,
                max(one.right for one in held) + _INSET,
                max(one.bottom for one in held) + _INSET,
            )
            if group.parent is not None:
                inside.setdefault(group.parent, []).append(frame)
    return Places(places, framed)


def _skeleton(scene: Scene, boxes: dict[str, Box]) -> str:
    """Return the graph without words, for its layout alone."""
    diagram = scene.diagram
    lines = [
        f"digraph {{ rankdir={'BT' if scene.is_upright else 'RL'}; ranksep=0.9; nodesep=0.3; newrank=true",
        'node [shape=box, fixedsize=true, label=""]',
    ]
    for node in diagram.nodes:
        box = boxes[node.id]
        lines.append(f"{scene.names[node.id]} [width={box.width / 72:.3f}, height={box.height / 72:.3f}]")
    numbers = {group.id: index for index, group in enumerate(diagram.groups)}
    held: dict[str | None, list[str]] = {}
    for node in diagram.nodes:
        held.setdefault(node.group, []).append(scene.names[node.id])
    ahead: list[str | None] = []
    children: dict[str | None, list[str]] = {}
    for group in diagram.groups:
        children.setdefault(group.parent, []).append(group.id)
    ahead += reversed(children.get(None, ()))
    while ahead:
        name = ahead.pop()
        if name is None:
            lines.append("}")
            continue
        lines.append(f"subgraph cluster_{numbers[name]} {{ margin={_INSET + 8:g}; {'; '.join(held.get(name, ()))}")
        ahead += [None, *reversed(children.get(name, ()))]
    for edge in diagram.edges:
        free = " [constraint=false]" if edge.kind.is_symmetric else ""
        lines.append(f"{scene.names[edge.source]} -> {scene.names[edge.target]}{free}")
    return "\n".join([*lines, "}", ""])
