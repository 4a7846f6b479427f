"""A diagram as an outline: each thesis, below it what speaks for and against it, and so on down to the last reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from argmap.view.diagram import Block, Cell, Edge, EdgeKind, Node, NodeKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.view.diagram import Diagram

SIGNS = {
    EdgeKind.SUPPORT: "+",
    EdgeKind.ENTAILS: "→",
    EdgeKind.ATTACK: "−",
    EdgeKind.CONTRARY: "−",
    EdgeKind.CONTRADICTORY: "≠",
    EdgeKind.UNDERCUT: "×",
    EdgeKind.PREMISE: "·",
}
"""The sign of each kind of edge, as in a picture; a contrary speaks against, so it has the sign of an attack."""


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """A line of an outline: a node, a claim in a card, or an inference of a card.

    Attributes:
        depth: How far it is indented; 0 for a thesis.
        node: The node; for a claim in a card or an inference, the card.
        cell: The claim in a card, or None.
        block: The inference, or None.
        edge: What ties it to the line it stands below: None for a thesis and for the parts of a card.
        see: ``above`` or ``below`` where what belongs to it stands there; empty where it stands here.
    """

    depth: int
    node: Node
    cell: Cell | None = None
    block: Block | None = None
    edge: Edge | None = None
    see: str = ""


class _Entry(NamedTuple):
    line: OutlineLine
    home: Node | None = None  # for a claim that is elsewhere, its box, which may be told here, or its card
    step: str | None = None  # the junction on the way to the line above: what aims at it stands here
    drawn_in: tuple[str, str] | None = None  # the card and the cell that draw this conclusion


def outline(diagram: Diagram) -> Iterator[OutlineLine]:
    """Yield the lines of the outline of a diagram. What stands above already is not told twice.

    Every node but a junction on an arrow has a line that tells it, and so has every claim in a card; every edge has
    a line below what it acts on. A thesis here is whatever acts on nothing; what only lies in circles comes last.
    Linear but for the sorting of edges by kind; does not recurse.

    Example:
        >>> from argmap.view import Diagram, Edge, EdgeKind, Node, NodeKind
        >>> nodes = Node("Rain", NodeKind.CLAIM), Node("Sun", NodeKind.CLAIM)
        >>> lines = outline(Diagram(nodes=nodes, edges=(Edge("Sun", "Rain", EdgeKind.ATTACK),)))
        >>> [(line.depth, line.node.id, SIGNS[line.edge.kind] if line.edge else "") for line in lines]
        [(0, 'Rain', ''), (1, 'Sun', '−')]
    """
    ties = _Ties(diagram)
    told: set[str] = set()
    for start in (*ties.theses, *ties.nodes):
        if start in told or start in ties.steps:
            continue
        stack = [_Entry(OutlineLine(0, ties.nodes[start]))]
        while stack:
            entry = stack.pop()
            line, teller = entry.line, entry.line.node
            if line.cell is not None and line.edge is not None:
                # A claim in a card that acts on something: it stands in the card, and is named here.
                see = "above" if teller.id in told else "below"
            elif line.cell is not None:
                teller = entry.home or teller
                see = _where(teller, told, ties) if entry.home else ""
                if entry.home is not None and entry.home.kind is not NodeKind.CLAIM:
                    see = see or "below"
            elif teller.id in ties.steps:
                see = "above" if teller.id in told else "below"  # it stands at its arrow
            else:
                see = _where(teller, told, ties) if line.depth and line.block is None else ""
            yield OutlineLine(line.depth, line.node, line.cell, line.block, line.edge, see)
            below: list[_Entry] = []
            if entry.step is not None:
                told.add(entry.step)
                below += ties.acting(entry.step, None, line.depth + 1)
            if line.edge is None and (part := line.cell or line.block):
                below += ties.acting(line.node.id, part.anchor, line.depth + 1)
            if line.cell is None and line.block is None and not see:
                told.add(teller.id)
                below += _node_entries(teller, ties, line.depth + 1)
            elif entry.home is not None and not see:
                told.add(teller.id)
                below += ties.acting(teller.id, None, line.depth + 1, but=entry.drawn_in)
            stack.extend(reversed(below))


def _where(node: Node, told: set[str], ties: _Ties) -> str:
    """Return where what belongs to a node stands, if not here."""
    if node.id in told:
        return "above"
    return "below" if node.id in ties.theses else ""


def _node_entries(node: Node, ties: _Ties, depth: int) -> Iterator[_Entry]:
    """Yield what stands below a node: the parts of a card, and what acts on the node."""
    for block in node.blocks:
        for cell in block.premises:
            yield _Entry(OutlineLine(depth, node, cell), ties.home(cell))
        if block.rules or block.conclusion:
            yield _Entry(OutlineLine(depth, node, block=block))
        else:
            yield from ties.acting(node.id, block.anchor, depth)
        if block.conclusion:
            cell = block.conclusion
            yield _Entry(OutlineLine(depth, node, cell), ties.home(cell), drawn_in=(node.id, cell.anchor))
    yield from ties.acting(node.id, None, depth)


class _Ties:
    """What acts on what in a diagram, for its outline.

    Attributes:
        nodes: The nodes by id.
        theses: The nodes that act on nothing, in order.
        steps: The junctions that are only a point on one arrow.
    """

    def __init__(self, diagram: Diagram) -> None:
        self.nodes = {node.id: node for node in diagram.nodes}
        self._homes: dict[str, Node] = {}  # by claim: its box, else its card
        self._parts: dict[tuple[str, str], Cell | Block] = {}  # by card and anchor
        for node in diagram.nodes:
            if node.kind is NodeKind.CLAIM:
                self._homes.setdefault(node.of, node)
            for block in node.blocks:
                self._parts[node.id, block.anchor] = block
                self._parts |= {(node.id, cell.anchor): cell for cell in block.cells}
        for node in diagram.nodes:
            for cell in node.cells:
                if not cell.is_elsewhere:
                    self._homes.setdefault(cell.claim, node)
        self.steps = _steps(diagram)
        self._found: dict[tuple[str, str | None], list[tuple[Edge, str, str | None, str | None]]] = {}
        acting: set[str] = set()
        for edge in diagram.edges:
            if edge.source in self.steps:
                continue
            if edge.kind is EdgeKind.PREMISE and edge.target_anchor is not None:
                acting.add(edge.source)  # it is told at its cell in the card
                continue
            step = edge.target if edge.target in self.steps and edge.ends_in_junction else None
            end = self.steps[step] if step is not None else edge
            self._add(end.target, end.target_anchor, edge, edge.source, edge.source_anchor, step)
            if edge.has_two_heads and edge.source != edge.target:
                self._add(edge.source, edge.source_anchor, edge, edge.target, edge.target_anchor, None)
            if edge.source_anchor is None and not edge.kind.is_symmetric and end.target != edge.source:
                acting.add(edge.source)
            if edge.is_mutual and edge.target_anchor is None:
                acting.add(edge.target)
        for found in self._found.values():
            found.sort(key=lambda one: _ORDER[one[0].kind])
        self.theses = dict.fromkeys(name for name in self.nodes if name not in acting and name not in self.steps)

    def _add(
        self, end: str, end_anchor: str | None, edge: Edge, start: str, anchor: str | None, step: str | None
    ) -> None:
        known = end_anchor if end_anchor and (end, end_anchor) in self._parts else None
        self._found.setdefault((end, known), []).append((edge, start, anchor, step))

    def home(self, cell: Cell) -> Node | None:
        """Return the box of a claim that has one elsewhere, else the card that holds it."""
        return self._homes.get(cell.claim) if cell.is_elsewhere else None

    def acting(self, end: str, anchor: str | None, depth: int, but: tuple[str, str] | None = None) -> Iterator[_Entry]:
        """Yield what acts on a node or a part of a card."""
        for edge, start, start_anchor, step in self._found.get((end, anchor), ()):
            if (start, start_anchor) == but:
                continue
            part = self._parts.get((start, start_anchor)) if start_anchor else None
            cell = part if isinstance(part, Cell) else None
            yield _Entry(OutlineLine(depth, self.nodes[start], cell, edge=edge), step=step)


_ORDER = {kind: index for index, kind in enumerate(SIGNS)}


def _steps(diagram: Diagram) -> dict[str, Edge]:
    """Return the junctions that are only a point on one arrow, each with the half of the arrow that leaves it."""
    arriving: dict[str, int] = {}
    leaving: dict[str, list[Edge]] = {}
    for edge in diagram.edges:
        if edge.ends_in_junction:
            arriving[edge.target] = arriving.get(edge.target, 0) + 1
        if edge.starts_in_junction:
            leaving.setdefault(edge.source, []).append(edge)
    return {name: edges[0] for name, edges in leaving.items() if len(edges) == 1 and arriving.get(name) == 1}
