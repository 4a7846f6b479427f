"""Making the changes of one map in another."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from argmap.changes.change import Change, Kind
from argmap.changes.parts import ABSENT, changed, empty, parts_of, translated
from argmap.changes.relating import key_of
from argmap.errors import ArgmapError
from argmap.model import Argument, Claim, Section
from argmap.model.records import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.changes.differing import Diff
    from argmap.changes.parts import Field
    from argmap.model import ArgumentMap, Relation

R = TypeVar("R", Claim, Argument, Section)


def apply(found: Diff, m: ArgumentMap) -> ArgumentMap:
    """Return a map in which changes were made. Linear.

    Args:
        found: The changes.
        m: The map; it stays as it is.

    Raises:
        ArgmapError: Something that changes is not there, or not as it was.
    """
    title, data = m.title, copy.deepcopy(m.data)
    for change in found.changes:
        if change.sort == "map":
            now = title if change.field == "title" else data.get(change.key, ABSENT)
            if now != change.old:
                raise _misfit(change)
            if change.field == "title":
                title = change.new
            elif change.new is ABSENT:
                del data[change.key]
            else:
                data[change.key] = copy.deepcopy(change.new)
    made = _Made(found)
    return type(m).from_records(
        title=title,
        data=data,
        sections=made.records("section", m.sections),
        claims=made.records("claim", m.claims),
        arguments=made.records("argument", m.arguments),
        relations=made.relations(m.relations),
    )


class _Made:
    def __init__(self, found: Diff) -> None:
        self._found = found
        self._by_sort: dict[str, list[Change]] = {}
        for change in found.changes:
            self._by_sort.setdefault(change.sort, []).append(change)

    def _name(self, name: str) -> str:
        return self._found.names.get(name, name)

    def _section(self, name: str) -> str:
        return self._found.sections.get(name, name)

    def records(self, sort: str, records: Iterable[R]) -> list[R]:
        """Return the records of a sort as they are after the changes."""
        rename = self._section if sort == "section" else self._name
        there = {record.id: record for record in records}
        changes: dict[str, dict[Field, Any]] = {}
        added: dict[str | None, list[R]] = {}
        for change in self._by_sort.get(sort, ()):
            if change.kind is Kind.ADDED:
                added.setdefault(change.follows, []).append(change.new)
                continue
            record = there.get(change.was or "")
            if record is None:
                raise _misfit(change)
            if change.kind is Kind.REMOVED:
                if changed(record, {}) != change.old:
                    raise _misfit(change)
                del there[record.id]
                continue
            field = change.field, change.key
            if parts_of(record).get(field, empty(field)) != change.old:
                raise _misfit(change)
            changes.setdefault(record.id, {})[field] = change.new
        made: dict[str, R] = {}

        def put(record: R) -> None:
            waiting = [record]  # and what follows it, and what follows that
            while waiting:
                each = waiting.pop()
                if each.id in made:
                    raise ArgmapError(f"The changes do not fit this map: there are two called {each.id!r} then.")
                made[each.id] = each
                waiting.extend(reversed(added.pop(each.id, [])))

        for record in added.pop(None, []):
            put(record)
        for record in there.values():
            parts = {
                field: translated(field, value, self._name, self._section) for field, value in parts_of(record).items()
            }
            put(changed(record, parts | changes.get(record.id, {}), id=rename(record.id)))  # type: ignore[arg-type]
        for some in list(added.values()):  # of what they follow, nothing is there
            for record in some:
                if record.id not in made:
                    put(record)
        return list(made.values())

    def relations(self, relations: Iterable[Relation]) -> list[Relation]:
        """Return the relations as they are after the changes."""
        there = {key_of(each, str): each for each in relations}
        new: dict[object, Relation] = {}
        for change in self._by_sort.get("relation", ()):
            if change.old is not ABSENT:
                key = key_of(change.old, str)
                if key not in there:
                    raise _misfit(change)
                if change.kind is Kind.DATA:
                    was, now = (each.data.get(change.key, ABSENT) for each in (change.old, change.new))
                    if there[key].data.get(change.key, ABSENT) != was:
                        raise _misfit(change)
                    data = {name: value for name, value in there[key].data.items() if name != change.key}
                    data |= {} if now is ABSENT else {change.key: now}
                    there[key] = replace(there[key], data=data or NOTHING)
                    continue
                del there[key]
            if change.new is not ABSENT:
                new[key_of(change.new, str)] = change.new
        kept: dict[object, Relation] = {}
        for each in there.values():
            moved = replace(each, source=self._name(each.source), target=self._name(each.target), spans=())
            kept[key_of(moved, str)] = moved
        return list({**kept, **new}.values())


def _misfit(change: Change) -> ArgmapError:
    what = f"{change.sort} {change.was or change.id!r}" if change.sort != "map" else "title or front matter"
    verb = "is" if change.kind is not Kind.ADDED else "cannot be"
    return ArgmapError(f"The changes do not fit this map: its {what} {verb} not as it was. Make a new diff with it.")
