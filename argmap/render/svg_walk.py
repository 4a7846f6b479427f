"""A way through a finished SVG: each shape and text in the order of drawing, with the style and place it inherits."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from argmap.render.fonts import family_of
from argmap.render.typeset import Run, set_line

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET
    from collections.abc import Generator, Iterator, Mapping

Matrix = tuple[float, float, float, float, float, float]
"""A transform as SVG and PDF write it: x' = a x + c y + e, y' = b x + d y + f."""

AS_IT_IS: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

_INHERITED = frozenset((
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray",
    "stroke-linecap", "stroke-linejoin", "font-family", "font-size", "font-weight", "text-anchor", "text-decoration",
))  # fmt: skip
_UNSEEN = frozenset(("title", "desc", "style", "defs", "metadata", "script", "symbol", "clipPath", "mask", "marker"))
_CALL = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_DECORATIONS = {"underline": 0.12, "line-through": -0.28}  # how far below the ground line each is, in em
_SPACE = re.compile(r"[ \t\r\n]+")
_BOLD = ("bold", "bolder", "600", "700", "800", "900")


class Step(NamedTuple):
    """An element on the way.

    Attributes:
        element: The element.
        style: What it inherits and says itself of the presentation.
        matrix: From its own units to those of the picture.
        href: The address of the link it is in; empty without one.
        told: The group it is in that is read aloud as one, by its label; None outside of such a group.
        is_told: Whether it is read aloud at all.
    """

    element: ET.Element
    style: Mapping[str, str]
    matrix: Matrix
    href: str
    told: ET.Element | None = None
    is_told: bool = True


def walk(root: ET.Element) -> Iterator[Step]:
    """Yield the elements that are drawn, outer ones first. Linear, and no deeper for a deep picture."""
    stack = [Step(root, _styled(root, {}), AS_IT_IS, "")]
    while stack:
        step = stack.pop()
        yield step
        if step.element.tag == "text":
            continue
        for child in reversed(step.element):
            if child.tag in _UNSEEN or child.get("display") == "none" or child.get("visibility") == "hidden":
                continue
            matrix = product(step.matrix, matrix_of(child.get("transform", "")))
            href = child.get("href", "") if child.tag == "a" else step.href
            told = child if step.told is None and child.get("aria-label") else step.told
            is_told = step.is_told and child.get("aria-hidden") != "true"
            stack.append(Step(child, _styled(child, step.style), matrix, href, told, is_told))


def _styled(element: ET.Element, inherited: Mapping[str, str]) -> dict[str, str]:
    style = dict(inherited)
    said = {name: value for name, value in element.attrib.items() if name in _INHERITED}
    for rule in element.get("style", "").split(";"):
        name, _, value = rule.partition(":")
        if name.strip() in _INHERITED:
            said[name.strip()] = value.strip()
    style |= {name: value for name, value in said.items() if value != "inherit"}
    return style


def number(text: str | None, otherwise: float = 0.0) -> float:
    """Return the number at the start of a text, `otherwise` where there is none that a picture can use.

    Example:
        >>> number("11.00"), number("8px"), number("1e999"), number(None, 1.0)
        (11.0, 8.0, 0.0, 1.0)
    """
    found = _NUMBER.match(text.strip()) if text else None
    value = float(found[0]) if found else otherwise
    return value if abs(value) < 1e7 else otherwise


def numbers(text: str) -> list[float]:
    """Return all numbers in a text, 0 for those beyond what a picture can use.

    Example:
        >>> numbers("1,-2 .5-3e1")
        [1.0, -2.0, 0.5, -30.0]
    """
    return [value if abs(value := float(found)) < 1e7 else 0.0 for found in _NUMBER.findall(text)]


def product(outer: Matrix, inner: Matrix) -> Matrix:
    """Return the transform that does `inner`, then `outer`."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return where a transform moves a point to."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def matrix_of(transform: str) -> Matrix:
    """Return the transform that an attribute ``transform`` tells.

    Example:
        >>> matrix_of("scale(2) translate(3 4)")
        (2.0, 0.0, 0.0, 2.0, 6.0, 8.0)
    """
    matrix = AS_IT_IS
    for name, given in _CALL.findall(transform):
        values = numbers(given)
        if values:
            matrix = product(matrix, _matrix(name, values))
    return matrix


