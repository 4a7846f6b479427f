"""Comparing a map with keys: what is needed of each key is found once, and the nearest is taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.classroom.comparing.comparison import Box, Comparison
from argmap.classroom.comparing.edits import Graph
from argmap.classroom.comparing.likeness import Phrasebook
from argmap.classroom.comparing.matching import Prepared, codes_of, match
from argmap.classroom.comparing.measures import edit_similarity
from argmap.classroom.comparing.parts import halves
from argmap.classroom.comparing.shape import Group, Line
from argmap.corpora.places import said
from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.classroom.comparing.matching import Codes
    from argmap.corpora.pairing import Way
    from argmap.model import ArgumentMap


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
        codes = {} if self._cards is None else codes_of(key, self._cards)
        boxes = [Box(None, node, code=codes.get(node.id, "")) for node in key.shape.nodes]
        boxes += [Box(node) for node in pupil.shape.nodes]
        for one, other in pairs.items():
            boxes[other] = replace(boxes[other], pupil=pupil.shape.nodes[one], likeness=likeness.get(one, 0.0))
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
