"""Withdrawal: the strength of one node when others are withdrawn, each in turn."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from argmap.evaluate.gradual.order import order_of
from argmap.evaluate.gradual.qbaf import Qbaf
from argmap.evaluate.gradual.rows import Rows
from argmap.evaluate.gradual.solving import strengths

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from argmap.evaluate.gradual.order import Order
    from argmap.evaluate.gradual.rows import Floats, Positions
    from argmap.evaluate.gradual.semantics import Semantics

_MOST_AT_ONCE = 2_000_000
"""How many nodes and edges are held at once, over all evaluations side by side."""
_FEW_STEPS = 256
"""In how many steps circles have to settle side by side."""


def strengths_without(
    graph: Qbaf,
    semantics: Semantics,
    position: int,
    groups: Positions,
    withdrawn: Positions,
    *,
    scale: float,
    tolerance: float = 1e-9,
    max_steps: int = 1000,
) -> tuple[Floats, bool]:
    """Return the strength of one node without each group of others in turn, and whether all strengths settled.

    What is withdrawn has strength 0, whatever acts on it.

    Args:
        graph: The graph; supports must count in the semantics, or be left out.
        semantics: The semantics.
        position: The node whose strength it is about.
        groups: The number of the group of each node.
        withdrawn: The groups to be withdrawn, one after the other.
        scale: The scale that the aggregation takes from the whole.
        tolerance: The greatest residual that counts as converged.
        max_steps: The most steps for what goes in circles.

    Complexity:
        Linear in nodes and edges for each group, and for each step where something goes in circles; many groups are
        worked out side by side. Where steps go to and fro, each group has a copy of the graph, and is damped in it.

    Example:
        >>> from argmap.evaluate.gradual import named
        >>> attacked = Qbaf([0.5, 0.8, 1.0], attacks=[(1, 0), (2, 1)])
        >>> found, _ = strengths_without(attacked, named("df-quad"), 0, np.arange(3), np.array([1, 2]), scale=1.0)
        >>> found.round(6).tolist()
        [0.5, 0.1]
    """
    most = max(1, _MOST_AT_ONCE // (len(graph) + sum(len(rows.ends) for rows in graph.kinds)))
    order = order_of(graph)
    found = [np.zeros(0)]
    is_converged = True
    for first in range(0, len(withdrawn), most):
        gone = groups[:, None] == withdrawn[None, first : first + most]
        values = _side_by_side(graph, semantics, order, gone, scale, tolerance)
        if values is None:
            values, has_settled = _in_copies(graph, semantics, gone, scale, tolerance, max_steps)
            is_converged &= has_settled
        found.append(values[position])
    return np.concatenate(found), is_converged


def _side_by_side(
    graph: Qbaf, semantics: Semantics, order: Order, gone: NDArray[np.bool_], scale: float, tolerance: float
) -> NDArray[np.float64] | None:
    """Return the strengths of all nodes, a column for each evaluation; or None if circles do not settle soon."""
    graph = graph.renumbered(order.positions)
    gone = gone[order.positions]
    values = np.where(gone, 0.0, graph.weights[:, None])

    def work_out(start: int, stop: int) -> None:
        level = semantics.update(graph.part(start, stop), values, scale)
        values[start:stop] = np.where(gone[start:stop], 0.0, level)

    for start, stop in pairwise(order.before):
        work_out(start, stop)
    start, stop = order.circular
    for step in range(_FEW_STEPS) if start < stop else ():
        past = values[start:stop].copy()
        work_out(start, stop)
        if np.abs(values[start:stop] - past).max(initial=0.0) <= tolerance:
            break
        if step == _FEW_STEPS - 1:
            return None
    for start, stop in pairwise(order.behind):
        work_out(start, stop)
    old = np.empty_like(values)
    old[order.positions] = values
    return old


def _in_copies(
    graph: Qbaf, semantics: Semantics, gone: NDArray[np.bool_], scale: float, tolerance: float, max_steps: int
) -> tuple[NDArray[np.float64], bool]:
    """Return the strengths of all nodes, a column for each evaluation, from one graph of a copy for each."""
    count = gone.shape[1]
    gone = gone.T.reshape(-1)
    shifts = np.arange(count) * len(graph)
    copies = []
    for rows in graph.kinds:
        ends = (rows.ends[None, :] + shifts[:, None]).reshape(-1)
        lengths = np.tile(rows.lengths, count)
        ends = ends[np.repeat(~gone, lengths)]  # nothing acts on what is withdrawn
        offsets = np.concatenate(([0], np.cumsum(np.where(gone, 0, lengths))))
        copies.append(Rows(offsets, ends))
    whole = Qbaf.from_rows(np.where(gone, 0.0, np.tile(graph.weights, count)), *copies)
    solved = strengths(whole, semantics, tolerance=tolerance, max_steps=max_steps, scale=scale)
    return solved.values.reshape(count, len(graph)).T, solved.is_converged
