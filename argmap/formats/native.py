"""argmap's own JSON: a map and all it holds, for programs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, Span
from argmap.errors import ReadError
from argmap.formats.json_places import find_places
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
        return ParseResult(found, (*given.problems, *_placed(error.diagnostics, given.source.text)), ())
    if given.problems:
        found.source = given.source
    return ParseResult(found, given.problems, ())


def write(m: ArgumentMap) -> Written:
    """Return a map as JSON text, two spaces a level; it holds everything."""
    return Written(m.to_json(indent=2) + "\n")


def looks_like(given: Given) -> bool:
    """Whether a text begins as a JSON object does."""
    return _OBJECT.match(given.text) is not None


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
