"""The SVG of a picture made fit for a page: without styles of its own, and its parts named by the items of the page."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.render import svg
from argmap.view import NodeKind

if TYPE_CHECKING:
    from argmap.render.page.facts import Facts
    from argmap.render.picture import Picture
    from argmap.render.scene import Scene
    from argmap.view import Edge

_PART = re.compile(r"-([ne])(\d+)$")
_DARK = re.compile(r"@media \(prefers-color-scheme:\s*dark\)\s*\{\n(.*?)\n\}\n", re.DOTALL)


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


def drawn(picture: Picture, facts: Facts) -> Drawn:
    """Return the SVG of a picture with the numbers of the items on its parts.

    Boxes and cells have ``data-i``, lines and their signs ``data-from`` and ``data-to``.

    Raises:
        EngineError: If it cannot be drawn.
    """
    text = svg.draw(picture).decode()
    root = ET.fromstring(text)  # noqa: S314 - what svg.draw has made itself
    for part in root.iter():
        part.tag = part.tag.rpartition("}")[2]
    root.attrib.pop("style", None)
    rules: list[str] = []
    dark: list[str] = []
    for style in root.findall("style"):
        root.remove(style)
        _take_rules(style.text or "", root.get("id", ""), rules, dark)
    _number(root, picture.scene, facts)
    return Drawn(ET.tostring(root, encoding="unicode"), tuple(rules), tuple(dark))


def _take_rules(css: str, prefix: str, rules: list[str], dark: list[str]) -> None:
    """Take a style sheet apart: what holds for this picture holds for all pictures on the page."""
    css = css.replace(f"#{prefix}", "svg.argmap")
    for found in _DARK.finditer(css):
        dark += filter(None, found.group(1).splitlines())
    rules += filter(None, _DARK.sub("", css).splitlines())


def _number(root: ET.Element, scene: Scene, facts: Facts) -> None:
    diagram = scene.diagram
    ends = {node.id: facts.records[node.of] for node in diagram.nodes if node.of in facts.records}
    cells = {(node.id, cell.anchor): facts.records.get(cell.claim) for node in diagram.nodes for cell in node.cells}
    for edge in diagram.edges:  # a junction counts as what the arrow starts from
        if edge.ends_in_junction and edge.source in ends:
            ends.setdefault(edge.target, ends[edge.source])

    def end(name: str, anchor: str | None) -> int | None:
        found = cells.get((name, anchor)) if anchor else None
        return ends.get(name) if found is None else found

    def name_ends(part: ET.Element, edge: Edge) -> None:
        source, target = end(edge.source, edge.source_anchor), end(edge.target, edge.target_anchor)
        if source is not None and target is not None:
            part.set("data-from", str(source))
            part.set("data-to", str(target))

    lines: list[Edge] = []
    for part in root.iter("g"):
        kind = part.get("class", "").partition(" ")[0]
        found = _PART.search(part.get("id", ""))
        if kind == "cell":
            index = facts.records.get(part.get("data-id", ""))
            if index is not None:
                part.set("data-i", str(index))
        elif kind == "node" and found and int(found.group(2)) < len(diagram.nodes):
            node = diagram.nodes[int(found.group(2))]
            if node.id in ends:
                part.set("data-i" if node.kind is not NodeKind.JUNCTION else "data-from", str(ends[node.id]))
        elif kind == "edge" and found and int(found.group(2)) < len(diagram.edges):
            lines.append(diagram.edges[int(found.group(2))])
            name_ends(part, lines[-1])
    for signs in root.iter("g"):
        if signs.get("class") == "signs":
            # The signs stand in the order in which they were put on their lines: those with two heads first.
            signed = [edge for edge in sorted(lines, key=lambda edge: not edge.has_two_heads) if _has_sign(edge, scene)]
            if len(signs) == 2 * len(signed):
                for index, part in enumerate(signs):
                    name_ends(part, signed[index // 2])


def _has_sign(edge: Edge, scene: Scene) -> bool:
    return bool(scene.theme.strokes[edge.kind].sign) and (edge.has_two_heads or not edge.starts_in_junction)
