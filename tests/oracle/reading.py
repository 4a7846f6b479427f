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

import math
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from argmap.model import ArgumentMap
from argmap.model.records import NOTHING, Argument, Claim, Occurrence, Range
from argmap.text import ParseResult

DIFFERENCES: Mapping[str, str] = {
    "untitled-never-merges": (
        "The official reader names untitled statements and arguments 'Untitled 1', 'Untitled 2' ..., and merges them "
        "with whatever a user gave such a title. In argmap what has no title never merges."
    ),
    "trimmed-wordings": (
        "The official reader keeps white space at the start and end of a wording, which depends on what stands "
        "behind it. argmap drops it; ranges are clipped and shifted, and empty ones dropped."
    ),
    "undercut-of-a-claim": (
        "In the official reader an undercut of a plain statement lands on the last inference of any earlier "
        "premise-conclusion structure. In argmap it stays on the statement; only the undercut of a line of a structure "
        "(not of what stands below such a line) belongs to the inference before it."
    ),
    "bare-addresses": (
        "The official reader takes // in a bare address (http://...) for a comment and drops the rest of the line. "
        "argmap keeps the address and warns."
    ),
    "yaml-beyond-json": (
        "The official reader turns dates in YAML into time stamps, and .inf and .nan into numbers that JSON cannot "
        "hold. In argmap they stay the text that was written."
    ),
    "range-ends": (
        "In the official reader a shortcode inside bold or italic text loses the end of that range, and an empty "
        "range at the start of a wording covers the first character behind it, or adds the word 'undefined'. In "
        "argmap a range ends where its mark does."
    ),
    "blank-behind-tags": (
        "The official range of a tag or a mention takes in the blank behind it. In argmap it ends with the tag."
    ),
    "self-relations": (
        "The official reader takes a relation of something to itself for a repetition where anything else does the "
        "same to it already, and loses what an argument does to its own conclusion. argmap keeps both, so that a "
        "check can speak of them; only that an argument supports its conclusion goes without saying."
    ),
    "prototype-titles": (
        "Titles such as 'constructor' or '__proto__' crash the official reader, and titles that are numbers lose "
        "their order. In argmap they are titles like any other, in the order of the text."
    ),
    "drawing-settings": (
        "Front matter can ask the official reader to regroup sections (group.regroup) and to split arguments into "
        "their steps (model.explodeArguments) while it builds the model. argmap's reader keeps what was written."
    ),
    "second-structure": (
        "A second premise-conclusion structure for one argument is an exception in the official reader, and nothing "
        "is read. argmap reports an error and keeps the structure as an argument of its own."
    ),
}
"""Where argmap reads something else than the official implementation, and why. The documentation quotes this."""

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
    """The reading that the oracle gave for `text`, as argmap should read it (see `DIFFERENCES`)."""
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
        "relations": _relations([kind, keys[a], keys[b], at] for kind, a, b, at in reading["relations"]),
        "sections": [section(one) for one in reading["sections"]],
        "tags": reading["tags"],
        "frontMatter": reading["frontMatter"] or {},
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


# ------------------------------------------------------------------------------------------------ comparing


def differences(ours: Mapping[str, Any], official: Mapping[str, Any]) -> list[str]:
    """Sentences on what is not the same in two readings, first argmap's; an empty list when they are equal.

    `official` comes from `official_reading`.
    """
    found: list[str] = []
    apart = set(official.get("collisions", ()))
    for kind in ("claims", "arguments"):
        _compare_records(kind, ours, official, apart, found)
    mine = {tuple(one) for one in ours["relations"] if not apart & {one[1], one[2]}}
    theirs = {tuple(one) for one in official["relations"] if not apart & {one[1], one[2]}}
    found += [f"Only argmap has the relation {_relation(one)}." for one in sorted(mine - theirs, key=repr)]
    found += [f"Only the official reader has the relation {_relation(one)}." for one in sorted(theirs - mine, key=repr)]
    if len(ours["sections"]) != len(official["sections"]):
        found.append(f"There are {len(ours['sections'])} sections, officially {len(official['sections'])}.")
    for one, other in zip(ours["sections"], official["sections"], strict=False):
        _compare_fields(f"Section {other['id']}", one, other, found)
    if ours["tags"] != official["tags"]:
        found.append(f"The tags are {ours['tags']}, officially {official['tags']}.")
    front, front_official = dict(ours["frontMatter"]), dict(official["frontMatter"])
    if "title" in front_official and not isinstance(front_official["title"], str):
        front.pop("title", None)  # the title of a map is a word, whatever YAML makes of it
        del front_official["title"]
    if front_official.get("title") == "":
        del front_official["title"]
    if not same(front, front_official):
        found.append(f"The front matter is {front}, officially {front_official}.")
    return found


