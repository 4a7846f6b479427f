"""From a picture to a flowchart in the language of Mermaid, which wikis and code hosts draw.

Mermaid lays the chart out by itself. What it has no place for is said in words: a card is one box with its premises
as lines, and an arrow that leads to a premise or to an inference ends at the card and says which one. The key is left
out, for every arrow names what it does. Dark colours are left to the page: boxes bring their own ground and ink.

Mermaid draws at most 50,000 signs and 500 arrows unless the page allows it more.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from argmap.language import Words
from argmap.render.exported_boxes import edge_words, exported_look, lines_of
from argmap.render.looks import given_colour
from argmap.render.typesetting import cleaned
from argmap.view import EdgeKind, NodeKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.render.exported_boxes import ExportedLook
    from argmap.render.picture import Picture
    from argmap.render.scene import Scene
    from argmap.render.theme import Theme
    from argmap.view import Node

_SHAPES = {
    NodeKind.CLAIM: '("{}")',
    NodeKind.ARGUMENT: '["{}"]',
    NodeKind.JUNCTION: '(("{}"))',
    NodeKind.GROUP: '[["{}"]]',
    NodeKind.INFERENCE: '{{{{"{}"}}}}',
    NodeKind.CONFLICT: '{{"{}"}}',
}
_LINES = {
    EdgeKind.SUPPORT: "-->",
    EdgeKind.ENTAILS: "==>",
    EdgeKind.ATTACK: "-.->",
    EdgeKind.UNDERCUT: "-.-o",
    EdgeKind.CONTRARY: "x-.-x",
    EdgeKind.CONTRADICTORY: "<==>",
    EdgeKind.PREMISE: "---",
}
_MUTUAL_LINES = {EdgeKind.SUPPORT: "<-->", EdgeKind.ATTACK: "<-.->"}
_WITHOUT_HEAD = {"-->": "---", "==>": "===", "-.->": "-.-", "-.-o": "-.-"}

_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ,.:?!'()-")
_TAKEN = re.compile(r"(?<=\\)(?=n)|(?<=\$)(?=\$)|(?<=:)(?=fa-)|(?<=ﬂ)(?=°)|(?<=¶)(?=ß)")
"""Within what Mermaid obeys even where it is written in codes: a new line, a formula, an icon, its own codes."""
_JOINER = "\u2060"
_WIDE = str.maketrans("<>&", "＜＞＆")
_NOTHING = "#8203;"  # Mermaid refuses an empty text


def draw(picture: Picture) -> bytes:
    """Return the bytes of the Mermaid file of a picture, in UTF-8."""
    return "".join(f"{line}\n" for line in _lines(picture.scene)).encode()


def escaped(text: str, limit: int) -> str:
    """Return `text` in one line for a label between quotes: signs that mean something are written as codes.

    Where even the codes would be obeyed (two dollar signs are a formula), a sign that is not seen keeps them apart.

    Example:
        >>> escaped('the "end" <b>', 100)
        'the #34;end#34; #60;b#62;'
    """
    shown = _TAKEN.sub(_JOINER, cleaned(text, limit))
    return "".join(sign if sign in _PLAIN or ord(sign) > 0x9F else f"#{ord(sign)};" for sign in shown)


def _heading(text: str, limit: int) -> str:
    """Return the title of a map as a string of YAML.

    Mermaid takes the title for HTML and then shows the codes of HTML as they stand, so that no code would help:
    three signs are shown by their wide twins. Nor is anything left that it could take for a directive.
    """
    shown = _TAKEN.sub(_JOINER, cleaned(text, limit)).translate(_WIDE)
    return json.dumps(shown, ensure_ascii=False).replace("%", "\\u0025").replace("{", "\\u007b")


def _lines(scene: Scene) -> Iterator[str]:
    diagram, theme = scene.diagram, scene.theme
    untitled = Words(diagram.language).say("picture.title")
    yield "---"
    if diagram.title:
        yield f"title: {_heading(diagram.title, theme.text_limit)}"
    yield "config:"
    yield "  flowchart:"
    yield "    wrappingWidth: 280"
    yield "---"
    yield f"flowchart {'BT' if scene.is_upright else 'LR' if scene.from_right else 'RL'}"
    yield f"  accTitle: {escaped(diagram.title, theme.text_limit) or untitled}"
    if diagram.description:
        yield f"  accDescr: {escaped(diagram.description, theme.tooltip_limit)}"
    looks: dict[str, list[str]] = {}
    yield from _boxes(scene, looks)
    strokes: dict[str, list[int]] = {}
    for index, edge in enumerate(diagram.edges):
        line = _LINES[edge.kind] if not edge.is_mutual else _MUTUAL_LINES.get(edge.kind, _LINES[edge.kind])
        if edge.ends_in_junction:
            line = _WITHOUT_HEAD.get(line, line)
        said = escaped(edge_words(edge, scene), theme.title_limit)
        words = f'|"{said}"|' if said else ""
        yield f"  {scene.names[edge.source]} {line}{words} {scene.names[edge.target]}"
        stroke = theme.strokes[edge.kind]
        width = stroke.width * (2 if stroke.is_double else 1)
        look = f"stroke:{given_colour(edge) or theme.tone(edge.kind).line},stroke-width:{width:g}px"
        strokes.setdefault(look, []).append(index)
    for index, (look, names) in enumerate(looks.items()):
        yield f"  classDef look{index} {look}"
        yield f"  class {','.join(names)} look{index}"
    for look, numbers in strokes.items():
        yield f"  linkStyle {','.join(map(str, numbers))} {look}"


def _boxes(scene: Scene, looks: dict[str, list[str]]) -> Iterator[str]:
    """Yield the boxes in their frames; note in `looks` which box has which colours."""
    diagram, theme, said = scene.diagram, scene.theme, Words(scene.diagram.language)
    held: dict[str | None, list[Node]] = {}
    for node in diagram.nodes:
        held.setdefault(node.group, []).append(node)
        looks.setdefault(_class(exported_look(node, scene)), []).append(scene.names[node.id])
    frames: dict[str | None, list[int]] = {}
    for index, group in enumerate(diagram.groups):
        frames.setdefault(group.parent, []).append(index)
    # What is still to be written: frames that open (their number), and lines that close them.
    ahead: list[int | None] = []
    depth = 1
    group_id: str | None = None
    while True:
        for node in held.get(group_id, ()):
            words = _label(node, theme, said)
            yield f"{'  ' * min(depth, 20)}{scene.names[node.id]}{_SHAPES[node.kind].format(words)}"
        ahead += reversed(frames.get(group_id, ()))
        while ahead and ahead[-1] is None:
            ahead.pop()
            depth -= 1
            yield f"{'  ' * min(depth, 20)}end"
        if not ahead:
            return
        number = ahead.pop()
        assert number is not None
        group = diagram.groups[number]
        ground = f"fill:{given_colour(group) or 'none'},stroke:{theme.light.muted}"
        looks.setdefault(ground, []).append(f"g{number}")
        title = escaped(group.title, theme.title_limit) or _NOTHING
        yield f'{"  " * min(depth, 20)}subgraph g{number}["{title}"]'
        group_id = group.id
        ahead.append(None)
        depth += 1


def _label(node: Node, theme: Theme, said: Words) -> str:
    """Return what is written in a box, in Mermaid's few elements of HTML."""
    lines = []
    for line in lines_of(node, said):
        words = escaped(line.text, theme.text_limit if line.sort in ("text", "cell") else theme.title_limit)
        element = {"title": "b", "strong": "b", "small": "small"}.get(line.sort)
        lines.append(f"<{element}>{words}</{element}>" if element else words)
    return "<br/>".join(lines) or _NOTHING


def _class(look: ExportedLook) -> str:
    """Return the colours of a box as the body of a class."""
    return f"fill:{look.fill},stroke:{look.line},stroke-width:{look.width:g}px,color:{look.ink}"
