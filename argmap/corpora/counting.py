"""Counting what is in a map: how many claims, arguments and relations, how deep, how wide, in how many parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.components import strong_components
from argmap.corpora.edges import edges_of
from argmap.model import RelationKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.model import ArgumentMap

FIGURES = {
    "claims": "claims",
    "arguments": "arguments",
    "spelt_out": "arguments with premises and conclusion",
    "linked": "linked arguments: a step with two premises or more",
    "premises_per_argument": "premises per argument that has any",
    **{kind.value: f"relations of the kind {kind.value}" for kind in RelationKind},
    "depth": "depth: steps from the farthest claim to its thesis",
    "width": "width: claims at the same distance from a thesis",
    "words_per_claim": "words per claim",
    "sides": "sides",
    "schemes": "arguments with a scheme",
    "components": "parts that nothing connects",
    "circles": "circles: claims that speak for or against themselves in the end",
}
"""The figures of a map by name, and what each is."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What is in a map, or in several; counts of maps can be added.

    Depth, width, parts and circles are those of the claims and the edges between them, see `argmap.corpora.edges`.
    A thesis speaks for and against nothing, or lies on a circle that leads nowhere else.

    Attributes:
        maps: How many maps.
        claims: How many claims.
        arguments: How many arguments.
        spelt_out: Arguments of which premises and conclusion are spelt out.
        linked: Arguments in which a step has two or more premises, which need each other.
        reasoned: Arguments that have premises; for one that is only sketched, claims that speak for it.
        premises: Their premises.
        relations: How many relations of each kind, by the word for the kind.
        depth: How many steps the farthest claim is from the nearest thesis; of several maps the greatest.
        width: The most claims that are equally far from a thesis; of several maps the greatest.
        words: Words in claims, as blanks part them.
        worded: Claims that have a text.
        sides: How many claims and arguments each side puts forward.
        schemes: How many arguments follow each scheme, by the name that is written there.
        components: Parts of the map that nothing connects.
        circles: Sets of claims each of which leads to every other.
    """

    maps: int = 0
    claims: int = 0
    arguments: int = 0
    spelt_out: int = 0
    linked: int = 0
    reasoned: int = 0
    premises: int = 0
    relations: Mapping[str, int] = field(default_factory=dict)
    depth: int = 0
    width: int = 0
    words: int = 0
    worded: int = 0
    sides: Mapping[str, int] = field(default_factory=dict)
    schemes: Mapping[str, int] = field(default_factory=dict)
    components: int = 0
    circles: int = 0

    @property
    def premises_per_argument(self) -> float | None:
        """Premises of an argument on average; None where no argument has any."""
        return self.premises / self.reasoned if self.reasoned else None

    @property
    def words_per_claim(self) -> float | None:
        """Words of a claim on average; None where no claim has a text."""
        return self.words / self.worded if self.worded else None

    def __add__(self, other: Counts) -> Counts:
        added: dict[str, Any] = {}
        for name in self.__slots__:
            ours, theirs = getattr(self, name), getattr(other, name)
            if name in ("depth", "width"):
                added[name] = max(ours, theirs)
            elif name in ("relations", "sides", "schemes"):
                added[name] = dict(Counter(ours) + Counter(theirs))
            else:
                added[name] = ours + theirs
        return Counts(**added)

    def figures(self) -> dict[str, int | float | None]:
        r"""Return the figures by name, see `FIGURES`: one number each.

        Example:
            >>> import argmap
            >>> figures = count(argmap.parse("[A]: It rains.\n  - [B]: It is dry.").map).figures()
            >>> figures["claims"], figures["attack"], figures["depth"], figures["words_per_claim"]
            (2, 1, 1, 2.5)
        """
        found: dict[str, int | float | None] = {}
        for name in FIGURES:
            if name in ("sides", "schemes"):
                counted: Mapping[str, int] = getattr(self, name)
                found[name] = len(counted) if name == "sides" else sum(counted.values())
            else:
                found[name] = self.relations.get(name, 0) if name in _KINDS else getattr(self, name)
        return found

    def to_data(self) -> dict[str, Any]:
        """Return all of it for programs: names and numbers."""
        data = {name: getattr(self, name) for name in self.__slots__}
        return {
            **data,
            "relations": {kind: self.relations.get(kind, 0) for kind in _KINDS},
            "sides": dict(self.sides),
            "schemes": dict(self.schemes),
            "premises_per_argument": self.premises_per_argument,
            "words_per_claim": self.words_per_claim,
        }


_KINDS = [kind.value for kind in RelationKind]


def count(m: ArgumentMap) -> Counts:
    """Return what is in a map, in numbers. Linear in the map.

    Example:
        >>> import argmap
        >>> counts = count(argmap.datasets.open_vs_closed())
        >>> counts.claims > 50, counts.components, sorted(counts.sides)
        (True, 1, ['closed', 'open'])
    """
    texts = [claim.text for claim in m.claims if claim.text]
    premises = [len(m.premises(argument)) for argument in m.arguments]
    shape = edges_of(m)
    place = {node.id: number for number, node in enumerate(shape.nodes)}
    acts: list[list[int]] = [[] for _ in place]
    acted_on: list[list[int]] = [[] for _ in place]
    touches: list[list[int]] = [[] for _ in place]
    for edge in shape.edges:
        source, target = place[edge.source], place[edge.target]
        touches[source].append(target)
        touches[target].append(source)
        if not edge.kind.is_symmetric:
            acts[source].append(target)
            acted_on[target].append(source)
    knots = strong_components(acts)
    # Of two positions that attack each other neither speaks for anything else: both are what the debate is about.
    theses = [number for some in knots if {end for each in some for end in acts[each]} <= set(some) for number in some]
    levels = _levels(theses, acted_on)
    return Counts(
        maps=1,
        claims=len(m.claims),
        arguments=len(m.arguments),
        spelt_out=sum(argument.is_reconstructed for argument in m.arguments),
        linked=sum(any(len(set(step.premises)) > 1 for step in argument.steps) for argument in m.arguments),
        reasoned=sum(map(bool, premises)),
        premises=sum(premises),
        relations=dict(Counter(relation.kind.value for relation in m.relations)),
        depth=max(len(levels) - 1, 0),
        width=max(levels, default=0),
        words=sum(len(text.split()) for text in texts),
        worded=len(texts),
        sides=dict(Counter(record.side for record in m if record.side is not None)),
        schemes=dict(Counter(argument.scheme for argument in m.arguments if argument.scheme is not None)),
        components=_parts(touches),
        circles=sum(len(some) > 1 or some[0] in acts[some[0]] for some in knots),
    )


def _levels(starts: Sequence[int], neighbours: Sequence[Sequence[int]]) -> list[int]:
    """Return how many positions are how far from the nearest start, from 0 on; breadth first."""
    seen, level, sizes = set(starts), list(starts), []
    while level:
        sizes.append(len(level))
        above, level = level, []
        for position in above:
            for other in neighbours[position]:
                if other not in seen:
                    seen.add(other)
                    level.append(other)
    return sizes


def _parts(touches: Sequence[Sequence[int]]) -> int:
    """Return how many connected parts there are."""
    seen: set[int] = set()
    parts = 0
    for start in range(len(touches)):
        if start in seen:
            continue
        parts += 1
        seen.add(start)
        waiting = [start]
        while waiting:
            for other in touches[waiting.pop()]:
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
    return parts
