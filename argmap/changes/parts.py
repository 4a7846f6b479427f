"""A record as what can change of it: a value for each field, in ids that can be translated."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from argmap.changes.pairs import is_named
from argmap.model import Argument, Claim, Section, Step
from argmap.model.records import NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Field = tuple[str, str]
"""The name of a field; of data, ``data`` and the key."""
Record = Claim | Argument | Section

NAME: Field = ("name", "")
TEXT: Field = ("text", "")
WORDINGS: Field = ("wordings", "")
TAGS: Field = ("tags", "")
SECTION: Field = ("section", "")
STEPS: Field = ("steps", "")
TITLE: Field = ("title", "")
LEVEL: Field = ("level", "")
PARENT: Field = ("parent", "")


class _Absent:
    """What stands for data that are not there: None is a value of data."""

    def __repr__(self) -> str:
        return "ABSENT"

    def __reduce__(self) -> str:
        return "ABSENT"


ABSENT = _Absent()
"""The value of data that are not there."""

_EMPTY: Mapping[Field, Any] = {
    NAME: None,
    TEXT: ("", ()),
    WORDINGS: (),
    TAGS: (),
    SECTION: None,
    STEPS: (),
    TITLE: ("", ()),
    LEVEL: 0,
    PARENT: None,
}


def empty(field: Field) -> Any:
    """Return the value of a field in which nothing is said."""
    return _EMPTY.get(field, ABSENT)


def name_of(record: Claim | Argument) -> str | None:
    """Return what a record is called; None for one that has only a number."""
    if record.title is not None:
        return record.title
    return record.id if is_named(record) else None


def parts_of(record: Record) -> dict[Field, Any]:
    """Return the fields of a record. Places in a text are none."""
    found: dict[Field, Any]
    if isinstance(record, Section):
        found = {TITLE: (record.title, record.ranges), LEVEL: record.level, PARENT: record.parent}
    else:
        found = {
            NAME: name_of(record),
            TEXT: (record.text, record.ranges),
            WORDINGS: record.wordings,
            SECTION: record.section,
        }
        if isinstance(record, Argument):
            found[STEPS] = tuple(replace(step, span=None) for step in record.steps)
    found[TAGS] = record.tags
    found.update((("data", key), value) for key, value in record.data.items())
    return found


def translated(field: Field, value: Any, name: Callable[[Any], Any], section: Callable[[Any], Any]) -> Any:
    """Return the value of a field with other ids for claims, arguments and sections."""
    if field == STEPS:
        return tuple(
            Step(tuple(map(name, step.premises)), name(step.conclusion), step.rules, step.data) for step in value
        )
    if field in (SECTION, PARENT) and value is not None:
        return section(value)
    return value


def changed(record: Record, parts: Mapping[Field, Any], *, id: str | None = None) -> Record:  # noqa: A002
    """Return a record with other values for some fields; it is from no text.

    Args:
        record: The record.
        parts: The new values; `ABSENT` for data that are to go.
        id: Its new id, if it has one.
    """
    data = dict(record.data)
    fields: dict[str, Any] = {} if id is None else {"id": id}
    for field, value in parts.items():
        if field[0] == "data":
            if value is ABSENT:
                data.pop(field[1], None)
            else:
                data[field[1]] = value
        elif field in (TEXT, TITLE):
            fields[field[0]], fields["ranges"] = value
        else:
            fields["title" if field == NAME else field[0]] = value
    fields |= {"span": None} if isinstance(record, Section) else {"occurrences": ()}
    if isinstance(record, Argument):
        fields["span"] = None
    return replace(record, data=data or NOTHING, **fields)
