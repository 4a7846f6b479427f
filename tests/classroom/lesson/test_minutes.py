"""Minutes add up to the minute, groups hold everybody, ages are ages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.classroom.age import LEVELS, level_named
from argmap.classroom.lesson.grouping import groups_of
from argmap.classroom.lesson.plan import plan
from argmap.classroom.lesson.protocol import PROTOCOLS, timed
from argmap.classroom.lesson.timing import shared_out
from argmap.errors import ArgmapError, UnknownNameError
from tests.classroom.lesson.debates import eight, sixty

SIXTY, EIGHT = sixty(), eight()


@given(st.lists(st.integers(1, 30), min_size=1, max_size=10), st.integers(0, 300))
def test_minutes_are_shared_out_exactly_and_nearly_in_proportion(weights, more):
    minutes = len(weights) + more
    given_ = shared_out(minutes, weights)
    assert sum(given_) == minutes
    assert min(given_) >= 1
    for (one, a), (other, b) in zip(
        sorted(zip(weights, given_, strict=True)), sorted(zip(weights, given_, strict=True))[1:], strict=False
    ):
        assert a <= b + 1 or one == other


@given(st.sampled_from(list(PROTOCOLS)), st.integers(5, 300), st.integers(20, 80))
def test_phases_of_every_method_add_up(name, minutes, round_minutes):
    protocol = PROTOCOLS[name]
    rounds = sum(not step.weight for step in protocol.steps)
    minutes += round_minutes * rounds
    phases = timed(protocol, minutes, round_minutes)
    assert sum(time for _, time in phases) == minutes
    assert min(time for _, time in phases) >= 1
    order = [step.key for step in protocol.steps]
    kept = [step.key for step, _ in phases if step.key != "break"]
    assert kept == [key for key in order if key in kept]
    assert all(time == round_minutes for step, time in phases if not step.weight)


@given(
    pupils=st.one_of(st.integers(1, 40), st.sampled_from([1, 2, 3, 199, 200, 1000])),
    minutes=st.integers(5, 300),
    level=st.sampled_from([*LEVELS, "9", "12-15", "17-99"]),
    format=st.sampled_from(["pf", "ld", "bp", "policy", "kp", "parli"]),
    m=st.sampled_from([EIGHT, SIXTY]),
)
@settings(max_examples=40)
def test_the_timing_table_adds_up_for_every_lesson(pupils, minutes, level, format, m):  # noqa: A002
    made = plan(m, pupils=pupils, minutes=minutes, level=level, format=format)
    assert made.phases[0].start == 0
    assert all(before.end == after.start for before, after in zip(made.phases, made.phases[1:], strict=False))
    assert made.phases[-1].end == minutes
    assert sum(made.groups) == pupils
    assert max(made.groups) - min(made.groups) <= 1
    assert all(made.copies(per) >= 1 for per in ("pupil", "pair", "group", "side", "judge", "class"))
    assert made.aims
    assert made.difficulties


@given(st.integers(1, 1000), st.integers(1, 12))
def test_groups_hold_everybody_and_are_of_like_size(pupils, size):
    found = groups_of(pupils, size)
    assert sum(found) == pupils
    assert found[0] - found[-1] <= 1
    assert list(found) == sorted(found, reverse=True)
    if pupils >= 2 * size:
        assert abs(found[0] - size) <= max(1, size // 2)


@pytest.mark.parametrize(
    ("given_", "stage"), [("8-10", "8-10"), ("10-11", "8-10"), ("13", "11-13"), ("Adult", "adult")]
)
def test_ages_count_as_the_level_that_their_middle_lies_in(given_, stage):
    assert level_named(given_).stage == stage


@pytest.mark.parametrize("given_", ["", "old", "16-14", "-3", "14 to 16", "1" * 99])
def test_what_is_no_age_is_said_to_be_none(given_):
    with pytest.raises(UnknownNameError, match="level"):
        level_named(given_)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"pupils": 0}, "from 1 to 1000 pupils, not 0"),
        ({"pupils": True}, "not True"),
        ({"minutes": 301}, "from 5 to 300 minutes, not 301"),
        ({"protocol": "debatte"}, "Did you mean 'debate'"),
        ({"protocol": "debate"}, "do not fit into a lesson of 45"),
        ({"format": "pff"}, "format"),
    ],
)
def test_a_lesson_that_cannot_be_is_refused_in_a_sentence(options, words):
    with pytest.raises(ArgmapError, match=words):
        plan(EIGHT, **options)


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ({}, "controversy"),
        ({"pupils": 3}, "tutorial"),
        ({"level": "8-10"}, "think-pair-share"),
        ({"minutes": 30}, "think-pair-share"),
        ({"pupils": 100}, "fishbowl"),
        ({"minutes": 90}, "debate"),
        ({"minutes": 180}, "two-debates"),
        ({"minutes": 90, "level": "11-13"}, "controversy"),
        ({"protocol": "fishbowl"}, "fishbowl"),
    ],
)
def test_the_method_is_chosen_by_the_rules(options, name):
    assert plan(SIXTY, **options).protocol.name == name
