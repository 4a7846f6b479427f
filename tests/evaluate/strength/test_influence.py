"""Influence: by removal against maps without the record, by gradient against other weights."""

from __future__ import annotations

import json

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import argmap
from argmap.errors import UnknownNameError
from argmap.evaluate import influence as module_of
from argmap.evaluate.gradual import SEMANTICS, withdrawal
from tests.maps import maps

BIPOLAR = [name for name, semantics in SEMANTICS.items() if semantics.counts_supports]
LOCAL = sorted(set(SEMANTICS) - {"counting"})


@st.composite
def debates(draw):
    """A map of claims, in which relations go from later ones to earlier ones, or also back."""
    m = argmap.ArgumentMap()
    count = draw(st.integers(2, 7))
    for number in range(count):
        m.claim(f"Claim {number}", title=f"T{number}")
    position = st.integers(0, count - 1)
    is_acyclic = draw(st.booleans())
    for a, b, is_attack in draw(st.lists(st.tuples(position, position, st.booleans()), max_size=10)):
        if a != b:
            source, target = (max(a, b), min(a, b)) if is_acyclic else (a, b)
            m.relate(f"T{source}", "attack" if is_attack else "support", f"T{target}")
    return m


@pytest.mark.parametrize("name", LOCAL)
@given(m=debates())
@settings(max_examples=12)
def test_removal_is_the_map_without_it(name, m):
    whole = m.strengths(name)
    assume(whole.is_converged)
    found = m.influence("T0", name)
    assert found.strength == pytest.approx(whole["T0"], abs=1e-7)
    for record in list(m.claims)[1:]:
        less = m.copy()
        less.remove(record)
        alone = less.strengths(name)
        if alone.is_converged and alone.method != "damped":
            assert found[record.id] == pytest.approx(alone["T0"] - whole["T0"], abs=1e-6)


def tram():
    m = argmap.ArgumentMap()
    thesis = m.claim("Build it", title="Build")
    quick = m.claim("It is quick", title="Quick")
    m.support([quick, m.claim("Quick is good", title="Good")], thesis, title="Speed")
    m.relate(m.claim("It is not", title="Slow"), "attack", quick)
    m.claim("The sky is blue", title="Sky")
    return m


def test_an_argument_falls_with_its_premise():
    m = tram()
    found = m.influence("Build", "df-quad")
    without = m.copy()
    without.remove("Speed")
    gone = without.strengths("df-quad")["Build"] - m.strengths("df-quad")["Build"]
    assert found["Quick"] == found["Good"] == found["Speed"] == pytest.approx(gone) == -0.125
    assert found["Slow"] == 0.125
    assert found["Sky"] == 0
    assert found.most == ("Quick", "Good", "Slow", "Speed")
    assert list(found)[-1] == "Sky"
    assert str(found).splitlines()[-2:] == [
        "Without 'Speed', 'Build' would fall by 0.125, from 0.625 to 0.500.",
        "1 other changes nothing.",
    ]


def test_many_copies_are_made_in_batches(monkeypatch):
    m = argmap.datasets.open_vs_closed()
    thesis = m.roots()[0]
    found = m.influence(thesis)
    assert found.most
    monkeypatch.setattr(withdrawal, "_MOST_AT_ONCE", 1)
    assert dict(m.influence(thesis)) == pytest.approx(dict(found), abs=1e-9)


@pytest.mark.parametrize("name", BIPOLAR)
def test_gradient_is_the_slope(name):
    m = tram()
    m.relate("Build", "attack", m.claim("Leave it", title="Leave"))
    m.relate("Leave", "attack", "Build")
    weights = {"Build": 0.4, "Quick": 0.7, "Good": 0.65, "Slow": 0.3, "Speed": 0.8, "Leave": 0.45, "Sky": 0.2}
    found = m.influence("Build", name, by="gradient", weights=weights)
    for other in weights:
        if other != "Build":
            moved = [
                m.strengths(name, weights={**weights, other: weights[other] + step})["Build"] for step in (-1e-4, 1e-4)
            ]
            assert found[other] == pytest.approx((moved[1] - moved[0]) / 2e-4, abs=1e-4)


def test_inner_steps_count_with_their_argument():
    m = argmap.parse("""
<Tram>

(1) It is quick.
----
(2) [Used]: It is used.
----
(3) [Pays]: It pays.
""").map
    weights = {"C1": 0.9, "Tram": 0.5, "Used": 0.8, "Pays": 0.3}
    weights = {name: weights.get(name, 0.9) for name in (record.id for record in m)}
    found = m.influence("Used", "df-quad", by="gradient", weights=weights)
    # The first step is as strong as the argument, and lifts its conclusion by that share of what is left.
    assert found["Tram"] == pytest.approx(1 - 0.8)
    assert m.influence("Used", "df-quad", weights=weights)["Tram"] == pytest.approx(-0.1)
    # The last step is no stronger than itself or the first one: their weight is one.
    assert m.influence("Pays", "df-quad", by="gradient", weights=weights)["Tram"] == pytest.approx(1 - 0.3)


@pytest.mark.parametrize("by", ["removal", "gradient"])
@given(m=maps(max_claims=3))
@settings(max_examples=12)
def test_any_map_has_influence(by, m):
    for record in list(m)[:2]:
        found = m.influence(record, by=by, max_steps=50)
        assert set(found) == {other.id for other in m} - {record.id}
        sizes = [abs(each) for each in found.values()]
        assert sizes == pytest.approx(sorted(sizes, reverse=True), abs=1e-11)
        assert str(found)
        json.dumps(found.to_data())


def test_words():
    m = argmap.ArgumentMap()
    m.claim("A", title="A")
    assert str(m.influence("A")) == "Nothing has any influence on 'A'."
    assert isinstance(m.influence("A"), argmap.Influence)
    assert repr(tram().influence("Build")) == "<Influence on 'Build' by removal: 4 of 5 have any>"
    assert tram().influence("Build", "h-categoriser").notes == (
        "The weighted h-categoriser semantics knows attacks only: 1 support is left out.",
    )


def test_bad_calls():
    with pytest.raises(UnknownNameError, match="'Biuld' in this map. Did you mean 'Build'"):
        tram().influence("Biuld")
    with pytest.raises(UnknownNameError, match="measured by 'remove'. Did you mean 'removal'"):
        tram().influence("Build", by="remove")
    with pytest.raises(UnknownNameError, match="no other claim or argument 'Build'"):
        tram().influence("Build")["Build"]
    assert module_of(tram(), "Build").thesis == "Build"
