"""The tables in a file: what flow sheets are read from. HTML, Markdown and CSV here, workbooks in `tables_xlsx`."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from argmap.classroom.rounds.flow_markdown import CLOSING, OPENING
from argmap.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_ROWS, MAX_COLUMNS, MAX_TABLES = 5_000, 100, 200
"""How much of a file is read: rows and columns of a table, and tables."""
REGISTER_ID = "argmap-flow"
"""The id of the element of a page that holds its register."""
_DELIMITERS = ",;\t|"


@dataclass(slots=True)
class FoundTable:
    """A table in a file.

    Attributes:
        name: What stands above it, or the name of the sheet in a workbook; may be empty.
        prefix: What stands before the name of a cell in a message, such as ``Affirmative!``.
        rows: Its cells as texts, row by row.
        first: The number of its first row, as people count it.
    """

    name: str
    prefix: str = ""
    rows: list[list[str]] = field(default_factory=list)
    first: int = 1

    def cell(self, row: int, column: int) -> str:
        """Return the name of a cell, from its place counted from 0.

        Example:
            >>> FoundTable("Pro", "Pro!").cell(6, 27)
            'Pro!AB7'
        """
        letters, number = "", column + 1
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(65 + rest) + letters
        return f"{self.prefix}{letters}{self.first + row}"


@dataclass(slots=True)
class Opened:
    """What was found in a file.

    Attributes:
        tables: Its tables in order.
        register: What the file carries for argmap, as JSON or as a table; None where it carries nothing.
        title: Its main heading; may be empty.
        problems: What of it was left out, as sentences.
    """

    tables: list[FoundTable]
    register: str | list[list[str]] | None = None
    title: str = ""
    problems: list[str] = field(default_factory=list)


def fingerprint(tables: Iterable[FoundTable]) -> str:
    """Return a short text that changes when a cell is changed, but not with spaces and line breaks."""
    held = hashlib.sha256()
    for table in tables:
        for row in table.rows:
            line = "\x1f".join(" ".join(cell.split()) for cell in row).rstrip("\x1f")
            if line:
                held.update(line.encode("utf-8", "replace") + b"\x1e")
    return held.hexdigest()[:16]


def of_html(text: str) -> Opened:
    """Return the tables of a page.

    Example:
        >>> of_html("<h2>Pro</h2><table><tr><th>AC<th>NC<tr><td>It rains.<td></table>").tables[0].rows
        [['AC', 'NC'], ['It rains.', '']]
    """
    parser = _Tables()
    try:
        parser.feed(text)
        parser.close()
    except (AssertionError, ValueError) as error:  # the parser of the standard library gives up on some markup
        raise ReadError("This page cannot be read: its markup is broken.") from error
    return _numbered(Opened(parser.tables, parser.register, " ".join(parser.title.split())))


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[FoundTable] = []
        self.register: str | None = None
        self.title = ""
        self._heading = ""
        self._at = ""  # the element whose text is taken
        self._depth = 0
        self._cell: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
            if self._depth == 1 and len(self.tables) < MAX_TABLES:
                self.tables.append(FoundTable(" ".join(self._heading.split())))
        elif tag in ("h1", "h2", "h3", "caption"):
            self._at, self._heading = tag, ""
            self.title = "" if tag == "h1" else self.title
        elif tag == "script" and dict(attrs).get("id") == REGISTER_ID:
            self._at, self.register = tag, ""
        elif tag == "tr" and self._depth == 1:
            self._ends_cell()
            if len(self.tables[-1].rows) <= MAX_ROWS:
                self.tables[-1].rows.append([])
        elif tag in ("td", "th") and self._depth == 1 and self.tables[-1].rows:
            self._ends_cell()
            self._cell = []
        elif tag in ("br", "p", "li", "div") and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._at:
            self._at = ""
        if tag in ("td", "th", "tr"):
            self._ends_cell()
        elif tag == "table" and self._depth:
            self._ends_cell()
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._at == "script":
            self.register = (self.register or "") + data
        elif self._at:
            self._heading += data
            self.title += data if self._at == "h1" else ""
        elif self._cell is not None:
            self._cell.append(data)

    def _ends_cell(self) -> None:
        if self._cell is not None and len(self.tables[-1].rows[-1]) < MAX_COLUMNS:
            # Line breaks of the source are blanks; those of the page were put in as a sign of their own.
            lines = "".join(self._cell).split("\n") if "\n" in self._cell else ["".join(self._cell)]
            self.tables[-1].rows[-1].append("\n".join(line for each in lines if (line := " ".join(each.split()))))
        self._cell = None


def of_markdown(text: str) -> Opened:
    r"""Return the tables of a Markdown text.

    Example:
        >>> of_markdown("| AC | NC |\n| --- | --- |\n| a \\| b | c<br>d |\n").tables[0].rows
        [['AC', 'NC'], ['a | b', 'c\nd']]
    """
    start = text.rfind(OPENING)
    end = text.find(CLOSING, start) if start >= 0 else -1
    register = None
    if end >= 0:
        register = text[start + len(OPENING) : end].strip()
        text = text[:start] + text[end + len(CLOSING) :]
    found = Opened([], register)
    heading = ""
    is_open = False
    for line in text.splitlines():
        words = line.strip()
        if words.startswith("|") and len(found.tables) < MAX_TABLES + is_open:
            if not is_open:
                found.tables.append(FoundTable(heading))
            is_open = True
            rows = found.tables[-1].rows
            cells = list(_cells(words))
            is_rule = len(rows) == 1 and all(re.fullmatch(r":?-+:?", cell) for cell in cells)
            if not is_rule and len(rows) < MAX_ROWS:
                rows.append(cells[:MAX_COLUMNS])
            continue
        is_open = False
        if words.startswith("#"):
            heading = _unescaped(words.lstrip("#").strip())
            found.title = found.title or heading
    return _numbered(found)


def _cells(line: str) -> Iterator[str]:
    cells = _split(line.strip().removeprefix("|"))
    if len(cells) > 1 and not cells[-1]:
        cells.pop()  # behind the bar at the end
    for cell in cells:
        yield "\n".join(_unescaped(part.strip()) for part in re.split(r"<br */?>", cell))


def _split(line: str) -> list[str]:
    """Split at bars that are not escaped."""
    found = [""]
    for part in re.findall(r"\\.|[^\\|]+|[\\|]", line):
        if part == "|":
            found.append("")
        else:
            found[-1] += part
    return found


def _unescaped(text: str) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


def of_csv(text: str) -> Opened:
    r"""Return the one table of a CSV text, with commas, semicolons or tabs between its cells.

    Example:
        >>> of_csv("AC;NC\nIt rains.;It does not.\n").tables[0].rows
        [['AC', 'NC'], ['It rains.', 'It does not.']]
    """
    first = text.lstrip().partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    table = FoundTable("")
    opened = Opened([table])
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if len(table.rows) >= MAX_ROWS:
                opened.problems.append(f"Only the first {MAX_ROWS:,} rows are read.")
                break
            table.rows.append([cell.strip() for cell in row[:MAX_COLUMNS]])
    except csv.Error as error:
        opened.problems.append(f"Row {len(table.rows) + 1} and what follows cannot be read: {error}.")
    return opened


def _numbered(found: Opened) -> Opened:
    for number, table in enumerate(found.tables, 1):
        table.prefix = f"table {number}, " if len(found.tables) > 1 else ""
        if len(table.rows) > MAX_ROWS:
            del table.rows[MAX_ROWS:]
            found.problems.append(f"Only the first {MAX_ROWS:,} rows of table {number} are read.")
    return found
