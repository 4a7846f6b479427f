"""Points at their places on a flow, and the lines of argument that they make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from argmap.classroom.rounds.points import Point, labelled

Mark = Literal["answered", "dropped", "extended", "new"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A point at its place on a flow.

    Attributes:
        number: What it is called on the flow, from 1; the same wherever it stands.
        point: The point: its words, and its side in the map.
        side: The side of the format that says it.
        speeches: The codes of the speeches in which it was said, in order; the first is its column.
        kind: What it does to what it stands beside: ``support``, ``attack``, ``undercut`` ...
        target: The number of that, or 0 where that is a thesis.
        thesis: The id of the thesis, for a point that stands beside none; else empty.
        part: What to call the part of the target that is meant, if it is a part.
        depth: How many points stand between it and a thesis.
        is_again: Whether it has its place elsewhere, with all that answers it, and stands here a second time.
        marks: What became of it.
    """

    number: int
    point: Point
    side: str
    speeches: tuple[str, ...]
    kind: str
    target: int
    thesis: str = ""
    part: str = ""
    depth: int = 0
    is_again: bool = False
    marks: tuple[Mark, ...] = ()

    @property
    def id(self) -> str:
        """The id of its claim or argument."""
        return self.point.id

    @property
    def label(self) -> str:
        """Its title and its words on one line."""
        return labelled(self.point.title, self.point.text)

    def to_data(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "number": self.number,
            "id": self.id,
            "side": self.side,
            "speeches": list(self.speeches),
            "does": self.kind,
            "to": self.target or self.thesis or None,
            "part": self.part or None,
            "again": self.is_again,
            "marks": list(self.marks),
        }


@dataclass(frozen=True, slots=True)
class Line:
    """A line of argument: a point of a side's own case, and all that was said on it.

    Attributes:
        side: Whose case it belongs to.
        entries: The point, and behind each point what stands beside it.
    """

    side: str
    entries: tuple[Entry, ...]
