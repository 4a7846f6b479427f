"""JSON texts from anywhere: parsed within limits; what is wrong is said with its place."""

from __future__ import annotations

import json
import re
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic_core import from_json, to_json

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.memory import collection_paused
from argmap.model.naming import DEPTH_LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_START = re.compile(r"[ \t\r\n]*[{\[]")
_DEEPEST = 4 * DEPTH_LIMIT
_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\]]', re.DOTALL)
_COLONS = ("\\u0022", "\\u003a", "\\u003A")
_SPACED = re.compile(r'"[ \t\r\n]++:')
_MOST_DIGITS = 4_000
_LONG = 1_000_000
_CHUNK = 2_000
_NUMBER = re.compile(r'"(?:[^"\\]|\\.)*+"|-?\d[\d.eE+-]*+|NaN|-?Infinity', re.DOTALL)
_OFTEN = (
    (
        re.compile(r",\s*+[]}]"),
        "The last of a list or an object has a comma behind it, which JSON does not allow. Take it out.",
    ),
    (
        re.compile("['‘’“”]"),
        'Texts and keys of JSON stand in straight double quotation marks. Write " here and at the end, or let a'
        " program save the file as JSON.",
    ),
    (re.compile("//|/\\*|#"), "JSON has no comments. Take this one out."),
    (re.compile(r"(?:True|False|None)\b"), "JSON writes true, false and null in small letters. Mend the file."),
)
"""What stands where JSON should have a value or a key, and what to do."""

_SAID = {
    "Extra data": "The JSON ends before this; a file holds one object or list. If each line is one, give each a file.",
    "Invalid control character": "This text of JSON holds a line break or a tab. Write \\n or \\t for it.",
    "Unterminated string starting": 'This text of JSON is never closed. Write " at its end, or save the file anew.',
    "Invalid \\escape": "No sign of JSON begins like this. Write two backslashes for one.",
}
"""What the parser of Python says, and what to say to people."""


class JsonText(NamedTuple):
    """What a JSON text holds.

    Attributes:
        value: The object or list; None where there is none, or it is broken.
        problems: What is wrong with the text.
    """

    value: Any
    problems: tuple[Diagnostic, ...] = ()


def parse_json(text: str) -> JsonText:
    """Return what a text holds if it is a JSON object or list.

    A key that stands twice in an object keeps its first value, and a number that no file can hold (NaN, Infinity, too
    many digits) becomes None; both are said. Linear.

    Example:
        >>> parse_json('{"a": 1, "a": 2}').problems[0].message
        "The key 'a' stands twice in one object; the first is read. Leave one of them out."
        >>> parse_json('{"a": [1, 2').problems[0].message
        'The JSON breaks off here, before its end. Save or copy the file anew.'
        >>> parse_json("[Argdown]")
        JsonText(value=None, problems=(Diagnostic(code='bad-json', message='The JSON breaks off or goes wrong here: \
Expecting value. Mend the file, or save it anew.', span=Span(start=1, end=2), severity=<Severity.ERROR: 'error'>, \
related=(), edits=()),))
    """
    if _START.match(text) is None:
        return JsonText(None)
    value = sound(text)
    return JsonText(value) if value is not None else _with_problems(text)


def parse_any(text: str) -> JsonText:
    """Return what a text holds if it is JSON of any sort; what is none, is said.

    Example:
        >>> parse_any("3").value
        3
        >>> parse_any("// a map").problems[0].message
        'JSON has no comments. Take this one out.'
    """
    return _with_problems(text)


def sound(text: str) -> Any:
    """Return what a text holds if all of it is sound, as nearly always; None if it has to be looked at closer.

    This parser is faster, and holds a word that stands there often once; but it says nothing of keys that stand twice.
    """
    try:
        with collection_paused():
            value = from_json(text if text.isascii() else text.encode(), allow_inf_nan=False, cache_strings="all")
    except ValueError:
        return None
    if "\\" in text and "\\u00" in text and any(sign in text for sign in _COLONS):
        return None
    return value if _is_once(value, text) and _SPACED.search(text) is None else None


def _is_once(value: Any, text: str) -> bool:
    """Whether no key stands twice in an object of a text, if no space stands behind its keys."""
    number = text.count('":')
    if type(value) is list and set(map(type, value)) == {dict} and sum(map(len, value)) == number:
        return True  # as in long lists of simple things
    # Written anew, it has as many keys, and texts that look like keys, as it had: so none stood twice.
    return _colons(value, len(text)) == number


def _colons(value: Any, size: int) -> int:
    """Return how often a colon follows a quotation mark when a value is written; a long one in pieces, to save room."""
    if size < _LONG:
        return to_json(value).count(b'":')
    number, parts = _of_keys(value)
    for part in parts:
        if type(part) is not dict and type(part) is not list:
            number += to_json(part).count(b'":') if type(part) is str else 0
            continue
        more, rest = _of_keys(part)
        number += more
        each = iter(rest)
        while chunk := list(islice(each, _CHUNK)):
            number += to_json(chunk).count(b'":')
    return number