def _matrix(name: str, values: list[float]) -> Matrix:
    first = values[0]
    if name == "translate":
        return 1.0, 0.0, 0.0, 1.0, first, values[1] if len(values) > 1 else 0.0
    if name == "scale":
        return first, 0.0, 0.0, values[1] if len(values) > 1 else first, 0.0, 0.0
    if name == "rotate":
        cos, sin = math.cos(math.radians(first)), math.sin(math.radians(first))
        x, y = values[1:3] if len(values) > 2 else (0.0, 0.0)
        return cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y
    if name == "matrix" and len(values) == 6:
        return values[0], values[1], values[2], values[3], values[4], values[5]
    slant = math.tan(math.radians(first)) if name.startswith("skew") else 0.0
    return 1.0, slant if name == "skewY" else 0.0, slant if name == "skewX" else 0.0, 1.0, 0.0, 0.0


class Placed(NamedTuple):
    """A run of a text in its place.

    Attributes:
        run: The run.
        x: Its left end, in units of the text element.
        y: Its ground line.
        size: The type size.
        stretch: How much wider it is drawn than it is by itself.
        style: What is said of its presentation.
    """

    run: Run
    x: float
    y: float
    size: float
    stretch: float
    style: Mapping[str, str]


class Rule(NamedTuple):
    """A line under or through a run of text, in units of the text element."""

    left: float
    right: float
    y: float
    width: float


def decoration_of(placed: Placed) -> Rule | None:
    """Return the line that decorates a run: under it, or through it where it is struck out; None without one."""
    drop = _DECORATIONS.get(placed.style.get("text-decoration", ""))
    if drop is None:
        return None
    right = placed.x + placed.run.width * placed.size * placed.stretch
    return Rule(placed.x, right, placed.y + drop * placed.size, 0.06 * placed.size)


def placed_text(step: Step, *, region: str = "", colours: bool = False) -> Iterator[Placed]:
    """Yield the runs of a text element, in the order in which they are read.

    Args:
        step: The text element.
        region: As in `argmap.render.typeset.set_line`.
        colours: As there.

    Raises:
        FontNotFound: If the fonts that come with argmap are not installed.
    """
    x = y = 0.0
    waiting: list[tuple[list[Run], float, Mapping[str, str]]] = []
    for words, style, start in pieces(step):
        if start is not None:
            x = yield from _chunk(waiting, x, y, step.element)
            waiting = []
            x, y = number(start[0], x), number(start[1], y)
        family, bold = font_of(style)
        runs = set_line(words, family=family, bold=bold, region=region, colours=colours)
        waiting.append((runs, number(style.get("font-size"), 16.0), style))
    yield from _chunk(waiting, x, y, step.element)


def font_of(style: Mapping[str, str]) -> tuple[str, bool]:
    """Return the bundled family that a style asks for, and whether it asks for bold."""
    return family_of(style.get("font-family", "")), style.get("font-weight", "") in _BOLD


Piece = tuple[str, "Mapping[str, str]", tuple[str | None, str | None] | None]
"""Words, their style, and where they are to stand; None for after the words before."""


def pieces(step: Step) -> Iterator[Piece]:
    """Yield (words, their style, their own place if they have one) of a text; white space is run together."""
    found: list[Piece] = []
    stack: list[tuple[Mapping[str, str], ET.Element | str]] = [(step.style, step.element)]
    while stack:
        style, part = stack.pop()
        if isinstance(part, str):
            found.append((part, style, None))
            continue
        x, y = part.get("x"), part.get("y")
        found.append((part.text or "", style, (x, y) if x or y or part is step.element else None))
        for child in reversed(part):
            stack.append((style, child.tail or ""))
            if child.tag in ("tspan", "a"):
                stack.append((_styled(child, style), child))
    last = max((index for index, (words, _, _) in enumerate(found) if words.strip()), default=-1)
    is_after_word = False
    for index, (words, style, place) in enumerate(found[: last + 1]):
        line = _SPACE.sub(" ", words)
        if place or not is_after_word:
            line = line.lstrip(" ")
        if index == last:
            line = line.rstrip(" ")
        if line:
            is_after_word = not line.endswith(" ")
        yield line, style, place


def _chunk(
    pieces: list[tuple[list[Run], float, Mapping[str, str]]], x: float, y: float, element: ET.Element
) -> Generator[Placed, None, float]:
    """Yield the runs of what stands on one line; return where it ends."""
    width = sum(run.width * size for runs, size, _ in pieces for run in runs)
    length = number(element.get("textLength"))
    stretch = length / width if length > 0 and width > 0 else 1.0
    anchor = pieces[0][2].get("text-anchor", "") if pieces else ""
    x -= width * stretch * {"middle": 0.5, "end": 1.0}.get(anchor, 0.0)
    for runs, size, style in pieces:
        placed = []
        for run in runs:
            placed.append(Placed(run, x, y, size, stretch, style))
            x += run.width * size * stretch
        yield from sorted(placed, key=lambda one: one.run.start)
    return x
