"""From a map to two tables."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.formats.carrying import carried
from argmap.formats.tables.cells import cell_of, guarded, tags_cell
from argmap.formats.tables.columns import EDGES, NODES, folded_name, names_of
from argmap.formats.written import Written
from argmap.memory import collection_paused
from argmap.model.naming import plain_data, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argmap.model import ArgumentMap

_MOST = 20
"""So many keys of data get columns of their own, those that are used most; the others would make a wide empty table."""
_NODE = ("id", "kind", "text", "title", "side", "tags", "section", "scheme")
_EDGE = ("source", "kind", "target", "step", "rules")
_OWN = ("side", "scheme")


def write_tables(m: ArgumentMap, ending: str) -> Written:
    """Return a map as a table of claims and arguments, and beside it one of what bears on what.

    The first row names the columns, the last of which holds what has no column, as JSON. A table with other than ASCII
    signs begins with a mark by which spreadsheets know that it is UTF-8.

    Args:
        m: The map.
        ending: ``.csv`` or ``.tsv``; it tells the sign between the cells.
    """
    sign = "\t" if ending == ".tsv" else ","
    with collection_paused():
        return Written(
            _text(_NODE, list(_nodes(m)), sign),
            beside={f".edges{ending}": _text(_EDGE, list(_edges(m)), sign)},
            has_mark=True,
        )


class _Cells(NamedTuple):
    """A row: the cells of the columns that argmap knows, the data, and what else is to be carried."""

    known: Sequence[str]
    data: Mapping[str, Any]
    rest: dict[str, Any]


def _nodes(m: ArgumentMap) -> Iterator[_Cells]:
    if m.title or m.data:
        rest = {"data": plain_data(m.data)} if m.data else {}
        yield _Cells(("", "map", "", m.title, "", "", "", ""), {}, rest)
    titles = Counter(section.title for section in m.sections)
    ids = {section.id for section in m.sections}
    levels = {section.id: section.level for section in m.sections}
    names: dict[str | None, str] = {
        section.id: section.title if titles[section.title] == 1 and section.title not in ids else section.id
        for section in m.sections
    }
    names[None] = ""
    for section in m.sections:
        rest = carried(section, ("title", "parent", "tags", "data"))
        if section.level == levels.get(section.parent or "", 0) + 1:
            rest.pop("level", None)
        cells = (section.id, "section", "", section.title, "", tags_cell(section.tags), names[section.parent], "")
        yield _Cells(cells, section.data, rest)
    for record in m:
        kind = "claim" if record.id in m.claims else "argument"
        heading, tags = names[record.section], tags_cell(record.tags)
        has_marks = record.ranges or record.wordings
        rest = carried(record, ("text", "title", "tags", "section", "data", "steps")) if has_marks else {}
        yield _Cells((record.id, kind, record.text, record.title or "", "", tags, heading, ""), record.data, rest)


def _edges(m: ArgumentMap) -> Iterator[_Cells]:
    for argument in m.arguments:
        several = len(argument.steps) > 1
        for number, step in enumerate(argument.steps, 1):
            place = str(number) if several else ""
            for premise in step.premises:
                yield _Cells((premise, "premise", argument.id, place, ""), {}, {})
            rules = tags_cell(step.rules)
            yield _Cells((argument.id, "conclusion", step.conclusion, place, rules), step.data, {})
    for relation in m.relations:
        place = "" if relation.step is None else str(relation.step + 1)
        yield _Cells((relation.source, relation.kind.value, relation.target, place, ""), relation.data, {})


def _text(known: Sequence[str], rows: list[_Cells], sign: str) -> str:
    """Return the text of a table."""
    own = {name: place for place, name in enumerate(known) if name in _OWN}
    keys = _columns(known, rows)
    places = {key: len(known) + number for number, key in enumerate(keys)}
    made = io.StringIO()
    writer = csv.writer(made, delimiter=sign, lineterminator="\n")
    writer.writerow([*known, *map(guarded, keys), "argmap"])
    empty = [""] * (len(keys) + 1)
    lists = known.index("tags") if "tags" in known else known.index("rules")
    for cells, data, rest in rows:
        row = [cell if place == lists else guarded(cell) for place, cell in enumerate(cells)] + empty
        if data:
            over = {}
            for key, value in data.items():
                place = own.get(key, places.get(key))
                cell = None if place is None else _cell(value, is_word=key in own)
                if cell is None or place is None:
                    over[key] = value
                else:
                    row[place] = cell
            if over:
                rest = {**rest, "data": over}
        if rest:
            row[-1] = json.dumps(rest, ensure_ascii=False)
        writer.writerow(row)
    return whole(made.getvalue())


def _cell(value: object, *, is_word: bool) -> str | None:
    """Return the cell of a value of data; the columns side and scheme hold words, also if they look like numbers."""
    if not is_word:
        return cell_of(value)
    is_plain = isinstance(value, str) and value == value.strip() != "" and "\r" not in value
    return guarded(str(value)) if is_plain else None


def _columns(known: Sequence[str], rows: Iterable[_Cells]) -> list[str]:
    """Return the keys of data that get columns, in the order in which they come up."""
    names = names_of(NODES if "id" in known else EDGES)
    counts: Counter[str] = Counter()
    for _, data, _ in rows:
        for key, value in data.items():
            if (key not in _OWN or "id" not in known) and cell_of(value) is not None:
                counts[key] += 1
    fit = [key for key in counts if key == key.strip() != "" and "\r" not in key and folded_name(key) not in names]
    most = set(sorted(fit, key=lambda key: -counts[key])[:_MOST])
    return [key for key in fit if key in most]
