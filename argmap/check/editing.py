"""Fixes that many rules need: edits of the text of a map."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.check.finding import Fix
from argmap.diagnostics import Edit, Span

if TYPE_CHECKING:
    from argmap.check.places import Places
    from argmap.model.records import Argument, Claim, Relation
    from argmap.source import Source

_SIGN = re.compile(r"[ \t]*(?:<\+|\+>|<-|->|><|<_|_>|[+\-_])[ \t]+")
_COMMENT = re.compile(r"[ \t]*(?://|/\*|<!--)")
_REFERENCE = re.compile(r"\s*(?:\[[^\]]*\]|<[^>]*>)\s*\Z")


def removing(relation: Relation, source: Source | None, places: Places, *, which: int | None = None) -> Fix | None:
    """Return the fix that removes the lines of a relation; None where that would take more away than the relation.

    Lines below it that belong to it would hang on something else, so a relation with any has no fix. One that also
    puts its claim or argument into words has none either.

    Args:
        relation: The relation.
        source: The text of its map, or None.
        places: The places of its map.
        which: Which of the places at which it is written, from 0; by default all of them.
    """
    if source is None:
        return None
    spans = relation.spans if which is None else relation.spans[which : which + 1]
    if source.parts:
        # Included files are not edited: what stands in the file itself can go.
        spans = tuple(span for span in spans if source.origin(span.start)[0].name == source.name) or spans
    lines = [_line(source.text, span, places) for span in spans]
    edits = tuple(Edit(line, "") for line in lines if line is not None)
    if not edits or len(edits) < len(lines):
        return None
    return Fix("Remove the relation", edits, is_safe=True)


def _line(text: str, span: Span, places: Places) -> Span | None:
    """Return the line of a relation that is written at a place; None where more than the relation stands there."""
    lines = places.line_of(span)
    before, below = text[lines.start : span.start], _SIGN.match(text, lines.end)
    if not _SIGN.fullmatch(before) or not _REFERENCE.match(text[span.start : span.end]):
        return None
    if below is not None and _indent(below.group()) > _indent(before):
        return None
    if _COMMENT.match(text, lines.end):
        return None  # what belongs to the relation may stand behind it
    return None if text[span.end : lines.end].strip() else lines


def renaming(record: Claim | Argument, title: str, source: Source | None) -> Fix | None:
    r"""Return the fix that writes another title wherever the text names a claim or argument; None where it cannot.

    Example:
        >>> import argmap
        >>> m = argmap.parse("[Rain]: It rains.\n  + [Wte]\n").map
        >>> renaming(m["Wte"], "Wet", m.source).edits
        (Edit(span=Span(start=23, end=26), text='Wet'),)
    """
    if source is None or not record.title or not record.occurrences:
        return None
    places = [one.span.start + 1 for one in record.occurrences]
    if not all(source.text.startswith(record.title, place) for place in places):
        return None
    edits = tuple(Edit(Span(place, place + len(record.title)), title) for place in places)
    return Fix(f"Write {title}", edits)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))
