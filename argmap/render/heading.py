"""What stands above the picture: its title, and the key to its signs."""

from __future__ import annotations

import math
from itertools import islice
from typing import TYPE_CHECKING

from argmap.render.boxes import node_is_from_right
from argmap.render.key_shapes import SHAPES, shape_tone
from argmap.render.looks import is_colour, steady
from argmap.render.marks import change_badge, finding_badge, hidden_chip, status_sample, strength_dots
from argmap.render.text_width import reads_from_right
from argmap.render.typesetting import (
    Piece,
    Text,
    broken_into_rows,
    cell,
    rows_of,
    set_text,
    side_by_side,
    table,
    words_cell,
)
from argmap.view import Change, EdgeKind, Status

if TYPE_CHECKING:
    from argmap.render.theme import Theme
    from argmap.view import Diagram, LegendEntry

SAMPLE_WIDTH = 42
"""The room for a sign in the key, in points, in type of the default size."""
LEGEND_WIDTH = 600.0
"""The longest row of the key, in points, in type of the default size."""


def heading(diagram: Diagram, theme: Theme) -> str:
    """Return the title of the picture with the key below it; empty when there is neither."""
    rows = []
    from_right = is_from_right(diagram)
    start = "right" if from_right else "left"
    if diagram.title:
        size = _heading_size(diagram, theme.title_size)
        title = set_text(diagram.title, size, theme.light.text, 34, theme.text_limit, bold=True)
        rows.append(words_cell(title, cellpadding=2, align=start))
    size = _heading_size(diagram, theme.small)
    told = filter(None, (diagram.judged, *diagram.notes))
    notes = (set_text(note, size, theme.light.muted, 70, theme.text_limit) for note in told)
    rows += [words_cell(note, cellpadding=2, align=start) for note in notes]
    for row in rows_of(_entries(diagram, theme), LEGEND_WIDTH * theme.scale, 0, from_right=from_right):
        rows += [row, cell("", height=theme.scaled(3))]
    return table([*rows, cell("", height=theme.scaled(9))]) if rows else ""


def is_from_right(diagram: Diagram) -> bool:
    """Return whether a picture is read from the right: its title is, or where it has none, its first main claim."""
    if diagram.title:
        return reads_from_right(diagram.title)
    return any(node_is_from_right(node) for node in islice((node for node in diagram.nodes if node.is_thesis), 1))


def entries_as_drawn(diagram: Diagram, theme: Theme) -> list[LegendEntry]:
    """Return the entries of the key in the order in which they stand: in rows from the left to the right."""
    if not is_from_right(diagram):
        return list(diagram.legend)
    entries = iter(diagram.legend)
    rows = broken_into_rows(_entries(diagram, theme), LEGEND_WIDTH * theme.scale, 0)
    return [entry for row in rows for entry in [*islice(entries, len(row))][::-1]]


def _entries(diagram: Diagram, theme: Theme) -> list[Piece]:
    size, from_right = _heading_size(diagram, theme.small), is_from_right(diagram)
    return [_entry(entry, diagram, size, theme, from_right=from_right) for entry in diagram.legend]


def _entry(entry: LegendEntry, diagram: Diagram, size: float, theme: Theme, *, from_right: bool) -> Piece:
    """Return one entry of the key: its sign and its words, which stay together."""
    sample = _sample(entry, diagram, theme)
    words = set_text(entry.words, size, theme.light.muted, 70, theme.title_limit)
    wide = math.ceil(words.width) + theme.scaled(16)
    told = words_cell(words, cellpadding=theme.scaled(4), width=wide, align="right" if from_right else "left")
    return Piece(side_by_side((sample.markup, told), from_right=from_right), sample.width + wide)


def _heading_size(diagram: Diagram, size: float) -> float:
    """Return a type size that goes with the picture: a large map is looked at from further away."""
    return size if len(diagram.nodes) <= 20 else size * 1.25


def _sample(entry: LegendEntry, diagram: Diagram, theme: Theme) -> Piece:
    """Return the sign that the key explains; lines of edges and shapes of nodes take its place later, in the SVG."""
    colours, which = theme.light, entry.side or ""
    if entry.sign == "status":
        return status_sample(Status(which), theme)
    if entry.sign == "change":
        return change_badge(Change(which), theme)
    if entry.sign == "finding":
        return finding_badge(which, "", theme)
    if entry.sign == "strength" and which != "lines":
        return strength_dots(0.6, theme)
    if entry.sign == "hidden":
        return hidden_chip(theme.word("more", n=1), theme)
    room = theme.scaled(SAMPLE_WIDTH)
    shape = ""
    if entry.sign in frozenset(EdgeKind):
        sign, colour = key_sign(EdgeKind(entry.sign), theme)
        shape = Text([sign], theme.size, colour, bold=True).markup(align="center")
    elif entry.sign in SHAPES:
        colour = shape_tone(entry.sign, diagram, theme).line
        shape = Text([SHAPES[entry.sign]], theme.size, colour, bold=True).markup(align="center")
    elif entry.sign == "side":
        tone = theme.side(diagram.sides.index(entry.side) if entry.side in diagram.sides else None)
        shape = _swatch(tone.line, tone.tint, theme)
    elif entry.sign == "card":
        width, bar, body = theme.scaled(22), theme.scaled(4), theme.scaled(6)
        inside = cell("", width=width, height=body, bgcolor=colours.cell)
        size = {"fixedsize": "true", "width": width + 2, "height": bar + body + 4}
        shape = table([cell("", width=width, height=bar), inside], bgcolor=colours.neutral.line, cellspacing=1, **size)
    elif entry.sign == "group":
        inner = _swatch(colours.neutral.line, colours.group, theme)
        look = {"border": 1, "style": "rounded", "color": colours.neutral.line}
        size = {"fixedsize": "true", "width": theme.scaled(28), "height": theme.scaled(16)}
        shape = table([cell(inner)], **look, **size)
    elif entry.sign == "colour":
        shape = _swatch(colours.neutral.line, steady(which, theme) if is_colour(which) else colours.page, theme)
    elif entry.sign == "strength":
        lines = [cell("", width=theme.scaled(24), height=high, bgcolor=colours.neutral.line) for high in (1, 4)]
        size = {"fixedsize": "true", "width": theme.scaled(26), "height": 12}
        shape = table([lines[0], cell("", height=2), lines[1]], **size)
    if entry.sign not in frozenset(EdgeKind):
        room = round(room * 0.7)
    return Piece(cell(shape, width=room, height=theme.scaled(17)), room)


def _swatch(line: str, ground: str, theme: Theme) -> str:
    """Return a small box with round corners."""
    look = {"color": line, "bgcolor": ground, "style": "rounded", "border": 1}
    return table([cell("")], fixedsize="true", width=theme.scaled(24), height=theme.scaled(12), **look)


def key_sign(kind: EdgeKind, theme: Theme) -> tuple[str, str]:
    """Return the text and the colour that stand in the key where the line of this kind is drawn."""
    return theme.strokes[kind].sign or "–", theme.tone(kind).line
