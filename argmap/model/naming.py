"""The names of things in a map: titles on one line, ids made from them, data that can be written down."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from typing import Any

from argmap.errors import ModelError
from argmap.model.records import NOTHING

DEPTH_LIMIT = 64
"""How deep the lists and mappings of inline data may lie in each other."""

# Line breaks as Python, YAML and JavaScript see them; other white space (a no-break space) is meant.
_GAPS = re.compile(r"[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")
_HALVES = re.compile("[\ud800-\udfff]")
_NOT_IN_IDS = str.maketrans({"[": "(", "]": ")", "<": "‹", ">": "›"})


def whole(text: str) -> str:
    """Return `text` with halves of surrogate pairs, which no file can hold, as U+FFFD.

    Example:
        >>> whole("a" + chr(0xD800)) == "a" + chr(0xFFFD)
        True
    """
    return text if text.isascii() else _HALVES.sub("\ufffd", text)


def one_line(text: str, what: str = "text") -> str:
    r"""Return `text` on one line: runs of spaces, tabs and line breaks become one space, none at the ends.

    Raises:
        ModelError: If `text` is not a string.

    Example:
        >>> one_line("  Powerful models\n   do harm ")
        'Powerful models do harm'
    """
    if not isinstance(text, str):
        raise ModelError(f"The {what} must be a string, not {text!r} ({type(text).__name__}).")
    if type(text) is str and text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]:
        return text  # as nearly always; nothing printable is a gap but the space, nor half a surrogate pair
    return _GAPS.sub(" ", whole(str(text))).strip()


def as_line(text: str) -> str:
    r"""Return `text` as it is where it is on one line already, else `one_line` of it.

    Argdown keeps two spaces between words, and so do the texts that other formats hold for it.

    Example:
        >>> as_line("one  space more"), as_line("one  line\nmore ")
        ('one  space more', 'one line more')
    """
    if text[:1] == " " or text[-1:] == " ":
        return one_line(text)
    if text.isprintable():
        return text  # as nearly always: it has no break, nor half a surrogate pair
    return one_line(text) if _BREAKS.search(text) else whole(text)


def id_from_title(title: str) -> str:
    """Return the id that a title gives: on one line, without the signs that end a title in Argdown.

    Square brackets become round ones, angle brackets become single quotation marks, a hyphen at the start
    becomes a dash. The result is empty if the title is.

    Example:
        >>> id_from_title("Safety [first] ")
        'Safety (first)'
        >>> id_from_title("-x < y")
        '–x ‹ y'
    """
    name = one_line(title, "title").translate(_NOT_IN_IDS)
    return "–" + name[1:] if name.startswith("-") else name


def bare(name: str) -> str:
    """Return an id without the brackets that tell a claim from an argument of the same title.

    Example:
        >>> bare("<Safety>"), bare("[Safety]"), bare("Safety")
        ('Safety', 'Safety', 'Safety')
    """
    return name[1:-1] if len(name) > 2 and name[0] + name[-1] in ("[]", "<>") else name


def words(tags: str | Iterable[str], what: str = "tags") -> tuple[str, ...]:
    """Return each word once, in order; a single string is one word.

    Raises:
        ModelError: If one is empty or not a string.

    Example:
        >>> words(["b", "a", "b"]), words("safety first")
        (('b', 'a'), ('safety first',))
    """
    found = dict.fromkeys(one_line(tag, what) for tag in ([tags] if isinstance(tags, str) else tags))
    if "" in found:
        raise ModelError(f"One of the {what} is empty; leave it out.")
    return tuple(found)


def plain_data(data: Mapping[str, Any] | None, what: str = "data") -> Mapping[str, Any]:
    """Return a copy of `data` that any format can hold, or the shared empty mapping.

    Values are strings, whole numbers, finite floats, booleans, None, and lists and dicts (with string keys)
    of these. Time linear in the size of the data; no recursion.

    Raises:
        ModelError: If there is any other value, or lists and mappings lie more than `DEPTH_LIMIT` deep.

    Example:
        >>> plain_data({"cites": ["reading"]})
        {'cites': ['reading']}
        >>> plain_data({"seen": {1, 2}})
        Traceback (most recent call last):
        argmap.errors.ModelError: The value {1, 2} at data['seen'] is a set. Use strings, numbers, booleans, \
None, lists, and dicts with string keys.
    """
    if not data:
        return NOTHING
    if not isinstance(data, Mapping):
        raise ModelError(f"The {what} must be a dict, not {_short(data)} ({type(data).__name__}).")
    result: dict[str, Any] = {}
    stack: list[tuple[Any, Any, str, int]] = [(data, result, what, 1)]
    while stack:
        given, copy, path, depth = stack.pop()
        if depth > DEPTH_LIMIT:
            start = path[:60]
            raise ModelError(f"The {what} lie more than {DEPTH_LIMIT} lists and dicts deep, from {start}... on.")
        for key, value in given.items() if isinstance(copy, dict) else enumerate(given):
            place = f"{path}[{key!r}]"
            if isinstance(copy, dict):
                if not isinstance(key, str):
                    raise ModelError(f"The key {_short(key)} at {path} is not a string; write it as one.")
                key = whole(str(key))
            plain: Any
            if value is None or isinstance(value, bool):
                plain = value
            elif isinstance(value, str):
                plain = whole(str.__str__(value))
            elif isinstance(value, int):
                plain = int(value)
            elif isinstance(value, float) and math.isfinite(value):
                plain = float(value)
            elif isinstance(value, Mapping):
                plain = {}
                stack.append((value, plain, place, depth + 1))
            elif isinstance(value, list):
                plain = []
                stack.append((value, plain, place, depth + 1))
            else:
                raise ModelError(
                    f"The value {_short(value)} at {place} is a {type(value).__name__}. Use strings, numbers,"
                    " booleans, None, lists, and dicts with string keys."
                )
            if isinstance(copy, dict):
                copy[key] = plain
            else:
                copy.append(plain)
    return result


def _short(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else shown[:57] + "..."
