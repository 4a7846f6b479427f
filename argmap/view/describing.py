"""A diagram in words: a description of the whole, and a sentence or two for each node.

People who do not see the picture read these; so they never rest on a colour or a place in the picture.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from argmap.model.status import Status
from argmap.view.diagram import Change, Diagram, EdgeKind, Node, NodeKind
from argmap.view.key import with_legend
from argmap.view.meeting import Meetings, first_of, short
from argmap.view.remarks import DEEDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.model.map import ArgumentMap
    from argmap.view.diagram import Cell, Finding

__all__ = ["description", "findings_in_words", "with_legend", "words_of_cells", "words_of_nodes"]

_DEEDS = DEEDS | {EdgeKind.PREMISE: "is a premise of"}
_COUNTED = {
    EdgeKind.SUPPORT: ("support", "supports"),
    EdgeKind.ENTAILS: ("entailment", "entailments"),
    EdgeKind.ATTACK: ("attack", "attacks"),
    EdgeKind.UNDERCUT: ("undercut", "undercuts"),
    EdgeKind.CONTRARY: ("contrary pair", "contrary pairs"),
    EdgeKind.CONTRADICTORY: ("contradiction", "contradictions"),
}
_KINDS = {
    NodeKind.CLAIM: "Claim",
    NodeKind.ARGUMENT: "Argument",
    NodeKind.GROUP: "Closed group",
    NodeKind.JUNCTION: "Inference",
    NodeKind.INFERENCE: "Inference",
    NodeKind.CONFLICT: "Conflict",
}
_CHANGES = {Change.ADDED: "was added", Change.REMOVED: "was removed", Change.CHANGED: "was changed"}
_SEVERITIES = {"error": "Error", "warning": "Warning", "info": "Remark"}


def description(m: ArgumentMap, diagram: Diagram) -> str:
    """Return what `diagram` shows in a few sentences: how much of what, the main claims, the sides, the notes."""
    claims, arguments = len(m.claims), len(m.arguments)
    counts = Counter(edge.kind for edge in diagram.edges if not edge.ends_in_junction)
    kinds = [
        f"{counts[kind]} {one if counts[kind] == 1 else many}" for kind, (one, many) in _COUNTED.items() if counts[kind]
    ]
    sentences = [f"An argument map of {_number(claims, 'claim')} and {_number(arguments, 'argument')}."]
    if kinds:
        sentences.append(f"It shows {_listing(kinds)}.")
    theses = [_name(node.title, node.text, node.of) for node in diagram.nodes if node.is_thesis]
    if theses:
        word = "Main claim" if len(theses) == 1 else "Main claims"
        sentences.append(f"{word}: {_first(theses)}.")
    if diagram.sides:
        sentences.append(f"Sides: {_first(diagram.named_sides.values())}.")
    sentences += [_with_stop(sentence) for sentence in (*_sums(diagram), *diagram.notes)]
    return " ".join(sentences)


def _sums(diagram: Diagram) -> Iterator[str]:
    """Yield how many claims and arguments stand or fall, what became of them, and what a checker says."""
    boxes: list[Node | Cell] = [*diagram.nodes, *(one for node in diagram.nodes for one in node.cells)]
    statuses = Counter(box.status for box in boxes if box.status)
    if statuses:
        yield _listing([f"{statuses[one]} {_are(statuses[one])} {one}" for one in Status if statuses[one]])
    changes = Counter(box.change for box in boxes if box.change)
    if changes:
        told = [f"{changes[one]} {_were(changes[one])} {one}" for one in Change if changes[one]]
        yield f"{_listing(told)} since the map it is compared with"
    found = Counter(_SEVERITIES.get(one.severity, "Remark").lower() for box in boxes for one in box.findings)
    if found:
        yield f"The checker has {_listing([_number(count, word) for word, count in sorted(found.items())])}"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _were(count: int) -> str:
    return "was" if count == 1 else "were"


def words_of_nodes(diagram: Diagram) -> dict[str, str]:
    """Return, for each node, what it is, what it says and what it does, in words. Linear.

    Example:
        >>> from argmap.view import Diagram, Edge, EdgeKind, Node, NodeKind
        >>> rain = Node("C1", NodeKind.CLAIM, text="It rains", side="dry")
        >>> wet = Node("C2", NodeKind.CLAIM, text="The street is wet", is_thesis=True)
        >>> told = words_of_nodes(Diagram(nodes=(rain, wet), edges=(Edge("C1", "C2", EdgeKind.SUPPORT),)))
        >>> told["C1"]
        'Claim, side dry: It rains. It supports: The street is wet.'
        >>> told["C2"]
        'Main claim: The street is wet. 1 support for it.'
    """
    meetings = _meetings(diagram)
    deeds, received = _doings(diagram, meetings, by_cell=False)
    groups = {group.id: group.title for group in diagram.groups}
    nothing: dict[EdgeKind, int] = {}
    return {
        node.id: _words_of(
            node,
            meetings,
            deeds.get((node.id, None), {}),
            received.get((node.id, None), nothing),
            groups.get(node.group or "", ""),
        )
        for node in diagram.nodes
    }


def words_of_cells(diagram: Diagram) -> dict[str, dict[str, str]]:
    """Return, for each node and each anchor of a claim in it, what the claim says and does, in words. Linear.

    Example:
        >>> from argmap.view import Block, Cell, Diagram, Node, NodeKind
        >>> card = Node("A1", NodeKind.ARGUMENT, blocks=(Block("i0", (Cell("p0", "C1", "It rains", None, 1),)),))
        >>> words_of_cells(Diagram(nodes=(card,)))
        {'A1': {'p0': 'Premise 1: It rains.'}}
    """
    told: dict[str, dict[str, str]] = {node.id: {} for node in diagram.nodes}
    if not any(node.blocks for node in diagram.nodes):
        return told
    deeds, received = _doings(diagram, _meetings(diagram), by_cell=True)
    nothing: dict[EdgeKind, int] = {}
    for node in diagram.nodes:
        for block in node.blocks:
            for one in block.cells:
                sentences = [_cell_sentence(one, is_conclusion=one is block.conclusion), *_mark_sentences(one, "It")]
                end = node.id, one.anchor
                sentences += _doing_sentences(deeds.get(end, {}), received.get(end, nothing))
                told[node.id][one.anchor] = " ".join([_with_stop(sentence) for sentence in sentences])
    return told


_End = tuple[str, str | None]


def _meetings(diagram: Diagram) -> Meetings:
    return Meetings.of(diagram, {node.id: _name(node.title, node.text, node.of) for node in diagram.nodes})


def _doings(
    diagram: Diagram, meetings: Meetings, *, by_cell: bool
) -> tuple[dict[_End, dict[EdgeKind, list[str]]], dict[_End, dict[EdgeKind, int]]]:
    """Return what each node does to what, and how often what is done to it; or the same for cells of cards.

    A junction is looked through: what an arrow with a junction on it does, it does to the end of the whole arrow.
    """
    names = meetings.names
    for node in diagram.nodes:
        for cell in node.cells if node.blocks else ():
            names[f"{node.id}\n{cell.anchor}"] = _name(cell.title, cell.text, cell.claim)

    def name_of(end: str, anchor: str | None) -> str:
        return (names.get(f"{end}\n{anchor}") if anchor else None) or names[end]

    second_halves = {edge.source: edge for edge in diagram.edges if edge.starts_in_junction}
    for edge in diagram.edges:
        if edge.ends_in_junction:
            there = second_halves[edge.target]
            reached = short(name_of(there.target, there.target_anchor))
            names[edge.target] = f"the step from {name_of(edge.source, edge.source_anchor)} to {reached}"
    deeds: dict[_End, dict[EdgeKind, list[str]]] = {}
    received: dict[_End, dict[EdgeKind, int]] = {}

    def note(kind: EdgeKind, start: _End, end: _End) -> None:
        reached = name_of(*end)
        if not by_cell:
            start, end = (start[0], None), (end[0], None)
        deeds.setdefault(start, {}).setdefault(kind, []).append(reached)
        counts = received.setdefault(end, {})
        counts[kind] = counts.get(kind, 0) + 1

    for edge in diagram.edges:
        start, end = (edge.source, edge.source_anchor), (edge.target, edge.target_anchor)
        done = meetings.deeds_of(edge)
        if done is not None:
            for kind, reached in done.items():
                deeds.setdefault(start, {}).setdefault(kind, []).append(reached)
        elif not edge.starts_in_junction:
            there = second_halves[edge.target] if edge.ends_in_junction else edge
            note(edge.kind, start, (there.target, there.target_anchor))
        if edge.is_mutual:
            note(edge.kind, end, start)
    return deeds, received


def _words_of(
    node: Node, meetings: Meetings, deeds: dict[EdgeKind, list[str]], received: dict[EdgeKind, int], group: str
) -> str:
    premises = meetings.premises.get(node.id, [])
    if node.kind is NodeKind.JUNCTION and not premises:
        return "The inference of an arrow, at which other arrows aim."
    what = _KINDS[node.kind]
    if node.is_thesis:
        what = "Main claim"
    head = f"{what} {node.number}" if node.number else what
    head = f"{head}, side {node.side}" if node.side else head
    if node.role:
        head = node.role if node.kind is NodeKind.INFERENCE else f"{node.role}. {head}"
    said = [part for part in (node.title, node.text) if part] or [meetings.names[node.id] if premises else node.of]
    sentences = [f"{head}: {' – '.join(said)}", *_mark_sentences(node, "It")]
    if premises:
        word = "Premise" if len(premises) == 1 else "Premises"
        sentences.append(f"{word}: {_first(premises)}")
    for block in node.blocks:
        for one in block.premises:
            sentences += [_cell_sentence(one), *_mark_sentences(one, f"Premise {one.number}")]
        if block.rules:
            sentences.append(f"Rule: {', '.join(block.rules)}")
        if block.conclusion:
            one = block.conclusion
            sentences += [_cell_sentence(one, is_conclusion=True), *_mark_sentences(one, f"Conclusion {one.number}")]
    sentences += _doing_sentences(deeds, received)
    if node.kind is NodeKind.INFERENCE and EdgeKind.PREMISE in received:
        sentences.append(f"It has {_number(received[EdgeKind.PREMISE], 'premise')}")
    if group:
        sentences.append(f"It is in the group: {group}")
    return " ".join([_with_stop(sentence) for sentence in sentences])


def _cell_sentence(one: Cell, *, is_conclusion: bool = False) -> str:
    what = "Conclusion" if is_conclusion else "Premise"
    return f"{what} {one.number}: {one.text or one.title or one.claim}"


def _mark_sentences(part: Node | Cell, subject: str) -> Iterator[str]:
    """Yield in words what the marks on a box or a cell say."""
    if part.status:
        yield f"{subject} is {part.status}"
    if part.strength is not None:
        yield f"{subject} has a strength of {part.strength:.2g} from 0 to 1"
    if part.change:
        yield f"{subject} {_CHANGES[part.change]}"
    yield from findings_in_words(part.findings)
    if isinstance(part, Node):
        if part.values:
            yield f"{subject} promotes: {_first(part.values)}"
        if part.tags:
            yield f"{subject} is tagged: {_first(part.tags)}"
        if part.hidden:
            what = f"{part.hidden} {'claim or argument' if part.hidden == 1 else 'claims and arguments'}"
            inside = part.kind is NodeKind.GROUP
            yield f"{what} {_are(part.hidden)} inside it" if inside else f"{what} {_are(part.hidden)} folded into it"


def findings_in_words(findings: tuple[Finding, ...]) -> list[str]:
    """Return what a checker says, each finding with a word for how grave it is.

    Example:
        >>> from argmap.view import Finding
        >>> findings_in_words((Finding("warning", "No source is given."),))
        ['Warning: No source is given.']
    """
    return [f"{_SEVERITIES.get(one.severity, 'Remark')}: {one.message}" for one in findings]


def _doing_sentences(deeds: dict[EdgeKind, list[str]], received: dict[EdgeKind, int]) -> Iterator[str]:
    for kind, names in deeds.items():
        yield f"It {_DEEDS[kind]}: {_first(names)}"
    for kind, (one, many) in _COUNTED.items() if received else ():
        if kind in received and not kind.is_symmetric:
            preposition = "for" if kind in (EdgeKind.SUPPORT, EdgeKind.ENTAILS) else "against"
            word = one if received[kind] == 1 else many
            yield f"{received[kind]} {word} {preposition} it"


def _name(title: str | None, text: str, otherwise: str) -> str:
    return short(title or text or otherwise)


def _number(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _first(names: Iterable[str]) -> str:
    names = list(names)
    return first_of(names, len(names))


def _listing(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _with_stop(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!", "…")) else f"{sentence}."
