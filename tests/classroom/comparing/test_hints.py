"""What is said to pupils: three things at most, in order, and at the first level nothing that only the key says."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings

import argmap
from argmap.classroom.comparing import EditKind, compare
from argmap.classroom.comparing.hints import ORDER, feedback, ranked
from argmap.classroom.comparing.telling import LONGEST
from argmap.errors import ArgmapError
from argmap.language import Words
from argmap.wording import shorten
from tests.classroom.comparing.planting import Planter, graph_of, map_of
from tests.maps import maps

FALLACIES = re.compile(r"fallac|straw man|ad hominem|slippery|circular|wrong|mistake|grade|stupid", re.IGNORECASE)


def comparisons():
    for name in argmap.datasets.names():
        m = argmap.datasets.load(name)
        for seed in range(3):
            planter = Planter(graph_of(m), seed)
            for kind in list(EditKind)[seed:]:
                planter.plant(kind)
            yield compare(map_of(planter.graph), m, by="text")


def test_at_most_three_in_order_and_something_right_is_said() -> None:
    for comparison in comparisons():
        for level in (1, 2, 3):
            found = comparison.hints(level)
            assert len(found) == 3
            assert found.left > 0
            assert found.right
            assert {hint.level for hint in found} == {level}
        stages = [ORDER[edit.kind][0] for edit in ranked(comparison)]
        assert stages == sorted(stages)


def test_questions_and_hints_give_nothing_of_the_key_away() -> None:
    for comparison in comparisons():
        start, goal = comparison.start.texts, comparison.goal.texts
        secret = [goal[box] for box in goal if box not in start]
        secret += [goal[box] for box in goal if box in start and start[box] != goal[box]]
        for level in (1, 2):
            for most in (1, 3):
                for text in [hint.text for hint in comparison.hints(level, most=most)]:
                    for each in secret:
                        start_of_it = shorten(each, LONGEST)[:30].rstrip(" .…")
                        assert start_of_it not in text or any(start_of_it in own for own in start.values())
        for hint in comparison.hints(1):
            assert "?" in hint.text


def test_no_words_of_ours_judge_the_pupil_or_name_a_fallacy() -> None:
    words = Words("en")
    for part in ("question", "hint", "right", "edit", "fix"):
        for text in _flat(words.known(f"compare.{part}")):
            assert not FALLACIES.search(text) or "points the wrong way" in text, text


def _flat(table: object) -> list[str]:
    return [text for each in table.values() for text in _flat(each)] if isinstance(table, dict) else [str(table)]


def test_every_kind_has_words_in_every_place() -> None:
    words = Words("en")
    for kind in EditKind:
        for key in (f"compare.kinds.{kind.value}", f"compare.reteach.{kind.value}"):
            assert words.known(key), key


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(maps(), maps())
def test_nothing_that_a_pupil_or_key_says_leaves_a_gap(pupil: argmap.ArgumentMap, key: argmap.ArgumentMap) -> None:
    comparison = compare(pupil, key)
    safe = re.compile(r"\{(box|first|last|target|to|all|does|text|kept|below|n)\}")
    typed = " ".join([*comparison.start.texts.values(), *comparison.goal.texts.values()])
    for level in (1, 2, 3):
        found = comparison.hints(level)
        for text in (*found.right, *(hint.text for hint in found)):
            assert "\n" not in text
            assert not safe.search(text) or safe.search(typed)
            assert "  " not in text


def test_levels_go_from_a_question_to_what_to_do() -> None:
    key = argmap.parse("[Ban]: Ban cars.\n  - [Work]: People need cars to get to work.").map
    pupil = argmap.parse("[Ban]: Ban cars.").map
    told = [compare(pupil, key).hints(level).hints[0].text for level in (1, 2, 3)]
    assert told == [
        "What would someone who doubts “Ban cars” say?",
        "An objection to “Ban cars” is missing.",
        "Add a box: “People need cars to get to work”. It speaks against “Ban cars”.",
    ]


def test_a_claim_of_the_pupils_own_is_not_called_wrong() -> None:
    key = argmap.parse("[Ban]: Ban cars.").map
    pupil = argmap.parse("[Ban]: Ban cars.\n  + Trams are quiet and quick.").map
    assert [hint.text for hint in compare(pupil, key).hints(3)] == [
        "The key does not have “Trams are quiet and quick”. Take it out, or show your teacher why it belongs there."
    ]


def test_words_of_the_pupils_own_are_as_good() -> None:
    key = argmap.parse("[Ban]: Cars should be banned in the city.").map
    pupil = argmap.parse("In the city, cars should be banned").map
    found = compare(pupil, key)
    assert [edit.kind for edit in found.edits] == [EditKind.REWORD]
    assert not found.hints().hints


def test_wrong_levels_and_numbers_are_told() -> None:
    m = argmap.ArgumentMap()
    with pytest.raises(ArgmapError, match="levels 1"):
        compare(m, m).hints(4)
    with pytest.raises(ArgmapError, match="At most 3"):
        compare(m, m).hints(most=7)


def test_a_main_claim_that_is_missing_is_told_once_and_boxes_are_there_before_others_go_below_them() -> None:
    key = argmap.parse(
        "[Ban]: Phones should be banned in class.\n  - [Call]: Parents must be able to reach their children.\n"
        "  - [Learn]: Phones are useful tools for learning.\n    - [Games]: Most pupils play games on phones."
    ).map
    pupil = argmap.parse(
        "Phones should not be banned in class.\n  + Most pupils play games on phones.\n"
        "  + Parents must be able to reach their children."
    ).map
    found = pupil.compare(key)
    told = [hint.text for hint in feedback(found, 3, words=found.words)]
    assert told[0] == "The main claim is “Phones should be banned in class”. Put it on top."
    assert not any(text.startswith("Add a box: “Phones should be banned in class”") for text in told)
    texts = [(box.pupil or box.key).text for box in found.boxes]
    order = [(edit.kind.value, texts[edit.boxes[0]]) for edit in ranked(found)]
    added, moved = "Phones are useful tools for learning.", "Most pupils play games on phones."
    assert order.index(("add-claim", added)) < order.index(("move", moved))
