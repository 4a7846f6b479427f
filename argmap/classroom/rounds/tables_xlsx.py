"""The tables in an Excel workbook."""

from __future__ import annotations

import io
import zipfile

from argmap.classroom.extra import needed
from argmap.classroom.rounds.register import SIGN
from argmap.classroom.rounds.tables import MAX_COLUMNS, MAX_ROWS, MAX_TABLES, FoundTable, Opened
from argmap.errors import ReadError

MAX_UNPACKED = 200_000_000
"""How large the parts of a workbook may be together, in bytes, once unpacked."""


def of_xlsx(data: bytes, shown: str) -> Opened:
    """Return the tables of a workbook.

    Args:
        data: The file.
        shown: What to call it in messages.

    Raises:
        ReadError: It is no workbook, or too large.
        MissingExtraError: The package for it is not installed.
    """
    openpyxl = needed("openpyxl", "Flow sheets in workbooks")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise ReadError(f"{shown} is no Excel workbook: {error}.") from error
    if size > MAX_UNPACKED:
        raise ReadError(f"{shown} is too large: {size:,} bytes once unpacked, and {MAX_UNPACKED:,} are the most.")
    try:
        return _opened(openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True))
    except ReadError:
        raise
    except Exception as error:  # what a broken workbook raises, its library does not say
        raise ReadError(f"{shown} cannot be read as an Excel workbook: {type(error).__name__}.") from error


def _opened(workbook: object) -> Opened:
    found = Opened([])
    sheets = list(workbook.worksheets)  # type: ignore[attr-defined]
    for sheet in sheets[:MAX_TABLES]:
        table = FoundTable(sheet.title, f"{sheet.title}!")
        for number, row in enumerate(sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS, values_only=True)):
            if number >= MAX_ROWS:
                found.problems.append(f"Only the first {MAX_ROWS:,} rows of the sheet {sheet.title!r} are read.")
                break
            table.rows.append([_text(cell) for cell in row])
        while table.rows and not any(table.rows[-1]):
            table.rows.pop()
        if table.rows and table.rows[0] and table.rows[0][0] == SIGN:
            found.register = table.rows
        else:
            found.tables.append(table)
    return found


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "\n".join(line for each in str(value).splitlines() if (line := " ".join(each.split())))
