"""Points on the lines that Graphviz draws, and where the sign of each edge is put on its line."""

from __future__ import annotations

import math
import re
from itertools import pairwise

Point = tuple[float, float]

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
_STEPS = 12  # straight pieces for each curve: a tenth of a point off at most, on curves of the usual size


def polyline(path: str) -> list[Point]:
    """Return points along an SVG path of cubic curves (``M`` and ``C`` with absolute places), in order.

    Example:
        >>> polyline("M0,0C0,0 12,0 12,0")[::6]
        [(0.0, 0.0), (6.0, 0.0), (12.0, 0.0)]
    """
    numbers = [float(number) for number in _NUMBER.findall(path)]
    knots = list(zip(numbers[::2], numbers[1::2], strict=False))
    points = knots[:1]
    for start in range(0, len(knots) - 3, 3):
        corners = knots[start : start + 4]
        points.extend(_on_curve(corners, step / _STEPS) for step in range(1, _STEPS + 1))
    return points


def _on_curve(corners: list[Point], part: float) -> Point:
    rest = 1 - part
    weights = (rest**3, 3 * rest**2 * part, 3 * rest * part**2, part**3)
    x, y = (sum(weight * corner[axis] for weight, corner in zip(weights, corners, strict=True)) for axis in (0, 1))
    return round(x, 3), round(y, 3)


def length_of(points: list[Point]) -> float:
    """Return how long a line through `points` is."""
    return sum(math.dist(one, other) for one, other in pairwise(points))


def point_along(points: list[Point], distance: float) -> Point:
    """Return the point at `distance` from the start of the line through `points`.

    Example:
        >>> point_along([(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)], 14)
        (10.0, 4.0)
    """
    for one, other in pairwise(points):
        step = math.dist(one, other)
        if step and distance <= step:
            part = distance / step
            return one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])
        distance -= step
    return points[-1]


def place_sign(points: list[Point], taken: list[Point], radius: float, *, axis: int) -> Point:
    """Return where on a line its sign goes: near the start, clear of its box and of the signs in `taken`.

    Args:
        points: The line.
        taken: Where the signs of other edges from the same node are.
        radius: The radius of a sign.
        axis: Along which axis the line leaves its box: 0 for x, 1 for y.
    """
    furthest = length_of(points) / 2
    for clearance, reach in ((radius + 2, 10 * radius), (radius / 2, furthest)):
        distance = radius + 6
        while distance < min(reach, furthest):
            here = point_along(points, distance)
            is_off_box = abs(here[axis] - points[0][axis]) > clearance
            if is_off_box and all(math.dist(here, other) > 2 * radius + 1 for other in taken):
                return here
            distance += radius / 2
    return point_along(points, furthest)
