"""What is drawn in a PDF: the shapes and lines of text of a finished SVG, each with its place and its operators."""

from __future__ import annotations

import math
import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from argmap.render.finished import words_of
from argmap.render.fonts import bundled, region_of
from argmap.render.pdf_file import amount, dictionary, words
from argmap.render.png_text import THICKENING, box_of_sign, digits_of_sign
from argmap.render.svg_path import outline_of
from argmap.render.svg_walk import Placed, decoration_of, moved, number, numbers, pieces, placed_text, product, walk
from argmap.render.typeset import Face, Run, face_of, set_line

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET
    from collections.abc import Iterator, Mapping, Sequence

    from argmap.render.pdf_fonts import Fonts
    from argmap.render.svg_path import Point, Segment
    from argmap.render.svg_walk import Matrix, Step

Bounds = tuple[float, float, float, float]
"""Left, top, right and bottom, in units of the picture."""

Colour = tuple[float, float, float, float]
"""Red, green, blue and opacity, each from 0 to 1."""

_HEX = re.compile(r"#([0-9a-f]{3,8})")
_RGB = re.compile(r"rgba?\(([^()]*)\)")
_NAMES = {
    "black": "#000000", "white": "#ffffff", "red": "#ff0000", "green": "#008000", "blue": "#0000ff",
    "gray": "#808080", "grey": "#808080", "silver": "#c0c0c0", "maroon": "#800000", "yellow": "#ffff00",
    "olive": "#808000", "lime": "#00ff00", "aqua": "#00ffff", "cyan": "#00ffff", "teal": "#008080",
    "navy": "#000080", "fuchsia": "#ff00ff", "magenta": "#ff00ff", "purple": "#800080", "orange": "#ffa500",
    "lightgrey": "#d3d3d3", "lightgray": "#d3d3d3",
}  # fmt: skip
_WHITE = (1.0, 1.0, 1.0)
_UNPAINTED = ("none", "transparent")
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}


class Painted(NamedTuple):
    """Something that is drawn.

    Attributes:
        bounds: Where it is.
        opacity: The name of the graphics state it needs; empty for what cannot be seen through.
        shape: The operators, where it is a shape.
        text: The run in its place, where it is text.
        matrix: From the units of the text to those of the picture.
        href: The address of the link it is in; empty without one.
        marks: Where something is seen of it on white paper: nowhere for a white ground, along the way for a line.
        told: What is read aloud in its place: the group that has a label, or else the text; None for ornament.
    """

    bounds: Bounds
    opacity: str = ""
    shape: str = ""
    text: Placed | None = None
    matrix: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    href: str = ""
    marks: tuple[Bounds, ...] = ()
    told: ET.Element | None = None


def painted(root: ET.Element) -> list[Painted]:
    """Return what a picture draws, in the order of drawing, in units of the picture with y downwards.

    Raises:
        FontNotFound: If the fonts that come with argmap are not installed.
    """
    region = region_of(words_of(root))
    found: list[Painted] = []
    for step in walk(root):
        if step.element.tag == "text":
            found.extend(_text(step, region))
        else:
            shape = _shape(step)
            if shape:
                found.append(shape)
    return found


def opacities(things: list[Painted]) -> list[str]:
    """Return the names of the graphics states that things speak of, as `opacity_name` gives them."""
    return sorted({thing.opacity for thing in things} - {""})


def opacity_name(fill: float, stroke: float) -> str:
    """Return the name of a graphics state with these opacities (0 to 1), to the hundredth."""
    return f"O{round(min(max(fill, 0), 1) * 100)}-{round(min(max(stroke, 0), 1) * 100)}"


def opacity_state(name: str) -> str:
    """Return the graphics state of a name that `opacity_name` gave.

    Example:
        >>> opacity_state("O50-100")
        '<</ca 0.5 /CA 1>>'
    """
    fill, stroke = (int(part) / 100 for part in name[1:].split("-"))
    return dictionary({"ca": amount(fill), "CA": amount(stroke)})


def colour_of(value: str) -> Colour | None:
    """Return red, green, blue and opacity (0 to 1) of a colour; None where nothing is painted.

    A colour that is not known is black, as nothing would be less.

    Example:
        >>> colour_of("#ff0000"), colour_of("none")
        ((1.0, 0.0, 0.0, 1.0), None)
    """
    value = value.strip().lower()
    if value in _UNPAINTED:
        return None
    found = _HEX.fullmatch(_NAMES.get(value, value))
    if found:
        digits = found[1]
        if len(digits) in (3, 4):
            digits = "".join(digit * 2 for digit in digits)
        parts = [int(digits[at : at + 2], 16) / 255 for at in range(0, len(digits) - 1, 2)]
        return (parts[0], parts[1], parts[2], parts[3] if len(parts) > 3 else 1.0) if len(parts) > 2 else (0, 0, 0, 1)
    parts = numbers(given[1]) if (given := _RGB.fullmatch(value)) else []
    if len(parts) < 3:
        return 0.0, 0.0, 0.0, 1.0
    red, green, blue = (min(max(part / 255, 0.0), 1.0) for part in parts[:3])
    return red, green, blue, parts[3] if len(parts) > 3 else 1.0


