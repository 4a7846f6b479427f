"""YAML as the printer writes it: inline data in braces, and front matter.

A word stands without quotation marks only where every reader of YAML takes it for a word: `no`, `012` and
`2023-02-24` are quoted. What would end a block of data or the front matter early, such as a closing brace before a
blank, is written as an escape.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

from argmap.errors import ModelError
from argmap.model.naming import whole
from argmap.text.yaml_data import MAX_DEPTH

_LONGEST_KEY = 1000
"""Readers of YAML take nothing longer for a key, unless it is marked as one."""
_MOST_DIGITS = 4000
"""Python refuses to turn longer numbers into text."""

# Words that readers of YAML 1.1 or 1.2 take for something else.
_NOT_WORDS = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
_LIKE_A_NUMBER = re.compile(r"[0-9][0-9a-fxob_.eE+\-tTzZ ]*", re.IGNORECASE)
_HIDDEN = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
_MOST_WORDS = 4
"""In braces, a longer text is quoted: it reads as a sentence among words."""
_IN_FLOW = re.compile(rf"[\w(](?:[^\s,\[\]{{}}:#?\"\\`=@|{_HIDDEN}]| (?! ))*(?<! )")
_IN_BLOCK = re.compile(rf"[\w(](?:[^\s\[\]{{}}:#\"\\`=@|{_HIDDEN}]| (?! ))*(?<! )")
_ESCAPED = re.compile(
    # `}` before white space ends inline data, `===` ends the front matter, `@include(` puts in a file.
    rf"[\\\"{_HIDDEN}]|\}}(?=[\s\ufeff])|=(?===)|(?<=@include)\("
)
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_NOT_IN_BLOCK_TEXT = re.compile(rf"(?!\n)[{_HIDDEN}]|===|@include\(")


def scalar(value: Any, *, block: bool = False) -> str:
    r"""Return a single value: a word, a number, true, false or null.

    Args:
        value: The value.
        block: Whether it stands outside of any brackets, where a comma and a question mark are nothing special.

    Raises:
        ModelError: If YAML, or data in a map, cannot hold it.

    Example:
        >>> print(scalar("open"), scalar("no"), scalar(0.5), scalar("a: b"), scalar("1\n"))
        open "no" 0.5 "a: b" "1\n"
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _word(str.__str__(value), block)
    if isinstance(value, int):
        if value.bit_length() > 3 * _MOST_DIGITS:
            raise ModelError("A whole number in the data has thousands of digits; write it as a string.")
        return str(int(value))
    if isinstance(value, float) and math.isfinite(value):
        digits = repr(float(value))
        # Some readers take `1e+16` for a word, but `1.0e+16` for a number.
        return digits if "." in digits else digits.replace("e", ".0e")
    raise ModelError(
        f"The data hold {value!r} ({type(value).__name__}). Use strings, finite numbers, booleans, None, lists, and "
        "dicts with string keys."
    )


def _word(text: str, block: bool) -> str:
    if (
        (_IN_BLOCK if block else _IN_FLOW).fullmatch(text)
        and (block or text.count(" ") < _MOST_WORDS)
        and text.lower() not in _NOT_WORDS
        and not _LIKE_A_NUMBER.fullmatch(text)
        and whole(text) == text
    ):
        return text
    return '"' + _ESCAPED.sub(_escape, whole(text)) + '"'


def _escape(found: re.Match[str]) -> str:
    char = found.group()
    code = ord(char)
    return _SHORT.get(char) or (f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}")


def _key(key: Any, *, block: bool = False) -> str:
    """Return a key with the colon behind it."""
    word = scalar(key, block=block)
    return f"{word}:" if len(word) <= _LONGEST_KEY else f"? {word} :"


def flow(value: Any, depth: int = 0) -> str:
    """Return any data on one line.

    Raises:
        ModelError: If data in a map cannot hold it, or it is too deep.

    Example:
        >>> flow({"side": "open", "values": ["access", "the common good"], "weight": 0.8})
        '{side: open, values: [access, the common good], weight: 0.8}'
    """
    if depth > MAX_DEPTH:
        raise ModelError(f"The data lie more than {MAX_DEPTH} lists and dicts deep.")
    if isinstance(value, Mapping):
        entries = (f"{_key(key)} {flow(inner, depth + 1)}" for key, inner in value.items())
        return "{" + ", ".join(entries) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(flow(inner, depth + 1) for inner in value) + "]"
    return scalar(value)


