"""AIF, xAIF and OVA: what is in a file comes back to it, and what is in a map comes back to the map."""

import copy
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats import Given, read_result
from argmap.formats.table import format_of
from argmap.model import ArgumentMap
from argmap.source import Source
from tests.formats.aif_family import NAMES, back, counted, counted_in, own, read_text, shared, unordered, written
from tests.formats.telling import told
from tests.maps import maps

FILES = [(name, path) for name in NAMES for path in own(name)]
SHARED = [(name, path) for name in NAMES for path in shared(name)]
both = pytest.mark.parametrize(
    ("name", "path"), FILES + SHARED, ids=lambda value: value if isinstance(value, str) else value.stem
)


def test_there_are_samples():
    assert len(FILES) >= 6


@both
def test_a_file_comes_back(name, path):
    m = read_result(path).map
    text, losses = written(m, name)
    assert losses == []
    assert unordered(json.loads(text)) == unordered(json.loads(path.read_bytes()))
    assert read_text(text, name).map == m


@both
def test_what_is_in_a_file_is_in_the_map(name, path):
    result = read_result(path)
    assert counted_in(result.map) == counted(json.loads(path.read_bytes()))
    assert result.errors == ()
    assert result.losses == ()


@both
def test_a_file_goes_through_the_other_formats(name, path):
    m = read_result(path).map
    other = m
    for each in NAMES:
        other = back(other, each)
        assert other == m
    assert unordered(json.loads(written(other, name)[0])) == unordered(json.loads(path.read_bytes()))


@both
def test_the_content_tells_the_format(name, path):
    text = path.read_bytes().decode()
    assert format_of(Given(Source(text, "x.json"))).name == name
    assert format_of(Given(Source(text, "x"))).name == name


@pytest.mark.parametrize("name", NAMES)
def test_every_map_comes_back(name):
    @settings(max_examples=60, deadline=None)
    @given(maps())
    def check(m):
        text, losses = written(m, name)
        result = read_text(text, name)
        assert (losses, told(result), result.losses) == ([], (), ())
        assert result.map == m
        assert [result.map[record.id].title for record in m] == [record.title for record in m]
        assert [argument.id for argument in result.map.arguments] == [argument.id for argument in m.arguments]

    check()


ODD = st.sampled_from(
    [
        *(
            None,
            True,
            0,
            -1,
            2,
            1.5,
            "",
            "1",
            "20",
            "nobody",
            "I",
            "RA",
            "CA",
            "L",
            "[x]",
            "a\n b",
            "\ud800",
            [],
            [1],
            {},
        ),
        *({"nodeID": "1"}, {"as": "argument"}, {"as": "step", "of": "20", "number": 1}, {"as": "again", "of": "22"}),
        *({"as": "contradictory"}, {"as": "support"}, {"data": 5}, {"data": {"aif": {"nodeID": 3}}}, 10**30),
    ]
)
KEYS = ["nodeID", "fromID", "toID", "edgeID", "text", "type", "scheme", "schemeID", "argmap", "id", "from", "to"]


def places(value):
    """Every object and list in a JSON value."""
    found, stack = [], [value]
    while stack:
        each = stack.pop()
        if isinstance(each, dict | list) and each:
            found.append(each)
            stack += each.values() if isinstance(each, dict) else each
    return found


@pytest.mark.parametrize(("name", "path"), FILES, ids=lambda value: value if isinstance(value, str) else value.stem)
def test_a_file_with_anything_in_it_is_read_and_what_was_read_comes_back(name, path):
    @settings(max_examples=60, deadline=None)
    @given(st.data())
    def check(data):
        value = json.loads(path.read_bytes())
        for _ in range(data.draw(st.integers(1, 4))):
            if not places(value):
                break
            held = data.draw(st.sampled_from(places(value)))
            what = data.draw(st.sampled_from(["change", "remove", "repeat", "add"]))
            if isinstance(held, list):
                at = data.draw(st.integers(0, len(held) - 1))
                if what == "change":
                    held[at] = copy.deepcopy(data.draw(ODD))
                elif what == "remove":
                    del held[at]
                else:
                    held.append(held[at])
            else:
                key = data.draw(st.sampled_from(sorted(held)))
                if what == "remove":
                    del held[key]
                else:
                    held[data.draw(st.sampled_from(KEYS)) if what == "add" else key] = copy.deepcopy(data.draw(ODD))
        first = read_text(json.dumps(value), name)
        for each in NAMES:
            text, _ = written(first.map, each)
            again = read_text(text, each)
            assert again.map == first.map, each

    check()


@settings(max_examples=100, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=3),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from([*KEYS, "nodes", "edges", "AIF", "analysis", "locutions"]), inner)
        ),
        max_leaves=12,
    ),
    st.sampled_from(NAMES),
)
def test_any_json_is_a_map_or_says_why_not(value, name):
    result = read_text(json.dumps(value), name)
    assert isinstance(result.map, ArgumentMap)
    assert result.errors or len(result.map) >= 0
    assert read_text(written(result.map, name)[0], name).map == result.map


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["nodes", "edges", "dangling", "ints", "formEdgeID", "without", "locutions", "participants"]),
        st.sampled_from(
            [
                *(
                    None,
                    True,
                    False,
                    5,
                    "x",
                    [],
                    {},
                    [1],
                    [{}],
                    [{"nodeID": "9", "type": "L"}],
                    [{"nodeID": "9"}],
                    ["a"],
                ),
                *([{"nodeID": "A", "type": "I"}], [{"fromID": "A", "toID": "B"}], [{"fromID": "A", "toID": "nobody"}]),
                *([{"nodeID": 9, "type": "YA"}], ["locutions"], [{"nodeID": "9", "type": "RA"}]),
            ]
        ),
    ),
    st.sampled_from([{}, {"nodeID": "B"}, {"nodeID": 7}, {"edges": ["1"]}, {"type": "CA"}, {"edge": "1"}, {"text": 5}]),
    st.sampled_from(NAMES),
)
def test_what_a_person_writes_under_aif_comes_back_or_is_a_loss(layer, held, name):
    m = ArgumentMap(data={"aif": layer})
    a = m.claim("It rains", title="A", data={"aif": held})
    m.claim("It is dry", title="B", data={"aif": "wet"})
    m.argument(title="W", premises=["Clouds"], conclusion=a, data={"aif": held})
    m.argument(title="S", data={"aif": held})
    m.relate("B", "attack", "A", data={"aif": held})
    m.relate("B", "support", "S", data={"aif": held})
    text, losses = written(m, name)
    assert read_text(text, name).map == m or losses
