"""Gradual semantics as their papers put them, over dictionaries and one node at a time: slow, and easy to read."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

Node = int
Strengths = dict[Node, float]
Formula = Callable[[float, list[float], list[float]], float]


def h_categoriser(w, attackers, supporters):
    return w / (1 + sum(attackers))


def max_based(w, attackers, supporters):
    return w / (1 + max([0.0, *attackers]))


def card_based(w, attackers, supporters):
    alive = [each for each in attackers if each > 0]
    return w / (1 + len(alive) + sum(alive) / len(alive)) if alive else w


def social(w, attackers, supporters):
    """Not (a or b) is (not a) and (not b), with the product as and, and a or b = a + b - ab."""
    either = 0.0
    for each in attackers:
        either = either + each - either * each
    return w * (1 - either)


def df_quad(w, attackers, supporters):
    """By the functions F and C of the paper."""

    def together(strengths):
        found = 0.0
        for each in strengths:
            found = found + (1 - found) * each
        return found

    against, towards = together(attackers), together(supporters)
    if against >= towards:
        return w - w * abs(towards - against)
    return w + (1 - w) * abs(towards - against)


def euler(w, attackers, supporters):
    return 1 - (1 - w * w) / (1 + w * math.exp(sum(supporters) - sum(attackers)))


def quadratic_energy(w, attackers, supporters):
    def h(x):
        return max(x, 0) ** 2 / (1 + max(x, 0) ** 2)

    energy = sum(supporters) - sum(attackers)
    return w - w * h(-energy) + (1 - w) * h(energy)


FORMULAS: dict[str, Formula] = {
    "quadratic-energy": quadratic_energy,
    "df-quad": df_quad,
    "euler": euler,
    "h-categoriser": h_categoriser,
    "max-based": max_based,
    "card-based": card_based,
    "social": social,
}
"""All but the counting semantics, which is no formula of one node."""


def solve(
    formula: Formula,
    weights: list[float],
    attacks: set[tuple[Node, Node]],
    supports: set[tuple[Node, Node]],
    needs: set[tuple[Node, Node]] | None = None,
    *,
    step: float = 0.2,
    rounds: int = 1500,
) -> tuple[Strengths, float]:
    """Return strengths after many damped rounds over all nodes, and how much the last round would move them."""
    strengths = dict(enumerate(weights))
    moved = 0.0
    for _ in range(rounds):
        new = {}
        for node, weight in enumerate(weights):
            weakest = min([1.0, *(strengths[a] for a, b in needs or () if b == node)])
            made = formula(
                min(weight, weakest),
                [strengths[a] for a, b in sorted(attacks) if b == node],
                [strengths[a] for a, b in sorted(supports) if b == node],
            )
            new[node] = min(made, weakest)
        moved = max((abs(new[node] - strengths[node]) for node in new), default=0.0)
        strengths = {node: strengths[node] + step * (new[node] - strengths[node]) for node in new}
        if moved < 1e-12:
            break
    return strengths, moved


def counting(weights: list[float], attacks: set[tuple[Node, Node]], damping: float = 0.9) -> Strengths:
    """Solve v = w (1 - damping / N A v), with N the greatest number of attackers, as linear equations."""
    count = len(weights)
    matrix = np.zeros((count, count))
    for source, target in attacks:
        matrix[target, source] = 1
    greatest = max(1.0, matrix.sum(axis=1).max(initial=0))
    w = np.array(weights)
    found = np.linalg.solve(np.eye(count) + np.diag(w) @ matrix * damping / greatest, w)
    return dict(enumerate(found.tolist()))
