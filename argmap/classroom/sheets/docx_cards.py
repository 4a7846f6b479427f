"""Cards in a document: tables with lines to cut along, on pages with narrow margins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.classroom.extra import needed
from argmap.classroom.sheets import docx_parts as parts
from argmap.classroom.sheets.fitting import fitting_rows
from argmap.classroom.sheets.placing import MILLIMETRE

if TYPE_CHECKING:
    from argmap.classroom.sheets.blocks import Card, Cards

_MARGIN = 10.0  # of the page, in millimetres
_PADDING = 10.0  # of a card, in points


def card_pages(writer: Any, cards: Cards) -> None:
    """Write cards, and their backs on pages of their own.

    Args:
        writer: The document, an `argmap.classroom.sheets.docx.Writer`.
        cards: The cards.
    """
    if not cards.cards:
        return
    if writer.room is not writer.document:
        for card in cards.cards:
            writer.text(card.text, before=f"{card.corner} " if card.corner else "")
            for text in card.more:
                writer.text(text)
        return
    writer.apart(edge=_MARGIN)
    paper = writer.paper
    width = (paper.width - 2 * _MARGIN) * MILLIMETRE
    height = (paper.height - _MARGIN - paper.cardbottom) * MILLIMETRE - 3 * writer.look.size
    columns, rows = fitting_rows(cards, writer.look, width, height, padding=_PADDING)
    has_backs = any(card.back for card in cards.cards)
    each = columns * rows
    for start in range(0, len(cards.cards), each):
        some: list[Card | None] = list(cards.cards[start : start + each])
        some += [None] * (-len(some) % columns)
        lines = [some[at : at + columns] for at in range(0, len(some), columns)]
        for is_back in (False, True) if has_backs else (False,):
            if start or is_back:
                writer.document.add_page_break()
            mirrored = [line[::-1] if is_back else line for line in lines]
            _page(writer, mirrored, (width, height / rows), is_back=is_back)
    last = writer.text("").paragraph_format  # a document cannot end with a table
    last.space_after, last.line_spacing = needed("docx.shared", "Documents").Pt(0), 0.1


def _page(writer: Any, lines: list[list[Card | None]], size: tuple[float, float], *, is_back: bool) -> None:
    point = needed("docx.shared", "Documents").Pt
    made = writer.table(len(lines), (1.0,) * len(lines[0]), size[0])
    dashed = ("dashed", 6, writer.ink.line)
    parts.frame(made, **dict.fromkeys(("top", "left", "bottom", "right", "insideH", "insideV"), dashed))
    parts.margins(made, _PADDING)
    for row, line in zip(made.rows, lines, strict=True):
        row.height = point(size[1])
        parts.keep_whole(row)
        for cell, card in zip(row.cells, line, strict=True):
            if card is None:
                continue
            paragraph = cell.paragraphs[0]
            if card.corner:
                run = paragraph.add_run(card.corner)
                run.bold = True
                run.font.size = point(max(writer.look.smallest, writer.look.size * 0.82))
                run.font.color.rgb = writer.colour(writer.ink.accent)
                paragraph.paragraph_format.space_after = point(writer.look.size * 0.3)
                paragraph = cell.add_paragraph()
            for n, text in enumerate((card.back,) if is_back else card.front):
                if n:
                    paragraph.paragraph_format.space_after = point(writer.look.size * 0.4)
                    paragraph = cell.add_paragraph()
                writer.runs(paragraph, text)
