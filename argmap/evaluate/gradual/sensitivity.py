"""Sensitivity: how much the strength of one node changes with the weight of every other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from argmap.evaluate.gradual.aggregation import extreme_shares
from argmap.evaluate.gradual.order import order_of

if TYPE_CHECKING:
    from argmap.evaluate.gradual.order import Order
    from argmap.evaluate.gradual.qbaf import Qbaf
    from argmap.evaluate.gradual.rows import Floats
    from argmap.evaluate.gradual.semantics import Semantics

_DENSE = 500
"""Up to so many nodes in circles, their equations are solved at once."""


def sensitivities(
    graph: Qbaf,
    semantics: Semantics,
    values: Floats,
    position: int,
    *,
    scale: float | None = None,
    tolerance: float = 1e-9,
    max_steps: int = 1000,
) -> tuple[Floats, bool]:
    """Return the derivatives of the strength of one node by the weights of all, and whether they were found.

    The graph is gone through once against its edges (the adjoint, or reverse accumulation: Griewank and Walther,
    "Evaluating Derivatives", 2008). Across circles the implicit function theorem gives linear equations; for up to
    500 nodes in circles they are solved directly, for more by iteration.
    At a tie, such as two premises that are equally weak, the derivative is shared; at a bend it is the mean of both
    sides where this is known.

    Args:
        graph: The graph; supports must count in the semantics, or be left out.
        semantics: The semantics.
        values: The strengths, as `strengths` found them.
        position: The node whose strength it is about.
        scale: The scale of the whole, if the graph is a part of one.
        tolerance: By how much the last step of an iteration may change a derivative.
        max_steps: The most steps of an iteration.

    Complexity:
        Linear in nodes and edges, without circles. With them, cubic in the number of nodes in them while they are up to
        500, else linear for each step.

    Example:
        >>> from argmap.evaluate.gradual import Qbaf, named, strengths
        >>> attacked = Qbaf([0.5, 0.8], attacks=[(1, 0)])
        >>> semantics = named("df-quad")
        >>> found, _ = sensitivities(attacked, semantics, strengths(attacked, semantics).values, 0)
        >>> found.round(6).tolist()
        [0.2, -0.5]
    """
    scale = semantics.scale(graph) if scale is None else scale
    order = order_of(graph)
    place = np.empty(len(graph), np.intp)
    place[order.positions] = np.arange(len(graph))
    graph, values = graph.renumbered(order.positions), values[order.positions]
    by_weight, slopes = _slopes(graph, semantics, values, scale)
    reach = np.zeros(len(graph))  # how much the strength in question grows with that of each node
    reach[place[position]] = 1.0
    start, stop = order.circular
    _back(graph, slopes, reach, stop, len(graph))
    is_found = _across_circles(graph, slopes, reach, order, tolerance, max_steps) if start < stop else True
    _back(graph, slopes, reach, 0, start)
    found: Floats = (reach * by_weight)[place]
    return found, is_found


def _slopes(graph: Qbaf, semantics: Semantics, values: Floats, scale: float) -> tuple[Floats, list[Floats]]:
    """Return how much each strength grows with its own weight, and, by kind, for each edge with that of its source."""
    numbers = semantics.aggregation.whole(graph, values, scale)
    weakest = graph.needs.reduce(np.minimum, values.take(graph.needs.ends), 1.0)
    weights = np.minimum(graph.weights, weakest)
    by_weight, by_number = semantics.influence.slopes(weights, numbers)
    is_capped = semantics.influence.whole(weights, numbers) > weakest
    by_number = np.where(is_capped, 0.0, by_number)
    tie = 0.5 * (graph.weights == weakest) * (graph.needs.lengths > 0)
    by_weakest = np.where(is_capped, 1.0, by_weight * np.where(weakest < graph.weights, 1.0, tie))
    by_weight = np.where(is_capped | (weakest < graph.weights), 0.0, by_weight * (1.0 - tie))
    against, towards = semantics.aggregation.slopes(graph, values, scale)
    shares = extreme_shares(graph.needs, np.minimum, values)
    return by_weight, [
        against * by_number[graph.attackers.targets],
        towards * by_number[graph.supporters.targets],
        shares * by_weakest[graph.needs.targets],
    ]


def _back(graph: Qbaf, slopes: list[Floats], reach: Floats, start: int, stop: int) -> None:
    """Hand on what is known of nodes, last to first, to what acts on them."""
    part = graph.part(start, stop)
    lists = [
        (
            rows.offsets.tolist(),
            rows.ends.tolist(),
            slope[whole.offsets[start] : whole.offsets[stop]].tolist(),
        )
        for rows, whole, slope in zip(part.kinds, graph.kinds, slopes, strict=True)
    ]
    known = reach.tolist()
    for position in range(stop - start - 1, -1, -1):
        here = known[position + start]
        if here:
            for offsets, ends, slope in lists:
                for edge in range(offsets[position], offsets[position + 1]):
                    known[ends[edge]] += slope[edge] * here
    reach[:] = known


def _across_circles(
    graph: Qbaf, slopes: list[Floats], reach: Floats, order: Order, tolerance: float, max_steps: int
) -> bool:
    """Find how much the strength in question grows with those in circles, and hand this on to what lies before them."""
    start, stop = order.circular
    sources = np.concatenate([rows.ends for rows in graph.kinds])
    targets = np.concatenate([rows.targets for rows in graph.kinds])
    slope = np.concatenate(slopes)
    here = (targets >= start) & (targets < stop)
    inner = here & (sources >= start)
    ends, heads, by = sources[inner] - start, targets[inner] - start, slope[inner]
    count = stop - start
    given = reach[start:stop].copy()
    is_found = True
    if not given.any():
        return True
    if count <= _DENSE:
        equations = np.eye(count)
        np.subtract.at(equations, (ends, heads), by)
        try:
            found = np.linalg.solve(equations, given)
        except np.linalg.LinAlgError:  # no derivative: the circle stands at a point where it could go either way
            found, is_found = np.linalg.lstsq(equations, given)[0], False
    else:
        found, is_found = _iterate(ends, heads, by, given, tolerance, max_steps)
    reach[start:stop] = found
    outer = here & (sources < start)
    reach[:start] += np.bincount(sources[outer], weights=slope[outer] * reach[targets[outer]], minlength=start)[:start]
    return is_found


def _iterate(
    ends: np.ndarray, heads: np.ndarray, by: Floats, given: Floats, tolerance: float, max_steps: int
) -> tuple[Floats, bool]:
    for damping in (0.0, 0.5, 0.8, 0.95):
        found = given.copy()
        for _ in range(max_steps):
            change = given + np.bincount(ends, weights=by * found[heads], minlength=len(given)) - found
            size = float(np.abs(change).max())
            if size <= tolerance:
                return found, True
            if size > 1e6:  # it runs away
                break
            found += change * (1.0 - damping)
    return found, False
