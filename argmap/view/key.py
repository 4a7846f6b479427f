"""The key of a diagram: what the signs mean that occur in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.language import Words
from argmap.model.status import Status
from argmap.view.diagram import Change, Diagram, EdgeKind, LegendEntry, NodeKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argmap.view.diagram import Cell, Node

    Say = Callable[[str], str]

MUTUAL = (EdgeKind.SUPPORT, EdgeKind.ATTACK)
"""The kinds of edges that have words of their own where they point both ways."""
_SEVERITIES = ("error", "warning", "info")


def with_legend(diagram: Diagram) -> Diagram:
    """Return `diagram` with a key to what occurs in it: kinds of edges, cards and sides, then the other marks.

    What the key says of colours is kept, as the diagram itself does not tell what a colour means. Linear.

    Example:
        >>> from argmap.view import Diagram, Edge, EdgeKind, Node, NodeKind
        >>> nodes = Node("C1", NodeKind.CLAIM), Node("C2", NodeKind.CLAIM, status=Status.REJECTED)
        >>> drawn = with_legend(Diagram(nodes=nodes, edges=(Edge("C1", "C2", EdgeKind.SUPPORT),)))
        >>> [entry.words for entry in drawn.legend]
        ['supports', 'rejected']
    """
    boxes: list[Node | Cell] = [*diagram.nodes, *(one for node in diagram.nodes if node.blocks for one in node.cells)]
    words = Words(diagram.language)

    def say(key: str) -> str:
        return words.say(f"picture.key.{key}")

    entries = (*_edges(diagram, say), *_shapes(diagram, say), *_sides(diagram, boxes), *_marks(diagram, boxes, say))
    return replace(diagram, legend=entries + tuple(entry for entry in diagram.legend if entry.sign == "colour"))


def _edges(diagram: Diagram, say: Say) -> Iterator[LegendEntry]:
    meetings = _meetings(diagram)
    present = {
        (edge.kind, edge.is_mutual)
        for edge in diagram.edges
        if edge.kind is not EdgeKind.PREMISE or edge.target not in meetings
    }
    for kind in EdgeKind:
        if (kind, False) in present:
            yield LegendEntry(kind.value, say(kind.value))
        if (kind, True) in present:
            yield LegendEntry(kind.value, say(f"mutual-{kind}" if kind in MUTUAL else kind.value), is_mutual=True)


def _meetings(diagram: Diagram) -> Counter[str]:
    """Return how many premises meet at each node where some do."""
    meeting = {node.id for node in diagram.nodes if node.kind.is_meeting}
    return Counter(edge.target for edge in diagram.edges if edge.kind is EdgeKind.PREMISE and edge.target in meeting)


def _shapes(diagram: Diagram, say: Say) -> Iterator[LegendEntry]:
    if any(len(block.premises) > 1 for node in diagram.nodes for block in node.blocks):
        yield LegendEntry("card", say("card"))
    if max(_meetings(diagram).values(), default=0) > 1:
        yield LegendEntry("junction", say("junction"))
    if any(node.kind is NodeKind.GROUP for node in diagram.nodes):
        yield LegendEntry("group", say("group"))


def _sides(diagram: Diagram, boxes: list[Node | Cell]) -> Iterator[LegendEntry]:
    shown = {box.side for box in boxes} if diagram.sides else set()
    for side, words in diagram.named_sides.items():
        if side in shown:
            yield LegendEntry("side", words, side)


def _marks(diagram: Diagram, boxes: list[Node | Cell], say: Say) -> Iterator[LegendEntry]:
    statuses = {box.status for box in boxes}
    for status in Status:
        if status in statuses:
            yield LegendEntry("status", say(status.value), status.value)
    changed = {box.change for box in boxes} | {edge.change for edge in diagram.edges}
    for change in Change:
        if change in changed:
            yield LegendEntry("change", say(change.value), change.value)
    found = {finding.severity for box in boxes if box.findings for finding in box.findings}
    for severity in _SEVERITIES:
        if severity in found:
            yield LegendEntry("finding", say(severity), severity)
    has_dots = any(box.strength is not None for box in boxes)
    has_lines = any(edge.strength is not None for edge in diagram.edges)
    if has_dots or has_lines:
        how = "both" if has_dots and has_lines else "dots" if has_dots else "lines"
        yield LegendEntry("strength", say(f"strength-{how}"), how)
    if any(node.hidden and node.kind is not NodeKind.GROUP for node in diagram.nodes):
        yield LegendEntry("hidden", say("hidden"))
