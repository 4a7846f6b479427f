"""What the page knows: each claim and argument that is drawn, what it does, and what is said about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.model.records import Argument, Citation
from argmap.render.typesetting import UNFIT
from argmap.view import EdgeKind, Finding, NodeKind
from argmap.wording import unstopped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.model.map import ArgumentMap
    from argmap.render.picture import Picture
    from argmap.view import Cell, Diagram, Edge, Node


class Link(NamedTuple):
    """One end of a relation: what is done, and the number of the item at the other end.

    The kinds are those of edges, and ``conclusion`` for what an argument infers on its way.
    """

    kind: str
    item: int


@dataclass(slots=True)
class Item:
    """A claim or an argument on the page; items are numbered from 0 and named by their numbers.

    Attributes:
        id: Its id in the map.
        kind: ``claim``, ``argument`` or ``group``.
        home: The item in whose box it is drawn; itself where it has a box of its own.
        up: What it bears on.
        down: What bears on it: the claims inside it first.
        is_open: Whether it is an objection that nothing speaks against.
        findings: What a checker says of it.
    """

    id: str
    kind: str
    title: str
    text: str
    home: int
    side: str = ""
    number: str = ""
    is_thesis: bool = False
    status: str = ""
    strength: float | None = None
    tags: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    scheme: str = ""
    questions: tuple[str, ...] = ()
    section: str = ""
    citations: tuple[Citation, ...] = ()
    is_open: bool = False
    findings: tuple[Finding, ...] = ()
    up: list[Link] = field(default_factory=list)
    down: list[Link] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What it is called where there is little room, and within a sentence: without a full stop at the end."""
        return unstopped(self.title or shortened(self.text) or self.id)


@dataclass(slots=True)
class Facts:
    """All items, and where the parts of the diagram are found among them.

    Attributes:
        items: The items, in the order of the diagram; a claim in a card comes after all boxes and cards.
        ends: For a node, or a node and the anchor of a cell or inference in it, its item.
        records: For an id of the map, its item.
        linked: The links that there are: from which item, of what kind, to which.
    """

    items: list[Item] = field(default_factory=list)
    ends: dict[tuple[str, str | None], int] = field(default_factory=dict)
    records: dict[str, int] = field(default_factory=dict)
    linked: set[tuple[int, str, int]] = field(default_factory=set)


def plain(text: str) -> str:
    """Return `text` without the characters that no page can hold."""
    return UNFIT.sub("", text)


def shortened(text: str, limit: int = 70) -> str:
    """Return the beginning of a text, to name it by."""
    text = " ".join(text[: limit * 4].split())
    return text if len(text) <= limit else f"{text[: limit - 2].rstrip()} …"


def severity_of(finding: Finding) -> str:
    """Return how grave a finding is, in one of the words that the page has for it."""
    return finding.severity if finding.severity in ("error", "warning") else "info"


def facts_of(picture: Picture) -> Facts:
    """Return what the page tells of the diagram of `picture`, and of its map where there is one. Linear.

    Example:
        >>> import argmap
        >>> from argmap.render.picture import Picture
        >>> from argmap.render.style import Style
        >>> from argmap.render.theme import DEFAULT
        >>> from argmap.view import diagram_of
        >>> m = argmap.ArgumentMap()
        >>> _ = m.rebut("The street is dry", m.claim("It rains"))
        >>> facts = facts_of(Picture(diagram_of(m), Style(), DEFAULT, map=m))
        >>> [(item.text, item.is_thesis, item.up, item.is_open) for item in facts.items][1]
        ('The street is dry', False, [Link(kind='attack', item=0)], True)
    """
    facts = Facts()
    diagram = picture.diagram
    for node in diagram.nodes:
        if node.kind is not NodeKind.JUNCTION:
            _add_node(facts, node)
    for housed in (True, False):  # those with a box or cell elsewhere are items of their own only where that is hidden
        for node in diagram.nodes:
            for cell in node.cells:
                if cell.is_elsewhere is not housed:
                    _add_cell(facts, node, cell)
    _link_cards(facts, diagram)
    _link_edges(facts, diagram)
    if picture.map is not None:
        _annotate(facts, picture.map)
    for item in facts.items:
        item.id = plain(item.id)
    return facts


