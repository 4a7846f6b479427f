"""Slides as a presentation for PowerPoint and LibreOffice."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from argmap.classroom.extra import needed
from argmap.classroom.packing import repacked
from argmap.classroom.sheets import pptx_parts as parts
from argmap.classroom.sheets.blocks import Gap
from argmap.classroom.sheets.docx_parts import DATE
from argmap.classroom.sheets.ink import ink_of
from argmap.classroom.sheets.look import LOOKS
from argmap.classroom.sheets.showing import plain, runs_from_right, runs_of, shown_deck
from argmap.classroom.sheets.slide_fitting import (
    BAR,
    EDGE,
    FOOT,
    HEIGHT,
    LEADING,
    TITLE,
    TOP,
    WIDTH,
    fitted,
    height_of,
    row_height,
)
from argmap.classroom.sheets.slide_flow import BULLET, Line
from argmap.classroom.sheets.svg_parts import as_pixels
from argmap.language import Words
from argmap.render.finished import box_of, read_svg

if TYPE_CHECKING:
    from argmap.classroom.sheets.blocks import Deck, Picture, Table, Text
    from argmap.classroom.sheets.look import Look
    from argmap.classroom.sheets.slide_fitting import Fitted

FAMILY = "Arial"
"""The font family of presentations, which cannot name a second one for where the first is not installed."""

_TEXT, _TITLE = 1, 5
"""The layouts of the library's template with a title and text, and with a title alone."""
_P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def pptx_of(deck: Deck, look: Look = LOOKS["standard"]) -> bytes:
    """Return slides as the bytes of a PPTX file; the same slides give the same bytes.

    Text is 18 points high or more. What does not fit on a slide goes on on a next one.

    Args:
        deck: The slides.
        look: Their colours; sizes are those of slides.

    Raises:
        MissingExtraError: The package python-pptx is not installed.
        PictureError: A picture on them is not SVG.

    Example:
        >>> from argmap.classroom.sheets.blocks import Deck, Paragraph, Slide
        >>> pptx_of(Deck("rain", "Rain", (Slide("Rain", (Paragraph("It rains."),)),)))[:2]
        b'PK'
    """
    deck = shown_deck(deck)
    show = Show(deck, look)
    for page in fitted(deck, show.words):
        show.add(page)
    return show.saved()


