"""The part of a map that a lesson uses: fair to both sides, as large as there is room, the same every time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.classroom.age import LEVELS, level_named
from argmap.classroom.lesson.choosing import chosen, room_for
from argmap.classroom.lesson.points import debate_of
from argmap.errors import ArgmapError
from tests.classroom.lesson.debates import eight, sixty
from tests.maps import maps


@given(maps())
@settings(max_examples=40)
def test_every_point_of_any_map_is_told_at_most_once(m):
    try:
        debate = debate_of(m)
    except ArgmapError as error:
        assert "says nothing yet" in str(error)  # noqa: PT017
        return
    told = [point.id for point in debate.walk()]
    assert len(told) == len(set(told))
    assert all(name in m for point in debate.walk() for name in (*point.ids, *point.premises))
    assert all(point.text and "\n" not in point.text for point in debate.walk())


@given(maps(), st.sampled_from(LEVELS), st.integers(5, 200))
@settings(max_examples=20)
def test_the_part_is_a_part_and_has_equally_many_reasons_on_each_side(m, name, minutes):
    level = level_named(name)
    try:
        part = chosen(m, minutes, level)
    except ArgmapError:
        return
    assert {record.id for record in part.map} <= {record.id for record in m}
    counts = {len(camp.reasons) for camp in part.debate.camps if camp.reasons}
    assert len(counts) <= 1 or not part.debate.is_two_sided
    assert part.shown <= part.of
    again = chosen(m, minutes, level)
    assert again.debate == part.debate
    assert again.map == part.map


def test_all_of_the_flagship_is_told():
    m = argmap.datasets.open_vs_closed()
    told = {name for point in debate_of(m).walk() for name in point.ids}
    assert told == {record.id for record in m}


def test_both_sides_of_the_flagship_keep_what_carries_a_discussion():
    part = chosen(argmap.datasets.open_vs_closed(), 45, level_named("14-16"))
    assert [len(camp.reasons) for camp in part.debate.camps] == [3, 3]
    assert not part.is_whole
    for camp in part.debate.camps:
        assert all(len(reason.objections) == 1 for reason in camp.reasons)
        assert sum(bool(reason.objections[0].objections) for reason in camp.reasons) >= 2
    assert [thesis.id for thesis in part.debate.between] == ["Staged release"]


def test_more_time_and_more_years_have_room_for_more():
    m = sixty()
    sizes = [len(chosen(m, minutes, level_named("14-16")).map) for minutes in (20, 45, 80, 120)]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[-1] < len(m)
    assert [room_for(45, level_named(name)).reasons for name in LEVELS] == [2, 3, 3, 4, 4]


def test_a_small_map_is_used_whole():
    m = eight()
    part = chosen(m, 45, level_named("14-16"))
    assert part.is_whole
    assert part.map is m
    assert [(camp.name, len(camp.reasons)) for camp in part.debate.camps] == [("for", 2), ("against", 2)]


def test_a_map_without_sides_is_one_case():
    m = argmap.ArgumentMap("Rain")
    thesis = m.claim("It rains")
    for text in ("The street is wet", "People carry umbrellas"):
        m.support(text, thesis)
    debate = debate_of(m)
    assert not debate.is_two_sided
    assert [len(camp.reasons) for camp in debate.camps] == [2]


@pytest.mark.parametrize("depth", [3, 400])
def test_a_long_chain_of_objections_is_cut_and_not_recursed_into(depth):
    m = argmap.ArgumentMap()
    above = m.claim("It rains")
    for number in range(depth):
        claim = m.claim(f"No, says {number}")
        m.relate(claim, "attack", above)
        above = claim
    assert len(list(debate_of(m).walk())) == min(depth + 1, 7)


def test_a_map_in_which_nothing_is_said_is_refused():
    with pytest.raises(ArgmapError, match="says nothing yet"):
        debate_of(argmap.ArgumentMap("Empty"))
