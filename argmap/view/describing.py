"""A diagram in words: a description of the whole, and a sentence or two for each node.

People who do not see the picture read these; so they never rest on a colour or a place in the picture.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from argmap.language import Words
from argmap.model.status import Status
from argmap.view.diagram import Change, Diagram, EdgeKind, Node, NodeKind
from argmap.view.key import with_legend
from argmap.view.meeting import Meetings, first_of, short
from argmap.view.remarks import role_in_words
from argmap.wording import unstopped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.model.map import ArgumentMap
    from argmap.view.diagram import Cell, Finding

__all__ = ["description", "findings_in_words", "with_legend", "words_of_cells", "words_of_nodes"]

_SEVERITIES = ("error", "info", "warning")
_ENDS = (".", "?", "!", "…", "。", "？", "！", "؟")


def description(m: ArgumentMap, diagram: Diagram) -> str:
    """Return what `diagram` shows in a few sentences: how much of what, the main claims, the sides, the notes."""
    words = Words(diagram.language)
    counts = Counter(edge.kind for edge in diagram.edges if not edge.ends_in_junction)
    kinds = [words.say(f"picture.count.{kind}", n=counts[kind]) for kind in EdgeKind if _is_counted(kind, counts)]
    claims, arguments = (
        words.say(f"picture.count.{what}", n=len(found))
        for what, found in (("claim", m.claims), ("argument", m.arguments))
    )
    sentences = [words.say("picture.summary", claims=claims, arguments=arguments)]
    if kinds:
        sentences.append(words.say("picture.shows", what=_listing(kinds, words)))
    theses = [_name(node.title, node.text, node.of) for node in diagram.nodes if node.is_thesis]
    if theses:
        sentences.append(words.say("picture.theses", n=len(theses), names=_first(theses, words)))
    if diagram.sides:
        sides = map(unstopped, diagram.named_sides.values())
        sentences.append(words.say("picture.sides", names=_first(sides, words)))
    sentences += [*_sums(diagram, words), *filter(None, [diagram.judged]), *diagram.notes]
    return " ".join([_with_stop(sentence) for sentence in sentences])


def _is_counted(kind: EdgeKind, counts: Mapping[EdgeKind, int]) -> bool:
    return kind is not EdgeKind.PREMISE and counts.get(kind, 0) > 0


def _sums(diagram: Diagram, words: Words) -> Iterator[str]:
    """Yield how many claims and arguments stand or fall, what became of them, and what a checker says."""
    boxes: list[Node | Cell] = [*diagram.nodes, *(one for node in diagram.nodes for one in node.cells)]
    statuses = Counter(box.status for box in boxes if box.status)
    if statuses:
        yield _listing([words.say(f"picture.sum.{one}", n=statuses[one]) for one in Status if statuses[one]], words)
    changes = Counter(box.change for box in boxes if box.change)
    if changes:
        told = [words.say(f"picture.sum.{one}", n=changes[one]) for one in Change if changes[one]]
        yield words.say("picture.since", what=_listing(told, words))
    found = Counter(_severity(one) for box in boxes for one in box.findings)
    if found:
        told = [words.say(f"picture.count.{one}", n=found[one]) for one in _SEVERITIES if found[one]]
        yield words.say("picture.checked", what=_listing(told, words))


def _severity(one: Finding) -> str:
    return one.severity if one.severity in _SEVERITIES else "info"


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
    words = Words(diagram.language)
    deeds, received = _doings(diagram, _meetings(diagram), by_cell=True)
    nothing: dict[EdgeKind, int] = {}
    for node in diagram.nodes:
        for block in node.blocks:
            for one in block.cells:
                sentences = [_cell_sentence(one, words, is_conclusion=one is block.conclusion)]
                sentences += _mark_sentences(one, words.say("picture.it"), words)
                end = node.id, one.anchor
                sentences += _doing_sentences(deeds.get(end, {}), received.get(end, nothing), words)
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
            start_name = name_of(edge.source, edge.source_anchor)
            names[edge.target] = meetings.words.say("picture.step", start=start_name, end=reached)
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
    words, premises = meetings.words, meetings.premises.get(node.id, [])
    if node.kind is NodeKind.JUNCTION and not premises:
        return words.say("picture.junction")
    what = words.say("picture.thesis" if node.is_thesis else f"picture.kind.{node.kind}")
    head = f"{what} {node.number}" if node.number else what
    head = words.say("picture.of-side", what=head, side=node.side) if node.side else head
    if node.role:
        role = role_in_words(node.role, words)
        head = role if node.kind is NodeKind.INFERENCE else f"{role}. {head}"
    said = [part for part in (node.title, node.text) if part] or [meetings.names[node.id] if premises else node.of]
    it = words.say("picture.it")
    sentences = [words.say("picture.says", what=head, text=" – ".join(said)), *_mark_sentences(node, it, words)]
    if premises:
        sentences.append(words.say("picture.premises", n=len(premises), names=_first(premises, words)))
    for block in node.blocks:
        for one in block.premises:
            named = words.say("picture.premise", number=one.number)
            sentences += [_cell_sentence(one, words), *_mark_sentences(one, named, words)]
        if block.rules:
            sentences.append(words.say("picture.rule", names=", ".join(block.rules)))
        if block.conclusion:
            one = block.conclusion
            named = words.say("picture.conclusion", number=one.number)
            sentences += [_cell_sentence(one, words, is_conclusion=True), *_mark_sentences(one, named, words)]
    sentences += _doing_sentences(deeds, received, words)
    if node.kind is NodeKind.INFERENCE and EdgeKind.PREMISE in received:
        count = received[EdgeKind.PREMISE]
        sentences.append(words.say("picture.has", what=words.say("picture.count.premise", n=count)))
    if group:
        sentences.append(words.say("picture.in-group", name=group))
    return " ".join([_with_stop(sentence) for sentence in sentences])


def _cell_sentence(one: Cell, words: Words, *, is_conclusion: bool = False) -> str:
    what = words.say("picture.conclusion" if is_conclusion else "picture.premise", number=one.number)
    return words.say("picture.says", what=what, text=one.text or one.title or one.claim)


def _mark_sentences(part: Node | Cell, subject: str, words: Words) -> Iterator[str]:
    """Yield in words what the marks on a box or a cell say."""
    if part.status:
        yield words.say(f"picture.mark.{part.status}", it=subject)
    if part.strength is not None:
        yield words.say("picture.mark.strength", it=subject, strength=f"{part.strength:.2g}")
    if part.change:
        yield words.say(f"picture.mark.{part.change}", it=subject)
    yield from findings_in_words(part.findings, words)
    if isinstance(part, Node):
        if part.values:
            yield words.say("picture.mark.values", it=subject, names=_first(part.values, words))
        if part.tags:
            yield words.say("picture.mark.tags", it=subject, names=_first(part.tags, words))
        if part.hidden:
            yield words.say(f"picture.{'inside' if part.kind is NodeKind.GROUP else 'folded'}", n=part.hidden)


def findings_in_words(findings: tuple[Finding, ...], words: Words) -> list[str]:
    """Return what a checker says, each finding with a word for how grave it is.

    Example:
        >>> from argmap.view import Finding
        >>> findings_in_words((Finding("warning", "No source is given."),), Words("en"))
        ['Warning: No source is given.']
    """
    return [
        words.say("picture.says", what=words.say(f"picture.kind.{_severity(one)}"), text=one.message)
        for one in findings
    ]


def _doing_sentences(deeds: dict[EdgeKind, list[str]], received: dict[EdgeKind, int], words: Words) -> Iterator[str]:
    for kind, names in deeds.items():
        yield words.say(f"picture.deed.{kind}", names=_first(names, words))
    for kind in EdgeKind if received else ():
        if _is_counted(kind, received) and not kind.is_symmetric:
            yield words.say(f"picture.received.{kind}", n=received[kind])


def _name(title: str | None, text: str, otherwise: str) -> str:
    return unstopped(short(title or text or otherwise))


def _first(names: Iterable[str], words: Words) -> str:
    names = list(names)
    return first_of(names, len(names), words)


def _listing(parts: list[str], words: Words) -> str:
    *first, last = parts
    return words.say("picture.and", first=", ".join(first), last=last) if first else last


def _with_stop(sentence: str) -> str:
    return sentence if sentence.endswith(_ENDS) else f"{sentence}."
