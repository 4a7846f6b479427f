"""Slides as PDF, one a page, for rooms with nothing but a projector."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from argmap.classroom.extra import needed
from argmap.classroom.sheets.look import LOOKS
from argmap.classroom.sheets.pdf import language_data, typeset
from argmap.classroom.sheets.pdf_data import breakable, table_data, text_data
from argmap.classroom.sheets.showing import shown_deck
from argmap.classroom.sheets.slide_fitting import BAR, EDGE, FOOT, HEIGHT, INDENT, SMALLEST, TITLE, TOP, WIDTH, fitted
from argmap.classroom.sheets.slide_flow import Line
from argmap.classroom.sheets.svg_parts import as_pdf
from argmap.language import Words
from argmap.render.finished import box_of, read_svg

if TYPE_CHECKING:
    from argmap.classroom.sheets.blocks import Deck, Table
    from argmap.classroom.sheets.look import Look
    from argmap.classroom.sheets.slide_fitting import Fitted


def pdf_of(deck: Deck, look: Look = LOOKS["standard"]) -> bytes:
    """Return slides as the bytes of a PDF file; the same slides give the same bytes.

    Args:
        deck: The slides.
        look: Their colours and fonts; sizes are those of slides.

    Raises:
        MissingExtraError: Typst is not installed.
        PictureError: A picture on them is not SVG.

    Example:
        >>> from argmap.classroom.sheets.blocks import Deck, Paragraph, Slide
        >>> pdf_of(Deck("rain", "Rain", (Slide("Rain", (Paragraph("It rains."),)),)))[:8]
        b'%PDF-1.7'
    """
    needed("typst", "Slides as PDF")
    deck = shown_deck(deck)
    words = Words.of(deck.language)
    pictures: list[bytes] = []
    data = {
        "title": deck.title or words.say("sheets.untitled"),
        "slides": [_slide(page, pictures) for page in fitted(deck, words)],
        "pictures": [list(picture) for picture in pictures],
        "room": {
            "width": WIDTH,
            "height": HEIGHT,
            "edge": EDGE,
            "title": TITLE,
            "bar": BAR,
            "top": TOP,
            "foot": FOOT,
            "indent": INDENT,
        },
        **language_data(deck.language),
    }
    return typeset("deck.typ", data, replace(look, size=SMALLEST))


def _slide(page: Fitted, pictures: list[bytes]) -> dict[str, Any]:
    drawn = None
    if page.picture is not None:
        box = box_of(read_svg(page.picture.svg))
        drawn = {"picture": len(pictures), "alt": page.picture.alt, "wide": box.width, "high": box.height}
        pictures.append(as_pdf(page.picture.svg))
    return {
        "title": text_data(page.title),
        "titlesize": page.title_size,
        "flow": [_line(part) if isinstance(part, Line) else _table(part) for part in page.flow],
        "size": page.size,
        "picture": drawn,
        "beside": page.is_beside,
        "first": page.is_picture_first,
        "height": page.height,
    }


def _line(line: Line) -> dict[str, Any]:
    is_tick = line.marker[:1] in ("☐", "☑")
    return {
        "kind": "line",
        "text": text_data(line.text),
        "marker": breakable(line.marker),
        "ticked": line.marker[0] == "☑" if is_tick else None,
        "level": line.level,
        "bold": line.bold,
    }


def _table(table: Table) -> dict[str, Any]:
    return next(iter(table_data(table)))
