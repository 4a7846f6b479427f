"""The rows of the first table that are headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.tables.cells import tags_of
from argmap.model import Section
from argmap.model.naming import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.formats.draft import Draft
    from argmap.formats.tables.grid import Row
    from argmap.formats.tables.sheet import Sheet


class Headings:
    """The sections of a map in the making, by their ids or by their titles."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._ids: dict[str, str] = {}
        self._titles: dict[str, str] = {}

    def id_of(self, name: str) -> str:
        """Return the section that a row names by its id or its title; one that is not there is made."""
        found = self._ids.get(name) or self._titles.get(name)
        if found is None:
            found = self._titles[name] = self._draft.section(name)
        return found

    def take(self, sheet: Sheet, rows: Sequence[Row]) -> None:
        """Make the sections of some rows, each after the one it lies in."""
        by_id: dict[str, int] = {}
        by_title: dict[str, int] = {}
        for number, row in enumerate(rows):
            key = sheet.cell(row, "id")
            if key in by_id:
                message = f"The id {key[:60]!r} of a section stands further up already; this one gets another."
                self._draft.fault(sheet.place_of(row, "id"), "id-twice", message)
            elif key:
                by_id[key] = number
            by_title.setdefault(self._title(sheet, row), number)
        parents: list[int | None] = []
        for row in rows:
            name = sheet.cell(row, "section")
            parent = by_id.get(name, by_title.get(name)) if name else None
            if name and parent is None:
                self._draft.dangling(sheet.place_of(row, "section"), "The section", name, list(by_id)[:1_000])
            parents.append(parent)
        made: dict[int, str] = {}
        for first in range(len(rows)):
            way: dict[int, None] = {}
            at, last = first, first
            while at not in made and at not in way:
                way[at] = None
                last, parent = at, parents[at]
                if parent is None:
                    break
                at = parent
            else:
                if at in way:
                    message = "This section lies in itself; it is read as one that lies in no other."
                    self._draft.fault(sheet.place_of(rows[last], "section"), "circle", message)
                    parents[last] = None
            for each in reversed(way):
                parent = parents[each]
                made[each] = self._make(sheet, rows[each], None if parent is None else made[parent])
        self._ids.update((key, made[number]) for key, number in by_id.items())
        self._titles.update((title, made[number]) for title, number in by_title.items())

    def _make(self, sheet: Sheet, row: Row, parent: str | None) -> str:
        carried = sheet.carried(row, Section, self._draft)
        title = self._title(sheet, row)
        return self._draft.section(
            title,
            key=sheet.cell(row, "id") or None,
            level=max(1, carried.get("level", 1)),
            parent=parent,
            tags=tags_of(sheet.raw(row, "tags")),
            data=sheet.data_of(row, carried),
            ranges=tuple(each for each in carried.get("ranges", ()) if 0 <= each.start < each.end <= len(title)),
        )

    def _title(self, sheet: Sheet, row: Row) -> str:
        return one_line(sheet.cell(row, "title") or sheet.cell(row, "text"))
