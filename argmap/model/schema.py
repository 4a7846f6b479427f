"""The native JSON form of a map, and its schema.

A file is an object with ``"format": "argmap"``, a ``"version"``, the title and data of the map, and its records
in four lists; what has its default value is left out. pydantic reads and writes the frozen records themselves:
there is no second set of classes.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, fields
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import PydanticSerializationError

from argmap.diagnostics import Diagnostic, Span
from argmap.errors import ReadError, nearest
from argmap.model.container import Container
from argmap.model.integrity import faults
from argmap.model.naming import plain_data, whole
from argmap.model.records import (
    NOTHING,
    Argument,
    Claim,
    Occurrence,
    Range,
    Relation,
    Section,
    Step,
    Wording,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic_core import ErrorDetails

M = TypeVar("M", bound=Container)
T = TypeVar("T")

VERSION: Final = 1
"""The version of the form that is written; a reader of it refuses any later one."""

_MOST = 50  # diagnostics for one text


@dataclass(frozen=True, slots=True)
class Document:
    """A map as argmap's own JSON.

    Attributes:
        format: Always ``argmap``.
        version: The version of this form.
        title: The title of the debate.
        data: The rest of the front matter.
        sections: The sections, in order.
        claims: The claims, in order.
        arguments: The arguments, in order.
        relations: The relations, in order.
    """

    format: Literal["argmap"]
    version: Literal[1]
    title: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    claims: tuple[Claim, ...] = ()
    arguments: tuple[Argument, ...] = ()
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class _Head:
    """The part that says whether the rest can be read."""

    format: Any = None
    version: Any = None


_RECORDS = (Document, Section, Claim, Argument, Step, Relation, Occurrence, Range, Wording)

for _record in _RECORDS:
    # pydantic looks here for its settings. They are put in from outside so that records.py need not know of it.
    setattr(_record, "__pydantic_config__", ConfigDict(extra="forbid", strict=True))  # noqa: B010  # for mypy


class _SchemaMaker(GenerateJsonSchema):
    def encode_default(self, dft: Any) -> Any:
        return {} if dft is NOTHING else super().encode_default(dft)


_FIELDS = sorted({each.name for record in _RECORDS for each in fields(record)})


@cache
def _document() -> TypeAdapter[Document]:
    return TypeAdapter(Document)


@cache
def _head() -> TypeAdapter[_Head]:
    return TypeAdapter(_Head)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the form that `to_json` writes."""
    made = _document().json_schema(schema_generator=_SchemaMaker)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": "argmap"}


def to_json(m: Container, indent: int | None) -> str:
    """Return the JSON text of a map."""
    document = Document(
        "argmap",
        VERSION,
        m.title,
        dict(plain_data(m.data)),
        tuple(m.sections),
        tuple(m.claims),
        tuple(m.arguments),
        tuple(m.relations),
    )
    form = _document()
    try:
        return form.dump_json(document, indent=indent, exclude_defaults=True).decode()
    except PydanticSerializationError:
        # Half a surrogate pair: the building calls let none in, but trusted records may hold one.
        plain = form.dump_python(document, mode="json", exclude_defaults=True)
        return whole(json.dumps(plain, indent=indent, ensure_ascii=False))


def from_json(text: str | bytes, sort: type[M]) -> M:
    """Return the map of a JSON text."""
    if isinstance(text, bytes):
        try:
            text = text.decode("utf-8")
        except UnicodeDecodeError as error:
            raise _refusal([("", "It is not UTF-8 text.", error.start)]) from None
    text = whole(text.removeprefix("\ufeff"))
    head = _validated(_head(), text)
    if head.format != "argmap":
        message = """This is not argmap's own JSON, which begins with {"format": "argmap", "version": 1."""
        raise _refusal([("format", f"{message} If it is of another format, name that one.", 0)])
    if isinstance(head.version, int) and head.version > VERSION:
        message = f"The file has version {head.version}, and this argmap reads version {VERSION}; update argmap."
        raise _refusal([("version", message, 0)])
    document = _validated(_document(), text)
    records = document.claims, document.arguments, document.relations, document.sections
    found = [(path, message, 0) for path, message in islice(faults(document.data, *records), _MOST)]
    if found:
        raise _refusal(found)
    return sort.from_records(
        title=document.title,
        data=document.data,
        claims=document.claims,
        arguments=document.arguments,
        relations=document.relations,
        sections=document.sections,
    )


def _validated(form: TypeAdapter[T], text: str) -> T:
    try:
        return form.validate_json(text)
    except ValidationError as error:
        raise _refusal(_explained(each, text) for each in islice(error.errors(), _MOST)) from None


def _explained(error: ErrorDetails, text: str) -> tuple[str, str, int]:
    """Return the path, a sentence and the offset of what pydantic found."""
    path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in error["loc"]).lstrip(".")
    kind, message = error["type"], error["msg"]
    if kind == "json_invalid":
        place = re.search(r" at line (\d+) column (\d+)$", message)
        if place is None:
            return path, f"{message}.", 0
        line, column = int(place[1]), int(place[2])
        message = f"{message[: place.start()]} in line {line}, column {column}."
        return path, message, _offset(text, line, column)
    if kind == "unexpected_keyword_argument":
        name = str(error["loc"][-1])
        return path, f"There is no field {name!r} here.{nearest(name, _FIELDS)}", 0
    if kind in ("missing", "missing_argument"):
        return path, "This field is needed, and it is not there.", 0
    shown = repr(error["input"])
    return path, f"{message}, not {shown if len(shown) <= 40 else shown[:37] + '...'}.", 0


def _offset(text: str, line: int, column: int) -> int:
    """Return the offset of a column, which counts bytes of UTF-8."""
    before = text.split("\n", line)[: line - 1]
    start = sum(len(each) + 1 for each in before)
    end = text.find("\n", start)
    this = text[start : end if end >= 0 else len(text)]
    return min(start + len(this.encode()[: max(0, column - 1)].decode(errors="ignore")), len(text))


def _refusal(found: Iterable[tuple[str, str, int]]) -> ReadError:
    diagnostics = [
        Diagnostic(
            code="bad-json",
            message=f"{path}: {message}" if path else message,
            span=Span(offset, offset),
        )
        for path, message, offset in found
    ]
    more = f" (and {len(diagnostics) - 1} more)" if len(diagnostics) > 1 else ""
    return ReadError(f"This is not a map in argmap's JSON. {diagnostics[0].message}{more}", diagnostics)
