"""The insides of boxes and cards, as Graphviz's HTML-like labels.

Every word that comes from a map passes through `set_text`, which takes out what XML cannot hold, cuts and wraps
it, and through `Text.markup`, which escapes it. Nothing else of a map is written into a label.
"""

from __future__ import annotations

import html
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.render.text_width import reads_from_right, shorten, text_width, wrap
from argmap.render.theme import LINE_HEIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.render.theme import Theme, Tone
    from argmap.view import Block, Cell, Diagram, Node

UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufeff]")
"""What no XML file should hold, and the byte order mark."""

GUTTER = 17
"""The room for the number of a claim in a card, in points, in type of the default size."""


def cleaned(text: str, limit: int) -> str:
    """Return `text` in one line of at most `limit` signs, without the characters that XML cannot hold."""
    return shorten(UNFIT.sub("", text[: limit * 8]) + ("…" if len(text) > limit * 8 else ""), limit)


def cut_nodes(diagram: Diagram, theme: Theme) -> tuple[str, ...]:
    """Return the ids of the nodes of which a title, a text or a rule is drawn shortened. Linear.

    A premise that has a box elsewhere is drawn short on purpose, and counts there only.
    """
    cut = []
    for node in diagram.nodes:
        told = [(node.title or "", theme.title_limit), ("" if node.blocks else node.text, theme.text_limit)]
        told += [(one.text or one.title or "", theme.text_limit) for one in node.cells if not one.is_elsewhere]
        told += [(", ".join(block.rules), theme.title_limit) for block in node.blocks]
        if any(len(text) > limit and cleaned(text, limit) != cleaned(text, len(text)) for text, limit in told):
            cut.append(node.id)
    return tuple(cut)


@dataclass(frozen=True, slots=True)
class Text:
    """Some lines of type of one size and colour.

    Attributes:
        lines: The lines, as they are to be seen.
        size: The type size in points.
        bold: Whether it is bold.
        colour: Its colour.
        from_right: Whether it is set flush right, as Arabic and Hebrew are.
        line_height: How far apart the lines are, in em.
    """

    lines: list[str]
    size: float
    colour: str
    bold: bool = False
    from_right: bool = False
    line_height: float = LINE_HEIGHT

    @property
    def width(self) -> float:
        """The width of the longest line, in points."""
        first, *others = (text_width(line, bold=self.bold) * self.size for line in self.lines)
        return max([first, *(width + text_width(" ") * self._strut for width in others)])

    @property
    def _strut(self) -> int:
        """The size of the space that holds lines apart, in points; 0 where Graphviz does so by itself."""
        return round(self.size * self.line_height) if self.line_height != LINE_HEIGHT else 0

    def markup(self, *, align: str | None = None) -> str:
        """Return it as the inside of a cell; `align` is ``left``, ``right`` or ``center``."""
        side = align or ("right" if self.from_right else "left")
        lines = [html.escape(line).replace("\\", "\\\\") or " " for line in self.lines]
        if self._strut:
            # A space so large that Graphviz makes the line as high as it is.
            strut = f'<font point-size="{self._strut}"> </font>'
            lines[1:] = [f"{strut}{line}" if self.from_right else f"{line}{strut}" for line in lines[1:]]
        body = f'<br align="{side}"/>'.join(lines)
        if len(self.lines) > 1 or side != "center":
            body += f'<br align="{side}"/>'
        if self.bold:
            body = f"<b>{body}</b>"
        return f'<font point-size="{self.size:g}" color="{self.colour}">{body}</font>'


def set_text(
    text: str,
    size: float,
    colour: str,
    width: float,
    limit: int,
    *,
    bold: bool = False,
    line_height: float = LINE_HEIGHT,
) -> Text:
    """Clean, cut and wrap `text`; `width` is in em, and grows for long texts so that a box stays a box."""
    shown = cleaned(text, limit)
    em = text_width(shown, bold=bold)
    roomy = max(width, min(width * 1.8, math.sqrt(em * 4.5)))
    return Text(wrap(shown, roomy, bold=bold), size, colour, bold, reads_from_right(shown), line_height)


def cell(content: str, **attributes: object) -> str:
    """Return a table cell; attributes that are None are left out."""
    written = "".join(f' {name}="{value}"' for name, value in attributes.items() if value is not None)
    return f"<td{written}>{content}</td>"


