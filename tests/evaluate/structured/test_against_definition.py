"""The encoding against all arguments of small theories, built and compared by the definitions."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from argmap.evaluate.grounded import grounded_labels
from argmap.evaluate.structured.encoding import encode
from argmap.evaluate.structured.strengths import ordering_named
from argmap.evaluate.structured.transposing import transposed
from tests.evaluate.structured.oracle import Semantics, TooMany
from tests.evaluate.structured.theories import theories

WAYS = [
    (None, "elitist"),
    ("last-link", "elitist"),
    ("last-link", "democratic"),
    ("weakest-link", "elitist"),
    ("weakest-link", "democratic"),
]
each_way = pytest.mark.parametrize(("ordering", "lifting"), WAYS, ids=lambda each: str(each))
modest = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])


def meant(theory, ordering, lifting):
    try:
        return Semantics(transposed(theory), ordering, lifting)
    except TooMany:
        assume(False)
        raise


@each_way
@modest
@given(theory=st.one_of(theories(), theories(acyclic=True)))
def test_grounded(theory, ordering, lifting):
    semantics = meant(theory, ordering, lifting)
    network = encode(theory, ordering_named(ordering, lifting))
    found = dict(zip(network.ids, grounded_labels(network), strict=False))
    assert found == {name: label for name, label in semantics.labels(semantics.least()).items() if name in found}
