"""The signs on the lines: a small disc with ``+``, ``−`` or ``×`` on each edge, and the samples in the key."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from argmap.render.curves import Line, Point, length_of, place_sign, point_along
from argmap.render.heading import SAMPLE_WIDTH, key_sign
from argmap.render.key_shapes import SHAPES, shape_in_key, shape_tone
from argmap.render.looks import line_colour
from argmap.render.marks import CHANGES
from argmap.render.text_width import text_width
from argmap.render.theme import DEFAULT
from argmap.view import EdgeKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.render.scene import Scene
    from argmap.render.theme import Theme
    from argmap.view import Diagram, Edge

_SIGN_RADIUS = 6.0  # in points, in type of the default size
_RISE = 0.35  # from the middle of a sign down to the line it stands on, in em


def dashes(style: str, theme: Theme) -> str | None:
    """Return the dashes of a line of this Graphviz style, in SVG's words; None for a line without."""
    lengths = {"dashed": theme.dash, "dotted": theme.dots}.get(style)
    return ",".join(f"{length:g}" for length in lengths) if lengths else None


def lift_signs(lines: list[tuple[ET.Element, Edge]], scene: Scene) -> ET.Element:
    """Move the sign of each edge from beside its line onto it, in a small disc.

    Args:
        lines: What Graphviz drew for each edge; its text is taken out.
        scene: What is drawn.

    Returns:
        The group of all signs.
    """
    theme = scene.theme
    signs = ET.Element("g", {"class": "signs", "aria-hidden": "true"})
    signs.text = signs.tail = "\n"
    radius = _SIGN_RADIUS * theme.scale
    taken: dict[str, list[Point]] = {}  # for each node, where its end of the edges is crowded
    # Those with two heads first: the other signs keep clear of their heads.
    for part, edge in sorted(lines, key=lambda line: not line[1].has_two_heads):
        text, line = part.find("text"), part.find("path")
        points = Line(line.get("d", "") if line is not None else "", is_turned=scene.is_turned(edge))
        if text is None or not points:
            continue
        part.remove(text)
        if edge.has_two_heads:
            centre = point_along(points, length_of(points) / 2)
            start, *_, end = points
            taken.setdefault(edge.source, []).append(start)
            taken.setdefault(edge.target, []).append(end)
        else:
            others = taken.setdefault(edge.source, [])
            centre = place_sign(points, others, radius, axis=1 if scene.is_upright else 0)
            others.append(centre)
        sign, colour = theme.strokes[edge.kind].sign, line_colour(edge, theme)
        if sign:
            signs.extend(_sign(centre, sign, colour, theme))
        if edge.change:
            middle = point_along(points, length_of(points) / 2)
            if abs(middle[0] - centre[0]) < 5 * radius and abs(middle[1] - centre[1]) < 2 * radius:
                middle = middle[0], centre[1] + radius + 0.75 * theme.small
            signs.extend(_note(middle, CHANGES[edge.change], edge, theme))
    return signs


def _note(centre: Point, words: str, edge: Edge, theme: Theme) -> Iterator[ET.Element]:
    """Yield a word in a small box below a sign: what became of an edge."""
    size = theme.small
    wide, high = text_width(words, bold=True) * size / 2 + 3 * theme.scale, 0.65 * size
    (x, y), colour = centre, line_colour(edge, theme)
    corners = f"M{x - wide:.2f},{y - high:.2f}H{x + wide:.2f}V{y + high:.2f}H{x - wide:.2f}Z"
    ground = ET.Element("path", {"d": corners, "fill": theme.light.page, "stroke": colour})
    written = {"text-anchor": "middle", "font-size": f"{size:g}", "font-weight": "bold", "fill": colour}
    text = ET.Element("text", {"x": f"{x:.2f}", "y": f"{y + _RISE * size:.2f}", **written})
    text.text = words
    ground.tail = text.tail = "\n"
    yield from (ground, text)


def _sign(centre: Point, sign: str, colour: str, theme: Theme) -> Iterator[ET.Element]:
    x, y = (f"{part:.2f}" for part in centre)
    radius = f"{_SIGN_RADIUS * theme.scale:.5g}"
    disc = ET.Element(
        "ellipse", {"cx": x, "cy": y, "rx": radius, "ry": radius, "fill": theme.light.page, "stroke": colour}
    )
    _thicken(disc, theme)
    written = {"text-anchor": "middle", "font-size": f"{theme.size:g}", "font-weight": "bold", "fill": colour}
    text = ET.Element("text", {"x": x, "y": f"{centre[1] + _RISE * theme.size:.2f}", **written})
    text.text = sign
    disc.tail = text.tail = "\n"
    yield from (disc, text)


