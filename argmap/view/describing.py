"""A diagram in words: its key, a description of the whole, and a sentence or two for each node.

People who do not see the picture read these; so they never rest on a colour or a place in the picture.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.view.diagram import Diagram, EdgeKind, LegendEntry, NodeKind
from argmap.view.meeting import Meetings, first_of, short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.model.map import ArgumentMap
    from argmap.view.diagram import Cell, Node

_KEY = {
    EdgeKind.SUPPORT: "supports",
    EdgeKind.ENTAILS: "entails",
    EdgeKind.ATTACK: "attacks",
    EdgeKind.UNDERCUT: "undercuts the inference",
    EdgeKind.CONTRARY: "cannot both be true",
    EdgeKind.CONTRADICTORY: "exactly one is true",
    EdgeKind.PREMISE: "is a premise",
}
_MUTUAL = {EdgeKind.SUPPORT: "support each other", EdgeKind.ATTACK: "attack each other"}
_DEEDS = {
    EdgeKind.SUPPORT: "supports",
    EdgeKind.ENTAILS: "entails",
    EdgeKind.ATTACK: "attacks",
    EdgeKind.UNDERCUT: "undercuts",
    EdgeKind.CONTRARY: "is contrary to",
    EdgeKind.CONTRADICTORY: "contradicts",
    EdgeKind.PREMISE: "is a premise of",
}
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


def with_legend(diagram: Diagram) -> Diagram:
    """Return `diagram` with a key to what occurs in it: kinds of edges, then cards, then sides.

    Example:
        >>> from argmap.view import Diagram, Edge, EdgeKind, Node, NodeKind
        >>> nodes = Node("C1", NodeKind.CLAIM), Node("C2", NodeKind.CLAIM)
        >>> [
        ...     entry.words
        ...     for entry in with_legend(Diagram(nodes=nodes, edges=(Edge("C1", "C2", EdgeKind.SUPPORT),))).legend
        ... ]
        ['supports']
    """
    titles = dict(zip(diagram.sides, diagram.side_titles, strict=False))
    kinds = {node.id: node.kind for node in diagram.nodes}
    joined = Counter(
        edge.target for edge in diagram.edges if edge.kind is EdgeKind.PREMISE and kinds[edge.target].is_meeting
    )
    present = {
        (edge.kind, edge.is_mutual)
        for edge in diagram.edges
        if edge.target not in joined or edge.kind is not EdgeKind.PREMISE
    }
    entries = []
    for kind in EdgeKind:
        if (kind, False) in present:
            entries.append(LegendEntry(kind.value, _KEY[kind]))
        if (kind, True) in present:
            entries.append(LegendEntry(kind.value, _MUTUAL[kind], is_mutual=True))
    if any(len(block.premises) > 1 for node in diagram.nodes for block in node.blocks):
        entries.append(LegendEntry("card", "one argument: its numbered premises stand together"))
    if max(joined.values(), default=0) > 1:
        entries.append(LegendEntry("junction", "one argument: its premises meet in a point"))
    shown = {node.side for node in diagram.nodes} | {cell.side for node in diagram.nodes for cell in node.cells}
    entries += [
        LegendEntry("side", f"{side}: {title}" if (title := titles.get(side, side)) != side else side, side)
        for side in diagram.sides
        if side in shown
    ]
    return replace(diagram, legend=tuple(entries))


def description(m: ArgumentMap, diagram: Diagram) -> str:
    """Return what `diagram` shows in a few sentences: how much of what, the main claims, the sides."""
    claims, arguments = len(m.claims), len(m.arguments)
    counts = Counter(edge.kind for edge in diagram.edges if not edge.ends_in_junction)
    kinds = [
        f"{counts[kind]} {one if counts[kind] == 1 else many}" for kind, (one, many) in _COUNTED.items() if counts[kind]
    ]
    sentences = [f"An argument map of {_number(claims, 'claim')} and {_number(arguments, 'argument')}."]
    if kinds:
        sentences.append(f"It shows {_listing(kinds)}.")
    theses = [_name(node.title, node.text, node.id) for node in diagram.nodes if node.is_thesis]
    if theses:
        word = "Main claim" if len(theses) == 1 else "Main claims"
        sentences.append(f"{word}: {_first(theses)}.")
    if diagram.sides:
        sentences.append(f"Sides: {_first(diagram.sides)}.")
    return " ".join(sentences)


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
    return {
        node.id: _words_of(node, meetings, deeds.get((node.id, None), {}), received.get((node.id, None), Counter()))
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
    deeds, received = _doings(diagram, _meetings(diagram), by_cell=True)
    told: dict[str, dict[str, str]] = {node.id: {} for node in diagram.nodes}
    for node in diagram.nodes:
        for block in node.blocks:
            for one in block.cells:
                sentences = [_cell_sentence(one, is_conclusion=one is block.conclusion)]
                end = node.id, one.anchor
                sentences += _doing_sentences(deeds.get(end, {}), received.get(end, Counter()))
                told[node.id][one.anchor] = " ".join(_with_stop(sentence) for sentence in sentences)
    return told


_End = tuple[str, str | None]


def _meetings(diagram: Diagram) -> Meetings:
    return Meetings.of(diagram, {node.id: _name(node.title, node.text, node.id) for node in diagram.nodes})


def _doings(
    diagram: Diagram, meetings: Meetings, *, by_cell: bool
) -> tuple[dict[_End, dict[EdgeKind, list[str]]], dict[_End, Counter[EdgeKind]]]:
    """Return what each node does to what, and how often what is done to it; or the same for cells of cards.

    A junction is looked through: what an arrow with a junction on it does, it does to the end of the whole arrow.
    """
    names = meetings.names
    for node in diagram.nodes:
        for cell in node.cells:
            names[f"{node.id}\n{cell.anchor}"] = _name(cell.title, cell.text, cell.claim)

    def name_of(end: str, anchor: str | None) -> str:
        return names.get(f"{end}\n{anchor}") or names[end]

    second_halves = {edge.source: edge for edge in diagram.edges if edge.starts_in_junction}
    for edge in diagram.edges:
        if edge.ends_in_junction:
            there = second_halves[edge.target]
            reached = short(name_of(there.target, there.target_anchor))
            names[edge.target] = f"the step from {name_of(edge.source, edge.source_anchor)} to {reached}"
    deeds: dict[_End, dict[EdgeKind, list[str]]] = {}
    received: dict[_End, Counter[EdgeKind]] = {}

    def note(kind: EdgeKind, start: _End, end: _End) -> None:
        reached = name_of(*end)
        if not by_cell:
            start, end = (start[0], None), (end[0], None)
        deeds.setdefault(start, {}).setdefault(kind, []).append(reached)
        received.setdefault(end, Counter())[kind] += 1

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


def _words_of(node: Node, meetings: Meetings, deeds: dict[EdgeKind, list[str]], received: Counter[EdgeKind]) -> str:
    premises = meetings.premises.get(node.id, [])
    if node.kind is NodeKind.JUNCTION and not premises:
        return "The inference of an arrow, at which other arrows aim."
    what = _KINDS[node.kind]
    if node.is_thesis:
        what = "Main claim"
    head = f"{what}, side {node.side}" if node.side else what
    if node.role:
        head = node.role if node.kind is NodeKind.INFERENCE else f"{node.role}. {head}"
    said = [part for part in (node.title, node.text) if part] or [meetings.names[node.id] if premises else node.id]
    sentences = [f"{head}: {' – '.join(said)}"]
    if premises:
        word = "Premise" if len(premises) == 1 else "Premises"
        sentences.append(f"{word}: {_first(premises)}")
    for block in node.blocks:
        sentences += [_cell_sentence(one) for one in block.premises]
        if block.rules:
            sentences.append(f"Rule: {', '.join(block.rules)}")
        if block.conclusion:
            sentences.append(_cell_sentence(block.conclusion, is_conclusion=True))
    sentences += _doing_sentences(deeds, received)
    return " ".join(_with_stop(sentence) for sentence in sentences)


def _cell_sentence(one: Cell, *, is_conclusion: bool = False) -> str:
    what = "Conclusion" if is_conclusion else "Premise"
    return f"{what} {one.number}: {one.text or one.title or one.claim}"


def _doing_sentences(deeds: dict[EdgeKind, list[str]], received: Counter[EdgeKind]) -> Iterator[str]:
    for kind, names in deeds.items():
        yield f"It {_DEEDS[kind]}: {_first(names)}"
    for kind, (one, many) in _COUNTED.items():
        if received[kind] and not kind.is_symmetric:
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
