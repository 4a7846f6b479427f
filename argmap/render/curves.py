"""Points on the lines that Graphviz draws, and where the sign of each edge is put on its line."""

from __future__ import annotations

import math
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Point = tuple[float, float]

_STEPS = 12  # straight pieces for each curve: a tenth of a point off at most, on curves of the usual size
_WEIGHTS = [
    ((1 - part) ** 3, 3 * (1 - part) ** 2 * part, 3 * (1 - part) * part**2, part**3)
    for part in (step / _STEPS for step in range(1, _STEPS + 1))
]
"""What each corner of a curve weighs at the end of each piece."""


class Line:
    """A line that Graphviz draws, as points from its start to its end, which are worked out as far as they are asked.

    Args:
        path: An SVG path of cubic curves (``M`` and ``C`` with absolute places).
        is_turned: Whether the line starts where the path ends.

    Example:
        >>> line = Line("M0,0C0,0 12,0 12,0")
        >>> line.at(3), line.at(99), line.length
        ((3.0, 0.0), (12.0, 0.0), 12.0)
    """

    def __init__(self, path: str, *, is_turned: bool = False) -> None:
        numbers = map(float, path[1:].replace("C", " ").replace(",", " ").split())
        knots = list(zip(numbers, numbers, strict=False))
        self._knots = knots[::-1] if is_turned else knots
        self._points = self._knots[:1]
        self._reached = [0.0]  # how far each point is from the start
        self._further = self._curves()

    def __bool__(self) -> bool:
        return bool(self._knots)

    @property
    def ends(self) -> tuple[Point, Point]:
        """Where it starts and ends."""
        return self._knots[0], self._knots[-1]

    @property
    def length(self) -> float:
        """How long it is."""
        self._work_out(math.inf)
        return self._reached[-1]

    def is_longer(self, than: float) -> bool:
        """Return whether it is longer than that. Quick: its curves are taken as straight first."""
        length, knots = 0.0, self._knots
        for start in range(0, len(knots) - 3, 3):
            length += math.dist(knots[start], knots[start + 3])
            if length > than:
                return True
        return self.length > than

    def at(self, distance: float) -> Point:
        """Return the point at `distance` from the start along the line, or its end."""
        points, reached = self._points, self._reached
        self._work_out(distance)
        if distance >= reached[-1]:
            return points[-1]
        index = bisect_right(reached, distance)
        (x, y), (to_x, to_y), before = points[index - 1], points[index], reached[index - 1]
        part = (distance - before) / (reached[index] - before)
        return x + part * (to_x - x), y + part * (to_y - y)

    def _work_out(self, distance: float) -> None:
        points, reached = self._points, self._reached
        while reached[-1] < distance and (point := next(self._further, None)):
            reached.append(reached[-1] + math.dist(points[-1], point))
            points.append(point)

    def _curves(self) -> Iterator[Point]:
        knots = self._knots
        for start in range(0, len(knots) - 3, 3):
            (x0, y0), (x1, y1), (x2, y2), (x3, y3) = knots[start : start + 4]
            for w0, w1, w2, w3 in _WEIGHTS:
                # Rounded, as not every machine has the same last digits.
                yield round(w0 * x0 + w1 * x1 + w2 * x2 + w3 * x3, 3), round(w0 * y0 + w1 * y1 + w2 * y2 + w3 * y3, 3)


def place_sign(line: Line, taken: list[Point], radius: float, *, axis: int) -> Point:
    """Return where on a line its sign goes: near the start, clear of its box and of the signs in `taken`.

    Args:
        line: The line.
        taken: Where the signs of other edges from the same node are.
        radius: The radius of a sign.
        axis: Along which axis the line leaves its box: 0 for x, 1 for y.
    """
    start, _ = line.ends
    for clearance, reach in ((radius + 2, 10 * radius), (radius / 2, math.inf)):
        distance = radius + 6
        while distance < reach and line.is_longer(2 * distance):
            here = line.at(distance)
            is_off_box = abs(here[axis] - start[axis]) > clearance
            if is_off_box and all(math.dist(here, other) > 2 * radius + 1 for other in taken):
                return here
            distance += radius / 2
    return line.at(line.length / 2)
