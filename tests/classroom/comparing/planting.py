"""Maps of pupils made from a key, with known mistakes planted."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from argmap.classroom.comparing import Bearing, EditKind, Graph, Group, Line
from argmap.classroom.comparing.matching import Prepared
from argmap.model import ArgumentMap, RelationKind

T = TypeVar("T")


@dataclass(frozen=True)
class Planted:
    """What was planted: the kind of edit that undoes it, and the boxes of the key, or of the pupil's, that it is about."""

    kind: EditKind
    boxes: frozenset[int]


def graph_of(m: ArgumentMap) -> Graph:
    """A map as a graph, its boxes numbered in order."""
    side = Prepared(m)
    shape = side.shape
    return Graph(
        dict(enumerate(side.texts)), set(shape.lines), set(shape.groups), frozenset(shape.mains), set(shape.sourced)
    )


def map_of(graph: Graph, title: str = "") -> ArgumentMap:
    """A graph as a map without a single title, so that words alone tell what is what."""
    m = ArgumentMap(title)
    claims = {
        box: m.claim(text, data={"cites": ["somewhere"]} if box in graph.sourced else None)
        for box, text in graph.texts.items()
    }
    m.data["thesis"] = [claims[box].id for box in sorted(graph.mains)]
    linked: set[Line] = set()
    for group in sorted(graph.groups, key=lambda group: (group.target, sorted(group.members))):
        lines = [line for line in graph.lines if line.target == group.target and line.source in group.members]
        argument = m.argument()
        for member in sorted(group.members):
            m.relate(claims[member], RelationKind.SUPPORT, argument)
        m.relate(argument, RelationKind(min(line.bearing for line in lines).value), claims[group.target])
        linked.update(lines)
    for line in sorted(graph.lines - linked):
        m.relate(claims[line.source], RelationKind(line.bearing.value), claims[line.target])
    return m


