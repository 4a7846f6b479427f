"""Boxes and arrows for programs that lay out by themselves: their words and their colours, in no one's format.

Such programs know one text to a box and to an arrow. A card is one box whose premises are lines, and an arrow that
leads to or from a part of a card says which part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.language import Words
from argmap.render.colour import contrast
from argmap.render.looks import given_colour
from argmap.view import NodeKind
from argmap.view.remarks import deed_of, remarks, role_in_words, words_of, words_of_cell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.render.scene import Scene
    from argmap.view import Cell, Edge, Node


class ExportedLook(NamedTuple):
    """The colours of a box: its ground, its frame with the width of it in points, and its words."""

    fill: str
    line: str
    width: float
    ink: str


class Line(NamedTuple):
    """One text in a box, and how it is set: ``title``, ``strong``, ``text``, ``cell`` or ``small``."""

    sort: str
    text: str


def exported_look(node: Node, scene: Scene) -> ExportedLook:
    """Return the colours of a node by day."""
    colours = scene.theme.light
    if node.kind is NodeKind.JUNCTION:
        line = scene.theme.tone(node.acts).line if node.acts else colours.neutral.line
        return ExportedLook(line, line, 1.0, line)
    tone = scene.tone(node)
    fill, line, width = tone.tint, tone.line, 1.2
    if node.is_thesis:
        width = 2.4
        if not node.side:
            fill, line = colours.cell, colours.thesis
    fill = given_colour(node) or fill
    ink = max((colours.text, colours.on_tone), key=lambda colour: contrast(colour, fill))
    return ExportedLook(fill, line, width, ink)


def lines_of(node: Node, words: Words) -> Iterator[Line]:
    """Yield the texts in the box of a node, from top to bottom; none for a junction."""
    if node.kind is NodeKind.JUNCTION:
        return
    role = role_in_words(node.role, words)
    head = " ".join(part for part in (node.number, role, f"({node.side})" if node.side else "") if part)
    if head:
        yield Line("small", head)
    title, text = words_of(node, or_id=False)
    if title:
        yield Line("title", title)
    if text and not node.blocks:
        yield Line("strong" if node.is_thesis and not title else "text", text)
    for block in node.blocks:
        for cell in block.premises:
            yield _cell(cell, words)
        if block.rules or block.conclusion:
            yield Line("small", f"— {', '.join(block.rules) or words.say('picture.word.so')} —")
        if block.conclusion:
            yield _cell(block.conclusion, words)
    for remark in remarks(node, words):
        yield Line("small", remark)


def _cell(cell: Cell, words: Words) -> Line:
    told = remarks(cell, words)
    said = f" ({'; '.join(told)})" if told else ""
    return Line("cell", f"({cell.number}) {words_of_cell(cell)}{said}".rstrip())


def edge_words(edge: Edge, scene: Scene) -> str:
    """Return what an arrow does, with the numbers of the premises or steps that it ties; empty behind a junction."""
    if edge.starts_in_junction:
        return ""
    words = Words(scene.diagram.language)
    start = _part(scene.source(edge), edge.source_anchor, words)
    end = _part(scene.target(edge), edge.target_anchor, words)
    return " ".join(word for word in (start, deed_of(edge, words), end) if word)


def _part(node: Node, anchor: str | None, words: Words) -> str:
    for index, block in enumerate(node.blocks):
        if anchor == block.anchor:
            return words.say("picture.told.step", n=index + 1) if len(node.blocks) > 1 else ""
        for cell in block.cells:
            if anchor == cell.anchor:
                return f"({cell.number})"
    return ""
