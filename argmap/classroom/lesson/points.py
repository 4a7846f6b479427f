"""A map as it is told in class: the positions, the reasons for each, what is said against a reason, what is replied.

An argument, its premises and what it concludes are one point. Every point is told once, where it stands nearest to a
thesis.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.check.graph.stances import AGAINST, FOR, stances
from argmap.check.subject import Subject
from argmap.errors import ArgmapError
from argmap.model import RelationKind
from argmap.model.records import Argument, Claim
from argmap.wording import stopped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.model import ArgumentMap

Node = Claim | Argument

DEEPEST = 6
"""How many relations away from a thesis points are still told in class."""

_SUPPORT = RelationKind.SUPPORT
_NUMBER = re.compile(r"[A-Z]\d+")


@dataclass(frozen=True, slots=True)
class Point:
    """A thesis, a reason, an objection or a reply.

    Attributes:
        id: The id of the claim or argument that stands for it.
        title: Its short heading; empty for none.
        text: Its sentence.
        premises: The ids of the claims it starts from, which need each other; none for a point that is not spelt out.
        ids: The ids of all claims and arguments in it.
        side: The side that puts it forward; empty for none.
        kind: What it does to the point it stands below; None for a thesis.
        target: The id of what it speaks for or against: that point, or a claim in it; empty for a thesis.
        below: What speaks for or against it.
        is_gist: Whether its sentence says in short what its premises say, and not the same in the same words.
    """

    id: str
    title: str
    text: str
    premises: tuple[str, ...]
    ids: tuple[str, ...]
    side: str
    kind: RelationKind | None = None
    target: str = ""
    below: tuple[Point, ...] = ()
    is_gist: bool = True

    @property
    def objections(self) -> tuple[Point, ...]:
        """What speaks against it."""
        return tuple(point for point in self.below if point.kind is not None and point.kind.is_negative)

    @property
    def reasons(self) -> tuple[Point, ...]:
        """What speaks for it."""
        return tuple(point for point in self.below if point.kind is not None and not point.kind.is_negative)

    def walk(self) -> Iterator[Point]:
        """Yield the point and all below it, each before what stands below it."""
        yield self
        for point in self.below:
            yield from point.walk()


@dataclass(frozen=True, slots=True)
class Camp:
    """A side of the debate.

    Attributes:
        name: Its name in the map, ``for`` and ``against`` where the map names none.
        title: What the map calls it; empty where it does not.
        thesis: Its position; None where it only speaks against another.
        reasons: Its reasons: for its position, or against that of others.
    """

    name: str
    title: str
    thesis: Point | None
    reasons: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Debate:
    """A map as points.

    Attributes:
        theses: The positions, with all below them.
        camps: The sides, in the order of the map; one alone, with an empty name, where the map has no sides.
        between: Positions that belong to no side.
    """

    theses: tuple[Point, ...]
    camps: tuple[Camp, ...]
    between: tuple[Point, ...]

    @property
    def is_two_sided(self) -> bool:
        """Whether there are two sides or more that have a reason each."""
        return sum(bool(camp.reasons) for camp in self.camps) > 1

    def variant(self, key: str) -> str:
        """Return the key of words that speak of both sides, or of those in their place where there is only one."""
        return key if self.is_two_sided else f"{key}-one-sided"

    def walk(self) -> Iterator[Point]:
        """Yield all points, each before what stands below it."""
        for thesis in self.theses:
            yield from thesis.walk()


def debate_of(m: ArgumentMap) -> Debate:
    r"""Return a map as it is told in class. Linear.

    Raises:
        ArgmapError: Nothing is said in the map.

    Example:
        >>> import argmap
        >>> m = argmap.parse("[Ban]: Ban cars.\n  + [Air]: Cars foul the air.\n    - [Electric]: Some do not.\n").map
        >>> [(camp.name, [point.id for point in camp.reasons]) for camp in debate_of(m).camps]
        [('for', ['Air'])]
    """
    subject = Subject(m)
    theses = [record for record in subject.theses if _words(record)]
    if not theses:
        theses = [record for record in m if _words(record)][:1]
    if not theses:
        name = f"The map {m.title!r}" if m.title else "The map"
        raise ArgmapError(f"{name} says nothing yet; a lesson needs one claim at least.")
    side_of = stances(subject)
    told = _Telling(m, side_of).told(theses)
    return Debate(told, *_camps(m, told, side_of))


def _camps(
    m: ArgumentMap, theses: tuple[Point, ...], side_of: Mapping[str, str]
) -> tuple[tuple[Camp, ...], tuple[Point, ...]]:
    titles = {name: title for name, title in m.side_titles.items() if title != name}
    names = dict.fromkeys(m.sides if any(record.side for record in m) else (FOR, AGAINST))
    reasons: dict[str, list[Point]] = {name: [] for name in names}
    own: dict[str, Point] = {}
    for thesis in theses:
        if thesis.side in reasons:
            own.setdefault(thesis.side, thesis)
    between = tuple(thesis for thesis in theses if thesis.side not in reasons)
    for thesis in theses:
        if thesis in between and side_of:
            continue
        for point in thesis.below:
            if point.side in reasons:
                reasons[point.side].append(point)
    camps = tuple(
        Camp(name, _said(titles.get(name)), own.get(name), tuple(reasons[name]))
        for name in names
        if reasons[name] or name in own
    )
    if len(camps) > 1 or (camps and camps[0].reasons):
        return camps, between
    return (Camp("", "", theses[0], theses[0].below),), theses[1:]


class _Telling:
    """Tells every point once, those nearest to a thesis first."""

    def __init__(self, m: ArgumentMap, side_of: Mapping[str, str]) -> None:
        self._m, self._side_of = m, side_of
        self._told: set[str] = set()

    def told(self, theses: list[Node]) -> tuple[Point, ...]:
        points = [self._thesis(thesis) for thesis in theses]
        self._told.update(thesis.id for thesis in theses)
        above: list[int | None] = [None] * len(points)
        depths = [0] * len(points)
        at = 0
        while at < len(points):
            if depths[at] < DEEPEST:
                for point in self._acting(points[at]):
                    points.append(point)
                    above.append(at)
                    depths.append(depths[at] + 1)
            at += 1
        below: list[list[Point]] = [[] for _ in points]
        for index in range(len(points) - 1, -1, -1):
            point = replace(points[index], below=tuple(reversed(below[index])))
            place = above[index]
            if place is None:
                points[index] = point
            else:
                below[place].append(point)
        return tuple(points[: len(theses)])

    def _thesis(self, record: Node) -> Point:
        premises = record.premises if isinstance(record, Argument) else ()
        side = record.side or self._side_of.get(record.id, "")
        return Point(record.id, _title(record), said(self._m, record), premises, (record.id, *premises), side)

    def _acting(self, point: Point) -> Iterator[Point]:
        """Yield what speaks for a point, then what speaks against it, of what is not told yet."""
        found = list(self._found(point))
        found.sort(key=lambda one: one[1].is_negative)
        for record, kind, target in found:
            if record.id in self._told or not (_words(record) or self._rests_on_words(record)):
                continue
            made = self._point(record, kind, target)
            self._told.update(set(made.ids) - set(made.premises))
            yield made

    def _found(self, point: Point) -> Iterator[tuple[Node, RelationKind, str]]:
        for name in point.ids:
            if isinstance(self._m[name], Claim):
                for argument in self._m.arguments_for(name):
                    yield argument, _SUPPORT, name
            for relation in self._m.relations_of(name):
                if relation.target == name:
                    yield self._m[relation.source], relation.kind, name
                elif relation.kind.is_symmetric:
                    yield self._m[relation.target], relation.kind, name

    def _point(self, record: Node, kind: RelationKind, target: str) -> Point:
        conclusion = None
        argument = record if isinstance(record, Argument) else None
        if isinstance(record, Claim):
            conclusion = record
            inferring = [each for each in self._m.arguments_for(record) if each.conclusion == record.id]
            if len(inferring) == 1 and inferring[0].id not in self._told:
                argument = inferring[0]
        if argument is None:
            assert isinstance(record, Claim)
            side = record.side or self._side_of.get(record.id, "")
            return Point(record.id, _title(record), said(self._m, record), (), (record.id,), side, kind, target)
        drawn = dict.fromkeys(step.conclusion for step in argument.steps)
        drawn.pop(target, None)
        # Of a sketch without words of its own, what speaks for it says what it says.
        rests_on = argument.premises if argument.steps else self._spoken_for(argument)
        premises = tuple(name for name in dict.fromkeys(rests_on) if name not in drawn and name != target)
        ids = tuple(dict.fromkeys((argument.id, *premises, *drawn)))
        side = argument.side or self._side_of.get(argument.id, "") or (conclusion.side if conclusion else "") or ""
        title = _title(argument) or (_title(conclusion) if conclusion else "")
        gist = _said(argument.text) or (said(self._m, conclusion) if conclusion is not None else "")
        text = gist or " ".join(stopped(said(self._m, self._m[name])) for name in premises) or title or argument.id
        if not gist and len(premises) == 1:
            title, premises = title or _title(self._m[premises[0]]), ()
        return Point(argument.id, title, text, premises, ids, side, kind, target, is_gist=bool(gist))

    def _rests_on_words(self, record: Node) -> bool:
        return isinstance(record, Argument) and not record.steps and bool(self._spoken_for(record))

    def _spoken_for(self, argument: Argument) -> tuple[str, ...]:
        if argument.text or _title(argument):
            return ()
        return tuple(claim.id for claim in self._m.premises(argument) if _words(claim))


def said(m: ArgumentMap, record: Node) -> str:
    """Return the sentence of a claim or argument on one line: its text, else what it starts from, else its title."""
    if record.text.strip():
        return _said(record.text)
    if isinstance(record, Argument) and record.steps:
        found = [_said(m[name].text) for name in record.premises]
        return " ".join(stopped(text) for text in found if text) or _title(record) or record.id
    return _title(record) or record.id


def _title(record: Node) -> str:
    """Return the title of a record; none where it is only its number, such as A1."""
    title = _said(record.title)
    return "" if title == record.id and _NUMBER.fullmatch(title) else title


def _words(record: Node) -> str:
    """Return some words of a record; none where it only stands for something that was never said."""
    return record.text or record.title or (record.id if isinstance(record, Argument) and record.steps else "")


def _said(text: object) -> str:
    return " ".join(text.split()) if isinstance(text, str) else ""