def _shape(step: Step) -> Painted | None:
    outline = outline_of(step.element)
    fill, stroke = _fill_of(step.style), colour_of(step.style.get("stroke", "none"))
    width = number(step.style.get("stroke-width"), 1.0) * math.sqrt(abs(_area(step.matrix)))
    if width <= 0:
        stroke = None
    if step.element.tag == "line":
        fill = None
    if not outline or (fill is None and stroke is None):
        return None
    parts = []
    if fill:
        parts.append(f"{_three(fill)} rg")
    if stroke:
        parts.append(f"{_three(stroke)} RG {amount(width)} w{_line_look(step)}")
    points: list[tuple[float, float]] = []
    for segment in outline:
        places = [moved(step.matrix, *point) for point in segment.points]
        points += places
        parts.append(" ".join([*(f"{amount(x)} {amount(y)}" for x, y in places), segment.sign]))
    even = "*" if step.style.get("fill-rule") == "evenodd" else ""
    parts.append(("B" if stroke else "f") + even if fill else "S")
    edge = width / 2 if stroke else 0.0
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if not points:
        return None
    bounds = (min(xs) - edge, min(ys) - edge, max(xs) + edge, max(ys) + edge)
    is_seen = fill is not None and fill[:3] != _WHITE
    marks = (bounds,) if is_seen else tuple(_along(step, outline, edge)) if stroke else ()
    opacity, told = _opacity(step.style, fill, stroke), step.told if step.is_told else None
    return Painted(bounds, opacity, shape=" ".join(parts), href=step.href, marks=marks, told=told)


def _along(step: Step, outline: list[Segment], edge: float) -> Iterator[Bounds]:
    """Yield small boxes along a line, as the box around all of a long curve holds much that it does not touch."""
    first = last = (0.0, 0.0)
    for segment in outline:
        points = [moved(step.matrix, *point) for point in segment.points] or [first]
        if segment.sign == "m":
            first = points[-1]
        else:
            is_curved = segment.sign == "c"
            way = [_on_curve((last, *points), part / 8) for part in range(9)] if is_curved else [last, *points]
            for one, other in pairwise(way):
                (left, right), (top, low) = (sorted(sides) for sides in zip(one, other, strict=True))
                yield left - edge, top - edge, right + edge, low + edge
        last = points[-1]


def _on_curve(places: Sequence[Point], part: float) -> Point:
    """Return the point at a part of a cubic curve, given its start, its two handles and its end."""
    left = 1 - part
    shares = left**3, 3 * left**2 * part, 3 * left * part**2, part**3
    x, y = (sum(share * place[side] for share, place in zip(shares, places, strict=True)) for side in (0, 1))
    return x, y


def _area(matrix: Matrix) -> float:
    return matrix[0] * matrix[3] - matrix[1] * matrix[2]


def _line_look(step: Step) -> str:
    """Return the operators for dashes, ends and corners."""
    style = step.style
    scale = math.sqrt(abs(_area(step.matrix)))
    dashes = [abs(length) * scale for length in numbers(style.get("stroke-dasharray", ""))][:16]
    look = ""
    if any(length > 1e-3 for length in dashes):
        look += f" [{' '.join(map(amount, dashes * (1 + len(dashes) % 2)))}] 0 d"
    cap, join = _CAPS.get(style.get("stroke-linecap", ""), 0), _JOINS.get(style.get("stroke-linejoin", ""), 0)
    # SVG cuts corners off beyond 4 line widths, PDF by itself beyond 10.
    return look + (f" {cap} J" if cap else "") + (f" {join} j" if join else " 4 M")


def _three(colour: Colour) -> str:
    return " ".join(amount(part) for part in colour[:3])


def _opacity(style: Mapping[str, str], fill: Colour | None, stroke: Colour | None = None) -> str:
    """Return the name of the graphics state for what can be seen through; empty where nothing can."""
    inside = (fill[3] if fill else 1.0) * number(style.get("fill-opacity"), 1.0)
    line = (stroke[3] if stroke else 1.0) * number(style.get("stroke-opacity"), 1.0)
    return opacity_name(inside, line) if min(inside, line) < 1 else ""


def _fill_of(style: Mapping[str, str]) -> Colour | None:
    return colour_of(style.get("fill", "black"))


