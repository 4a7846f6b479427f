"""A workbook as XLSX, which teachers can edit: a head row that stays in view, text that is never a formula."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from argmap.classroom.extra import needed
from argmap.classroom.packing import repacked
from argmap.classroom.sheets.docx_parts import DATE
from argmap.classroom.sheets.fitting import lines_of
from argmap.classroom.sheets.ink import ink_of
from argmap.classroom.sheets.look import LOOKS
from argmap.classroom.sheets.showing import clean, runs_from_right
from argmap.language import Words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from argmap.classroom.sheets.grids import Grid, Workbook
    from argmap.classroom.sheets.look import Look

LONGEST_CELL = 32_000
"""The most letters of a cell; the format ends at 32,767."""
_LONGEST_NAME = 31
_UNFIT_NAME = re.compile(r"[\[\]:*?/\\]")
_WIDEST, _NARROWEST = 60.0, 8.0
_HIGHEST = 400.0  # points of a row; the format ends at 409
_LARGEST = 2.0**53


def xlsx_of(workbook: Workbook, look: Look = LOOKS["standard"]) -> bytes:
    """Return a workbook as the bytes of an XLSX file; the same workbook gives the same bytes.

    Args:
        workbook: The workbook.
        look: Its colours, paper and size of letters.

    Raises:
        MissingExtraError: The package xlsxwriter is not installed.

    Example:
        >>> from argmap.classroom.sheets.grids import Grid, Workbook
        >>> xlsx_of(Workbook("w", "Rain", (Grid("Rain", ("Day", "Rain"), (("Monday", 3),)),)))[:2]
        b'PK'
    """
    xlsxwriter = needed("xlsxwriter", "Workbooks")
    held = io.BytesIO()
    options = {
        **dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers", "constant_memory"), False),
        "in_memory": True,
    }
    book = xlsxwriter.Workbook(held, options)
    title = clean(workbook.title)
    book.set_properties({"title": title[:255], "author": "argmap", "created": DATE})
    names: set[str] = set()
    size = max(look.size, 10)
    for grid in workbook.grids or ():
        _write(book, grid, _name(grid.name, names), look, size)
    if not workbook.grids:
        book.add_worksheet(_name(title, names))
    book.close()
    return repacked(held.getvalue())


def _name(wanted: str, taken: set[str]) -> str:
    """Return a name for a sheet that the format allows and no other has."""
    base = _UNFIT_NAME.sub(" ", clean(wanted)).strip().strip("'").strip()
    base = base if base and base.casefold() != "history" else Words("en").say("sheets.untitled")
    number, name = 1, _cut(base, _LONGEST_NAME)
    while name.casefold() in taken:
        number += 1
        mark = f" ({number})"
        name = _cut(base, _LONGEST_NAME - len(mark)) + mark
    taken.add(name.casefold())
    return name


def _cut(text: str, units: int) -> str:
    """Return the start of a text that is at most so long as the format counts: in units of UTF-16."""
    while len(text.encode("utf-16-le")) > 2 * units:
        text = text[:-1]
    return text.strip().strip("'")


def _write(book: Any, grid: Grid, name: str, look: Look, size: float) -> None:
    ink = ink_of(look)
    sheet = book.add_worksheet(name)
    common = {"font_name": "Arial", "font_size": size, "text_wrap": True, "valign": "top", "border": 1}
    common |= {"border_color": ink.line, "font_color": ink.text, "num_format": "General"}
    ground = {"bg_color": ink.soft} if ink.soft != "#ffffff" else {}
    head = book.add_format({**common, **ground, "bold": True, "font_color": ink.accent, "bottom": 2})
    cell = book.add_format({**common, "num_format": "@"})
    turned = book.add_format({**common, "num_format": "@", "reading_order": 2, "align": "right"})
    number = book.add_format({**common, "align": "right"})
    columns = max(map(len, (grid.head, *grid.rows)), default=0)
    widths = _widths(grid, columns)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width * size / 11)
    rows = [tuple(clean(each) for each in grid.head)] if grid.head else []
    for n, row in enumerate([*rows, *grid.rows]):
        is_head = bool(grid.head) and n == 0
        high = 1.0 if any(row) else grid.room
        for column, value in enumerate(row):
            if isinstance(value, str):
                text = clean(value)[:LONGEST_CELL]
                style = head if is_head else turned if runs_from_right(text) else cell
                if text:
                    sheet.write_string(n, column, text, style)
                else:
                    sheet.write_blank(n, column, None, style)
                high = max(high, lines_of(text, widths[column] * 0.53, bold=is_head))
            elif value == value and abs(value) < _LARGEST:
                sheet.write_number(n, column, value, number)
            else:
                sheet.write_string(n, column, str(value), cell)
        for column in range(len(row), columns):
            sheet.write_blank(n, column, None, cell)
        sheet.set_row(n, min(high * size * 1.3 + 6, _HIGHEST))
    sheet.set_landscape()
    sheet.set_paper(9 if look.paper == "a4" else 1)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.set_footer("&L&A&R&P / &N")
    if grid.head:
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)


def _widths(grid: Grid, columns: int) -> list[float]:
    """Return how wide the columns are, in letters: as told, or as their longest texts."""
    if len(grid.widths) == columns:
        return [min(max(float(width), 2.0), 200.0) for width in grid.widths]
    longest = [_NARROWEST] * columns
    for row in (grid.head, *grid.rows):
        for column, value in enumerate(row):
            longest[column] = max(longest[column], _letters(value) + 2)
    return [min(width, _WIDEST) for width in longest]


def _letters(value: str | float) -> float:
    return float(len(value) if isinstance(value, str) else len(str(value)))


def texts_of(grid: Grid) -> Iterable[tuple[str, ...]]:
    """Yield the rows of a sheet as texts, the head first, each as long as the longest."""
    columns = max(map(len, (grid.head, *grid.rows)), default=0)
    for row in (grid.head, *grid.rows):
        yield (*(clean(str(value)) for value in row), *[""] * (columns - len(row)))
