"""A normal form of what was read in a text, to compare argmap with the official implementation.

A reading is a dict of plain JSON values:

* ``claims``: each with ``key``, ``title`` (None for an untitled one), ``place``, ``text`` and ``ranges`` (the
  wording that counts), ``members``, ``tags``, ``data``, ``section``. A member has ``place``, ``role``,
  ``reference``, ``text`` (None for a reference), ``ranges``, ``tags``, ``data``, ``section``.
* ``arguments``: the same, and ``steps``, each with ``premises`` and ``conclusion`` (keys), ``rules``, ``data``.
* ``relations``: ``[kind, source key, target key, step or None]``, each once; ends of symmetric ones in order.
* ``sections``: ``id``, ``level``, ``title``, ``parent``, ``place``, ``ranges``, ``tags``, ``data``.
* ``tags``: of the whole document, in order. ``frontMatter``: a mapping.

Keys are ``[title]`` and ``<title>``; an untitled claim is known by where it stands (``claim 3:5``), an anonymous
argument by the line on which its premise-conclusion structure begins (``argument 7``). Places are ``line:column``
from 1, a column being a code point. Ranges are ``[kind, start, end, target]`` in code points, `end` exclusive.
Members come in the order of the text, and so do claims, arguments and sections.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from argmap.model.records import NOTHING, Argument, Claim, Occurrence, Range

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.model import ArgumentMap
    from argmap.text import ParseResult

SYMMETRIC = ("contrary", "contradictory")

# ------------------------------------------------------------------------------------------------ places

_LINE_END = re.compile(r"\r\n|\n|\r")
_SKIPPED = re.compile(r"[ \t\r\n]+|<!--[\s\S]*?-->|/\*[\s\S]*?\*/|//[^\r\n]*(?=[\r\n])")


class _Places:
    """Offsets and ``line:column`` of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def name(self, offset: int) -> str:
        line = bisect_right(self.starts, offset)
        return f"{line}:{offset - self.starts[line - 1] + 1}"

    def settled(self, offset: int) -> str:
        """The place of the first character at or behind `offset` that is neither white space nor comment.

        Whether a statement begins at its first word or at the blanks and comments before it is nobody's meaning.
        """
        while match := _SKIPPED.match(self.text, offset):
            offset = match.end()
        return self.name(offset)

    def resettled(self, place: str) -> str:
        line, column = map(int, place.split(":"))
        return self.settled(self.starts[line - 1] + column - 1)


# ------------------------------------------------------------------------------------------------ argmap's reading


def reading_of(result: ParseResult) -> dict[str, Any]:
    """What argmap read, in the normal form."""
    found = result.map
    assert found.source is not None
    places = _Places(found.source.text)

    def claim_key(claim: Claim) -> str:
        if claim.title is not None:
            return f"[{claim.title}]"
        return f"claim {places.settled(claim.occurrences[0].span.start)}"

    def argument_key(argument: Argument) -> str:
        if argument.title is not None:
            return f"<{argument.title}>"
        assert argument.span is not None
        return f"argument {places.settled(argument.span.start).split(':')[0]}"

    keys = {claim.id: claim_key(claim) for claim in found.claims}
    keys |= {argument.id: argument_key(argument) for argument in found.arguments}

    def member(occurrence: Occurrence) -> dict[str, Any]:
        return {
            "place": places.settled(occurrence.span.start),
            "role": str(occurrence.role),
            "reference": occurrence.is_reference,
            "text": occurrence.text,
            "ranges": _ranges(occurrence.ranges),
            "tags": list(occurrence.tags),
            "data": _data(occurrence.data),
            "section": occurrence.section,
        }

    def common(record: Claim | Argument) -> dict[str, Any]:
        spans = [occurrence.span for occurrence in record.occurrences]
        if not spans:
            assert isinstance(record, Argument)
            assert record.span is not None
            spans.append(record.span)
        return {
            "key": keys[record.id],
            "title": record.title,
            "place": places.settled(min(spans).start),
            "text": record.text,
            "ranges": _ranges(record.ranges),
            "members": sorted(map(member, record.occurrences), key=_by_place),
            "tags": list(record.tags),
            "data": _data(record.data),
            "section": record.section,
        }

    def steps(argument: Argument) -> list[dict[str, Any]]:
        return [
            {
                "premises": [keys[premise] for premise in step.premises],
                "conclusion": keys[step.conclusion],
                "rules": list(step.rules),
                "data": _data(step.data),
            }
            for step in argument.steps
        ]

    front = {"title": found.title} if found.title else {}
    return {
        "claims": [common(claim) for claim in found.claims],
        "arguments": [{**common(argument), "steps": steps(argument)} for argument in found.arguments],
        "relations": _relations(
            [str(one.kind), keys[one.source], keys[one.target], one.step] for one in found.relations
        ),
        "sections": [
            {
                "id": section.id,
                "level": section.level,
                "title": section.title,
                "parent": section.parent,
                "place": places.settled(section.span.start if section.span else 0),
                "ranges": _ranges(section.ranges),
                "tags": list(section.tags),
                "data": _data(section.data),
            }
            for section in found.sections
        ],
        "tags": _all_tags(found),
        "frontMatter": front | dict(found.data),
    }


def _all_tags(found: ArgumentMap) -> list[str]:
    """Every tag once, in the order of the text (`ArgumentMap.tags` goes by records instead)."""
    bearers = [(one.span.start, one.tags) for record in (*found.claims, *found.arguments) for one in record.occurrences]
    bearers += [(section.span.start if section.span else 0, section.tags) for section in found.sections]
    return list(dict.fromkeys(tag for _, tags in sorted(bearers) for tag in tags))