def spread(value: Any, column: int, width: int) -> str:
    """Return data that begin at `column`, over as many lines as they need to stay within `width` where they can.

    Example:
        >>> print("  " + spread({"side": "open", "values": ["access", "privacy"], "weight": 0.8}, 2, 40))
          {side: open,
           values: [access, privacy],
           weight: 0.8}
    """
    line = flow(value)
    if column + len(line) <= width or not isinstance(value, Mapping | list | tuple) or not value:
        return line
    if isinstance(value, Mapping):
        opening, closing = "{}"
        entries = [(f"{_key(key)} ", inner) for key, inner in value.items()]
    else:
        opening, closing = "[]"
        entries = [("", inner) for inner in value]
    parts = [opening]
    at = start = column + 1
    for number, (head, inner) in enumerate(entries):
        short = flow(inner)
        if number and at + 2 + len(head) + len(short) < width:
            parts.append(f", {head}{short}")
            at += 2 + len(head) + len(short)
            continue
        if number:
            parts.append(",\n" + " " * start)
        goes_apart = isinstance(inner, Mapping | list | tuple) and _gains(inner, start + len(head), width)
        piece = head + (spread(inner, start + len(head), width - 1) if goes_apart else short)
        parts.append(piece)
        # Behind an entry of several lines, the next one begins a line too.
        at = width if "\n" in piece else start + len(piece)
    return "".join(parts) + closing


def _gains(value: Mapping[str, Any] | list[Any] | tuple[Any, ...], column: int, width: int) -> bool:
    """Whether data get within the width on lines of their own; a long text among them stays too long anyway."""
    if not _is_flat(value):
        return True
    keyed = value.items() if isinstance(value, Mapping) else (("", item) for item in value)
    return all(column + 3 + len(key) + len(flow(item)) <= width for key, item in keyed)


def front_matter(data: Mapping[str, Any], width: int) -> str:
    """Return front matter without the lines around it: block style, one entry below the other.

    Example:
        >>> print(front_matter({"title": "Open?", "sides": {"open": "Release, now"}, "tags": ["a", "b"]}, 80), end="")
        title: Open?
        sides:
          open: Release, now
        tags: [a, b]
    """
    lines: list[str] = []
    _block(data, 0, width, lines, 0)
    return "".join(f"{line}\n" for line in lines)


def _block(data: Mapping[str, Any], indent: int, width: int, lines: list[str], depth: int) -> None:
    for key, value in data.items():
        head = " " * indent + _key(key, block=True)
        if head.endswith(" :"):
            # A marked key: its value begins a line.
            lines.append(head[:-2])
            head = " " * indent + ":"
        if depth > 1 or not isinstance(value, Mapping | list | tuple) or not value:
            _on_line(head, value, indent, width, lines)
        elif isinstance(value, Mapping):
            # Small mappings inside others stay on a line.
            if depth and _is_flat(value) and len(head) + 1 + len(flow(value)) <= width:
                lines.append(f"{head} {flow(value)}")
            else:
                lines.append(head)
                _block(value, indent + 2, width, lines, depth + 1)
        elif _is_flat(value) and len(head) + 1 + len(flow(value)) <= width:
            lines.append(f"{head} {flow(value)}")
        else:
            lines.append(head)
            for item in value:
                _on_line(" " * (indent + 2) + "-", item, indent + 2, width, lines)


def _is_flat(value: Mapping[str, Any] | list[Any] | tuple[Any, ...]) -> bool:
    items = value.values() if isinstance(value, Mapping) else value
    return not any(isinstance(item, Mapping | list | tuple) for item in items)


def _on_line(head: str, value: Any, indent: int, width: int, lines: list[str]) -> None:
    """Write a value behind `head`, or a long text below it."""
    if isinstance(value, Mapping | list | tuple):
        lines.extend(f"{head} {spread(value, len(head) + 1, width)}".split("\n"))
        return
    word = scalar(value, block=True)
    text = _text_block(value, width - indent - 2) if isinstance(value, str) else None
    if text is None or (len(head) + 1 + len(word) <= width and "\n" not in value):
        lines.append(f"{head} {word}")
        return
    mark, body = text
    lines.append(f"{head} {mark}")
    lines.extend(" " * (indent + 2) + line if line else "" for line in body)


def _text_block(text: str, width: int) -> tuple[str, list[str]] | None:
    """Return a long text as YAML's `>` (one paragraph, folded) or `|` (its own lines); None where neither is safe."""
    inner = text.removesuffix("\n")
    lines = inner.split("\n")
    if (
        _NOT_IN_BLOCK_TEXT.search(text)
        or whole(text) != text
        or any(line[:1].isspace() or line[-1:].isspace() for line in lines)
        or not lines[0]
        or not lines[-1]
    ):
        return None
    end = "" if text.endswith("\n") else "-"
    if len(lines) > 1:
        return f"|{end}", lines
    if "  " in inner or len(inner) <= width:
        return None
    folded = [""]
    for word in inner.split(" "):
        if folded[-1] and len(folded[-1]) + 1 + len(word) > width:
            folded.append(word)
        else:
            folded[-1] = f"{folded[-1]} {word}" if folded[-1] else word
    return f">{end}", folded
