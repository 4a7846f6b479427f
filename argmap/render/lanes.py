"""Lines to a box at which many end, each on a lane of its own, side by side as the wires of a cable are.

Graphviz bends them all through the same narrow gap, where sixty become one thick strand that nobody can follow. Here
each goes straight from its box to its lane, along the lane, and straight to its port: the further away a box is, the
nearer to the crowded box is its lane, so that no two of these lines cross. At an ellipse or a diamond they
end on the rim.

Many premises that meet in one point do one thing together, so their lines share one lane, as branches do a trunk.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.render.curves import Point
from argmap.view import EdgeKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.render.scene import Scene

_ROOM = 22.0  # before the boxes where lines start, for their signs, in points, in type of the default size
_GAP = 8.0  # after an arrow head, in points
_NARROWEST = 2.4  # the least from lane to lane, in points: closer ones are no better than a strand
_ROUND = 7.0  # the radius of a corner, in points
_TRUNK = 8  # from more premises on than this, their lines share a trunk
_LEVEL = 1.0  # what is no further up or down than this is level, in points

_GROUP = re.compile(r'<g id="([ne]\d+)" class="(?:node|edge)">(.*?)</g>', re.DOTALL)
_PATH = re.compile(r'(<path [^>]*?\bd=")([^"]*)"')
_HEAD = re.compile(r'(<polygon [^>]*?\bpoints=")([^"]*)"')
_SHAPE = re.compile(r'\b(?:d|points)="([^"]*)"')
_ELLIPSE = re.compile(r'<ellipse [^>]*?\bcx="([^"]*)" cy="([^"]*)" rx="([^"]*)" ry="([^"]*)"')
_PAIR = re.compile(r"(-?[\d.]+),(-?[\d.]+)")


def on_lanes(drawn: str, scene: Scene) -> str:
    """Return what Graphviz drew of a scene with the lines to its crowded boxes and points on lanes. Linear.

    Where lanes would run through a box, or have no room, the lines stay as they are.

    Args:
        drawn: The SVG that Graphviz made.
        scene: What was drawn.
    """
    meeting = _premises_that_meet(scene)
    if not scene.landings and not meeting:
        return drawn
    groups = {found[1]: found[2] for found in _GROUP.finditer(drawn)}
    boxes = {name: box for name, text in groups.items() if name[0] == "n" and (box := _box_of(text))}
    written: dict[str, str] = {}
    for wires in _cables(scene, groups):
        written |= {wire.name: _moved(wire) for wire in wires if wire.aim != wire.tip}
        written |= _laid(wires, boxes, scene.theme.scale)
    for target, edges in meeting.items():
        if target in boxes:
            written |= _on_a_trunk(_meeting(target, edges, groups, boxes[target], scene), boxes)
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
        foot: Where its head begins, as Graphviz drew it.
        tip: The tip of its head, as Graphviz drew it; without a head the same as its foot.
        aim: Where the tip is to be.
    """

    name: str
    ends: tuple[str, str]
    text: str
    side: int
    is_turned: bool
    start: Point
    foot: Point
    tip: Point
    aim: Point

    @property
    def head(self) -> float:
        """How long its head is."""
        return math.dist(self.tip, self.foot)


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float


def _box_of(text: str) -> _Box | None:
    points = [(float(x), float(y)) for shape in _SHAPE.findall(text) for x, y in _PAIR.findall(shape)]
    for found in _ELLIPSE.findall(text):
        x, y, half, high = map(float, found)
        points += [(x - half, y - high), (x + half, y + high)]
    if not points:
        return None
    across, down = zip(*points, strict=True)
    return _Box(min(across), min(down), max(across), max(down))


def _cables(scene: Scene, groups: dict[str, str]) -> Iterator[list[_Wire]]:
    """Yield the lines that land on one side of a box, in the order of their ports."""
    cables: dict[tuple[str, str], list[_Wire]] = {}
    for index, edge in enumerate(scene.diagram.edges):
        port = scene.landings.get(edge)
        if port is None:
            continue
        text = groups.get(f"e{index}", "")
        is_turned = scene.is_turned(edge)
        drawn = _drawn(text, is_turned=is_turned)
        if drawn is None:
            continue
        start, foot, tip = drawn
        ends = scene.names[edge.source], scene.names[edge.target]
        side = 1 if (port[0] == "e") is not scene.from_right else -1
        aim = _rim(groups.get(ends[1], ""), side, tip[1]) if scene.target(edge).kind.is_meeting else None
        wire = _Wire(f"e{index}", ends, text, side, is_turned, start, foot, tip, aim or tip)
        cables.setdefault((edge.target, port[0]), []).append(wire)
    yield from cables.values()


def _drawn(text: str, *, is_turned: bool) -> tuple[Point, Point, Point] | None:
    """Return where Graphviz drew the start of a line, the foot of its head and the tip; None where it drew no line."""
    path, head = _PATH.search(text), _HEAD.search(text)
    if path is None:
        return None
    knots = _points(path[2])
    start, foot = (knots[-1], knots[0]) if is_turned else (knots[0], knots[-1])
    tip = max(_points(head[2]), key=lambda point: math.dist(point, foot)) if head else foot
    return start, foot, tip


