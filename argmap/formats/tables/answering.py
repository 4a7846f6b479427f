"""One table alone, in which a row names what it answers: a column such as ``parent``, and one such as ``stance``.

Spreadsheets of classes, exports of discussion sites and lists of comments are made so. Each such row is a relation from
its claim to the one it names, a support or an attack by the word of its stance. A stance that nobody can tell is never
guessed: the row is then a claim without a relation, and what it says of one is data.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from argmap.diagnostics import Severity
from argmap.formats.carrying import KEY
from argmap.formats.relation_words import RELATIONS, plain_word
from argmap.formats.tables.cells import unguarded
from argmap.formats.tables.columns import PARENTS, STANCES, Columns, first_of
from argmap.formats.tables.naming import is_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.draft import Draft
    from argmap.formats.tables.grid import Row
    from argmap.formats.tables.sheet import Sheet

_NO_PARENT = frozenset(("", "none", "null", "nan", "n/a", "na", "nil", "root", "0", "-1", "-", "–", "—"))
"""What stands in the column of the parent where there is none, in exports of databases and by people."""


class Answer(NamedTuple):
    """A row that answers another one."""

    kind: str
    row: Row
    parent: Row


class Answers:
    """What the rows of a table answer.

    What a relation takes from a row is emptied there, so that it does not come as data as well.

    Args:
        sheet: The table.
        draft: Whom to tell what is wrong.
    """

    def __init__(self, sheet: Sheet, draft: Draft) -> None:
        self._nodes, self._draft = sheet, draft
        self._parent = _column_of_parents(sheet)
        self._stance = None if self._parent is None else self._column_of_stances(self._parent)
        self._known: dict[str, Row] = {}
        self._named: dict[str, Row | None] = {}

    @property
    def has_column(self) -> bool:
        """Whether there is a column that names what a row answers."""
        return self._parent is not None

    def sheet(self) -> Sheet:
        """Return the same table with the columns of relations, so that it tells where their ends and kinds stand."""
        places = {"source": self._nodes.columns.places.get("id", 0)}
        if self._parent is not None:
            places["target"] = self._parent
        if self._stance is not None:
            places["kind"] = self._stance
        return replace(self._nodes, columns=Columns(places, (), ()))

    def found(self) -> Iterator[Answer]:
        """Yield the answers, in the order of the rows."""
        parent, sheet = self._parent, self._nodes
        if parent is None:
            return
        rows = [row for row in sheet.grid.rows if is_record(sheet.cell(row, "kind"))]
        if self._stance is None:
            if any(row.cells[parent].casefold() not in _NO_PARENT for row in rows):
                self._draft.warn(
                    sheet.place(sheet.grid.header, parent),
                    "no-stance",
                    f"The column {self._head(parent)} names what each row answers, and no column says how, so no"
                    " relations are read. Add a column stance, with support or attack in each row.",
                )
            return
        self._index(rows)
        for row in rows:
            yield from self._answers(row, parent, self._stance)

    def tell_of_other(self, path: str) -> None:
        """Say that the column of parents counts for nothing, because there is a table of relations."""
        if self._parent is not None:
            place = self._nodes.place(self._nodes.grid.header, self._parent)
            message = f"The column {self._head(self._parent)} is read as data; the relations are those of {path!r}."
            self._draft.fault(place, "other-relations", message, Severity.INFO)

    def _answers(self, row: Row, parent: int, stance: int) -> Iterator[Answer]:
        name, word = unguarded(row.cells[parent]), unguarded(row.cells[stance])
        targets = self._rows_of(name)
        kind = RELATIONS.get(plain_word(word))
        if not targets and name.casefold() in _NO_PARENT:
            row.cells[parent] = ""
            self._tell_no_parent(row, word, kind)
        elif not targets:
            hint = self._draft.nearest("no-parent", name, self._known)
            hint = hint or f" Write the id of another row in the column {self._head(parent)}."
            message = f"There is no row {name[:60]!r} that this one can answer; no relation is read.{hint}"
            self._draft.fault(self._nodes.place(row, parent), "no-parent", message)
        elif kind is None:
            self._tell_no_stance(row, name, word, stance)
        else:
            row.cells[parent] = row.cells[stance] = ""
            for target in targets:
                if target is row:
                    message = f"This row answers itself ({name[:60]!r}); no relation is read. Name another row."
                    self._draft.warn(self._nodes.place(row, parent), "own-parent", message)
                else:
                    yield Answer(self._kind(kind, row, target), row, target)

    def _kind(self, kind: str, row: Row, target: Row) -> str:
        """Return the kind of a relation; a premise of what is no argument speaks for it."""
        argument = target if kind == "premise" else row
        is_part = kind in ("premise", "conclusion")
        is_of_argument = self._nodes.cell(argument, "kind").casefold() in ("argument", "inference")
        return "support" if is_part and not is_of_argument else kind

    def _tell_no_parent(self, row: Row, word: str, kind: object) -> None:
        stance, places = self._stance, self._nodes.columns.places
        if kind is None or stance is None or stance == places.get("side"):
            return  # the word of a heading or a thesis; a side is one without a parent too
        message = (
            f"This row has the stance {word[:60]!r} and answers no other, so no relation is read. Write the id of the"
            f" row that it answers in the column {self._head(self._parent)}."
        )
        self._draft.warn(self._nodes.place(row, stance), "no-parent", message)
        self._clear_kind(row, stance)

    def _tell_no_stance(self, row: Row, name: str, word: str, stance: int) -> None:
        place, column = self._nodes.place(row, stance), self._head(stance)
        if word:
            hint = self._draft.nearest("unknown-stance", word.casefold(), RELATIONS)
            hint = hint or f" Write support or attack in the column {column}."
            message = f"There is no stance {word[:60]!r}; how this row answers {name[:60]!r} is not read.{hint}"
            self._draft.fault(place, "unknown-stance", message)
            self._clear_kind(row, stance)
        else:
            message = (
                f"The stance of this row is empty, so how it answers {name[:60]!r} is not read. Write support or attack"
                f" in the column {column}."
            )
            self._draft.warn(place, "no-stance", message)

    def _clear_kind(self, row: Row, stance: int) -> None:
        """Empty the cell of a stance that would be told once more, as the kind of a claim that nobody knows."""
        if stance == self._nodes.columns.places.get("kind"):
            row.cells[stance] = ""

    def _index(self, rows: list[Row]) -> None:
        """Note by which ids, and else by which titles and texts, a row may be named."""
        for row in rows:
            key = self._nodes.cell(row, "id")
            if key:
                self._known.setdefault(key, row)
            for name in {self._nodes.cell(row, "title"), self._nodes.cell(row, "text")}:
                self._named[name] = None if name in self._named else row

    def _rows_of(self, name: str) -> list[Row]:
        """Return the rows that a cell names: one, or several with commas or semicolons between them."""
        one = self._row_of(name)
        if one is not None:
            return [one]
        several = [self._row_of(each.strip()) for each in name.replace(";", ",").split(",")]
        sound = [row for row in several if row is not None]
        return sound if len(sound) == len(several) else []

    def _row_of(self, name: str) -> Row | None:
        if not name:
            return None
        # Programs that take a column with empty cells for numbers write 1.0 for 1.
        for each in (name, name.removesuffix(".0"), f"{name}.0"):
            if each in self._known:
                return self._known[each]
        return self._named.get(name)

    def _column_of_stances(self, parent: int) -> int | None:
        """Return the number of the column that says how rows answer: the one where that is said most often."""
        sheet = self._nodes
        own = first_of(sheet.grid.header.cells, STANCES)
        others = (sheet.columns.places.get(name) for name in ("kind", "side"))

        def told(number: int) -> int:
            return sum(
                plain_word(unguarded(row.cells[number])) in RELATIONS for row in sheet.grid.rows if row.cells[parent]
            )

        times = {number: told(number) for number in (own, *others) if number is not None}
        best = max(times, key=lambda number: times[number], default=None)
        return best if best is not None and (times[best] or best == own) else own

    def _head(self, number: int | None) -> str:
        return repr(self._nodes.grid.header.cells[number or 0][:60])


def _column_of_parents(sheet: Sheet) -> int | None:
    """Return the number of the column that names what a row answers; None where argmap wrote the table.

    argmap writes relations in a table of their own; a column called parent is data there.
    """
    return None if KEY in sheet.columns.places else first_of(sheet.grid.header.cells, PARENTS)
