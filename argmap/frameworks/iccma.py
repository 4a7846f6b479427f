"""The format of the ICCMA competition since 2023: `p af 3`, then an attack a line, as two numbers.

The arguments are numbers from 1. Lines that begin with ``#`` are comments. Where comments of the form ``# 2 rain`` name
every argument exactly once, with different names, these are the names; else the numbers are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from argmap.frameworks.faults import MAX_ARGUMENTS, check_size, refused
from argmap.frameworks.pairs import Pairs
from argmap.frameworks.safe_names import is_text, safe_names

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from argmap.errors import ReadError
    from argmap.frameworks.pairs import Attacks
    from argmap.source import Source

_COMMENT = re.compile(r"^[ \t]*#[^\r\n]*", re.MULTILINE)
_NAMING = re.compile(r"^[ \t]*#[ \t]*([0-9]{1,9})[ \t]+([^\r\n]+)", re.MULTILINE)
_HEADER = re.compile(r"[ \t\r\n]*(p[ \t]+af[ \t]+([0-9]+))[ \t]*(?:\r?\n|$)")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_WORD = re.compile(r"[^ \t\r\n]+")
_STRANGE = re.compile(r"[^0-9 \t\r\n]")
_LONGEST = 18  # digits that fit into 64 bits
_UNSAFE = re.compile(r"[\s\0\ud800-\udfff]+")


def looks_like(start: str) -> bool:
    """Whether the first line that says something looks like the format."""
    return re.match(r"p[ \t]+[a-z]|[0-9]+[ \t]+[0-9]+[ \t]*(?:[\r\n]|$)", start) is not None


def read(source: Source, *, by_names: bool = True) -> Pairs:
    """Return the names (without `by_names` the numbers), and the positions of attackers and attacked.

    Complexity: Linear.

    Raises:
        ReadError: Something is wrong.
    """
    text = source.text
    if text.count("\r") != text.count("\r\n"):
        text = _LONE_RETURN.sub("\n", text)
    comments = text if "#" in text else ""
    if comments:
        # Every other sign keeps its place.
        text = _COMMENT.sub(lambda comment: " " * len(comment[0]), text)
    header = _HEADER.match(text)
    if header is None:
        raise _without_header(source, text)
    count = int(header[2]) if len(header[2]) <= _LONGEST else MAX_ARGUMENTS + 1
    check_size(count, source, *header.span(2))
    numbers = _numbers(source, text, header, count)
    return Pairs(
        _names(comments if by_names else "", count),
        (numbers[::2] - 1).astype(np.int32),
        (numbers[1::2] - 1).astype(np.int32),
    )


def _names(comments: str, count: int) -> tuple[str, ...]:
    """Return the names that comments give, if they name every argument, or the numbers."""
    if comments:
        given = [(int(number), name.strip()) for number, name in _NAMING.findall(comments)]
        named = {number: name for number, name in given if name and 1 <= number <= count}
        if len(given) == len(named) == len(set(named.values())) == count:
            return tuple(named[number] for number in range(1, count + 1))
    return tuple(map(str, range(1, count + 1)))


def _numbers(source: Source, text: str, header: re.Match[str], count: int) -> NDArray[np.int64]:
    """Return the numbers in the lines behind the header, two a line, each that of an argument."""
    start = header.end()
    strange = _STRANGE.search(text, start) if not _is_plain(text[start:]) else None
    if strange is not None:
        raise _strange(source, text, header, strange.start())
    raw = text[start:].encode("ascii")
    signs = np.frombuffer(raw, np.uint8)
    # Where runs of digits begin and end.
    edges = np.flatnonzero(np.diff(signs >= ord("0"), prepend=False, append=False))
    starts, ends = edges[::2], edges[1::2]
    lines = np.searchsorted(np.flatnonzero(signs == ord("\n")), starts)
    in_line = np.bincount(lines)
    wrong = np.flatnonzero((in_line != 2) & (in_line != 0))
    if wrong.size:
        here = np.flatnonzero(lines == wrong[0])
        raise _no_pair(source, start + int(starts[here[0]]), start + int(ends[here[-1]]), len(here))
    long = np.flatnonzero(ends - starts > _LONGEST)
    if not long.size:
        numbers = np.fromstring(raw, np.int64, sep=" ") if starts.size else np.zeros(0, np.int64)
        long = np.flatnonzero((numbers < 1) | (numbers > count))
    if long.size:
        raise _no_argument(source, start + int(starts[long[0]]), start + int(ends[long[0]]), header, count)
    return numbers


def _is_plain(body: str) -> bool:
    return body.isascii() and not body.encode("ascii").translate(None, b"0123456789 \t\r\n")


def _without_header(source: Source, text: str) -> ReadError:
    word = _WORD.search(text)
    if word is None:
        message = "There is no line `p af`. Begin the file with it and the number of arguments, such as p af 3."
        return refused(source, len(text), len(text), "no-header", message)
    line = text[word.start() :].splitlines()[0].rstrip()
    end = word.start() + len(line)
    if word[0] != "p":
        message = "Before this, a line `p af` is missing. Write it first, with the number of arguments, such as p af 3."
        return refused(source, word.start(), end, "no-header", message)
    message = f"{line[:40]!r} is not the beginning of an abstract framework. Write p af and a number, such as p af 3."
    return refused(source, word.start(), end, "bad-header", message)


def _strange(source: Source, text: str, header: re.Match[str], at: int) -> ReadError:
    start = max(text.rfind("\n", 0, at), text.rfind(" ", 0, at), text.rfind("\t", 0, at)) + 1
    word = _WORD.match(text, start)
    assert word is not None
    end = word.end()
    if word[0] == "p" and not text[text.rfind("\n", 0, start) + 1 : start].strip():
        line = source.place(header.start(1)).line
        message = f"This is a second line `p af`; line {line} is the first. Leave one of them out."
        return refused(source, start, end, "second-header", message)
    message = (
        f"{word[0][:40]!r} is no number of an argument. Write an attack as two numbers, attacker and target, such as "
        "1 2, and begin a line that is a comment with #."
    )
    return refused(source, start, end, "no-number", message)


def _no_pair(source: Source, start: int, end: int, count: int) -> ReadError:
    has = "one number" if count == 1 else f"{count:,} numbers"
    message = f"This line has {has}; an attack has two, attacker and target. Write one attack a line."
    return refused(source, start, end, "no-pair", message)


def _no_argument(source: Source, start: int, end: int, header: re.Match[str], count: int) -> ReadError:
    shown = source.text[start:end]
    place = source.place(header.start(1)).line
    numbers = f"the numbers go from 1 to {count:,}" if count else "there are no arguments"
    shown = shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
    message = f"There is no argument {shown}: by line {place}, {numbers}. Correct this number or that line."
    return refused(source, start, end, "unknown-argument", message)


def write(framework: Attacks) -> tuple[str, dict[str, str]]:
    """Return the text of a framework, and the names that it holds under others.

    Names that are not the numbers of the arguments stand in comments.
    """
    names, renamed = safe_names(framework.arguments, _is_safe, _UNSAFE)
    numbers = list(map(str, range(1, len(framework.arguments) + 1)))
    lines = [f"p af {len(framework.arguments)}"]
    if list(names) != numbers:
        lines += map("# %s %s".__mod__, zip(numbers, names, strict=True))
    sources, targets = framework.sources.tolist(), framework.targets.tolist()
    lines += [f"{numbers[source]} {numbers[target]}" for source, target in zip(sources, targets, strict=True)]
    return "\n".join(lines) + "\n", renamed


def _is_safe(name: str) -> bool:
    return bool(name) and name == name.strip() and not {"\n", "\r", "\0"} & set(name) and is_text(name)
