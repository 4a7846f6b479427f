"""A pupil's map beside the key that it is nearest to: what is the same, and what is to be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from argmap.classroom.comparing.edits import Edit, Graph
from argmap.classroom.comparing.likeness import Phrasebook
from argmap.classroom.comparing.matching import Prepared, match
from argmap.classroom.comparing.measures import edit_similarity, measure
from argmap.classroom.comparing.parts import halves
from argmap.classroom.comparing.profile import profile_of
from argmap.classroom.comparing.script import script
from argmap.classroom.comparing.shape import Group, Line, Shape
from argmap.corpora.pairing import Way
from argmap.corpora.places import said
from argmap.errors import ArgmapError
from argmap.language import Words
from argmap.model import Argument, ArgumentMap, Claim

if TYPE_CHECKING:
    from argmap.classroom.comparing.hints import Feedback
    from argmap.classroom.comparing.matching import Codes
    from argmap.classroom.sheets.blocks import Sheet
    from argmap.corpora.coefficients import Score


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a pupil's map, of the key, or of both.

    Attributes:
        pupil: What stands for it in the pupil's map; None where it is missing.
        key: What stands for it in the key; None where it is the pupil's own.
        likeness: How alike the words of the two are, from 0 to 1; 0 where one is missing.
    """

    pupil: Claim | Argument | None = None
    key: Claim | Argument | None = None
    likeness: float = 0.0


@dataclass(frozen=True)
class Comparison:
    """How a pupil's map stands to a key.

    Attributes:
        pupil: The pupil's map.
        key: The key that it is nearest to.
        number: Which of the keys that is, from 0.
        way: By what boxes were matched: ``id``, ``span`` or ``text``.
        boxes: The boxes of both maps, by number: those of the key in its order, then those of the pupil's map in its
            order; one that both have stands at its place in the key, and `start` has that number for it.
        start: The pupil's map as a graph of these numbers.
        goal: The key as such a graph.
        merged: For boxes of the pupil's that say a part of what one box of the key says, the box that says the rest.
        split: For boxes of the key that say a part of what one box of the pupil's says, that box.
        similarities: The edit similarity with each of the keys.
    """

    pupil: ArgumentMap
    key: ArgumentMap
    number: int
    way: Way
    boxes: tuple[Box, ...]
    start: Graph
    goal: Graph
    merged: Mapping[int, int] = field(default_factory=dict)
    split: Mapping[int, int] = field(default_factory=dict)
    similarities: tuple[float, ...] = ()
    shape: Shape | None = field(default=None, repr=False)
    """The pupil's map as it was compared."""

    def __repr__(self) -> str:
        shared = len(self.start.texts.keys() & self.goal.texts.keys())
        return f"<Comparison: {shared} of {len(self.goal.texts)} claims, {len(self.edits)} edits>"

    def __getitem__(self, measure: str) -> Score:
        return self.scores[measure]

    @cached_property
    def scores(self) -> dict[str, Score]:
        """All measures by name, see `argmap.classroom.comparing.measures`; each from 0 to 1, and none is a grade."""
        return measure(self.start, self.goal)

    @cached_property
    def profile(self) -> dict[str, Score]:
        """What can be said of the pupil's map without a key, see `argmap.classroom.comparing.profile`."""
        prepared = Prepared(self.pupil)
        return profile_of(prepared.shape, prepared.subject)

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """What is to be done to the pupil's map so that it becomes the key, in the order in which it is done."""
        names_main = bool(self.goal.mains) and not self.start.mains & self.goal.mains
        return script(self.start, self.goal, merged=self.merged, split=self.split, names_main=names_main)

    @property
    def is_perfect(self) -> bool:
        """Whether there is nothing to be done."""
        return not self.edits

    @property
    def language(self) -> str:
        """The code of the language of the maps; English where they do not say."""
        for m in (self.pupil, self.key):
            given = m.data.get("language", m.data.get("lang"))
            if isinstance(given, str):
                return given
        return "en"

    @property
    def words(self) -> Words:
        """The words of that language."""
        return Words.of(self.language)

    def hints(self, level: int = 1, *, most: int = 3, words: Words | None = None) -> Feedback:
        """Return what to say to the pupil: what is right, and what to think about next.

        What comes first is what the map stands on: structure, then what is linked, then signs, wording, sources; in
        each, what is there before what is missing, and what is nearest to the main claim.

        Args:
            level: 1 for a question, 2 for a hint, 3 for what is to be done. A question tells nothing of what the key
                says and the pupil's map does not.
            most: How many hints, from 1 to 3.
            words: The words of a language; by default that of the maps.

        Raises:
            ArgmapError: There is no such level, or more than three are asked for.
        """
        from argmap.classroom.comparing.hints import feedback

        return feedback(self, level, most=most, words=words or self.words)

    def told(self, words: Words | None = None) -> tuple[str, ...]:
        """Return the edit script in plain words, a sentence for each edit."""
        from argmap.classroom.comparing.telling import Teller

        teller = Teller(self, words or self.words)
        return tuple(teller.sentence(edit) for edit in self.edits)

    def report(self, level: int = 2, *, name: str = "", words: Words | None = None) -> Sheet:
        """Return what to give back to the pupil, as a printed sheet; its key has all of it, for the teacher.

        Args:
            level: That of the hints, see `hints`.
            name: Whose map it is; by default its title.
            words: The words of a language; by default that of the maps.
        """
        from argmap.classroom.comparing.report import report

        return report(self, level, name=name, words=words or self.words)

    def to_data(self, level: int = 1) -> dict[str, Any]:
        """Return all of it for programs: names, numbers and sentences."""
        from argmap.classroom.comparing.as_data import comparison_as_data

        return comparison_as_data(self, level)


