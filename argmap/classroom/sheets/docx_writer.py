"""A document as it is written: its pages, paragraphs and tables, in the styles of a look."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from argmap.classroom.extra import needed
from argmap.classroom.packing import repacked
from argmap.classroom.sheets import docx_parts as parts
from argmap.classroom.sheets.blocks import Gap
from argmap.classroom.sheets.fitting import lines_of
from argmap.classroom.sheets.ink import ink_of
from argmap.classroom.sheets.pdf import foot_of, small_size
from argmap.classroom.sheets.placing import paper_of
from argmap.classroom.sheets.showing import runs_from_right, runs_of
from argmap.language import Words

if TYPE_CHECKING:
    from argmap.classroom.sheets.blocks import Sheet, Text
    from argmap.classroom.sheets.look import Look


class Writer:
    """A document as it is written.

    Args:
        sheet: The sheet, as it is to be seen.
        look: How it looks.
    """

    def __init__(self, sheet: Sheet, look: Look) -> None:
        self.look = look
        self.ink = ink_of(look)
        self.words = Words.of(sheet.language)
        self.paper = paper_of(look, is_landscape=sheet.is_landscape)
        self.document = parts.prepared(look, sheet.language)
        self.room = self.document  # where blocks go: the document, or a cell of a table
        self.shared = needed("docx.shared", "Documents")
        self.numbering = parts.Numbering(self.document)
        self.pictures = 0
        self._is_apart = False
        self.written: list[Any] = []  # the paragraphs that were written last
        title = sheet.title or self.words.say("sheets.untitled")
        properties = self.document.core_properties
        properties.title, properties.author, properties.language = title[:255], "argmap", sheet.language
        properties.comments = ""
        properties.created = properties.modified = parts.DATE
        self._footer = foot_of(sheet, look)
        self.page()
        self._foot()
        self.text(title, "Title")
        parts.rule_below(self.written[-1], self.ink.accent, width=12)

    def saved(self) -> bytes:
        """Return the file."""
        held = io.BytesIO()
        self.document.save(held)
        return repacked(held.getvalue())

    def page(self, *, turned: bool = False, edge: float | None = None) -> None:
        """Set the size of the pages of the last section.

        Args:
            turned: Whether they lie where others stand.
            edge: The margin on all sides but below, in millimetres; None for that of text.
        """
        section, mm, paper = self.document.sections[-1], self.shared.Mm, self.paper
        sides = (paper.height, paper.width) if turned else (paper.width, paper.height)
        section.page_width, section.page_height = map(mm, sides)
        orient = needed("docx.enum.section", "Documents").WD_ORIENT
        section.orientation = orient.LANDSCAPE if sides[0] > sides[1] else orient.PORTRAIT
        section.left_margin = section.right_margin = mm(paper.left if edge is None else edge)
        section.top_margin = mm(paper.top if edge is None else edge)
        section.bottom_margin = mm(paper.bottom if edge is None else paper.cardbottom)
        section.footer_distance = mm(9)

    def section(self, *, turned: bool = False, edge: float | None = None) -> None:
        """Begin pages of another size."""
        before = self._line()
        self.document.add_section(needed("docx.enum.section", "Documents").WD_SECTION.NEW_PAGE)
        self.page(turned=turned, edge=edge)
        if self._line() != before:
            self._foot()

    def apart(self, *, turned: bool = False, edge: float) -> None:
        """Begin pages for something that fills them."""
        self.section(turned=turned, edge=edge)
        self._is_apart = True

    def resume(self) -> None:
        """Go on on pages for text, if what fills its pages is behind."""
        if self._is_apart:
            self._is_apart = False
            self.section()

    def text(self, text: Text, style: str = "Normal", *, before: str = "") -> Any:
        """Write a paragraph and return it."""
        # Without a style it is a normal one as well, and the library need not look for that among all.
        paragraph = self.room.add_paragraph(style=None if style == "Normal" else style)
        if before:
            paragraph.add_run(before)
        self.runs(paragraph, text)
        self.written.append(paragraph)
        return paragraph

    def runs(self, paragraph: Any, text: Text, *, bold: bool = False) -> None:
        """Write a text into a paragraph."""
        for run in runs_of(text):
            if isinstance(run, Gap):
                made = paragraph.add_run(run.answer or "_" * run.width)
                if run.answer:
                    made.bold = made.underline = True
                    made.font.color.rgb = self.colour(self.ink.accent)
                continue
            made = paragraph.add_run(run.text)
            made.bold = True if run.bold or bold else None
            if run.href:
                made.underline = True
                link = parts.link(paragraph, run.href)
                link.append(made._r)  # noqa: SLF001
        if runs_from_right(text):
            parts.from_right(paragraph)

    def colour(self, value: str) -> Any:
        """Return a colour as the library has it."""
        return self.shared.RGBColor.from_string(value.lstrip("#").upper())

    def table(self, rows: int, shares: tuple[float, ...], width: float) -> Any:
        """Write a table, in whose cells text can be put, and return it.

        Args:
            rows: How many rows it has.
            shares: How wide its columns are, in proportion.
            width: How wide it is, in points.
        """
        made = self.room.add_table(rows, len(shares))
        made.autofit = False
        whole = sum(shares)
        for column, share in zip(made.columns, shares, strict=True):
            column.width = self.shared.Pt(width * share / whole)
        for row in made.rows:
            for cell, share in zip(row.cells, shares, strict=True):
                cell.width = self.shared.Pt(width * share / whole)
        return made

    def width(self) -> float:
        """Return how wide what is written next may be, in points."""
        inside = 0.0 if self.room is self.document else self.look.size * 1.8
        return self.paper.text_width - inside

    def _line(self) -> int:
        """Return how wide the text of the last section is, in the library's own unit."""
        section = self.document.sections[-1]
        return int(section.page_width - section.left_margin - section.right_margin)

    def _foot(self) -> None:
        """Write the foot of the last section: its number of pages ends where its lines do."""
        foot = self.document.sections[-1].footer
        foot.is_linked_to_previous = False
        paragraph = foot.paragraphs[0]
        paragraph.add_run(self._footer)
        number = self.words.say("sheets.page", n="\ue000", total="\ue001")
        line = self._line()
        room = self.shared.Emu(line).pt * 0.75 / small_size(self.look)
        if lines_of(self._footer, room) > 1:
            paragraph = foot.add_paragraph()
        aligned = needed("docx.enum.text", "Documents").WD_TAB_ALIGNMENT
        paragraph.style = "Footer"
        paragraph.paragraph_format.tab_stops.add_tab_stop(self.shared.Emu(line), aligned.RIGHT)
        paragraph.add_run("\t")
        for part in parts.parted(number):
            if part in ("\ue000", "\ue001"):
                parts.field(paragraph, "PAGE" if part == "\ue000" else "NUMPAGES")
            else:
                paragraph.add_run(part)
