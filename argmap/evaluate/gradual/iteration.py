"""Iteration to a fixed point, for what goes in circles: discrete, damped and continuous."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from argmap.evaluate.gradual.qbaf import Qbaf
    from argmap.evaluate.gradual.rows import Floats, Positions
    from argmap.evaluate.gradual.semantics import Semantics

_WINDOW = 16
"""After how many steps it is looked whether the residual falls."""
_FALL = 0.5
"""A residual above this share of that one window ago does not fall."""
_DAMPINGS = (0.5, 0.8, 0.95, 0.99)
"""What is tried in turn where it oscillates. Measured: 0.8 settled every graph tried."""
_STEP = 0.1
"""The time of one step of the differential equation."""


def discrete(
    part: Qbaf,
    semantics: Semantics,
    scale: float,
    values: Floats,
    start: int,
    tolerance: float,
    max_steps: int,
    damping: float,
    *,
    adapts: bool,
) -> tuple[int, float, str]:
    """Replace strengths by what the formula makes of them, until they stay.

    Where the residual does not fall, and steps go to and fro, those weakly connected components of the part that have
    not converged begin again, with more damping; those that have are left as they are.

    Args:
        part: What goes in circles.
        semantics: The semantics.
        scale: The scale that its aggregation takes from the whole.
        values: The strengths of the whole; those of the part are changed.
        start: Where the part starts in the whole.
        tolerance: The residual at which to stop.
        max_steps: The most steps.
        damping: The share of the old strength that a step keeps.
        adapts: Whether to damp what oscillates.

    Returns:
        The number of steps, the residual, and the name of the method.
    """
    own = values[start : start + len(part)]
    components: Positions | None = None
    past = np.inf
    before = np.zeros(len(part))
    how = "damped" if damping else "discrete"
    steps = 0
    while True:
        change = semantics.update(part, values, scale) - own
        size = np.abs(change)
        residual = float(size.max())
        steps += 1
        if residual <= tolerance or steps >= max_steps:
            return steps, residual, how
        if adapts and steps % _WINDOW == 0:
            is_stuck = residual > _FALL * past and float(change @ before) < 0.5 * float(change @ change)
            past = residual
            more = next((each for each in _DAMPINGS if each > damping), None)
            if is_stuck and more is not None:
                damping, how, past = more, "damped", np.inf
                components = _components(part, start) if components is None else components
                is_open = _greatest(size, components)[components] > tolerance
                own[is_open] = part.weights[is_open]
                before[:] = 0
                continue
        own += change * (1.0 - damping)
        before = change


def _greatest(size: Floats, components: Positions) -> Floats:
    """Return the greatest size in each component."""
    starts = np.concatenate(([0], np.cumsum(np.bincount(components))[:-1]))
    found: Floats = np.maximum.reduceat(size[np.argsort(components, kind="stable")], starts)
    return found


def _components(part: Qbaf, start: int) -> Positions:
    """Return for each position of a part the number of its weakly connected component, from 0.

    Complexity: O((n + e) log n), by hooking to the least neighbour and halving the way there (Shiloach and Vishkin,
    "An O(log n) parallel connectivity algorithm", Journal of Algorithms 3, 1982).
    """
    sources = np.concatenate([rows.ends for rows in part.kinds]) - start
    targets = np.concatenate([rows.targets for rows in part.kinds])
    inner = (sources >= 0) & (sources < len(part))
    sources, targets = sources[inner], targets[inner]
    root = np.arange(len(part))
    while len(sources):
        low = np.minimum(root[sources], root[targets])
        high = np.maximum(root[sources], root[targets])
        apart = low != high
        if not apart.any():
            break
        sources, targets = sources[apart], targets[apart]
        np.minimum.at(root, high[apart], low[apart])
        while True:
            shorter = root[root]
            if (shorter == root).all():
                break
            root = shorter
    numbers: Positions = np.unique(root, return_inverse=True)[1].reshape(-1)
    return numbers


def continuous(
    part: Qbaf,
    semantics: Semantics,
    scale: float,
    values: Floats,
    start: int,
    tolerance: float,
    max_steps: int,
    damping: float,  # noqa: ARG001
    *,
    adapts: bool,  # noqa: ARG001
) -> tuple[int, float, str]:
    """Follow the differential equation ``ds/dt = f(s) - s`` from the weights until nothing moves.

    Mossakowski and Neuhaus (2018) and Potyka (2018) define continuous versions of semantics so; a step is one of the
    classical fourth-order Runge-Kutta method and asks the formula four times. Arguments and result are those of
    `discrete`.
    """
    own = values[start : start + len(part)]

    def slope(moved: Floats) -> Floats:
        own[:] = moved
        return semantics.update(part, values, scale) - moved

    now = own.copy()
    for steps in range(1, max_steps + 1):
        first = slope(now)
        residual = float(np.abs(first).max())
        if residual <= tolerance or steps == max_steps:
            break
        second = slope(np.clip(now + _STEP / 2 * first, 0.0, 1.0))
        third = slope(np.clip(now + _STEP / 2 * second, 0.0, 1.0))
        fourth = slope(np.clip(now + _STEP * third, 0.0, 1.0))
        now = np.clip(now + _STEP / 6 * (first + 2 * second + 2 * third + fourth), 0.0, 1.0)
    own[:] = now
    return steps, residual, "continuous"
