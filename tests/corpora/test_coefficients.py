"""Kappa, alpha and F1 against published examples, and against their definitions written out."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.corpora.coefficients import Score, cohen_kappa, f1, krippendorff_alpha, mean

LABELS = st.sampled_from(["support", "attack", "none", None])
UNITS = st.integers(2, 4).flatmap(lambda k: st.lists(st.tuples(*[LABELS] * k), max_size=12))


def columns(*observers: str) -> list[tuple[str | None, ...]]:
    rows = [[None if label == "." else label for label in observer.split()] for observer in observers]
    return list(zip(*rows, strict=True))


# Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), parts A to C.
BINARY = columns("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")
NOMINAL = columns("a a b b d c c c e d d a", "b a b b b c c c e d d d")
MISSING = columns(
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)


@pytest.mark.parametrize(("units", "alpha"), [(BINARY, 0.095), (NOMINAL, 0.692), (MISSING, 0.743)])
def test_krippendorffs_own_examples(units, alpha: float) -> None:
    assert krippendorff_alpha(units).value == pytest.approx(alpha, abs=0.0005)


def test_a_textbook_example_of_kappa() -> None:
    # 50 proposals, two readers: 20 both yes, 15 both no, 5 and 10 apart: 0.7 observed, 0.5 by chance.
    units = {("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15}
    assert cohen_kappa(units).value == pytest.approx(0.4)
    # The same numbers on the diagonal, other margins: 0.6 observed, 0.54 and 0.46 by chance.
    one = {("yes", "yes"): 45, ("yes", "no"): 15, ("no", "yes"): 25, ("no", "no"): 15}
    other = {("yes", "yes"): 25, ("yes", "no"): 35, ("no", "yes"): 5, ("no", "no"): 35}
    assert cohen_kappa(one).value == pytest.approx(0.1304, abs=0.00005)
    assert cohen_kappa(other).value == pytest.approx(0.2593, abs=0.00005)


def kappa_by_definition(units) -> float | None:
    both = [each for each in units if None not in each]
    if not both:
        return None
    observed = sum(one == other for one, other in both) / len(both)
    chance = sum(one == other for one, _ in both for _, other in both) / len(both) ** 2
    return None if chance == 1 else (observed - chance) / (1 - chance)


def alpha_by_definition(units) -> float | None:
    """1 − D_o / D_e, with all pairs of values written out."""
    paired = [[label for label in labels if label is not None] for labels in units]
    paired = [labels for labels in paired if len(labels) > 1]
    values = [label for labels in paired for label in labels]
    if not values:
        return None
    observed = sum(sum(a != b for a, b in permutations(labels, 2)) / (len(labels) - 1) for labels in paired)
    expected = sum(a != b for a, b in permutations(values, 2)) / (len(values) - 1)
    return None if not expected else 1 - observed / expected


@given(st.lists(st.tuples(LABELS, LABELS), max_size=15))
def test_kappa_is_what_its_definition_says(units) -> None:
    expected = kappa_by_definition(units)
    found = cohen_kappa(units)
    assert found.value == (None if expected is None else pytest.approx(expected))
    assert bool(found.reason) == (expected is None)
    assert cohen_kappa([(other, one) for one, other in units]) == found


@given(UNITS)
def test_alpha_is_what_its_definition_says(units) -> None:
    expected = alpha_by_definition(units)
    found = krippendorff_alpha(units)
    assert found.value == (None if expected is None else pytest.approx(expected))
    assert bool(found.reason) == (expected is None)
    assert krippendorff_alpha([labels[::-1] for labels in units]) == found


@pytest.mark.parametrize(
    ("units", "kappa", "alpha"),
    [
        ([], "There is nothing that both labelled.", "There is nothing that two annotators labelled."),
        ([("a", None), (None, "b")], "nothing that both labelled", "nothing that two annotators labelled"),
        ([("a", "a")] * 9, "one and the same label throughout", "One and the same label is used throughout"),
    ],
)
def test_where_they_are_not_defined_a_sentence_says_why(units, kappa: str, alpha: str) -> None:
    for found, reason in ((cohen_kappa(units), kappa), (krippendorff_alpha(units), alpha)):
        assert found.value is None
        assert reason in str(found)
        assert found.to_data()["value"] is None


def test_f1_and_means() -> None:
    assert f1("abc", "abc").value == 1
    assert f1("ab", "bcd").value == pytest.approx(2 * (1 / 2) * (1 / 3) / (1 / 2 + 1 / 3))
    assert f1("a", "").value == 0
    assert f1("", "") == Score(reason="There are no relations.")
    assert mean([Score(1.0), Score(reason="x"), Score(0.0)]) == Score(0.5)
    assert mean([Score(reason="x")]).reason == "x"
    assert mean([]).reason
