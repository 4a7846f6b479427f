"""Strengths worked out by hand from the definitions in the papers."""

from __future__ import annotations

import math

import pytest

from argmap.evaluate.gradual import Qbaf, strengths


def found(name, weights, attacks=(), supports=(), needs=()):
    return pytest.approx(strengths(Qbaf(weights, attacks, supports, needs), name).values.tolist(), abs=1e-8)


def first(*args, **edges):
    """The strength of the first node."""
    return pytest.approx(found(*args, **edges).expected[0], abs=1e-8)


def test_h_categoriser():
    assert found("h-categoriser", [1, 1, 1], [(1, 0), (2, 1)]) == [2 / 3, 1 / 2, 1]
    assert found("h-categoriser", [0.6, 0.5, 1.0], [(1, 0), (2, 0)]) == [0.6 / 2.5, 0.5, 1.0]
    golden = (math.sqrt(5) - 1) / 2  # of two that attack each other: x = 1 / (1 + x)
    assert found("h-categoriser", [1, 1], [(0, 1), (1, 0)]) == [golden, golden]


def test_max_based():
    assert found("max-based", [0.6, 0.5, 0.2], [(1, 0), (2, 0)]) == [0.4, 0.5, 0.2]


def test_card_based():
    assert found("card-based", [0.7, 0.5, 0.3], [(1, 0), (2, 0)]) == [0.7 / (1 + 2 + 0.4), 0.5, 0.3]
    assert found("card-based", [0.7, 0.5, 0.0], [(1, 0), (2, 0)]) == [0.7 / (1 + 1 + 0.5), 0.5, 0.0]


def test_counting():
    """With two attackers at most, each takes 0.45 times its strength; the second one is attacked itself."""
    assert found("counting", [1, 1, 1, 1], [(1, 0), (2, 0), (3, 2)]) == [1 - 0.45 * (1 + 0.55), 1, 0.55, 1]


def test_social():
    assert found("social", [0.8, 0.5, 0.25], [(1, 0), (2, 0)]) == [0.8 * 0.5 * 0.75, 0.5, 0.25]


def test_df_quad():
    """Attackers together 1 - 0.5 * 0.6 = 0.7, supporters 0.2: down by a half of 0.6."""
    assert first("df-quad", [0.6, 0.5, 0.4, 0.2], [(1, 0), (2, 0)], [(3, 0)]) == 0.3
    assert first("df-quad", [0.6, 0.5], [], [(1, 0)]) == 0.8


def test_euler():
    assert first("euler", [0.5, 0.5], [(1, 0)]) == 1 - 0.75 / (1 + 0.5 * math.exp(-0.5))
    assert first("euler", [0.5, 1.0, 0.4], [(2, 0)], [(1, 0)]) == 1 - 0.75 / (1 + 0.5 * math.exp(0.6))


def test_quadratic_energy():
    """An energy of 0.5 moves by a fifth of the way: 0.25 / 1.25."""
    assert first("quadratic-energy", [0.4, 0.5], [(1, 0)]) == 0.32
    assert first("quadratic-energy", [0.4, 0.5], [], [(1, 0)]) == 0.52
    assert first("quadratic-energy", [0.4, 0.5, 1.0], [(1, 0), (2, 0)], [(1, 0), (2, 0)]) == 0.4


def test_what_is_needed():
    """As strong as the weakest of what it needs; support makes good for attacks, and lifts no higher than that."""
    assert first("df-quad", [1, 0.7, 0.4], needs=[(1, 0), (2, 0)]) == 0.4
    assert first("df-quad", [0.3, 0.7, 0.4], needs=[(1, 0), (2, 0)]) == 0.3
    assert first("df-quad", [1, 0.4, 0.5], [(2, 0)], needs=[(1, 0)]) == 0.2
    assert first("df-quad", [1, 0.4, 0.5], supports=[(2, 0)], needs=[(1, 0)]) == 0.4
    assert first("df-quad", [1, 0.4, 0.5], [(2, 0)], [(2, 0)], [(1, 0)]) == 0.4
    assert first("df-quad", [1, 0.0, 0.9], supports=[(2, 0)], needs=[(1, 0)]) == 0
