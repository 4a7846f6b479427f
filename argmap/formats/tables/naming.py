"""The rows of the first table: sections, claims and arguments, and the ids by which relations mean them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.tables.cells import tags_of
from argmap.formats.tables.headings import Headings
from argmap.model import Argument, Claim, Section, Wording
from argmap.model.naming import as_line, id_from_title, one_line, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set

    from argmap.formats.draft import Draft
    from argmap.formats.tables.grid import Row
    from argmap.formats.tables.sheet import Sheet
    from argmap.model import Range, Step

_KINDS = {
    "": "",
    **dict.fromkeys(("claim", "statement", "proposition", "thesis", "premise", "conclusion"), "claim"),
    **dict.fromkeys(("argument", "inference"), "argument"),
    **dict.fromkeys(("section", "heading", "group"), "section"),
    **dict.fromkeys(("map", "debate"), "map"),
}


def is_record(kind: str) -> bool:
    """Whether a row of this kind is a claim or an argument, and not the map or one of its sections."""
    return _KINDS.get(kind.casefold()) not in ("section", "map")


class Nodes:
    """What the first table names.

    Attributes:
        keys: The key of the claim or argument in each row, by where the row starts.
        kinds: For each key what its row says it is, ``claim`` or ``argument``; empty where the row does not say it.
        ids: For each key the id in the map, once it is made.
    """

    def __init__(self, draft: Draft) -> None:
        self.keys: dict[int, str] = {}
        self.kinds: dict[str, str] = {}
        self.ids: dict[str, str] = {}
        self._draft = draft
        self._sheet: Sheet | None = None
        self._rows: dict[str, Row | None] = {}
        self._headings = Headings(draft)
        self._numbers: dict[str, int] = {}

    def take(self, sheet: Sheet) -> None:
        """Take in the rows of a table: the map and the sections are made, claims and arguments get their keys."""
        self._sheet = sheet
        taken = {sheet.cell(row, "id") for row in sheet.grid.rows}
        sections: list[Row] = []
        for row in sheet.grid.rows:
            kind = self._kind(sheet, row)
            if kind == "map":
                self._take_map(sheet, row)
            elif kind == "section":
                sections.append(row)
            else:
                key = sheet.cell(row, "id")
                if key in self._rows:
                    message = (
                        f"The id {key[:60]!r} stands further up already, and relations mean that row. Choose another."
                    )
                    self._draft.fault(sheet.place_of(row, "id"), "id-twice", message)
                    key = self._free(key, taken)
                elif not key:
                    key = self._free(sheet.cell(row, "title"), taken, "A" if kind == "argument" else "C")
                taken.add(key)
                self.keys[row.start] = key
                self._rows[key] = row
                self.kinds[key] = kind
        self._headings.take(sheet, sections)

    def invent(self, ends: Iterable[str]) -> None:
        """Take what relations name, where there is no table of claims."""
        for key in ends:
            self._rows[key] = None
            self.kinds[key] = ""

    def make_claims(self, arguments: Set[str]) -> None:
        """Make all claims; what is not said to be one is an argument if it has premises or a conclusion."""
        for key, kind in self.kinds.items():
            if not kind:
                self.kinds[key] = "argument" if key in arguments else "claim"
            if self.kinds[key] == "claim":
                self.ids[key] = self._draft.claim(key, **self._given(key, Claim))

    def make_arguments(self, steps: Mapping[str, list[Step]]) -> None:
        """Make all arguments, after the claims; `steps` has the inferences of each key."""
        for key, kind in self.kinds.items():
            if kind == "argument":
                self.ids[key] = self._draft.argument(key, **self._given(key, Argument), steps=steps.get(key, ()))

    def _kind(self, sheet: Sheet, row: Row) -> str:
        word = sheet.cell(row, "kind").casefold()
        kind = _KINDS.get(word)
        if kind is None:
            hint = self._draft.nearest("unknown-kind", word, [each for each in _KINDS if each])
            hint = hint or " Write claim or argument."
            message = f"There is no kind {word[:60]!r}; this row is read as a claim.{hint}"
            self._draft.warn(sheet.place_of(row, "kind"), "unknown-kind", message)
            return "claim"
        return kind

    def _free(self, base: str, taken: Set[str], start: str = "C") -> str:
        """Return a key that no row has: made from a title or an id, else ``C1``, ``A1`` ..."""
        base = id_from_title(whole(base))
        if base and base not in taken:
            return base
        number = self._numbers.get(base or start, 2 if base else 1)
        while (key := f"{base} ({number})" if base else f"{start}{number}") in taken:
            number += 1
        self._numbers[base or start] = number + 1
        return key

    def _take_map(self, sheet: Sheet, row: Row) -> None:
        draft = self._draft
        draft.title = sheet.cell(row, "title") or sheet.cell(row, "text") or draft.title
        draft.data.update(sheet.data_of(row, sheet.carried(row, Section, draft)))

    def _given(self, key: str, kind: type[Claim] | type[Argument]) -> dict[str, Any]:
        """Return what a row says of a claim or an argument."""
        row, sheet, draft = self._rows[key], self._sheet, self._draft
        if row is None or sheet is None:
            return {"text": "", "title": key}
        carried = sheet.carried(row, kind, draft)
        found: dict[str, Any] = {
            "text": as_line(sheet.cell(row, "text")),
            "title": one_line(sheet.cell(row, "title")) or None,
            "tags": tags_of(sheet.raw(row, "tags")),
            "data": sheet.data_of(row, carried),
        }
        heading = sheet.cell(row, "section")
        if heading:
            found["section"] = self._headings.id_of(heading)
        if "ranges" in carried:
            found["ranges"] = _fitting(carried["ranges"], found["text"])
            if len(found["ranges"]) < len(carried["ranges"]):
                message = (
                    "The text has changed since its links and marks were noted; those that do not fit are left out."
                )
                draft.warn(sheet.place_of(row, "text"), "lost-marks", message)
        wordings = ((as_line(each.text), each.ranges) for each in carried.get("wordings", ()))
        found["wordings"] = tuple(Wording(text, _fitting(ranges, text)) for text, ranges in wordings)
        return found


def _fitting(ranges: tuple[Range, ...], text: str) -> tuple[Range, ...]:
    return tuple(each for each in ranges if 0 <= each.start < each.end <= len(text))
