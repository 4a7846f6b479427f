"""What is to be done to a pupil's map so that it becomes the key: kinds of edits, and a graph that they change."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from argmap.classroom.comparing.shape import Bearing, Group, Line

if TYPE_CHECKING:
    from collections.abc import Iterable


class EditKind(StrEnum):
    """What is to be done, in the order in which edits are made."""

    MERGE = "merge"
    """Make one box of two that say one thing together: the second one's lines become those of the first."""
    MAIN_CLAIM = "main-claim"
    """Make these boxes the main claims."""
    ADD = "add-claim"
    """Add a box, with the lines between it and those that are there."""
    SPLIT = "split"
    """Make two boxes of one that says two things: the first of `Edit.boxes` keeps its lines, the second is new."""
    MOVE = "move"
    """Put a box, or boxes that are linked, under another one, and bear on it as before."""
    FLIP = "flip-sign"
    """Let a box speak for what it speaks against, or the other way round."""
    UNDERCUT = "attack-or-undercut"
    """Let a box speak against the step to a claim and not against the claim, or the other way round."""
    SWAP = "swap-direction"
    """Turn a line round."""
    CONNECT = "add-line"
    """Draw a line."""
    DISCONNECT = "remove-line"
    """Take a line away."""
    REMOVE = "remove-claim"
    """Take a box away, with its lines."""
    UNLINK = "unlink"
    """Let boxes that are linked speak for themselves, each or all but those that stay together."""
    LINK = "link"
    """Link boxes: they bear on another one together only."""
    REWORD = "reword"
    """Say it in other words."""
    SOURCE = "add-source"
    """Say where it comes from."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing to be done: what it is about, and what of the graph changes by it.

    Attributes:
        kind: What is done.
        boxes: The boxes that it is done to, by their numbers in a `Comparison`.
        target: What they bear on now; None where that does not matter.
        to: What they are to bear on; of `LINK` and `UNLINK` the same as `target`.
        taken: The lines that are taken away.
        drawn: The lines that are drawn.
        unlinked: The groups that are no longer there.
        linked: The groups that are made of them, or anew.
        text: What the box is to say; of `SPLIT` what the second is to say; empty where no words change.
        kept: Of `SPLIT` what the first is to say.
    """

    kind: EditKind
    boxes: tuple[int, ...]
    target: int | None = None
    to: int | None = None
    taken: tuple[Line, ...] = ()
    drawn: tuple[Line, ...] = ()
    unlinked: tuple[Group, ...] = ()
    linked: tuple[Group, ...] = ()
    text: str = ""
    kept: str = ""

    @property
    def bearing(self) -> Bearing | None:
        """How the box is to bear on something; None where no lines are drawn."""
        own = (line.bearing for line in self.drawn if line.source == self.boxes[-1])
        return next(own, self.drawn[0].bearing if self.drawn else None)


@dataclass(slots=True)
class Graph:
    """A map as it is edited: boxes by their numbers, lines between them, and what is linked.

    Attributes:
        texts: What each box says.
        lines: The lines.
        groups: What is linked: two or more boxes that bear on another one together.
        mains: The main claims.
        sourced: The boxes that cite a source.
    """

    texts: dict[int, str] = field(default_factory=dict)
    lines: set[Line] = field(default_factory=set)
    groups: set[Group] = field(default_factory=set)
    mains: frozenset[int] = frozenset()
    sourced: set[int] = field(default_factory=set)

    def copy(self) -> Graph:
        """Return a graph of its own that is equal."""
        return Graph(dict(self.texts), set(self.lines), set(self.groups), self.mains, set(self.sourced))

    def apply(self, edit: Edit) -> None:
        """Do what an edit says."""
        self.lines.difference_update(edit.taken)
        self.lines.update(edit.drawn)
        self.groups.difference_update(edit.unlinked)
        self.groups.update(edit.linked)
        if edit.text:
            self.texts[edit.boxes[-1 if edit.kind is EditKind.SPLIT else 0]] = edit.text
        if edit.kept:
            self.texts[edit.boxes[0]] = edit.kept
        if edit.kind in (EditKind.REMOVE, EditKind.MERGE):
            self.texts.pop(edit.boxes[-1], None)
            self.sourced.discard(edit.boxes[-1])
        elif edit.kind is EditKind.MAIN_CLAIM:
            self.mains = frozenset(edit.boxes)
        elif edit.kind is EditKind.SOURCE:
            self.sourced.update(edit.boxes)

    def regrouped(self, leaving: frozenset[int], target: int) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
        """Return the groups at a target that some boxes are in, and what is left of them without these."""
        found = [group for group in self.groups if group.target == target and group.members & leaving]
        left = [Group(group.members - leaving, target) for group in found]
        return _ordered(found), _ordered(group for group in left if len(group.members) > 1)

    def touching(self, box: int) -> tuple[tuple[Line, ...], tuple[Group, ...]]:
        """Return the lines that end at a box, and the groups that it is in or that bear on it."""
        lines = tuple(sorted(line for line in self.lines if box in line.ends))
        return lines, _ordered(group for group in self.groups if box in group.members or box == group.target)


def _ordered(groups: Iterable[Group]) -> tuple[Group, ...]:
    return tuple(sorted(set(groups), key=lambda group: (group.target, sorted(group.members))))
