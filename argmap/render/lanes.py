"""Lines to a box at which many end, each on a lane of its own, side by side as the wires of a cable are.

Graphviz bends them all through the same narrow gap, where sixty become one thick strand that nobody can follow. Here
each goes straight from its box to its lane, along the lane, and straight to its port: the further away a box is, the
nearer to the crowded box is its lane, so that no two of these lines cross.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.render.curves import Point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.render.scene import Scene

_ROOM = 22.0  # before the boxes where lines start, for their signs, in points, in type of the default size
_GAP = 8.0  # after an arrow head, in points
_NARROWEST = 2.4  # the least from lane to lane, in points: closer ones are no better than a strand
_ROUND = 7.0  # the radius of a corner, in points
_LEVEL = 1.0  # what is no further up or down than this is level, in points

_GROUP = re.compile(r'<g id="([ne]\d+)" class="(?:node|edge)">(.*?)</g>', re.DOTALL)
_PATH = re.compile(r'(<path [^>]*?\bd=")([^"]*)"')
_HEAD = re.compile(r'(<polygon [^>]*?\bpoints=")([^"]*)"')
_SHAPE = re.compile(r'\b(?:d|points)="([^"]*)"')
_PAIR = re.compile(r"(-?[\d.]+),(-?[\d.]+)")


def on_lanes(drawn: str, scene: Scene) -> str:
    """Return what Graphviz drew of a scene with the lines to its crowded boxes on lanes. Linear.

    Where lanes would run through a box, or have no room, the lines stay as they are.

    Args:
        drawn: The SVG that Graphviz made.
        scene: What was drawn.
    """
    if not scene.landings:
        return drawn
    groups = {found[1]: found[2] for found in _GROUP.finditer(drawn)}
    boxes = {name: box for name, text in groups.items() if name[0] == "n" and (box := _box_of(text))}
    written: dict[str, str] = {}
    for wires in _cables(scene, groups):
        written |= _laid(wires, boxes, scene.theme.scale)
    return _GROUP.sub(lambda found: found[0].replace(found[2], written.get(found[1], found[2])), drawn)


@dataclass(slots=True)
class _Wire:
    """One line to a crowded box.

    Attributes:
        name: The name of its edge in the picture.
        ends: The names of the boxes at its start and at its end.
        text: What Graphviz drew of it.
        side: 1 where it comes from the right of the crowded box, -1 where it comes from the left.
        is_turned: Whether what Graphviz drew begins at the crowded box.
        start: Where it leaves its box.
        foot: Where its head begins.
        tip: The tip of its head.
    """

    name: str
    ends: tuple[str, str]
    text: str
    side: int
    is_turned: bool
    start: Point
    foot: Point
    tip: Point


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float


def _box_of(text: str) -> _Box | None:
    points = [(float(x), float(y)) for shape in _SHAPE.findall(text) for x, y in _PAIR.findall(shape)]
    if not points:
        return None
    across, down = zip(*points, strict=True)
    return _Box(min(across), min(down), max(across), max(down))


def _cables(scene: Scene, groups: dict[str, str]) -> Iterator[list[_Wire]]:
    """Yield the lines that land on one side of a box, in the order of their ports."""
    cables: dict[tuple[str, str], list[_Wire]] = {}
    for index, edge in enumerate(scene.diagram.edges):
        port = scene.landings.get(edge)
        text = groups.get(f"e{index}", "")
        path, head = _PATH.search(text), _HEAD.search(text)
        if port is None or path is None or head is None:
            continue
        knots = _points(path[2])
        is_turned = scene.is_turned(edge)
        start, foot = (knots[-1], knots[0]) if is_turned else (knots[0], knots[-1])
        tip = max(_points(head[2]), key=lambda point: math.dist(point, foot))
        ends = scene.names[edge.source], scene.names[edge.target]
        side = 1 if (port[0] == "e") is not scene.from_right else -1
        wire = _Wire(f"e{index}", ends, text, side, is_turned, start, foot, tip)
        cables.setdefault((edge.target, port[0]), []).append(wire)
    yield from cables.values()


def _points(written: str) -> list[Point]:
    return [(float(x), float(y)) for x, y in _PAIR.findall(written)]


def _laid(wires: list[_Wire], boxes: dict[str, _Box], scale: float) -> dict[str, str]:
    """Return what is written of the lines that find a lane, by the names of their edges."""
    side = wires[0].side
    ends = {name for wire in wires for name in wire.ends}
    heights = [y for wire in wires for _, y in (wire.start, wire.tip)]
    near = max(side * wire.tip[0] + math.dist(wire.tip, wire.foot) for wire in wires) + _GAP
    far = min(side * wire.start[0] for wire in wires)
    for name, box in boxes.items():
        if name in ends or box.bottom < min(heights) or box.top > max(heights):
            continue
        inner, outer = sorted((side * box.left, side * box.right))
        if inner < far and outer > near:  # it stands in the gap: its column is that of the box, or that of the others
            if inner + outer < near + far:
                near = outer + _GAP
            else:
                far = inner
    far -= _ROOM * scale
    free = [wire for wire in wires if _is_free(wire, far, boxes)]
    above = [wire for wire in free if wire.start[1] < wire.tip[1] - _LEVEL]
    below = [wire for wire in free if wire.start[1] > wire.tip[1] + _LEVEL]
    step = (far - near) / (max(len(above), len(below)) + 1)
    if step < _NARROWEST:
        return {}
    above.sort(key=lambda wire: wire.start[1])
    below.sort(key=lambda wire: -wire.start[1])
    laid = {}
    for some in (above, below):
        for number, wire in enumerate(some, 1):
            laid[wire.name] = _on_lane(wire, side * (near + number * step))
    return laid


def _is_free(wire: _Wire, far: float, boxes: dict[str, _Box]) -> bool:
    """Return whether nothing stands between a box and the lanes, as it does where other columns are in between."""
    left, right = sorted((wire.start[0], wire.side * far))
    y = wire.start[1]
    return not any(
        box.left < right and box.right > left and box.top < y < box.bottom
        for name, box in boxes.items()
        if name not in wire.ends
    )


def _on_lane(wire: _Wire, lane: float) -> str:
    """Return what is written of a line: its path along a lane, and its head, which is level."""
    tip_x, tip_y = wire.tip
    foot = tip_x + wire.side * math.dist(wire.tip, wire.foot)
    down = 1 if tip_y > wire.start[1] else -1
    angle = (math.pi if wire.side > 0 else 0) - math.atan2(tip_y - wire.foot[1], tip_x - wire.foot[0])

    def path(found: re.Match[str]) -> str:
        knots = _points(found[2])
        x, y = knots[-1] if wire.is_turned else knots[0]
        aside = y - wire.start[1]  # of two lines side by side, the outer one stays outside
        here, there = lane + down * wire.side * aside, tip_y + aside
        radius = min(_ROUND, abs(there - y) / 2, abs(x - here), abs(here - foot))
        stops = [
            *_straight((x, y), (here + wire.side * radius, y)),
            *_bent((here, y), (here, y + down * radius)),
            *_straight((here, y + down * radius), (here, there - down * radius))[1:],
            *_bent((here, there), (here - wire.side * radius, there)),
            *_straight((here - wire.side * radius, there), (foot, there))[1:],
        ]
        start, *rest = [f"{across:.2f},{height:.2f}" for across, height in (stops[::-1] if wire.is_turned else stops)]
        return f'{found[1]}M{start}C{" ".join(rest)}"'

    def head(found: re.Match[str]) -> str:
        turned = []
        for x, y in _points(found[2]):
            across, height = x - tip_x, y - tip_y
            turned.append(
                f"{tip_x + across * math.cos(angle) - height * math.sin(angle):.2f},"
                f"{tip_y + across * math.sin(angle) + height * math.cos(angle):.2f}"
            )
        return f'{found[1]}{" ".join(turned)}"'

    return _HEAD.sub(head, _PATH.sub(path, wire.text), count=1)


def _straight(start: Point, end: Point) -> list[Point]:
    """Return a straight piece as the knots of a curve."""
    return [start, start, end, end]


def _bent(corner: Point, end: Point) -> list[Point]:
    """Return the knots of a round corner, after the one where it starts."""
    return [corner, corner, end]
