"""The encoding against all arguments of small theories, built and compared by the definitions."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from argmap.evaluate.framework import framework_of
from argmap.evaluate.grounded import grounded_labels
from argmap.evaluate.structured import evaluate
from argmap.evaluate.structured.encoding import encode
from argmap.evaluate.structured.strengths import ordering_named
from argmap.evaluate.structured.transposing import transposed
from tests.evaluate.structured.oracle import Semantics, TooManyError
from tests.evaluate.structured.theories import theories

WAYS = [
    (None, "elitist"),
    ("last-link", "elitist"),
    ("last-link", "democratic"),
    ("weakest-link", "elitist"),
    ("weakest-link", "democratic"),
]
each_way = pytest.mark.parametrize(("ordering", "lifting"), WAYS, ids=str)
modest = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)
any_theory = st.one_of(theories(), theories(acyclic=True))


def by_definition(theory, ordering, lifting, semantics):
    """Every extension, as labels of propositions and rules."""
    try:
        meant = Semantics(transposed(theory), ordering, lifting)
        return [meant.labels(extension) for extension in meant.extensions(semantics)]
    except TooManyError:
        assume(False)
        raise


@each_way
@modest
@given(theory=any_theory)
def test_the_grounded_labels_are_those_of_the_arguments(theory, ordering, lifting):
    [meant] = by_definition(theory, ordering, lifting, "grounded")
    network = encode(theory, ordering_named(ordering, lifting))
    found = dict(zip(network.ids, grounded_labels(network), strict=False))
    assert found == {name: meant[name] for name in found}


@each_way
@pytest.mark.parametrize("semantics", ["complete", "preferred", "stable"])
@modest
@given(theory=any_theory)
def test_each_extension_of_the_network_is_one_of_the_arguments(theory, semantics, ordering, lifting):
    translation = framework_of(encode(theory, ordering_named(ordering, lifting)))
    found = [translation.labels(each) for each in translation.framework.extensions(semantics)]
    meant = by_definition(theory, ordering, lifting, semantics)
    ids = translation.network.ids
    written = sorted(tuple(labels[name] for name in ids) for labels in meant)
    assert sorted(tuple(labels[name] for name in ids) for labels in found) == written


@each_way
@pytest.mark.parametrize("semantics", ["grounded", "complete", "preferred", "stable"])
@settings(modest, max_examples=20)
@given(theory=any_theory)
def test_verdicts_are_what_holds_in_all_extensions(theory, semantics, ordering, lifting):
    verdicts = evaluate(theory, semantics, ordering=ordering, lifting=lifting)
    meant = by_definition(theory, ordering, lifting, semantics)
    for name in verdicts:
        labels = {each[name] for each in meant}
        assert (name in verdicts.accepted) == (labels == {"in"}), name
        assert (name in verdicts.rejected) == (labels == {"out"}), name
        assert (name in verdicts.possible) == ("in" in labels), name
