"""Strengths of graphs: against the papers' formulas, and whatever has to stay the same."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import ModelError, UnknownNameError
from argmap.evaluate.gradual import SEMANTICS, Qbaf, named, order, strengths
from argmap.evaluate.gradual.iteration import _components
from tests.evaluate.gradual import reference
from tests.evaluate.gradual.graphs import graphs

ALL = sorted(SEMANTICS)


def expected(name, drawn):
    supports = drawn.supports if SEMANTICS[name].counts_supports else set()
    return reference.solve(reference.FORMULAS[name], drawn.weights, drawn.attacks, supports, drawn.needs)


@pytest.mark.parametrize("name", sorted(reference.FORMULAS))
@given(drawn=graphs(acyclic=True))
@settings(max_examples=30)
def test_acyclic_graphs_agree_with_the_formula_in_one_pass(name, drawn):
    found = strengths(drawn.qbaf(), name)
    assert (found.iterations, found.is_converged, found.residual, found.method) == (1, True, 0.0, "one pass")
    weights, attacks, supports, needs = drawn
    slow, moved = reference.solve(
        reference.FORMULAS[name],
        weights,
        attacks,
        supports if SEMANTICS[name].counts_supports else set(),
        needs,
        step=1.0,
        rounds=len(weights) + 1,
    )
    assert moved < 1e-12
    assert found.values == pytest.approx([slow[each] for each in range(len(slow))], abs=1e-12)


@pytest.mark.parametrize("name", sorted(reference.FORMULAS))
@given(drawn=graphs(most=5, weights=st.floats(0.25, 0.75), with_needs=False))
@settings(max_examples=15)
def test_graphs_with_circles_agree_with_the_formula(name, drawn):
    """Where the solution is not the only one, steps of another size may lead to another."""
    found = strengths(drawn.qbaf(), name, method="discrete", damping=0.8, tolerance=1e-10)
    slow, moved = expected(name, drawn)
    if not found.is_converged:  # some that attack and support themselves come ever closer, ever more slowly
        assert found.residual < 1e-3
        return
    assert moved < 1e-9
    assert found.values == pytest.approx([slow[each] for each in range(len(slow))], abs=1e-7)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("method", ["auto", "discrete", "continuous"])
@given(drawn=graphs(most=6))
@settings(max_examples=10)
def test_the_residual_is_what_it_is_said_to_be(name, method, drawn):
    found = strengths(drawn.qbaf(), name, method=method, max_steps=200)
    graph = drawn.qbaf() if SEMANTICS[name].counts_supports else drawn.qbaf().without_supports()
    moved = np.abs(SEMANTICS[name].update(graph, found.values) - found.values).max(initial=0)
    assert moved == pytest.approx(found.residual, abs=1e-13)
    assert found.is_converged == (found.residual <= 1e-9) == (not any("did not settle" in each for each in found.notes))
    assert ((found.values >= 0) & (found.values <= 1)).all()


@given(drawn=graphs(with_needs=False))
def test_counting_is_the_solution_of_its_equations(drawn):
    slow = reference.counting(drawn.weights, drawn.attacks)
    found = strengths(drawn.qbaf(), "counting", tolerance=1e-12)
    assert found.is_converged
    assert found.values == pytest.approx([slow[each] for each in range(len(slow))], abs=1e-9)
    assert all(0 <= each <= 1 for each in found.values)


@pytest.mark.parametrize("name", ALL)
@given(drawn=graphs(acyclic=True, most=12))
@settings(max_examples=20)
def test_one_by_one_is_level_by_level(name, drawn):
    one_by_one = strengths(drawn.qbaf(), name).values
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(order, "_THIN", 0)
        assert order.stretches([0, 1, 2]) == [(0, 1, False), (1, 2, False)]
        levels = strengths(drawn.qbaf(), name).values
    assert levels == pytest.approx(one_by_one, abs=1e-14)


@pytest.mark.parametrize("name", ALL)
@given(drawn=graphs(most=10), data=st.data())
@settings(max_examples=20)
def test_names_and_order_do_not_matter(name, drawn, data):
    new = np.array(data.draw(st.permutations(range(len(drawn.weights)))), int)
    graph = drawn.qbaf()
    here, there = strengths(graph, name, max_steps=400), strengths(graph.renumbered(new), name, max_steps=400)
    if here.is_converged and there.is_converged:
        assert there.values == pytest.approx(here.values[new], abs=1e-6)
    weights, *edges = drawn
    again = Qbaf(weights, *([*data.draw(st.permutations(sorted(each))), *sorted(each)] for each in edges))
    assert (strengths(again, name, max_steps=400).values == here.values).all()


@pytest.mark.parametrize("name", [name for name in ALL if name != "counting"])
@given(one=graphs(acyclic=True), other=graphs(acyclic=True))
@settings(max_examples=15)
def test_a_graph_beside_changes_nothing(name, one, other):
    shift = len(one.weights)
    moved = [{(a + shift, b + shift) for a, b in edges} for edges in other[1:]]
    both = Qbaf(
        one.weights + other.weights, *(sorted(here | there) for here, there in zip(one[1:], moved, strict=True))
    )
    apart = np.concatenate((strengths(one.qbaf(), name).values, strengths(other.qbaf(), name).values))
    assert strengths(both, name).values == pytest.approx(apart, abs=1e-14)


def test_what_oscillates_leaves_other_circles_alone():
    calm = [(0, 1), (1, 0)]
    wild = [(a, b) for a in (2, 3) for b in (4, 5)]
    both = Qbaf([0.2, 0.3, 0.9, 0.9, 0.9, 0.9], calm + wild + [(b, a) for a, b in wild])
    together, alone = strengths(both, "df-quad"), strengths(Qbaf([0.2, 0.3], calm), "df-quad")
    assert (together.method, alone.method) == ("damped", "discrete")
    assert together.values[:2] == pytest.approx(alone.values, abs=1e-8)
    # Shortly after the others began again, with smaller steps, it is where it was.
    early = strengths(both, "df-quad", max_steps=together.iterations - 5)
    assert (early.method, early.is_converged) == ("damped", False)
    assert early.values[:2] == pytest.approx(alone.values, abs=1e-6)
    restarted = strengths(both, "df-quad", max_steps=33)
    assert restarted.values[2:].tolist() == [0.9] * 4
    assert restarted.values[:2] == pytest.approx(alone.values, abs=1e-8)


@given(drawn=graphs(most=10))
@settings(max_examples=40)
def test_components_are_what_hangs_together(drawn):
    if not drawn.weights:
        return
    groups = [{place} for place in range(len(drawn.weights))]
    for a, b in set().union(*drawn[1:]):
        joined = next(group for group in groups if a in group) | next(group for group in groups if b in group)
        groups = [group for group in groups if not group & joined] + [joined]
    numbers = _components(drawn.qbaf(), 0)
    assert len(set(numbers.tolist())) == len(groups)
    assert all(len({numbers[place] for place in group}) == 1 for group in groups)


def test_counting_looks_at_the_whole_graph():
    assert strengths(Qbaf([1, 1], [(1, 0)]), "counting").values[0] == pytest.approx(0.1)
    beside = Qbaf([1, 1, 1, 1, 1], [(1, 0), (3, 2), (4, 2)])
    assert strengths(beside, "counting").values[0] == pytest.approx(0.55)


@pytest.mark.parametrize("name", ALL)
@given(drawn=graphs(), outside=st.lists(st.tuples(st.integers(0, 7), st.booleans()), max_size=3))
@settings(max_examples=15)
def test_what_is_acted_on_does_not_matter(name, drawn, outside):
    """Directionality: a node that only is acted on changes nothing elsewhere."""
    if name == "counting" or not drawn.weights:
        return
    last = len(drawn.weights)
    ends = [(source % last, is_attack) for source, is_attack in outside]
    attacks = drawn.attacks | {(source, last) for source, is_attack in ends if is_attack}
    supports = drawn.supports | {(source, last) for source, is_attack in ends if not is_attack}
    more = Qbaf([*drawn.weights, 0.5], sorted(attacks), sorted(supports), sorted(drawn.needs))
    here, there = strengths(drawn.qbaf(), name, max_steps=400), strengths(more, name, max_steps=400)
    assert there.values[:last] == pytest.approx(here.values, abs=1e-12)


@pytest.mark.parametrize("name", ALL)
def test_graphs_of_next_to_nothing(name):
    empty = strengths(Qbaf([]), name)
    assert (len(empty.values), empty.is_converged, empty.notes) == (0, True, ())
    assert strengths(Qbaf([0.3]), name).values.tolist() == [0.3]
    itself = strengths(Qbaf([0.8], [(0, 0)]), name)
    assert itself.is_converged
    assert 0 < itself.values[0] < 0.8
    assert SEMANTICS[name].update(Qbaf([0.8], [(0, 0)]), itself.values) == pytest.approx(itself.values, abs=1e-8)


def test_wide_and_deep_graphs():
    """Levels as arrays, then a long chain, then a circle and what lies behind it, against a step over the whole."""
    rng = np.random.default_rng(7)
    wide = [(a, b) for a in range(300, 600) for b in rng.integers(0, 300, 2)]
    chain = [(600, 400), *((place + 1, place) for place in range(600, 900))]
    circle = [(0, 901), (901, 902), (902, 901), (902, 903), (903, 904), (901, 904)]
    graph = Qbaf(rng.random(905), wide[::2] + chain + circle, wide[1::2], [(5, 904), (6, 904)])
    for name, semantics in SEMANTICS.items():
        found = strengths(graph, name)
        whole = graph if semantics.counts_supports else graph.without_supports()
        assert semantics.update(whole, found.values) == pytest.approx(found.values, abs=1e-8)
    placed = order.order_of(graph)
    assert sorted(placed.positions.tolist()) == list(range(905))
    start, stop = placed.circular
    assert sorted(placed.positions[start:stop].tolist()) == [901, 902]


def test_supports_that_do_not_count_are_noted():
    graph = Qbaf([0.5, 0.5, 0.5], [(1, 0)], [(2, 0)])
    found = strengths(graph, "h-categoriser")
    assert found.notes == ("The weighted h-categoriser semantics knows attacks only: 1 support is left out.",)
    assert found.values[0] == pytest.approx(1 / 3)
    assert not strengths(graph, "euler").notes


@pytest.mark.parametrize("weight", [-0.1, 1.1, float("nan"), float("inf"), 7])
def test_weights_out_of_range(weight):
    with pytest.raises(ModelError, match="The weight at position 1 is .*; give a number from 0 to 1"):
        Qbaf([0.5, weight])


def test_bad_calls():
    with pytest.raises(ModelError, match="positions go from 0 to 1"):
        Qbaf([0.5, 0.5], [(0, 2)])
    with pytest.raises(ModelError, match="pairs of whole numbers"):
        Qbaf([0.5, 0.5], [(0.5, 1.0)])
    with pytest.raises(UnknownNameError, match="'quadratic-enrgy'. Did you mean 'quadratic-energy'"):
        strengths(Qbaf([]), "quadratic-enrgy")
    with pytest.raises(UnknownNameError, match="There are: quadratic-energy, df-quad"):
        named("xyz")
    with pytest.raises(ModelError, match="no method 'discreet'. Did you mean 'discrete'"):
        strengths(Qbaf([]), method="discreet")
    for wrong in ({"tolerance": 0}, {"tolerance": float("nan")}, {"max_steps": 0}, {"damping": 1}, {"damping": -1}):
        with pytest.raises(ModelError, match="cannot be"):
            strengths(Qbaf([]), **wrong)


def test_every_semantics_says_what_it_is():
    for name, semantics in SEMANTICS.items():
        assert named(name) is named(semantics.title) is named(name.upper()) is named(semantics) is semantics
        assert semantics.meaning.endswith(".")
        assert any(sign.isdigit() for sign in semantics.source)
    assert named("h-categorizer").name == "h-categoriser"
