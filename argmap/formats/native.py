"""argmap's own JSON: a map and all it holds, for programs."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, Span
from argmap.errors import ReadError
from argmap.formats.given import Given
from argmap.formats.json_places import find_places
from argmap.formats.json_text import called, parse_any
from argmap.formats.keeping import ALL
from argmap.formats.table import format_of_content
from argmap.formats.written import Written
from argmap.model import ArgumentMap
from argmap.source import Source
from argmap.text.reader import ParseResult

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PATH = re.compile(r"(\w+(?:\.\w+|\[\d+\])*): ")
_OBJECT = re.compile(r'[ \t\r\n]*\{[ \t\r\n]*["}]')
_MOST, _LONGEST = 5, 30  # so many keys are named, with so many signs of each

KEEPS = ALL


def read(given: Given) -> ParseResult:
    """Return the map in a JSON text; if it is none, an empty map and what is wrong."""
    if not given.text.strip():
        empty = ArgumentMap()
        empty.source = given.source
        problem = Diagnostic(code="bad-json", message="The file is empty. Save the debate anew.", span=Span(0, 0))
        return ParseResult(empty, (*given.problems, problem), ())
    try:
        found = ArgumentMap.from_json(given.source.text)
    except ReadError as error:
        found = ArgumentMap()
        found.source = given.source
        told = _no_object(given) or _placed(error.diagnostics, given.source.text)
        return ParseResult(found, (*given.problems, *told), ())
    if given.problems:
        found.source = given.source
    return ParseResult(found, given.problems, ())


def write(m: ArgumentMap) -> Written:
    """Return a map as JSON text, two spaces a level; it holds everything."""
    return Written(m.to_json(indent=2) + "\n")


def looks_like(given: Given) -> bool:
    """Whether a text begins as a JSON object does."""
    return _OBJECT.match(given.text) is not None


def _no_object(given: Given) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a text that is no JSON, or another value than an object; nothing if it is one."""
    found = given.json
    if found.value is None and not found.problems:
        found = parse_any(given.text)  # it begins neither as an object nor as a list
    if found.problems and found.value is None:
        return found.problems
    value = found.value
    if isinstance(value, dict) and not {"format", "claims"}.isdisjoint(value):
        return ()
    if isinstance(value, dict):
        keys = ", ".join(repr(str(key)[:_LONGEST]) for key in islice(value, _MOST))
        message = f"argmap knows no format of JSON with the keys that this has: {keys or 'none'}."
    else:
        message = f"A debate in JSON is an object, and this is {called(value)}."
    message += _inside(value) or " `argmap formats` lists those it reads; name the format if it is one of these."
    start = len(given.text) - len(given.text.lstrip())
    return (Diagnostic(code="bad-json", message=message, span=Span(start, start + 1)),)


def _inside(value: object) -> str:
    """Return what to do with debates that stand in a list or under a key."""
    within = [("", value[0])] if isinstance(value, list) and value else []
    within = list(islice(value.items(), _MOST)) if isinstance(value, dict) else within
    for key, each in within:
        if isinstance(each, dict):
            found = format_of_content(Given(Source(json.dumps(each))))
            if found is not None:
                where = f"What stands under {key[:_LONGEST]!r}" if key else "Its first value"
                return f" {where} looks like {found.title}: save it as a file of its own, and give that."
    if isinstance(value, list):
        return " A list of claims can be a table (CSV), with a row for each; `argmap formats` lists the formats."
    return ""


def _placed(diagnostics: Iterable[Diagnostic], text: str) -> Iterator[Diagnostic]:
    """Yield the diagnostics; those that only name a path in their message also get its place."""
    found = list(diagnostics)
    paths = {path.group(1) for each in found if (path := _PATH.match(each.message))}
    places = find_places(text, paths)
    for each in found:
        path = _PATH.match(each.message)
        if path is not None and each.span == (0, 0):
            yield replace(each, span=places[path.group(1)])
        else:
            yield each
