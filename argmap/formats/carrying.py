"""What a format has no words for, carried in a place where its files have room for more.

The parts of a record that the format does not say itself become a small JSON object, under the key `KEY`; other
programs leave it alone. When the file is read again, what the format itself says counts, and the rest comes from there.
"""

from __future__ import annotations

from dataclasses import MISSING, fields
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from argmap.errors import ModelError
from argmap.formats.json_text import called
from argmap.model import Argument, Claim, Range, Relation, Section, Step, Wording
from argmap.model.naming import plain_data, whole
from argmap.model.records import NOTHING

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable

    from pydantic import TypeAdapter

    from argmap.formats.draft import Draft
    from argmap.formats.faults import Place

KEY = "argmap"
"""The key under which files of other formats carry what only argmap knows."""

_NEVER = ("id", "occurrences", "span", "spans")
_SIMPLE = (str, bool, int)


def carried(record: Claim | Argument | Relation | Section | Step, says: Collection[str]) -> dict[str, Any]:
    """Return the fields of a record that differ from their defaults, as JSON can hold them.

    Args:
        record: The record.
        says: The fields that the format has words for; ids and places in a text are never carried.

    Example:
        >>> carried(Claim("C1", "It rains", tags=("weather",)), says=["text"])
        {'tags': ['weather']}
    """
    found = {}
    for name, default in _defaults(type(record)):  # type: ignore[arg-type]
        value = getattr(record, name)
        if value != default and name not in says:
            found[name] = _plain(value)
    return found


def restored(kind: type[Any], given: object, draft: Draft, path: Place) -> dict[str, Any]:
    """Return the fields of a record that a file carried; what is wrong with them is said, and left out.

    Args:
        kind: The sort of record: `Claim`, `Argument`, `Relation`, `Section` or `Step`.
        given: What stands under `KEY`; None where nothing does.
        draft: Whom to tell.
        path: Where it stands in the file: a path of JSON, or a place in the text.
    """
    if not given:
        return {}
    if not isinstance(given, dict):
        draft.fault(path, "bad-carried", f"What argmap left here is an object, not {called(given)}.")
        return {}
    found: dict[str, Any] = {}
    for name, _ in _defaults(kind):  # type: ignore[arg-type]
        if name not in given:
            continue
        try:
            value = _form(kind, name).validate_json(_as_json(given[name]))  # type: ignore[arg-type]
            found[name] = plain_data(value, name) if name == "data" else _deep_data(value)
        except (ModelError, ValueError, TypeError, RecursionError) as error:
            # What pydantic raises is a ValueError that knows more.
            told = getattr(error, "errors", None)
            said = str(told()[0]["msg"] if told else error)
            place = f"{path}.{name}" if isinstance(path, str) else path
            draft.fault(place, "bad-carried", f"It is not what argmap left here ({said}); it is left out.")
    return found


def _as_json(value: object) -> bytes:
    import json

    return json.dumps(value).encode()


def _deep_data(value: Any) -> Any:
    """Return steps with data that a map can hold; other values as they are."""
    for each in value if isinstance(value, tuple) else ():
        if isinstance(each, Step):
            plain_data(each.data)
    return value


@cache
def _defaults(kind: Hashable) -> tuple[tuple[str, Any], ...]:
    return tuple(
        (each.name, None if each.default is MISSING else each.default)
        for each in fields(cast("Any", kind))
        if each.name not in _NEVER
    )


@cache
def _form(kind: Hashable, name: str) -> TypeAdapter[Any]:
    import typing

    from pydantic import TypeAdapter

    import argmap.model.schema  # noqa: F401  # it makes pydantic strict about the records

    return TypeAdapter(typing.get_type_hints(cast("Any", kind))[name])


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return whole(str(value))
    if value is None or isinstance(value, _SIMPLE):
        return value
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Range | Wording | Step):
        parts = [(name, getattr(value, name), default) for name, default in _defaults(type(value))]  # type: ignore[arg-type]
        return {name: _plain(part) for name, part, default in parts if part != default}
    return {} if value is NOTHING else dict(plain_data(value))