def compare(pupil: ArgumentMap, *keys: ArgumentMap, by: Way | None = None, cards: Codes | None = None) -> Comparison:
    r"""Return how a pupil's map stands to a key, or to the nearest of several.

    Of several keys, the one with the greatest edit similarity counts; of equal ones, the first.

    Args:
        pupil: The map of a pupil.
        *keys: Maps of a teacher.
        by: How to tell which boxes are the same: by ``id``, ``span`` or ``text``, see
            `argmap.classroom.comparing.match`; by default as the maps allow.
        cards: The codes of cards by the ids of their claims, or the seed that gave these.

    Raises:
        ArgmapError: There is no key, or cards are to be matched by anything but ids.
        UnknownNameError: There is no such way.

    Complexity:
        For each key linear in boxes and lines and in the words that boxes share. Boxes that are like several others
        cost O(n³) for n of them, see `argmap.classroom.comparing.assignment.paired`.

    Example:
        >>> import argmap
        >>> key = argmap.parse("[Ban]: Ban cars.\n  + [Air]: Cars foul the air.\n    - [New]: New cars are clean.").map
        >>> pupil = argmap.parse("Ban cars.\n  - Cars foul the air.\n  - New cars are clean.").map
        >>> found = compare(pupil, key)
        >>> for sentence in found.told():
        ...     print(sentence)
        Move “New cars are clean” from “Ban cars” to “Cars foul the air”, which it speaks against.
        Turn the sign round: “Cars foul the air” speaks for “Ban cars”, not against it.
    """
    return Comparing(keys, by=by, cards=cards).compare(pupil)


