"""argmap's own JSON: a map and all it holds, for programs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, Span
from argmap.errors import ReadError
from argmap.formats.json_places import find_places
from argmap.formats.json_text import called, parse_any
from argmap.formats.keeping import ALL
from argmap.formats.written import Written
from argmap.model import ArgumentMap
from argmap.text.reader import ParseResult

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.formats.given import Given

_PATH = re.compile(r"(\w+(?:\.\w+|\[\d+\])*): ")
_OBJECT = re.compile(r'[ \t\r\n]*\{[ \t\r\n]*["}]')


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
    if isinstance(found.value, dict):
        return ()
    start = len(given.text) - len(given.text.lstrip())
    message = (
        f"A debate in JSON is an object, and this is {called(found.value)}. `argmap formats` lists what can be read;"
        " a list of claims can be a table (CSV), with a row for each."
    )
    return (Diagnostic(code="bad-json", message=message, span=Span(start, start + 1)),)


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
