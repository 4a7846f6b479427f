"""The insides of cards, as Graphviz's HTML-like labels."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from argmap.render.boxes import GAP, look_words, node_is_from_right
from argmap.render.looks import Look, bar_of, look_of, look_of_cell
from argmap.render.marks import badges_of, foot_of, head_of, side_word, sign_width, status_sign, strength_dots
from argmap.render.typesetting import (
    FILLER,
    Text,
    cell,
    cleaned,
    part_of_its_own,
    rows_of,
    set_text,
    side_by_side,
    table,
    words_cell,
)
from argmap.view.remarks import words_of, words_of_cell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.render.theme import Theme, Tone
    from argmap.view import Block, Cell, Diagram, Node

GUTTER = 17
"""The room for the number of a claim in a card, in points, in type of the default size."""


def cut_nodes(diagram: Diagram, theme: Theme) -> tuple[str, ...]:
    """Return the ids of the nodes of which a title, a text or a rule is drawn shortened. Linear.

    A premise that has a box elsewhere is drawn short on purpose, and counts there only.
    """
    cut = []
    shortest = min(theme.title_limit, theme.text_limit)
    for node in diagram.nodes:
        if not node.blocks and max(len(node.title or ""), len(node.text), len(node.of)) <= shortest:
            continue
        title, text = words_of(node, or_id=False)
        told = [(title, theme.title_limit), ("" if node.blocks else text, theme.text_limit)]
        told += [(words_of_cell(one), theme.text_limit) for one in node.cells if not one.is_elsewhere]
        told += [(", ".join(block.rules), theme.title_limit) for block in node.blocks]
        if any(len(text) > limit and cleaned(text, limit) != cleaned(text, len(text)) for text, limit in told):
            cut.append(node.id)
    return tuple(cut)


def is_framed(node: Node) -> bool:
    """Return whether the frame of a card says something: then the node itself draws it, round the whole card."""
    return bool(node.status or node.change or node.hidden)


def card_label(node: Node, theme: Theme, tone: Tone, *, is_upright: bool) -> str:
    """Return the label of an argument: a title bar, then its premises, or its gist, then its marks.

    Args:
        node: The argument.
        theme: The look.
        tone: Its colours.
        is_upright: Whether arrows come from below, so that cells stand side by side.
    """
    look = look_of(node, theme, tone)
    padding, gutter = theme.scaled(5), theme.scaled(GUTTER)
    from_right = node_is_from_right(node)
    bar, bar_width = _bar(node, look, theme, from_right=from_right)
    claims = [_claim_text(one, theme, upright=is_upright) for one in node.cells]
    has_signs = any(one.status for one in node.cells)
    extra = sign_width(theme) if has_signs else 0
    text = words_of(node, or_id=False)[1]
    if is_upright and can_stand_side_by_side(node):
        (block,) = node.blocks
        share = bar_width / len(claims) - gutter - extra
        cells = [
            _claim_cells(
                one,
                words,
                theme,
                max(share, words.width + 2 * padding),
                border=("R" if from_right else "L") if index else None,
                has_signs=has_signs,
                from_right=from_right,
            )
            for index, (one, words) in enumerate(zip(block.premises, claims, strict=True))
        ]
        if block.rules:
            cells.append(_rule_cell(block, theme, tone))
        body = table([side_by_side(cells, from_right=from_right)])
    elif node.blocks:
        # All rows are told the same width, or Graphviz would share what is left among number and wording.
        width = max([bar_width - gutter - extra, *(words.width + 2 * padding for words in claims)])
        rows_of_claims = list(_block_rows(node, claims, theme, tone, width, has_signs=has_signs, from_right=from_right))
        body = table(rows_of_claims) if rows_of_claims else ""
    elif text:
        ranges = node.ranges if text == node.text else ()
        gist = look_words(text, look, theme, theme.cell_width, theme.text_limit, ranges=ranges)
        body = table([words_cell(gist, cellpadding=theme.scaled(6))])
    else:
        body = ""
    rows = [bar]
    # The ground of what is rejected is grey, that of any other card is that of its cells.
    ground = look.ground if look.text == theme.light.muted else theme.light.cell
    if body:
        rows.append(cell(body, bgcolor=ground, cellpadding=0))
    wide = max(bar_width, theme.claim_width * theme.size)
    foot = list(rows_of(foot_of(node, theme), wide, theme.scaled(GAP), from_right=from_right))
    if foot:
        rows.append(cell(table(foot, cellpadding=theme.scaled(2)), bgcolor=ground, cellpadding=theme.scaled(2)))
    if is_framed(node):
        return table(rows)
    # The frame is the ground of the outer table, seen between its cells: drawn as a border, it would leave a
    # fine gap to the title bar.
    return table(rows, bgcolor=look.frame, cellspacing=round(theme.frame_width))


def can_stand_side_by_side(node: Node) -> bool:
    """Return whether the premises of a card fit beside each other: one inference, at most three premises."""
    return len(node.blocks) == 1 and node.blocks[0].conclusion is None and 1 <= len(node.blocks[0].premises) <= 3


def has_inference_row(block: Block) -> bool:
    """Return whether a card shows a row between premises and conclusion, at which undercuts can aim."""
    return bool(block.rules) or block.conclusion is not None


def has_row(node: Node, anchor: str | None) -> bool:
    """Return whether the card of a node shows the row of the inference that an anchor names."""
    return any(anchor == block.anchor and has_inference_row(block) for block in node.blocks)


def _bar(node: Node, look: Look, theme: Theme, *, from_right: bool) -> tuple[str, float]:
    """Return the title bar and the least width of it: the number and the title, and the marks at its far end."""
    ink = look._replace(text=look.on_bar, muted=look.on_bar)
    padding = theme.scaled(5)
    title = words_of(node, or_id=False)[0]
    title_text = look_words(title, ink, theme, theme.cell_width - 3, theme.title_limit, bold=True) if title else None
    width = title_text.width if title_text else 0.0
    start, end = ("right", "left") if from_right else ("left", "right")
    head = head_of(node, ink, theme, has_side=False)
    lines = list(rows_of(head, max(width, 100 * theme.scale), theme.scaled(GAP), from_right=from_right))
    cells = []
    if lines:
        if title_text:
            lines += [cell("", height=theme.scaled(2)), words_cell(title_text, cellpadding=1)]
        cells.append(cell(table(lines, cellpadding=1), cellpadding=theme.scaled(3), align=start, valign="top"))
        width = max(width, theme.small * 8) + 2 * padding
    elif title_text:
        cells.append(words_cell(title_text, cellpadding=theme.scaled(4)))
        width += 2 * padding
    if cells and node.status:
        cells.append(FILLER)
    if node.side:
        side = side_word(node.side, theme, ink.text)
        align = end if cells else start
        wide = math.ceil(side.width) + 2 * padding
        cells.append(cell(side.markup(align=align), align=align, balign=align, cellpadding=padding, width=wide))
        width += wide
    if node.status:
        sign = status_sign(node.status, ink.text, theme)
        cells.append(sign.markup)
        width += sign.width
    ground = bar_of(node, look)
    if not cells:
        return cell("", port="bar", width=theme.scaled(40), height=theme.scaled(5), bgcolor=ground), width
    return cell(table([side_by_side(cells, from_right=from_right)]), port="bar", bgcolor=ground), width


def _block_rows(
    node: Node, claims: list[Text], theme: Theme, tone: Tone, width: float, *, has_signs: bool, from_right: bool
) -> Iterator[str]:
    texts = iter(claims)
    given = {"has_signs": has_signs, "from_right": from_right}
    for index, block in enumerate(node.blocks):
        for number, one in enumerate(block.premises):
            border = "T" if number or index else None
            yield _claim_cells(one, next(texts), theme, width, border=border, **given)
        if has_inference_row(block):
            words = [theme.word("so")] if block.conclusion else []
            words += [", ".join(block.rules)] if block.rules else []
            told = set_text(" · ".join(words), theme.small, theme.light.muted, theme.cell_width, theme.title_limit)
            yield words_cell(told, port=block.anchor, cellpadding=theme.scaled(3), bgcolor=tone.tint)
        if block.conclusion:
            one = block.conclusion
            yield _claim_cells(one, next(texts), theme, width, border=None, **given)


def _rule_cell(block: Block, theme: Theme, tone: Tone) -> str:
    """Return the rules beside premises that stand side by side: like them, it is reached from below."""
    words = set_text(", ".join(block.rules), theme.small, theme.light.muted, 9, theme.title_limit)
    align = "right" if words.from_right else "left"
    given = {"align": align, "balign": align, "valign": "middle"}
    padding = theme.scaled(6)
    width = math.ceil(words.width) + 2 * padding
    return cell(words.markup(), port=block.anchor, cellpadding=padding, width=width, bgcolor=tone.tint, **given)


def _claim_text(one: Cell, theme: Theme, *, upright: bool) -> Text:
    width = theme.claim_width if upright else theme.cell_width
    limit = 60 if one.is_elsewhere else theme.text_limit
    words = words_of_cell(one)
    ranges = one.ranges if words == one.text else ()
    return look_words(words, look_of_cell(one, theme), theme, width, limit, ranges=ranges)


def _claim_cells(
    one: Cell, words: Text, theme: Theme, width: float, *, border: str | None, has_signs: bool, from_right: bool
) -> str:
    """Return one claim of a card: its number, its wording with its marks, the sign of its status.

    Args:
        one: The claim.
        words: Its wording.
        theme: The look.
        width: The width of the wording in points.
        border: The side that has a fine line.
        has_signs: Whether there is room for the sign of a status.
        from_right: Whether the number stands on the right, as the card is read from there.
    """
    look = look_of_cell(one, theme)
    padding, gap = theme.scaled(5), theme.scaled(GAP)
    gutter = _gutter(str(one.number), theme.small, look.muted, padding, theme.scaled(GUTTER), from_right=from_right)
    marks = [] if one.strength is None else [strength_dots(one.strength, theme)]
    marks += badges_of(one, theme)
    if marks:
        rows = [
            words_cell(words, cellpadding=0),
            *rows_of(marks, max(words.width, 100 * theme.scale), gap, from_right=from_right),
        ]
        wording = cell(table(rows, cellpadding=1), cellpadding=padding - 1, width=math.ceil(width), valign="top")
    else:
        wording = words_cell(words, cellpadding=padding, width=math.ceil(width))
    parts = [gutter, wording, _sign_of(one, theme)] if has_signs else [gutter, wording]
    row = table([side_by_side(parts, from_right=from_right, between="")])
    # A line takes room inside the cell; a cell without one has that room as well.
    line = {"border": 1, "sides": border, "color": theme.light.rule} if border else {"cellpadding": 1}
    return cell(row, port=one.anchor, valign="top", bgcolor=look.ground, **part_of_its_own(one.anchor), **line)


@lru_cache(maxsize=64)
def _gutter(number: str, size: float, colour: str, padding: int, width: int, *, from_right: bool) -> str:
    return cell(
        Text([number], size, colour, from_right=from_right).markup(), valign="top", cellpadding=padding, width=width
    )


def _sign_of(one: Cell, theme: Theme) -> str:
    if one.status:
        return status_sign(one.status, None, theme).markup
    return cell("", width=sign_width(theme))
