"""Places in JSON text."""

import json

from hypothesis import given
from hypothesis import strategies as st

from argmap.formats.json_places import find_places

keys = st.text('ab_é漢"\\/\n', min_size=1, max_size=3)
names = st.text("abc_", min_size=1, max_size=3)
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | keys
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3))


def walk(value, path=""):
    yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from walk(inner, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from walk(inner, f"{path}[{index}]")


@given(
    st.dictionaries(names, values, max_size=3) | st.lists(values, max_size=3), st.sampled_from([None, 2]), st.booleans()
)
def test_every_value_is_found(value, indent, ascii_only):
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    expected = dict(walk(value))
    places = find_places(text, expected)
    for path, inner in expected.items():
        start, end = places[path]
        if isinstance(inner, dict | list):
            assert text[start:end] == ("{" if isinstance(inner, dict) else "[")
            decoder = json.JSONDecoder()
            assert decoder.raw_decode(text, start)[0] == inner
        else:
            assert json.loads(text[start:end]) == inner


def test_what_is_not_there_has_the_place_round_it():
    text = '{"claims": [{"id": "A"}], "data": {}}'
    assert find_places(text, ["claims[0].text", "claims[7]", "nothing.at[3].all", "data"]) == {
        "claims[0].text": (12, 13),
        "claims[7]": (11, 12),
        "nothing.at[3].all": (0, 1),
        "data": (34, 35),
    }


@given(st.text('{}[]:,"\\ a1\n', max_size=60))
def test_broken_json_is_read_as_far_as_it_goes(text):
    for place in find_places(text, ["a", "a[0].a", "[1]", ""]).values():
        assert 0 <= place.start <= place.end <= len(text)


def test_deep_and_unclosed_texts():
    for text in ("[" * 100_000, '{"a":' * 100_000, '"' + '\\"' * 100_000 + "\\", '{"x":"' + "a" * 1_000_000):
        assert find_places(text, ["a.a[0]"])["a.a[0]"].end <= len(text)
