"""Circles in what leads to what: found in one pass, the shortest of each knot shown."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, TypeVar

from argmap.components import strong_components

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

T = TypeVar("T", bound="Hashable")

_EFFORT = 200_000
"""How many edges may be followed to find the shortest circle of one knot; then the shortest so far is taken."""


def circles(edges: Iterable[tuple[T, T]]) -> list[list[T]]:
    """Return a shortest circle of every knot: of every set of points that can all be reached from one another.

    Args:
        edges: From where to where; an edge from a point to itself is a circle.

    Returns:
        The points of each circle in order, each once, from the one that comes first in `edges`.

    Complexity:
        Linear where there is no circle: what nothing leads to, or what leads to nothing, is taken away until only
        circles and what lies between them are left (Kahn 1962). Then the knots are the strongly connected components
        (Tarjan 1972), and a shortest circle is found by breadth-first searches. In a very large knot not all starts
        are tried; the circle is then short, perhaps not the shortest.

    Example:
        >>> circles([("a", "b"), ("b", "c"), ("c", "a"), ("b", "a"), ("c", "d"), ("e", "e")])
        [['a', 'b'], ['e']]
    """
    left = _core(dict.fromkeys(edges))
    if not left:
        return []
    place: dict[T, int] = {}
    to: list[list[int]] = []
    for source, target in left:
        for point in (source, target):
            if point not in place:
                place[point] = len(to)
                to.append([])
        to[place[source]].append(place[target])
    points = list(place)
    knots = [sorted(knot) for knot in strong_components(to)]
    found = []
    for knot in sorted(knots, key=lambda each: each[0]):
        if len(knot) > 1 or knot[0] in to[knot[0]]:
            inside = set(knot)
            shortest = _shortest({points[point]: [points[end] for end in to[point] if end in inside] for point in knot})
            found.append(shortest)
    return found


def _core(edges: Mapping[tuple[T, T], None]) -> list[tuple[T, T]]:
    """Return the edges that are left when points with no way in, or no way out, are taken away again and again."""
    left = list(edges)
    for _ in range(2):  # once forwards, once backwards
        entering: dict[T, int] = {}
        leaving: dict[T, list[T]] = {}
        for source, target in left:
            entering[target] = entering.get(target, 0) + 1
            leaving.setdefault(source, []).append(target)
        waiting = [point for point in leaving if point not in entering]
        gone = set(waiting)
        while waiting:
            for target in leaving.get(waiting.pop(), ()):
                entering[target] -= 1
                if not entering[target]:
                    gone.add(target)
                    waiting.append(target)
        left = [(target, source) for source, target in left if source not in gone]
    return left


def _shortest(to: Mapping[T, list[T]]) -> list[T]:
    best: list[T] = []
    tries = max(1, _EFFORT // (sum(map(len, to.values())) + 1))
    own = [point for point in to if point in to[point]]
    if own:
        return own[:1]
    for start in list(to)[:tries]:
        circle = _back_to(start, to, len(best))
        if circle and (not best or len(circle) < len(best)):
            best = circle
            if len(best) == 2:
                break
    order = {point: place for place, point in enumerate(to)}
    first = min(range(len(best)), key=lambda place: order[best[place]])
    return best[first:] + best[:first]


def _back_to(start: T, to: Mapping[T, list[T]], most: int) -> list[T]:
    """Return a shortest circle through a point, if it is shorter than `most` (0 for any length)."""
    before: dict[T, T] = {}
    waiting = deque([(start, 1)])
    while waiting:
        point, length = waiting.popleft()
        if most and length >= most:
            return []
        for other in to[point]:
            if other == start:
                circle = [point]
                while circle[-1] != start:
                    circle.append(before[circle[-1]])
                return circle[::-1]
            if other not in before:
                before[other] = point
                waiting.append((other, length + 1))
    return []
