"""The SVG of a picture made fit for a page: without styles of its own, and its parts named by the items of the page."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.render.finished import box_of, parted_rules
from argmap.render.svg import svg_of
from argmap.view import NodeKind

if TYPE_CHECKING:
    from argmap.render.page.facts import Facts
    from argmap.render.picture import Picture
    from argmap.render.scene import Scene
    from argmap.view import Edge, Node

_PART = re.compile(r"-([ne])(\d+)$")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture for the page.

    Attributes:
        svg: The SVG, to stand in HTML.
        rules: Rules of CSS for it.
        dark: Rules of CSS for it in the dark.
    """

    svg: str
    rules: tuple[str, ...]
    dark: tuple[str, ...]


def drawn(picture: Picture, facts: Facts, *, may_be_part: bool = True) -> Drawn:
    """Return the SVG of a picture with the numbers of the items on its parts.

    Boxes and cells have ``data-i``, lines and their signs ``data-from`` and ``data-to``.

    Args:
        picture: The picture.
        facts: The items.
        may_be_part: Whether a part of it is drawn where all of it takes too long.

    Raises:
        EngineError: If it cannot be drawn.
    """
    used, layout = picture.drawn if may_be_part else (picture, picture.layout())
    text = svg_of(layout, used.scene, used.names)
    root = ET.fromstring(text)  # noqa: S314 - what svg_of has made itself
    for part in root.iter():
        part.tag = part.tag.rpartition("}")[2]
    root.attrib.pop("style", None)
    rules: list[str] = []
    dark: list[str] = []
    for style in root.findall("style"):
        root.remove(style)
        _take_rules(style.text or "", root.get("id", ""), rules, dark)
    _number(root, used.scene, facts)
    box = box_of(root)
    if box.width > box.height:
        root.set("class", f"{root.get('class', '')} wide".strip())
    return Drawn(ET.tostring(root, encoding="unicode"), tuple(rules), tuple(dark))


def _take_rules(css: str, prefix: str, rules: list[str], dark: list[str]) -> None:
    """Take a style sheet apart: what holds for this picture holds for all pictures on the page."""
    always, in_the_dark = parted_rules(css.replace(f"#{prefix}", "svg.argmap"))
    dark += filter(None, in_the_dark.splitlines())
    rules += filter(None, always.splitlines())


def item_of_nodes(scene: Scene, facts: Facts) -> tuple[list[int | None], list[tuple[int, int] | None]]:
    """Return the item of each node of a scene, and the items that each edge goes from and to, where there are.

    A junction counts as what the arrow starts from.
    """
    diagram = scene.diagram
    ends = {node.id: facts.records[node.of] for node in diagram.nodes if node.of in facts.records}
    cells = {(node.id, one.anchor): facts.records.get(one.claim) for node in diagram.nodes for one in node.cells}
    for edge in diagram.edges:
        if edge.ends_in_junction and edge.source in ends:
            ends.setdefault(edge.target, ends[edge.source])

    def end(name: str, anchor: str | None) -> int | None:
        found = cells.get((name, anchor)) if anchor else None
        return ends.get(name) if found is None else found

    pairs: list[tuple[int, int] | None] = []
    for edge in diagram.edges:
        source, target = end(edge.source, edge.source_anchor), end(edge.target, edge.target_anchor)
        pairs.append(None if source is None or target is None else (source, target))
    return [ends.get(node.id) for node in diagram.nodes], pairs


def _number(root: ET.Element, scene: Scene, facts: Facts) -> None:
    diagram = scene.diagram
    nodes, edges = item_of_nodes(scene, facts)
    drawn_edges: list[int] = []
    for part in root.iter("g"):
        kind = part.get("class", "").partition(" ")[0]
        found = _PART.search(part.get("id", ""))
        index = int(found.group(2)) if found else -1
        if kind == "node" and 0 <= index < len(nodes):
            node = diagram.nodes[index]
            if nodes[index] is not None:
                part.set("data-from" if node.kind is NodeKind.JUNCTION else "data-i", str(nodes[index]))
            _number_cells(part, node, facts)
        elif kind == "edge" and 0 <= index < len(edges):
            drawn_edges.append(index)
            _name_ends(part, edges[index])
    for signs in root.iter("g"):
        if signs.get("class") == "signs":
            # The signs stand in the order in which they were put on their lines: those with two heads first.
            signed = [index for index in drawn_edges if _has_sign(diagram.edges[index], scene)]
            signed.sort(key=lambda index: not diagram.edges[index].has_two_heads)
            if len(signs) == 2 * len(signed):
                for place, part in enumerate(signs):
                    _name_ends(part, edges[signed[place // 2]])


def _number_cells(part: ET.Element, node: Node, facts: Facts) -> None:
    claims = {one.anchor: one.claim for one in node.cells}
    for inside in part.iter("g"):
        claim = claims.get(inside.get("id", "").rpartition("-")[2])
        if inside.get("class") == "cell" and claim in facts.records:
            inside.set("data-i", str(facts.records[claim]))


def _name_ends(part: ET.Element, ends: tuple[int, int] | None) -> None:
    for name in ("data-from", "data-to"):
        part.attrib.pop(name, None)
    if ends is not None:
        part.set("data-from", str(ends[0]))
        part.set("data-to", str(ends[1]))


def _has_sign(edge: Edge, scene: Scene) -> bool:
    return bool(scene.theme.strokes[edge.kind].sign) and (edge.has_two_heads or not edge.starts_in_junction)
