"""The shapes in the key: what stands there for a kind of node, as `argmap.render.signs` draws it for kinds of edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render.svg_written import element
from argmap.render.text_width import text_width

if TYPE_CHECKING:
    from argmap.render.theme import Theme, Tone
    from argmap.view import Diagram

SHAPES = {"junction": "•", "information": "[ ]", "inference": "( )", "conflict": "< >"}
"""The signs of the key that are shapes, each with the text that stands in its place until it is drawn."""

_HALF_WIDTH, _HALF_HEIGHT = 12.0, 5.5


def shape_tone(sign: str, diagram: Diagram, theme: Theme) -> Tone:
    """Return the colours of a shape in the key."""
    if sign == "inference":
        return theme.light.support
    if sign == "conflict":
        return theme.light.attack
    return theme.side(0) if sign == "information" and not diagram.sides else theme.light.neutral


def shape_in_key(place: tuple[float, float], sign: str, tone: Tone, theme: Theme) -> str:
    """Return the shape for one of `SHAPES` whose text Graphviz had set at `place`."""
    scale = theme.scale
    wide, high = _HALF_WIDTH * scale, _HALF_HEIGHT * scale
    x = place[0] + text_width(SHAPES[sign], bold=True) * theme.size / 2
    y = place[1] - 0.35 * theme.size
    look = {"fill": tone.tint, "stroke": tone.line, "stroke-width": f"{1.2 * scale:g}"}
    if sign == "junction":
        left, right = x - wide, x + wide
        d = f"M{left:.2f},{y - high:.2f}L{x:.2f},{y:.2f}M{left:.2f},{y + high:.2f}L{x:.2f},{y:.2f}H{right - 5:.2f}"
        dot = {"cx": f"{x:.2f}", "cy": f"{y:.2f}", "rx": f"{3 * scale:g}", "ry": f"{3 * scale:g}"}
        corners = [(right, y), (right - 6, y - 2.5), (right - 6, y + 2.5)]
        head = " ".join(f"{across:.2f},{down:.2f}" for across, down in corners)
        shape = element("path", {**look, "fill": "none", "d": d})
        shape += element("ellipse", {**dot, "fill": tone.line, "stroke": tone.line})
        shape += element("polygon", {"fill": tone.line, "stroke": tone.line, "points": head})
    elif sign == "inference":
        size = {"cx": f"{x:.2f}", "cy": f"{y:.2f}", "rx": f"{wide:g}", "ry": f"{high:g}"}
        shape = element("ellipse", {**size, **look})
    else:
        turned = sign == "conflict"
        corners = [(-1, 0), (0, -1), (1, 0), (0, 1)] if turned else [(-1, -1), (1, -1), (1, 1), (-1, 1)]
        points = " ".join(f"{x + across * wide:.2f},{y + down * high:.2f}" for across, down in corners)
        shape = element("polygon", {**look, "points": points})
    return element("g", {"aria-hidden": "true"}, f"\n{shape}")
