"""Marks that are drawn as shapes in the SVG, so that they look the same whatever fonts there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render.glyphs import GLYPHS, glyph_at
from argmap.render.svg_written import element

if TYPE_CHECKING:
    from collections.abc import Mapping

_RISE = 0.35  # from the line that a sign stands on up to its middle, in em
_ADVANCE = 0.834  # how wide Graphviz takes a sign that it does not know, in em


def mark_shape(signs: str, text: Mapping[str, str]) -> str | None:
    """Return the shape of the signs that Graphviz set as a text with these attributes; None where they stay text.

    What the marks say is said in the words of their node.
    """
    if signs in GLYPHS:
        return _glyph(text, GLYPHS[signs])
    if signs and set(signs) <= {"●", "○"}:
        return _dots(text, signs)
    return None


def _glyph(text: Mapping[str, str], outline: str) -> str:
    size = float(text.get("font-size", "0"))
    centre = float(text.get("x", "0"))
    if text.get("text-anchor") == "start":
        centre += _ADVANCE * size / 2
    d = glyph_at(outline, centre, float(text.get("y", "0")) - _RISE * size, size)
    return element("path", {"fill": text.get("fill", "#000000"), "d": d})


def _dots(text: Mapping[str, str], signs: str) -> str:
    size = float(text.get("font-size", "0"))
    x, y = float(text.get("x", "0")), float(text.get("y", "0")) - _RISE * size
    colour = text.get("fill", "#000000")
    dots = []
    for index, sign in enumerate(signs):
        where = {"cx": f"{x + (index + 0.5) * size:.2f}", "cy": f"{y:.2f}"}
        radius = f"{0.36 * size:.4g}"
        look = {"rx": radius, "ry": radius, "fill": colour if sign == "●" else "none", "stroke": colour}
        dots.append(element("ellipse", where | look))
    return "".join(dots)
