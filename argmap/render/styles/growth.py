"""A diagram as trees: below each thesis what bears on it, each thing in full once, and short boxes elsewhere."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from argmap.language import Words
from argmap.render.form import SMALL
from argmap.view import Diagram, Edge, EdgeKind, Node, NodeKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_COLOURS = {EdgeKind.ENTAILS: EdgeKind.SUPPORT, EdgeKind.PREMISE: None}
DEEPEST_NUMBER = 6
"""How many parts the number of a node has at most; what is deeper has none."""


class _Branch(NamedTuple):
    """Something to be drawn below a node."""

    edge: Edge  # as the map has it
    child: str
    anchor: str | None  # the cell of the child that acts
    aim: str | None  # the cell of the parent that it acts on
    junction: str | None  # the point on its arrow
    is_loose: bool  # whether it acts as a premise of an argument that stands elsewhere


@dataclass(slots=True)
class Growth:
    """A tree that grows from its roots, breadth first; linear."""

    diagram: Diagram
    nodes: dict[str, Node] = field(default_factory=dict)  # as they are drawn
    edges: list[Edge] = field(default_factory=list)
    roots: list[str] = field(default_factory=list)
    children: dict[str, list[str]] = field(default_factory=dict)
    seen_at: dict[str, str] = field(default_factory=dict)  # what each short box refers to
    branches: dict[str, list[_Branch]] = field(default_factory=dict)
    queue: deque[tuple[str, str]] = field(default_factory=deque)  # a drawn node, and what its branches are listed under
    late: deque[tuple[str, _Branch]] = field(default_factory=deque)
    points: dict[str, str] = field(default_factory=dict)  # for each point on an arrow, what acts there
    copies: dict[str, int] = field(default_factory=dict)  # how often each is drawn
    shown: set[Edge] = field(default_factory=set)  # those that point both ways and are drawn

    @property
    def words(self) -> Words:
        """The words of the picture."""
        return Words(self.diagram.language)

    def run(self) -> None:
        """Grow all trees, from the theses first."""
        given = {node.id: node for node in self.diagram.nodes}
        acting = self._list_branches(given)
        trees = [node for node in given.values() if node.kind is not NodeKind.JUNCTION]
        for node in trees:
            if node.is_thesis or node.id not in acting:
                self._plant(node)
        self._grow(given)
        for node in trees:  # what goes in a circle
            if node.id not in self.nodes:
                self._plant(node)
                self._grow(given)

    def exclusions(self) -> Iterator[Edge]:
        """Yield the edges that have no direction; they are no branches, and tie boxes that are drawn in full.

        A line from one to the other would run across a large picture; there a short box stands for the second one.
        """
        given = {node.id: node for node in self.diagram.nodes}
        place: dict[str, tuple[str | None, int]] = {name: (None, index) for index, name in enumerate(self.roots)}
        place |= {name: (parent, index) for parent, below in self.children.items() for index, name in enumerate(below)}
        is_small = len(self.nodes) <= SMALL
        for edge in self.diagram.edges:
            if edge.kind.is_symmetric:
                source, target = (self.points.get(end, end) for end in (edge.source, edge.target))
                (parent, at), (other, there) = place[source], place[target]
                is_near = parent == other and (parent is None or abs(at - there) == 1)
                if is_small or is_near or parent == target or other == source:
                    yield replace(edge, source=source, target=target)
                else:
                    yield self._referred(edge, source, target, given)

    def _referred(self, edge: Edge, parent: str, other: str, given: dict[str, Node]) -> Edge:
        """Return the edge to a short box that stands for the other one of two that exclude each other."""
        other = self.seen_at.get(other, other)  # what acts at a point on an arrow may be a short box itself
        name, node = self._free_name(other, given), given[other]
        role = self._role(edge, node)
        short = _short(node, name, edge.target_anchor)
        self.nodes[name] = replace(short, role=role, acts=edge.kind, side=node.side)
        self.seen_at[name] = other
        self.children.setdefault(parent, []).append(name)
        tied = replace(edge, source=name, target=parent, ends_in_junction=False, starts_in_junction=False)
        return replace(tied, source_anchor=None, target_anchor=edge.source_anchor)

    def _role(self, edge: Edge, node: Node) -> str:
        """Return the word for what a node does to the one above it, then that for the part that its author gives it."""
        deed = self.words.say(f"picture.branch.{edge.kind}")
        return f"{deed} · {node.role}" if node.role else deed

    def _list_branches(self, given: dict[str, Node]) -> set[str]:
        """List what acts on each node and on each point of an arrow; return what acts on something."""
        acting = set()
        second = {edge.source: edge for edge in self.diagram.edges if edge.starts_in_junction}
        for edge in self.diagram.edges:
            if edge.kind.is_symmetric or edge.starts_in_junction:
                continue
            point = edge.target if edge.ends_in_junction else None
            end = second[point] if point is not None else edge
            self._list(edge, end.target, end.target_anchor, point, given)
            acting.add(edge.source)
            if edge.is_mutual:
                back = replace(
                    edge,
                    source=edge.target,
                    target=edge.source,
                    source_anchor=edge.target_anchor,
                    target_anchor=edge.source_anchor,
                )
                self._list(back, edge.source, edge.source_anchor, None, given)
                acting.add(edge.target)
        for name, listed in self.branches.items():
            if name in given:
                rows = _rows(given[name])
                row = {branch: rows.get(branch.aim or "", -1) for branch in listed}
                listed.sort(key=row.__getitem__)
        return acting

    def _list(self, edge: Edge, parent: str, aim: str | None, point: str | None, given: dict[str, Node]) -> None:
        premises = {one.anchor for block in given[edge.source].blocks for one in block.premises}
        branch = _Branch(edge, edge.source, edge.source_anchor, aim, point, edge.source_anchor in premises)
        self.branches.setdefault(parent, []).append(branch)

    def _plant(self, node: Node) -> None:
        if node.id not in self.nodes:
            self.nodes[node.id] = replace(node, group=None, acts=None)
            self.roots.append(node.id)
            self.queue.append((node.id, node.id))

    def _grow(self, given: dict[str, Node]) -> None:
        while self.queue or self.late:
            if not self.queue:
                parent, branch = self.late.popleft()
                self._draw(parent, branch, given)
                continue
            parent, key = self.queue.popleft()
            for branch in self.branches.get(key, ()):
                if branch.is_loose and branch.child not in self.nodes:
                    self.late.append((parent, branch))
                else:
                    self._draw(parent, branch, given)

    def _draw(self, parent: str, branch: _Branch, given: dict[str, Node]) -> None:
        """Draw a branch below a node: in full where it is met for the first time, else as a short box."""
        edge = branch.edge
        if edge.is_mutual:
            if _undirected(edge) in self.shown:
                return
            self.shown.add(_undirected(edge))
        node = given[branch.child]
        role = self._role(edge, node)
        acts = _COLOURS.get(edge.kind, edge.kind)
        anchor = branch.anchor
        if branch.child in self.nodes:
            name, anchor = self._free_name(branch.child, given), None
            short = _short(node, name, branch.anchor if branch.is_loose else None)
            self.nodes[name] = replace(short, role=role, acts=acts, side=node.side)
            self.seen_at[name] = branch.child
        else:
            name = branch.child
            self.nodes[name] = replace(node, role=role, acts=acts, group=None, is_thesis=False)
            self.queue.append((name, name))
        self.children.setdefault(parent, []).append(name)
        self.edges.append(
            replace(
                edge,
                source=name,
                target=parent,
                source_anchor=None if branch.is_loose else anchor,
                target_anchor=branch.aim,
                ends_in_junction=False,
                starts_in_junction=False,
            )
        )
        if branch.junction is not None:
            self.points[branch.junction] = name
            self.queue.append((name, branch.junction))  # what aims at the arrow stands below this very box

    def _free_name(self, name: str, given: dict[str, Node]) -> str:
        number = self.copies[name] = self.copies.get(name, 1) + 1
        while f"{name} ({number})" in given or f"{name} ({number})" in self.nodes:
            number += 1
        return f"{name} ({number})"


def _short(node: Node, name: str, anchor: str | None) -> Node:
    """Return the short box that names what is drawn elsewhere: a node, or a claim in its card."""
    for one in node.cells:
        if one.anchor == anchor:
            return Node(name, NodeKind.CLAIM, one.title, "" if one.title else one.text, record=one.claim)
    return Node(name, NodeKind.CLAIM, node.title, "" if node.title else node.text, record=node.of)


def _undirected(edge: Edge) -> Edge:
    ends = (edge.source, edge.source_anchor or ""), (edge.target, edge.target_anchor or "")
    (source, one), (target, other) = sorted(ends)
    return replace(edge, source=source, target=target, source_anchor=one, target_anchor=other)


def _rows(node: Node) -> dict[str, int]:
    """Return how far down in a card each of its cells and inferences is."""
    rows: dict[str, int] = {}
    for block in node.blocks:
        for anchor in (*(one.anchor for one in block.premises), block.anchor):
            rows[anchor] = len(rows)
        if block.conclusion:
            rows[block.conclusion.anchor] = len(rows)
    return rows


def numbered(growth: Growth) -> Iterator[Node]:
    """Yield the nodes as they are read, each short box with the number of what it refers to.

    Where the map has no numbers of its own and there is something to refer to, the nodes are numbered as they answer
    each other: 1, 1.1, 1.2 ...
    """
    nodes, referred = growth.nodes, growth.seen_at
    has_numbers = any(node.number for node in nodes.values())
    numbers: dict[str, str] = {name: node.number for name, node in nodes.items()}
    stack = [(name, str(index), 1) for index, name in reversed(list(enumerate(growth.roots, 1)))]
    order = []
    while stack:
        name, number, depth = stack.pop()
        order.append(name)
        if referred and not has_numbers and name not in referred and depth <= DEEPEST_NUMBER:
            numbers[name] = number
        below = [
            (child, f"{number}.{index}" if depth < DEEPEST_NUMBER else "", depth + 1)
            for index, child in enumerate(growth.children.get(name, ()), 1)
        ]
        stack.extend(reversed(below))
    for name in order:
        node = replace(nodes[name], number=numbers[name])
        if name in referred:
            see = growth.words.say("picture.branch.see", number=numbers[referred[name]])
            node = replace(node, role=f"{node.role} · {see}".rstrip())
        yield node
