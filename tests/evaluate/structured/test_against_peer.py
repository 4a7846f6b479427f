"""The encoding against PyArg, which builds the arguments of ASPIC+ theories one by one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings

from argmap.evaluate.grounded import grounded_labels
from argmap.evaluate.structured.encoding import encode
from argmap.evaluate.structured.strengths import ordering_named
from argmap.evaluate.structured.transposing import transposed
from tests.evaluate.structured.theories import theories

pytest.importorskip("py_arg.aspic_classes.argumentation_theory")


def peer_framework(theory, ordering, lifting):
    from py_arg.aspic_classes.argumentation_system import ArgumentationSystem
    from py_arg.aspic_classes.argumentation_theory import ArgumentationTheory
    from py_arg.aspic_classes.defeasible_rule import DefeasibleRule
    from py_arg.aspic_classes.literal import Literal
    from py_arg.aspic_classes.orderings.argument_orderings import last_link_ordering, weakest_link_ordering
    from py_arg.aspic_classes.orderings.preference_preorder import PreferencePreorder
    from py_arg.aspic_classes.strict_rule import StrictRule

    names = [rule.name for rule in theory.rules if rule.name]
    language = {name: Literal(name) for name in (*theory.propositions, *names)}
    against: dict[str, set[Any]] = {name: set() for name in language}
    for first, second in theory.contraries:
        against[second].add(language[first])
    for first, second in theory.contradictories:
        against[second].add(language[first])
        against[first].add(language[second])
    strict: list[Any] = []
    defeasible: list[Any] = []
    weight: dict[Any, float] = {}
    for number, rule in enumerate(theory.rules):
        kind = StrictRule if rule.is_strict else DefeasibleRule
        made = kind(rule.name or f"s{number}", {language[each] for each in rule.premises}, language[rule.conclusion])
        (strict if rule.is_strict else defeasible).append(made)
        weight[made] = rule.weight
    order = PreferencePreorder([(a, b) for a in defeasible for b in defeasible if weight[a] <= weight[b]])
    premises = theory.premises
    premise_order = PreferencePreorder(
        [(language[a], language[b]) for a in premises for b in premises if premises[a] <= premises[b]]
    )
    system = ArgumentationSystem(language, against, strict, defeasible, order, add_defeasible_rule_literals=False)
    made = ArgumentationTheory(
        system, [language[each] for each in theory.axioms], [language[each] for each in premises], premise_order
    )
    assume(len(made.all_arguments) <= 40)
    module = last_link_ordering if ordering == "last-link" else weakest_link_ordering
    words = ordering.title().replace("-", "") + lifting.title() + "Ordering"
    return made.create_abstract_argumentation_framework("theory", getattr(module, words)(order, premise_order))


@pytest.mark.parametrize("lifting", ["elitist", "democratic"])
@pytest.mark.parametrize("ordering", ["last-link", "weakest-link"])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(theory=theories(acyclic=True, assumptions=False))
def test_the_grounded_extension_concludes_the_same(theory, ordering, lifting):
    from py_arg.algorithms.semantics.get_grounded_extension import get_grounded_extension

    # It takes rules of the same premises and conclusion for one, whatever their names, so that what undercuts one of
    # them undercuts all; `test_rules_that_differ_in_name_only_are_undercut_one_by_one` has that case.
    shapes = {(frozenset(rule.premises), rule.conclusion) for rule in theory.rules}
    assume(len(shapes) == len(theory.rules))
    # It builds no argument in which a conclusion stands below itself, and transposition leads there.
    assume(not theory.transpose or transposed(theory) is theory)
    found = get_grounded_extension(peer_framework(theory, ordering, lifting))
    network = encode(theory, ordering_named(ordering, lifting))
    labels = dict(zip(network.ids, grounded_labels(network), strict=False))
    propositions = set(theory.propositions)
    assert {str(argument.conclusion) for argument in found} == {
        name for name, label in labels.items() if label == "in" and name in propositions
    }
