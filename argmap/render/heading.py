"""What stands above the picture: its title, and the key to its signs."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from argmap.render.key_shapes import SHAPES, shape_tone
from argmap.render.labels import Text, cell, set_text, table, words_cell
from argmap.view import EdgeKind

if TYPE_CHECKING:
    from argmap.render.theme import Theme
    from argmap.view import Diagram, LegendEntry

SAMPLE_WIDTH = 42
"""The room for a sign in the key, in points."""
LEGEND_WIDTH = 600.0
"""The longest row of the key, in points."""


def heading(diagram: Diagram, theme: Theme) -> str:
    """Return the title of the picture with the key below it; empty when there is neither."""
    rows = []
    if diagram.title:
        title = set_text(
            diagram.title, _heading_size(diagram, theme.title_size), theme.light.text, 34, theme.title_limit, bold=True
        )
        rows.append(words_cell(title, cellpadding=2))
    packed: list[str] = []
    used = 0.0
    for entry in diagram.legend:
        sample = _sample(entry, diagram, theme)
        words = set_text(entry.words, _heading_size(diagram, theme.small), theme.light.muted, 70, theme.title_limit)
        room = SAMPLE_WIDTH if entry.sign in frozenset(EdgeKind) else SAMPLE_WIDTH * 0.7
        wide = room + words.width + 16
        if packed and used + wide > LEGEND_WIDTH:
            rows.append(_key_row(packed, used))
            packed, used = [], 0.0
        packed.append(cell(sample, width=room, height=17))
        packed.append(words_cell(words, cellpadding=4, width=math.ceil(words.width) + 16))
        used += wide
    if packed:
        rows.append(_key_row(packed, used))
    return table([*rows, cell("", height=12)]) if rows else ""


def _heading_size(diagram: Diagram, size: float) -> float:
    """Return a type size that goes with the picture: a large map is looked at from further away."""
    return size if len(diagram.nodes) <= 20 else size * 1.25


def _key_row(cells: list[str], width: float) -> str:
    # Tables grow to fill their cell unless their size is fixed; the key should not spread under a long title.
    return cell(
        table(["".join(cells)], fixedsize="true", width=math.ceil(width), height=17, align="left"), align="left"
    )


def _sample(entry: LegendEntry, diagram: Diagram, theme: Theme) -> str:
    """Return the sign that the key explains; lines of edges and shapes of nodes take its place later, in the SVG."""
    if entry.sign == "side":
        tone = theme.side(diagram.sides.index(entry.side) if entry.side in diagram.sides else None)
        look = {"border": 1, "color": tone.line, "bgcolor": tone.tint, "style": "rounded"}
        return table([cell("")], fixedsize="true", width=24, height=12, **look)
    if entry.sign == "card":
        tone = theme.light.neutral
        inside = cell("", width=22, height=6, bgcolor=theme.light.cell)
        size = {"fixedsize": "true", "width": 24, "height": 14}
        return table([cell("", width=22, height=4), inside], bgcolor=tone.line, cellspacing=1, **size)
    if entry.sign in SHAPES:
        shape, colour = SHAPES[entry.sign], shape_tone(entry.sign, diagram, theme).line
        return Text([shape], theme.size, colour, bold=True).markup(align="center")
    sign, colour = key_sign(EdgeKind(entry.sign), theme)
    return Text([sign], theme.size, colour, bold=True).markup(align="center")


def key_sign(kind: EdgeKind, theme: Theme) -> tuple[str, str]:
    """Return the text and the colour that stand in the key where the line of this kind is drawn."""
    return theme.strokes[kind].sign or "–", theme.tone(kind).line
