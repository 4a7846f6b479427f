"""What a workbook is made of: grids of cells, which teachers edit."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet of a workbook.

    Attributes:
        name: Its name.
        head: The names of its columns, on a row that stays in view.
        rows: What the cells hold; text is text, also where it looks like a formula.
        widths: How wide the columns are, in letters.
        room: How high rows are in which nothing stands, in lines; more than one is room to write on paper.
    """

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[str | int | float, ...], ...]
    widths: tuple[float, ...] = ()
    room: float = 1.0


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook: tables that teachers edit.

    Attributes:
        name: What its file is called, without an ending.
        title: What it is about.
        grids: Its sheets.
    """

    name: str
    title: str
    grids: tuple[Grid, ...]