class Comparing:
    """Keys that many maps are compared with; what is needed of each key is found once.

    Args:
        keys: Maps of a teacher.
        by: How to tell which boxes are the same; see `compare`.
        cards: The codes of cards; see `compare`.

    Raises:
        ArgmapError: There is no key.
    """

    def __init__(
        self, keys: tuple[ArgumentMap, ...] | list[ArgumentMap], *, by: Way | None = None, cards: Codes | None = None
    ) -> None:
        if not keys:
            raise ArgmapError("There is no key to compare with; give at least one map of a teacher.")
        only = cards if isinstance(cards, Mapping) else None  # what had no card could not be put down
        self.keys = tuple(Prepared(key, only) for key in keys)
        self._by = by
        self._cards = cards

    def compare(self, pupil: ArgumentMap) -> Comparison:
        """Return how a map stands to the nearest key; see `compare`."""
        prepared = Prepared(pupil)
        found = [self._with(prepared, number) for number in range(len(self.keys))]
        similarities = tuple(edit_similarity(each.start, each.goal).value or 0.0 for each in found)
        best = max(range(len(found)), key=lambda number: (similarities[number], -number))
        object.__setattr__(found[best], "similarities", similarities)
        return found[best]

    def _with(self, pupil: Prepared, number: int) -> Comparison:
        key = self.keys[number]
        matching = match(pupil, key, self._by, self._cards)
        pairs, likeness = dict(matching.pairs), dict(matching.likeness)
        merged, split = {}, {}
        size = len(key.shape.nodes)

        def unit(place: int) -> int:
            return pairs.get(place, size + place)

        if matching.way == "text" and (len(pairs) < len(pupil.shape.nodes) or len(pairs) < size):
            ours, theirs = pupil.phrases(key), key.phrases(key)
            for whole, *both in [*halves(ours, theirs, pairs)]:
                first, second = sorted(both, key=lambda part: -_same_lines(pupil, key, pairs, whole, part))
                pairs[whole] = first
                split[second] = first
            back = {other: one for one, other in pairs.items()}
            for whole, first, second in [*halves(theirs, ours, back)]:
                if whole not in split and whole not in split.values():
                    pairs[first] = whole
                    merged[size + second] = whole
        if matching.way != "text" and self._cards is None:
            likeness = _likeness(pupil, key, pairs)
        numbered = _numbered(pupil, key, pairs)
        boxes = [Box(None, node) for node in key.shape.nodes]
        boxes += [Box(node) for node in pupil.shape.nodes]
        for one, other in pairs.items():
            boxes[other] = Box(pupil.shape.nodes[one], key.shape.nodes[other], likeness.get(one, 0.0))
        start, goal = numbered
        for one, other in pairs.items():
            is_said = self._cards is None and bool(pupil.shape.nodes[one].text and key.shape.nodes[other].text)
            is_same = said(pupil.texts[one]) == said(key.texts[other])
            start.texts[other] = pupil.texts[one] if is_said and not is_same else key.texts[other]
        if self._cards is not None:
            start.sourced |= goal.sourced & start.texts.keys()  # cards have no room for sources
        return Comparison(
            pupil.map, key.map, number, matching.way, tuple(boxes), start, goal, merged, split, shape=pupil.shape
        )


def _same_lines(pupil: Prepared, key: Prepared, pairs: Mapping[int, int], one: int, other: int) -> int:
    """Return how many lines of a box of the key those of a box of the pupil's would be, if the boxes were the same."""
    moved = {**pairs, one: other}
    theirs = set(key.shape.lines)
    ours = (line for line in pupil.shape.lines if one in line.ends)
    return sum(
        Line(moved[line.source], moved[line.target], line.bearing) in theirs
        for line in ours
        if line.source in moved and line.target in moved
    )


def _numbered(pupil: Prepared, key: Prepared, pairs: Mapping[int, int]) -> tuple[Graph, Graph]:
    """Return both maps as graphs, in which boxes that are the same have the same number.

    A line that might as well point the other way points as in the other map, if that has it.
    """
    size = len(key.shape.nodes)
    number = [pairs.get(place, size + place) for place in range(len(pupil.shape.nodes))]
    same = range(size)
    graphs = []
    for side, numbers in ((pupil, number), (key, same)):
        shape = side.shape
        graphs.append(
            Graph(
                {numbers[place]: side.texts[place] for place in range(len(shape.nodes))},
                {Line(numbers[line.source], numbers[line.target], line.bearing) for line in shape.lines},
                {
                    Group(frozenset(numbers[each] for each in group.members), numbers[group.target])
                    for group in shape.groups
                },
                frozenset(numbers[each] for each in shape.mains),
                {numbers[each] for each in shape.sourced},
            )
        )
    start, goal = graphs
    for graph, other, side, numbers in ((start, goal, pupil, number), (goal, start, key, same)):
        for line in side.shape.mutual:
            here = Line(numbers[line.source], numbers[line.target], line.bearing)
            back = Line(here.target, here.source, here.bearing)
            if here not in other.lines and back in other.lines and back not in graph.lines:
                graph.lines.discard(here)
                graph.lines.add(back)
    return start, goal


def _likeness(pupil: Prepared, key: Prepared, pairs: Mapping[int, int]) -> dict[int, float]:
    """Return how alike the words of boxes are that were matched by something else."""
    ours, theirs = pupil.phrases(key), key.phrases(key)
    found = {}
    for one, other in pairs.items():
        is_said = pupil.shape.nodes[one].text and key.shape.nodes[other].text
        alike = dict(Phrasebook([theirs[other]]).alike(ours[one], 0.0)) if is_said else {0: 1.0}
        found[one] = alike.get(0, 0.0)
    return found
