"""The measures say what they are to say; those that are symmetric are; odd maps break none of them."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import argmap
from argmap.classroom.comparing import MEASURES, PROFILE, compare, growth, profile
from argmap.classroom.comparing.bands import band
from argmap.classroom.comparing.measures import measure
from argmap.errors import UnknownNameError
from tests.classroom.comparing.test_script import graphs
from tests.maps import maps

SYMMETRIC = ("claim_f1", "relation_f1", "relation_f1_labelled", "grouping_f1", "path_agreement", "edit_similarity")

KEY = """\
[Ban]: Ban cars in the city.
  + [Air]: Cars foul the air of the city.
    + [Fumes]: Engines make fumes all day.
  - [Work]: People need cars to get to work.
    - [Bus]: Buses bring people to work, too.
"""


def scores(pupil: str, key: str = KEY) -> dict[str, float | None]:
    found = compare(argmap.parse(pupil).map, argmap.parse(key).map)
    return {name: score.value for name, score in found.scores.items()}


def test_a_middle_step_that_is_left_out_costs_half() -> None:
    found = scores(KEY.replace("  + [Air]: Cars foul the air of the city.\n    + [Fumes]", "  + [Fumes]"))
    assert found["claim_recall"] == 0.8
    assert found["claim_precision"] == 1.0
    assert found["level_accuracy"] == pytest.approx((1 + 1 + 0.5) / 3)
    assert found["path_agreement"] == pytest.approx(((1 + 1 + 0.5) / 3 + 1.0) / 2)


def test_a_sign_that_is_turned_round_is_seen_in_labels_alone() -> None:
    found = scores(KEY.replace("+ [Fumes]", "- [Fumes]"))
    assert (found["relation_f1"], found["relation_f1_labelled"], found["sign_accuracy"]) == (1.0, 0.75, 0.75)
    assert (found["level_accuracy"], found["claim_f1"], found["main_claim"]) == (1.0, 1.0, 1.0)


def test_the_main_claim_is_that_on_which_all_bears() -> None:
    assert scores("[Work]: People need cars to get to work.\n  - [Ban]: Ban cars in the city.")["main_claim"] == 0.0
    assert scores("[Ban]: Ban cars in the city.")["main_claim"] == 1.0


def test_linked_and_separate_reasons_are_told_apart() -> None:
    linked = argmap.ArgumentMap()
    linked.support(["Fumes make people ill", "Illness costs lives"], linked.claim("Ban cars"))
    separate = argmap.ArgumentMap()
    ban = separate.claim("Ban cars")
    separate.support("Fumes make people ill", ban)
    separate.support("Illness costs lives", ban)
    found = compare(separate, linked)
    assert (found["grouping_f1"].value, found["relation_f1_labelled"].value) == (0.0, 1.0)
    assert compare(linked, linked)["grouping_f1"].value == 1.0
    assert compare(separate, separate)["grouping_f1"].value is None


@settings(max_examples=30)
@given(graphs(), graphs())
def test_measures_are_in_range_and_symmetric_ones_are_symmetric(one, other) -> None:
    there, back = measure(one, other), measure(other, one)
    assert there.keys() == MEASURES.keys()
    for score in there.values():
        assert score.value is None or 0.0 <= score.value <= 1.0
        assert (score.value is None) == bool(score.reason)
        assert band(score) in (None, "near", "partly", "far")
    for name in SYMMETRIC:
        assert there[name].value == pytest.approx(back[name].value), name
    assert there["claim_recall"].value == back["claim_precision"].value
    assert all(score.value in (None, 1.0) for name, score in measure(one, one).items() if name != "level_accuracy")


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(maps())
def test_every_map_has_a_profile(m: argmap.ArgumentMap) -> None:
    figures = profile(m)
    assert tuple(figures) == PROFILE
    for name, score in figures.items():
        assert (score.value is None) == bool(score.reason)
        assert score.value is None or score.value >= 0
        assert score.value is None or name in PROFILE[:4] or score.value <= 1
    assert all(before == after for before, after in growth(m, m).values())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[A]: It rains.",
        "[A]: It rains.\n  + [B]: It pours.\n    + [A]",
        "[A]: It rains.\n  - [A]",
        "[A]: One.\n\n[B]: Two.",
        "[A]: Same.\n  + [B]: Same.\n  + [C]: Same.\n  - [D]: Same.",
        "[A]: 雨が降る。\n  + [B]: مرحبا\n  - [C]: 😀",
        "[A]: " + "long " * 2000,
    ],
)
def test_odd_maps_are_compared_with_each_other(text: str) -> None:
    odd, key = argmap.parse(text).map, argmap.parse(KEY).map
    for pupil, other in ((odd, key), (key, odd), (odd, odd)):
        found = compare(pupil, other)
        assert found.to_data()["matched_by"] in ("id", "span", "text")
        assert len(found.told()) == len(found.edits)
        assert found.hints().right
    assert compare(odd, odd).is_perfect


def test_the_nearest_of_several_keys_is_taken_and_the_first_of_equal_ones() -> None:
    key = argmap.parse(KEY).map
    far = argmap.parse("[Uniform]: Wear uniforms.").map
    assert compare(key, far, key, key).number == 1
    found = compare(argmap.parse("[X]: Nothing of it.").map, far, far)
    assert (found.number, len(found.similarities)) == (0, 2)


def test_a_measure_that_there_is_not_is_told() -> None:
    m = argmap.parse(KEY).map
    with pytest.raises(UnknownNameError, match="Did you mean 'claim_recall'"):
        compare(m, m)["claim_recal"]


def test_growth_tells_what_became_of_a_map() -> None:
    grown = growth(argmap.parse("[Ban]: Ban cars in the city.").map, argmap.parse(KEY).map)
    assert [score.value for score in grown["boxes"]] == [1, 5]
    assert [score.value for score in grown["depth"]] == [0, 2]
    assert grown["answered"][0].value is None
    assert grown["answered"][1].value == 0.5


@settings(max_examples=25)
@given(st.integers(0, 60))
def test_a_large_circle_ends(size: int) -> None:
    m = argmap.ArgumentMap()
    claims = [m.claim(f"Claim {number} of many") for number in range(size)]
    for one, other in zip(claims, claims[1:] + claims[:1], strict=True):
        m.relate(one, "support", other)
    assert compare(m, m).is_perfect
