"""The insides of boxes, as Graphviz's HTML-like labels: their words, and the marks round them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from argmap.render.looks import Look, is_colour, look_of
from argmap.render.marks import foot_of, head_of, status_sign
from argmap.render.text_width import reads_from_right
from argmap.render.typesetting import Text, cell, rows_of, set_text, side_by_side, table
from argmap.view.remarks import words_of, words_of_cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.model.records import Range
    from argmap.render.theme import Theme, Tone
    from argmap.view import Node

GAP = 4
"""Between the marks in a row, in points, in type of the default size."""
_ROWS = 8
_HEAD = 8  # the room for an arrow head at the side of a box, in points, in type of the default size


def claim_label(node: Node, theme: Theme, tone: Tone, *, text_size: float | None = None) -> str:
    """Return the label of a box: its number, side and badges, its title in bold, its text, then its other marks.

    Args:
        node: What is drawn.
        theme: The look.
        tone: Its colours.
        text_size: The type size of a text that stands below a title; without it, that of ordinary text.
    """
    look = look_of(node, theme, tone)
    title, text = words_of(node, or_id=False)
    size = theme.thesis_size if node.is_thesis else theme.size
    texts = []
    if title:
        texts.append(look_words(title, look, theme, theme.claim_width, theme.title_limit, size=size, bold=True))
    if text:
        small, is_bold = (text_size or theme.size, False) if title else (size, node.is_thesis)
        ranges = node.ranges if text == node.text else ()
        width, limit = theme.claim_width, theme.text_limit
        texts.append(look_words(text, look, theme, width, limit, size=small, bold=is_bold, ranges=ranges))
    return _box(node, look, texts, theme)


def with_ports(label: str, left: list[str], right: list[str], theme: Theme) -> str:
    """Return the label of a box that is high enough for a port for each arrow that lands at its left or right.

    Without them, arrows aim at the middle of a box, and of thirty heads most lie on top of each other.
    """
    words = cell(in_the_middle(label), cellpadding=theme.scaled(7))
    columns = [port_column(left, theme), words, port_column(right, theme)]
    return table(["\n".join(filter(None, columns))])


def in_the_middle(label: str) -> str:
    """Return a label that keeps together, in the middle, where it is given more height than it needs."""
    # A table grows with its cell, each row by as much: these rows hold that of the words together.
    space = [cell("")] * _ROWS
    return table([*space, cell(label), *space])


def port_column(names: list[str], theme: Theme) -> str:
    """Return the cell at the edge of a box where arrows land, each at its port; empty without ports."""
    if not names:
        return ""
    corner = cell("", height=theme.scaled(6), width=1)  # it is round, so that nothing lands there
    ports = [cell("", port=name, height=theme.scaled(_HEAD), width=1) for name in names]
    return cell(table([corner, *ports, corner]))


def group_label(node: Node, theme: Theme, tone: Tone) -> str:
    """Return the label of a closed group: its title, and how much is in it."""
    look = look_of(node, theme, tone)
    texts = [look_words(node.title or node.of, look, theme, theme.claim_width, theme.title_limit, bold=True)]
    if node.hidden:
        inside = set_text(theme.word("inside", n=node.hidden), theme.small, look.muted, theme.claim_width, 40)
        texts.append(inside)
    return _box(node, look, texts, theme)


def _box(node: Node, look: Look, texts: list[Text], theme: Theme) -> str:
    """Return words with the marks of a node round them."""
    gap = theme.scaled(GAP)
    width = max([theme.claim_width * theme.size * 0.8, *(text.width for text in texts)])
    from_right = node_is_from_right(node)
    rows = list(rows_of(head_of(node, look, theme), width, gap, from_right=from_right))
    for text in texts:
        align = "right" if text.from_right else "left"
        rows.append(cell(text.markup(), align=align, balign=align, width=math.ceil(text.width)))
    foot = list(rows_of(foot_of(node, theme), width, gap, from_right=from_right))
    if not node.status:
        rows += foot
        return table(rows or [cell("")], cellpadding=1)
    sign = status_sign(node.status, look.text if is_colour(node.colour) else None, theme).markup
    if rows:
        # A table that stands in another is as wide as its cell, so the sign is at the far end whatever stands below.
        told = cell(table(rows, cellpadding=1), align="right" if from_right else "left", valign="top")
        sign = cell(table([side_by_side((told, sign), from_right=from_right, between="")]), cellpadding=0)
    return table([sign, *foot], cellpadding=1)


def node_is_from_right(node: Node) -> bool:
    """Return whether the words of a node are read from the right: then so is all that stands round them."""
    words = filter(None, (*words_of(node, or_id=False), *map(words_of_cell, node.cells)))
    return reads_from_right(next(words, ""))


def look_words(
    text: str,
    look: Look,
    theme: Theme,
    width: float,
    limit: int,
    *,
    size: float | None = None,
    bold: bool = False,
    ranges: Sequence[Range] = (),
) -> Text:
    """Return words as a look has them: in its colour, struck through where it says so; None for ordinary size."""
    ink, height = look.text, theme.line_height
    given = {"bold": bold, "struck": look.struck}
    return set_text(text, size or theme.size, ink, width, limit, line_height=height, ranges=ranges, **given)
