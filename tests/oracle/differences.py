"""Where two readings are not the same, and which differences are meant."""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime
from itertools import combinations
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from argmap.text import ParseResult
    from tests.oracle.official import Answer

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
    "list-and-mapping": (
        "Where two blocks of data for one claim give a key a list and then a mapping, the official reader puts the "
        "mapping's values into the list. In argmap the later value counts."
    ),
    "drawing-settings": (
        "Front matter can ask the official reader to regroup sections (group.regroup) and to split arguments into "
        "their steps (model.explodeArguments) while it builds the model. argmap's reader keeps what was written."
    ),
    "second-structure": (
        "A second premise-conclusion structure for one argument is an exception in the official reader, and nothing "
        "is read. argmap reports an error and keeps the structure as an argument of its own."
    ),
    "empty-statements": (
        "The official reader takes a sign, a number or a list mark with nothing but a line end behind it for a "
        "statement without words. argmap reads the rest and reports the missing words."
    ),
    "links-over-lines": (
        "The words of a link may officially hold a line end, and lose what stands before it. argmap reports it."
    ),
    "line-end-in-title": (
        "The first character of an official reference may be a line end: '<' at the end of a line swallows the next "
        "line up to '>'. In argmap no title holds a line end."
    ),
    "line-separator-in-comment": (
        "A comment that holds a line or paragraph separator (U+2028, U+2029) is officially text. In argmap it is a "
        "comment like any other."
    ),
    "data-over-crlf-lines": (
        "Inline data that run over lines are officially plain text where the lines end in carriage return and line "
        "feed. argmap reads them as data whatever the line ends."
    ),
    "old-line-ends": (
        "A carriage return alone never makes an empty line officially. argmap reads it as a line end where the text "
        "has no other, and warns."
    ),
    "byte-order-mark": "A byte order mark is officially text, so the first title is lost. argmap ignores it.",
    "deep-nesting": (
        "Some 250 levels of relations overflow the official reader's stack. argmap reads any number of levels."
    ),
    "yaml-dialect": (
        "The official reader reads YAML with js-yaml, argmap with PyYAML: both follow YAML, but a few malformed or odd "
        "texts pass only one of them, and a block of data that is no mapping counts only officially."
    ),
}
"""Where argmap reads something else than the official implementation, and why. The documentation quotes this."""


def differences(ours: Mapping[str, Any], official: Mapping[str, Any]) -> list[str]:
    """Sentences on what is not the same in two readings, first argmap's; an empty list when they are equal.

    `official` comes from `official_reading`.
    """
    found: list[str] = []
    apart = set(official.get("collisions", ()))
    for kind in ("claims", "arguments"):
        _compare_records(kind, ours, official, apart, found)
    if not any(key.startswith(("<", "argument ")) for key in apart):
        # An argument that was merged with another may act through a conclusion that is not its own.
        mine = {tuple(one) for one in ours["relations"] if not apart & {one[1], one[2]}}
        theirs = {tuple(one) for one in official["relations"] if not apart & {one[1], one[2]}}
        found += [f"Only argmap has the relation {_relation(one)}." for one in sorted(mine - theirs, key=repr)]
        found += [
            f"Only the official reader has the relation {_relation(one)}." for one in sorted(theirs - mine, key=repr)
        ]
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
        skip = ["members", "steps", "key"]
        blocks = [member["data"] for member in other["members"]]
        if any(_is_mixed(old, new) for old, new in combinations(blocks, 2)):
            skip.append("data")  # difference "list-and-mapping"; the data of each member are compared
        _compare_fields(key, one, other, found, skip)
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


def _is_mixed(old: Any, new: Any) -> bool:
    """Whether one of two blocks of data has a list where the other has a mapping."""
    if isinstance(old, dict) and isinstance(new, dict):
        return any(_is_mixed(old[key], new[key]) for key in old.keys() & new.keys())
    if isinstance(old, list) and isinstance(new, list):
        return any(map(_is_mixed, old, new))
    return isinstance(old, list | dict) and isinstance(new, list | dict)


def _compare_fields(
    name: str,
    one: Mapping[str, Any],
    other: Mapping[str, Any],
    found: list[str],
    skip: Sequence[str] = (),
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


_NUMBERS = {".inf": "Infinity", "+.inf": "Infinity", "-.inf": "-Infinity", ".nan": "NaN"}
_TIME = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)"
    r"(?:(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.(\d*))?(?:[ \t]*(Z|([-+])(\d\d?)(?::(\d\d))?))?)?\Z"
)


def same(ours: Any, official: Any) -> bool:
    """Whether two values of YAML data are the same (JavaScript has one kind of number; see "yaml-beyond-json")."""
    if isinstance(official, dict):
        if set(official) == {"$date"}:
            return isinstance(ours, str) and _iso(ours) == official["$date"]
        if set(official) == {"$number"}:
            return isinstance(ours, str) and _NUMBERS.get(ours.lower()) == official["$number"]
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


# ------------------------------------------------------------------------------------------------ excuses

_BROKEN_TITLE = re.compile(r"[\[<][\r\n\u2028\u2029]")
_SEPARATED_COMMENT = re.compile(r"(?:/\*|<!--)[\s\S]*[\u2028\u2029]")
_CRLF_DATA = re.compile(r"\{[^}]*\r\n|\}(?!\s)[^{}]*\r\n")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_ERRORS = {
    "missing-text": "empty-statements",
    "definition-without-text": "empty-statements",
    "heading-without-text": "empty-statements",
    "relation-without-target": "empty-statements",
    "link-over-lines": "links-over-lines",
    "bad-yaml": "yaml-dialect",
}


def excuse_for_silence(text: str, answer: Answer) -> str | None:
    """The difference by which argmap may say nothing about a text that is officially invalid."""
    assert not answer.valid
    why = answer.exception or ""
    if why.startswith("RangeError") or why == "oracle: no answer in time":
        return "deep-nesting"
    if why.startswith("YAMLException"):
        return "yaml-dialect"
    return _excuse_by_text(text)


def _excuse_by_text(text: str) -> str | None:
    if _BROKEN_TITLE.search(text):
        return "line-end-in-title"
    return "line-separator-in-comment" if _SEPARATED_COMMENT.search(text) else None


def excuse_for_errors(text: str, result: ParseResult, answer: Answer) -> str | None:
    """The difference by which argmap may report the errors of `result` although the text is officially valid."""
    assert answer.valid
    if text.startswith("\ufeff"):
        return "byte-order-mark"
    if _LONE_RETURN.search(text):
        return "old-line-ends"
    if excuse := _excuse_by_text(text):
        return excuse
    if _CRLF_DATA.search(text):
        return "data-over-crlf-lines"
    names = [_ERRORS.get(error.code) for error in result.errors]
    return None if None in names else names[0]
