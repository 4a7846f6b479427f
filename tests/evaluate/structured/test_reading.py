"""Maps as theories, and the verdicts on their claims and arguments."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.evaluate.structured import evaluate, theory_of
from tests.maps import maps


def read(text):
    result = argmap.parse(text)
    assert not result.diagnostics
    return result.map


def rules(m, **options):
    return [str(rule) for rule in theory_of(m, **options).rules]


def test_claims_without_reasons_are_premises_and_the_data_say_of_which_kind():
    m = read("""
[Ban]: A ban.
  + [Quiet]: Quiet lessons. {premise: ordinary, weight: 0.3}
    + [Study]: A study. {premise: axiom}
  + [Trust]: Pupils can be trusted. {premise: Assumption}
""")
    theory = theory_of(m)
    assert theory.axioms == ("Study",)
    assert theory.premises == {"Quiet": 0.3}
    assert theory.assumptions == {"Trust": 0.5}
    assert rules(m) == ["Quiet => Ban", "Study => Quiet", "Trust => Ban"]


STEPS = """
<Chain>

(1) [Rain]: It rains.
-- {weight: 0.2} --
(2) [Wet]: The street is wet.
(3) [Cold]: It freezes.
-- {inference: strict} --
(4) [Ice]: There is ice.

<Salt>: The street is salted.
  _> <Chain>
"""


def test_each_step_is_a_rule_and_goes_on_from_the_one_before():
    m = read(STEPS)
    assert rules(m) == ["Chain, step 1: Rain => Wet", "Chain, step 2: Wet, Cold -> Ice"]
    assert theory_of(m).rules[0].weight == 0.2
    verdicts = evaluate(m)
    assert tuple(verdicts) == tuple(m.index().ids)
    assert verdicts.accepted == ("Rain", "Wet", "Cold", "Ice", "Chain", "Salt")
    assert "1 attack aims at a strict inference, which has no exceptions, and does nothing." in verdicts.notes


def test_an_argument_stands_if_all_its_steps_do():
    m = read(STEPS.replace("{inference: strict}", "{weight: 1}"))
    assert evaluate(m).rejected == ("Ice", "Chain")
    m.relate("Salt", "undercut", "Chain", step=0)
    assert evaluate(m).rejected == ("Wet", "Ice", "Chain")


def test_inference_of_an_argument_holds_for_all_its_steps_but_those_that_say_otherwise():
    m = argmap.ArgumentMap()
    argument = m.support(m.claim("a"), m.claim("b"), title="A", data={"inference": "strict"})
    assert rules(m) == ["A: C1 -> C2"]
    m.replace(argument, steps=(argmap.model.Step(("C1",), "C2", data={"inference": "defeasible"}),))
    assert rules(m) == ["A: C1 => C2"]


def test_relations_become_rules_and_what_speaks_against_what():
    m = argmap.ArgumentMap()
    for name in "abcde":
        m.claim(name, title=name)
    m.relate("a", "entails", "b")
    m.relate("a", "contrary", "c")
    m.relate("c", "contradictory", "d")
    m.relate("d", "attack", "e")
    m.support("b", "e", title="B")
    m.relate("d", "undercut", "B")
    theory = theory_of(m)
    assert rules(m) == ["B: b => e", "a -> b"]
    assert theory.contraries == (("a", "c"), ("c", "a"), ("d", "e"), ("d", "B"))
    assert theory.contradictories == (("c", "d"),)
    assert set(theory.premises) == {"a", "b", "c", "d"}  # what is entailed needs no reason


def test_an_argument_that_is_spelt_out_speaks_through_its_conclusion():
    m = argmap.ArgumentMap()
    argument = m.support(m.claim("Fog", title="Fog"), m.claim("Slow", title="Slow"), title="A")
    m.relate(argument, "attack", m.claim("Fast", title="Fast"))
    m.relate(argument, "support", m.claim("Late", title="Late"))
    theory = theory_of(m)
    assert theory.contraries == (("Slow", "Fast"),)
    assert rules(m) == ["A: Fog => Slow", "Slow => Late"]


def test_a_supported_argument_needs_one_of_its_supports():
    m = argmap.ArgumentMap()
    argument = m.support(m.claim("Fog", title="Fog"), m.claim("Slow", title="Slow"), title="A")
    m.relate(m.claim("Law", title="Law"), "support", argument)
    assert rules(m) == ["A: Fog, A, as supported => Slow", "Law => A, as supported"]
    m.relate(m.claim("Repealed", title="Repealed"), "attack", "Law")
    assert evaluate(m)["A"] == m.evaluate()["A"] == "rejected"
    m.relate("Fog", "support", argument)  # a premise, so that it has a support whenever it stands
    assert rules(m) == ["A: Fog => Slow"]
    assert evaluate(m)["A"] == m.evaluate()["A"] == "accepted"


WEIGHED = """
[Tram]: Build the tram. {weight: 0.5}
  >< [Bus]: Buy buses instead.

<Fast>

(1) Trams have their own track. {premise: axiom}
-- {weight: 0.8} --
(2) [Tram]

<Cheap>

(1) Buses cost less. {premise: axiom}
-- {weight: 0.6} --
(2) [Bus]
"""


@pytest.mark.parametrize("ordering", ["last-link", "weakest-link"])
def test_weights_decide_between_contradictories(ordering):
    m = read(WEIGHED)
    assert evaluate(m)["Tram"] == "undecided"
    assert evaluate(m, ordering=ordering)["Tram"] == "accepted"
    assert evaluate(m, ordering=ordering, weights={"Fast": 0.1})["Tram"] == "rejected"
    assert evaluate(m, ordering=ordering, weights="uniform")["Tram"] == "undecided"


def test_what_is_not_used_is_said():
    m = read("""
===
preferences: A > B
===

[A]: One. {premise: axioms}
  - <B>: Two. {preferred-to: A}
""")
    kind, preferences = evaluate(m).notes
    assert kind == (
        "The data of 'A' say `premise: axioms`, which is none of axiom, ordinary, assumption. Did you mean 'axiom'?"
    )
    assert "`preferred-to` and `preferences` is not used" in preferences


@settings(max_examples=20, deadline=None)
@given(m=maps(), ordering=st.sampled_from([None, "last-link", "weakest-link"]))
def test_any_map_has_verdicts(m, ordering):
    verdicts = evaluate(m, ordering=ordering)
    assert tuple(verdicts) == tuple(m.index().ids)
    assert all(isinstance(note, str) for note in verdicts.notes)
    hash(theory_of(m))


KINDS = ["support", "attack", "contrary", "contradictory"]


@settings(max_examples=150, deadline=None)
@given(
    relations=st.lists(
        st.tuples(st.sampled_from("abcdef"), st.sampled_from(KINDS), st.sampled_from("abcdef")), max_size=9
    ),
    semantics=st.sampled_from(["grounded", "preferred"]),
)
def test_sketches_without_weights_are_judged_as_by_the_necessary_reading(relations, semantics):
    m = argmap.ArgumentMap()
    for name in "abc":
        m.claim(name, title=name)
    for name in "def":
        m.argument(name, title=name)
    for source, kind, target in relations:
        if source != target:
            m.relate(source, kind, target)
    assert dict(evaluate(m, semantics)) == dict(m.evaluate(semantics))
