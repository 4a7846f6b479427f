"""argmap's own JSON: a map and all it holds, for programs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.errors import ReadError
from argmap.model import ArgumentMap
from argmap.text.reader import ParseResult

if TYPE_CHECKING:
    from argmap.formats.loss import Loss
    from argmap.formats.opening import Opened

_OBJECT = re.compile(r'[ \t\r\n]*\{[ \t\r\n]*["}]')


def read(opened: Opened) -> ParseResult:
    """Return the map in a JSON text; if it is none, an empty map and what is wrong."""
    try:
        found = ArgumentMap.from_json(opened.source.text)
    except ReadError as error:
        found = ArgumentMap()
        found.source = opened.source
        return ParseResult(found, (*opened.problems, *error.diagnostics), ())
    if opened.problems:
        found.source = opened.source
    return ParseResult(found, opened.problems, ())


def write(m: ArgumentMap) -> tuple[str, list[Loss]]:
    """Return a map as JSON text, two spaces a level; it holds everything."""
    return m.to_json(indent=2) + "\n", []


def looks_like(text: str) -> bool:
    """Whether a text begins as a JSON object does."""
    return _OBJECT.match(text) is not None
