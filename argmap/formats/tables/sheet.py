"""One of the two tables as it is read: what its columns say, and where its cells stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Span
from argmap.formats.carrying import KEY, restored
from argmap.formats.json_text import parse_json
from argmap.formats.tables.cells import unguarded, value_of
from argmap.formats.tables.columns import EDGES, Columns, columns_of
from argmap.formats.tables.grid import Grid

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.formats.draft import Draft
    from argmap.formats.tables.grid import Row


@dataclass(frozen=True, slots=True)
class Sheet:
    """One of the two tables: its rows, and where its cells stand in the text of both."""

    grid: Grid
    columns: Columns
    start: int

    @classmethod
    def of(cls, grid: Grid, known: Mapping[str, tuple[str, ...]], start: int, draft: Draft) -> Sheet:
        """Return the table in a text; what is wrong with its first row, and with the lengths of the others, is said."""
        header = grid.header
        found = cls(grid, columns_of([cell[:1_000] for cell in header.cells], known), start)
        listed = ", ".join(name for name in known if name != KEY)
        needed = ("source", "target") if known is EDGES else ("id", "text", "title")
        if not header.cells:
            draft.fault(start, "no-header", f"The table is empty; its first row names the columns: {listed}.")
        elif not any(name in found.columns.places for name in needed) or (
            known is EDGES and not {"source", "target"} <= found.columns.places.keys()
        ):
            lacking = [name for name in needed if name not in found.columns.places]
            draft.fault(
                found.place(header, 0),
                "no-header",
                f"The first row has no column {' or '.join(map(repr, lacking))}; name the columns: {listed}.",
            )
            grid.rows.clear()
        for number, name in found.columns.doubtful:
            draft.warn(
                found.place(header, number),
                "unknown-column",
                f"The column {header.cells[number]!r} is read as data. Did you mean {name!r}?",
            )
        if grid.fault is not None:
            draft.fault(grid.fault[0].start + start, "bad-quoting", grid.fault[1])
        found.even_out(draft)
        return found

    def even_out(self, draft: Draft) -> None:
        """Bring all rows to the length of the first; say which were not."""
        width = len(self.grid.header.cells)
        for row in self.grid.rows:
            cells = row.cells
            if len(cells) == width:
                continue
            if len(cells) < width:
                draft.warn(
                    self.place(row, len(cells)),
                    "short-row",
                    f"This row has {len(cells)} of {width} cells; those after it are taken as empty.",
                )
                cells.extend([""] * (width - len(cells)))
                continue
            extra = next((number for number in range(width, len(cells)) if cells[number]), None)
            if extra is not None:
                draft.fault(
                    self.place(row, extra),
                    "long-row",
                    f"This row has {len(cells)} cells, the first row {width}; {cells[extra][:60]!r} is left out. Put"
                    " quotation marks round a cell that holds the sign between the cells.",
                )
            del cells[width:]

    def place(self, row: Row, number: int) -> Span:
        """Return where a cell stands in the text of both tables."""
        found = self.grid.place(row, max(number, 0))
        return Span(found.start + self.start, found.end + self.start)

    def cell(self, row: Row, name: str) -> str:
        """Return the words in a column; empty where there is no such column."""
        number = self.columns.places.get(name)
        return "" if number is None else unguarded(row.cells[number])

    def raw(self, row: Row, name: str) -> str:
        """Return a cell as it is written."""
        number = self.columns.places.get(name)
        return "" if number is None else row.cells[number]

    def place_of(self, row: Row, name: str) -> Span:
        """Return where the cell of a column stands."""
        return self.place(row, self.columns.places.get(name, 0))

    def data(self, row: Row) -> dict[str, Any]:
        """Return the data in the columns that argmap does not know."""
        return {name: value_of(row.cells[number]) for number, name in self.columns.others if row.cells[number]}

    def data_of(self, row: Row, carried: Mapping[str, Any]) -> dict[str, Any]:
        """Return the data of the record in a row of the first table: what the columns say counts."""
        data = {**carried.get("data", {}), **self.data(row)}
        for name in ("side", "scheme"):
            word = self.cell(row, name)
            if word:
                data[name] = word
        return data

    def carried(self, row: Row, kind: type[Any], draft: Draft) -> dict[str, Any]:
        """Return what argmap left in its own column."""
        cell = self.cell(row, KEY)
        if not cell:
            return {}
        value, problems = parse_json(cell)
        if value is None or problems:
            said = problems[0].message if problems else "It is a JSON object, or empty."
            draft.fault(self.place_of(row, KEY), "bad-carried", f"The column argmap has no sound JSON here. {said}")
        return restored(kind, value, draft, self.place_of(row, KEY)) if value is not None else {}
