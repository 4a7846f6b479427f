"""Neighbourhoods, depths and folded branches: which boxes of a diagram are left, and what is counted on them.

Here a diagram is a graph of boxes and cards. The point on an arrow belongs to the box at which the arrow starts, so
that an arrow is one relation long, and what undercuts it is one relation away from there.
"""

from __future__ import annotations

from collections import deque
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.view.diagram import NodeKind
from argmap.view.sketching import Line, Sketch

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from argmap.view.diagram import Diagram

DEEPEST_NUMBER = 30
"""How many parts a number has at most; what lies deeper is numbered on, so that a long chain has short numbers."""


class Structure:
    """What acts on what in a diagram.

    Args:
        nodes: The nodes.
        edges: The edges.
        theses: The nodes from which depths are counted, before any other.

    Attributes:
        below: For each box, what acts on it: another box, and the edge between them.
        owner: For each node the box that it belongs to: itself, or the start of its arrow.
        roots: The boxes from which all others are reached: theses; where these reach nothing, what acts on nothing;
            of the circles that are left, the first in each.
    """

    def __init__(self, nodes: Sequence[Sketch], edges: Iterable[Line], theses: Collection[str]) -> None:
        self.below: dict[str, list[tuple[str, Line]]] = {}
        self.owner = owner = {node.id: node.id for node in nodes}
        edges = list(edges)
        for edge in edges:
            if edge.ends_in_junction:
                owner[edge.target] = edge.source
        acting: set[str] = set()
        for edge in edges:
            if edge.ends_in_junction:
                continue
            lower, upper = owner[edge.source], owner[edge.target]
            if lower == upper:
                continue
            self.below.setdefault(upper, []).append((lower, edge))
            if edge.has_two_heads:
                self.below.setdefault(lower, []).append((upper, edge))
            else:
                acting.add(lower)
        boxes = [node.id for node in nodes if node.kind is not NodeKind.JUNCTION]
        first = [name for name in boxes if name in theses]
        then = [name for name in boxes if name not in acting]
        self.roots = self._roots([*first, *then, *boxes], len(first))

    @cached_property
    def around(self) -> dict[str, list[str]]:
        """For each box, the boxes that are one relation away."""
        around: dict[str, list[str]] = {}
        for upper, found in self.below.items():
            for lower, _ in found:
                around.setdefault(lower, []).append(upper)
                around.setdefault(upper, []).append(lower)
        return around

    def _roots(self, candidates: Sequence[str], given: int) -> list[str]:
        roots: list[str] = []
        seen: set[str] = set()
        for place, name in enumerate(candidates):
            if place >= given and name in seen:
                continue
            roots.append(name)
            waiting = [name]
            seen.add(name)
            while waiting:
                for lower, _ in self.below.get(waiting.pop(), ()):
                    if lower not in seen:
                        seen.add(lower)
                        waiting.append(lower)
        return roots

    def near(self, starts: Iterable[str], distance: int) -> set[str]:
        """Return the boxes at most `distance` relations away from one of `starts`. Linear."""
        found = dict.fromkeys((self.owner[name] for name in starts), 0)
        waiting = deque(found)
        while waiting:
            name = waiting.popleft()
            if found[name] < distance:
                for other in self.around.get(name, ()):
                    if other not in found:
                        found[other] = found[name] + 1
                        waiting.append(other)
        return set(found)

    def shown(self, depth: int | None, folded: Collection[tuple[str, str | None]]) -> dict[str, None]:
        """Return the boxes that are left at this depth and above what is folded, from the roots on. Linear.

        Args:
            depth: How far from a root; None for any.
            folded: The places below which nothing is drawn: a node, or a cell or inference of it.
        """
        found = dict.fromkeys(self.roots, 0)
        waiting = deque(found)
        while waiting:
            name = waiting.popleft()
            if depth is not None and found[name] >= depth:
                continue
            for lower, edge in self.below.get(name, ()):
                if lower not in found and not (folded and _is_folded(name, edge, folded)):
                    found[lower] = found[name] + 1
                    waiting.append(lower)
        return dict.fromkeys(found)

    def hidden(self, shown: Iterable[str], size: Callable[[str], int]) -> dict[str, int]:
        """Return, for each box that is left, how much was left out below it; each thing counts once. Linear.

        Args:
            shown: The boxes that are left.
            size: Returns how much a box shows.
        """
        host = {name: name for name in shown}
        counts: dict[str, int] = {}
        waiting = deque(host)
        while waiting:
            name = waiting.popleft()
            for lower, _ in self.below.get(name, ()):
                if lower not in host:
                    above = host[lower] = host[name]
                    counts[above] = counts.get(above, 0) + size(lower)
                    waiting.append(lower)
        return counts

    def numbers(self) -> dict[str, str]:
        """Return a number for each box: 1, 1.1, 1.1.1, 1.2 ... as they answer each other. Linear.

        A box is numbered where it first stands in the outline; deeper than `DEEPEST_NUMBER` the numbers run on.
        """
        numbers = {name: str(place) for place, name in enumerate(self.roots, start=1)}
        counts: dict[str, int] = {}
        for root in self.roots:
            waiting = [(root, "", 0)]
            while waiting:
                name, above, level = waiting.pop()
                if level:
                    if name in numbers:
                        continue
                    counts[above] = counts.get(above, 0) + 1
                    numbers[name] = f"{above}.{counts[above]}"
                prefix = numbers[name] if level < DEEPEST_NUMBER else above
                waiting.extend((lower, prefix, level + 1) for lower, _ in reversed(self.below.get(name, ())))
        return numbers


