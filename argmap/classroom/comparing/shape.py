"""A map as it is compared: boxes, lines between them that speak for or against, and which boxes belong together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from argmap.corpora.edges import edges_of
from argmap.model.records import RelationKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from argmap.model import Argument, ArgumentMap, Claim

    Node = Claim | Argument


class Bearing(StrEnum):
    """How a box bears on another."""

    SUPPORT = "support"
    """It speaks for it."""
    ATTACK = "attack"
    """It speaks against it."""
    UNDERCUT = "undercut"
    """It speaks against the step to it: the reasons may be true, and it does not follow."""

    @property
    def is_negative(self) -> bool:
        """Whether it speaks against something."""
        return self is not Bearing.SUPPORT


_BEARINGS = {kind: Bearing.ATTACK if kind.is_negative else Bearing.SUPPORT for kind in RelationKind}
_BEARINGS[RelationKind.UNDERCUT] = Bearing.UNDERCUT


class Line(NamedTuple):
    """A line from a box to the one that it bears on: their numbers or ids, and how."""

    source: int
    target: int
    bearing: Bearing

    @property
    def ends(self) -> tuple[int, int]:
        """The two boxes."""
        return self.source, self.target


class Group(NamedTuple):
    """Boxes that bear on another one together, as premises that need each other."""

    members: frozenset[int]
    target: int


@dataclass(frozen=True, slots=True)
class Shape:
    """A map as it is compared.

    Attributes:
        nodes: The claims, and the arguments that stand for themselves; all below are positions here.
        lines: The lines, each once, in the order of the map.
        mutual: Those lines that might as well point the other way: of claims that exclude each other.
        groups: What is linked.
        mains: The main claims: those that the front matter names under ``thesis``; else those that bear on nothing, and
            on which something bears; else, if there is one box alone, this.
        sourced: The boxes that cite a source.
    """

    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    mutual: frozenset[Line]
    groups: frozenset[Group]
    mains: tuple[int, ...]
    sourced: frozenset[int]


def shape_of(m: ArgumentMap) -> Shape:
    r"""Return a map as it is compared; see `argmap.corpora.edges`. Linear in the map.

    Example:
        >>> import argmap
        >>> shape = shape_of(argmap.parse("[Ban]: Ban cars.\n  + [Air]: They foul the air.").map)
        >>> [node.id for node in shape.nodes], shape.lines, shape.mains
        (['Ban', 'Air'], (Line(source=1, target=0, bearing=<Bearing.SUPPORT: 'support'>),), (0,))
    """
    found = edges_of(m)
    place = {node.id: number for number, node in enumerate(found.nodes)}
    lines: dict[Line, None] = {}
    mutual: dict[Line, bool] = {}
    for edge in found.edges:
        line = Line(place[edge.source], place[edge.target], _BEARINGS[edge.kind])
        back = Line(line.target, line.source, line.bearing)
        if edge.kind.is_symmetric and back in lines:
            continue  # it is said already
        lines[line] = None
        mutual[line] = mutual.get(line, True) and edge.kind.is_symmetric
    groups = frozenset(
        Group(frozenset(place[each] for each in linked.sources), place[linked.target]) for linked in found.linked
    )
    return Shape(
        found.nodes,
        tuple(lines),
        frozenset(line for line, is_mutual in mutual.items() if is_mutual),
        groups,
        _mains(m, place, lines, mutual),
        frozenset(place[node.id] for node in found.nodes if node.data and m.citations(node)),
    )


def _mains(
    m: ArgumentMap, place: Mapping[str, int], lines: Iterable[Line], mutual: Mapping[Line, bool]
) -> tuple[int, ...]:
    given = m.data.get("thesis")
    named = [str(each) for each in (given if isinstance(given, list) else [given])]
    declared = tuple(dict.fromkeys(place[each] for each in named if each in place))
    if declared:
        return declared
    acting: set[int] = set()
    hit: set[int] = set()
    for line in lines:
        if mutual[line]:
            hit.update(line.ends)
        else:
            acting.add(line.source)
            hit.add(line.target)
    if len(place) == 1:
        return (0,)
    return tuple(number for number in range(len(place)) if number in hit and number not in acting)


def restricted(shape: Shape, ids: Collection[str]) -> Shape:
    r"""Return a shape with some of its boxes alone, and what is between them; one that is left alone is not linked.

    Example:
        >>> import argmap
        >>> m = argmap.parse("[Ban]: Ban cars.\n  + [Air]: They foul the air.").map
        >>> len(restricted(shape_of(m), {"Air"}).lines)
        0
    """
    place: dict[int, int] = {}
    for number, node in enumerate(shape.nodes):
        if node.id in ids:
            place[number] = len(place)

    def moved(lines: Iterable[Line]) -> tuple[Line, ...]:
        return tuple(
            Line(place[line.source], place[line.target], line.bearing)
            for line in lines
            if line.source in place and line.target in place
        )

    groups = (
        Group(frozenset(place[each] for each in group.members if each in place), place[group.target])
        for group in shape.groups
        if group.target in place
    )
    return Shape(
        tuple(shape.nodes[number] for number in place),
        moved(shape.lines),
        frozenset(moved(shape.mutual)),
        frozenset(group for group in groups if len(group.members) > 1),
        tuple(place[each] for each in shape.mains if each in place),
        frozenset(place[each] for each in shape.sourced if each in place),
    )


def parents_of(lines: Iterable[Line]) -> dict[int, list[int]]:
    """Return what each box bears on, each once."""
    found: dict[int, dict[int, None]] = {}
    for line in lines:
        found.setdefault(line.source, {})[line.target] = None
    return {source: list(targets) for source, targets in found.items()}


def distances(start: int, parents: Mapping[int, Iterable[int]]) -> Iterator[tuple[int, int]]:
    """Yield each box that can be reached along lines, and how many lines away it is, the nearest first."""
    seen, level, steps = {start}, [start], 0
    while level:
        steps += 1
        below, level = level, []
        for each in below:
            for target in parents.get(each, ()):
                if target not in seen:
                    seen.add(target)
                    level.append(target)
                    yield target, steps