def _add_node(facts: Facts, node: Node) -> None:
    index = len(facts.items)
    facts.ends[node.id, None] = index
    facts.records.setdefault(node.of, index)
    for block in node.blocks:
        facts.ends[node.id, block.anchor] = index
    facts.items.append(
        Item(
            node.of,
            node.kind.value,
            plain(node.title or ""),
            plain(node.text),
            index,
            side=plain(node.side or ""),
            number=plain(node.number),
            is_thesis=node.is_thesis,
            status=node.status.value if node.status else "",
            strength=node.strength,
            findings=node.findings,
            rules=tuple(plain(rule) for block in node.blocks for rule in block.rules),
        )
    )


def _add_cell(facts: Facts, node: Node, cell: Cell) -> None:
    place = node.id, cell.anchor
    index = facts.records.get(cell.claim)
    if index is None:
        index = len(facts.items)
        facts.records[cell.claim] = index
        facts.items.append(
            Item(
                cell.claim,
                "claim",
                plain(cell.title or ""),
                plain(cell.text),
                facts.ends[node.id, None],
                side=plain(cell.side or ""),
                number=f"({cell.number})",
                status=cell.status.value if cell.status else "",
                strength=cell.strength,
                findings=cell.findings,
            )
        )
    facts.ends[place] = index


def _link_cards(facts: Facts, diagram: Diagram) -> None:
    for node in diagram.nodes:
        for block in node.blocks:
            for cell in block.cells:
                kind = "conclusion" if cell is block.conclusion else EdgeKind.PREMISE.value
                _link(facts, kind, facts.ends[node.id, cell.anchor], facts.ends[node.id, None])


def _link_edges(facts: Facts, diagram: Diagram) -> None:
    first = {edge.target: edge for edge in diagram.edges if edge.ends_in_junction}
    second = {edge.source: edge for edge in diagram.edges if edge.starts_in_junction}

    def target_of(edge: Edge) -> int | None:
        if edge.ends_in_junction:
            there = second.get(edge.target)
            return None if there is None else target_of(there)
        if edge.target in first:  # it aims at an arrow, which is told of with what the arrow starts from
            return source_of(first[edge.target])
        return facts.ends.get((edge.target, edge.target_anchor), facts.ends.get((edge.target, None)))

    def source_of(edge: Edge) -> int | None:
        return facts.ends.get((edge.source, edge.source_anchor), facts.ends.get((edge.source, None)))

    for edge in diagram.edges:
        source, target = source_of(edge), target_of(edge)
        if edge.starts_in_junction or source is None or target is None:
            continue
        _link(facts, edge.kind.value, source, target)
        if edge.has_two_heads:
            _link(facts, edge.kind.value, target, source)


def _link(facts: Facts, kind: str, source: int, target: int) -> None:
    if source != target and (source, kind, target) not in facts.linked:
        facts.linked.add((source, kind, target))
        facts.items[source].up.append(Link(kind, target))
        facts.items[target].down.append(Link(kind, source))


def _annotate(facts: Facts, m: ArgumentMap) -> None:
    """Add what the map says beyond the diagram."""
    unanswered: set[str] = set()
    for record in m.unanswered():
        if isinstance(record, Argument) and record.id not in facts.records:  # folded: its premise stands for it
            unanswered.update(premise.id for premise in m.premises(record))
        unanswered.add(record.id)
    sections = {section.id: section.title for section in m.sections}
    for item in facts.items:
        found = m.get(item.id)
        if found is None or item.kind == NodeKind.GROUP.value:
            continue
        data = found.data
        item.tags = tuple(map(plain, found.tags))
        item.values = tuple(map(plain, m.values(found)))
        item.citations = m.citations(found)
        item.section = plain(sections.get(found.section or "", ""))
        item.status = item.status or _word(data, "status")
        item.strength = item.strength if item.strength is not None else _number(data, "strength", "weight")
        item.scheme = _word(data, "scheme").replace("_", " ")
        item.questions = tuple(plain(each) for each in (*_listed(data, "questions"), *_listed(data, "question")))
        item.is_open = found.id in unanswered
        item.side = item.side or plain(found.side or "")


def _word(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key)
    return plain(str(value)) if isinstance(value, str | int | float) else ""


def _listed(data: Mapping[str, Any], key: str) -> Iterator[str]:
    value = data.get(key)
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, str):
            yield each


def _number(data: Mapping[str, Any], *keys: str) -> float | None:
    for key in keys:
        value = data.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
            return float(value)
    return None
