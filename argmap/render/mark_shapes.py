"""Marks that are drawn as shapes in the SVG, so that they look the same whatever fonts there are."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from argmap.render.glyphs import GLYPHS, glyph_at

if TYPE_CHECKING:
    from collections.abc import Iterator

_RISE = 0.35  # from the line that a sign stands on up to its middle, in em
_ADVANCE = 0.834  # how wide Graphviz takes a sign that it does not know, in em


def draw_marks(graph: ET.Element, prefix: str) -> None:
    """Draw the signs that Graphviz set as text in the parts whose ids begin with `prefix`, and make them silent.

    What the marks say is said in the words of their node.
    """
    for part in graph.iter("g"):
        name = part.get("id", "")
        if not name.startswith(prefix):
            continue
        part.attrib.clear()
        part.set("class", f"mark {name.removeprefix(prefix)}")
        part.set("aria-hidden", "true")
        for text in part.findall("text"):
            signs = (text.text or "").strip()
            if signs in GLYPHS:
                shapes = [_glyph(text, GLYPHS[signs])]
            elif signs and set(signs) <= {"●", "○"}:
                shapes = list(_dots(text, signs))
            else:
                continue
            part.remove(text)
            part.extend(shapes)


def _glyph(text: ET.Element, outline: str) -> ET.Element:
    size = float(text.get("font-size", "0"))
    centre = float(text.get("x", "0"))
    if text.get("text-anchor") == "start":
        centre += _ADVANCE * size / 2
    d = glyph_at(outline, centre, float(text.get("y", "0")) - _RISE * size, size)
    return _shape("path", {"fill": text.get("fill", "#000000"), "d": d})


def _dots(text: ET.Element, signs: str) -> Iterator[ET.Element]:
    size = float(text.get("font-size", "0"))
    x, y = float(text.get("x", "0")), float(text.get("y", "0")) - _RISE * size
    colour = text.get("fill", "#000000")
    for index, sign in enumerate(signs):
        where = {"cx": f"{x + (index + 0.5) * size:.2f}", "cy": f"{y:.2f}"}
        radius = f"{0.36 * size:.4g}"
        look = {"rx": radius, "ry": radius, "fill": colour if sign == "●" else "none", "stroke": colour}
        yield _shape("ellipse", where | look)


def _shape(name: str, attributes: dict[str, str]) -> ET.Element:
    shape = ET.Element(name, attributes)
    shape.tail = "\n"
    return shape
