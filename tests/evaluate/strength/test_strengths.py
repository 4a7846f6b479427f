"""Strengths of maps: what acts on what, where weights come from, and the result."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.errors import ArgmapError, ModelError, UnknownNameError
from argmap.evaluate.gradual import SEMANTICS
from argmap.evaluate.strength.bipolar import MapGraph
from argmap.evaluate.strength.weights import INFERENCE, UNIFORM, WEIGHTS, Weights, share
from argmap.model import RelationKind
from tests.evaluate.gradual import reference
from tests.maps import maps

KINDS = sorted(WEIGHTS)


def slow(m, formula):
    """Solve a map by its records: names for positions, an inner step as the pair of its argument and its number."""
    weights, attacks, supports, needs = {}, set(), set(), set()
    inner = set()
    for record in m:
        weights[record.id] = INFERENCE if getattr(record, "premises", ()) else UNIFORM
    for argument in m.arguments:
        last = len(argument.steps) - 1
        for number, step in enumerate(argument.steps):
            node = argument.id if number == last else (argument.id, number)
            if number < last:
                inner.add(node)
                weights[node] = weights[argument.id]
            needs |= {(premise, node) for premise in (step.premises if number < last else argument.premises)}
            if number:
                before = argument.steps[number - 1]
                needs |= {((argument.id, number - 1), node), (before.conclusion, node)}
            supports.add((node, step.conclusion))
    for relation in m.relations:
        if relation.kind in (RelationKind.SUPPORT, RelationKind.ENTAILS):
            supports.add((relation.source, relation.target))
            continue
        aim = (relation.target, relation.step)
        attacks.add((relation.source, aim if aim in inner else relation.target))
        if relation.kind in (RelationKind.CONTRARY, RelationKind.CONTRADICTORY):
            attacks.add((relation.target, relation.source))
    place = {node: number for number, node in enumerate(weights)}
    edges = [{(place[a], place[b]) for a, b in each} for each in (attacks, supports, needs)]
    found, moved = reference.solve(formula, list(weights.values()), *edges, step=0.2, rounds=200)
    return {node: found[number] for node, number in place.items() if isinstance(node, str)}, moved


@given(m=maps())
@settings(max_examples=40)
def test_maps_agree_with_their_records(m):
    found = m.strengths("df-quad", method="discrete", damping=0.8, max_steps=201, tolerance=1e-300)
    expected, _ = slow(m, reference.FORMULAS["df-quad"])
    if found.method == "one pass":
        assert dict(found) == pytest.approx(expected, abs=1e-9)
    else:  # what lies before circles was exact from the start, so the way there differs
        assert dict(found) == pytest.approx(expected, abs=0.05)
    assert list(found) == [record.id for record in m]


def test_inner_steps():
    m = argmap.parse("""
[Pay]: The state pays.

<Tram>

(1) It is quick.
(2) Quick things are used.
----
(3) It is used.
(4) Used things pay.
----
(5) It pays.
  _ <Doubt>
