"""Rows as lines of CSV (RFC 4180) that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_lines(rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield each row as one line of CSV, without its end; None is an empty cell.

    A text that a spreadsheet would take for a formula gets an apostrophe in front, as spreadsheets show it as text.

    Example:
        >>> list(csv_lines([("a, b", 1, None), ("=1+1", -1, 0.5)]))
        ['"a, b",1,', "'=1+1,-1,0.5"]
    """
    for row in rows:
        line = io.StringIO()
        csv.writer(line, lineterminator="").writerow(map(_safe, row))
        yield line.getvalue()


def _safe(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