def table(rows: Iterable[str], **attributes: object) -> str:
    """Return a table without lines or gaps of its own."""
    given = {"border": 0, "cellborder": 0, "cellspacing": 0, "cellpadding": 0} | attributes
    written = "".join(f' {name}="{value}"' for name, value in given.items())
    # A line for each row: old Graphviz cannot read a label with more than 16 kB in one line.
    return f"<table{written}>\n" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "\n</table>"


def claim_label(node: Node, theme: Theme, tone: Tone) -> str:
    """Return the label of a claim: its side, its title in bold, its wording."""
    colours = theme.light
    parts = []
    if node.role:
        parts.append(set_text(node.role, theme.small, colours.muted, theme.claim_width, 40, bold=True))
    if node.side:
        parts.append(_side_word(node.side, theme, tone.line))
    size = theme.thesis_size if node.is_thesis else theme.size
    text = node.text
    title = node.title or ("" if text else node.id)
    if title:
        parts.append(_set_words(title, colours.text, theme.claim_width, theme.title_limit, theme, size=size, bold=True))
    if text:
        size, bold = (theme.size, False) if title else (size, node.is_thesis)
        parts.append(_set_words(text, colours.text, theme.claim_width, theme.text_limit, theme, size=size, bold=bold))
    return _stack(parts, theme)


def _stack(parts: list[Text], theme: Theme) -> str:
    rows = []
    for part in parts:
        align = "right" if part.from_right else "left"
        rows.append(cell(part.markup(), align=align, balign=align, width=math.ceil(part.width)))
    return table(rows, cellpadding=theme.scaled(1) + round((theme.line_height - LINE_HEIGHT) * theme.size / 2))


def _set_words(
    text: str, colour: str, width: float, limit: int, theme: Theme, *, size: float | None = None, bold: bool = False
) -> Text:
    """Set text as far apart as the theme says, in its ordinary size or in another."""
    return set_text(text, size or theme.size, colour, width, limit, bold=bold, line_height=theme.line_height)


def _side_word(side: str, theme: Theme, colour: str) -> Text:
    word = side.upper() if theme.shouts_sides else side
    return set_text(word, theme.small, colour, theme.claim_width, 40, bold=True)


def card_label(node: Node, theme: Theme, tone: Tone, *, is_upright: bool) -> str:
    """Return the label of an argument: a title bar, then its premises, or its gist.

    Args:
        node: The argument.
        theme: The look.
        tone: Its colours.
        is_upright: Whether arrows come from below, so that cells stand side by side.
    """
    ground = theme.light.cell
    padding, gutter = theme.scaled(5), theme.scaled(GUTTER)
    title, side = _bar_texts(node, theme)
    claims = [_claim_text(one, theme, upright=is_upright) for one in node.cells]
    bar = sum(text.width + 2 * padding for text in (title, side) if text)
    if is_upright and can_stand_side_by_side(node):
        (block,) = node.blocks
        share = bar / len(claims) - gutter
        cells = [
            _claim_cells(one, text, theme, max(share, text.width + 2 * padding), border="L" if index else None)
            for index, (one, text) in enumerate(zip(block.premises, claims, strict=True))
        ]
        if block.rules:
            cells.append(_rule_cell(block, theme, tone))
        body = table(["".join(cells)])
    elif node.blocks:
        # All rows are told the same width, or Graphviz would share what is left among number and wording.
        width = max([bar - gutter, *(text.width + 2 * padding for text in claims)])
        rows_of_claims = list(_block_rows(node, claims, theme, tone, width))
        body = table(rows_of_claims) if rows_of_claims else ""
    elif node.text:
        gist = _set_words(node.text, theme.light.text, theme.cell_width, theme.text_limit, theme)
        body = table([words_cell(gist, cellpadding=theme.scaled(6))])
    else:
        body = ""
    rows = [_bar(title, side, theme)]
    if body:
        rows.append(cell(body, bgcolor=ground, cellpadding=0))
    # The frame is the ground of the outer table, seen between its cells: drawn as a border, it would leave a
    # fine gap to the title bar.
    return table(rows, bgcolor=tone.line, cellspacing=round(theme.frame_width))


