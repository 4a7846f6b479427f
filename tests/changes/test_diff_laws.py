"""What is true of the changes between any two maps."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import ArgumentMap, datasets
from argmap.changes import diff
from tests.changes.edits import edits
from tests.maps import maps

EXAMPLES = 15 * settings().max_examples // 100


@settings(max_examples=EXAMPLES)
@given(maps())
def test_a_map_has_not_changed_from_itself(m):
    found = diff(m, ArgumentMap.from_json(m.to_json()))
    assert not found
    assert len(found) == 0
    assert found.names == found.sections == {}


@settings(max_examples=EXAMPLES)
@given(maps(max_claims=4), maps(max_claims=4))
def test_the_changes_of_any_two_maps_make_one_of_the_other(a, b):
    found = diff(a, b)
    before, after = a.copy(), b.copy()
    assert found.apply(a) == b
    assert (a, b) == (before, after)
    assert diff(a, b) == found
    json.dumps(found.to_data())
    assert bool(found) == bool(str(found))


@settings(max_examples=EXAMPLES)
@given(st.data())
def test_the_changes_that_people_make_are_found_and_can_be_made_again(data):
    a = data.draw(maps(max_claims=4))
    b = a
    for number in range(data.draw(st.integers(1, 4))):
        b = data.draw(edits(b, f"{number}"))(b)
    found = diff(a, b)
    assert found.apply(a) == b
    assert a == b or found or found.names
    str(found)


@settings(max_examples=EXAMPLES)
@given(st.data())
def test_going_back_undoes_a_change(data):
    a = data.draw(maps(max_claims=4))
    b = data.draw(edits(a))(a)
    assert diff(b, a).apply(diff(a, b).apply(a)) == a
    assert bool(diff(b, a)) == bool(diff(a, b))


def test_every_dataset_becomes_every_other_one():
    every = [datasets.load(name) for name in datasets.names()]
    for a in every:
        for b in every:
            found = diff(a, b)
            assert found.apply(a) == b
            assert (not found) == (a is b)