def _by_place(item: dict[str, Any]) -> tuple[int, int]:
    line, column = map(int, item["place"].split(":"))
    return line, column


def _ranges(ranges: Iterable[Range]) -> list[list[Any]]:
    return _sorted_ranges([str(one.kind), one.start, one.end, one.target] for one in ranges)


def _sorted_ranges(ranges: Iterable[list[Any]]) -> list[list[Any]]:
    return sorted(ranges, key=lambda one: (one[1], -one[2], one[0], one[3] or ""))


def _data(data: Mapping[str, Any]) -> dict[str, Any]:
    return {} if data is NOTHING else dict(data)


def _relations(relations: Iterable[list[Any]]) -> list[list[Any]]:
    unique = set()
    for kind, source, target, step in relations:
        if kind in SYMMETRIC and source > target:
            source, target = target, source
        unique.add((kind, source, target, step))
    return sorted(map(list, unique), key=repr)


# ------------------------------------------------------------------------------------------------ the official one


def official_reading(reading: Mapping[str, Any], text: str) -> dict[str, Any]:
    """The reading that the oracle gave for `text`, as argmap should read it (see `tests.oracle.differences`)."""
    places = _Places(text)
    keys: dict[str, str] = {}
    for kind in ("claims", "arguments"):
        for one in reading[kind]:
            old = one["key"]
            if one["title"] is None:
                place = places.resettled(one["place"])
                keys[old] = f"claim {place}" if kind == "claims" else f"argument {place.split(':')[0]}"
            else:
                keys[old] = old

    def worded(one: Mapping[str, Any]) -> dict[str, Any]:
        made = {**one, "place": places.resettled(one["place"]), "data": one["data"] or {}}
        if one.get("text") is not None:
            made["text"], made["ranges"] = _trimmed(one["text"], one["ranges"])
        return made

    def common(one: Mapping[str, Any]) -> dict[str, Any]:
        members = sorted(map(worded, one["members"]), key=_by_place)
        made = {**worded(one), "key": keys[one["key"]], "members": members}
        if members:
            # Officially a member counts when it ends, so one below another comes first.
            made["place"] = members[0]["place"]
        return made

    def step(one: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "premises": [keys[premise] for premise in one["premises"]],
            "conclusion": keys[one["conclusion"]],
            "rules": one["rules"],
            "data": one["data"] or {},
        }

    def section(one: Mapping[str, Any]) -> dict[str, Any]:
        title, ranges = _trimmed(one["title"], one["ranges"])
        place = places.resettled(one["place"])
        return {**one, "title": title, "ranges": ranges, "place": place, "data": one["data"] or {}}

    return {
        "claims": sorted(map(common, reading["claims"]), key=_by_place),
        "arguments": sorted(
            ({**common(one), "steps": list(map(step, one["steps"]))} for one in reading["arguments"]), key=_by_place
        ),
        "relations": _relations([kind, keys.get(a, a), keys.get(b, b), at] for kind, a, b, at in reading["relations"]),
        "sections": [section(one) for one in reading["sections"]],
        "tags": reading["tags"],
        "frontMatter": reading["frontMatter"] if isinstance(reading["frontMatter"], dict) else {},
        "collisions": [keys.get(key) or _settled_key(key, places) for key in reading["collisions"]],
    }


def _settled_key(key: str, places: _Places) -> str:
    sort, _, place = key.partition(" ")
    return f"{sort} {places.resettled(place)}" if sort == "claim" else key


def _trimmed(text: str, ranges: Iterable[list[Any]]) -> tuple[str, list[list[Any]]]:
    """Difference "trimmed-wordings"."""
    plain = text.strip()
    lead = len(text) - len(text.lstrip()) if plain else len(text)
    kept = []
    for kind, start, end, target in ranges:
        if kind in ("tag", "statement-mention", "argument-mention") and text[start:end].endswith((" ", "\t")):
            end -= 1  # difference "blank-behind-tags"
        clipped = [kind, max(0, start - lead), min(len(plain), end - lead), target]
        if clipped[1] < clipped[2]:
            kept.append(clipped)
    return plain, _sorted_ranges(kept)


_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:\Z")
_PRIVATE = 0xE000


def for_official(text: str, result: ParseResult) -> tuple[str, dict[int, str]]:
    """The text to show to the official implementation, and a table that turns its answer back.

    Difference "bare-addresses": in the addresses that argmap kept, every character is replaced by one of the private
    use area, of which no grammar knows anything; `restored` puts them back.
    """
    table: dict[int, str] = {}
    parts: list[str] = []
    done = 0
    for found in result.diagnostics:
        if found.code != "bare-address":
            continue
        start, end = found.span
        assert text.startswith("//", start), text[start:end]
        assert _SCHEME.search(text[:start]), text[start:end]
        parts.append(text[done:start])
        for sign in text[start:end]:
            table[_PRIVATE + len(table)] = sign
            parts.append(chr(_PRIVATE + len(table) - 1))
        done = end
    parts.append(text[done:])
    assert len(table) < 0x1900, "too many addresses for the private use area"
    return "".join(parts), table


def restored(value: Any, table: Mapping[int, str]) -> Any:
    """The value, with the signs that `for_official` replaced."""
    if not table:
        return value
    if isinstance(value, str):
        return value.translate(table)
    if isinstance(value, list):
        return [restored(item, table) for item in value]
    if isinstance(value, dict):
        return {restored(key, table): restored(item, table) for key, item in value.items()}
    return value
