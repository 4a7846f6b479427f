"""The signs on the lines: a small disc with ``+``, ``−`` or ``×`` on each edge, and the samples in the key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render.curves import Line, Point, place_sign
from argmap.render.fitting import told_length
from argmap.render.heading import SAMPLE_WIDTH, entries_as_drawn, key_sign
from argmap.render.key_shapes import SHAPES, shape_in_key, shape_tone
from argmap.render.looks import line_colour
from argmap.render.svg_written import element, escaped, values_of
from argmap.render.text_width import text_width
from argmap.render.theme import DEFAULT
from argmap.view import EdgeKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.render.scene import Scene
    from argmap.render.theme import Theme
    from argmap.view import Diagram, Edge

_SIGN_RADIUS = 6.0  # in points, in type of the default size
_SHARES = (0.5, 0.65, 0.8, 0.35, 0.2)  # how far along a line a note may stand
_RISE = 0.35  # from the middle of a sign down to the line it stands on, in em


def dashes(style: str, theme: Theme) -> str | None:
    """Return the dashes of a line of this Graphviz style, in SVG's words; None for a line without."""
    lengths = {"dashed": theme.dash, "dotted": theme.dots}.get(style)
    return ",".join(f"{length:g}" for length in lengths) if lengths else None


def lift_signs(lines: list[tuple[str, Edge]], scene: Scene) -> tuple[str, list[str]]:
    """Return the group of the signs of edges, each in a small disc on its line, and the looks that occur in it.

    Args:
        lines: For each edge with a sign, its line, as the ``d`` of an SVG path.
        scene: What is drawn.
    """
    theme = scene.theme
    signs: list[str] = []
    radius = _SIGN_RADIUS * theme.scale
    taken: dict[str, list[Point]] = {}  # for each node, where its end of the edges is crowded
    discs: dict[tuple[str, str], _Disc] = {}
    notes: list[str] = []
    twins: dict[frozenset[str], list[tuple[Point, float]]] = {}  # of two nodes: where notes stand, half how wide
    # Those with two heads first: the other signs keep clear of their heads.
    for path, edge in sorted(lines, key=lambda pair: not pair[1].has_two_heads):
        line = Line(path, is_turned=scene.is_turned(edge))
        if not line:
            continue
        if edge.has_two_heads:
            centre = line.at(line.length / 2)
            start, end = line.ends
            taken.setdefault(edge.source, []).append(start)
            taken.setdefault(edge.target, []).append(end)
        else:
            others = taken.setdefault(edge.source, [])
            centre = place_sign(line, others, radius, axis=1 if scene.is_upright else 0)
            others.append(centre)
        sign, colour = theme.strokes[edge.kind].sign, line_colour(edge, theme)
        if sign:
            disc = discs.get((sign, colour)) or discs.setdefault((sign, colour), _Disc(sign, colour, theme))
            signs.append(disc.at(centre))
        if edge.change:
            words = theme.word(edge.change.value)
            half = text_width(words, bold=True) * theme.small / 2 + 3 * theme.scale
            noted = twins.setdefault(frozenset((edge.source, edge.target)), [])
            middle = _free_place(line, centre, half, radius, noted, scene)
            noted.append((middle, half))
            notes.append(_note(middle, words, edge, theme))
            signs.append(notes[-1])
    group = element("g", {"class": "signs", "aria-hidden": "true"}, "\n" + "".join(signs)) if signs else ""
    return group, [*(disc.look for disc in discs.values()), *notes]


def _free_place(
    line: Line, sign: Point, half: float, radius: float, noted: list[tuple[Point, float]], scene: Scene
) -> Point:
    """Return where a note stands: in the middle of its line, else where it hides neither a box nor another note.

    By a sign it stands beside it where lines go up and down, and below it where they go from side to side: the box
    from which the line comes is as close in the other direction.
    """
    theme = scene.theme
    high = 0.75 * theme.small
    axis, reach = (1, high) if scene.is_upright else (0, half)
    start, end = line.ends
    near, far = sorted((start[axis], end[axis]))
    near, far = near + 2 * theme.scale, far - 2 * theme.scale
    found = []
    for share in _SHARES:
        x, y = line.at(line.length * share)
        if abs(x - sign[0]) < 5 * radius and abs(y - sign[1]) < 2 * radius:
            aside = half + radius + theme.scale
            by_sign = (
                ((aside, 0.0), (-aside, 0.0)) if scene.is_upright else ((0.0, radius + high), (0.0, -radius - high))
            )
            places = [(sign[0] + right, sign[1] + down) for right, down in by_sign]
        else:
            places = [(x, y)]
        if near + 2 * reach <= far:  # a short line has no room for a note between its boxes
            places = [_between(place, axis, near + reach, far - reach) for place in places]
        for place in places:
            if not any(
                abs(place[0] - other[0]) < half + wide and abs(place[1] - other[1]) < 1.4 * theme.small
                for other, wide in noted
            ):
                return place
        found += places
    return found[0]


def _between(place: Point, axis: int, least: float, most: float) -> Point:
    """Return the place nearest to `place` that lies between two others along an axis."""
    moved = min(max(place[axis], least), most)
    return (moved, place[1]) if axis == 0 else (place[0], moved)


