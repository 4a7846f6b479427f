"""What to say to a pupil: what is right, and up to three things to think about next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.classroom.comparing.edits import Edit, EditKind
from argmap.classroom.comparing.shape import Bearing
from argmap.classroom.comparing.telling import Teller
from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.classroom.comparing.comparison import Comparison
    from argmap.language import Words

MOST = 3
"""More at a time are too many to act on."""
LEVELS = (1, 2, 3)
"""A question, a hint, and what is to be done."""

_STRUCTURE = (
    EditKind.MAIN_CLAIM,
    EditKind.SWAP,
    EditKind.MOVE,
    EditKind.DISCONNECT,
    EditKind.CONNECT,
    EditKind.SPLIT,
    EditKind.MERGE,
    EditKind.ADD,
    EditKind.REMOVE,
)
_LATER = (EditKind.ADD, EditKind.REMOVE)
ORDER = {
    kind: (stage, place)
    for stage, kinds in enumerate(
        (
            _STRUCTURE,
            (EditKind.LINK, EditKind.UNLINK),
            (EditKind.FLIP, EditKind.UNDERCUT),
            (EditKind.REWORD,),
            (EditKind.SOURCE,),
        )
    )
    for place, kind in enumerate(kinds)
}
"""Which edits come first: the stage (structure, grouping, signs, wording, sources), and the place in it."""

OWN_WORDS = 0.8
"""From this likeness on, other words than those of the key are as good."""


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing to think about.

    Attributes:
        kind: What is to be done in the end.
        level: 1 for a question, 2 for a hint, 3 for what is to be done.
        text: What is said.
        boxes: The ids of the boxes of the pupil's map that it is about.
    """

    kind: EditKind
    level: int
    text: str
    boxes: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Feedback:
    """What to say to a pupil.

    Attributes:
        right: What is right, a sentence each.
        hints: What to think about, the first thing first.
        left: How many more there are.
    """

    right: tuple[str, ...]
    hints: tuple[Hint, ...]
    left: int = 0

    def __iter__(self) -> Iterator[Hint]:
        return iter(self.hints)

    def __len__(self) -> int:
        return len(self.hints)

    def to_data(self) -> dict[str, Any]:
        """Return it for programs."""
        return {
            "right": list(self.right),
            "hints": [
                {"kind": hint.kind.value, "level": hint.level, "text": hint.text, "boxes": list(hint.boxes)}
                for hint in self.hints
            ],
            "left": self.left,
        }


def feedback(comparison: Comparison, level: int, *, most: int = MOST, words: Words) -> Feedback:
    """Return what to say to a pupil; see `argmap.classroom.comparing.Comparison.hints`."""
    if level not in LEVELS:
        raise ArgmapError(f"Hints have the levels 1 (a question), 2 (a hint) and 3 (what to do); not {level!r}.")
    if not 1 <= most <= MOST:
        raise ArgmapError(f"At most {MOST} hints are given at a time, and at least 1; not {most!r}.")
    edits = ranked(comparison)
    teller = Teller(comparison, words)
    hints = []
    said: set[str] = set()
    for edit in edits:
        hint = _hint(comparison, teller, words, edit, level)
        if hint.text not in said:
            said.add(hint.text)
            hints.append(hint)
    return Feedback(tuple(_right(comparison, teller, words)), tuple(hints[:most]), max(len(hints) - most, 0))


def ranked(comparison: Comparison) -> list[Edit]:
    """Return the edits that are worth a hint, the first to be told first."""
    depth = _depths(comparison)
    edits = [edit for edit in comparison.edits if not _is_as_good(comparison, edit)]
    main = [edit for edit in edits if edit.kind is EditKind.MAIN_CLAIM]
    named = {box for edit in main for box in edit.boxes}

    def rank(edit: Edit) -> tuple[int, int, int, int]:
        # What is there is put right before anything is added, and only then is anything taken out. What goes to a box
        # that is to be added comes behind this, which is nearer to the main claim.
        stage, place = ORDER[edit.kind]
        when = _LATER.index(edit.kind) + 1 if edit.kind in _LATER else 0
        is_to_new = edit.to is not None and comparison.boxes[edit.to].pupil is None
        if edit.kind in (EditKind.MOVE, EditKind.CONNECT) and is_to_new:
            when = 1
        return stage, when, min(depth.get(box, len(depth)) for box in edit.boxes), place

    def is_told(edit: Edit) -> bool:
        """Whether it adds nothing to what is said of the main claim."""
        return edit.kind is EditKind.ADD and edit.to is None and edit.boxes[0] in named

    return main + sorted((edit for edit in edits if edit not in main and not is_told(edit)), key=rank)


def _is_as_good(comparison: Comparison, edit: Edit) -> bool:
    """Whether a box only says the same in words of the pupil's own."""
    return edit.kind is EditKind.REWORD and comparison.boxes[edit.boxes[0]].likeness >= OWN_WORDS


