"""The Trivial Graph Format: a line for each argument, a line ``#``, and a line for each attack.

The first word of an argument's line is what attacks call it. What follows on the line, if anything, is the name of the
argument, else this word is.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from argmap.errors import nearest
from argmap.frameworks.faults import check_size, refused, undeclared
from argmap.frameworks.looking_up import positions_of
from argmap.frameworks.pairs import Pairs
from argmap.frameworks.safe_names import is_text, safe_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.errors import ReadError
    from argmap.frameworks.pairs import Attacks
    from argmap.source import Source

_BETWEEN = re.compile(r"^[ \t]*#[ \t]*$", re.MULTILINE)
_UNSAFE = re.compile(r"[\s\0\ud800-\udfff\ufeff]+")
_NEAR = 10_000


def looks_like(text: str) -> bool:
    """Whether a text may be of the format: it has the line between arguments and attacks."""
    return _BETWEEN.search(text.replace("\r", "\n")) is not None


def read(source: Source, *, by_names: bool = True) -> Pairs:
    """Return the names (without `by_names` the first words), and the positions of attackers and attacked.

    Complexity: Linear.

    Raises:
        ReadError: Something is wrong.
    """
    # One line end for another, and every sign keeps its place.
    text = source.text.replace("\r\n", " \n").replace("\r", "\n")
    between = _BETWEEN.search(text)
    if between is None:
        message = "There is no line `#`. Write it between the arguments and the attacks."
        raise refused(source, len(text), len(text), "no-separator", message)
    if "\0" in text:
        at = text.index("\0")
        raise refused(source, at, at + 1, "no-text", "This is a NUL, which no name has. Save the file as text.")
    words = [line.split(None, 1) for line in text[: between.start()].split("\n") if line and not line.isspace()]
    check_size(len(words), source, 0, 0)
    positions = {each[0]: place for place, each in enumerate(words)}
    names = tuple(each[-1].rstrip() for each in words) if by_names else tuple(positions)
    if len(positions) < len(words):
        raise _twice(source, text[: between.start()], is_of_ids=True)
    if len(set(names)) < len(names):
        raise _twice(source, text[: between.start()], is_of_ids=False)
    ends = _ends(source, text, between.end())
    try:
        table = positions_of(" ".join(["", *ends]), positions)
    except KeyError as error:
        raise _undeclared(source, text, between.end(), error.args[0], list(positions)) from None
    return Pairs(names, table[::2], table[1::2])


def _ends(source: Source, text: str, at: int) -> list[str]:
    """Return the words for attackers and attacked in turn."""
    body = text[at:].strip("\n")
    words = body.split()
    # What was taken apart gives the same text when it is put together, unless there are other blanks.
    again = [f"{first} {second}" for first, second in zip(words[::2], words[1::2], strict=False)]
    if "\n".join(again) != body and {len(line.split()) for line in body.split("\n")} - {0, 2}:
        raise _no_pair(source, text, at)
    return words


def _lines(text: str, at: int) -> Iterator[tuple[int, str]]:
    """Yield the lines that say something, each with the place of its first word."""
    for line in text[at:].split("\n"):
        if line.strip():
            yield at + len(line) - len(line.lstrip()), line.strip()
        at += len(line) + 1


def _twice(source: Source, head: str, *, is_of_ids: bool) -> ReadError:
    first: dict[str, int] = {}
    for at, line in _lines(head, 0):
        name = line.split(None, 1)[0 if is_of_ids else -1]
        if name in first:
            start = at if is_of_ids else at + len(line) - len(name)
            before = source.place(first[name]).line
            message = f"The argument {name!r} is given twice; line {before} gives it first. Leave one of them out."
            return refused(source, start, start + len(name), "second-argument", message)
        first[name] = at
    raise AssertionError("no argument is given twice")


def _no_pair(source: Source, text: str, at: int) -> ReadError:
    start, line = next((start, line) for start, line in _lines(text, at) if len(line.split()) != 2)
    count = len(line.split())
    if line == "#":
        message = "This is a second line `#`. Leave it out."
        return refused(source, start, start + 1, "second-separator", message)
    has = "one word" if count == 1 else f"{count:,} words"
    message = f"This line has {has}; an attack has two, attacker and target. Write one attack a line, without a label."
    return refused(source, start, start + len(line), "no-pair", message)


def _undeclared(source: Source, text: str, at: int, name: str, names: list[str]) -> ReadError:
    for start, line in _lines(text, at):
        first, second = line.split()
        if name == first:
            break
        if name == second:
            start += len(line) - len(second)
            break
    return undeclared(source, start, name, nearest(name, names[:_NEAR]), f"a line {name} above the line #")


def write(framework: Attacks) -> tuple[str, dict[str, str]]:
    """Return the text of a framework, and the names that it holds under others.

    A name of several words stands behind a word that the attacks have instead.
    """
    names, renamed = safe_names(framework.arguments, _is_safe_label, _UNSAFE)
    ids, _ = safe_names(names, _is_safe_id, _UNSAFE)
    sources, targets = framework.sources.tolist(), framework.targets.tolist()
    arguments = (f"{short}\n" if short == name else f"{short} {name}\n" for short, name in zip(ids, names, strict=True))
    attacks = (f"{ids[source]} {ids[target]}\n" for source, target in zip(sources, targets, strict=True))
    return "".join(chain(arguments, ["#\n"], attacks)), renamed


def _is_safe_label(name: str) -> bool:
    return bool(name) and name == name.strip() and not {"\n", "\r", "\0"} & set(name) and is_text(name)


def _is_safe_id(name: str) -> bool:
    # At the beginning of a file, U+FEFF is a byte order mark.
    return name != "#" and len(name.split()) == 1 and not name.startswith("\ufeff")