class Planter:
    """Plants mistakes in a copy of a graph, none of them near another.

    Attributes:
        graph: The graph as it is now.
        planted: What was planted.
    """

    def __init__(self, key: Graph, seed: int) -> None:
        self.graph = key.copy()
        self.planted: list[Planted] = []
        self._key = key
        self._chance = random.Random(seed)
        self._touched: set[int] = set(key.mains)
        self._count = 0

    def plant(self, kind: EditKind) -> bool:
        """Plant what an edit of a kind undoes; return whether there is a place for it."""
        made = _PLANTING[kind](self)
        if made is None:
            return False
        about, touched = made
        self.planted.append(Planted(kind, frozenset(about)))
        self._touched.update(touched)
        return True

    # -- places ------------------------------------------------------------------------------------------------

    def _free(self, *boxes: int) -> bool:
        return self._touched.isdisjoint(boxes)

    def _some(self, found: list[T]) -> T | None:
        return self._chance.choice(found) if found else None

    def _own_lines(self, *, linked: bool = False) -> list[Line]:
        """Lines whose source bears on one thing, and is not linked, or is not touched by anything else."""
        held = {member for group in self.graph.groups for member in group.members}
        lines = sorted(self.graph.lines)
        ends = {line.ends for line in lines}
        return [
            line
            for line in lines
            if self._free(line.source)
            and (linked or line.source not in held)
            and sum(other.source == line.source for other in lines) == 1
            and line.source != line.target
            and line.ends[::-1] not in ends
        ]

    def _change(self, old: Line, new: Line | None) -> None:
        self.graph.lines.discard(old)
        if new is not None:
            self.graph.lines.add(new)

    def _leaves(self) -> list[Line]:
        hit = {line.target for line in self.graph.lines}
        return [line for line in self._own_lines() if line.source not in hit]

    # -- what is planted ---------------------------------------------------------------------------------------

    def _missing(self):
        line = self._some(self._leaves())
        if line is None:
            return None
        del self.graph.texts[line.source]
        self.graph.sourced.discard(line.source)
        self._change(line, None)
        return [line.source], line.ends

    def _own(self):
        line = self._some(self._own_lines(linked=True))
        self._count += 1
        box = 1000 + self._count
        self.graph.texts[box] = f"Zebras number {self._count} graze {'quietly ' * self._count}beside quick brown foxes"
        self.graph.lines.add(Line(box, line.target if line else min(self.graph.texts), Bearing.SUPPORT))
        return [box], [box]

    def _moved(self):
        line = self._some(self._leaves())
        others = [] if line is None else [box for box in self.graph.texts if box not in line.ends and self._free(box)]
        target = self._some(others)
        if target is None:
            return None
        self._change(line, Line(line.source, target, line.bearing))
        return [line.source], [*line.ends, target]

    def _flipped(self):
        line = self._some([line for line in self._own_lines() if line.bearing is not Bearing.UNDERCUT])
        if line is None:
            return None
        turned = Bearing.ATTACK if line.bearing is Bearing.SUPPORT else Bearing.SUPPORT
        self._change(line, Line(*line.ends, turned))
        return [line.source], [line.source]

    def _undercut(self):
        line = self._some([line for line in self._own_lines() if line.bearing.is_negative])
        if line is None:
            return None
        turned = Bearing.ATTACK if line.bearing is Bearing.UNDERCUT else Bearing.UNDERCUT
        self._change(line, Line(*line.ends, turned))
        return [line.source], [line.source]

    def _swapped(self):
        line = self._some([line for line in self._own_lines() if self._free(line.target)])
        if line is None:
            return None
        self._change(line, Line(line.target, line.source, line.bearing))
        return [line.target], line.ends

    def _unconnected(self):
        line = self._some(self._own_lines())
        if line is None:
            return None
        self._change(line, None)
        return [line.source], line.ends

    def _connected(self):
        ends = {line.ends for line in self.graph.lines}
        line = self._some(self._own_lines())
        if line is None:
            return None
        others = [
            box
            for box in self.graph.texts
            if box not in line.ends and (line.source, box) not in ends and (box, line.source) not in ends
        ]
        target = self._some(others)
        if target is None:
            return None
        self.graph.lines.add(Line(line.source, target, Bearing.SUPPORT))
        return [line.source], [*line.ends, target]

    def _taken_apart(self):
        group = self._some([g for g in sorted(self.graph.groups, key=str) if self._free(*g.members)])
        if group is None:
            return None
        self.graph.groups.discard(group)
        return group.members, group.members

    def _put_together(self):
        own = self._own_lines()
        ways: list[tuple[frozenset[int], Line]] = []
        for line in own:
            same = [each for each in own if each.source > line.source and each[1:] == line[1:]]
            ways += [(frozenset([each.source]), line) for each in same]
            for group in sorted(self.graph.groups, key=str):
                bearings = {each.bearing for each in self.graph.lines if each.source in group.members}
                if group.target == line.target and bearings == {line.bearing}:
                    ways.append((group.members, line))
        found = self._some(ways)
        if found is None:
            return None
        members, line = found
        self.graph.groups.discard(Group(members, line.target))
        self.graph.groups.add(Group(members | {line.source}, line.target))
        return [line.source], [line.source, *members]

    def _reworded(self):
        boxes = [
            box
            for box, text in self.graph.texts.items()
            if self._free(box) and len(text.split()) > 6 and box in self._key.texts
        ]
        box = self._some(boxes)
        if box is None:
            return None
        self.graph.texts[box] = f"Well, {self.graph.texts[box].rstrip('.')}, says Ada"
        return [box], [box]

    def _unsourced(self):
        box = self._some(sorted(box for box in self.graph.sourced if self._free(box)))
        if box is None:
            return None
        self.graph.sourced.discard(box)
        return [box], [box]

    def _halved(self):
        """One claim of the key in two boxes, which both bear on what it bears on."""
        lines = [
            line
            for line in self._leaves()
            if len(set(self.graph.texts[line.source].split())) > 11 and line.source not in self.graph.sourced
        ]
        line = self._some(lines)
        if line is None:
            return None
        words = self.graph.texts[line.source].split()
        self._count += 1
        other = 2000 + self._count
        self.graph.texts[line.source] = " ".join(words[: len(words) // 2])
        self.graph.texts[other] = " ".join(words[len(words) // 2 :])
        self.graph.lines.add(Line(other, line.target, line.bearing))
        return [line.source], [line.source, other]

    def _joined(self):
        """Two claims of the key in one box."""
        worded = [box for box, text in self.graph.texts.items() if self._free(box) and len(text.split()) > 7]
        leaves = [line.source for line in self._leaves() if line.source in worded]
        gone = self._some(leaves)
        kept = self._some([box for box in worded if box != gone])
        if gone is None or kept is None:
            return None
        self.graph.texts[kept] += f" And {self.graph.texts.pop(gone)}"
        self.graph.sourced.discard(gone)
        self.graph.lines = {line for line in self.graph.lines if gone not in line.ends}
        return [kept, gone], [kept, gone]

    def _other_main(self):
        box = self._some([box for box in self.graph.texts if self._free(box)])
        if box is None:
            return None
        self.graph.mains = frozenset([box])
        return self._key.mains, [box]


_PLANTING: dict[EditKind, Callable[[Planter], Any]] = {
    EditKind.ADD: Planter._missing,
    EditKind.REMOVE: Planter._own,
    EditKind.MOVE: Planter._moved,
    EditKind.FLIP: Planter._flipped,
    EditKind.UNDERCUT: Planter._undercut,
    EditKind.SWAP: Planter._swapped,
    EditKind.CONNECT: Planter._unconnected,
    EditKind.DISCONNECT: Planter._connected,
    EditKind.LINK: Planter._taken_apart,
    EditKind.UNLINK: Planter._put_together,
    EditKind.REWORD: Planter._reworded,
    EditKind.SOURCE: Planter._unsourced,
    EditKind.MERGE: Planter._halved,
    EditKind.SPLIT: Planter._joined,
    EditKind.MAIN_CLAIM: Planter._other_main,
}
