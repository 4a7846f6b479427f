"""Aggregation: one number for all that acts on a node, negative where what speaks against it outweighs.

Mossakowski and Neuhaus, "Modular semantics and characteristics for bipolar weighted argumentation graphs" (2018), take
a gradual semantics apart in this way: an aggregation of neighbours, then an influence on the weight.
Each aggregation is written three times: over rows (of one evaluation, or of many side by side, one a column), for one
node (long chains are worked through one by one), and as slopes, by how much the number grows with the strength of each
neighbour.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Protocol

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.evaluate.gradual.qbaf import Qbaf
    from argmap.evaluate.gradual.rows import Floats, Rows


class Aggregation(Protocol):
    """How the strengths of what acts on a node become one number."""

    def scale(self, graph: Qbaf) -> float:
        """Return the one number that the whole graph has a say in."""

    def whole(self, graph: Qbaf, strengths: Floats, scale: float) -> Floats:
        """Return the number of each node; costs time linear in nodes and edges."""

    def one(self, attackers: Sequence[float], supporters: Sequence[float], scale: float) -> float:
        """Return the number of one node from the strengths of what acts on it."""

    def slopes(self, graph: Qbaf, strengths: Floats, scale: float) -> tuple[Floats, Floats]:
        """Return for each attack, and for each support, the derivative of the number by the strength of its source."""


class Sum:
    """The sum of the supporters less the sum of the attackers."""

    def scale(self, graph: Qbaf) -> float:  # noqa: ARG002
        """Return 1: nothing depends on the graph."""
        return 1.0

    def whole(self, graph: Qbaf, strengths: Floats, scale: float) -> Floats:
        """Return the number of each node."""
        total = _reduced(graph.supporters, np.add, strengths, 0.0)
        total -= _reduced(graph.attackers, np.add, strengths, 0.0)
        return total if scale == 1.0 else total * scale

    def one(self, attackers: Sequence[float], supporters: Sequence[float], scale: float) -> float:
        """Return the number of one node."""
        return scale * (sum(supporters) - sum(attackers))

    def slopes(self, graph: Qbaf, strengths: Floats, scale: float) -> tuple[Floats, Floats]:  # noqa: ARG002
        """Return the derivatives: constant."""
        return np.full(len(graph.attackers.ends), -scale), np.full(len(graph.supporters.ends), scale)


class DampedSum(Sum):
    """The sum, over the greatest number of attackers that a node of the graph has, and damped by a factor."""

    damping = 0.9

    def scale(self, graph: Qbaf) -> float:
        """Return the damping factor over the greatest number of attackers."""
        return self.damping / max(1, int(graph.attackers.lengths.max(initial=0)))


class Product:
    """The product of what the attackers leave over less the product of what the supporters leave over."""

    def scale(self, graph: Qbaf) -> float:  # noqa: ARG002
        """Return 1: nothing depends on the graph."""
        return 1.0

    def whole(self, graph: Qbaf, strengths: Floats, scale: float) -> Floats:  # noqa: ARG002
        """Return the number of each node."""
        kept = _left_over(graph.attackers, strengths)
        kept -= _left_over(graph.supporters, strengths)
        return kept

    def one(self, attackers: Sequence[float], supporters: Sequence[float], scale: float) -> float:  # noqa: ARG002
        """Return the number of one node."""
        return math.prod([1.0 - each for each in attackers]) - math.prod([1.0 - each for each in supporters])

    def slopes(self, graph: Qbaf, strengths: Floats, scale: float) -> tuple[Floats, Floats]:  # noqa: ARG002
        """Return the derivatives: minus the product of what the others leave over."""
        left = 1.0 - strengths
        return -_products_of_others(graph.attackers, left), _products_of_others(graph.supporters, left)


class Maximum:
    """The strongest attacker, as a negative number."""

    def scale(self, graph: Qbaf) -> float:  # noqa: ARG002
        """Return 1: nothing depends on the graph."""
        return 1.0

    def whole(self, graph: Qbaf, strengths: Floats, scale: float) -> Floats:  # noqa: ARG002
        """Return the number of each node."""
        return -_reduced(graph.attackers, np.maximum, strengths, 0.0)

    def one(self, attackers: Sequence[float], supporters: Sequence[float], scale: float) -> float:  # noqa: ARG002
        """Return the number of one node."""
        return -max(attackers, default=0.0)

    def slopes(self, graph: Qbaf, strengths: Floats, scale: float) -> tuple[Floats, Floats]:  # noqa: ARG002
        """Return the derivatives: -1 for the strongest, shared by several of them."""
        return -extreme_shares(graph.attackers, np.maximum, strengths), np.zeros(len(graph.supporters.ends))


class Cardinality:
    """The number of attackers that have any strength, then their mean strength; as a negative number."""

    def scale(self, graph: Qbaf) -> float:  # noqa: ARG002
        """Return 1: nothing depends on the graph."""
        return 1.0

    def whole(self, graph: Qbaf, strengths: Floats, scale: float) -> Floats:  # noqa: ARG002
        """Return the number of each node."""
        acting = strengths.take(graph.attackers.ends, axis=0)
        count = graph.attackers.reduce(np.add, (acting > 0).astype(np.float64), 0.0)
        total = graph.attackers.reduce(np.add, acting, 0.0)
        return -(count + total / np.maximum(count, 1.0))

    def one(self, attackers: Sequence[float], supporters: Sequence[float], scale: float) -> float:  # noqa: ARG002
        """Return the number of one node."""
        count = sum(1 for each in attackers if each > 0)
        return -(count + sum(attackers) / count) if count else 0.0

    def slopes(self, graph: Qbaf, strengths: Floats, scale: float) -> tuple[Floats, Floats]:  # noqa: ARG002
        """Return the derivatives; those of attackers without any strength are taken as 0, for there it jumps."""
        alive = (strengths > 0).astype(np.float64)
        count = _reduced(graph.attackers, np.add, alive, 0.0)
        slopes = -alive.take(graph.attackers.ends) / np.maximum(count, 1.0)[graph.attackers.targets]
        return slopes, np.zeros(len(graph.supporters.ends))


def _reduced(rows: Rows, operation: np.ufunc, values: Floats, empty: float) -> Floats:
    return rows.reduce(operation, values.take(rows.ends, axis=0), empty)


def _left_over(rows: Rows, strengths: Floats) -> Floats:
    # Gathered first: of a level, what acts on it is little beside the whole.
    acting = strengths.take(rows.ends, axis=0)
    np.subtract(1.0, acting, out=acting)
    return rows.reduce(np.multiply, acting, 1.0)


def _products_of_others(rows: Rows, values: Floats) -> Floats:
    """Return for each entry the product of the other entries of its row; exact also where values are 0."""
    own = values.take(rows.ends)
    is_zero = own == 0
    zeros = rows.reduce(np.add, is_zero.astype(np.float64), 0.0)[rows.targets]
    filled = np.where(is_zero, 1.0, own)
    others = rows.reduce(np.multiply, filled, 1.0)[rows.targets] / filled
    return np.where(zeros - is_zero > 0, 0.0, others)


def extreme_shares(rows: Rows, operation: np.ufunc, values: Floats) -> Floats:
    """Return 1 for the entry of each row that is its greatest or least, or shares of 1 for several; else 0."""
    own = values.take(rows.ends)
    is_extreme = (own == rows.reduce(operation, own, 0.0)[rows.targets]).astype(np.float64)
    shares: Floats = is_extreme / rows.reduce(np.add, is_extreme, 1.0)[rows.targets]
    return shares