def can_stand_side_by_side(node: Node) -> bool:
    """Return whether the premises of a card fit beside each other: one inference, at most three premises."""
    return len(node.blocks) == 1 and node.blocks[0].conclusion is None and 1 <= len(node.blocks[0].premises) <= 3


def has_inference_row(block: Block) -> bool:
    """Return whether a card shows a row between premises and conclusion, at which undercuts can aim."""
    return bool(block.rules) or block.conclusion is not None


def _bar_texts(node: Node, theme: Theme) -> tuple[Text | None, Text | None]:
    on_tone = theme.light.on_tone
    title = node.title or ("" if node.text or node.blocks else node.id)
    return (
        _set_words(title, on_tone, theme.cell_width - 3, theme.title_limit, theme, bold=True) if title else None,
        _side_word(node.side, theme, on_tone) if node.side else None,
    )


def _bar(title: Text | None, side: Text | None, theme: Theme) -> str:
    """Return the title bar: the title, and the side at its far end."""
    if title is None and side is None:
        return cell("", port="bar", height=theme.scaled(5))
    cells = []
    if title:
        cells.append(words_cell(title, cellpadding=theme.scaled(4)))
    if side:
        align = "right" if title else "left"
        padding = theme.scaled(5)
        width = math.ceil(side.width) + 2 * padding
        cells.append(cell(side.markup(align=align), align=align, balign=align, cellpadding=padding, width=width))
    return cell(table(["".join(cells)]), port="bar")


def _block_rows(node: Node, claims: list[Text], theme: Theme, tone: Tone, width: float) -> Iterator[str]:
    texts = iter(claims)
    for index, block in enumerate(node.blocks):
        for number, one in enumerate(block.premises):
            border = "T" if number or index else None
            yield _claim_cells(one, next(texts), theme, width, border=border)
        if has_inference_row(block):
            words = ["so"] if block.conclusion else []
            words += [", ".join(block.rules)] if block.rules else []
            told = set_text(" · ".join(words), theme.small, theme.light.muted, theme.cell_width, theme.title_limit)
            yield words_cell(told, port=block.anchor, cellpadding=theme.scaled(3), bgcolor=tone.tint)
        if block.conclusion:
            one = block.conclusion
            yield _claim_cells(one, next(texts), theme, width, border=None)


def _rule_cell(block: Block, theme: Theme, tone: Tone) -> str:
    """Return the rules beside premises that stand side by side: like them, it is reached from below."""
    words = set_text(", ".join(block.rules), theme.small, theme.light.muted, 9, theme.title_limit)
    given = {"align": "left", "balign": "left", "valign": "middle"}
    padding = theme.scaled(6)
    width = math.ceil(words.width) + 2 * padding
    return cell(words.markup(), port=block.anchor, cellpadding=padding, width=width, bgcolor=tone.tint, **given)


def _claim_text(one: Cell, theme: Theme, *, upright: bool) -> Text:
    width = theme.claim_width if upright else theme.cell_width
    if one.is_elsewhere:
        return _set_words(one.title or one.text or one.claim, theme.light.muted, width, 60, theme)
    return _set_words(one.text or one.title or one.claim, theme.light.text, width, theme.text_limit, theme)


def _claim_cells(one: Cell, words: Text, theme: Theme, width: float, *, border: str | None) -> str:
    """Return one claim of a card: its number, then its wording; `border` is the side that has a fine line."""
    colours = theme.light
    number = Text([str(one.number)], theme.small, colours.muted)
    padding = theme.scaled(5)
    gutter = cell(number.markup(), valign="top", cellpadding=padding, width=theme.scaled(GUTTER))
    row = table([gutter + words_cell(words, cellpadding=padding, width=math.ceil(width))])
    # A line takes room inside the cell; a cell without one has that room as well.
    line = {"border": 1, "sides": border, "color": colours.rule} if border else {"cellpadding": 1}
    return cell(row, port=one.anchor, valign="top", **line)


def words_cell(words: Text, *, cellpadding: int, **attributes: object) -> str:
    """Return a table cell that holds some text and is at least as wide as argmap measured it."""
    align = "right" if words.from_right else "left"
    width = math.ceil(words.width) + 2 * cellpadding
    given = {"align": align, "balign": align, "valign": "top", "width": width, "cellpadding": cellpadding}
    return cell(words.markup(), **(given | attributes))