def _is_folded(upper: str, edge: Line, folded: Collection[tuple[str, str | None]]) -> bool:
    # An edge with two heads may be gone along from its end.
    turned = edge.has_two_heads and edge.source == upper
    node, anchor = (edge.source, edge.source_anchor) if turned else (edge.target, edge.target_anchor)
    return (node, None) in folded or (upper, None) in folded or (node, anchor) in folded


def keep(nodes: Iterable[Sketch], edges: Iterable[Line], kept: Collection[str]) -> tuple[list[Sketch], list[Line]]:
    """Return the boxes that are kept, the arrows between them, and the points on arrows that are still needed.

    Where nothing aims at the point on an arrow any more, the arrow is one plain arrow. Linear.
    """
    nodes = list(nodes)
    points = {node.id for node in nodes if node.kind is NodeKind.JUNCTION}
    there = {node.id for node in nodes if node.id in kept}
    left = list(edges)
    # A point is kept while both halves of its arrow are; losing one may lose the next, where arrows aim at arrows.
    halves: dict[str, list[Line]] = {}
    for edge in left:
        if edge.ends_in_junction:
            halves.setdefault(edge.target, []).append(edge)
        if edge.starts_in_junction:
            halves.setdefault(edge.source, []).append(edge)
    needs: dict[str, list[str]] = {}
    lost: list[str] = []
    alive = set(points)
    for point in points:
        ends = {edge.source if edge.target == point else edge.target for edge in halves.get(point, ())}
        for end in ends:
            if end in points:
                needs.setdefault(end, []).append(point)
            elif end not in there:
                lost.append(point)
        if len(halves.get(point, ())) < 2:  # an arrow has two
            lost.append(point)
    while lost:
        point = lost.pop()
        if point in alive:
            alive.discard(point)
            lost.extend(needs.get(point, ()))
    there |= alive
    left = [edge for edge in left if edge.source in there and edge.target in there]
    return dissolve([node for node in nodes if node.id in there], left)


def dissolve(nodes: list[Sketch], edges: list[Line]) -> tuple[list[Sketch], list[Line]]:
    """Make one arrow of the two halves of each arrow at whose point nothing aims."""
    points = {node.id for node in nodes if node.kind is NodeKind.JUNCTION}
    if not points:
        return nodes, edges
    aimed = {edge.target for edge in edges if not edge.ends_in_junction}
    aimed |= {edge.source for edge in edges if not edge.starts_in_junction}
    plain = points - aimed
    if not plain:
        return nodes, edges
    second = {edge.source: edge for edge in edges if edge.starts_in_junction and edge.source in plain}
    made = []
    for edge in edges:
        if edge.source in plain:
            continue
        if edge.target in plain:
            half = second[edge.target]
            made.append(
                half._replace(
                    source=edge.source,
                    source_anchor=edge.source_anchor,
                    starts_in_junction=False,
                    ends_in_junction=half.ends_in_junction,
                )
            )
        else:
            made.append(edge)
    return [node for node in nodes if node.id not in plain], made


def structure_of(diagram: Diagram) -> Structure:
    """Return what acts on what in a diagram that is made."""
    nodes = [Sketch(node.id, node.kind, node.is_thesis) for node in diagram.nodes]
    edges = [Line(*[getattr(edge, name) for name in Line._fields]) for edge in diagram.edges]
    return Structure(nodes, edges, {node.id for node in nodes if node.is_thesis})
