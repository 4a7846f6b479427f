"""Derivatives against finite differences."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argmap.evaluate.gradual import SEMANTICS, Qbaf, sensitivity, strengths
from argmap.evaluate.gradual.sensitivity import sensitivities
from tests.evaluate.gradual.graphs import graphs

STEP = 1e-6


def differences(graph: Qbaf, name: str, position: int) -> tuple[np.ndarray, np.ndarray]:
    """The slopes towards smaller and towards greater weights."""
    sides = []
    here = strengths(graph, name, tolerance=1e-13).values[position]
    for step in (-STEP, STEP):
        found = []
        for place in range(len(graph)):
            weights = graph.weights.copy()
            weights[place] += step
            moved = Qbaf.from_rows(weights, *graph.kinds)
            found.append((strengths(moved, name, tolerance=1e-13).values[position] - here) / step)
        sides.append(np.array(found))
    return sides[0], sides[1]


# Different weights, none at an end: so that there are few ties and bends.
distinct = st.integers(100, 900).map(lambda number: number / 1000 + 0.0001237)


@pytest.mark.parametrize("name", sorted(SEMANTICS))
@given(drawn=graphs(acyclic=True, weights=distinct))
@settings(max_examples=25)
def test_acyclic(name, drawn):
    graph = drawn.qbaf() if SEMANTICS[name].counts_supports else drawn.qbaf().without_supports()
    below, above = differences(graph, name, 0)
    assume(np.abs(below - above).max() < 1e-3)  # no bend
    found, is_found = sensitivities(graph, SEMANTICS[name], strengths(graph, name).values, 0)
    assert is_found
    assert found == pytest.approx((below + above) / 2, abs=1e-4)


@pytest.mark.parametrize("dense", [0, 500])
@pytest.mark.parametrize("name", sorted(SEMANTICS))
def test_circles(name, dense, monkeypatch):
    monkeypatch.setattr(sensitivity, "_DENSE", dense)
    rng = np.random.default_rng(3)
    edges = rng.integers(0, 12, (20, 2))
    graph = Qbaf(rng.uniform(0.2, 0.8, 12), edges[:10], edges[10:], [(4, 7), (9, 7)])
    graph = graph if SEMANTICS[name].counts_supports else graph.without_supports()
    solved = strengths(graph, name, tolerance=1e-13)
    assert solved.is_converged
    assert solved.method != "one pass"
    for position in (0, 4, 7):
        below, above = differences(graph, name, position)
        found, is_found = sensitivities(graph, SEMANTICS[name], solved.values, position)
        assert is_found
        assert found == pytest.approx((below + above) / 2, abs=1e-4)


def test_products_with_nothing_left_over():
    """Of two attackers of full strength, neither has an effect alone; of one, the other has none."""
    graph = Qbaf([0.5, 1.0, 1.0, 0.3], [(1, 0), (2, 0), (3, 0)])
    found, _ = sensitivities(graph, SEMANTICS["df-quad"], strengths(graph, "df-quad").values, 0)
    assert found.tolist() == [0, 0, 0, 0]
    graph = Qbaf([0.5, 1.0, 0.4], [(1, 0), (2, 0)])
    found, _ = sensitivities(graph, SEMANTICS["df-quad"], strengths(graph, "df-quad").values, 0)
    assert found == pytest.approx([0, -0.5 * 0.6, 0])


def test_ties_are_shared():
    graph = Qbaf([1, 0.5, 0.5], needs=[(1, 0), (2, 0)])
    found, _ = sensitivities(graph, SEMANTICS["df-quad"], strengths(graph, "df-quad").values, 0)
    assert found.tolist() == [0, 0.5, 0.5]


def test_a_bend_is_the_mean_of_both_sides():
    """Where both sides are equal, more support lifts a weight of 0.2 by 0.8 of it, more attack lowers it by 0.2."""
    graph = Qbaf([0.2, 0.5, 0.5], [(1, 0)], [(2, 0)])
    found, _ = sensitivities(graph, SEMANTICS["df-quad"], strengths(graph, "df-quad").values, 0)
    assert found == pytest.approx([1, -0.5, 0.5])
    below, above = differences(graph, "df-quad", 0)
    assert found == pytest.approx((below + above) / 2, abs=1e-4)


def test_a_point_without_a_derivative():
    """What supports itself fully under DF-QuAD has no slope where it starts from nothing."""
    graph = Qbaf([0.0], supports=[(0, 0)])
    solved = strengths(graph, "df-quad")
    assert solved.values.tolist() == [0]
    found, is_found = sensitivities(graph, SEMANTICS["df-quad"], solved.values, 0)
    assert np.isfinite(found).all()
    assert is_found in (True, False)
