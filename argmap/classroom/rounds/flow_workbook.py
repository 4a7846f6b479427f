"""A flow as a workbook, as debaters keep it: the case of each side on a sheet of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.classroom.rounds.columns import cases, cell_text, rows_of
from argmap.classroom.rounds.flow_sheet import EMPTY_ROWS
from argmap.classroom.rounds.naming import Names
from argmap.classroom.rounds.register import register_of
from argmap.classroom.rounds.tables import FoundTable, fingerprint
from argmap.classroom.sheets.grids import Grid, Workbook
from argmap.classroom.sheets.showing import clean

if TYPE_CHECKING:
    from argmap.classroom.rounds.flow import Fill, Flow

_WIDTH = 28.0
_EMPTY_WIDTH, _EMPTY_ROOM = 16.0, 6.0
"""How wide columns are in letters, and how high rows in lines, where all is to be written by hand."""


def workbook_of(flow: Flow, fill: Fill = "all") -> Workbook:
    """Return a flow as a workbook: see `Flow.workbook`.

    The last sheet is for argmap, which reads the flow back by it.

    Example:
        >>> import argmap
        >>> workbook = argmap.datasets.school_uniforms().flow("ld").workbook()
        >>> [grid.name for grid in workbook.grids]
        ['Affirmative', 'Negative', 'Dropped', 'argmap']
        >>> workbook.grids[0].head
        ('AC', 'NC', '1AR', 'NR', '2AR')
    """
    names = Names(flow.language, flow.format)
    head = tuple(speech.code for speech in flow.format.columns)
    empty = ("",) * len(head)
    grids = []
    for side, lines in cases(flow):
        rows: list[tuple[str, ...]] = []
        for line in lines:
            made = [tuple(cell_text(cell, names) for cell in row) for row in rows_of(flow, line, fill)]
            rows += [*made, empty] if made else []
        if fill != "all":
            rows += [empty] * max(EMPTY_ROWS - len(rows), 2)
        is_empty = fill == "none"
        used = [fill != "all" or any(row[place] for row in rows) for place in range(len(head))]
        wide = _EMPTY_WIDTH if is_empty else _WIDTH
        widths = tuple(wide if is_used else wide / 2 for is_used in used)
        grids.append(Grid(names.side(side), head, tuple(rows), widths, room=_EMPTY_ROOM if is_empty else 1.0))
    if fill == "all":
        grids.append(_dropped(flow, names))
        tables = [
            # As it stands in the file: without the signs that a workbook cannot hold.
            FoundTable(grid.name, rows=[[clean(str(each)) for each in row] for row in (grid.head, *grid.rows)])
            for grid in grids
        ]
        table = replace(register_of(flow), print_=fingerprint(tables)).table()
        grids.append(Grid(names.say("forArgmap"), table[0], tuple(table[1:])))
    return Workbook(
        f"flow-{flow.format.id}", names.say("flowOf", title=flow.title or names.say("noTitle")), tuple(grids)
    )


def _dropped(flow: Flow, names: Names) -> Grid:
    head = (names.say("number"), names.say("side"), names.say("saidIn"), names.say("point"))
    rows = tuple((entry.number, names.side(entry.side), entry.speeches[0], entry.label) for entry in flow.dropped)
    return Grid(names.say("dropped"), head, rows, (10, 14, 10, 90))
