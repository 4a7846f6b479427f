"""Theories as values, what keeps them from being well defined, and how large they may be."""

from __future__ import annotations

import pickle
from copy import deepcopy

import pytest

from argmap.errors import ArgmapError, ModelError, UnknownNameError
from argmap.evaluate.structured import Rule, Theory, evaluate, faults, reach
from argmap.evaluate.structured.transposing import transposed

THEORY = Theory(["a"], {"b": 0.5}, ["c"], [Rule(["a", "b"], "d", "r1", weight=2)], [("c", "r1")], [("d", "c")])


def test_a_theory_is_a_value():
    again = Theory(["a"], {"b": 0.5}, {"c": 1.0}, [Rule(("a", "b"), "d", "r1", weight=2)], [("c", "r1")], [("d", "c")])
    assert again == THEORY
    assert hash(again) == hash(THEORY)
    assert pickle.loads(pickle.dumps(THEORY)) == deepcopy(THEORY) == THEORY
    with pytest.raises(AttributeError):
        THEORY.axioms = ()  # type: ignore[misc]


def test_rule_names_are_no_propositions_unless_something_concludes_them():
    assert THEORY.propositions == ("a", "b", "c", "d")
    named = Theory(rules=[Rule([], "r1"), Rule(["a"], "b", "r1")])
    assert named.propositions == ("r1", "a", "b")
    assert evaluate(named)["r1"] == "accepted"  # the proposition


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Theory(["a"], ["a"]), "'a' is an axiom and an ordinary premise"),
        (lambda: Theory(rules=[Rule([], "a", "r"), Rule([], "b", "r")]), "Two rules are called 'r'"),
        (lambda: Theory(premises={"a": float("nan")}), "The weight of the premise 'a' is nan"),
        (lambda: Rule(["a"], "b", weight="much"), "The weight of the rule 'a => b' is 'much'"),
        (lambda: Rule("ab", "c"), r"write \['ab'\]"),
    ],
)
def test_what_is_no_theory_is_refused(make, words):
    with pytest.raises(ModelError, match=words):
        make()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"ordering": "last link"}, "Did you mean 'last-link'?"),
        ({"ordering": "last-link", "lifting": "elite"}, "Did you mean 'elitist'?"),
        ({"lifting": "?"}, "Use one of: elitist, democratic"),
        ({"semantics": "prefered"}, "Did you mean 'preferred'?"),
    ],
)
def test_a_name_that_is_not_there_brings_the_nearest(options, words):
    with pytest.raises(UnknownNameError, match=words.replace("?", r"\?")):
        evaluate(THEORY, **options)


@pytest.mark.parametrize("semantics", ["semi-stable", "cf2", "naive"])
def test_semantics_that_depend_on_single_arguments_are_refused(semantics):
    with pytest.raises(ArgmapError, match="Use one of: grounded, complete, preferred, stable, ideal"):
        evaluate(THEORY, semantics)


def test_many_contraries_all_count():
    """Two claims share most of what speaks against them; the one that is left over makes the difference."""
    doubts = [f"d{place}" for place in range(5)]
    contraries = [(doubt, target) for target in ("a", "b") for doubt in doubts]
    rules = [Rule(["nobody says this"], doubt, f"r{doubt}") for doubt in doubts]
    theory = Theory(["sure"], ["a", "b"], rules=rules, contraries=[*contraries, ("sure", "b")])
    verdicts = evaluate(theory)
    assert verdicts["a"] == "accepted"
    assert verdicts["b"] == "rejected"


def test_transposition_turns_each_premise_round():
    theory = Theory(rules=[Rule(["a", "b"], "c", is_strict=True)], contradictories=[("a", "-a"), ("c", "-c")])
    closed = transposed(theory)
    assert [str(rule) for rule in closed.rules[1:]] == ["-c, b -> -a", "a, -c -> ¬b"]
    assert closed.contradictories[-1] == ("b", "¬b")
    assert transposed(closed) is closed
    assert "¬b" not in evaluate(theory)


def test_faults_name_what_may_bring_inconsistency():
    axioms = Theory(["a", "b"], rules=[Rule(["a"], "c", is_strict=True)], contradictories=[("b", "c")])
    assert faults(axioms) == ["The axioms contradict each other: 'b' and 'c' follow from them. Both are accepted."]
    half = Theory(["a", "-c"], rules=[Rule(["a", "b"], "c", is_strict=True)], contradictories=[("c", "-c")])
    assert faults(half) == []  # nobody says b
    one_way = Theory(["a"], contraries=[("b", "a")])
    assert "'b' speaks one way against 'a', which is an axiom" in evaluate(one_way).notes[0]
    assert faults(THEORY) == []


def ladder(count, weights):
    rules = [
        Rule([f"c{place}"], f"c{place + 1}", f"{side}{place}", weight=weights[(7 * place + ord(side)) % len(weights)])
        for place in range(count)
        for side in "ab"
    ]
    rules.append(Rule([], "not so", "other", weight=weights[0]))
    return Theory(premises=["c0"], rules=rules, contradictories=[(f"c{count}", "not so")])


@pytest.mark.parametrize("ordering", [None, "last-link", "weakest-link"])
@pytest.mark.parametrize("lifting", ["elitist", "democratic"])
def test_a_ladder_of_two_arguments_each_has_more_arguments_than_atoms_in_the_world(ordering, lifting):
    theory = ladder(1_000, [1, 2, 3, 4, 5])
    verdicts = evaluate(theory, ordering=ordering, lifting=lifting)
    assert verdicts["c999"] == "accepted"
    if ordering is None:
        assert evaluate(theory, "preferred").possible >= {"c1000", "not so"}


def test_too_many_strengths_are_refused(monkeypatch):
    monkeypatch.setattr(reach, "MOST_PLACES", 100)
    with pytest.raises(ArgmapError, match="Round the weights"):
        evaluate(ladder(300, [place / 7 for place in range(200)]), ordering="weakest-link")


def test_many_premises_and_many_reasons_stay_small():
    """A rule with many premises of several strengths each: the ways are joined one by one."""
    rules = [Rule([], f"p{place}", f"r{place}.{weight}", weight=weight) for place in range(60) for weight in (1, 2, 3)]
    rules.append(Rule([f"p{place}" for place in range(60)], "all", is_strict=True))
    theory = Theory(rules=[*rules, Rule([], "no", "n", weight=2)], contradictories=[("all", "no")])
    for lifting in ("elitist", "democratic"):
        verdicts = evaluate(theory, ordering="weakest-link", lifting=lifting)
        # What denies one of the premises goes on from "no" and the others; by the greatest of them it is strong enough.
        assert verdicts["no"] == ("rejected" if lifting == "elitist" else "undecided")
