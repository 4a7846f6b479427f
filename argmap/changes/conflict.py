"""What several maps do not agree on, as values with sentences."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from argmap.language import Words


class ConflictKind(StrEnum):
    """What sort of conflict it is."""

    REWORDED = "reworded"
    """The same claim in different words."""
    RENAMED = "renamed"
    """The same claim, argument, section or map with different titles."""
    MOVED = "moved"
    """The same in different sections."""
    PREMISES = "premises"
    """The same argument from different premises, or to different conclusions."""
    DATA = "data"
    """Different values of the same inline data or front matter."""
    GONE = "gone"
    """Removed in one, and changed or used in another."""
    SIGNS = "signs"
    """For in one, and against in another."""
    RELATION = "relation"
    """The same relation, changed in different ways."""
    SAME_TITLE = "same-title"
    """The same title for different things."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that several maps do not agree on.

    Attributes:
        kind: What sort of conflict it is.
        sort: ``map``, ``section``, ``claim``, ``argument`` or ``relation``.
        id: The id of the claim or argument in the merged map; of a relation, that of its source; empty for the map.
        says: Who says what: the name of each map, and what it has there, in words.
        kept: The name of the map whose word the merged map has; empty where it has both.
        message: A sentence that says what is in conflict.
        fate: A sentence that says what the merged map has.
        settle: A sentence that says how to settle it.
        others: The ids of claims or arguments that hold what others say, where these are records of their own.
        code: The language of the sentences.
    """

    kind: ConflictKind
    sort: str
    id: str
    says: tuple[tuple[str, str], ...]
    kept: str
    message: str
    fate: str
    settle: str
    others: tuple[str, ...] = ()
    code: str = "en"

    def lines(self) -> list[str]:
        """Return it as lines: what is in conflict, who says what, and what to do."""
        words = Words(self.code)
        told = [f"  {words.say('changes.conflict.says', who=who, what=what)}" for who, what in self.says]
        return [self.message, *told, f"  {self.fate} {self.settle}"]

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def to_data(self) -> dict[str, Any]:
        """Return it as plain data, for JSON."""
        return {
            "kind": str(self.kind),
            "sort": self.sort,
            "id": self.id,
            "says": [{"who": who, "what": what} for who, what in self.says],
            "kept": self.kept,
            "message": self.message,
            "fate": self.fate,
            "settle": self.settle,
            "others": list(self.others),
        }
