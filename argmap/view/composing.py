"""From a map to the diagram of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.view.describing import description, with_legend
from argmap.view.diagram import ROLES, Block, Cell, Diagram, Edge, EdgeKind, Group, Node, NodeKind
from argmap.view.placing import Inference, Place, Placing, place
from argmap.view.view import View

if TYPE_CHECKING:
    from argmap.model.map import ArgumentMap
    from argmap.model.records import Argument, Claim, Section


def diagram_of(m: ArgumentMap, view: View | None = None) -> Diagram:
    """Return the diagram of `m`: every claim, every argument and every relation has a place in it. Linear.

    Args:
        m: The map.
        view: What to draw; without it, `View()`.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> late = m.claim("The school should start at nine")
        >>> _ = m.support([m.claim("Teenagers sleep late"), m.claim("Tired pupils do not learn")], late)
        >>> diagram = diagram_of(m)
        >>> [(node.id, str(node.kind), len(node.cells)) for node in diagram.nodes]
        [('C1', 'claim', 0), ('A1', 'argument', 2)]
        >>> [(edge.source, str(edge.kind), edge.target) for edge in diagram.edges]
        [('A1', 'support', 'C1')]
    """
    view = view or View()
    placing = place(m, fold=view.arrows)
    frames = _frames(m, view)
    edges = tuple(dict.fromkeys(_edges(m, placing)))
    nodes = _mark(_nodes(m, placing, frames), edges)
    titles = _side_titles(m)
    diagram = Diagram(
        m.title, "", nodes, edges, _groups(m, nodes, frames), tuple(titles), side_titles=tuple(titles.values())
    )
    return replace(with_legend(diagram), description=description(m, diagram))


def _nodes(m: ArgumentMap, placing: Placing, frames: dict[str, str]) -> list[Node]:
    claims = {claim.id: claim for claim in m.claims}
    nodes = []
    for claim in claims.values():
        if claim.id not in placing.homes:
            frame = frames.get(claim.section or "")
            role = _role(claim)
            nodes.append(
                Node(claim.id, NodeKind.CLAIM, claim.title, claim.text, side=claim.side, group=frame, role=role)
            )
    for argument in m.arguments:
        frame = frames.get(argument.section or "")
        folded = placing.folds.get(argument.id)
        if folded is None:
            blocks = _blocks(argument, placing, claims)
            side = argument.side or _common_side(blocks)
            card = Node(argument.id, NodeKind.ARGUMENT, argument.title, argument.text, blocks, side, group=frame)
            nodes.append(replace(card, role=_role(argument), qualifier=_qualifier(argument)))
        elif folded.has_junction:
            nodes.append(Node(argument.id, NodeKind.JUNCTION, group=frame))
    return nodes


def _blocks(argument: Argument, placing: Placing, claims: dict[str, Claim]) -> tuple[Block, ...]:
    number = 0

    def cell(name: str, anchor: str) -> Cell:
        nonlocal number
        number += 1
        claim = claims[name]
        is_elsewhere = placing.homes.get(name) != Place(argument.id, anchor)
        return Cell(anchor, name, claim.text, claim.title, number, claim.side, is_elsewhere, role=_role(claim))

    blocks = []
    inferences = placing.inferences[argument.id]
    before: str | None = None
    for index, inference in enumerate(inferences):
        premises = tuple(
            cell(premise, f"p{index}_{position}")
            for position, premise in enumerate(inference.premises)
            if premise != before  # the conclusion just drawn need not be listed again
        )
        before = inference.conclusion
        shown = index < len(inferences) - 1 or before in placing.concluding
        conclusion = cell(before, f"c{index}") if shown and before is not None else None
        rules = inference.rules
        if not rules and argument.scheme and index == len(inferences) - 1:
            rules = (_as_rule(argument.scheme),)  # a scheme is of the argument: of the step to its conclusion
        blocks.append(Block(f"i{index}", premises, conclusion, rules))
    return tuple(blocks)


def _role(record: Claim | Argument) -> str:
    """Return the part that the inline data ``role`` give it, if it is one of `ROLES`."""
    given = record.data.get("role")
    role = given.strip().capitalize() if isinstance(given, str) else ""
    return role if role in ROLES else ""


def _qualifier(argument: Argument) -> str:
    """Return what the inline data ``qualifier`` of an argument, or else of its last inference, say."""
    for data in (argument.data, *(step.data for step in argument.steps[-1:])):
        given = data.get("qualifier")
        if isinstance(given, str) and given.strip():
            return given
    return ""


def _as_rule(scheme: str) -> str:
    """Return the name of a scheme as it is read: ``practical_reasoning`` is Practical reasoning."""
    words = " ".join(scheme.replace("_", " ").split())
    return words[:1].upper() + words[1:]


def _common_side(blocks: tuple[Block, ...]) -> str | None:
    sides = {cell.side for block in blocks for cell in block.premises}
    return sides.pop() if len(sides) == 1 else None


def _edges(m: ArgumentMap, placing: Placing) -> list[Edge]:
    edges = []
    for argument in m.arguments:
        folded = placing.folds.get(argument.id)
        if folded is None:
            edges.extend(_card_edges(argument.id, placing.inferences[argument.id], placing))
            continue
        start = _start(folded.premise, placing)
        end = _end(folded.target, folded.step, placing)
        kind = EdgeKind(folded.kind)
        if folded.has_junction:
            point = argument.id
            edges.append(Edge(start.node, point, kind, start.anchor, ends_in_junction=True))
            edges.append(Edge(point, end.node, kind, None, end.anchor, starts_in_junction=True))
        else:
            edges.append(Edge(start.node, end.node, kind, start.anchor, end.anchor))
    two_way: dict[tuple[str, str, str], int] = {}  # (kind, source, target) of a relation -> its edge
    for relation in m.relations:
        if relation in placing.used:
            continue
        kind = EdgeKind(relation.kind)
        back = two_way.get((kind, relation.target, relation.source))
        if back is not None:
            start, end = placing.of(relation.target), placing.of(relation.source)
            edges[back] = Edge(start.node, end.node, kind, start.anchor, end.anchor, is_mutual=True)
            continue
        if kind in (EdgeKind.ATTACK, EdgeKind.SUPPORT):
            two_way[kind, relation.source, relation.target] = len(edges)
        source = relation.source
        start = placing.of(source) if kind.is_symmetric else _start(source, placing)
        end = _end(relation.target, relation.step, placing)
        edges.append(Edge(start.node, end.node, kind, start.anchor, end.anchor))
    return edges


def _card_edges(name: str, inferences: tuple[Inference, ...], placing: Placing) -> list[Edge]:
    """Return the edges to premises that live elsewhere, and to conclusions that do."""
    edges = []
    before: str | None = None
    for index, inference in enumerate(inferences):
        for position, premise in enumerate(inference.premises):
            home = placing.of(premise)
            if home.node != name and premise != before:
                edges.append(Edge(home.node, name, EdgeKind.PREMISE, home.anchor, f"p{index}_{position}"))
        before = inference.conclusion
        if before is None or before in placing.concluding:
            continue
        home = placing.of(before)
        is_last = index == len(inferences) - 1
        if home.node != name:
            edges.append(Edge(name, home.node, EdgeKind.SUPPORT, None if is_last else f"c{index}", home.anchor))
    return edges


def _start(item: str, placing: Placing) -> Place:
    home = placing.of(item)
    return Place(home.node) if item in placing.concluding else home


def _end(item: str, step: int | None, placing: Placing) -> Place:
    """Return where an edge to `item` ends: at a cell, at an inference, or at the node."""
    inferences = placing.inferences.get(item)
    if step is not None and inferences and step < len(inferences):
        return Place(item, f"i{step}")
    return placing.of(item)


_POLARITY = {
    EdgeKind.SUPPORT: EdgeKind.SUPPORT,
    EdgeKind.ENTAILS: EdgeKind.SUPPORT,
    EdgeKind.ATTACK: EdgeKind.ATTACK,
    EdgeKind.UNDERCUT: EdgeKind.UNDERCUT,
}


def _mark(nodes: list[Node], edges: tuple[Edge, ...]) -> tuple[Node, ...]:
    """Find the theses, and what each node does."""
    deeds: dict[str, set[EdgeKind]] = {}
    # What acts on something, if only as a part of an argument.
    busy = {cell.claim for node in nodes for cell in node.cells if cell.is_elsewhere}
    met: set[str] = set()  # something acts on it or contradicts it
    for edge in edges:
        if edge.kind.is_symmetric:
            met.update((edge.source, edge.target))
            continue
        if edge.is_mutual:
            met.add(edge.source)
            busy.add(edge.target)
        met.add(edge.target)
        busy.add(edge.source)
        if edge.kind in _POLARITY:
            deeds.setdefault(edge.source, set()).add(_POLARITY[edge.kind])
    alone = len(nodes) == 1
    marked = []
    for node in nodes:
        done = deeds.get(node.id, set())
        is_thesis = node.kind is NodeKind.CLAIM and node.id not in busy and (node.id in met or alone)
        marked.append(replace(node, is_thesis=is_thesis, acts=next(iter(done)) if len(done) == 1 else None))
    return tuple(marked)


def _frames(m: ArgumentMap, view: View) -> dict[str, str]:
    """Return, for each section, the section that is the innermost frame round it."""
    sections = {section.id: section for section in m.sections}
    deepest = max((section.level for section in sections.values()), default=0)

    def is_frame(section: Section) -> bool:
        wish = section.data.get("isGroup")
        return bool(wish) if isinstance(wish, bool) else section.level > deepest - view.group

    frames: dict[str, str] = {}
    for section in sections.values():  # a parent stands before its children
        if is_frame(section):
            frames[section.id] = section.id
        elif section.parent in frames:
            frames[section.id] = frames[section.parent]
    return frames


def _groups(m: ArgumentMap, nodes: tuple[Node, ...], frames: dict[str, str]) -> tuple[Group, ...]:
    """Return the frames that have something in them, outer ones first."""
    sections = {section.id: section for section in m.sections}
    wanted: set[str] = set()
    for node in nodes:
        name = node.group
        while name is not None and name not in wanted:
            wanted.add(name)
            name = frames.get(sections[name].parent or "")
    return tuple(
        Group(section.id, section.title, frames.get(section.parent or ""))
        for section in sections.values()
        if section.id in wanted
    )


def _side_titles(m: ArgumentMap) -> dict[str, str]:
    """Return the words for each side: the front matter may give a title for a name."""
    given = m.data.get("sides")
    titles = {side: side for side in m.sides}
    if isinstance(given, dict):
        for name, title in given.items():
            if isinstance(title, dict):
                title = title.get("title")
            if isinstance(title, str) and title and name in titles:
                titles[name] = title
    return titles
