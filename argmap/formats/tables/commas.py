"""CSV: a table of claims and arguments, and beside it one of their relations, with commas between the cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.keeping import ALL
from argmap.formats.tables.columns import is_table
from argmap.formats.tables.reading import read_tables
from argmap.formats.tables.writing import write_tables

if TYPE_CHECKING:
    from argmap.formats.given import Given
    from argmap.formats.written import Written
    from argmap.model import ArgumentMap
    from argmap.text.reader import ParseResult

KEEPS = ALL


def read(given: Given) -> ParseResult:
    """Return the map in a table and in the one beside it; either of the two may be given."""
    return read_tables(given, ".csv")


def write(m: ArgumentMap) -> Written:
    """Return a map as two tables; they hold everything."""
    return write_tables(m, ".csv")


def looks_like(given: Given) -> bool:
    """Whether the first line of a text names columns that argmap knows, with commas or semicolons between them."""
    return is_table(given.text, ",;")
