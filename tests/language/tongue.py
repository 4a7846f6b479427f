"""A language that is made up, in Cyrillic letters, and maps whose own words are in Greek letters.

So every Latin letter that a pupil or a teacher sees comes from code, and not from the catalogue or the map.
"""

from __future__ import annotations

import json
import re
from typing import Any

import argmap
from argmap.language import catalogue
from argmap.model import ArgumentMap
from argmap.schemes import schemes

CODE = "xx"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = str.maketrans(_LATIN + _LATIN.upper(), "абцдефгхижклмнопярстуввхыз" + "АБЦДЕФГХИЖКЛМНОПЯРСТУВВХЫЗ")
_GREEK = str.maketrans(_LATIN + _LATIN.upper(), "αβγδεφγηιξκλμνοπθρστυωςχψζ" + "ΑΒΓΔΕΦΓΗΙΞΚΛΜΝΟΠΘΡΣΤΥΩΣΧΨΖ")
_KEPT = frozenset(("kind", "role", "format", "path", "span", "spans", "scheme", "date", "language", "lang"))
"""What in a map is a name of argmap's or a place, and no words."""


def cyrillic(text: str) -> str:
    """Return a text in Cyrillic letters; names in braces stay, and so do the letters of schemes, such as A."""
    return "".join(
        part if re.fullmatch(r"\{\w+\}|[A-Z]", part) else part.translate(_CYRILLIC)
        for part in re.split(r"(\{\w+\}|\b[A-Z]\b)", text)
    )


def made_up() -> dict[str, Any]:
    """Return the catalogue of the language: all that the English one has, and what the schemes say."""
    table: dict[str, Any] = _each(dict(catalogue("en")), cyrillic)
    for scheme in schemes():
        table["schemes"][scheme.id] = {
            "name": cyrillic(scheme.name),
            "conclusion": cyrillic(scheme.conclusion),
            "premise": {str(number): cyrillic(text) for number, text in enumerate(scheme.premises, 1)},
            "question": {question.word: cyrillic(question.text) for question in scheme.questions},
        }
    return table


def greek(name: str) -> ArgumentMap:
    """Return a map that comes with argmap, its words in Greek letters and its language the made-up one."""
    return in_greek(argmap.datasets.load(name))


def in_greek(m: ArgumentMap) -> ArgumentMap:
    """Return a map with its words in Greek letters, and in the made-up language."""
    data = json.loads(m.to_json())
    kept = {key: data.pop(key) for key in ("format", "version")}
    data = {key: _put(value, key) for key, value in data.items()}
    data["data"]["language"] = CODE
    return ArgumentMap.from_json(json.dumps(kept | data))


def _put(value: Any, key: str) -> Any:
    if key in _KEPT:
        return value
    if isinstance(value, str):
        return value.translate(_GREEK)
    if isinstance(value, list):
        return [_put(each, "") for each in value]
    if isinstance(value, dict):
        # Sides, audiences and sources are named by those who write the map.
        is_named = key in ("sides", "audiences", "sources")
        return {(name.translate(_GREEK) if is_named else name): _put(each, name) for name, each in value.items()}
    return value


def _each(value: Any, change: Any) -> Any:
    return {key: _each(each, change) for key, each in value.items()} if isinstance(value, dict) else change(value)
