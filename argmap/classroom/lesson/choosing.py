"""The part of a map that a lesson can use: the positions, equally many reasons on each side, what is said to them.

The whole map still goes to the poster and to the page; what pupils read and work with on paper is this part.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from argmap.classroom.lesson.points import Camp, Debate, Point, debate_of
from argmap.errors import ArgmapError
from argmap.model import ArgumentMap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argmap.classroom.age import Level


class Room(NamedTuple):
    """How much of a map there is room for.

    Attributes:
        reasons: How many reasons on each side.
        objections: How many objections to each reason.
        replies: How many replies to each objection.
    """

    reasons: int
    objections: int
    replies: int


ROOMS: Mapping[str, Room] = {
    "8-10": Room(2, 1, 0),
    "11-13": Room(3, 1, 1),
    "14-16": Room(3, 1, 1),
    "16-18": Room(4, 2, 1),
    "adult": Room(4, 2, 1),
}
"""How much there is room for in a lesson of 45 minutes, by level."""


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a map that a lesson uses.

    Attributes:
        map: The part, as a map of its own; the whole map, if there is room for all.
        debate: The part as points.
        is_whole: Whether nothing is left out.
        shown: How many reasons of all sides are in it.
        of: How many reasons there are in the whole map.
    """

    map: ArgumentMap
    debate: Debate
    is_whole: bool
    shown: int
    of: int


def room_for(minutes: int, level: Level) -> Room:
    """Return how much of a map a lesson has room for.

    `ROOMS` says it for 45 minutes. Under 30 minutes it is one reason less on each side, from 70 minutes one more, from
    100 minutes two more.

    Example:
        >>> from argmap.classroom.age import level_named
        >>> room_for(90, level_named("14-16"))
        Room(reasons=4, objections=1, replies=1)
    """
    room = ROOMS[level.stage]
    more = -1 if minutes < 30 else 2 if minutes >= 100 else 1 if minutes >= 70 else 0
    return room._replace(reasons=max(room.reasons + more, 1))


def chosen(m: ArgumentMap, minutes: int, level: Level) -> Part:
    """Return the part of a map for a lesson; the same map gives the same part.

    The theses of the sides are in it, and equally many reasons of each side: as many as there is room for, and no more
    than the side with the fewest has. Of its reasons a side keeps those that carry a discussion furthest: first those
    with an objection that is replied to, then those with an objection, then the others; of equals the stronger ones
    (`ArgumentMap.strengths`), then those that come first. Objections and replies are chosen by the same rule. All stand
    in the order of the map. A side that has no reason at all counts as having as many as the others; a position
    between the sides is kept without its reasons from 14 years on.

    Complexity:
        That of the strengths; else linear in the map, but for sorting.

    Raises:
        ArgmapError: Nothing is said in the map.

    Example:
        >>> import argmap
        >>> from argmap.classroom.age import level_named
        >>> part = chosen(argmap.datasets.open_vs_closed(), 45, level_named("14-16"))
        >>> [len(camp.reasons) for camp in part.debate.camps], part.shown, part.of
        ([3, 3], 6, 14)
    """
    debate = debate_of(m)
    room = room_for(minutes, level)
    rank = _Rank(m)
    counts = [len(camp.reasons) for camp in debate.camps if camp.reasons]
    each = min(room.reasons, *counts) if len(counts) > 1 else room.reasons * 2
    camps = tuple(
        replace(
            camp,
            thesis=replace(camp.thesis, below=()) if camp.thesis else None,
            reasons=tuple(_cut(reason, room, rank) for reason in rank.best(camp.reasons, each)),
        )
        for camp in debate.camps
    )
    between = tuple(replace(each, below=()) for each in debate.between) if level.rank > 1 else ()
    part = _debate(debate, camps, between)
    kept = {name for point in part.walk() for name in point.ids}
    whole = {name for point in debate.walk() for name in point.ids}
    total = sum(len(camp.reasons) for camp in debate.camps)
    shown = sum(len(camp.reasons) for camp in camps)
    is_whole = kept >= whole
    return Part(m if is_whole else m.subgraph(kept), part, is_whole, shown, total)


def _cut(reason: Point, room: Room, rank: _Rank) -> Point:
    """Return a reason with the objections and replies that there is room for, and without its own reasons."""
    objections = [
        replace(
            objection,
            below=tuple(replace(reply, below=()) for reply in rank.best(objection.objections, room.replies)),
        )
        for objection in rank.best(reason.objections, room.objections)
    ]
    return replace(reason, below=tuple(objections))


def _debate(whole: Debate, camps: tuple[Camp, ...], between: tuple[Point, ...]) -> Debate:
    reasons = {reason.id: reason for camp in camps for reason in camp.reasons}
    kept = {point.id for point in between} | {camp.thesis.id for camp in camps if camp.thesis}
    theses = tuple(
        replace(thesis, below=tuple(reasons[point.id] for point in thesis.below if point.id in reasons))
        for thesis in whole.theses
        if thesis.id in kept or any(point.id in reasons for point in thesis.below)
    )
    return Debate(theses, camps, between)


class _Rank:
    """How far points carry a discussion."""

    def __init__(self, m: ArgumentMap) -> None:
        try:
            self._strengths: Mapping[str, float] = dict(m.strengths().items())
        except ArgmapError:  # weights that are none: then the order of the map decides
            self._strengths = {}

    def best(self, points: Sequence[Point], most: int) -> list[Point]:
        """Return at most so many points, in the order in which they stand."""
        order = sorted(range(len(points)), key=lambda at: (-_reach(points[at]), -self._strength(points[at]), at))
        return [points[at] for at in sorted(order[: max(most, 0)])]

    def _strength(self, point: Point) -> float:
        return round(self._strengths.get(point.id, 0.0), 6)


def _reach(point: Point) -> int:
    """Return 2 for a point with an objection that is replied to, 1 for one with an objection, else 0."""
    return _deepest(point.objections)


def _deepest(objections: Iterable[Point]) -> int:
    return max((2 if objection.objections else 1 for objection in objections), default=0)
