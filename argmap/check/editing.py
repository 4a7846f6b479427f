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
_REFERENCE = re.compile(r"\s*(?:\[[^\]]*\]|<[^>]*>)\s*\Z")


def removing(relation: Relation, source: Source | None, places: Places, *, which: int = 0) -> Fix | None:
    """Return the fix that removes the line of a relation; None where that would take more away than the relation.

    Lines below it that belong to it would hang on something else, so a relation with any has no fix. One that also
    puts its claim or argument into words has none either.

    Args:
        relation: The relation.
        source: The text of its map, or None.
        places: The places of its map.
        which: Which of the places at which it is written, from 0.
    """
    if source is None or which >= len(relation.spans):
        return None
    text, span = source.text, relation.spans[which]
    lines = places.line_of(span)
    before = text[lines.start : span.start]
    if not _SIGN.fullmatch(before) or not _REFERENCE.match(text[span.start : span.end]):
        return None
    behind = text[lines.end :]
    if _SIGN.match(behind) and _indent(behind) > _indent(text[lines.start :]):
        return None
    if not text[span.end : lines.end].strip():
        return Fix("Remove the relation", (Edit(lines, ""),), is_safe=True)
    return None


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
