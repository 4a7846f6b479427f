"""How a class did with one key or several: pupil by pupil, which claims were missed, which links were wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.classroom.comparing.edits import EditKind
from argmap.classroom.comparing.hints import ranked
from argmap.classroom.comparing.matching import Prepared
from argmap.classroom.comparing.measures import MEASURES
from argmap.classroom.comparing.telling import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.classroom.comparing.comparison import Comparison
    from argmap.language import Words

WRONG = (
    EditKind.MOVE,
    EditKind.SWAP,
    EditKind.FLIP,
    EditKind.UNDERCUT,
    EditKind.DISCONNECT,
    EditKind.LINK,
    EditKind.UNLINK,
)
"""The edits that tell of a link that is wrong, and not of one that is missing."""
RETEACH = 0.25
"""What has to be changed in this share of the maps or more is worth to be taught again."""
LEVELS = 5
"""So many signs shade a row of the heat map."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a report on a class needs of one comparison; plain values, which other processes can send.

    Attributes:
        name: Whose map it is.
        key: Which key it is nearest to, from 0.
        scores: The measures by name; None where there is no number.
        claims: How many claims of the key the map has, and how many there are.
        lines: How many lines of the map are right, and how many it has.
        kinds: How many edits of each kind there are.
        missed: The positions of the claims of the key that the map has not.
        wrong: Links that are wrong: the kind of edit, the boxes by their positions in the key, and what they bear on.
        first: What comes first: the first hint, as a hint; empty where there is none.
    """

    name: str
    key: int
    scores: dict[str, float | None]
    claims: tuple[int, int]
    lines: tuple[int, int]
    kinds: dict[str, int]
    missed: tuple[int, ...]
    wrong: tuple[tuple[str, tuple[int, ...], int | None], ...]
    first: str = ""

    def to_data(self) -> dict[str, Any]:
        """Return it as names, numbers and lists."""
        return asdict(self)

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Summary:
        """Return what `to_data` told of, also where tuples have become lists."""
        wrong = tuple((kind, tuple(boxes), target) for kind, boxes, target in data["wrong"])
        tuples = {name: tuple(data[name]) for name in ("claims", "lines", "missed")}
        return cls(**{**data, **tuples, "wrong": wrong})


def summary_of(name: str, comparison: Comparison, level: int = 2, words: Words | None = None) -> Summary:
    """Return what a report on a class needs of a comparison."""
    start, goal = comparison.start, comparison.goal
    edits = ranked(comparison)  # other words that are as good are no mistakes
    hints = comparison.hints(level, words=words).hints
    wrong = []
    for edit in edits:
        where = edit.to if edit.kind is EditKind.MOVE else edit.target
        boxes = edit.boxes
        if edit.kind in (EditKind.LINK, EditKind.UNLINK):
            groups = edit.linked if edit.kind is EditKind.LINK else edit.unlinked
            boxes = tuple(sorted(groups[0].members)) if groups else boxes
        about = (*boxes, *(() if where is None else (where,)))
        if edit.kind in WRONG and all(box in goal.texts for box in about):
            wrong.append((edit.kind.value, boxes, where))
    return Summary(
        name,
        comparison.number,
        {measure: score.value for measure, score in comparison.scores.items()},
        (len(start.texts.keys() & goal.texts.keys()), len(goal.texts)),
        (len(start.lines & goal.lines), len(start.lines)),
        dict(Counter(edit.kind.value for edit in edits)),
        tuple(box for box in goal.texts if box not in start.texts),
        tuple(wrong),
        hints[0].text if hints else "",
    )


@dataclass(frozen=True, slots=True)
class Missed:
    """A claim of a key, and how many missed it.

    Attributes:
        box: Its position in the key.
        id: Its id there.
        text: What it says.
        number: How many missed it.
        of: Of how many.
    """

    box: int
    id: str
    text: str
    number: int
    of: int

    @property
    def share(self) -> float:
        """Which share missed it, from 0 to 1."""
        return self.number / self.of

    @property
    def heat(self) -> int:
        """The share in steps, from 0 for nobody to `LEVELS` for all; neither of the two is rounded to."""
        if self.number in (0, self.of):
            return LEVELS * (self.number == self.of)
        return min(max(round(self.share * LEVELS), 1), LEVELS - 1)

    @property
    def bar(self) -> str:
        """The share as a bar of dark and light signs."""
        return "■" * self.heat + "□" * (LEVELS - self.heat)


@dataclass(slots=True)
class ClassReport:
    """How a class did.

    Attributes:
        keys: The keys.
        name: What it is about.
        pupils: What is told of each map, in the order of their names.
        failed: Files that could not be read, each with the reason.
    """

    keys: Sequence[Prepared]
    name: str = ""
    pupils: list[Summary] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)

    def used(self) -> tuple[int, ...]:
        """Return which keys were nearest to any map."""
        return tuple(sorted({pupil.key for pupil in self.pupils}))

    def missed(self, key: int) -> list[Missed]:
        """Return how many missed each claim of a key, of the maps that are nearest to it; in the order of the key."""
        pupils = [pupil for pupil in self.pupils if pupil.key == key]
        counts = Counter(box for pupil in pupils for box in pupil.missed)
        side = self.keys[key]
        return [
            Missed(box, node.id, side.texts[box], counts[box], len(pupils))
            for box, node in enumerate(side.shape.nodes)
            if pupils
        ]

    def commonest_missing(self) -> tuple[int, Missed] | None:
        """Return the claim that was missed most, and its key; of equal ones the first. None where none was missed."""
        every = [(key, each) for key in self.used() for each in self.missed(key) if each.number]
        return max(every, key=lambda found: found[1].number, default=None)

    def commonest_wrong(self) -> tuple[int, tuple[str, tuple[int, ...], int | None], int] | None:
        """Return the wrong link that most have, its key and how many have it; None where no link is wrong."""
        counts = Counter((pupil.key, each) for pupil in self.pupils for each in dict.fromkeys(pupil.wrong))
        if not counts:
            return None
        (key, link), number = max(counts.items(), key=lambda found: found[1])
        return key, link, number

    def mistakes(self) -> list[tuple[EditKind, int, int]]:
        """Return kinds of edits, how many maps need any of each, and how many there are in all; the commonest first."""
        found = []
        for kind in EditKind:
            numbers = [number for pupil in self.pupils if (number := pupil.kinds.get(kind.value, 0))]
            if numbers:
                found.append((kind, len(numbers), sum(numbers)))
        return sorted(found, key=lambda each: (-each[1], -each[2]))

    def reteach(self) -> list[EditKind]:
        """Return the kinds of edits that a quarter of the maps or more need, the commonest first."""
        return [kind for kind, maps, _ in self.mistakes() if maps >= RETEACH * len(self.pupils)]

    def link_in_words(self, key: int, link: tuple[str, tuple[int, ...], int | None], words: Words) -> str:
        """Return what a wrong link is, as a part of a sentence."""
        kind, boxes, target = link
        texts = self.keys[key].texts

        names = [quoted(texts[box], words) for box in boxes]
        box = names[0] if len(names) == 1 else words.say("compare.list", first=", ".join(names[:-1]), last=names[-1])
        to = "" if target is None else quoted(texts[target], words)
        return words.say(f"compare.class.link-{kind}", box=box, to=to)

    def rows(self, words: Words) -> list[tuple[str | int | float | None, ...]]:
        """Return a table for a spreadsheet, its head first: a row for each map."""
        kinds = tuple(EditKind)
        head = ("map", "key", *MEASURES, *(kind.value for kind in kinds), "missed", "first")
        rows: list[tuple[str | int | float | None, ...]] = [head]
        for pupil in self.pupils:
            missed = "; ".join(self.keys[pupil.key].shape.nodes[box].id for box in pupil.missed)
            scores = (None if (value := pupil.scores[name]) is None else round(value, 4) for name in MEASURES)
            counts = (pupil.kinds.get(kind.value, 0) for kind in kinds)
            first = pupil.first or words.say("compare.class.nothing")
            rows.append((pupil.name, pupil.key + 1, *scores, *counts, missed, first))
        return rows

    def to_data(self, words: Words) -> dict[str, Any]:
        """Return it for programs."""
        worst, wrong = self.commonest_missing(), self.commonest_wrong()
        return {
            "pupils": [pupil.to_data() for pupil in self.pupils],
            "missed": [
                {"key": key, "id": each.id, "text": each.text, "missed": each.number, "of": each.of}
                for key in self.used()
                for each in self.missed(key)
            ],
            "commonest_missing": None if worst is None else {"key": worst[0], "id": worst[1].id, "by": worst[1].number},
            "commonest_wrong_link": None
            if wrong is None
            else {
                "key": wrong[0],
                "kind": wrong[1][0],
                "boxes": [self.keys[wrong[0]].shape.nodes[box].id for box in wrong[1][1]],
                "target": None if wrong[1][2] is None else self.keys[wrong[0]].shape.nodes[wrong[1][2]].id,
                "text": self.link_in_words(wrong[0], wrong[1], words),
                "by": wrong[2],
            },
            "mistakes": {kind.value: {"maps": maps, "times": times} for kind, maps, times in self.mistakes()},
            "reteach": [kind.value for kind in self.reteach()],
            "failed": [{"file": name, "why": why} for name, why in self.failed],
        }


def in_order_of_names(pupils: Iterable[Summary]) -> list[Summary]:
    """Return pupils in the order of their names, as a teacher looks for them."""
    return sorted(pupils, key=lambda pupil: (pupil.name.casefold(), pupil.name))
