"""Lines of text as shapes, for those that resvg does not set well.

Where a line needs several fonts, resvg shapes it whole in one after the other and gives up when they make different
numbers of glyphs of it, as Arabic, Indic and emoji fonts do. Such a line is put into the SVG as the outlines of its
glyphs; plain lines stay text.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from argmap.render.finished import words_of
from argmap.render.fonts import BOLD, bundled, region_of
from argmap.render.svg_walk import Placed, decoration_of, font_of, placed_text, walk
from argmap.render.typeset import Face, is_plain

if TYPE_CHECKING:
    from pathlib import Path

THICKENING = 0.03
"""How wide the line is that is drawn round letters of a font without bold, in em."""


def outline_text(root: ET.Element) -> list[Path]:
    """Put the outlines of glyphs in place of every text that is not plain.

    Pictures in colours, as of emoji, stay text, one run in each element.

    Args:
        root: The picture, as `argmap.render.finished.read_svg` returns it; it is changed.

    Returns:
        The font files that the text that is left needs.

    Raises:
        FontNotFound: If the fonts that come with argmap are not installed.
    """
    region = region_of(words_of(root))
    files: dict[Path, None] = {}
    places = {part: (parent, index) for parent in root.iter() for index, part in enumerate(parent)}
    for step in list(walk(root)):
        if step.element.tag != "text":
            continue
        family, bold = font_of(step.style)
        if is_plain("".join(step.element.itertext()), family=family, bold=bold):
            files[bundled(family).path] = files[bundled(family, BOLD).path] = None
            continue
        shapes = ET.Element("g", {"transform": step.element.get("transform", "")})
        for placed in placed_text(step, region=region, colours=True):
            face = placed.run.face
            if face is None:
                _draw_box(shapes, placed)
            elif all(face.font.draws(sign) for sign in placed.run.words if ord(sign) in face.font.signs):
                _draw_outlines(shapes, placed, face)
            else:
                files[face.font.path] = None
                _draw_picture(shapes, placed, face)
            rule = decoration_of(placed)
            if rule:
                way = {"d": f"M{rule.left:.4f} {rule.y:.4f}H{rule.right:.4f}", "stroke-width": f"{rule.width:.4f}"}
                ET.SubElement(shapes, "path", way | {"fill": "none", "stroke": placed.style.get("fill", "#000")})
        shapes.tail = step.element.tail
        parent, index = places[step.element]
        parent[index] = shapes
    return list(files)


def _colours(placed: Placed) -> dict[str, str]:
    names = ("fill", "fill-opacity")
    return {name: placed.style[name] for name in names if name in placed.style} | {"stroke": "none"}


def _draw_outlines(shapes: ET.Element, placed: Placed, face: Face) -> None:
    pieces, x = [], 0.0
    for glyph in placed.run.glyphs:
        outline = _outline(face, glyph.number)
        if outline:
            right, up = (x + glyph.right) * face.units, glyph.up * face.units
            pieces.append(outline if not right and not up else _shifted(outline, right, up))
        x += glyph.advance
    scale = placed.size / face.units
    place = f"translate({placed.x:.4f} {placed.y:.4f}) scale({scale * placed.stretch:.6g} {-scale:.6g})"
    look = _colours(placed)
    if face.is_thickened:
        look |= {"stroke": look.get("fill", "#000"), "stroke-width": f"{THICKENING * face.units:g}"}
    if pieces:
        ET.SubElement(shapes, "path", {"d": "".join(_written(piece) for piece in pieces), "transform": place} | look)


Outline = tuple[tuple[str, tuple[float, ...]], ...]


@lru_cache(maxsize=8192)
def _outline(face: Face, glyph: int) -> Outline:
    """Return the outline of a glyph in units of its font, y upwards, as commands of an SVG path."""
    commands: list[tuple[str, tuple[float, ...]]] = []
    face.shaper.draw_glyph(glyph, _pen(), commands)
    return tuple(commands)


@lru_cache(maxsize=1)
def _pen() -> Any:
    """Return what HarfBuzz calls for each part of an outline."""
    import uharfbuzz

    pen = uharfbuzz.DrawFuncs()
    pen.set_move_to_func(lambda x, y, done: done.append(("M", (x, y))))
    pen.set_line_to_func(lambda x, y, done: done.append(("L", (x, y))))
    pen.set_quadratic_to_func(lambda a, b, x, y, done: done.append(("Q", (a, b, x, y))))
    pen.set_cubic_to_func(lambda a, b, c, d, x, y, done: done.append(("C", (a, b, c, d, x, y))))
    pen.set_close_path_func(lambda done: done.append(("Z", ())))
    return pen


def _shifted(outline: Outline, right: float, up: float) -> Outline:
    return tuple(
        (name, tuple(value + (up if index % 2 else right) for index, value in enumerate(values)))
        for name, values in outline
    )


def _written(outline: Outline) -> str:
    return "".join(name + " ".join(f"{value:.6g}" for value in values) for name, values in outline)


def _draw_picture(shapes: ET.Element, placed: Placed, face: Face) -> None:
    look = {"x": f"{placed.x:.4f}", "y": f"{placed.y:.4f}", "font-size": f"{placed.size:g}", "text-anchor": "start"}
    picture = ET.SubElement(shapes, "text", look | {"font-family": face.font.family} | _colours(placed))
    picture.text = placed.run.words


def _draw_box(shapes: ET.Element, placed: Placed) -> None:
    """Draw a box with the code point of a sign that no font has."""
    em = placed.size
    x, y, width, height = box_of_sign(placed)
    colour = placed.style.get("fill", "#000000")
    line = {"fill": "none", "stroke": colour, "stroke-width": f"{em * 0.04:.4f}"}
    size = {"x": f"{x:.4f}", "y": f"{y:.4f}", "width": f"{width:.4f}", "height": f"{height:.4f}"}
    ET.SubElement(shapes, "rect", size | line)
    for digits, left, base, small in digits_of_sign(placed):
        place = {"x": f"{left:.4f}", "y": f"{base:.4f}", "text-anchor": "middle", "font-size": f"{small:.4f}"}
        ET.SubElement(shapes, "text", place | _colours(placed) | {"font-weight": "normal"}).text = digits


def box_of_sign(placed: Placed) -> tuple[float, float, float, float]:
    """Return x, y, width and height of the box for a sign that no font has, in units of the text."""
    em = placed.size
    return placed.x + 0.03 * em, placed.y - 0.76 * em, (placed.run.width - 0.06) * em * placed.stretch, 0.86 * em


def digits_of_sign(placed: Placed) -> list[tuple[str, float, float, float]]:
    """Return (digits, middle, ground line, type size) for the two lines in the box of a sign that no font has."""
    code = f"{ord(placed.run.words[:1] or chr(0)):04X}"
    half = (len(code) + 1) // 2
    em = placed.size
    middle = placed.x + placed.run.width / 2 * em * placed.stretch
    small = em * placed.run.width * 0.8 / (0.556 * half)  # a digit is 0.556 em wide
    small = min(small, 0.44 * em)
    return [(code[:half], middle, placed.y - 0.4 * em, small), (code[half:], middle, placed.y + 0.01 * em, small)]
