"""What all audiences together accept, and who accepts what: against the definitions, and in examples of the literature."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import ArgumentMap, UnknownNameError, datasets, parse
from argmap.evaluate import Acceptance, succeeding
from argmap.evaluate.audiences.audience import promoted
from argmap.evaluate.audiences.flipping import flip
from argmap.evaluate.network import SUPPORTS
from argmap.model.records import Argument
from tests.evaluate.audiences.definition import (
    VALUES,
    debates,
    defeats,
    rankings_of,
    statuses_by_definition,
)
from tests.maps import maps


def check_against_definition(m, semantics):
    found = m.audiences(semantics=semantics)
    per_ranking = [statuses_by_definition(m, defeats(m, ranking), semantics) for ranking in rankings_of(m)]
    for record in m:
        always = all(statuses[record.id] == "accepted" for statuses, _ in per_ranking)
        ever = any(record.id in possible for _, possible in per_ranking)
        assert (found[record.id] is Acceptance.OBJECTIVE) == always
        assert (found[record.id] is Acceptance.INDEFENSIBLE) == (not ever)
        for status in ("accepted", "rejected", "undecided"):
            share = Fraction(sum(statuses[record.id] == status for statuses, _ in per_ranking), len(per_ranking))
            assert Fraction(*found.share(record.id, status)) == share
    assert set(found.objective) <= set(found.subjective)
    assert set(found.subjective) | set(found.indefensible) == set(found)


@settings(max_examples=60)
@given(debates())
def test_all_audiences_by_definition_grounded(m):
    check_against_definition(m, "grounded")


@settings(max_examples=30)
@given(debates(most_values=4, most_claims=5))
def test_all_audiences_by_definition_preferred(m):
    pytest.importorskip("argmap.evaluate.dung.semantics")
    check_against_definition(m, "preferred")


@settings(max_examples=40)
@given(debates(most_values=3), st.sampled_from(sorted(SUPPORTS)), st.sampled_from(["grounded", "preferred", "stable"]))
def test_all_audiences_are_the_single_ones_together(m, support, semantics):
    found = m.audiences(semantics=semantics, support=support)
    every = [
        m.evaluate(semantics, support=support, audience=" > ".join(ranking) if ranking else None)
        for ranking in permutations(found.ranked)
    ]
    assert found.count == len(every)
    for name, acceptance in found.items():
        assert (acceptance is Acceptance.OBJECTIVE) == all(verdicts[name] == "accepted" for verdicts in every)
        assert (acceptance is Acceptance.INDEFENSIBLE) == (not any(name in verdicts.possible for verdicts in every))
        for status in ("accepted", "rejected", "undecided"):
            assert found.share(name, status)[0] == sum(verdicts[name] == status for verdicts in every)


@settings(max_examples=40)
@given(debates(), st.permutations(VALUES), st.integers(2, 4))
def test_an_order_for_everyone_leaves_out_the_rankings_against_it(m, order, size):
    order = order[:size]
    m.data["values"] = " > ".join(order)
    found = m.audiences(semantics="grounded")
    rest = [value for value in VALUES if value not in found.ranked]  # rankings are counted of those that matter
    kept = [
        [*ranking, *rest]
        for ranking in permutations(found.ranked)
        if [value for value in ranking if value in order] == [value for value in order if value in ranking]
    ]
    assert found.count == len(kept)
    per_ranking = [statuses_by_definition(m, defeats(m, ranking), "grounded")[0] for ranking in kept]
    for record in m:
        assert found.share(record.id)[0] == sum(statuses[record.id] == "accepted" for statuses in per_ranking)


HAL_AND_CARLA = """
<Hal may>: Whoever would die without it may use the insulin of another. {values: life}

<Not his>: Nobody may take what belongs to another. {values: property}
  -> <Hal may>

<He pays>: Hal makes good what he has taken. {values: property}
  -> <Not his>

<Too poor>: Nobody has to die for being too poor to make it good. {values: life}
  -> <He pays>
