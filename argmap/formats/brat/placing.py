"""Where the spans stand in the text: in the one that is kept, or in one that is made of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.model.naming import as_line, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argmap.model import Argument, ArgumentMap, Claim

SOURCE = "text"
"""The id of the source that is the text."""

Ends = tuple[tuple[int, int], ...]
"""Where the parts of a span start and end (exclusive)."""


class Said(NamedTuple):
    """A span to be: its id, its words, and where it stands, if that is known."""

    id: str
    role: str
    text: str
    ends: Ends | None


def place(m: ArgumentMap, said: Sequence[Said]) -> tuple[str | None, list[Ends]]:
    """Return the text, and where each span stands in it.

    The text that is kept counts where the spans stand in it; what does not stand there follows as a paragraph of
    its own. Without one, a title and a paragraph for each make the text.
    """
    stored = _stored(m)
    if stored is None and all(each.ends for each in said) and SOURCE in _sources(m):
        return None, [each.ends or () for each in said]
    there = [each.ends if stored is not None and _stands(each, stored) else None for each in said]
    parts: list[str] = []
    length = 0
    if stored is not None and (any(there) or not said):
        parts, length = [stored], len(stored)
    elif m.title:
        parts = [f"{m.title}\n\n"]
        length = len(parts[0])
    ends: list[Ends] = []
    if stored is not None and parts and parts[0] is stored and not all(there) and not stored.endswith("\n"):
        parts.append("\n")
        length += 1
    for each, place in zip(said, there, strict=True):
        if place is not None and parts and parts[0] is stored:
            ends.append(place)
            continue
        parts.append(f"{each.text}\n")
        ends.append(((length, length + len(each.text)),))
        length += len(each.text) + 1
    return "".join(parts), ends


def title_of(text: str, spans: Iterable[Ends]) -> str:
    r"""Return the title of a text: its first line, if an empty line follows and no span stands in it.

    Example:
        >>> title_of("Rain\n\nIt rains.\n", [((6, 14),)]), title_of("It rains.\nIt is wet.\n", [])
        ('Rain', '')
    """
    found = re.match(r"([^\r\n]+)\r?\n[ \t]*\r?(?:\n|$)", text)
    if found is None or any(start < found.end(1) for ends in spans for start, _ in ends):
        return ""
    return one_line(found[1])


def places_of(record: Claim | Argument) -> list[Mapping[str, Any]]:
    """Return the places in the text that a record cites, in the order of its wordings."""
    cites = record.data.get("cites")
    found = cites if isinstance(cites, list) else []
    return [each for each in found if isinstance(each, dict) and each.get("source") == SOURCE]


def ends_of(place: Mapping[str, Any]) -> Ends | None:
    """Return the ends of the parts of a place; None if it does not say them."""
    given = place.get("spans", [[place.get("start"), place.get("end")]])
    found = []
    for each in given if isinstance(given, list) else ():
        if not (isinstance(each, list) and len(each) == 2 and all(type(end) is int and end >= 0 for end in each)):
            return None
        found.append((each[0], each[1]))
    return tuple(found) or None


def _stands(said: Said, text: str) -> bool:
    ends = said.ends or ()
    if any(not 0 <= start < end <= len(text) for start, end in ends):
        return False
    return bool(ends) and as_line(" ".join(text[start:end] for start, end in ends)) == said.text


def _sources(m: ArgumentMap) -> Mapping[str, Any]:
    sources = m.data.get("sources")
    return sources if isinstance(sources, dict) else {}


def _stored(m: ArgumentMap) -> str | None:
    source = _sources(m).get(SOURCE)
    text = source.get("text") if isinstance(source, dict) else None
    return text if isinstance(text, str) else None
