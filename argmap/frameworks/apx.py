"""The format APX of ASPARTIX: facts such as ``arg(a).`` and ``att(a,b).``, in any order; ``%`` begins a comment."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from argmap.errors import nearest
from argmap.frameworks.faults import check_size, refused, undeclared
from argmap.frameworks.looking_up import positions_of
from argmap.frameworks.pairs import Pairs
from argmap.frameworks.safe_names import is_text, safe_names

if TYPE_CHECKING:
    from argmap.errors import ReadError
    from argmap.frameworks.pairs import Attacks
    from argmap.source import Source

_NAME = r"[ \t\r\n]*+([^\s(),%\0]++)[ \t\r\n]*+"
_FACT = re.compile(rf"(arg|att)[ \t\r\n]*+\({_NAME}(?:,{_NAME})?\)[ \t\r\n]*+\.")
_BETWEEN = re.compile(r"(?:\s++|%[^\r\n]*+)*+")
_COMMENT = re.compile(r"%[^\r\n]*")
_UNSAFE = re.compile(r"[\s(),%\0\ud800-\udfff]+")
_WORDS = {"arg": "one name, as in arg(a).", "att": "two names, as in att(a,b)."}
_NEAR = 10_000


def looks_like(start: str) -> bool:
    """Whether the first line that says something looks like the format."""
    return re.match(r"(?:arg|att)[ \t]*\(", start) is not None


def read(source: Source, *, by_names: bool = True) -> Pairs:  # noqa: ARG001  # it has no others
    """Return the names, and the positions of attackers and attacked.

    Complexity: Linear.

    Raises:
        ReadError: Something is wrong.
    """
    names, ends = _quickly(source.text) or _carefully(source)
    check_size(len(names), source, 0, 0)
    positions = {name: place for place, name in enumerate(names)}
    if len(positions) < len(names):
        raise _twice(source)
    try:
        table = positions_of(ends, positions)
    except KeyError as error:
        raise _undeclared(source, error.args[0], names) from None
    return Pairs(tuple(names), table[::2], table[1::2])


def _quickly(text: str) -> tuple[list[str], str] | None:
    """Return the names, and those of attackers and attacked in turn, if each fact stands on a line of its own.

    It works on the whole text at once, not fact by fact, and gives up where anything is out of the ordinary.
    """
    if "%" in text:
        text = _COMMENT.sub("", text)
    lines = "\n" + text.replace("\r\n", "\n").strip() + "\n"
    while "\n\n" in lines:
        lines = lines.replace("\n\n", "\n")
    total = lines.count("\n") - 1
    attacks = lines.count("\natt(")
    # Each line begins with one of the words, ends with the full stop, and has one pair of parentheses.
    is_plain = lines.count("\narg(") + attacks == total == lines.count("(")
    if not is_plain or not total == lines.count(").\n") == lines.count(")"):
        return None
    split = lines.find("\natt(") if attacks else len(lines)
    if lines.find("\narg(", split) >= 0:
        return None
    head, body = lines[:split], lines[split:]
    names = head.replace("\narg(", "\n").replace(").", "").split()
    # A line that is one word holds one name if it is not empty.
    is_named = len(names) == len(head.split()) == total - attacks and not any(map(head.count, ("()", ",", "\0")))
    if not is_named or not _are_pairs(body, attacks):
        return None
    return names, body.rstrip().replace("\natt(", " ").replace(").", "").replace(",", " ")


def _are_pairs(body: str, count: int) -> bool:
    """Whether each line, between its parentheses, has two names and one comma, and no blanks."""
    if not body.isascii() or "(," in body or ",)" in body:
        return False
    signs = np.frombuffer(body.encode(), np.uint8)
    commas = np.flatnonzero(signs == ord(","))
    ends = np.flatnonzero(signs <= ord(" "))
    # The first line end stands before the first line.
    return len(commas) == count == len(ends) - 1 and bool((ends[:-1] < commas).all() and (commas < ends[1:]).all())


def _carefully(source: Source) -> tuple[list[str], str]:
    """Return the same for any text, or say what is wrong with it."""
    names: list[str] = []
    ends: list[str] = []
    for fact in _facts(source):
        if fact[1] == "arg":
            names.append(fact[2])
        else:
            ends += (fact[2], fact[3])
    return names, " ".join(["", *ends])


def _facts(source: Source) -> list[re.Match[str]]:
    text = source.text
    found = []
    at = _match_end(_BETWEEN, text, 0)
    while at < len(text):
        fact = _FACT.match(text, at)
        if fact is None or (fact[3] is None) is (fact[1] == "att"):
            raise _no_fact(source, at, fact)
        found.append(fact)
        at = _match_end(_BETWEEN, text, fact.end())
    return found


def _match_end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    assert match is not None  # it matches nothing as well
    return match.end()


def _no_fact(source: Source, at: int, fact: re.Match[str] | None) -> ReadError:
    text = source.text
    if fact is not None:
        message = f"{fact[0]!r} has not the right number of names: {fact[1]} takes {_WORDS[fact[1]]}"
        return refused(source, at, fact.end(), "wrong-number", message)
    line = text[at : at + 200].splitlines()[0].rstrip()
    word = re.match(r"\w*", line)
    assert word is not None
    shown = line if len(line) <= 40 else f"{line[:40]}…"
    if word[0] in _WORDS:
        message = (
            f"{shown!r} is not a whole fact: {word[0]} takes {_WORDS[word[0]]} A name has no blanks, commas, "
            "parentheses or percent signs, and a fact ends with a full stop."
        )
    else:
        hint = nearest(word[0], list(_WORDS)) if word[0] else ""
        message = f"{shown!r} is neither an argument nor an attack.{hint} Write arg(a). or att(a,b)."
    return refused(source, at, at + len(line), "no-fact", message)


def _twice(source: Source) -> ReadError:
    first: dict[str, int] = {}
    for fact in _facts(source):
        if fact[1] == "arg" and fact[2] in first:
            line = source.place(first[fact[2]]).line
            message = f"The argument {fact[2]!r} is given twice; line {line} gives it first. Leave one of them out."
            return refused(source, fact.start(2), fact.end(2), "second-argument", message)
        if fact[1] == "arg":
            first[fact[2]] = fact.start()
    raise AssertionError("no argument is given twice")


def _undeclared(source: Source, name: str, names: list[str]) -> ReadError:
    at = next(
        fact.start(group) for fact in _facts(source) if fact[1] == "att" for group in (2, 3) if fact[group] == name
    )
    return undeclared(source, at, name, nearest(name, names[:_NEAR]), f"arg({name}).")


def write(framework: Attacks) -> tuple[str, dict[str, str]]:
    """Return the text of a framework, and the names that it holds under others."""
    names, renamed = safe_names(framework.arguments, _is_safe, _UNSAFE)
    sources, targets = framework.sources.tolist(), framework.targets.tolist()
    arguments = (f"arg({name}).\n" for name in names)
    attacks = (f"att({names[source]},{names[target]}).\n" for source, target in zip(sources, targets, strict=True))
    return "".join(chain(arguments, attacks)), renamed


def _is_safe(name: str) -> bool:
    return bool(name) and _UNSAFE.search(name) is None and is_text(name)
