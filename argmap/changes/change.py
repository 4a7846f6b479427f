"""One change from a map to a later one."""

from __future__ import annotations

from dataclasses import asdict, dataclass, is_dataclass
from enum import StrEnum
from typing import Any

from argmap.changes.parts import ABSENT


class Kind(StrEnum):
    """What sort of change it is."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    """Its words are others."""
    RENAMED = "renamed"
    """Its title is another one, is new, or was taken away."""
    MOVED = "moved"
    """It lies in another section."""
    TAGS = "tags"
    SIDE = "side"
    VALUES = "values"
    SOURCES = "sources"
    """What it cites (``cites``); of a map, its ``sources``."""
    DATA = "data"
    """Other inline data; of a map, other front matter."""
    WORDINGS = "wordings"
    """Its other wordings."""
    PREMISES = "premises"
    """The premises, conclusions or rules of an argument."""
    FLIPPED = "flipped"
    """A relation of the same two that is of another kind."""
    REAIMED = "re-aimed"
    """A relation of the same kind that goes to, or comes from, another one."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not as it was.

    Attributes:
        kind: What sort of change it is.
        sort: What changed: ``map``, ``section``, ``claim``, ``argument`` or ``relation``.
        id: Its id in the later map; of what was removed, in the earlier one; of a relation, that of its source.
        was: Its id in the earlier map; None for what was added, and for the map.
        field: Which field changed; empty where the whole was added, removed or re-aimed.
        key: Of data, which key.
        old: What it was: the value of the field, or the record; ids are those of the earlier map. `ABSENT` for nothing.
        new: What it is (ids are those of the later map). `ABSENT` for nothing.
        before: Where it stands in the text of the earlier map, as ``file:line:column``; empty where that is not known.
        after: Where it stands in the text of the later map.
        follows: Of what was added, the id of what comes before it in the later map; None for the first.
    """

    kind: Kind
    sort: str
    id: str = ""
    was: str | None = None
    field: str = ""
    key: str = ""
    old: Any = ABSENT
    new: Any = ABSENT
    before: str = ""
    after: str = ""
    follows: str | None = None

    def to_data(self) -> dict[str, Any]:
        """Return the change as plain data, for JSON; what is empty is left out."""
        found = {name: getattr(self, name) for name in self.__slots__}
        if self.field in ("text", "title"):  # the words, without what is marked in them
            found |= {name: found[name][0] for name in ("old", "new") if isinstance(found[name], tuple)}
        return {
            name: str(value) if name == "kind" else plain(value)
            for name, value in found.items()
            if value is not ABSENT and (name in ("kind", "sort", "old", "new") or value)
        }


def plain(value: Any) -> Any:
    """Return a value of a field as plain data: records as dicts without what is empty, tuples as lists.

    Example:
        >>> import argmap
        >>> plain((argmap.Step(("Rain",), "Wet"),))
        [{'premises': ['Rain'], 'conclusion': 'Wet'}]
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {key: plain(each) for key, each in asdict(value).items() if each not in (None, (), "", {})}
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return str(value) if isinstance(value, StrEnum) else value
