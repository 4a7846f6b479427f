"""What the data of nodes and edges say of a record in plain words, and what of a map can be said so.

A key of GraphML has one type in the whole file. What it cannot say exactly is carried besides, and holds as long as
nobody has changed what it says.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FORMAT = "graphml"
"""Inline data under this word are the data of the file that argmap knows no word for."""

PLAIN = ("side", "scheme", "author", "weight", "status")
"""Inline data that are written as data of the node or edge, by their own names."""

TAKEN = frozenset({"kind", "title", "text", "tags", "section", "step", "position", "rules", "argmap"})
"""Names of data that have a meaning of their own."""

UNFIT = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold, and the carriage return, which some programs write so that it becomes a line feed."""

_LARGEST = 2**63


def fit(text: str) -> str:
    r"""Return a text without what XML cannot hold.

    Example:
        >>> fit("It rains\x07")
        'It rains'
    """
    return UNFIT.sub("", text)


def said(value: object) -> str | None:
    """Return a plain value as data of GraphML have it; None if it is none.

    Example:
        >>> said(0.5), said(True), said("It rains"), said(["a"]), said(None)
        ('0.5', 'true', 'It rains', None, None)
    """
    if isinstance(value, str):
        return fit(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value) if abs(value) < _LARGEST else None
    return repr(value) if isinstance(value, float) else None


def typed(text: str, sort: str) -> Any:
    """Return what a text stands for by the type of its key; the text itself if it is nothing of that type.

    Example:
        >>> typed("3", "int"), typed("0.5", "double"), typed("true", "boolean"), typed("much", "double")
        (3, 0.5, True, 'much')
    """
    try:
        if sort in ("int", "long"):
            return int(text)
        if sort in ("double", "float"):
            number = float(text)
            return number if math.isfinite(number) else text
    except ValueError:
        return text
    if sort == "boolean":
        return {"true": True, "1": True, "false": False, "0": False}.get(text.strip().casefold(), text)
    return text


def sort_of(values: Iterable[object]) -> str:
    """Return the type that a key needs for all these values.

    Example:
        >>> sort_of([1, 2]), sort_of([1, 0.5]), sort_of([True]), sort_of([1, "a"]), sort_of([True, 1])
        ('long', 'double', 'boolean', 'string', 'string')
    """
    kinds = {type(value) for value in values}
    if kinds == {bool}:
        return "boolean"
    if kinds == {int}:
        return "long"
    return "double" if kinds in ({float}, {float, int}) else "string"


def plain_parts(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parts of inline data that have a plain value and a name of their own in the file.

    Example:
        >>> plain_parts({"side": "open", "cites": ["a"], "graphml": {"pages": 3, "kind": "x"}})
        {'side': 'open', 'pages': 3}
    """
    found = {name: data[name] for name in PLAIN if name in data and said(data[name]) is not None}
    others = data.get(FORMAT)
    if isinstance(others, dict):
        found |= {name: value for name, value in others.items() if _is_name(name) and said(value) is not None}
    return found


def _is_name(name: str) -> bool:
    return bool(name) and name == fit(name).strip() and name not in TAKEN and name not in PLAIN


def without(data: Mapping[str, Any], told: Iterable[str]) -> dict[str, Any]:
    """Return inline data without what the data of the file say exactly.

    Example:
        >>> without({"side": "open", "graphml": {"pages": 3, "x": ["a"]}}, ["side", "pages"])
        {'graphml': {'x': ['a']}}
    """
    names = set(told)
    rest = {name: value for name, value in data.items() if name not in names or name not in PLAIN}
    others = rest.get(FORMAT)
    if isinstance(others, dict) and others:
        left = {name: value for name, value in others.items() if name not in names}
        rest[FORMAT] = left
        if not left:
            del rest[FORMAT]
    return rest


def joined(carried: Mapping[str, Any], told: Mapping[str, str], types: Mapping[str, str]) -> dict[str, Any]:
    """Return the inline data of a record: what was carried, and what the data of the file say now.

    Args:
        carried: What was carried.
        told: The data of the file that have no meaning of their own.
        types: The types of their keys.
    """
    data = dict(carried)
    carried_others = data.get(FORMAT)
    others = dict(carried_others) if isinstance(carried_others, dict) else {}
    for name, text in told.items():
        into = data if name in PLAIN else others
        if name not in into or said(into[name]) != text:
            into[name] = typed(text, types.get(name, "string"))
    if others:
        data[FORMAT] = others
    return data
