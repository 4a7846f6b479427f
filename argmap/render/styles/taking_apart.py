"""Cards taken apart: every claim in a box of its own, every inference as a node at which its premises meet.

Several styles draw arguments so; they share this step and differ in what they make of its outcome.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from argmap.view import Diagram, Edge, EdgeKind, Node, NodeKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.view import Block, Cell


def take_apart(diagram: Diagram) -> Diagram:
    """Return `diagram` without cards of several claims. Linear; the key is left as it was.

    - Each claim in a card is a claim node with the id of the claim. A premise that is used elsewhere as well is one
      node with several lines.
    - Each inference is a node: an `INFERENCE` with the title of its argument as its title and its rules as its
      text; a bare `JUNCTION` where it has neither of these and no mark. The last inference of an
      argument has the id of the argument and all its marks, an earlier one an id of its own and the argument as
      its record.
    - A line from a premise to an inference is an edge of the kind `PREMISE`. What the argument does starts at its
      last inference, or at its conclusion where the card held that.
    - What was an arrow with a junction on it is a premise, a junction and an effect, too.
    - A card with a gist alone stays as it is.

    Example:
        >>> from argmap.view import Block, Cell
        >>> block = Block("i0", (Cell("p0", "C2", "It pours", None, 1), Cell("p1", "C3", "Rain is wet", None, 2)))
        >>> nodes = Node("C1", NodeKind.CLAIM), Node("A1", NodeKind.ARGUMENT, blocks=(block,))
        >>> taken = take_apart(Diagram(nodes=nodes, edges=(Edge("A1", "C1", EdgeKind.SUPPORT),)))
        >>> [f"{node.kind} {node.id}" for node in taken.nodes]
        ['claim C1', 'claim C2', 'claim C3', 'junction A1']
        >>> [f"{edge.source} {edge.target} {edge.kind}" for edge in taken.edges]
        ['C2 A1 premise', 'C3 A1 premise', 'A1 C1 support']
    """
    return _Taking(diagram).outcome()


@dataclass(slots=True)
class _Taking:
    """The work of `take_apart`."""

    diagram: Diagram
    taken: set[str] = field(default_factory=set)
    """All ids of nodes."""
    boxes: dict[str, str] = field(default_factory=dict)
    """For each claim, the id of its node."""
    inferences: dict[str, list[str]] = field(default_factory=dict)
    """For each card, the ids of its inferences."""
    places: dict[tuple[str, str | None], str] = field(default_factory=dict)
    """For each card and each anchor in it, the node that was made of that."""
    claims: list[Node] = field(default_factory=list)
    others: list[Node] = field(default_factory=list)

    def outcome(self) -> Diagram:
        nodes = self.diagram.nodes
        self.taken = {node.id for node in nodes}
        for node in nodes:
            if node.kind is NodeKind.CLAIM:
                self.boxes.setdefault(node.of, node.id)
                self.claims.append(node)
        # A claim is at home in one of its cells, and that one tells all of it: it is asked before the others.
        for is_elsewhere in (False, True):
            for card in nodes:
                for block in card.blocks:
                    for cell in block.cells:
                        if cell.is_elsewhere is is_elsewhere and cell.claim not in self.boxes:
                            self._add_box(cell, block, card)
        for node in nodes:
            if node.blocks:
                self._add_inferences(node)
            elif node.kind is not NodeKind.CLAIM:
                self.others.append(node)
        return replace(self.diagram, nodes=(*self.claims, *self.others), edges=tuple(self._edges()))

    def _add_box(self, cell: Cell, block: Block, card: Node) -> None:
        name = fresh_id(cell.claim, self.taken)
        self.boxes[cell.claim] = name
        is_last = block is card.blocks[-1]
        acts_as_card = is_last and (cell is block.conclusion or block.conclusion is None)
        self.claims.append(
            Node(
                name,
                NodeKind.CLAIM,
                cell.title,
                cell.text,
                side=cell.side,
                acts=card.acts if acts_as_card else EdgeKind.SUPPORT,
                group=card.group,
                record=None if name == cell.claim else cell.claim,
                role=cell.role,
                status=cell.status,
                strength=cell.strength,
                findings=cell.findings,
                change=cell.change,
                label=cell.label,
                ranges=cell.ranges,
            )
        )

    def _add_inferences(self, card: Node) -> None:
        names = []
        for index, block in enumerate(card.blocks):
            is_last = index == len(card.blocks) - 1
            name = card.id if is_last else fresh_id(f"{card.id}.{index + 1}", self.taken)
            names.append(name)
            self.others.append(_inference(card, block, name, is_last=is_last))
            self.places[card.id, block.anchor] = name
            for cell in block.cells:
                self.places[card.id, cell.anchor] = self.boxes[cell.claim]
        self.inferences[card.id] = names

    def _edges(self) -> list[Edge]:
        conclusions = {
            (node.id, block.conclusion.anchor)
            for node in self.diagram.nodes
            for block in node.blocks
            if block.conclusion is not None
        }
        # What one card concludes last, if the card holds that, acts for the card.
        ends = {
            node.id: self.boxes[node.blocks[-1].conclusion.claim]
            for node in self.diagram.nodes
            if node.blocks and node.blocks[-1].conclusion is not None
        }
        told: dict[tuple[str, str | None], Edge] = {}  # the edges that say more of a line in a card
        effects = []
        for edge in self.diagram.edges:
            start, end = (edge.source, edge.source_anchor), (edge.target, edge.target_anchor)
            if edge.kind is EdgeKind.PREMISE and end in self.places:
                told[end] = edge
                continue
            source = self.places.get(start) or ends.get(edge.source, edge.source)
            target = self.places.get(end, edge.target)
            if start in conclusions and source == target:
                told[start] = edge
                continue
            effects.append(
                replace(
                    edge,
                    source=source,
                    target=target,
                    kind=EdgeKind.PREMISE if edge.ends_in_junction else edge.kind,
                    source_anchor=None,
                    target_anchor=None,
                    starts_in_junction=False,
                    ends_in_junction=False,
                )
            )
        lines = [line for node in self.diagram.nodes if node.blocks for line in self._lines(node, told)]
        return list(dict.fromkeys(lines + effects))

    def _lines(self, card: Node, told: dict[tuple[str, str | None], Edge]) -> Iterator[Edge]:
        """Yield the edges from premises to inferences, and from inferences to the conclusions in the card."""

        def line(source: str, target: str, kind: EdgeKind, anchor: str | None) -> Edge:
            edge = told.get((card.id, anchor))
            if edge is None:
                return Edge(source, target, kind, change=card.change)
            return Edge(source, target, kind, strength=edge.strength, change=edge.change, colour=edge.colour)

        before: Cell | None = None
        for name, block in zip(self.inferences[card.id], card.blocks, strict=True):
            if before is not None:  # what was just concluded is a premise of the next step, and is not listed again
                yield line(self.boxes[before.claim], name, EdgeKind.PREMISE, None)
            for cell in block.premises:
                yield line(self.boxes[cell.claim], name, EdgeKind.PREMISE, cell.anchor)
            before = block.conclusion
            if before is not None:
                yield line(name, self.boxes[before.claim], EdgeKind.SUPPORT, before.anchor)


def _inference(card: Node, block: Block, name: str, *, is_last: bool) -> Node:
    rules = ", ".join(block.rules)
    if is_last:
        acts = EdgeKind.SUPPORT if block.conclusion is not None else card.acts
        return as_point(replace(card, text=rules, blocks=(), acts=acts))
    earlier = Node(name, NodeKind.INFERENCE, text=rules, side=card.side, acts=EdgeKind.SUPPORT, group=card.group)
    return as_point(replace(earlier, record=card.of, change=card.change, label=card.label))


def as_point(node: Node) -> Node:
    """Return the node of an inference as a bare junction, or as one with a name where it has something to show.

    What became of it between two maps is shown by its lines.
    """
    said = (node.title, node.text, node.number, node.values, node.tags, node.findings, node.hidden, node.colour)
    is_bare = not any(said) and node.status is None and node.strength is None
    return replace(node, kind=NodeKind.JUNCTION if is_bare else NodeKind.INFERENCE)


def fresh_id(wish: str, taken: set[str]) -> str:
    """Return `wish`, or where that is taken, something like it; it is taken from now on."""
    name, count = wish, 1
    while name in taken:
        count += 1
        name = f"{wish} ({count})"
    taken.add(name)
    return name
