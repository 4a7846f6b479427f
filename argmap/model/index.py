"""A map as integers: for algorithms that go over all of it many times."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Self

from argmap.model.records import Argument, Claim, Relation, RelationKind


@dataclass(frozen=True, slots=True)
class Adjacency:
    """The edges of one sort, by rows (compressed sparse rows), both ways.

    The targets of position `i` are ``out_targets[out_offsets[i]:out_offsets[i + 1]]``, its sources are
    ``in_sources[in_offsets[i]:in_offsets[i + 1]]``; each once, in the order in which the map was built.
    The arrays hold 64-bit integers; ``numpy.frombuffer(array, dtype="q")`` uses them without copying.

    Attributes:
        out_offsets: Where the row of each position starts in `out_targets`; one more entry than positions.
        out_targets: Positions.
        in_offsets: Where the row of each position starts in `in_sources`; one more entry than positions.
        in_sources: Positions.
    """

    out_offsets: array[int]
    out_targets: array[int]
    in_offsets: array[int]
    in_sources: array[int]

    @classmethod
    def from_pairs(cls, size: int, pairs: Iterable[tuple[int, int]]) -> Self:
        """Return the adjacency of `size` positions with these edges. Linear.

        Example:
            >>> edges = Adjacency.from_pairs(3, [(0, 2), (1, 2), (0, 2)])
            >>> list(edges.targets(0)), list(edges.sources(2))
            ([2], [0, 1])
        """
        once = dict.fromkeys(pairs)
        out_offsets, out_targets = _rows(size, once)
        in_offsets, in_sources = _rows(size, [(target, source) for source, target in once])
        return cls(out_offsets, out_targets, in_offsets, in_sources)

    def turned(self) -> Self:
        """Return the same edges the other way round; the arrays are shared.

        Example:
            >>> list(Adjacency.from_pairs(3, [(0, 2)]).turned().targets(2))
            [0]
        """
        return type(self)(self.in_offsets, self.in_sources, self.out_offsets, self.out_targets)

    def targets(self, position: int) -> array[int]:
        """Return the positions that edges lead to from here."""
        return self.out_targets[self.out_offsets[position] : self.out_offsets[position + 1]]

    def sources(self, position: int) -> array[int]:
        """Return the positions that edges come from to here."""
        return self.in_sources[self.in_offsets[position] : self.in_offsets[position + 1]]


@dataclass(frozen=True, slots=True)
class MapIndex:
    """A picture of a map in integers, as the map was when it was made.

    Attributes:
        ids: The ids of the claims, then of the arguments; a position is a place in this tuple.
        position: The position of each id.
        claim_count: How many of the positions are claims.
        edges: The edges by name: one for each `RelationKind` (source to target; a symmetric kind both ways
            round), ``"premise"`` (claim to argument), ``"conclusion"`` (argument to main conclusion) and
            ``"intermediate"`` (argument to each conclusion it draws on the way).
    """

    ids: tuple[str, ...]
    position: Mapping[str, int]
    claim_count: int
    edges: Mapping[str, Adjacency]

    @classmethod
    def from_records(
        cls, claims: Iterable[Claim], arguments: Iterable[Argument], relations: Iterable[Relation]
    ) -> Self:
        """Return the index of these records. Linear."""
        names = [claim.id for claim in claims]
        claim_count = len(names)
        held = list(arguments)
        names.extend(argument.id for argument in held)
        position = {name: place for place, name in enumerate(names)}
        pairs: dict[str, list[tuple[int, int]]] = {kind.value: [] for kind in RelationKind}
        for relation in relations:
            ends = position[relation.source], position[relation.target]
            pairs[relation.kind].append(ends)
            if relation.kind.is_symmetric:
                pairs[relation.kind].append(ends[::-1])
        for name, edges in _step_edges(held):
            pairs[name] = [(position[source], position[target]) for source, target in edges]
        size = len(names)
        edges_by_name = {name: Adjacency.from_pairs(size, found) for name, found in pairs.items()}
        return cls(tuple(names), position, claim_count, edges_by_name)


def _step_edges(arguments: list[Argument]) -> Iterator[tuple[str, Iterator[tuple[str, str]]]]:
    yield "premise", ((premise, argument.id) for argument in arguments for premise in argument.premises)
    yield (
        "conclusion",
        ((argument.id, argument.steps[-1].conclusion) for argument in arguments if argument.steps),
    )
    yield (
        "intermediate",
        ((argument.id, step.conclusion) for argument in arguments for step in argument.steps[:-1]),
    )


def _rows(size: int, pairs: Collection[tuple[int, int]]) -> tuple[array[int], array[int]]:
    counts = [0] * (size + 1)
    for source, _ in pairs:
        counts[source + 1] += 1
    offsets = array("q", accumulate(counts))
    targets = array("q", bytes(offsets.itemsize * len(pairs)))
    free = offsets[:]
    for source, target in pairs:
        targets[free[source]] = target
        free[source] += 1
    return offsets, targets
