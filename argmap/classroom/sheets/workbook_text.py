"""A workbook as tables to read: a page, or Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.sheets import html, markdown
from argmap.classroom.sheets.blocks import Heading, Sheet, Table
from argmap.classroom.sheets.look import LOOKS
from argmap.classroom.sheets.workbook import texts_of

if TYPE_CHECKING:
    from argmap.classroom.sheets.blocks import Block
    from argmap.classroom.sheets.grids import Workbook
    from argmap.classroom.sheets.look import Look


def html_of(workbook: Workbook, look: Look = LOOKS["standard"]) -> str:
    """Return a workbook as an HTML page with a table for each of its sheets.

    Args:
        workbook: The workbook.
        look: How it looks.

    Example:
        >>> from argmap.classroom.sheets.grids import Grid, Workbook
        >>> page = html_of(Workbook("w", "Rain", (Grid("Days", ("Day", "Rain"), (("Monday", 3),)),)))
        >>> '<th scope="col" dir="auto">Day</th>' in page
        True
    """
    return html.html_of(_as_sheet(workbook), look)


def markdown_of(workbook: Workbook, look: Look = LOOKS["standard"]) -> str:
    """Return a workbook as Markdown with a table for each of its sheets.

    Args:
        workbook: The workbook.
        look: Has no effect: Markdown has no looks.

    Example:
        >>> from argmap.classroom.sheets.grids import Grid, Workbook
        >>> print(markdown_of(Workbook("w", "Rain", (Grid("Days", ("Day", "Rain"), (("Monday", 3),)),))), end="")
        # Rain
        <BLANKLINE>
        ## Days
        <BLANKLINE>
        | Day | Rain |
        | --- | --- |
        | Monday | 3 |
    """
    return markdown.markdown_of(_as_sheet(workbook), look)


def _as_sheet(workbook: Workbook) -> Sheet:
    blocks: list[Block] = []
    for grid in workbook.grids:
        head, *rows = texts_of(grid)
        widths = (
            grid.widths
            if len(grid.widths) == len(head)
            else tuple(_width(column) for column in zip(*(head, *rows), strict=True))
        )
        blocks += [Heading(grid.name), Table(head if any(head) else (), tuple(rows), widths)]
    return Sheet(workbook.name, workbook.title, tuple(blocks), is_landscape=True)


def _width(column: tuple[str, ...]) -> float:
    return float(min(max(*map(len, column), 8), 60))
