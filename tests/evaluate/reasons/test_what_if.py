"""`what_if` and `critical`: against maps that are changed in fact, and against all subsets."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import datasets
from argmap.errors import ArgmapError, UnknownNameError
from argmap.evaluate.network import SUPPORTS
from argmap.model import Argument, ArgumentMap
from tests.evaluate.definition import tangles
from tests.evaluate.reasons import GOLDEN
from tests.evaluate.reasons.test_why import flagship
from tests.golden import check_golden
from tests.maps import maps

readings = st.sampled_from(sorted(SUPPORTS))


@settings(max_examples=60)
@given(st.one_of(maps(), tangles()), readings, st.sampled_from(["grounded", "preferred"]), st.data())
def test_a_rebuttal_is_as_good_as_one_in_the_map(m, support, semantics, data):
    if not len(m):
        return
    ids = [record.id for record in m]
    chosen = data.draw(st.lists(st.sampled_from(ids), min_size=1, max_size=2, unique=True))
    before = m.copy()
    found = m.what_if(semantics, rebut=chosen, support=support)
    assert m == before
    is_cited = any(m.citations(name) for name in ids)
    for name in chosen:
        m.relate(m.claim("So it is.", data={"cites": "somebody"} if is_cited else None), "attack", name)
    after = m.evaluate(semantics, support=support)
    assert dict(found.after) == {name: after[name] for name in ids}
    assert {change.id for change in found.changes} == {
        name for name in ids if found.before[name] != after[name] and name not in chosen
    }


@settings(max_examples=60)
@given(st.one_of(maps(), tangles()), st.sampled_from(["necessary", "none"]), st.data())
def test_to_withdraw_is_to_make_all_of_it_fall(m, support, data):
    if not len(m):
        return
    ids = [record.id for record in m]
    name = data.draw(st.sampled_from(ids))
    found = m.what_if(remove=name, support=support)
    no = m.claim("No.")
    m.relate(no, "attack", name)
    record = m[name]
    if isinstance(record, Argument):
        for number in range(len(record.steps)):
            m.relate(no, "undercut", record, step=number)
    after = m.evaluate(support=support)
    if not any(
        relation.kind == "entails" for relation in m.relations
    ):  # what entails something falls with it if attacked
        assert dict(found.after) == {name: after[name] for name in ids}


@settings(max_examples=50)
@given(st.one_of(maps(), tangles()), readings, st.data())
def test_attacks_on_what_is_accepted_do_not_count(m, support, data):
    if not len(m):
        return
    ids = [record.id for record in m]
    name = data.draw(st.sampled_from(ids))
    found = m.what_if(accept=name, support=support)
    for relation in [each for each in m.relations if each.kind.is_negative]:
        if relation.kind.is_symmetric and relation.source == name != relation.target:
            m.remove(relation)
            m.relate(name, "attack", relation.target)
        elif relation.kind.is_symmetric and relation.target == name != relation.source:
            m.remove(relation)
            m.relate(name, "attack", relation.source)
        elif relation.target == name:
            m.remove(relation)
    after = m.evaluate(support=support)
    assert dict(found.after) == {name: after[name] for name in ids}


def by_all_subsets(
    m: ArgumentMap, thesis: str, semantics: str, how: str, support: str, to: str | None
) -> set[frozenset[str]]:
    """The smallest sets that flip a verdict, by trying every set, smaller ones first."""
    others = [record.id for record in m if record.id != thesis]
    before = m.evaluate(semantics, support=support)[thesis]
    found: set[frozenset[str]] = set()
    if to == before:
        return found
    for size in range(1, min(len(others), 3) + 1):
        for chosen in combinations(others, size):
            some = frozenset(chosen)
            if not any(flip <= some for flip in found):
                after = m.what_if(semantics, support=support, **{how: chosen}).after[thesis]
                if after == to if to else after != before:
                    found.add(some)
    return found


@settings(max_examples=50)
@given(
    st.one_of(maps(max_claims=4), tangles()),
    st.sampled_from(["grounded"] * 4 + ["preferred", "complete", "stable", "ideal"]),
    st.sampled_from(["remove", "rebut"]),
    readings,
    st.sampled_from([None, None, "accepted", "rejected", "undecided"]),
    st.data(),
)
def test_the_smallest_sets_are_those_of_a_search_through_all(m, semantics, how, support, to, data):
    if not 0 < len(m) <= (9 if semantics == "grounded" else 6):
        return
    thesis = data.draw(st.sampled_from([record.id for record in m]))
    found = m.critical(
        thesis, semantics=semantics, how=how, support=support, to=to, most=10_000, largest=3, time_limit=None
    )
    sets = [frozenset(flip.ids) for flip in found]
    assert len(sets) == len(set(sets))
    assert sorted(map(len, sets)) == list(map(len, sets))
    assert set(sets) == by_all_subsets(m, thesis, semantics, how, support, to)
    for flip in found:
        assert m.what_if(semantics, support=support, **{how: flip.ids}).after[thesis] == flip.status
    if found.is_complete:
        assert not [some for some in sets if len(some) > 3]


@pytest.mark.parametrize(
    ("name", "claim", "options"),
    [
        ("safety", "Safety", {}),
        ("bad-actors", "Bad actors will find a way", {"how": "rebut"}),
        ("keep-closed", "Keep closed", {"to": "accepted", "largest": 2}),
        ("leaked-soon", "Leaked soon", {"semantics": "preferred", "how": "rebut", "most": 4}),
    ],
)
def test_sentences(name, claim, options):
    m = flagship() if name in ("safety", "bad-actors") else datasets.load("open_vs_closed")
    check_golden(GOLDEN / f"critical-{name}.txt", f"{m.critical(claim, **options)}\n")


def test_sentences_of_a_supposition():
    m = flagship()
    assert str(m.what_if(remove=["Ease matters", "Few are determined"])) == (
        "Suppose that “Ease matters” and “Few are determined” are withdrawn.\n"
        "Then “Gate not worth it”, “Gate stops nobody” and “Bad actors will find a way” stand; they fell before.\n"
        "Then “Keep closed”, “Gate works”, “Safety” and “How easy should it be?” fall; they stood before."
    )
    assert m.what_if(rebut="Idle measure").sentences == (
        "Suppose that “Idle measure” is rebutted.",
        "Nothing else changes.",
    )
    assert m.what_if().sentences == ("Suppose that all stays as it is.", "Nothing else changes.")
    assert m.what_if(remove="Safety", rebut="Great harm", accept="Gate works").sentences[0] == (
        "Suppose that “Safety” is withdrawn and “Great harm” is rebutted and attacks on “Gate works” do not count."
    )


def test_nothing_flips_a_bare_claim():
    m = ArgumentMap()
    m.claim("It rains.")
    found = m.critical()
    assert (found.sets, found.is_complete, found.thesis) == ((), True, "C1")
    assert str(found).startswith("“It rains” stands. No set was found")


def test_it_is_lazy_and_goes_on():
    m = ArgumentMap()
    thesis = m.claim("Thesis")
    for number in range(3):
        m.relate(m.claim(f"{number}"), "attack", thesis)
    found = m.critical(thesis, to="accepted")
    assert not found.reason
    assert next(iter(found)).ids == ("C2", "C3", "C4")
    assert found.sets == tuple(found)
    assert found.is_complete


def test_what_follows_can_be_rebutted_though_nothing_rests_on_it():
    m = ArgumentMap()
    rain, wet = m.claim("It rains", title="Rain"), m.claim("The street is wet", title="Wet")
    m.relate(rain, "entails", wet)
    assert m.critical(rain, how="rebut").sets == ((("Wet",), "rejected"),)
    assert m.critical(rain, how="remove").sets == ()


def test_a_large_set_is_found_at_once():
    m = ArgumentMap()
    thesis = m.claim("Thesis")
    for number in range(40):
        attacker = m.claim(f"{number}")
        m.relate(thesis, "contradictory", attacker)
        m.relate(attacker, "contradictory", m.claim(f"Against {number}"))
    (only,) = m.critical(thesis, to="accepted")
    assert only.ids == tuple(attacker.id for attacker in m.attacks_on(thesis))


def test_a_time_limit_says_what_is_known():
    m = datasets.load("open_vs_closed")
    for semantics in ("grounded", "preferred"):
        found = m.critical("Keep closed", semantics=semantics, time_limit=0)
        assert found.sets == ()
        assert not found.is_complete
        assert found.reason.startswith("Time ran out before")
    assert str(m.critical("Keep closed", semantics="preferred", time_limit=0)).startswith("Time ran out before")


def test_wrong_calls():
    m = flagship()
    with pytest.raises(UnknownNameError, match="Did you mean 'Safety'"):
        m.what_if(remove="Safty")
    with pytest.raises(UnknownNameError, match="Did you mean 'remove'"):
        m.critical("Safety", how="removed")
    with pytest.raises(UnknownNameError, match="Did you mean 'rejected'"):
        m.critical("Safety", to="reject")
    with pytest.raises(ArgmapError, match="theses"):
        m.critical()
    with pytest.raises(ArgmapError, match="gives no reasons"):
        m.critical("Safety", semantics="naive")
    with pytest.raises(ArgmapError, match="at least 1 set"):
        m.critical("Safety", most=0)
    with pytest.raises(UnknownNameError, match="one of: accepted, rejected, undecided"):
        m.critical("Safety", to="no")


def test_pictures_and_data(tmp_path):
    m = flagship()
    found = m.what_if(remove="Ease matters")
    assert found.render(tmp_path / "a.svg").stat().st_size > 1000
    assert found.view().status["Safety"] == "rejected"
    assert found.to_data()["changes"][0] == {"id": "Keep closed", "before": "accepted", "after": "rejected"}
    data = m.critical("Gate works", most=1).to_data()
    assert data["sets"] == [{"ids": ["Few are determined"], "status": "rejected"}]
    assert not data["is_complete"]