def _relation(one: Iterable[Any]) -> str:
    kind, source, target, step = one
    return f"{source} {kind} {target}" + ("" if step is None else f", step {step}")


def _compare_records(
    kind: str, ours: Mapping[str, Any], official: Mapping[str, Any], apart: set[str], found: list[str]
) -> None:
    mine = {one["key"]: one for one in ours[kind] if one["key"] not in apart}
    theirs = {one["key"]: one for one in official[kind] if one["key"] not in apart}
    if len(mine) + len(apart & {one["key"] for one in ours[kind]}) != len(ours[kind]):
        found.append(f"Two {kind} of argmap have one title: {[one['key'] for one in ours[kind]]}.")
    found += [f"Only argmap has {key} among the {kind}." for key in mine if key not in theirs]
    found += [f"Only the official reader has {key} among the {kind}." for key in theirs if key not in mine]
    both = [key for key in mine if key in theirs]
    if both != [key for key in theirs if key in mine]:
        found.append(f"The {kind} stand in another order than in the text: {both}.")
    for key in both:
        one, other = mine[key], theirs[key]
        _compare_fields(key, one, other, found, skip=("members", "steps", "key"))
        for number, (a, b) in enumerate(zip(one["members"], other["members"], strict=False), start=1):
            _compare_fields(f"Member {number} of {key}", a, b, found)
        if len(one["members"]) != len(other["members"]):
            found.append(f"{key} has {len(one['members'])} members, officially {len(other['members'])}.")
        if kind == "arguments":
            mine_steps, their_steps = one["steps"], other["steps"]
            if len(mine_steps) != len(their_steps):
                found.append(f"{key} has {len(mine_steps)} steps, officially {len(their_steps)}.")
            for number, (a, b) in enumerate(zip(mine_steps, their_steps, strict=False)):
                _compare_fields(f"Step {number} of {key}", a, b, found, known=lambda end: end not in apart)


def _compare_fields(
    name: str,
    one: Mapping[str, Any],
    other: Mapping[str, Any],
    found: list[str],
    skip: tuple[str, ...] = (),
    known: Callable[[str], bool] = lambda _key: True,
) -> None:
    for field in other:
        if field in skip:
            continue
        a, b = one[field], other[field]
        if field == "premises":
            a, b = [key for key in a if known(key)], [key for key in b if known(key)]
        if field == "conclusion" and not (known(a) and known(b)):
            continue
        if not same(a, b):
            found.append(f"{name}: {field} is {a!r}, officially {b!r}.")


_TIME = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.(\d*))?(?:[ \t]*(Z|([-+])(\d\d?)(?::(\d\d))?))?)?\Z"
)


def same(ours: Any, official: Any) -> bool:
    """Whether two values of YAML data are the same (JavaScript has one kind of number; see "yaml-beyond-json")."""
    if isinstance(official, dict):
        if set(official) == {"$date"}:
            return isinstance(ours, str) and _iso(ours) == official["$date"]
        if set(official) == {"$number"}:
            return isinstance(ours, str) and float(ours.lower().replace(".", "")) == float(official["$number"]) or (
                isinstance(ours, str) and official["$number"] == "NaN" and ours.lower() == ".nan"
            )
        return (
            isinstance(ours, dict)
            and ours.keys() == official.keys()
            and all(same(ours[key], official[key]) for key in official)
        )
    if isinstance(official, list):
        return isinstance(ours, list | tuple) and len(ours) == len(official) and all(map(same, ours, official))
    if isinstance(official, bool) or isinstance(ours, bool) or official is None or isinstance(official, str):
        return type(ours) is type(official) and bool(ours == official)
    if not isinstance(ours, int | float):
        return False
    try:
        return math.isclose(float(ours), float(official), rel_tol=1e-15)
    except OverflowError:
        return False


def _iso(text: str) -> str | None:
    """The JavaScript form of a YAML time stamp."""
    found = _TIME.match(text)
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups()[:3])
    hour, minute, second = (int(part or 0) for part in found.groups()[3:6])
    milliseconds = int(((found[7] or "") + "000")[:3])
    try:
        moment = datetime(year, month, day, hour, minute, second, milliseconds * 1000, tzinfo=UTC).timestamp()
    except ValueError:
        return None
    if found[9]:
        shift = (int(found[10]) * 60 + int(found[11] or 0)) * 60
        moment += shift if found[9] == "-" else -shift
    return datetime.fromtimestamp(moment, tz=UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{milliseconds:03}Z"
