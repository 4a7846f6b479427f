"""Strengths of a whole graph: in one pass where nothing goes in circles, by iteration where something does."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import numpy as np

from argmap.errors import ModelError, nearest
from argmap.evaluate.gradual.iteration import continuous, discrete
from argmap.evaluate.gradual.order import order_of, stretches
from argmap.evaluate.gradual.rows import Floats
from argmap.evaluate.gradual.semantics import Semantics, named

if TYPE_CHECKING:
    from argmap.evaluate.gradual.order import Order
    from argmap.evaluate.gradual.qbaf import Qbaf

Method = Literal["auto", "discrete", "continuous"]
METHODS: tuple[Method, ...] = ("auto", "discrete", "continuous")


@dataclass(frozen=True, slots=True)
class Solution:
    """The strengths of the nodes of a graph, and how they were found.

    Attributes:
        values: The strength of each node, from 0 to 1.
        iterations: How often the nodes in circles were gone over; 1 if there are none.
        is_converged: Whether the strengths are those that the semantics asks for, within the tolerance.
        residual: By how much a strength differs at most from what the formula makes of the others.
        method: How they were found: ``"one pass"``, ``"discrete"``, ``"damped"`` or ``"continuous"``.
        notes: What else there is to say: that supports do not count, that nothing was settled.
    """

    values: Floats = field(repr=False)
    iterations: int
    is_converged: bool
    residual: float
    method: str
    notes: tuple[str, ...] = ()


def strengths(
    graph: Qbaf,
    semantics: str | Semantics = "quadratic-energy",
    *,
    method: Method = "auto",
    tolerance: float = 1e-9,
    max_steps: int = 1000,
    damping: float = 0.0,
    scale: float | None = None,
) -> Solution:
    """Return how strong each node of a graph is.

    What depends on no circle is worked out exactly, each node once, in topological order. Circles start from the
    weights and are gone over until nothing changes by more than the tolerance; then what depends on them is worked out.
    No method settles every graph under every semantics; the result says whether it did, and nothing is raised.

    Args:
        graph: The graph.
        semantics: The semantics, or its name.
        method: ``"auto"`` iterates, and damps the steps of what oscillates, more and more. ``"discrete"`` iterates with
            the damping given and no other. ``"continuous"`` follows the differential equation that moves each strength
            towards what the formula makes of the others, by the classical Runge-Kutta method.
        tolerance: The greatest residual that counts as converged.
        max_steps: The most steps for what goes in circles.
        damping: The share of the old strength that a step keeps to begin with, from 0 to below 1.
        scale: For parts of a graph under a semantics that looks at the whole: the scale of the whole.

    Raises:
        UnknownNameError: If there is no such semantics.
        ModelError: If the method is none, or a number is out of its range.

    Complexity:
        Linear in nodes and edges for what depends on no circle, after a sort of the edges: about 1 µs a node where the
        graph is shallow, 4 µs where it is one long chain. Linear in them for each step over what goes in circles.

    Example:
        >>> from argmap.evaluate.gradual import Qbaf
        >>> chain = Qbaf([0.5, 0.5, 0.5], attacks=[(2, 1), (1, 0)])
        >>> strengths(chain, "df-quad").values.tolist()
        [0.375, 0.25, 0.5]
        >>> circle = strengths(Qbaf([1.0, 1.0], attacks=[(0, 1), (1, 0)]), "df-quad")
        >>> circle.values.round(6).tolist(), circle.method
        ([0.5, 0.5], 'damped')
    """
    found = named(semantics)
    _check(method, tolerance, max_steps, damping)
    notes = []
    if not found.counts_supports and len(graph.supporters.ends):
        count = len(graph.supporters.ends)
        said = "1 support is" if count == 1 else f"{count:,} supports are"
        notes.append(f"The {found.title} semantics knows attacks only: {said} left out.")
        graph = graph.without_supports()
    scale = found.scale(graph) if scale is None else scale
    order = order_of(graph)
    sorted_graph = graph.renumbered(order.positions)
    values = sorted_graph.weights.copy()
    _pass(sorted_graph, found, scale, values, order.before)
    start, stop = order.circular
    steps, residual, how = 1, 0.0, "one pass"
    if start < stop:
        walk = continuous if method == "continuous" else discrete
        part = sorted_graph.part(start, stop)
        steps, residual, how = walk(
            part, found, scale, values, start, tolerance, max_steps, damping, adapts=method == "auto"
        )
    _pass(sorted_graph, found, scale, values, order.behind)
    is_converged = residual <= tolerance
    if not is_converged:
        notes.append(_unsettled(steps, residual, method))
    return Solution(_in_old_order(values, order), steps, is_converged, residual, how, tuple(notes))


def _check(method: str, tolerance: float, max_steps: int, damping: float) -> None:
    if method not in METHODS:
        hint = nearest(str(method), METHODS)
        raise ModelError(f"There is no method {method!r}.{hint or ' There are: ' + ', '.join(METHODS) + '.'}")
    if not (isinstance(tolerance, int | float) and 0 < tolerance < 1):
        raise ModelError(f"The tolerance cannot be {tolerance!r}; give a number above 0 and below 1, such as 1e-9.")
    if not (isinstance(max_steps, int) and max_steps >= 1):
        raise ModelError(f"There cannot be {max_steps!r} steps at most; give a whole number from 1.")
    if not (isinstance(damping, int | float) and 0 <= damping < 1):
        raise ModelError(f"The damping cannot be {damping!r}; give a number from 0 to below 1, such as 0.8.")


def _unsettled(steps: int, residual: float, method: str) -> str:
    other = {
        "auto": "Take method='continuous', or more steps by max_steps.",
        "discrete": "Take method='auto', which damps what oscillates.",
        "continuous": "Take more steps by max_steps, or method='auto'.",
    }[method]
    return f"Strengths in circles did not settle in {steps:,} steps: the last one moves some by {residual:.2g}. {other}"


def _in_old_order(values: Floats, order: Order) -> Floats:
    old = np.empty_like(values)
    old[order.positions] = values
    return old


def _pass(graph: Qbaf, semantics: Semantics, scale: float, values: Floats, levels: list[int]) -> None:
    """Work out levels one after another; each needs only those before."""
    if len(levels) < 2:
        return
    for start, stop, is_one_by_one in stretches(levels):
        part = graph.part(start, stop)
        if is_one_by_one:
            _one_by_one(part, semantics, scale, values, start)
        else:
            values[start:stop] = semantics.update(part, values, scale)


def _one_by_one(part: Qbaf, semantics: Semantics, scale: float, values: Floats, start: int) -> None:
    """Work out nodes one after another: for long and thin graphs, where arrays would hold next to nothing."""
    # What lies before this stretch is gathered at once; what lies in it is looked up as it is found.
    acting = [
        (kind, rows.offsets.tolist(), rows.ends.tolist(), values.take(rows.ends).tolist())
        for kind, rows in enumerate(part.kinds)
        if len(rows.ends)
    ]
    new: list[float] = []
    found: list[list[float]] = [[], [], []]
    for position, weight in enumerate(part.weights.tolist()):
        for kind, offsets, ends, known in acting:
            found[kind] = [
                known[place] if ends[place] < start else new[ends[place] - start]
                for place in range(offsets[position], offsets[position + 1])
            ]
        attackers, supporters, needed = found
        new.append(semantics.one(weight, attackers, supporters, min(needed, default=1.0), scale))
    values[start : start + len(new)] = new