def _text(step: Step, region: str) -> Iterator[Painted]:
    told = (step.element if step.told is None else step.told) if step.is_told else None
    for placed in placed_text(step, region=region):
        if placed.size <= 0 or _fill_of(placed.style) is None:
            continue
        left, right = placed.x, placed.x + placed.run.width * placed.size * placed.stretch
        corners = [
            moved(step.matrix, x, y)
            for x in (left, right)
            for y in (placed.y - placed.size, placed.y + 0.3 * placed.size)
        ]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        bounds = (min(xs), min(ys), max(xs), max(ys))
        opacity = _opacity(placed.style, _fill_of(placed.style))
        yield Painted(bounds, opacity, text=placed, matrix=step.matrix, href=step.href, marks=(bounds,), told=told)
        rule = decoration_of(placed)
        if rule:
            start, end = (moved(step.matrix, x, rule.y) for x in (rule.left, rule.right))
            width = amount(rule.width * math.sqrt(abs(_area(step.matrix))))
            line = f"{amount(start[0])} {amount(start[1])} m {amount(end[0])} {amount(end[1])} l S"
            colour = _three(_fill_of(placed.style) or (0, 0, 0, 1))
            yield Painted(bounds, opacity, shape=f"{colour} RG {width} w {line}", href=step.href, told=told)


def type_sizes(root: ET.Element) -> Iterator[float]:
    """Yield how high the text of a picture is drawn, piece by piece, in units of the picture. None of it is set.

    Example:
        >>> from argmap.render.finished import read_svg
        >>> list(type_sizes(read_svg('<svg width="9pt" height="9pt"><text font-size="5">Rain</text></svg>')))
        [5.0]
    """
    for step in walk(root):
        if step.element.tag == "text":
            for words, style, _ in pieces(step):
                size = number(style.get("font-size"), 16.0)
                if words.strip() and size > 0 and _fill_of(style) is not None:
                    yield size * math.sqrt(abs(_area(step.matrix)))


def use_fonts(things: list[Painted], fonts: Fonts) -> None:
    """Tell `fonts` what the text among things needs."""
    for thing in things:
        if thing.text is None:
            continue
        if thing.text.run.face is not None:
            fonts.use(thing.text.run.face, thing.text.run.glyphs)
        else:
            for digits, *_ in digits_of_sign(thing.text):
                fonts.use(_face_of_digits(), _line_of_digits(digits).glyphs)


def operators(thing: Painted, fonts: Fonts) -> str:
    """Return the operators that draw a thing, in units of the picture with y downwards."""
    state = f"/{thing.opacity} gs " if thing.opacity else ""
    return f"q {state}{thing.shape if thing.text is None else _text_operators(thing.text, thing.matrix, fonts)} Q"


def _text_operators(placed: Placed, matrix: Matrix, fonts: Fonts) -> str:
    colour = _three(_fill_of(placed.style) or (0, 0, 0, 1))
    if placed.run.face is not None:
        shown = _shown(placed.run, placed.x, placed.y, placed.size, placed.stretch, matrix, fonts)
        thick = f"{colour} RG 2 Tr {amount(THICKENING * placed.size)} w " if placed.run.face.is_thickened else ""
        return f"{colour} rg {thick}{shown}"
    # A sign that no font has: a box with its code point, which is copied as the sign where the reader can do that.
    box = " ".join(amount(part) for part in box_of_sign(placed))
    place = " ".join(f"{part:.5g}" if index < 4 else amount(part) for index, part in enumerate(matrix))
    parts = [f"{colour} rg {colour} RG {amount(placed.size * 0.04)} w q {place} cm {box} re S Q"]
    parts.append(f"/Span {dictionary({'ActualText': words(placed.run.words)})} BDC")
    for digits, middle, base, size in digits_of_sign(placed):
        line = _line_of_digits(digits)
        left = middle - line.width * size * placed.stretch / 2
        parts.append(_shown(line, left, base, size, placed.stretch, matrix, fonts))
    return " ".join([*parts, "EMC"])


def _shown(run: Run, x: float, y: float, size: float, stretch: float, matrix: Matrix, fonts: Fonts) -> str:
    assert run.face is not None
    # Letters stand upright where y grows downwards.
    place = product(matrix, (stretch, 0.0, 0.0, -1.0, x, y))
    numbers_of_place = " ".join(amount(part) if index > 3 else f"{part:.5g}" for index, part in enumerate(place))
    shown = fonts.shown(run.face, run.glyphs, size)
    return f"BT /{fonts.name(run.face)} {amount(size)} Tf {numbers_of_place} Tm {shown} ET"


def _face_of_digits() -> Face:
    return face_of(bundled(), False)


def _line_of_digits(digits: str) -> Run:
    return set_line(digits)[0]