class Show:
    """A presentation as it is written.

    Args:
        deck: The slides, as they are to be seen.
        look: Their colours.
    """

    def __init__(self, deck: Deck, look: Look) -> None:
        self.words = Words.of(deck.language)
        self._language = deck.language
        self._ink = ink_of(look)
        self._points = needed("pptx.util", "Slides").Pt
        self._show = needed("pptx", "Slides").Presentation()
        self._show.slide_width, self._show.slide_height = self._points(WIDTH), self._points(HEIGHT)
        self._prepare_layouts()
        properties = self._show.core_properties
        properties.title = (deck.title or self.words.say("sheets.untitled"))[:255]
        properties.author, properties.language = "argmap", deck.language
        properties.created = properties.modified = DATE
        properties.last_modified_by = "argmap"
        properties.revision = 1
        for part in self._show.part.package.iter_parts():
            if "/theme/theme" in str(part.partname):
                part._blob = part.blob.replace(b'typeface="Calibri"', f'typeface="{FAMILY}"'.encode())  # noqa: SLF001

    def _prepare_layouts(self) -> None:
        """Make the layouts as wide as the slides, with a bar below their titles that nobody has read out."""
        master = self._show.slide_master
        for shape in [*master.placeholders, *(shape for each in master.slide_layouts for shape in each.placeholders)]:
            if shape._element.spPr.xfrm is not None:  # noqa: SLF001
                shape.left, shape.width = round(shape.left * 4 / 3), round(shape.width * 4 / 3)
        x, y, wide, high = (round(points * 12700) for points in (EDGE, BAR, 64, 4))
        bar = (
            f'<p:sp {_A} {_P}><p:nvSpPr><p:cNvPr id="99" name="Bar"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
            f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect">'
            f'<a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{self._ink.accent.lstrip("#")}"/></a:solidFill>'
            "</p:spPr></p:sp>"
        )
        for layout in (master.slide_layouts[_TEXT], master.slide_layouts[_TITLE]):
            layout.shapes._spTree.append(needed("pptx.oxml", "Slides").parse_xml(bar))  # noqa: SLF001

    def saved(self) -> bytes:
        """Return the file."""
        held = io.BytesIO()
        self._show.save(held)
        return repacked(held.getvalue())

    def add(self, page: Fitted) -> None:
        """Add a slide. Its parts are in the order in which they are read."""
        lines = [part for part in page.flow if isinstance(part, Line)]
        is_text = bool(lines) and len(lines) == len(page.flow)
        slide = self._show.slides.add_slide(self._show.slide_layouts[_TEXT if is_text else _TITLE])
        fill = slide.background.fill
        fill.solid()
        fill.fore_color.rgb = self._colour(self._ink.ground)
        self._title(slide, page)
        top, wide, high = TOP, WIDTH - 2 * EDGE, HEIGHT - TOP - FOOT
        if page.picture is not None:
            if not page.flow:
                self._picture(slide, page.picture, (EDGE, top, wide, high))
            elif page.is_beside:
                half = wide * 0.5
                self._picture(slide, page.picture, (WIDTH - EDGE - half, top, half, high))
                wide *= 0.47
            else:
                room = (EDGE, top + page.height, wide, high - page.height)
                self._picture(slide, page.picture, room)
                high = page.height
        if is_text:
            body = slide.placeholders[1]
            parts.place(body, (EDGE, top, wide, high), self._points)
            self._paragraphs(body.text_frame, lines, page.size)
            if not page.is_picture_first and page.picture is not None:
                tree = body._element.getparent()  # noqa: SLF001
                tree.remove(body._element)  # noqa: SLF001
                tree.insert(3, body._element)  # noqa: SLF001
        else:
            self._mixed(slide, page, (EDGE, top, wide, high))
        self._number(slide)
        if page.notes:
            slide.notes_slide.notes_text_frame.text = page.notes

    def _title(self, slide: Any, page: Fitted) -> None:
        title = slide.shapes.title
        parts.place(title, (EDGE, EDGE * 0.6, WIDTH - 2 * EDGE, TITLE), self._points)
        frame = title.text_frame
        frame.vertical_anchor = needed("pptx.enum.text", "Slides").MSO_ANCHOR.MIDDLE
        self._text(frame.paragraphs[0], page.title, page.title_size, bold=True, colour=self._ink.accent)
        parts.bare(frame)

    def _mixed(self, slide: Any, page: Fitted, room: tuple[float, float, float, float]) -> None:
        """Put text and tables below each other."""
        left, top, wide, _ = room
        lines: list[Line] = []
        for part in (*page.flow, None):
            if isinstance(part, Line):
                lines.append(part)
                continue
            if lines:
                high = height_of(lines, wide, page.size)
                box = slide.shapes.add_textbox(*map(self._points, (left, top, wide, high)))
                self._paragraphs(box.text_frame, lines, page.size)
                top += high
                lines = []
            if part is not None:
                self._table(slide, part, page.size, (left, top, wide))
                top += height_of([part], wide, page.size)

    def _paragraphs(self, frame: Any, lines: list[Line], size: float) -> None:
        frame.word_wrap = True
        frame.auto_size = needed("pptx.enum.text", "Slides").MSO_AUTO_SIZE.NONE
        parts.bare(frame)
        for n, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if n == 0 else frame.add_paragraph()
            paragraph.line_spacing = LEADING / 1.2
            paragraph.space_after = self._points(size * 0.5)
            marker = "" if line.marker == BULLET or line.number else line.marker
            self._text(paragraph, ((f"{marker}\t",) if marker else ()) + runs_of(line.text), size, bold=line.bold)
            parts.mark(paragraph, line, size)

    def _text(self, paragraph: Any, text: Text, size: float, *, bold: bool = False, colour: str = "") -> None:
        for run in (text,) if isinstance(text, str) else text:
            words = run if isinstance(run, str) else plain((run,)) if isinstance(run, Gap) else run.text
            made = paragraph.add_run()
            made.text = words
            made.font.size = self._points(size)
            made.font.name = FAMILY
            is_answer = isinstance(run, Gap) and bool(run.answer)
            made.font.bold = bold or is_answer or (not isinstance(run, str | Gap) and run.bold)
            made.font.color.rgb = self._colour(colour or (self._ink.accent if is_answer else self._ink.text))
            made._r.get_or_add_rPr().set("lang", self._language)  # noqa: SLF001
            if not isinstance(run, str | Gap) and run.href:
                made.hyperlink.address = run.href
        if runs_from_right(tuple(run for run in text) if not isinstance(text, str) else text):
            paragraph._p.get_or_add_pPr().set("rtl", "1")  # noqa: SLF001
            paragraph._p.get_or_add_pPr().set("algn", "r")  # noqa: SLF001

    def _table(self, slide: Any, table: Table, size: float, place: tuple[float, float, float]) -> None:
        left, top, wide = place
        rows = (table.head, *table.rows) if table.head else table.rows
        heights = [row_height(row, table, wide, size) for row in rows]
        frame = slide.shapes.add_table(
            len(rows), len(table.widths), *map(self._points, (left, top, wide, sum(heights)))
        )
        made = frame.table
        made.first_row = bool(table.head)
        made.horz_banding = False
        whole = sum(table.widths)
        for column, width in zip(made.columns, table.widths, strict=True):
            column.width = self._points(wide * width / whole)
        for n, (row, texts, height) in enumerate(zip(made.rows, rows, heights, strict=True)):
            row.height = self._points(height)
            is_head = bool(table.head) and n == 0
            for cell, text in zip(row.cells, texts, strict=True):
                cell.margin_left = cell.margin_right = self._points(size * 0.4)
                cell.margin_top = cell.margin_bottom = self._points(size * 0.35)
                cell.fill.solid()
                cell.fill.fore_color.rgb = self._colour(self._ink.accent if is_head else self._ink.ground)
                colour = "#ffffff" if is_head else ""
                self._text(cell.text_frame.paragraphs[0], runs_of(text), size, bold=is_head, colour=colour)
                parts.rule(cell, self._ink.line)

    def _picture(self, slide: Any, picture: Picture, room: tuple[float, float, float, float]) -> None:
        left, top, wide, high = room
        box = box_of(read_svg(picture.svg))
        scale = min(wide / box.width, high / box.height)
        width, height = box.width * scale, box.height * scale
        made = slide.shapes.add_picture(
            io.BytesIO(as_pixels(picture, width)),
            *map(self._points, (left + (wide - width) / 2, top + (high - height) / 2, width, height)),
        )
        made._element.nvPicPr.cNvPr.set("descr", picture.alt)  # noqa: SLF001

    def _number(self, slide: Any) -> None:
        place = (WIDTH - EDGE - 80, HEIGHT - FOOT, 80, 30)
        box = slide.shapes.add_textbox(*map(self._points, place))
        paragraph = box.text_frame.paragraphs[0]
        paragraph.alignment = needed("pptx.enum.text", "Slides").PP_ALIGN.RIGHT
        colour = self._ink.muted.lstrip("#")
        number = len(self._show.slides)
        paragraph._p.append(  # noqa: SLF001
            needed("pptx.oxml", "Slides").parse_xml(
                f'<a:fld {_A} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:rPr lang="en" sz="1800">'
                f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:rPr><a:t>{number}</a:t></a:fld>'
            )
        )

    def _colour(self, value: str) -> Any:
        return needed("pptx.dml.color", "Slides").RGBColor.from_string(value.lstrip("#").upper())
