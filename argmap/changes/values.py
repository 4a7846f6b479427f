"""Several new values of one thing in one: three-way merging of plain data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.changes.parts import ABSENT

if TYPE_CHECKING:
    from collections.abc import Mapping


class Combined(NamedTuple):
    """What several values come to.

    Attributes:
        value: The value.
        is_disputed: Whether two were changed in different ways, so that one of them was chosen.
    """

    value: Any
    is_disputed: bool = False


def combine(base: Any, values: Mapping[int, Any], prefer: int | None = None) -> Combined:
    """Return what a value comes to that several sides had, and some changed.

    What one side changed counts; what two changed in the same way, too. Of dicts, each key is seen for itself; lists of
    words or dicts, and tuples, are seen as sets: what one side added is there, what one took away is not.

    Args:
        base: The value that all started from.
        values: The value that each side has.
        prefer: The side that wins where two changed it in different ways; else the first that has a value.

    Complexity:
        Linear in the sizes of the values.

    Example:
        >>> combine("a", {0: "a", 1: "b"})
        Combined(value='b', is_disputed=False)
        >>> combine({"a": 1}, {0: {"a": 2}, 1: {"a": 1, "b": [3]}})
        Combined(value={'a': 2, 'b': [3]}, is_disputed=False)
        >>> combine(("x",), {0: ("x", "y"), 1: ()})
        Combined(value=('y',), is_disputed=False)
        >>> combine("a", {0: "b", 1: "c"})
        Combined(value='b', is_disputed=True)
    """
    changed = {side: value for side, value in values.items() if value != base}
    distinct: list[Any] = []
    for value in changed.values():
        if all(value != each for each in distinct):
            distinct.append(value)
    if len(distinct) < 2:
        return Combined(distinct[0] if distinct else base)
    if all(isinstance(value, dict) for value in distinct) and (base is ABSENT or isinstance(base, dict)):
        return _dicts(base if isinstance(base, dict) else {}, changed, prefer)
    if all(_is_set(value) for value in distinct) and (base is ABSENT or _is_set(base)):
        return Combined(_sets(() if base is ABSENT else base, distinct))
    if prefer in changed:
        return Combined(changed[prefer])
    return Combined(next(value for value in distinct if value is not ABSENT), is_disputed=True)


def _dicts(base: Mapping[str, Any], values: Mapping[int, Mapping[str, Any]], prefer: int | None) -> Combined:
    made, is_disputed = {}, False
    for key in dict.fromkeys((*base, *(key for value in values.values() for key in value))):
        found = combine(base.get(key, ABSENT), {side: value.get(key, ABSENT) for side, value in values.items()}, prefer)
        is_disputed |= found.is_disputed
        if found.value is not ABSENT:
            made[key] = found.value
    return Combined(made, is_disputed)


def _is_set(value: Any) -> bool:
    return isinstance(value, tuple) or (isinstance(value, list) and all(isinstance(each, str | dict) for each in value))


def _sets(base: Any, values: list[Any]) -> Any:
    keys = [{_key(each) for each in value} for value in values]
    kept = {_key(each): each for each in base if all(_key(each) in some for some in keys)}
    were = {_key(each) for each in base}
    for value in values:
        kept.update((_key(each), each) for each in value if _key(each) not in were)
    return type(values[0])(kept.values())


def _key(item: Any) -> Any:
    return json.dumps(item, sort_keys=True) if isinstance(item, dict) else item
