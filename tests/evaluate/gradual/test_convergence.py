"""Circles: what oscillates, what settles it, and that the result says so."""

from __future__ import annotations

import numpy as np
import pytest

from argmap.evaluate.gradual import SEMANTICS, Qbaf, strengths


def opponents(size: int, weight: float = 0.9) -> Qbaf:
    """Two groups of this size that all attack each other across."""
    pairs = [(a, size + b) for a in range(size) for b in range(size)]
    return Qbaf([weight] * 2 * size, pairs + [(b, a) for a, b in pairs])


@pytest.mark.parametrize(("name", "size"), [("df-quad", 2), ("df-quad", 3), ("quadratic-energy", 3)])
def test_what_oscillates(name, size):
    plain = strengths(opponents(size), name, method="discrete")
    assert (plain.is_converged, plain.method, plain.iterations) == (False, "discrete", 1000)
    assert plain.residual > 0.1
    assert "did not settle in 1,000 steps" in plain.notes[0]
    assert "method='auto'" in plain.notes[0]
    damped = strengths(opponents(size), name, method="discrete", damping=0.8)
    assert (damped.is_converged, damped.method) == (True, "damped")
    auto = strengths(opponents(size), name)
    assert (auto.is_converged, auto.method, auto.notes) == (True, "damped", ())
    assert auto.iterations < 100
    flow = strengths(opponents(size), name, method="continuous")
    assert (flow.is_converged, flow.method) == (True, "continuous")
    for other in (auto, flow):
        assert other.values == pytest.approx(damped.values, abs=1e-7)


def test_the_middle_of_two_opponents_each():
    """Of DF-QuAD, s = 0.9 (1 - s)^2: the smaller root of 0.9 s^2 - 2.8 s + 0.9."""
    root = (2.8 - np.sqrt(2.8**2 - 4 * 0.9**2)) / 1.8
    assert strengths(opponents(2), "df-quad").values == pytest.approx([root] * 4, abs=1e-8)


@pytest.mark.parametrize("size", [1, 2, 5, 8])
def test_what_never_oscillates(size):
    for name in ("h-categoriser", "max-based", "euler", "counting"):
        assert strengths(opponents(size), name, method="discrete").is_converged


@pytest.mark.parametrize("name", sorted(SEMANTICS))
def test_many_opponents_settle(name):
    assert strengths(opponents(20), name).is_converged


@pytest.mark.parametrize("name", ["df-quad", "quadratic-energy", "euler"])
@pytest.mark.parametrize("degree", [2, 10, 30])
def test_random_circles_settle(name, degree):
    rng = np.random.default_rng(degree)
    for _ in range(5):
        edges = rng.integers(0, 60, (60 * degree, 2))
        graph = Qbaf(rng.random(60), edges[::2], edges[1::2])
        assert strengths(graph, name).is_converged


def test_steps_are_kept_to():
    for method in ("auto", "discrete", "continuous"):
        found = strengths(opponents(3), "df-quad", method=method, max_steps=3)
        assert (found.iterations, found.is_converged) == (3, False)
        assert len(found.notes) == 1


def test_all_or_nothing():
    """Each of two of full weight would be 1 - the other: plain steps go to and fro for ever."""
    pair = Qbaf([1, 1], [(0, 1), (1, 0)])
    assert strengths(pair, "df-quad", method="discrete").residual == 1
    assert strengths(pair, "df-quad").values == pytest.approx([0.5, 0.5])


def test_what_lies_before_and_behind_circles_is_exact():
    before, circle, behind = [(0, 1)], [(1, 2), (2, 3), (3, 2)], [(3, 4), (4, 5)]
    found = strengths(Qbaf([0.5] * 6, before + circle + behind), "df-quad", tolerance=1e-3)
    values = found.values
    assert values[:2].tolist() == [0.5, 0.25]
    assert values[4] == 0.5 * (1 - values[3])
    assert values[5] == 0.5 * (1 - values[4])
    assert 0 < found.residual < 1e-3