def _thicken(outline: ET.Element, theme: Theme) -> None:
    """Make a thin outline as much thicker as the frames of the theme are."""
    width = theme.frame_width / DEFAULT.frame_width
    if width != 1:
        outline.set("stroke-width", f"{width:.3g}")


def draw_key(graph: ET.Element, diagram: Diagram, theme: Theme) -> None:
    """Draw the line of each kind of edge, and the shape of each kind of node, in the place of its sign in the key."""
    entries = [entry for entry in diagram.legend if entry.sign in frozenset(EdgeKind) or entry.sign in SHAPES]
    for index, part in enumerate(list(graph)):
        if not entries:
            return
        if part.tag != "text":
            continue
        sign = entries[0].sign  # Graphviz writes the key in its order
        found = part.text, part.get("fill")
        place = float(part.get("x", "0")), float(part.get("y", "0"))
        if sign in SHAPES:
            tone = shape_tone(sign, diagram, theme)
            if found == (SHAPES[sign], tone.line):
                graph[index] = shape_in_key(place, sign, tone, theme)
                del entries[0]
            continue
        kind = EdgeKind(sign)
        if found == key_sign(kind, theme):
            both = kind.is_symmetric or entries[0].is_mutual
            graph[index] = _line_in_key(place, kind, theme, has_two_heads=both)
            del entries[0]


def _line_in_key(place: Point, kind: EdgeKind, theme: Theme, *, has_two_heads: bool) -> ET.Element:
    """Return the sample of an edge whose sign Graphviz had set at `place`."""
    left, base = place
    stroke, colour = theme.strokes[kind], theme.tone(kind).line
    middle = left + text_width(key_sign(kind, theme)[0], bold=True) * theme.size / 2
    by, half = theme.scale, theme.scaled(SAMPLE_WIDTH) / 2
    y = base - _RISE * theme.size
    ends = middle - half + 2 * by, middle + half - 2 * by
    sample = ET.Element("g", {"aria-hidden": "true"})
    sample.text = sample.tail = "\n"
    broken = dashes(stroke.style, theme)
    for shift in (-stroke.width / 1.5, stroke.width / 1.5) if stroke.is_double else (0.0,):
        d = f"M{ends[0]:.2f},{y + shift:.2f}L{ends[1] - (0 if stroke.head == 'none' else 5 * by):.2f},{y + shift:.2f}"
        line = ET.SubElement(sample, "path", {"fill": "none", "stroke": colour, "d": d})
        line.set("stroke-width", f"{stroke.width:g}")
        if broken:
            line.set("stroke-dasharray", broken)
        line.tail = "\n"
    tips = [(ends[1], -6.0 * by)] if stroke.head != "none" else []
    if has_two_heads:
        tips.append((ends[0], 6.0 * by))
    for x, back in tips:
        if stroke.head == "odot":
            shape = {"cx": f"{x + back / 3:.2f}", "cy": f"{y:.2f}", "rx": f"{2 * by:.3g}", "ry": f"{2 * by:.3g}"}
            tip = ET.SubElement(sample, "ellipse", {**shape, "fill": theme.light.page, "stroke": colour})
            _thicken(tip, theme)
        elif stroke.head == "tee":
            d = f"M{x + back / 3:.2f},{y - 4 * by:.2f}V{y + 4 * by:.2f}"
            tip = ET.SubElement(
                sample, "path", {"fill": "none", "stroke": colour, "stroke-width": f"{2 * by:.3g}", "d": d}
            )
        else:
            corners = f"{x:.2f},{y:.2f} {x + back:.2f},{y - 2.5 * by:.2f} {x + back:.2f},{y + 2.5 * by:.2f}"
            tip = ET.SubElement(sample, "polygon", {"fill": colour, "stroke": colour, "points": corners})
        tip.tail = "\n"
    if stroke.sign:
        sample.extend(_sign((middle, y), stroke.sign, colour, theme))
    return sample