""").map
    (argument,) = [each for each in m.arguments if each.steps]
    first, last = argument.steps
    given_weights = dict(zip([*first.premises, last.premises[0], first.conclusion], [0.9, 0.8, 0.7, 0.4], strict=True))
    # Step 1: the weakest of 0.9 and 0.8; it lifts its conclusion by 0.8 of the way, and the last step needs that and 0.7.
    found = m.strengths("df-quad", weights=given_weights)
    assert found[first.conclusion] == pytest.approx(0.4 + 0.6 * 0.8)
    doubted = 0.7 * 0.5  # an undercut that names no step aims at the last one
    assert found["Tram"] == pytest.approx(doubted)
    m.relate(m.claim("Is it?", title="Question"), "undercut", "Tram", step=0)
    found = m.strengths("df-quad", weights=given_weights)
    assert found[first.conclusion] == pytest.approx(0.4 + 0.6 * 0.4)
    assert found["Tram"] == pytest.approx(doubted * 0.4 / 0.7)


def test_relations_act_as_they_are_named():
    m = argmap.ArgumentMap()
    a, b = m.claim("A", title="A"), m.claim("B", title="B")
    for kind, here, there in (
        ("support", 0.5, 0.75),
        ("entails", 0.5, 0.75),
        ("attack", 0.5, 0.25),
        ("contrary", 1 / 3, 1 / 3),
        ("contradictory", 1 / 3, 1 / 3),
    ):
        other = m.copy()
        other.relate(a, kind, b)
        found = other.strengths("df-quad")
        assert (found["A"], found["B"]) == pytest.approx((here, there), abs=1e-8)


def test_declared_weights():
    m = argmap.ArgumentMap()
    m.claim("A", title="A", data={"weight": 0.2, "probability": 0.9})
    m.claim("B", title="B", data={"probability": 0.9})
    m.claim("C", title="C", data={"weight": "much", "probability": 0.3})
    m.claim("D", title="D", data={"weight": 70})
    m.claim("E", title="E")
    m.argument("F", title="F", data={"probability": 0.9, "weight": 1})
    found = m.strengths(weights="declared")
    assert dict(found.weights) == {"A": 0.2, "B": 0.9, "C": 0.3, "D": 0.5, "E": 0.5, "F": 1.0}
    assert found.notes == (
        "The weight of 'C' is not a number from 0 to 1; it starts from 0.5.",
        "The weight of 'D' is not a number from 0 to 1; it starts from 0.5.",
        "1 claim or argument has no weight of this kind; claims and sketches start from 0.5, inferences from 1.",
    )


def test_weights_of_steps():
    m = argmap.parse("""
<Tram>

