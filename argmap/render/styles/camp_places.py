"""Where everything stands in a picture of two camps: in the middle, or so many columns out in a half."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from argmap.view import Diagram, Edge, EdgeKind, NodeKind

if TYPE_CHECKING:
    from collections.abc import Iterable

MIDDLE, LEFT, RIGHT = 0, -1, 1
"""The three parts of the picture."""
AGAINST, FOR = 0, 1
"""The sides of a map that names none: what speaks against the thesis in the end, and what speaks for it."""


class Spot(NamedTuple):
    """Where a node stands.

    Attributes:
        half: `LEFT`, `MIDDLE` or `RIGHT`.
        turn: How often the side changed on the way from the thesis: 0 for the reasons of a camp, 1 for the answers to
            them, 2 for the replies to those.
        depth: The how-manieth column of its turn, from 1; in the middle, how far it is from what the middle is about.
        side: The number of its side, or None.
    """

    half: int
    turn: int
    depth: int
    side: int | None


@dataclass(slots=True)
class Camps:
    """The outcome.

    Attributes:
        spots: The spot of each node.
        columns: The column of each node, from left to right in steps of two; a junction stands in between.
        order: The ids of the nodes, as they stand from top to bottom in each column.
        has_sides: Whether the sides are those of the map, and not found from what speaks for what.
    """

    spots: dict[str, Spot]
    columns: dict[str, int]
    order: list[str]
    has_sides: bool


def camps_of(diagram: Diagram) -> Camps:
    """Return where the nodes of `diagram` stand. Linear, but for the sorting of the columns.

    From what acts on nothing, which takes the middle, everything is reached breadth first against its arrows, so that
    it stands as near to the middle as it can. What acts on something in the middle goes to the half of its own side:
    the sides take turns, the first on the left. What acts on something in a half stands there as well, one column
    further out, and never in a column where an earlier turn has something. What has no side stands in the middle if it
    acts on both halves, or on what has no side itself.
    """
    for known, camps in _latest:
        if known is diagram:
            return camps
    return keep_camps(diagram, _camps_of(diagram))


# One who asks for them asks again: where they fit, what stands in them, in which order.
_latest: list[tuple[Diagram, Camps]] = []


def keep_camps(diagram: Diagram, camps: Camps) -> Camps:
    """Keep the camps of a diagram, which are known, until those of another are asked for; return them."""
    _latest[:] = [(diagram, camps)]
    return camps


def _camps_of(diagram: Diagram) -> Camps:
    search = _Search(diagram)
    search.run()
    columns = _columns(diagram, search)
    heights = _heights(diagram, search)

    def row(name: str) -> tuple[int, int, float]:
        spot = search.spots[name]
        # What has no side stands below what has one, so that the ground of a camp is one piece.
        is_loose = spot.side is None if spot.half == MIDDLE else len(diagram.sides) if spot.side is None else spot.side
        return columns[name], int(is_loose), heights[name]

    order = sorted((node.id for node in diagram.nodes), key=row)
    return Camps(search.spots, columns, order, search.has_sides)


@dataclass(slots=True)
class _Search:
    diagram: Diagram
    has_sides: bool = False
    side: dict[str, int | None] = field(default_factory=dict)
    answers: dict[str, list[Edge]] = field(default_factory=dict)  # what acts on a node, in the order of the map
    deeds: dict[str, list[Edge]] = field(default_factory=dict)
    parent: dict[str, str] = field(default_factory=dict)
    spots: dict[str, Spot] = field(default_factory=dict)
    queue: deque[str] = field(default_factory=deque)

    def run(self) -> None:
        nodes, names = self.diagram.nodes, {name: number for number, name in enumerate(self.diagram.sides)}
        self.side = {node.id: names.get(node.side or "") for node in nodes}
        self.has_sides = any(side is not None for side in self.side.values())
        tied: set[str] = set()
        both: set[str] = set()  # what acts on something that acts on it
        for edge in self.diagram.edges:
            tied |= {edge.source, edge.target}
            if edge.ends_in_junction and self.has_sides:
                self.side[edge.target] = self.side[edge.source]
            if edge.is_mutual:
                both |= {edge.source, edge.target}
            if not edge.kind.is_symmetric:
                self.answers.setdefault(edge.target, []).append(edge)
                self.deeds.setdefault(edge.source, []).append(edge)
        if not self.has_sides:
            self._take_sides()
        for node in nodes:
            is_root = node.id in tied and node.id not in both and not self.deeds.get(node.id)
            if is_root and node.kind is not NodeKind.JUNCTION:
                self._stand(node.id, Spot(MIDDLE, 0, 0, self.side[node.id]))
        self._spread()
        for node in nodes:  # the theses of a circle: they do nothing but act on each other
            if node.is_thesis or all(edge.is_mutual for edge in self.deeds.get(node.id, ())):
                is_alone = node.id not in tied and not node.is_thesis
                self._stand(node.id, self._seed(node.id) if is_alone else Spot(MIDDLE, 0, 0, self.side[node.id]))
        self._spread()
        for node in nodes:
            self._stand(node.id, self._seed(node.id))
            self._spread()

    def _take_sides(self) -> None:
        """Give each node the side of what it does in the end: an attack on an attack speaks for the thesis.

        Signs are multiplied along the shortest way; where theses exclude each other, the first is the one meant.
        """
        ways: dict[str, list[tuple[str, int]]] = {}
        for edge in self.diagram.edges:
            sign = 1 if edge.kind in (EdgeKind.SUPPORT, EdgeKind.ENTAILS, EdgeKind.PREMISE) else -1
            if edge.starts_in_junction:
                sign = 1  # the first half of the arrow has told
            if edge.has_two_heads:
                ways.setdefault(edge.source, []).append((edge.target, sign))
            ways.setdefault(edge.target, []).append((edge.source, sign))
        theses = [
            node.id for node in self.diagram.nodes if node.kind is not NodeKind.JUNCTION and not self.deeds.get(node.id)
        ]
        self.side = dict.fromkeys(self.side, None)
        excluded = {edge.target for edge in self.diagram.edges if edge.kind.is_symmetric}
        firsts = [name for name in theses if name not in excluded]
        rest = [*theses, *(node.id for node in self.diagram.nodes)]
        for start in (firsts, *([name] for name in rest)):
            queue = deque(name for name in start if self.side[name] is None)
            self.side.update(dict.fromkeys(queue, FOR))
            while queue:
                name = queue.popleft()
                speaks_for = self.side[name] == FOR
                for other, sign in ways.get(name, ()):
                    if self.side[other] is None:
                        self.side[other] = FOR if speaks_for == (sign > 0) else AGAINST
                        queue.append(other)

    def _stand(self, name: str, spot: Spot) -> None:
        if name not in self.spots:
            self.spots[name] = spot
            self.queue.append(name)

    def _seed(self, name: str) -> Spot:
        side = self.side[name]
        return Spot(MIDDLE, 0, 0, None) if side is None else Spot(_half(side), 0, 1, side)

    def _spread(self) -> None:
        while self.queue:
            name = self.queue.popleft()
            for edge in self.answers.get(name, ()):
                if edge.source not in self.spots:
                    self.parent[edge.source] = name
                    self._stand(edge.source, self._beside(edge, name))
            for edge in self.deeds.get(name, ()):
                if edge.is_mutual and edge.target not in self.spots:
                    self.parent[edge.target] = name
                    self._stand(edge.target, self._beside(edge, name, is_back=True))

    def _beside(self, edge: Edge, parent: str, *, is_back: bool = False) -> Spot:
        """Return the spot of what acts on `parent` by `edge`."""
        name = edge.target if is_back else edge.source
        side, there = self.side[name], self.spots[parent]
        if edge.ends_in_junction:
            return there._replace(side=side)  # it stands with the point on its arrow
        is_for = edge.kind in (EdgeKind.SUPPORT, EdgeKind.ENTAILS, EdgeKind.PREMISE)
        if there.half != MIDDLE:
            if side is None and self._acts_on_both(name):
                return Spot(MIDDLE, 0, 1, None)
            if side == there.side:
                return there._replace(depth=there.depth + 1)
            return Spot(there.half, there.turn + 1, 1, side)
        if side is not None:
            return Spot(_half(side), 0, 1, side)
        if there.side is not None:  # what has no side helps one side, or stands in its way
            return Spot(_half(there.side) if is_for else -_half(there.side), 0, 1, None)
        if there.depth == 0 or self._acts_on_both(name):
            return Spot(MIDDLE, 0, 1, None)
        return Spot(RIGHT if is_for else LEFT, 0, 1, None)

    def _acts_on_both(self, name: str) -> bool:
        halves = {self.spots[edge.target].half for edge in self.deeds.get(name, ()) if edge.target in self.spots}
        return {LEFT, RIGHT} <= halves


def _half(side: int) -> int:
    return RIGHT if side % 2 else LEFT


def _columns(diagram: Diagram, search: _Search) -> dict[str, int]:
    deepest: dict[tuple[int, int], int] = {}
    for spot in search.spots.values():
        turn = spot.half, spot.turn
        deepest[turn] = max(deepest.get(turn, 0), spot.depth)
    base: dict[tuple[int, int], int] = {}
    for half in (LEFT, RIGHT):
        width = turn_number = 0
        while (half, turn_number) in deepest:
            base[half, turn_number] = width
            width += deepest[half, turn_number]
            turn_number += 1
    is_double = search.has_sides and _can_face(diagram, search)
    columns = {}
    for node in diagram.nodes:
        spot = search.spots[node.id]
        if spot.half == MIDDLE:
            on_right = is_double and (spot.side % 2 == 1 if spot.side is not None else not spot.depth)
            columns[node.id] = 2 if on_right else 0
            continue
        out = 2 * (base[spot.half, spot.turn] + spot.depth) - (node.kind is NodeKind.JUNCTION)
        columns[node.id] = -out if spot.half == LEFT else out + 2 * is_double
    return columns


def _can_face(diagram: Diagram, search: _Search) -> bool:
    """Return whether the theses can stand beside each other: nothing would run past one of them to the other."""
    home = {
        name: _half(spot.side) for name, spot in search.spots.items() if spot.half == MIDDLE and spot.side is not None
    }
    if len(home) < len([spot for spot in search.spots.values() if spot.half == MIDDLE]):
        return False
    if len(set(home.values())) < 2:
        return False
    return all(
        search.spots[end].half in (MIDDLE, home.get(other, MIDDLE)) or other not in home
        for edge in diagram.edges
        for end, other in ((edge.source, edge.target), (edge.target, edge.source))
    )


def _heights(diagram: Diagram, search: _Search) -> dict[str, float]:
    """Return numbers that are the smaller, the higher a node stands in its column.

    In the halves that is the order in which they are reached. What has no side and stands in the middle is at the
    mean height of what it is tied to on both hands; Sugiyama, Tagawa and Toda ("Methods for visual understanding of
    hierarchical system structures", 1981) call that its barycentre.
    """
    heights: dict[str, float] = {}
    count: dict[int, int] = {}
    for name in _preorder(diagram, search):
        half = search.spots[name].half
        heights[name] = count[half] = count.get(half, 0) + 1
    loose = [node.id for node in diagram.nodes if search.spots[node.id][::3] == (MIDDLE, None)]
    ties: dict[str, list[float]] = {name: [] for name in loose}
    for edge in diagram.edges:
        for end, other in ((edge.source, edge.target), (edge.target, edge.source)):
            half = search.spots[other].half
            if end in ties and half != MIDDLE:
                ties[end].append(heights[other] / count[half])
    for name in loose:
        heights[name] = sum(ties[name]) / len(ties[name]) if ties[name] else 1.0
    return heights


def _preorder(diagram: Diagram, search: _Search) -> Iterable[str]:
    """Yield the nodes so that what answers a thing comes right after it, in the order of its premises."""
    number = {node.id: index for index, node in enumerate(diagram.nodes)}
    rows: dict[str, dict[str, int]] = {}
    for node in diagram.nodes:
        row = rows.setdefault(node.id, {})
        for block in node.blocks:
            for cell in block.premises:
                row[cell.anchor] = len(row)
            row[block.anchor] = len(row)
            if block.conclusion:
                row[block.conclusion.anchor] = len(row)
    keys: dict[str, tuple[int, int]] = {}
    for edge in diagram.edges:
        for child, aim, anchor in ((edge.source, edge.target, edge.target_anchor), (edge.target, edge.source, None)):
            if search.parent.get(child) == aim:
                keys.setdefault(child, (rows[aim].get(anchor or "", -1), number[child]))
    children: dict[str, list[str]] = {}
    roots = []
    for node in diagram.nodes:
        parent = search.parent.get(node.id)
        if parent is None:
            roots.append(node.id)
        else:
            children.setdefault(parent, []).append(node.id)
    stack = sorted(roots, key=lambda name: (search.spots[name].side is None, number[name]), reverse=True)
    while stack:
        name = stack.pop()
        yield name
        stack.extend(sorted(children.get(name, ()), key=keys.__getitem__, reverse=True))
