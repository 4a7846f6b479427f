"""The shapes of SVG as straight lines and cubic curves, which are all that a PDF knows."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from argmap.render.svg_walk import number, numbers

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET
    from collections.abc import Iterator

Point = tuple[float, float]

_COMMAND = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_ROUND = 4 * (math.sqrt(2) - 1) / 3  # how far the handles of a quarter of a circle reach, in radii


class Segment(NamedTuple):
    """A part of an outline: ``m`` (move), ``l`` (line), ``c`` (cubic curve) or ``h`` (close), as PDF calls them.

    Attributes:
        sign: Which.
        points: Where to: one point, none to close, and for a curve its two handles before the end.
    """

    sign: str
    points: tuple[Point, ...]


def outline_of(element: ET.Element) -> list[Segment]:
    """Return the outline of a shape; nothing where the element is not a shape or has no size.

    Example:
        >>> import xml.etree.ElementTree as ET
        >>> [part.sign for part in outline_of(ET.fromstring('<polygon points="0,0 1,0 1,1"/>'))]
        ['m', 'l', 'l', 'h']
    """
    maker = _SHAPES.get(element.tag)
    return list(maker(element)) if maker else []


def _path(element: ET.Element) -> Iterator[Segment]:
    yield from path_segments(element.get("d", ""))


def _polygon(element: ET.Element) -> Iterator[Segment]:
    yield from _polyline(element)
    if element.get("points", "").strip():
        yield Segment("h", ())


def _polyline(element: ET.Element) -> Iterator[Segment]:
    values = numbers(element.get("points", ""))
    for index, point in enumerate(zip(values[::2], values[1::2], strict=False)):
        yield Segment("l" if index else "m", (point,))


def _line(element: ET.Element) -> Iterator[Segment]:
    x1, y1, x2, y2 = (number(element.get(name)) for name in ("x1", "y1", "x2", "y2"))
    yield Segment("m", ((x1, y1),))
    yield Segment("l", ((x2, y2),))


def _ellipse(element: ET.Element) -> Iterator[Segment]:
    radius = number(element.get("r"))
    rx, ry = number(element.get("rx"), radius), number(element.get("ry"), radius)
    if rx > 0 and ry > 0:
        x, y = number(element.get("cx")), number(element.get("cy"))
        yield from _rounded(x - rx, y - ry, 2 * rx, 2 * ry, rx, ry)


def _rect(element: ET.Element) -> Iterator[Segment]:
    x, y, width, height = (number(element.get(name)) for name in ("x", "y", "width", "height"))
    if width <= 0 or height <= 0:
        return
    rx, ry = number(element.get("rx"), -1.0), number(element.get("ry"), -1.0)
    rx, ry = rx if rx >= 0 else max(ry, 0.0), ry if ry >= 0 else max(rx, 0.0)
    yield from _rounded(x, y, width, height, min(rx, width / 2), min(ry, height / 2))


def _rounded(x: float, y: float, width: float, height: float, rx: float, ry: float) -> Iterator[Segment]:
    right, low = x + width, y + height
    if rx <= 0 or ry <= 0:
        for sign, point in zip("mlll", ((x, y), (right, y), (right, low), (x, low)), strict=True):
            yield Segment(sign, (point,))
        yield Segment("h", ())
        return
    kx, ky = rx * (1 - _ROUND), ry * (1 - _ROUND)
    yield Segment("m", ((x + rx, y),))
    yield Segment("l", ((right - rx, y),))
    yield Segment("c", ((right - kx, y), (right, y + ky), (right, y + ry)))
    yield Segment("l", ((right, low - ry),))
    yield Segment("c", ((right, low - ky), (right - kx, low), (right - rx, low)))
    yield Segment("l", ((x + rx, low),))
    yield Segment("c", ((x + kx, low), (x, low - ky), (x, low - ry)))
    yield Segment("l", ((x, y + ry),))
    yield Segment("c", ((x, y + ky), (x + kx, y), (x + rx, y)))
    yield Segment("h", ())


_SHAPES = {
    "path": _path,
    "polygon": _polygon,
    "polyline": _polyline,
    "line": _line,
    "ellipse": _ellipse,
    "circle": _ellipse,
    "rect": _rect,
}


def path_segments(d: str) -> Iterator[Segment]:
    """Yield the segments of the data of a path (SVG 1.1, chapter 8), up to the first thing that is none.

    Linear in the length of `d`.

    Example:
        >>> [part.points for part in path_segments("M1,1h2v3z")]
        [((1.0, 1.0),), ((3.0, 1.0),), ((3.0, 4.0),), ()]
    """
    here = start = handle = (0.0, 0.0)
    before = ""
    for letter, given in _COMMAND.findall(d):
        name = letter.upper()
        values = numbers(given)
        count = _COUNTS[name]
        if before == "" and name != "M":
            return
        if name == "Z":
            yield Segment("h", ())
            here = handle = start
            before = "Z"
            continue
        for first in range(0, len(values) - count + 1, count):
            part = values[first : first + count]
            base = here if letter.islower() else (0.0, 0.0)
            if name == "H":
                points = [(part[0] + base[0], here[1])]
            elif name == "V":
                points = [(here[0], part[0] + base[1])]
            else:
                ends = part[-2:] if name == "A" else part
                points = [(x + base[0], y + base[1]) for x, y in zip(ends[::2], ends[1::2], strict=True)]
            mirrored = (2 * here[0] - handle[0], 2 * here[1] - handle[1])
            if name == "A":
                yield from _arc(here, points[0], part)
            elif name in "CS":
                if name == "S":
                    points.insert(0, mirrored if before in "CS" else here)
                handle = points[1]
                yield Segment("c", tuple(points))
            elif name in "QT":
                if name == "T":
                    points.insert(0, mirrored if before in "QT" else here)
                handle = points[0]
                yield Segment("c", (_towards(here, handle), _towards(points[1], handle), points[1]))
            else:
                yield Segment("l" if name != "M" or first else "m", (points[0],))
                if name == "M" and not first:
                    start = points[0]
            here = points[-1]
            before = name


def _towards(point: Point, handle: Point) -> Point:
    """Return the handle of the cubic curve that is the same as a quadratic one."""
    return point[0] + 2 / 3 * (handle[0] - point[0]), point[1] + 2 / 3 * (handle[1] - point[1])


def _arc(start: Point, end: Point, given: list[float]) -> Iterator[Segment]:
    """Yield an elliptical arc as curves of at most a quarter each (SVG 1.1, appendix F.6)."""
    rx, ry, turn = abs(given[0]), abs(given[1]), math.radians(given[2])
    if start == end:
        return
    if rx < 1e-9 or ry < 1e-9:
        yield Segment("l", (end,))
        return
    cos, sin = math.cos(turn), math.sin(turn)
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * dx + sin * dy, cos * dy - sin * dx
    grown = math.sqrt(max((x / rx) ** 2 + (y / ry) ** 2, 1.0))
    rx, ry = rx * grown, ry * grown
    rest = max(1 / ((x / rx) ** 2 + (y / ry) ** 2) - 1, 0.0)
    side = math.sqrt(rest) * (1 if bool(given[3]) != bool(given[4]) else -1)
    cx, cy = side * rx * y / ry, -side * ry * x / rx
    first = math.atan2((y - cy) / ry, (x - cx) / rx)
    sweep = (math.atan2((-y - cy) / ry, (-x - cx) / rx) - first) % (2 * math.pi)
    if not given[4]:
        sweep -= 2 * math.pi
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    pieces = max(math.ceil(abs(sweep) / (math.pi / 2) - 1e-9), 1)
    step = sweep / pieces
    reach = 4 / 3 * math.tan(step / 4)

    def placed(u: float, v: float) -> Point:
        u, v = cx + rx * u, cy + ry * v
        return middle[0] + cos * u - sin * v, middle[1] + sin * u + cos * v

    for index in range(pieces):
        one, two = first + index * step, first + (index + 1) * step
        u, v, p, q = math.cos(one), math.sin(one), math.cos(two), math.sin(two)
        last = end if index == pieces - 1 else placed(p, q)
        yield Segment("c", (placed(u - reach * v, v + reach * u), placed(p + reach * q, q - reach * p), last))