def _note(centre: Point, words: str, edge: Edge, theme: Theme) -> str:
    """Return a word in a small box below a sign: what became of an edge."""
    size = theme.small
    wide, high = text_width(words, bold=True) * size / 2 + 3 * theme.scale, 0.65 * size
    (x, y), colour = centre, line_colour(edge, theme)
    corners = f"M{x - wide:.2f},{y - high:.2f}H{x + wide:.2f}V{y + high:.2f}H{x - wide:.2f}Z"
    written = {"text-anchor": "middle", "font-size": f"{size:g}", "font-weight": "bold", "fill": colour}
    place = {"x": f"{x:.2f}", "y": f"{y + _RISE * size:.2f}"}
    ground = element("path", {"d": corners, "fill": theme.light.page, "stroke": colour})
    return ground + f"<text{values_of(place | written)}{told_length(words, size, bold=True)}>{escaped(words)}</text>\n"


class _Disc:
    """A sign in a small disc, to be drawn at any place."""

    def __init__(self, sign: str, colour: str, theme: Theme) -> None:
        radius = f"{_SIGN_RADIUS * theme.scale:.5g}"
        look = {"rx": radius, "ry": radius, "fill": theme.light.page, "stroke": colour}
        written = {"text-anchor": "middle", "font-size": f"{theme.size:g}", "font-weight": "bold", "fill": colour}
        self._outline = values_of(look | _thickness(theme))
        self._text = f"{values_of(written)}{told_length(sign, theme.size, bold=True)}>{escaped(sign)}"
        self._rise = _RISE * theme.size

    @property
    def look(self) -> str:
        return f"{self._outline}{self._text}"

    def at(self, centre: Point) -> str:
        x, y = centre
        outline = f'<ellipse cx="{x:.2f}" cy="{y:.2f}"{self._outline} />'
        return f'{outline}\n<text x="{x:.2f}" y="{y + self._rise:.2f}"{self._text}</text>\n'


def _thickness(theme: Theme) -> dict[str, str]:
    """Return what makes a thin outline as much thicker as the frames of the theme are."""
    width = theme.frame_width / DEFAULT.frame_width
    return {"stroke-width": f"{width:.3g}"} if width != 1 else {}


class Key:
    """The key in the heading, whose signs are drawn in the place of the texts that Graphviz set for them.

    Args:
        diagram: What is drawn.
        theme: The look.
    """

    def __init__(self, diagram: Diagram, theme: Theme) -> None:
        drawn = entries_as_drawn(diagram, theme)
        entries = [entry for entry in drawn if entry.sign in frozenset(EdgeKind) or entry.sign in SHAPES]
        self._entries = entries[::-1]  # Graphviz writes the key in its order
        self._diagram, self._theme = diagram, theme

    @property
    def is_unfinished(self) -> bool:
        """Whether there are signs left to draw."""
        return bool(self._entries)

    def sample(self, text: str, look: Mapping[str, str]) -> str | None:
        """Return the line of a kind of edge, or the shape of a kind of node, if a text with this look stands for it."""
        entry, theme = self._entries[-1], self._theme
        found = text, look.get("fill")
        place = float(look.get("x", "0")), float(look.get("y", "0"))
        if entry.sign in SHAPES:
            tone = shape_tone(entry.sign, self._diagram, theme)
            if found != (SHAPES[entry.sign], tone.line):
                return None
            self._entries.pop()
            return shape_in_key(place, entry.sign, tone, theme)
        kind = EdgeKind(entry.sign)
        if found != key_sign(kind, theme):
            return None
        self._entries.pop()
        return _line_in_key(place, kind, theme, has_two_heads=kind.is_symmetric or entry.is_mutual)


def _line_in_key(place: Point, kind: EdgeKind, theme: Theme, *, has_two_heads: bool) -> str:
    """Return the sample of an edge whose sign Graphviz had set at `place`."""
    left, base = place
    stroke, colour = theme.strokes[kind], theme.tone(kind).line
    middle = left + text_width(key_sign(kind, theme)[0], bold=True) * theme.size / 2
    by, half = theme.scale, theme.scaled(SAMPLE_WIDTH) / 2
    y = base - _RISE * theme.size
    ends = middle - half + 2 * by, middle + half - 2 * by
    broken = dashes(stroke.style, theme)
    sample = []
    for shift in (-stroke.width / 1.5, stroke.width / 1.5) if stroke.is_double else (0.0,):
        d = f"M{ends[0]:.2f},{y + shift:.2f}L{ends[1] - (0 if stroke.head == 'none' else 5 * by):.2f},{y + shift:.2f}"
        line = {"fill": "none", "stroke": colour, "d": d, "stroke-width": f"{stroke.width:g}"}
        sample.append(element("path", line | ({"stroke-dasharray": broken} if broken else {})))
    tips = [(ends[1], -6.0 * by)] if stroke.head != "none" else []
    if has_two_heads:
        tips.append((ends[0], 6.0 * by))
    for x, back in tips:
        if stroke.head == "odot":
            shape = {"cx": f"{x + back / 3:.2f}", "cy": f"{y:.2f}", "rx": f"{2 * by:.3g}", "ry": f"{2 * by:.3g}"}
            look = {"fill": theme.light.page, "stroke": colour} | _thickness(theme)
            sample.append(element("ellipse", shape | look))
        elif stroke.head == "tee":
            d = f"M{x + back / 3:.2f},{y - 4 * by:.2f}V{y + 4 * by:.2f}"
            look = {"fill": "none", "stroke": colour, "stroke-width": f"{2 * by:.3g}", "d": d}
            sample.append(element("path", look))
        else:
            corners = f"{x:.2f},{y:.2f} {x + back:.2f},{y - 2.5 * by:.2f} {x + back:.2f},{y + 2.5 * by:.2f}"
            sample.append(element("polygon", {"fill": colour, "stroke": colour, "points": corners}))
    if stroke.sign:
        sample.append(_Disc(stroke.sign, colour, theme).at((middle, y)))
    return element("g", {"aria-hidden": "true"}, "\n" + "".join(sample))
