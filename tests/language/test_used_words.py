"""Every key of the catalogue is one that code asks for, or one that code puts together."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import argmap
from argmap.language import catalogue

_CODE = Path(argmap.__file__).parent
_ROOMS = {
    "page": ("render/page",),
    "picture": ("view", "render"),
    "lesson": ("classroom/lesson",),
    "sheets": ("classroom",),
    "quoted": ("classroom",),
    "exercise": ("classroom/exercises",),
    "quiz": ("classroom/quiz",),
    "round": ("classroom/rounds",),
    "compare": ("classroom/comparing",),
    "changes": ("changes", "cli"),
    "schemes": ("schemes", "check", "cli"),
}
"""Whose words a section has."""
_COMPUTED = {
    "page.": "the page of a map carries the whole section with it, for the languages that can be chosen there",
    "picture.": "words are chosen by kinds of nodes, edges, marks and changes, the values of enumerations",
    "round.formats.": "by the format of debate, of formats.toml",
    "round.speeches.": "by the speeches of a format",
    "round.teams.": "by the teams of a format",
    "round.jobs.": "by the kind of speech",
    "schemes.families.": "by the family of a scheme",
    "schemes.kinds.": "by the kind of a critical question",
}
"""Beginnings of keys that are put together from values, and why they cannot be found by name."""
_STEPS = re.compile(r"exercise\.\w+\.(\w+_)?steps\.\d")
"""The instructions of an exercise are numbered."""


def _keys(table: dict[str, Any], before: str = "") -> Iterator[str]:
    for key, value in table.items():
        is_table = isinstance(value, dict) and "other" not in value
        yield from _keys(value, f"{before}{key}.") if is_table else [f"{before}{key}"]


def _strings(section: str) -> set[str]:
    """Return all strings in the code of a room; what is put into one stands as empty braces in it."""
    found: set[str] = set()
    for room in _ROOMS[section]:
        for path in (_CODE / room).rglob("*.js"):
            found.update(re.findall(r"[\w.-]+", path.read_text("utf-8")))
        for path in (_CODE / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found.add(node.value)
                elif isinstance(node, ast.JoinedStr):
                    found.add(
                        "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
                    )
    assert found
    return found


def _pattern(text: str) -> str:
    """Return a pattern of what a string can become; what stands in braces is one name or several."""
    return "".join(r"[\w.-]+" if part.startswith("{") else re.escape(part) for part in re.split(r"(\{[^{}]*\})", text))


def left_over(table: dict[str, Any]) -> list[str]:
    """Return the keys that no string in the code of their room can be, or can be the end of."""
    left = []
    strings = {section: _strings(section) for section in _ROOMS}
    patterns = {
        section: [
            re.compile(_pattern(text))
            for text in found
            if "{" in text and re.search("[A-Za-z]{3}", text.removeprefix(f"{section}."))
        ]
        for section, found in strings.items()
    }
    for key in _keys(table):
        section = key.partition(".")[0]
        if key == "name" or key.startswith(tuple(_COMPUTED)) or _STEPS.fullmatch(key):
            continue
        ends = [key.split(".", number)[-1] for number in range(key.count(".") + 1)]
        if strings[section].intersection(ends):
            continue
        if not any(pattern.fullmatch(end) for pattern in patterns[section] for end in ends):
            left.append(key)
    return left


def test_no_key_is_left_over():
    assert left_over(catalogue("en")) == []


def test_a_key_that_nothing_asks_for_would_be_found():
    assert left_over({"quiz": {"nobodyAsksForThis": "Hm", "key": "Answers"}}) == ["quiz.nobodyAsksForThis"]
