"""An applier of edit scripts that trusts what an edit says, not the changes that it lists.

It knows an edit by its kind, its boxes, where they are and go, and what is linked in the end. So it tells whether what a
pupil reads is enough to get to the key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.comparing import Bearing, EditKind

if TYPE_CHECKING:
    from argmap.classroom.comparing import Comparison, Edit, Graph


class Drawing:
    """A map on paper: boxes with texts, arrows with signs, braces around what is linked."""

    def __init__(self, graph: Graph) -> None:
        self.boxes = dict(graph.texts)
        self.arrows: dict[tuple[int, int], set[Bearing]] = {(line.source, line.target): set() for line in graph.lines}
        for line in graph.lines:
            self.arrows[line.source, line.target].add(line.bearing)
        self.braces = {(group.members, group.target) for group in graph.groups}
        self.mains = set(graph.mains)
        self.sourced = set(graph.sourced)

    def draw(self, source: int, target: int, sign: Bearing) -> None:
        self.arrows.setdefault((source, target), set()).add(sign)

    def rub_out(self, source: int, target: int, sign: Bearing) -> None:
        signs = self.arrows[source, target]
        signs.remove(sign)
        if not signs:
            del self.arrows[source, target]

    def leave(self, leaving: set[int], target: int) -> None:
        """Take boxes out of braces at a target."""
        for members, at in [brace for brace in self.braces if brace[1] == target and brace[0] & leaving]:
            self.braces.remove((members, at))
            if len(members - leaving) > 1:
                self.braces.add((members - leaving, at))

    def follow(self, edit: Edit) -> None:
        getattr(self, "_" + edit.kind.value.replace("-", "_"))(edit)

    def _merge(self, edit: Edit) -> None:
        kept, gone = edit.boxes
        self.boxes[kept] = edit.text
        del self.boxes[gone]

        def renamed(box: int) -> int:
            return kept if box == gone else box

        arrows: dict[tuple[int, int], set[Bearing]] = {}
        for (source, target), signs in self.arrows.items():
            touches = gone in (source, target)
            ends = renamed(source), renamed(target)
            if not (touches and ends[0] == ends[1]):
                arrows.setdefault(ends, set()).update(signs)
        self.arrows = arrows
        braces = set()
        for members, target in self.braces:
            touches = gone in members or target == gone
            new = frozenset(map(renamed, members)), renamed(target)
            if not touches or (len(new[0]) > 1 and new[1] not in new[0]):
                braces.add(new)
        self.braces = braces
        self.sourced.discard(gone)

    def _main_claim(self, edit: Edit) -> None:
        self.mains = set(edit.boxes)

    def _add_claim(self, edit: Edit) -> None:
        box = edit.boxes[-1]
        self.boxes[box] = edit.text
        for line in edit.drawn:
            assert box in (line.source, line.target)
            self.draw(*line)
        for members, target in edit.linked:
            self.braces.discard((members - {box}, target))
            self.braces.add((members, target))

    def _split(self, edit: Edit) -> None:
        self.boxes[edit.boxes[0]] = edit.kept
        self._add_claim(edit)

    def _move(self, edit: Edit) -> None:
        boxes = frozenset(edit.boxes)
        for box in boxes:
            self.rub_out(box, edit.target, edit.bearing)
            self.draw(box, edit.to, edit.bearing)
        whole = [members for members, target in self.braces if target == edit.target and members <= boxes]
        self.leave(set(boxes), edit.target)
        assert edit.to is not None
        self.braces.update((members, edit.to) for members in whole)

    def _flip_sign(self, edit: Edit) -> None:
        for box in edit.boxes:
            was = next(line.bearing for line in edit.taken if line.source == box)
            self.rub_out(box, edit.target, was)
            self.draw(box, edit.target, edit.bearing)

    def _attack_or_undercut(self, edit: Edit) -> None:
        turned = {Bearing.ATTACK: Bearing.UNDERCUT, Bearing.UNDERCUT: Bearing.ATTACK}
        for box in edit.boxes:
            self.rub_out(box, edit.target, turned[edit.drawn[0].bearing])
            self.draw(box, edit.target, edit.bearing)

    def _swap_direction(self, edit: Edit) -> None:
        (box,) = edit.boxes
        self.rub_out(box, edit.target, edit.taken[0].bearing)
        self.leave({box}, edit.target)
        self.draw(edit.target, box, edit.bearing)

    def _add_line(self, edit: Edit) -> None:
        self.draw(edit.boxes[0], edit.to, edit.bearing)

    def _remove_line(self, edit: Edit) -> None:
        self.rub_out(edit.boxes[0], edit.target, edit.taken[0].bearing)
        if (edit.boxes[0], edit.target) not in self.arrows:
            self.leave({edit.boxes[0]}, edit.target)

    def _remove_claim(self, edit: Edit) -> None:
        (box,) = edit.boxes
        del self.boxes[box]
        self.arrows = {ends: signs for ends, signs in self.arrows.items() if box not in ends}
        self.braces = {brace for brace in self.braces if brace[1] != box}
        for target in {target for _, target in self.braces}:
            self.leave({box}, target)
        self.sourced.discard(box)

    def _link(self, edit: Edit) -> None:
        ((members, target),) = edit.linked
        # A brace around a part of it is one that grows, but for two arguments that share premises.
        grown = {(group.members, group.target) for group in edit.unlinked}
        assert all(brace[0] < members and brace[1] == target for brace in grown)
        self.braces -= grown
        self.braces.add((members, target))

    def _unlink(self, edit: Edit) -> None:
        gone = edit.unlinked[0]
        self.braces.remove((gone.members, gone.target))
        self.braces.update((group.members, group.target) for group in edit.linked)

    def _reword(self, edit: Edit) -> None:
        self.boxes[edit.boxes[0]] = edit.text

    def _add_source(self, edit: Edit) -> None:
        self.sourced.update(edit.boxes)


def followed(comparison: Comparison) -> Drawing:
    """Return the pupil's map after all edits."""
    drawing = Drawing(comparison.start)
    for edit in comparison.edits:
        drawing.follow(edit)
    return drawing


def assert_is_key(comparison: Comparison) -> None:
    """Assert that following all edits leads to the key, box by box and line by line."""
    done, goal = followed(comparison), Drawing(comparison.goal)
    assert done.boxes == goal.boxes
    assert done.arrows == goal.arrows
    assert done.braces == goal.braces
    assert done.sourced >= goal.sourced & comparison.start.texts.keys()
    if any(edit.kind is EditKind.MAIN_CLAIM for edit in comparison.edits):
        assert done.mains == goal.mains
    elif goal.mains:
        assert Drawing(comparison.start).mains & goal.mains
