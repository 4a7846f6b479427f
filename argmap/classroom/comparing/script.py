"""The edit script: what is to be done to a pupil's map, step by step, so that it becomes the key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.classroom.comparing.edits import Edit, EditKind, Graph
from argmap.classroom.comparing.shape import Bearing, Group, Line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


def script(
    start: Graph,
    goal: Graph,
    *,
    merged: Mapping[int, int] | None = None,
    split: Mapping[int, int] | None = None,
    names_main: bool = False,
) -> tuple[Edit, ...]:
    """Return the edits that make the first graph the second one, in the order in which they are made.

    Boxes with the same number are the same. First boxes are merged; then it is asked which lines one of the graphs
    alone has: two between the same boxes are one that bears otherwise, or that points the other way; two from the same
    box are one that was moved. What is left is drawn and taken away. Last comes what is linked, worded and sourced.

    Args:
        start: The pupil's map.
        goal: The key. Its main claims count where `names_main` is set; what is new comes with its source.
        merged: For boxes that go into others, these.
        split: For boxes of the key that are part of a box of the pupil's, that one.
        names_main: Whether another main claim is to be named.

    Complexity:
        Linear in boxes and lines, but for boxes that are removed or merged, which look at all lines.
    """
    editor = _Editor(start.copy(), goal)
    for box, into in (merged or {}).items():
        editor.merge(into, box)
    if names_main:
        editor.edit(Edit(EditKind.MAIN_CLAIM, tuple(sorted(goal.mains))))
    editor.settle_lines(split or {})
    for box in [box for box in editor.graph.texts if box not in goal.texts]:
        editor.remove(box)
    editor.settle_groups()
    for box, text in goal.texts.items():
        if editor.graph.texts[box] != text:
            editor.edit(Edit(EditKind.REWORD, (box,), text=text))
    for box in goal.texts:
        if box in goal.sourced and box in start.texts and box not in editor.graph.sourced:
            editor.edit(Edit(EditKind.SOURCE, (box,)))
    return tuple(editor.edits)


class _Editor:
    """A graph that is edited, and the edits so far."""

    def __init__(self, graph: Graph, goal: Graph) -> None:
        self.graph = graph
        self.goal = goal
        self.edits: list[Edit] = []

    def edit(self, edit: Edit) -> None:
        self.edits.append(edit)
        self.graph.apply(edit)

    def merge(self, kept: int, box: int) -> None:
        taken, unlinked = self.graph.touching(box)

        def instead(one: int) -> int:
            return kept if one == box else one

        drawn = [Line(instead(line.source), instead(line.target), line.bearing) for line in taken]
        linked = [Group(frozenset(map(instead, group.members)), instead(group.target)) for group in unlinked]
        self.edit(
            Edit(
                EditKind.MERGE,
                (kept, box),
                taken=taken,
                drawn=tuple(line for line in drawn if line.source != line.target),
                unlinked=unlinked,
                linked=tuple(g for g in linked if len(g.members) > 1 and g.target not in g.members),
                text=self.goal.texts[kept],
            )
        )

    def settle_lines(self, split: Mapping[int, int]) -> None:
        """Make the lines those of the goal, apart from those of boxes that are to be removed."""
        surplus = dict.fromkeys(sorted(self.graph.lines - self.goal.lines))
        wanted = dict.fromkeys(sorted(self.goal.lines - self.graph.lines))
        flips = self._paired(surplus, wanted, lambda line: line.ends, lambda line: line.ends)
        swaps = self._paired(surplus, wanted, lambda line: (*line.ends, line.bearing), _turned)
        swaps += self._paired(surplus, wanted, lambda line: line.ends, lambda line: line.ends[::-1])
        moves = self._paired(
            surplus, wanted, lambda line: (line.source, line.bearing), lambda line: (line.source, line.bearing)
        )
        passed = self.graph.lines | self.goal.lines
        for old, new in self._paired(surplus, wanted, lambda line: line.source, lambda line: line.source):
            between = Line(new.source, new.target, old.bearing)
            if between in passed:
                surplus[old], wanted[new] = None, None
            else:
                passed.add(between)
                moves.append((old, between))
                flips.append((between, new))
        self._add(wanted, split)
        self._move(moves)
        self._flip(flips)
        for old, new in swaps:
            unlinked, linked = self.graph.regrouped(frozenset({old.source}), old.target)
            self.edit(
                Edit(EditKind.SWAP, (old.source,), old.target, None, (old,), (new,), unlinked=unlinked, linked=linked)
            )
        for line in wanted:
            self.edit(Edit(EditKind.CONNECT, (line.source,), to=line.target, drawn=(line,)))
        for line in surplus:
            if line.source in self.goal.texts and line.target in self.goal.texts:
                is_last = all(other.ends != line.ends or other == line for other in self.graph.lines)
                leaving = frozenset({line.source} if is_last else ())
                unlinked, linked = self.graph.regrouped(leaving, line.target)
                self.edit(
                    Edit(
                        EditKind.DISCONNECT,
                        (line.source,),
                        line.target,
                        taken=(line,),
                        unlinked=unlinked,
                        linked=linked,
                    )
                )

    @staticmethod
    def _paired(
        surplus: dict[Line, None],
        wanted: dict[Line, None],
        of_old: Callable[[Line], object],
        of_new: Callable[[Line], object],
    ) -> list[tuple[Line, Line]]:
        """Return pairs of lines with the same key, one that is too many and one that is missing; take them out."""
        waiting: dict[object, list[Line]] = {}
        for line in wanted:
            waiting.setdefault(of_new(line), []).append(line)
        found = []
        for line in list(surplus):
            others = waiting.get(of_old(line))
            if others:
                other = others.pop(0)
                del surplus[line], wanted[other]
                found.append((line, other))
        return found

    def _add(self, wanted: dict[Line, None], split: Mapping[int, int]) -> None:
        missing = [box for box in self.goal.texts if box not in self.graph.texts]
        new = set(missing)
        lines_of: dict[int, list[Line]] = {}
        for line in list(wanted):
            owner = next((end for end in line.ends if end in new), None)
            if owner is not None:
                lines_of.setdefault(owner, []).append(line)
                del wanted[line]
        groups_of: dict[int, list[Group]] = {}
        for group in self.goal.groups:
            for member in group.members & new:
                groups_of.setdefault(member, []).append(group)
        for box in missing:
            unlinked, linked = [], []
            for group in sorted(groups_of.get(box, ()), key=lambda group: (group.target, sorted(group.members))):
                present = Group(group.members.intersection(self.graph.texts), group.target)
                if present in self.graph.groups:
                    unlinked.append(present)
                elif len(present.members) != 1:
                    continue
                linked.append(Group(present.members | {box}, group.target))
            drawn = tuple(lines_of.get(box, ()))
            to = next((line.target for line in drawn if line.source == box), None)
            whole = split.get(box)
            if whole is None:
                edit = Edit(EditKind.ADD, (box,), to=to, drawn=drawn, text=self.goal.texts[box])
            else:
                edit = Edit(
                    EditKind.SPLIT,
                    (whole, box),
                    to=to,
                    drawn=drawn,
                    text=self.goal.texts[box],
                    kept=self.goal.texts.get(whole, ""),
                )
            self.edit(replace(edit, unlinked=tuple(unlinked), linked=tuple(linked)))

    def _move(self, moves: Iterable[tuple[Line, Line]]) -> None:
        """Move lines; what is linked, and goes to the same place, goes there together."""
        by_way: dict[tuple[int, int, Bearing], list[tuple[Line, Line]]] = {}
        for old, new in moves:
            by_way.setdefault((old.target, new.target, old.bearing), []).append((old, new))
        for (target, to, _), some in by_way.items():
            going = {old.source for old, _ in some}
            for members in self._together(going, target):
                chosen = [(old, new) for old, new in some if old.source in members]
                unlinked, left = self.graph.regrouped(members, target)
                kept = tuple(Group(group.members, to) for group in unlinked if group.members <= members)
                self.edit(
                    Edit(
                        EditKind.MOVE,
                        tuple(sorted(members)),
                        target,
                        to,
                        tuple(old for old, _ in chosen),
                        tuple(new for _, new in chosen),
                        unlinked,
                        (*left, *kept),
                    )
                )

    def _flip(self, flips: Iterable[tuple[Line, Line]]) -> None:
        by_way: dict[tuple[int, Bearing, Bearing], list[tuple[Line, Line]]] = {}
        for old, new in flips:
            by_way.setdefault((old.target, old.bearing, new.bearing), []).append((old, new))
        for (target, was, becomes), some in by_way.items():
            kind = EditKind.UNDERCUT if was.is_negative and becomes.is_negative else EditKind.FLIP
            for members in self._together({old.source for old, _ in some}, target):
                chosen = [(old, new) for old, new in some if old.source in members]
                self.edit(
                    Edit(
                        kind,
                        tuple(sorted(members)),
                        target,
                        target,
                        tuple(old for old, _ in chosen),
                        tuple(new for _, new in chosen),
                    )
                )

    def _together(self, boxes: set[int], target: int) -> list[frozenset[int]]:
        """Return boxes one by one, but those together that are linked at a target and have no other part."""
        found: list[frozenset[int]] = []
        left = set(boxes)
        for group in sorted(self.graph.groups, key=lambda group: sorted(group.members)):
            if group.target == target and group.members <= left:
                found.append(group.members)
                left -= group.members
        return sorted([*found, *(frozenset({box}) for box in left)], key=min)

    def remove(self, box: int) -> None:
        taken, unlinked = self.graph.touching(box)
        left = [Group(group.members - {box}, group.target) for group in unlinked if group.target != box]
        target = next((line.target for line in taken if line.source == box), None)
        self.edit(
            Edit(
                EditKind.REMOVE,
                (box,),
                target,
                taken=taken,
                unlinked=unlinked,
                linked=tuple(group for group in left if len(group.members) > 1),
            )
        )

    def settle_groups(self) -> None:
        """Link what is to be linked, and nothing else; a group that grows or shrinks is one edit."""
        surplus = sorted(self.graph.groups - self.goal.groups, key=_order)
        wanted = sorted(self.goal.groups - self.graph.groups, key=_order)
        for group in list(wanted):
            inner = [other for other in surplus if other.target == group.target and other.members < group.members]
            outer = [other for other in surplus if other.target == group.target and other.members > group.members]
            if inner:
                self._link(EditKind.LINK, group, group.members, inner)
                surplus = [other for other in surplus if other not in inner]
                wanted.remove(group)
            elif outer:
                self._link(EditKind.UNLINK, group, outer[0].members - group.members, outer[:1])
                surplus.remove(outer[0])
                wanted.remove(group)
        for group in surplus:
            self._link(EditKind.UNLINK, None, group.members, [group])
        for group in wanted:
            self._link(EditKind.LINK, group, group.members, [])

    def _link(self, kind: EditKind, made: Group | None, boxes: frozenset[int], gone: list[Group]) -> None:
        target = made.target if made else gone[0].target
        linked = () if made is None else (made,)
        self.edit(Edit(kind, tuple(sorted(boxes)), target, target, unlinked=tuple(gone), linked=linked))


def _turned(line: Line) -> tuple[int, int, Bearing]:
    return line.target, line.source, line.bearing


def _order(group: Group) -> tuple[int, list[int]]:
    return group.target, sorted(group.members)