(1) It is quick.
-- Rule {weight: 0.3} --
(2) It is used.
-- Rule {weight: 0.6} --
(3) It pays.
""").map
    weights = Weights(m, "declared")
    tram = m["Tram"]
    assert (weights.of_step(tram, 0), weights.of(tram)) == (0.3, 0.6)
    assert MapGraph(m, weights).graph.weights.tolist() == [0.5, 0.5, 0.5, 0.6, 0.3]
    weights = Weights(m, {"Tram": 0.4})
    assert (weights.of_step(tram, 0), weights.of(tram)) == (0.4, 0.4)


@pytest.mark.parametrize(
    ("votes", "weight"),
    [
        ({"for": 10, "against": 3}, 10 / 13.1),
        ({"for": 10}, 10 / 10.1),
        ({"against": 2}, 0),
        ({"for": 0, "against": 0}, 0),
        ({}, None),
        ({"for": -1, "against": 3}, None),
        ({"for": True, "against": 3}, None),
        ({"for": "ten", "against": 3}, None),
        ({"for": 10**400, "against": 3}, None),
        ({"for": 1, "again": 3}, None),
        (7, None),
        ([1, 2], None),
    ],
)
def test_votes(votes, weight):
    m = argmap.ArgumentMap()
    m.claim("A", title="A", data={"votes": votes})
    found = m.strengths("social", weights="votes")
    assert found["A"] == pytest.approx(0.5 if weight is None else weight)
    wrong = "The votes of 'A' are not of the form {for: 10, against: 3}; it starts from 0.5."
    assert found.notes == (() if weight is not None else (wrong,))


def test_sources():
    sources = {"good": {"title": "G", "quality": 0.9}, "bad": {"quality": 0.1}, "odd": {"quality": "?"}, "bare": "B"}
    m = argmap.ArgumentMap(data={"sources": sources})
    for name, cites in (("A", ["bad", "good"]), ("B", "bad"), ("C", "odd"), ("D", ["bare", "missing"]), ("E", None)):
        m.claim(name, title=name, data={"cites": cites})
    found = m.strengths(weights="sources")
    assert dict(found.weights) == {"A": 0.9, "B": 0.1, "C": 0.5, "D": 0.5, "E": 0.5}
    assert found.notes[0] == "The quality of source 'odd' of 'C' is not a number from 0 to 1; it starts from 0.5."
    assert found.notes[1].startswith("2 claims and arguments have no weight of this kind")


def test_given_weights():
    m = argmap.ArgumentMap()
    gate = m.claim("A gate", title="Gate")
    given_weights = {gate: np.float64(0.8), "Gaet": 0.1, 7: 0.5, "[Gate]": 0.9}
    found = m.strengths(weights=given_weights)
    assert found["Gate"] == 0.9
    assert found.notes == (
        "There is a weight for 'Gaet', and no such claim or argument. Did you mean 'Gate'?",
        "There is a weight for 7, and no such claim or argument.",
    )
    many = m.strengths(weights={f"x{number}": 0.5 for number in range(9)})
    assert many.notes[5:] == (
        "4 more weights could not be used either.",
        "Nothing in the map has a weight of this kind; all start as if nothing were known.",
    )


@given(
    value=st.one_of(st.floats(), st.integers(), st.text(max_size=3), st.none(), st.booleans(), st.lists(st.floats()))
)
@settings(max_examples=60)
def test_hostile_weights(value):
    m = argmap.ArgumentMap()
    m.claim("A", title="A")
    found = m.strengths(weights={"A": value})
    assert found["A"] == (0.5 if share(value) is None else value)
    assert bool(found.notes) == (share(value) is None)


@pytest.mark.parametrize("kind", KINDS)
@given(m=maps(max_claims=3))
@settings(max_examples=12)
def test_any_map_has_strengths(kind, m):
    for name in ("quadratic-energy", "card-based"):
        found = m.strengths(name, weights=kind, max_steps=50)
        assert len(found) == len(m)
        assert all(0 <= each <= 1 for each in found.values())
        assert len(str(found).splitlines()) == len(m) + 1
        json.dumps(found.to_data())


def test_bad_calls():
    m = argmap.ArgumentMap()
    m.claim("A", title="Gate")
    with pytest.raises(UnknownNameError, match="no weights called 'declraed'. Did you mean 'declared'"):
        m.strengths(weights="declraed")
    with pytest.raises(UnknownNameError, match="Use one of: uniform, declared, votes, sources"):
        m.strengths(weights="")
    with pytest.raises(ModelError, match="not int"):
        m.strengths(weights=3)
    with pytest.raises(UnknownNameError, match="no gradual semantics 'grounded'"):
        m.strengths("grounded")
    with pytest.raises(UnknownNameError, match="'Gaet' in the map. Did you mean 'Gate'"):
        m.strengths()["Gaet"]
    with pytest.raises(ArgmapError):
        m.strengths(tolerance=2)


def test_the_result_is_a_value():
    m = argmap.ArgumentMap()
    m.relate(m.claim("A", title="A"), "attack", m.claim("B\x1b", title="B\x1b[2J"))
    found = m.strengths("h-categoriser")
    assert isinstance(found, argmap.Strengths)
    assert found == m.strengths("h-categoriser")
    assert found != m.strengths("euler")
    assert "\x1b" not in str(found)
    assert repr(found) == "<Strengths (weighted h-categoriser): 2 claims and arguments>"
    assert "not converged" in repr(argmap.Strengths({}, is_converged=False))
    assert len(argmap.ArgumentMap().strengths()) == 0


def test_a_picture_shows_them():
    m = argmap.ArgumentMap()
    m.relate(m.claim("A", title="A"), "attack", m.claim("B", title="B"))
    found = m.strengths()
    shown = m.view(strength=found)
    assert shown.strength == dict(found)
    assert "strength" in shown.show
    assert m.to_dot(view=shown) != m.to_dot()


def test_each_semantics_moves_a_thesis_towards_its_reasons():
    m = argmap.datasets.open_vs_closed()
    for name in SEMANTICS:
        found = m.strengths(name)
        assert found.is_converged
        assert all(0 <= each <= 1 for each in found.values())
