"""`camps`: against all extensions of the whole framework, and against all admissible sets."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import datasets
from argmap.errors import ArgmapError, UnknownNameError
from argmap.evaluate.framework import translate
from argmap.evaluate.network import SUPPORTS, network_of
from argmap.model import ArgumentMap
from tests.evaluate.definition import tangles
from tests.evaluate.reasons import GOLDEN
from tests.evaluate.reasons.verifier import Defined
from tests.golden import check_golden
from tests.maps import maps

readings = st.sampled_from(sorted(SUPPORTS))
semantics_names = st.sampled_from(
    ["preferred", "preferred", "stable", "complete", "semi-stable", "ideal", "eager", "grounded"]
)


@settings(max_examples=80)
@given(st.one_of(maps(), tangles()), readings, semantics_names)
def test_they_are_the_extensions(m, support, semantics):
    camps = m.camps(semantics, support=support, most=10_000)
    found = translate(m, support=support)
    ids = [record.id for record in m]
    extensions = {frozenset(found.lacks.keys() & each) for each in found.framework.extensions(semantics)}
    held = [frozenset(camp.held) for camp in camps]
    assert camps.is_complete
    assert len(held) == len(set(held)) == camps.total
    assert set(held) == extensions
    if held:
        assert list(camps.shared) == [name for name in ids if all(name in each for each in held)]
    for camp in camps:
        assert set(camp.own) == set(camp.held).difference(camps.shared)
        assert {name for name, status in camp.statuses.items() if status == "accepted"} == set(camp.held)
        assert any(
            found.labels(each)
            == {n: {"accepted": "in", "rejected": "out"}.get(s, "undecided") for n, s in camp.statuses.items()}
            for each in found.framework.extensions(semantics)
        )
    kept = {frozenset(camps.telling) & each for each in held}
    assert len(kept) == len(held)
    if len(ids) <= 8:
        for size in range(len(camps.telling)):
            for some in combinations(ids, size):
                assert len({frozenset(some) & each for each in held}) < len(held)


@settings(max_examples=40)
@given(tangles(), readings)
def test_they_are_the_largest_admissible_sets(m, support):
    network = network_of(m, support=support)
    if len(network) > 10:
        return
    sets = Defined(network).sets()
    largest = {frozenset(each & set(network.ids)) for each in sets if not any(each < other for other in sets)}
    assert {frozenset(camp.held) for camp in m.camps(support=support)} == largest


@pytest.mark.parametrize("name", ["open_vs_closed", "school_uniforms", "wet_street"])
def test_sentences(name):
    check_golden(GOLDEN / f"camps-{name}.txt", f"{datasets.load(name).camps()}\n")


def quarrels(count: int) -> ArgumentMap:
    m = ArgumentMap()
    for number in range(count):
        m.relate(m.claim(f"Yes {number}"), "contradictory", m.claim(f"No {number}"))
    return m


def test_very_many_are_counted_and_some_are_listed():
    camps = quarrels(100).camps(most=5)
    assert camps.total == 2**100
    assert len(camps) == len(list(camps)) == 5
    assert camps.is_complete
    assert len(camps.telling) == 100
    assert "The first 5 are listed" in str(camps)
    assert camps[0].held[0] == camps[1].held[0]


def test_a_question_with_too_many_answers_is_cut():
    m = ArgumentMap()
    claims = [m.claim(f"Claim {number}") for number in range(12)]
    for one, other in combinations(claims, 2):
        m.relate(one, "contradictory", other)
    camps = m.camps(most=7)
    assert (camps.total, camps.is_complete) == (7, False)
    assert camps.sentences[0].startswith("At least 7 positions")
    assert m.camps().is_complete


def test_no_position():
    m = ArgumentMap()
    liar = m.claim("I lie")
    m.relate(liar, "attack", liar)
    assert str(m.camps("stable")) == "There is no position that can be held."
    assert str(m.camps()) == "1 position can be held. It holds 0 of 1 claims and arguments."
    assert str(ArgumentMap().camps()) == "1 position can be held. It holds 0 of 0 claims and arguments."


def test_wrong_calls():
    with pytest.raises(UnknownNameError, match="preferred"):
        quarrels(1).camps("prefered")
    with pytest.raises(ArgmapError, match="gives no reasons"):
        quarrels(1).camps("naive")
    with pytest.raises(ArgmapError, match="at least 1 position"):
        quarrels(1).camps(most=0)


def test_pictures_and_data(tmp_path):
    camps = datasets.load("school_uniforms").camps()
    assert camps[0].view().status["Uniform"] == "accepted"
    assert camps[1].view().status["Uniform"] == "rejected"
    assert camps[1].render(tmp_path / "camp.svg").stat().st_size > 1000
    (question,) = camps.to_data()["questions"]
    assert question["answers"] == [["Uniform"], ["No uniform"]]
    assert question["telling"] == ["Uniform"]