def _depths(comparison: Comparison) -> dict[int, int]:
    """Return how far boxes are from a main claim: in the key, and what it has not, in the pupil's map."""
    found: dict[int, int] = {}
    for graph in (comparison.start, comparison.goal):
        sources: dict[int, list[int]] = {}
        for line in graph.lines:
            sources.setdefault(line.target, []).append(line.source)
        level, depth, own = sorted(graph.mains), 0, dict.fromkeys(sorted(graph.mains), 0)
        while level:
            depth += 1
            above, level = level, []
            for target in above:
                for source in sorted(sources.get(target, ())):
                    if source not in own:
                        own[source] = depth
                        level.append(source)
        found |= own
    return found


def _hint(comparison: Comparison, teller: Teller, words: Words, edit: Edit, level: int) -> Hint:
    about = dict.fromkeys(each for each in (*edit.boxes, edit.target, edit.to) if each is not None)
    own = [node for box in about if (node := comparison.boxes[box].pupil) is not None]
    ids = tuple(node.id for node in own)
    if level == LEVELS[-1]:
        text = teller.sentence(edit)
        if edit.kind is EditKind.REMOVE:
            text = words.say("compare.fix.remove-claim", **teller.given(edit))
        return Hint(edit.kind, level, text, ids)
    stage = "question" if level == 1 else "hint"
    return Hint(
        edit.kind,
        level,
        words.say(f"compare.{stage}.{_variant(comparison, edit)}", **_safe(comparison, teller, edit)),
        ids,
    )


def _safe(comparison: Comparison, teller: Teller, edit: Edit) -> dict[str, object]:
    """Return what questions and hints may name: what stands in the pupil's map, and nothing of the key alone."""

    def name(box: int | None) -> str:
        return "" if box is None or comparison.boxes[box].pupil is None else teller.name(box)

    own = [box for box in edit.boxes if comparison.boxes[box].pupil is not None]
    together = [box for box in teller.together(edit) if comparison.boxes[box].pupil is not None]
    return {
        "n": len(own),
        "box": teller.listed([teller.name(box) for box in own]),
        "first": name(edit.boxes[0]),
        "last": name(edit.boxes[-1]),
        "target": name(edit.target),
        "to": name(edit.to),
        "all": teller.listed([teller.name(box) for box in together]),
    }


def _variant(comparison: Comparison, edit: Edit) -> str:
    """Return the name of the words for a question or hint about an edit."""
    kind = edit.kind

    def is_there(box: int | None) -> bool:
        return box is not None and comparison.boxes[box].pupil is not None

    if kind is EditKind.ADD:
        if edit.to is None and edit.boxes[0] in comparison.goal.mains:
            return "add-main"
        if not is_there(edit.to):
            return "add-further"
        others = [box for group in edit.linked for box in group.members if is_there(box)]
        if others and edit.bearing is Bearing.SUPPORT:
            return "add-linked"
        return f"add-{edit.bearing.value}" if edit.bearing is not None else "add-further"
    if kind is EditKind.MOVE and not is_there(edit.to):
        return "move-new"
    if kind is EditKind.CONNECT and not is_there(edit.to):
        return "add-line-new"
    if kind is EditKind.MAIN_CLAIM and not any(map(is_there, edit.boxes)):
        return "main-claim-missing"
    if kind is EditKind.REMOVE and not is_there(edit.target):
        return "remove-claim-alone"
    return kind.value


def _right(comparison: Comparison, teller: Teller, words: Words) -> Iterator[str]:
    start, goal = comparison.start, comparison.goal
    if comparison.is_perfect:
        yield words.say("compare.right.all")
        return
    if not start.texts:
        yield words.say("compare.right.empty")
        return
    for main in sorted(start.mains & goal.mains)[:1]:
        yield words.say("compare.right.main", box=teller.name(main))
    shared = start.texts.keys() & goal.texts.keys()
    if shared:
        key = "boxes" if len(shared) < len(start.texts) else "boxesAll"
        yield words.say(f"compare.right.{key}", n=len(shared), all=len(start.texts))
    lines = sorted(start.lines & goal.lines)
    if lines:
        line = lines[0]
        given = {"box": teller.name(line.source), "target": teller.name(line.target)}
        key = "lines" if len(lines) < len(start.lines) else "linesAll"
        yield words.say(f"compare.right.{key}", n=len(lines), all=len(start.lines))
        yield words.say(f"compare.right.line-{line.bearing.value}", **given)
    groups = sorted((sorted(group.members), group.target) for group in start.groups & goal.groups)
    if groups:
        yield words.say("compare.right.linked", box=teller.names(tuple(groups[0][0])))
    if not shared:
        yield words.say("compare.right.own", n=len(start.texts))