"""


def test_hal_and_carla():
    """Bench-Capon 2003: whichever value comes first, Hal may take the insulin of Carla."""
    m = parse(HAL_AND_CARLA).map
    life = m.evaluate(succeeds=succeeding(m, "life > property"))
    assert set(life.accepted) == {"Hal may", "Not his", "Too poor"}
    prop = m.evaluate(succeeds=succeeding(m, "property > life"))
    assert set(prop.accepted) == {"Hal may", "He pays", "Too poor"}
    found = m.audiences()
    assert found.objective == ("Hal may", "Too poor")
    assert found.subjective == ("Hal may", "Not his", "He pays", "Too poor")
    assert found.indefensible == ()
    assert found.who("He pays") == "whoever ranks property above life"
    assert flip(m, "Hal may", "life > property") is None
    assert flip(m, "He pays", "life > property").turned == (("property", "life"),)
    without = parse(HAL_AND_CARLA.split("<He pays>")[0]).map.audiences()
    assert without["Hal may"] is Acceptance.SUBJECTIVE
    assert without.who("Hal may") == "whoever ranks life above property"


def test_two_that_attack_each_other_for_one_value_stay_undecided():
    m = ArgumentMap()
    m.relate(m.claim("A", title="A", data={"values": "x"}), "contradictory", m.claim("B", data={"values": "x"}))
    found = m.audiences(semantics="grounded")
    assert (found.ranked, found.count) == ((), 1)
    assert found["A"] is Acceptance.INDEFENSIBLE


def test_the_flagship_divides_audiences_and_unites_them():
    m = datasets.open_vs_closed()
    positions = "Keep closed", "Release weights"
    safety, competition = (m.evaluate(succeeds=succeeding(m, name)) for name in ("safety first", "competition first"))
    assert [safety[each] for each in positions] == ["accepted", "rejected"]
    assert [competition[each] for each in positions] == ["rejected", "accepted"]
    found = m.audiences(semantics="grounded")
    assert set(found.ranked) == {"safety", "accountability", "innovation", "competition", "access", "privacy"}
    assert found.count == 720
    assert {found[each] for each in positions} == {Acceptance.SUBJECTIVE}
    assert {"No recall", "Mistakes can be mended", "Is-ought gap", "A promise needs trust"} <= set(found.objective)
    assert found.sentence("Keep closed") == (
        '"Keep closed" is accepted by whoever ranks safety or accountability above innovation, competition, access '
        "and privacy (240 of 720 rankings)."
    )
    turn = found.flip("Keep closed", "competition first")
    assert (turn.before, turn.after, turn.distance) == ("rejected", "accepted", 1)


@settings(max_examples=40)
@given(maps())
def test_any_map_has_verdicts_of_audiences(m):
    values = promoted(m)
    for name, found in values.items():
        own = m.values(name)
        inferring = [a for a in m.arguments if any(step.conclusion == name for step in a.steps)]
        assert found == (own or tuple(dict.fromkeys(value for a in inferring for value in m.values(a))))
    for record in m:
        if isinstance(record, Argument):
            assert values.get(record.id, ()) == m.values(record)
    found = m.audiences(semantics="grounded")
    assert len(found) == len(m)
    assert str(found).count("\n") >= len(m) - 1
    for name in found:
        assert sum(found.share(name, status)[0] for status in ("accepted", "rejected", "undecided")) == found.count


def test_reasons_spelt_out_carry_their_values():
    m = parse("""
<Gate>
  {values: safety}

(1) It is dangerous.
----
(2) [Close]: Close it.
  >< [Open]

<Free>
  {values: access}

(1) It is useful.
----
(2) [Open]: Open it.
""").map
    assert m.audiences("Close").who("Close") == "whoever ranks safety above access"


def test_values_that_decide_nothing_do_not_count():
    m = ArgumentMap()
    for n in range(40):
        m.claim("", title=f"c{n}", data={"values": f"v{n}"})
    m.relate("c0", "attack", "c1")
    found = m.audiences()
    assert (found.ranked, found.count) == (("v0", "v1"), 2)


def test_questions_about_what_is_not_there():
    m = parse(HAL_AND_CARLA).map
    with pytest.raises(UnknownNameError, match="Did you mean 'He pays'"):
        m.audiences("He pay")
    found = m.audiences("He pays")
    assert list(found) == list(m.audiences(m["He pays"])) == list(m.audiences([m["He pays"]])) == ["He pays"]
    with pytest.raises(UnknownNameError, match="no verdict on"):
        found.who("Hal may")
    with pytest.raises(UnknownNameError, match="no status called"):
        found.share("He pays", "acepted")
    with pytest.raises(UnknownNameError, match="reading of support"):
        m.audiences(support="necesary")
    assert repr(found) == "<AudienceVerdicts (preferred): 0 objective, 1 subjective, 0 indefensible>"
    data = found.to_data()
    assert data["verdicts"]["He pays"] == {
        "acceptance": "subjective",
        "accepted": 1,
        "who": "whoever ranks property above life",
    }
