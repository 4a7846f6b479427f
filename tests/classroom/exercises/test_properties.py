"""What holds for exercises of every kind, made from any map."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import argmap
from argmap.classroom.exercises import KINDS, LEVELS, Exercise, NoMaterialError, exercise
from argmap.classroom.exercises.boxes import boxes_of
from argmap.classroom.exercises.part import usable
from tests.classroom.exercises.debates import debates, large
from tests.maps import maps

_QUICK = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
_HOSTILE = settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
_VARIANTS: tuple[tuple[str, dict[str, Any]], ...] = (
    *((kind, {}) for kind in KINDS),
    ("blanks", {"blank": "signs"}),
    ("blanks", {"blank": "links"}),
    ("blanks", {"word_bank": False, "share": 0.6, "rule": "rebuttals"}),
    ("blanks", {"rule": "co-premises"}),
    ("hidden_premise", {"choices": True, "hints": False}),
)
_IDS = [f"{kind}-{'-'.join(map(str, options.values()))}" for kind, options in _VARIANTS]


def made(m: argmap.ArgumentMap, kind: str, seed: int, level: str, options: dict[str, Any]) -> Exercise | None:
    """Return the exercise, or None where the map lacks something and that is said in a whole sentence."""
    before = m.copy()
    found, why_not = None, "It has all that is needed."
    try:
        found = exercise(m, kind, seed=seed, level=level, **options)
    except NoMaterialError as error:
        why_not = str(error)
    assert re.fullmatch(r"[A-Z][^{}]*\.", why_not)
    assert m == before
    return found


@pytest.mark.parametrize(("kind", "options"), _VARIANTS, ids=_IDS)
@_QUICK
@given(m=debates(), seed=st.integers(0, 99), level=st.sampled_from(list(LEVELS)))
def test_the_key_gives_back_the_map(
    kind: str, options: dict[str, Any], m: argmap.ArgumentMap, seed: int, level: str
) -> None:
    found = made(m, kind, seed, level, options)
    if found is None:
        return
    assert found.apply() == found.map
    assert found.apply(found.answers) == found.map
    assert found.score(found.answers) == (True,) * len(found.tasks)
    # Not answering is never the same as answering: what is asked is not given already.
    assert found.apply([]) != found.map
    assert len(found.given.claims) <= max(LEVELS[level].boxes, len(usable(m).boxes))
    assert 1 <= found.difficulty <= 5
    assert found.minutes >= 3
    assert Exercise.from_data(json.loads(json.dumps(found.to_data()))) == found
    assert exercise(m, kind, seed=seed, level=level, **options) == found
    for task in found.tasks:
        assert task.answers
        assert task.prompt
        if task.options:
            assert set(task.answers) <= set(task.options)
            assert len(set(task.options)) == len(task.options) > 1
            assert task.is_right(next(option for option in task.options if option not in task.answers)) is False
        if task.form in ("choose", "bank") and kind != "what_follows":
            assert len(task.answers) == 1


@pytest.mark.parametrize("kind", KINDS)
@_HOSTILE
@given(m=maps(), seed=st.integers(0, 9))
def test_no_map_is_too_hostile(kind: str, m: argmap.ArgumentMap, seed: int) -> None:
    found = made(m, kind, seed, "14-16", {})
    if found is not None:
        assert found.apply() == found.map
        assert found.apply([]) != found.map


@pytest.mark.parametrize("kind", ["blanks", "which_box", "linked_or_convergent", "cards", "text_to_map"])
@_QUICK
@given(m=debates(), seed=st.integers(0, 9), data=st.data())
def test_a_wrong_answer_gives_another_map(kind: str, m: argmap.ArgumentMap, seed: int, data: st.DataObject) -> None:
    found = made(m, kind, seed, "14-16", {"blank": "signs"} if kind == "blanks" and seed % 2 else {})
    if found is None:
        return
    place = data.draw(st.integers(0, len(found.tasks) - 1))
    options = found.tasks[place].options or [answer for each in found.tasks for answer in each.answers]
    wrong = [option for option in options if found.tasks[place].is_right(option) is False]
    if wrong:
        answers = dict(enumerate(found.answers)) | {place: (data.draw(st.sampled_from(wrong)),)}
        assert found.apply(answers) != found.map
        assert found.score(answers)[place] is False


@_QUICK
@given(m=debates())
def test_boxes_and_links_say_all_of_a_map(m: argmap.ArgumentMap) -> None:
    part = usable(m)
    assert part.with_links(list(part.links)) == part.map
    again = boxes_of(part.map)
    assert [link.meaning for link in again.links] == [link.meaning for link in part.links]
    for link in part.links:
        assert part.with_links([other for other in part.links if other.meaning != link.meaning]) != part.map


@pytest.mark.parametrize("kind", KINDS)
def test_another_seed_usually_gives_another_exercise(kind: str) -> None:
    m = argmap.datasets.open_vs_closed()
    found = [m.exercise(kind, seed=seed) for seed in range(6)]
    assert len({json.dumps(replace(each, seed=0).to_data()) for each in found}) >= (2 if kind == "steelman" else 4)


@pytest.mark.parametrize("level", ["11-13", "14-16", "16-18"])  # the others take as much as one of these
@pytest.mark.parametrize("kind", KINDS)
def test_a_large_map_gives_a_small_exercise(kind: str, level: str) -> None:
    m = large()
    try:
        found = m.exercise(kind, level=level)
    except NoMaterialError:
        assert kind in ("linked_or_convergent", "steelman", "name_the_scheme", "critical_question")
        return
    limit = LEVELS[level].boxes if kind != "hidden_premise" else 12
    assert 1 < len(found.given.claims) <= limit
    assert found.apply() == found.map


@pytest.mark.parametrize("kind", KINDS)
def test_one_claim_is_too_little_for_anything(kind: str) -> None:
    m = argmap.ArgumentMap()
    m.claim("It rains.")
    with pytest.raises(NoMaterialError, match=r"^[A-Z].*\.$"):
        m.exercise(kind)
