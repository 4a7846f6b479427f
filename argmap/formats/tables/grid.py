"""A text of cells, cut into rows by the csv module, with the place of every cell."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from argmap.diagnostics import Span
from argmap.formats.tables.columns import EDGES, NODES, columns_of
from argmap.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNS = ",;\t"
_SEP = re.compile(r"\ufeff*sep=(.)\r?(?:\n|$)", re.IGNORECASE)
# The most characters of a cell are a setting of the whole csv module.
_SETTING = Lock()


class Row(NamedTuple):
    """One row.

    Attributes:
        start: Where it starts in the text.
        cells: Its cells, without white space around them.
    """

    start: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a text.

    Attributes:
        source: The text.
        header: The first row; without cells if the text is empty.
        rows: The others, without those that are empty.
        delimiter: The sign between the cells.
        fault: Where a quotation mark is amiss, and what is wrong with it.
    """

    source: Source
    header: Row
    rows: list[Row]
    delimiter: str
    fault: tuple[Span, str] | None = None

    def place(self, row: Row, number: int) -> Span:
        """Return where a cell stands, counted from 0; the end of the row if it has fewer. Linear in the row."""
        return cell_place(self.source.text, row.start, number, self.delimiter)


def cut(source: Source, sign: str) -> Grid:
    """Return the rows of a text. Linear.

    The sign between the cells is that of a first line such as ``sep=;``, else the one among comma, semicolon and tab
    with which the first row has the most names that argmap knows.

    Args:
        source: The text.
        sign: The sign that is likeliest.
    """
    text = source.text
    told = _SEP.match(text)
    start = told.end() if told else len(text) - len(text.lstrip("\ufeff"))
    sign = told[1] if told else max((sign, *_SIGNS), key=lambda each: _fit(text[start:], each))
    skipped = 1 if told else 0
    try:
        rows, fault = list(_rows(source, start, skipped, sign, strict=True)), None
    except csv.Error as error:
        rows = list(_rows(source, start, skipped, sign, strict=False))
        fault = _fault(text, rows, sign, str(error))
    rows = [row for row in rows if any(row.cells)]
    return Grid(source, rows[0] if rows else Row(start, []), rows[1:], sign, fault)


def _fit(text: str, sign: str) -> tuple[int, int]:
    """Return how many known names the first row has, and how many cells, if this sign stands between them."""
    end = re.search(r"[^\r\n][\r\n]", text)
    first = text[: end.start() + 1] if end else text
    header = [cell.strip() for cell in first.strip("\r\n").split(sign)]
    header = [cell.strip('"') for cell in header[:1_000]]
    known = max(len(columns_of(header, names).places) for names in (NODES, EDGES))
    return known, len(header) if known else 0


def _rows(source: Source, start: int, skipped: int, sign: str, *, strict: bool) -> Iterator[Row]:
    text = source.text
    lines = source.line_starts()
    with _SETTING:
        before = csv.field_size_limit(len(text) + 1)
        try:
            reader = csv.reader(
                io.StringIO(text[start:], newline=""), delimiter=sign, skipinitialspace=True, strict=strict
            )
            line = skipped
            for cells in reader:
                yield Row(max(start, lines[line]), [cell.strip() for cell in cells])
                line = skipped + reader.line_num
        finally:
            csv.field_size_limit(before)


def _fault(text: str, rows: list[Row], sign: str, said: str) -> tuple[Span, str]:
    """Return the first cell with a quotation mark that is never closed, or closed before its end."""
    for row in rows:
        for at, end in _cells(text, row.start, sign):
            cell = text[at:end].strip(" ")
            if cell[:1] == '"' and (len(cell) == 1 or cell.count('"') % 2 or not cell.endswith('"')):
                closed = "is closed before its end" if cell.count('"') % 2 == 0 else "is never closed"
                return Span(at, at + 1), (
                    f"The cell that opens here with a quotation mark {closed}. Double the quotation marks in it, and"
                    " put one at its end."
                )
    return Span(0, 1), f"The quotation marks are amiss ({said}). Save the table anew."


def cell_place(text: str, start: int, number: int, sign: str) -> Span:
    r"""Return where the cell of this number stands in the row that starts at `start`.

    Example:
        >>> cell_place('a,"b,\n""x",c', 0, 2, ",")
        Span(start=11, end=12)
    """
    place = Span(start, start)
    for count, (at, end) in enumerate(_cells(text, start, sign)):
        place = Span(at, end)
        if count == number:
            break
    return place


def _cells(text: str, start: int, sign: str) -> Iterator[tuple[int, int]]:
    other = re.escape(sign)
    cell = re.compile(rf' *"[^"]*+(?:""[^"]*+)*+"?[^{other}\r\n]*|[^{other}\r\n]*')
    at = start
    while (found := cell.match(text, at)) is not None:
        yield found.span()
        at = found.end() + 1
        if text[found.end() : at] != sign:
            return
