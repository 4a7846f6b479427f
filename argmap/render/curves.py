"""Points on the lines that Graphviz draws, and where the sign of each edge is put on its line."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Point = tuple[float, float]

_STEPS = 12  # straight pieces for each curve: a tenth of a point off at most, on curves of the usual size
_WEIGHTS = [
    ((1 - part) ** 3, 3 * (1 - part) ** 2 * part, 3 * (1 - part) * part**2, part**3)
    for part in (step / _STEPS for step in range(1, _STEPS + 1))
]
"""What each corner of a curve weighs at the end of each piece."""


class Line:
    """A line that Graphviz draws, as points from its start to its end, which are worked out as far as they are read.

    Args:
        path: An SVG path of cubic curves (``M`` and ``C`` with absolute places).
        is_turned: Whether the line starts where the path ends.

    Example:
        >>> list(Line("M0,0C0,0 12,0 12,0"))[::6]
        [(0.0, 0.0), (6.0, 0.0), (12.0, 0.0)]
    """

    def __init__(self, path: str, *, is_turned: bool = False) -> None:
        numbers = list(map(float, path[1:].replace("C", " ").replace(",", " ").split()))
        self._knots = list(zip(numbers[::2], numbers[1::2], strict=False))
        self._known: list[Point] = []
        self._unknown = self._backwards() if is_turned else self._forwards()

    def __bool__(self) -> bool:
        return bool(self._knots)

    def __iter__(self) -> Iterator[Point]:
        yield from self._known
        for point in self._unknown:
            self._known.append(point)
            yield point

    @property
    def least_length(self) -> float:
        """How long the line is at least: its curves taken as straight. Quick."""
        return length_of(self._knots[::3])

    def _forwards(self) -> Iterator[Point]:
        yield from self._knots[:1]
        for start in range(0, len(self._knots) - 3, 3):
            for weights in _WEIGHTS:
                yield self._point(start, weights)

    def _backwards(self) -> Iterator[Point]:
        for start in reversed(range(0, len(self._knots) - 3, 3)):
            for weights in reversed(_WEIGHTS):
                yield self._point(start, weights)
        yield from self._knots[:1]

    def _point(self, start: int, weights: tuple[float, float, float, float]) -> Point:
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = self._knots[start : start + 4]
        w0, w1, w2, w3 = weights
        return round(w0 * x0 + w1 * x1 + w2 * x2 + w3 * x3, 3), round(w0 * y0 + w1 * y1 + w2 * y2 + w3 * y3, 3)


def length_of(points: Iterable[Point]) -> float:
    """Return how long a line through `points` is."""
    return sum(math.dist(one, other) for one, other in pairwise(points))


def point_along(points: Iterable[Point], distance: float) -> Point:
    """Return the point at `distance` from the start of the line through `points`.

    Example:
        >>> point_along([(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)], 14)
        (10.0, 4.0)
    """
    rest = iter(points)
    one = next(rest)
    for other in rest:
        step = math.dist(one, other)
        if step and distance <= step:
            part = distance / step
            return one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])
        distance -= step
        one = other
    return one


def place_sign(line: Line, taken: list[Point], radius: float, *, axis: int) -> Point:
    """Return where on a line its sign goes: near the start, clear of its box and of the signs in `taken`.

    Args:
        line: The line.
        taken: Where the signs of other edges from the same node are.
        radius: The radius of a sign.
        axis: Along which axis the line leaves its box: 0 for x, 1 for y.
    """
    start = next(iter(line))
    for clearance, reach in ((radius + 2, 10 * radius), (radius / 2, math.inf)):
        sure = min(reach, line.least_length / 2)  # most signs go near the start: the rest is then not worked out
        distance = radius + 6
        while distance < sure or distance < min(reach, length_of(line) / 2):
            here = point_along(line, distance)
            is_off_box = abs(here[axis] - start[axis]) > clearance
            if is_off_box and all(math.dist(here, other) > 2 * radius + 1 for other in taken):
                return here
            distance += radius / 2
    return point_along(line, length_of(line) / 2)