def _rim(text: str, side: int, y: float) -> Point | None:
    """Return where an ellipse or a diamond has its rim at a height; None where what is drawn first is neither.

    The ports of what is not a rectangle lie inside of it, and Graphviz leads lines to them across the rim.
    """
    found = _ELLIPSE.search(text)
    if found is not None:
        x, middle, half, high = map(float, found.groups())
        return x + side * half * math.sqrt(max(1 - ((y - middle) / high) ** 2, 0.0)), y
    found = _HEAD.search(text.partition("<path")[0])
    corners = _points(found[2]) if found else []
    crossings = [
        one[0] + (other[0] - one[0]) * (y - one[1]) / (other[1] - one[1])
        for one, other in pairwise(corners)
        if min(one[1], other[1]) <= y <= max(one[1], other[1]) and one[1] != other[1]
    ]
    return (max(crossings, key=lambda x: side * x), y) if crossings else None


def _points(written: str) -> list[Point]:
    return [(float(x), float(y)) for x, y in _PAIR.findall(written)]


def _laid(wires: list[_Wire], boxes: dict[str, _Box], scale: float) -> dict[str, str]:
    """Return what is written of the lines that find a lane, by the names of their edges."""
    side = wires[0].side
    ends = {name for wire in wires for name in wire.ends}
    heights = [y for wire in wires for _, y in (wire.start, wire.aim)]
    near = max(side * wire.aim[0] + wire.head for wire in wires) + _GAP
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
    above = [wire for wire in free if wire.start[1] < wire.aim[1] - _LEVEL]
    below = [wire for wire in free if wire.start[1] > wire.aim[1] + _LEVEL]
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


def _premises_that_meet(scene: Scene) -> dict[str, list[int]]:
    """Return, for the name of each point at which many premises meet, the numbers of their edges."""
    found: dict[str, list[int]] = {}
    if not scene.is_upright:
        for index, edge in enumerate(scene.diagram.edges):
            if edge.kind is EdgeKind.PREMISE and not edge.target_anchor and scene.target(edge).kind.is_meeting:
                found.setdefault(scene.names[edge.target], []).append(index)
    return {name: edges for name, edges in found.items() if len(edges) > _TRUNK}


def _meeting(target: str, edges: list[int], groups: dict[str, str], point: _Box, scene: Scene) -> list[_Wire]:
    """Return the lines of premises that meet in a point; they are to end in the middle of its side."""
    wires = []
    for index in edges:
        text = groups.get(f"e{index}", "")
        drawn = _drawn(text, is_turned=False)
        if drawn is None:
            continue
        start, foot, tip = drawn
        side = 1 if start[0] > point.right else -1
        aim = point.right if side > 0 else point.left, (point.top + point.bottom) / 2
        ends = scene.names[scene.diagram.edges[index].source], target
        wires.append(_Wire(f"e{index}", ends, text, side, False, start, foot, tip, aim))
    return wires


def _on_a_trunk(wires: list[_Wire], boxes: dict[str, _Box]) -> dict[str, str]:
    """Return what is written of lines that share one lane; nothing where something stands in their way."""
    sides = {wire.side for wire in wires}
    if len(sides) != 1:
        return {}
    side = wires[0].side
    near = max(side * wire.aim[0] + wire.head for wire in wires)
    far = min(side * wire.start[0] for wire in wires)
    trunk = (near + far) / 2
    heights = [y for wire in wires for _, y in (wire.start, wire.aim)]
    is_blocked = any(
        box.left < side * trunk < box.right and box.top < max(heights) and box.bottom > min(heights)
        for box in boxes.values()
    )
    if far - near < _GAP or is_blocked or not all(_is_free(wire, trunk, boxes) for wire in wires):
        return {}
    return {wire.name: _on_lane(wire, side * trunk) for wire in wires}


def _is_free(wire: _Wire, far: float, boxes: dict[str, _Box]) -> bool:
    """Return whether nothing stands between a box and the lanes, as it does where other columns are in between."""
    left, right = sorted((wire.start[0], wire.side * far))
    y = wire.start[1]
    return not any(
        box.left < right and box.right > left and box.top < y < box.bottom
        for name, box in boxes.items()
        if name not in wire.ends
    )


def _moved(wire: _Wire) -> str:
    """Return what is written of a line that has no lane: as Graphviz drew it, but on to where its tip is to be."""
    across = wire.aim[0] - wire.tip[0]

    def path(found: re.Match[str]) -> str:
        knots = _points(found[2])[:: -1 if wire.is_turned else 1]
        knots[-2:] = [(x + across, y) for x, y in knots[-2:]]
        start, *rest = [f"{x:.2f},{y:.2f}" for x, y in knots[:: -1 if wire.is_turned else 1]]
        return f'{found[1]}M{start}C{" ".join(rest)}"'

    def head(found: re.Match[str]) -> str:
        return f'{found[1]}{" ".join(f"{x + across:.2f},{y:.2f}" for x, y in _points(found[2]))}"'

    return _HEAD.sub(head, _PATH.sub(path, wire.text), count=1)


def _on_lane(wire: _Wire, lane: float) -> str:
    """Return what is written of a line: its path along a lane, and its head, which is level."""
    tip_x, tip_y = wire.aim
    foot = tip_x + wire.side * wire.head
    down = 1 if tip_y > wire.start[1] else -1
    (drawn_x, drawn_y), (foot_x, foot_y) = wire.tip, wire.foot
    angle = (math.pi if wire.side > 0 else 0) - math.atan2(drawn_y - foot_y, drawn_x - foot_x)

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
            across, height = x - drawn_x, y - drawn_y
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
