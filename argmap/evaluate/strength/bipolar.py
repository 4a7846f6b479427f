"""A map as a weighted bipolar graph: what attacks, what supports and what is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from argmap.evaluate.gradual.qbaf import Qbaf
from argmap.evaluate.gradual.rows import Rows
from argmap.model.records import RelationKind

if TYPE_CHECKING:
    from argmap.evaluate.gradual.rows import Positions
    from argmap.evaluate.strength.weights import Weights
    from argmap.model import ArgumentMap
    from argmap.model.index import Adjacency

_SUPPORTS = ("conclusion", RelationKind.SUPPORT, RelationKind.ENTAILS)
_ATTACKS = (RelationKind.ATTACK, RelationKind.UNDERCUT, RelationKind.CONTRARY, RelationKind.CONTRADICTORY)


class MapGraph:
    """The weighted bipolar graph of a map.

    * Nodes are the claims and arguments. Attack, undercut, contrary and contradictory relations are attacks, the last
      two both ways; support and entails relations are supports.
    * An argument supports its conclusion, and *needs* its premises, which are linked: it is never stronger than the
      weakest of them (the weakest-link principle: Pollock, "Defeasible reasoning with variable degrees of
      justification", Artificial Intelligence 133, 2001). What attacks or supports the argument itself moves it below
      that.
    * Of an argument with several steps, each step but the last is a node of its own, which supports the conclusion that
      it draws and which the next step needs, as it needs that conclusion. An undercut of a step attacks this node.
      An attack on an argument as a whole, and an undercut that names no step, aim at its last step.

    Attributes:
        ids: The ids of the claims, then of the arguments: the first positions of the graph.
        graph: The graph; the inner steps of arguments come behind.
        owners: For each inner step, the position of its argument.

    Complexity: linear in the map, and a sort of the edges.

    Example:
        >>> import argmap
        >>> from argmap.evaluate.strength.weights import Weights
        >>> m = argmap.ArgumentMap()
        >>> _ = m.support(["Rain is wet", "It rains"], m.claim("The street is wet"))
        >>> MapGraph(m, Weights(m, "uniform")).graph
        <Qbaf: 4 nodes, 0 attacks, 1 support, 2 needed>
    """

    def __init__(self, m: ArgumentMap, weights: Weights) -> None:
        index = m.index()
        self.ids = index.ids
        self.owners: list[int] = []
        values = [weights.of(record) for record in m]
        supports = [_pairs(index.edges[kind]) for kind in _SUPPORTS]
        needs = [_pairs(index.edges["premise"])]
        attacks = []
        inner: dict[tuple[str, int | None], int] = {}
        supported: list[tuple[int, int]] = []
        needed: list[tuple[int, int]] = []
        for argument in m.arguments:
            place, last = index.position[argument.id], len(argument.steps) - 1
            before: list[int] = []
            for number, step in enumerate(argument.steps[:-1]):
                here = len(values)
                inner[argument.id, number] = here
                values.append(weights.of_step(argument, number))
                self.owners.append(place)
                conclusion = index.position[step.conclusion]
                supported.append((here, conclusion))
                needed += [(each, here) for each in (*before, *map(index.position.__getitem__, step.premises))]
                before = [here, conclusion]
            if last > 0:
                needed += [(each, place) for each in before]
        is_moved = inner and any((relation.target, relation.step) in inner for relation in m.relations)
        for kind in _ATTACKS:
            if kind is RelationKind.UNDERCUT and is_moved:
                undercuts = [
                    (index.position[each.source], inner.get((each.target, each.step), index.position[each.target]))
                    for each in m.relations
                    if each.kind is kind
                ]
                attacks.append(np.array(undercuts, np.intp).reshape(-1, 2))
            else:
                attacks.append(_pairs(index.edges[kind]))
        supports.append(np.array(supported, np.intp).reshape(-1, 2))
        needs.append(np.array(needed, np.intp).reshape(-1, 2))
        rows = [_rows(len(values), pairs) for pairs in (attacks, supports, needs)]
        self.graph = Qbaf.from_rows(np.array(values, np.float64), *rows)

    def whole(self, position: int) -> list[int]:
        """Return the position of a claim or argument, with those of its inner steps."""
        return [position, *(len(self.ids) + at for at, owner in enumerate(self.owners) if owner == position)]


def _pairs(edges: Adjacency) -> Positions:
    if not len(edges.in_sources):  # numpy makes no array of an empty buffer
        return np.zeros((0, 2), np.intp)
    sources = np.frombuffer(edges.in_sources, "q")
    offsets = np.frombuffer(edges.in_offsets, "q")
    return np.stack((sources, np.repeat(np.arange(len(offsets) - 1), np.diff(offsets))), axis=1)


def _rows(count: int, pairs: list[Positions]) -> Rows:
    table = np.concatenate(pairs)
    return Rows.from_edges(count, table[:, 0], table[:, 1])
