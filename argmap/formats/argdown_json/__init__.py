"""The JSON of Argdown's own tool: statements and arguments with all that stands in the text, and what it draws of them.

Read are the statements, arguments, relations and sections; a file with nothing but the drawing (`map`) is read from
that. Titles such as "Untitled 1" are made up by the tool, and what bears them has no title in a map. Places in the
text, colours and tags in a table of their own follow from the rest, and are left alone.

Written are both parts. What Argdown has no words for there (other ids, the front matter, data of relations) stands
under the key `argmap`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Span
from argmap.formats.keeping import ALL
from argmap.memory import collection_paused

if TYPE_CHECKING:
    from argmap.formats.given import Given
    from argmap.formats.written import Written
    from argmap.model import ArgumentMap
    from argmap.text.reader import ParseResult

KEEPS = ALL


def read(given: Given) -> ParseResult:
    """Return the map in Argdown's JSON."""
    from argmap.formats.argdown_json.reading import Reader
    from argmap.formats.draft import Draft

    draft = Draft(given)
    value, problems = given.json
    for each in problems:
        draft.fault(each.span, each.code, each.message, each.severity)
    if isinstance(value, dict) and _has_parts(value):
        with collection_paused():
            Reader(value, draft).read()
    elif not problems:
        message = (
            "This is no JSON of Argdown, which is an object with `statements` and `arguments`, or a `map`. "
            "Write it with `argdown json`."
        )
        draft.fault(Span(0, 1), "no-argdown-json", message)
    return draft.result()


def write(m: ArgumentMap) -> Written:
    """Return a map as Argdown's JSON; it holds everything."""
    from argmap.formats.argdown_json.writing import write_map

    return write_map(m)


def looks_like(given: Given) -> bool:
    """Whether a text is JSON with the parts that Argdown writes."""
    value = given.json.value
    return isinstance(value, dict) and _has_parts(value)


def _has_parts(value: dict[str, object]) -> bool:
    if isinstance(value.get("statements"), dict) and isinstance(value.get("arguments"), dict):
        return True
    drawn = value.get("map")
    return isinstance(drawn, dict) and isinstance(drawn.get("nodes"), list) and isinstance(drawn.get("edges"), list)
