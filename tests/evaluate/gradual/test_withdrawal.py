"""Strengths without some, worked out side by side, against one graph at a time."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from argmap.evaluate.gradual import SEMANTICS, Qbaf, strengths, withdrawal
from argmap.evaluate.gradual.withdrawal import strengths_without
from tests.evaluate.gradual.graphs import graphs


def alone(drawn, position, gone, name, scale):
    """The strength of a node in the graph in which nothing acts on some, which have no weight."""
    weights = [0.0 if place in gone else weight for place, weight in enumerate(drawn.weights)]
    kept = [sorted((a, b) for a, b in edges if b not in gone) for edges in drawn[1:]]
    graph = Qbaf(weights, *kept)
    graph = graph if SEMANTICS[name].counts_supports else graph.without_supports()
    return strengths(graph, name, scale=scale).values[position]


@pytest.mark.parametrize(("most", "few"), [(1, 64), (10**6, 64), (10**6, 1)])
@pytest.mark.parametrize("is_acyclic", [True, False])
@pytest.mark.parametrize("name", sorted(SEMANTICS))
def test_one_at_a_time(name, is_acyclic, most, few, monkeypatch):
    monkeypatch.setattr(withdrawal, "_MOST_AT_ONCE", most)
    monkeypatch.setattr(withdrawal, "_FEW_STEPS", few)  # with 1, all circles go to and fro

    @given(drawn=graphs(acyclic=is_acyclic))
    @settings(max_examples=5)
    def check(drawn):
        if not drawn.weights:
            return
        count = len(drawn.weights)
        graph = drawn.qbaf() if SEMANTICS[name].counts_supports else drawn.qbaf().without_supports()
        scale = SEMANTICS[name].scale(graph)
        groups = np.arange(count) // 2  # two by two
        order = np.unique(groups)[::-1]
        found, is_converged = strengths_without(graph, SEMANTICS[name], 0, groups, order, scale=scale)
        expected = [alone(drawn, 0, set(np.flatnonzero(groups == group).tolist()), name, scale) for group in order]
        if is_converged:
            assert found == pytest.approx(expected, abs=1e-6)

    check()