def _of_keys(value: Any) -> tuple[int, Iterable[Any]]:
    if type(value) is not dict:
        return 0, value
    return len(value) + sum(key.count('":') for key in value), value.values()


def _with_problems(text: str) -> JsonText:
    odd: list[str] = []
    loads = partial(json.loads, text, parse_constant=odd.append)  # which gives None
    try:
        with collection_paused():
            try:
                value = loads()
            except json.JSONDecodeError:
                raise
            except ValueError:  # a whole number with more digits than Python turns into one
                loads = partial(loads, parse_int=_whole_number)
                value = loads()
                odd.append("")
    except json.JSONDecodeError as error:
        return JsonText(None, (_broken(text, error),))
    except RecursionError:
        return JsonText(None, (_too_deep(text),))
    number = _keys(value)
    if number is None:
        return JsonText(None, (_too_deep(text),))
    twice: list[str] = []
    # Objects that are made key by key cost five times as much: only where there may be a key too many.
    if number != text.count('":') or _SPACED.search(text) is not None:
        value = loads(object_pairs_hook=partial(_unique, twice))
    return JsonText(value, (*_twice(text, twice), *(_odd(text) if odd else ())))


def called(value: object) -> str:
    """Return what a value is called in messages.

    Example:
        >>> called([]), called("a"), called(None), called(1.5)
        ('a list', 'a text', 'null', 'a number')
    """
    names = {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def _unique(twice: list[str], pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        made = {}
        for key, value in pairs:
            if key in made:
                twice.append(key)
            made.setdefault(key, value)
    return made


def _keys(value: Any) -> int | None:
    """Return how many keys there are in all objects, None if they lie too deep."""
    number = depth = 0
    level: list[Any] = [value] if type(value) is dict or type(value) is list else []
    while level:
        depth += 1
        if depth > _DEEPEST:
            return None
        below: list[Any] = []
        for each in level:
            inside = each
            if type(each) is dict:
                number += len(each)
                inside = each.values()
            below += [item for item in inside if type(item) is dict or type(item) is list]
        level = below
    return number


def _whole_number(word: str) -> int | None:
    return int(word) if len(word) <= _MOST_DIGITS else None


def _broken(text: str, error: json.JSONDecodeError) -> Diagnostic:
    """Return what is wrong where JSON goes wrong: in plain words what people and programs get wrong most often."""
    at = max(0, min(error.pos, len(text) - 1))
    before = len(text[:at].rstrip())
    if text[at : at + 1] in "]}" and text[before - 1 : before] == ",":
        at = before - 1
    rest = text[at:]
    told = (
        next((sentence for begins, sentence in _OFTEN if begins.match(rest)), "")
        if not error.msg.startswith("Invalid")
        else ""
    )
    if not text[error.pos :].strip():
        told = "The JSON breaks off here, before its end. Save or copy the file anew."
    told = told or _SAID.get(error.msg.removesuffix(" at"), "")
    if not told and not text[:at].strip():
        told = "JSON begins with { or [, and this text does not. Take out what stands before it."
    if told:
        return Diagnostic(code="bad-json", message=told, span=Span(at, at + 1))
    return _bad(f"The JSON breaks off or goes wrong here: {error.msg.removesuffix(' at')}.", at)


def _bad(sentence: str, at: int) -> Diagnostic:
    return Diagnostic(code="bad-json", message=f"{sentence} Mend the file, or save it anew.", span=Span(at, at + 1))


def _too_deep(text: str) -> Diagnostic:
    depth = at = 0
    for match in _BRACKETS.finditer(text):
        sign = match[0][0]
        depth += (sign in "{[") - (sign in "}]")
        if depth > _DEEPEST:
            at = match.start()
            break
    return Diagnostic(
        code="too-deep",
        message=f"Lists and objects lie more than {_DEEPEST} deep from here on; argmap reads no such file.",
        span=Span(at, at + 1),
    )


def _twice(text: str, keys: list[str]) -> Iterator[Diagnostic]:
    for key in dict.fromkeys(keys):
        written = json.dumps(key, ensure_ascii=False)
        places = [match.start() for match in re.finditer(rf"{re.escape(written)}(?=\s*:)", text)][1:2]
        at = places[0] if places else 0
        yield Diagnostic(
            code="key-twice",
            message=f"The key {key[:60]!r} stands twice in one object; the first is read. Leave one of them out.",
            span=Span(at, at + len(written)),
        )


def _odd(text: str) -> Iterator[Diagnostic]:
    for match in _NUMBER.finditer(text):
        word = match[0]
        if word[0] != '"' and (word[-1] in "Ny" or len(word) > _MOST_DIGITS):
            yield Diagnostic(
                code="no-number",
                message=f"{_short(word)} is no number that JSON can hold; it is left out.",
                span=Span(*match.span()),
                severity=Severity.WARNING,
            )


def _short(word: str) -> str:
    return word if len(word) < 20 else f"{word[:9]}…"
