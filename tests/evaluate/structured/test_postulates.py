"""The rationality postulates of Caminada and Amgoud (2007), on theories for which Modgil and Prakken proved them."""

from __future__ import annotations

import pytest
from hypothesis import assume, given

from argmap.evaluate.framework import framework_of
from argmap.evaluate.structured import Rule, Theory, evaluate, faults
from argmap.evaluate.structured.encoding import encode
from argmap.evaluate.structured.strengths import ordering_named
from argmap.evaluate.structured.transposing import transposed
from tests.evaluate.structured.test_against_definition import each_way, modest
from tests.evaluate.structured.theories import theories


@each_way
@modest
@given(theory=theories(well_defined=True))
def test_every_complete_extension_is_closed_and_consistent(theory, ordering, lifting):
    assume(not faults(theory))
    translation = framework_of(encode(theory, ordering_named(ordering, lifting)))
    for extension in translation.framework.extensions("complete"):
        held = {name for name, label in translation.labels(extension).items() if label == "in"}
        for rule in theory.rules:
            if rule.name in held:  # sub-arguments
                assert set(rule.premises) <= held
        propositions = held & set(theory.propositions)
        for first, second in theory.contradictories:  # direct consistency
            assert not {first, second} <= propositions
        closed = set(propositions)
        for rule in transposed(theory).rules * len(theory.rules):
            if rule.is_strict and set(rule.premises) <= closed:
                closed.add(rule.conclusion)
        assert closed & set(theory.propositions) == propositions  # closure; with the above, indirect consistency


def test_without_transposition_two_premises_and_what_they_exclude_are_all_accepted():
    """Married John, with strict rules that nobody turned round: Caminada and Amgoud's own example."""
    rules = [
        Rule(["ring"], "married", "r1"),
        Rule(["goes out"], "bachelor", "r2"),
        Rule(["married"], "has a wife", is_strict=True),
        Rule(["bachelor"], "has no wife", is_strict=True),
    ]
    given_ = {"axioms": ["ring", "goes out"], "rules": rules, "contradictories": [("has a wife", "has no wife")]}
    loose = evaluate(Theory(**given_, transpose=False))
    assert {"has a wife", "has no wife"} <= set(loose.accepted)
    closed = evaluate(Theory(**given_))
    assert set(closed.undecided) == {"married", "bachelor", "has a wife", "has no wife", "r1", "r2"}
    preferred = evaluate(Theory(**given_), "preferred")
    assert {"married", "bachelor"} <= preferred.possible


@pytest.mark.parametrize("ordering", [None, "last-link", "weakest-link"])
def test_what_is_contrary_both_ways_is_kept_out_through_strict_rules(ordering):
    """Both may be false, so that nothing follows from the denial of one but the denial of what leads to the other."""
    theory = Theory(
        premises={"tram": 1, "rails": 2},
        rules=[Rule(["tram"], "red", is_strict=True), Rule(["rails"], "blue", is_strict=True)],
        contraries=[("red", "blue"), ("blue", "red")],
    )
    verdicts = evaluate(theory, "preferred", ordering=ordering)
    assert not {"red", "blue"} <= set(verdicts.accepted)
    assert verdicts.accepted == (() if ordering is None else ("rails", "blue"))
