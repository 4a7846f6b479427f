"""What stands above the picture: its title, and the key to its signs."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from argmap.render.labels import Text, cell, set_text, table, words_cell
from argmap.view import EdgeKind

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
    if diagram.title:
        title = set_text(
            diagram.title, _heading_size(diagram, theme.title_size), theme.light.text, 34, theme.title_limit, bold=True
        )
        rows.append(words_cell(title, cellpadding=2))
    height = theme.scaled(17)
    packed: list[str] = []
    used = 0.0
    for entry in diagram.legend:
        sample = _sample(entry, diagram, theme)
        words = set_text(entry.words, _heading_size(diagram, theme.small), theme.light.muted, 70, theme.title_limit)
        room = theme.scaled(SAMPLE_WIDTH) * (1 if entry.sign in frozenset(EdgeKind) else 0.7)
        gap = theme.scaled(16)
        wide = room + words.width + gap
        if packed and used + wide > LEGEND_WIDTH * theme.scale:
            rows.append(_key_row(packed, used, height))
            packed, used = [], 0.0
        packed.append(cell(sample, width=room, height=height))
        packed.append(words_cell(words, cellpadding=theme.scaled(4), width=math.ceil(words.width) + gap))
        used += wide
    if packed:
        rows.append(_key_row(packed, used, height))
    return table([*rows, cell("", height=theme.scaled(12))]) if rows else ""


def _heading_size(diagram: Diagram, size: float) -> float:
    """Return a type size that goes with the picture: a large map is looked at from further away."""
    return size if len(diagram.nodes) <= 20 else size * 1.25


def _key_row(cells: list[str], width: float, height: int) -> str:
    # Tables grow to fill their cell unless their size is fixed; the key should not spread under a long title.
    return cell(
        table(["".join(cells)], fixedsize="true", width=math.ceil(width), height=height, align="left"), align="left"
    )


def _sample(entry: LegendEntry, diagram: Diagram, theme: Theme) -> str:
    """Return the sign that the key explains; the lines of edges are drawn beside it later, in the SVG."""
    if entry.sign == "side":
        tone = theme.side(diagram.sides.index(entry.side) if entry.side in diagram.sides else None)
        look = {"border": 1, "color": tone.line, "bgcolor": tone.tint, "style": "rounded"}
        return table([cell("")], fixedsize="true", width=theme.scaled(24), height=theme.scaled(12), **look)
    if entry.sign == "card":
        tone = theme.light.neutral
        width, bar, body = theme.scaled(22), theme.scaled(4), theme.scaled(6)
        inside = cell("", width=width, height=body, bgcolor=theme.light.cell)
        size = {"fixedsize": "true", "width": width + 2, "height": bar + body + 4}
        return table([cell("", width=width, height=bar), inside], bgcolor=tone.line, cellspacing=1, **size)
    sign, colour = key_sign(EdgeKind(entry.sign), theme)
    return Text([sign], theme.size, colour, bold=True).markup(align="center")


def key_sign(kind: EdgeKind, theme: Theme) -> tuple[str, str]:
    """Return the text and the colour that stand in the key where the line of this kind is drawn."""
    return theme.strokes[kind].sign or "–", theme.tone(kind).line
