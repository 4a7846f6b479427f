"""What is drawn of one reason, with what is said to it, before it is drawn: cards, boxes and arrows in one piece."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.view import NodeKind, View, diagram_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from argmap.classroom.lesson.points import Point
    from argmap.model import ArgumentMap
    from argmap.view import Diagram, Node


def reason_diagram(m: ArgumentMap, reason: Point) -> Diagram:
    """Return the diagram of a reason with what is said to it, without what it is a reason for: the heading says that.

    What it is for stays where something speaks against the step to it and would have nothing to aim at otherwise.

    Args:
        m: The map that the reason is in.
        reason: The reason.

    Example:
        >>> import argmap
        >>> from argmap.classroom.lesson.points import debate_of
        >>> m = argmap.ArgumentMap("Rain")
        >>> wet = m.claim("The street is wet")
        >>> rain = m.support("It rained", wet)
        >>> without = reason_diagram(m, debate_of(m).theses[0].below[0])
        >>> _ = m.undercut("Somebody washed it", rain)
        >>> aimed_at = reason_diagram(m, debate_of(m).theses[0].below[0])
        >>> [[node.text for node in made.nodes if node.text] for made in (without, aimed_at)]
        [['It rained'], ['The street is wet', 'It rained', 'Somebody washed it']]
    """
    part = m.subgraph({name for point in reason.walk() for name in point.ids})
    drawn = _diagram(part, [reason.target] if reason.target in part else [])
    if not _is_in_one_piece(drawn):
        drawn = _diagram(part, [])
    return _boxed(_plain(drawn, reason))


def whole_diagram(m: ArgumentMap) -> Diagram:
    """Return the diagram of a map as it is drawn on paper: without its title and its key, which stand above it."""
    return _boxed(_diagram(m, []))


def shortened_to_gists(diagram: Diagram, names: Collection[str]) -> Diagram:
    """Return a diagram in which some arguments have their gist in place of their premises, where they have one.

    Args:
        diagram: The diagram.
        names: The ids of the arguments.
    """
    short = {node.id for node in diagram.nodes if node.of in names and node.text and node.blocks}
    nodes = tuple(replace(node, blocks=()) if node.id in short else node for node in diagram.nodes)
    return _without_anchors(replace(diagram, nodes=nodes), short)


def _diagram(part: ArgumentMap, leave_out: list[str]) -> Diagram:
    diagram = diagram_of(part, View.of(part, group=0, exclude=leave_out))
    nodes = tuple(replace(node, group=None) for node in diagram.nodes)
    return replace(diagram, title="", legend=(), notes=(), groups=(), nodes=nodes)


def _is_in_one_piece(diagram: Diagram) -> bool:
    beside: dict[str, list[str]] = {node.id: [] for node in diagram.nodes}
    for edge in diagram.edges:
        beside[edge.source].append(edge.target)
        beside[edge.target].append(edge.source)
    waiting = list(beside)[:1]
    reached = set(waiting)
    while waiting:
        found = set(beside[waiting.pop()]) - reached
        reached |= found
        waiting += found
    return len(reached) == len(beside)


def _plain(diagram: Diagram, reason: Point) -> Diagram:
    """Return a diagram without the names of schemes, and without what a card of the reason concludes.

    Where something speaks against the step to it, it stays, so that the arrow has something to aim at.
    """
    aims = {(edge.target, edge.target_anchor) for edge in diagram.edges}
    nodes = []
    for node in diagram.nodes:
        blocks = tuple(replace(block, rules=()) if block.conclusion else block for block in node.blocks)
        if blocks and node.of == reason.id and (node.id, blocks[-1].anchor) not in aims:
            blocks = (*blocks[:-1], replace(blocks[-1], conclusion=None, rules=()))
        elif blocks and (node.id, blocks[-1].anchor) not in aims:
            blocks = (*blocks[:-1], replace(blocks[-1], rules=()))
        nodes.append(replace(node, blocks=blocks))
    return replace(diagram, nodes=tuple(nodes))


def _boxed(diagram: Diagram) -> Diagram:
    """Return a diagram in which a card without a title that holds one claim is a box with that claim."""

    def is_bare(node: Node) -> bool:
        return node.kind is NodeKind.ARGUMENT and not (node.title or node.text) and len(node.cells) == 1

    bare = {node.id: node.cells[0] for node in diagram.nodes if is_bare(node)}
    nodes = [
        replace(
            node,
            kind=NodeKind.CLAIM,
            title=bare[node.id].title,
            text=bare[node.id].text,
            ranges=bare[node.id].ranges,
            blocks=(),
        )
        if node.id in bare
        else node
        for node in diagram.nodes
    ]
    return _without_anchors(replace(diagram, nodes=tuple(nodes)), bare)


def _without_anchors(diagram: Diagram, names: Collection[str]) -> Diagram:
    """Return a diagram whose arrows aim at some nodes as a whole."""
    edges = tuple(
        replace(
            edge,
            source_anchor=None if edge.source in names else edge.source_anchor,
            target_anchor=None if edge.target in names else edge.target_anchor,
        )
        for edge in diagram.edges
    )
    return replace(diagram, edges=edges)
