"""JSON texts from anywhere: the same value as Python reads, or a sentence with its place; never an exception."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import read_result
from argmap.formats.json_text import parse_json

AIF = '{"nodes": [{"nodeID": "1", "text": "A", "type": "I"}], "edges": [], "locutions": []}'
keys = st.sampled_from(["a", "b", 'q"', "c:", '":', "é", "\\", "😀", ""]) | st.text(max_size=3)
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | keys
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3))
wholes = st.lists(values, max_size=3) | st.dictionaries(keys, values, max_size=3)


@given(
    wholes,
    st.sampled_from([None, 0, 2, "\t"]),
    st.booleans(),
    st.sampled_from([(",", ":"), (", ", ": "), (" ,", " :\n")]),
)
def test_what_is_right_is_read_as_python_reads_it(value, indent, is_ascii, separators):
    text = json.dumps(value, indent=indent, ensure_ascii=is_ascii, separators=separators)
    assert parse_json(f" \r\n{text}\n") == (value, ())


def as_text(pairs) -> str:
    return "{" + ", ".join(f"{json.dumps(key)}{gap}: {json.dumps(value)}" for key, value, gap in pairs) + "}"


@given(st.lists(st.tuples(keys, scalars, st.sampled_from(["", " ", "\n"])), max_size=5), st.booleans())
def test_the_first_of_two_keys_counts_and_the_second_is_said(pairs, is_inside):
    text = as_text(pairs)
    expected: dict[str, object] = {}
    twice = []
    for key, value, _ in pairs:
        if key in expected:
            twice.append(key)
        expected.setdefault(key, value)
    found = parse_json(f"[{text}]" if is_inside else text)
    assert found.value == ([expected] if is_inside else expected)
    assert [each.code for each in found.problems] == ["key-twice"] * len(set(twice))


@given(st.text('{}[]:,"\\ a1-.eEnulNaIfity\n\ud800😀', max_size=40), st.sampled_from(["", "{", "[", '{"a":', '["a",']))
def test_any_text_is_read_or_its_fault_is_told(text, start):
    whole = start + text
    found = parse_json(whole)
    assert all(0 <= each.span.start <= len(whole) and each.message.endswith(".") for each in found.problems)
    try:
        expected = json.loads(whole)
    except ValueError:
        assert found.value is None
        return
    if isinstance(expected, dict | list):
        assert found.value is not None
    else:
        assert found == (None, ())


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1" * 5000, "-" + "7" * 4400])
@pytest.mark.parametrize("behind", ["]", ", 5]", ', "NaN"]'])
def test_numbers_that_are_none(number, behind):
    text = f"[1, {number}{behind}"
    found = parse_json(text)
    assert found.value[:2] == [1, None]
    assert [(each.code, each.span) for each in found.problems] == [("no-number", (4, 4 + len(number)))]


@pytest.mark.parametrize("end", ["", ", x]", ", [1]", "[" * 100_000, '{"a":' * 100_000])
def test_what_is_wrong_behind_a_number_with_too_many_digits(end):
    found = parse_json(f"[{'1' * 5000}, {end}")
    assert found.value is None
    assert [each.code for each in found.problems] in (["bad-json"], ["too-deep"])


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"a":'])
@pytest.mark.parametrize("depth", [200, 300, 5_000, 200_000])
def test_depth(opening, depth):
    closing = {"[": "]", '{"a":': "}", '[{"a":': "}]"}[opening]
    found = parse_json(opening * depth + "1" + closing * depth)
    is_deep = depth * len(closing) > 256
    assert (found.value is None) is is_deep
    assert [each.code for each in found.problems] == ["too-deep"] * is_deep
    if is_deep:
        before = (opening * depth)[: found.problems[0].span.start]
        assert before.count("[") + before.count("{") == 256


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        ('{"a": [1, 2, ], "b": 3}', 11, "has a comma behind it, which JSON does not allow. Take it out."),
        ('{"a": 1,\n}', 7, "has a comma behind it"),
        ("{'a': 1}", 1, "stand in straight double quotation marks"),
        ('{"a": \u201cb\u201d}', 6, "stand in straight double quotation marks"),
        ('{"a": 1 // one\n}', 8, "JSON has no comments. Take this one out."),
        ('[1]\n# more', 4, "JSON has no comments."),
        ('{"a": None}', 6, "JSON writes true, false and null in small letters."),
        ('{"a": 1}\n{"a": 2}\n', 9, "The JSON ends before this; a file holds one object or list."),
        ('{"a": [1, 2', 10, "The JSON breaks off here, before its end."),
        ('{"a": "b', 6, 'This text of JSON is never closed. Write " at its end'),
        ('["a\nb"]', 3, "holds a line break or a tab. Write \\n or \\t for it."),
        ('["C:\\docs"]', 4, "No sign of JSON begins like this. Write two backslashes for one."),
        ('{"a" 1}', 5, "Mend the file, or save it anew."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_plain_words(text, at, said):
    (problem,) = parse_json(text).problems
    assert (problem.code, problem.span.start) == ("bad-json", at)
    assert said in problem.message
    assert read_result(io.StringIO(text), "json").diagnostics == (problem,)


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        (" [1]", 1, "A debate in JSON is an object, and this is a list. A list of claims can be a table (CSV)"),
        ('"x"', 0, "and this is a text."),
        ("5", 0, "and this is a number."),
        ("null", 0, "and this is null."),
        ("// a map\n{}", 0, "JSON has no comments."),
        ("var m = {};", 0, "JSON begins with { or [, and this text does not. Take out what stands before it."),
        ("{}", 0, "no format of JSON with the keys that this has: none. `argmap formats` lists those it reads"),
        ('{"a": 1, "b": {"nodes": 5}}', 0, "the keys that this has: 'a', 'b'. `argmap formats` lists"),
        ('[{"id": 1, "text": "A"}]', 0, "A list of claims can be a table (CSV), with a row for each"),
        (f'{{"x": 1, "result": {AIF}}}', 0, "'x', 'result'. What stands under 'result' looks like AIF-JSON"),
        (f"[{AIF}, {AIF}]", 0, "this is a list. Its first value looks like AIF-JSON as AIFdb stores it: save it as a "),
        ('{"claims": []}', 0, 'argmap\'s own JSON, which begins with {"format": "argmap", "version": 1'),
    ],
)
def test_a_debate_in_json_is_an_object(text, at, said):
    (problem,) = read_result(io.StringIO(text), "json").diagnostics
    assert problem.span.start == at
    assert said in problem.message


@pytest.mark.parametrize("text", ["", "x", '"x"', "5", "null", "\ufeff[]", "[Argdown]: no"])
def test_what_is_no_object_and_no_list(text):
    assert parse_json(text).value is None


@pytest.mark.parametrize("hidden", [r"\u0022:", r"\"\u003a", r"\"\u003A", r"\u0022\u003A"])
def test_signs_that_are_escaped_hide_no_key_that_stands_twice(hidden):
    found = parse_json(f'{{"a": "{hidden}", "b": 1, "b": 2}}')
    assert found.value == {"a": '":', "b": 1}
    assert [each.code for each in found.problems] == ["key-twice"]


@pytest.mark.parametrize("depth", [100, 250])
def test_deep_values_are_read_by_the_one_parser_or_the_other(depth):
    text = "[" * depth + "]" * depth
    assert parse_json(text) == (json.loads(text), ())


@pytest.mark.parametrize(
    ("value", "word"), [(True, "true or false"), (None, "null"), (1.5, "a number"), ([], "a list"), ("", "a text")]
)
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("aif", '{{"nodes": [{}], "edges": [], "locutions": []}}'),
        ("arguebuf", '{{"nodes": {{"1": {}}}, "schemaVersion": 1}}'),
        ("argdown-json", '{{"statements": {{"1": {}}}, "arguments": {{}}, "relations": []}}'),
    ],
)
def test_all_formats_call_a_value_the_same(name, text, value, word):
    result = read_result(io.BytesIO(text.format(json.dumps(value)).encode()), name)
    assert any(f"not {word}" in each.message for each in result.diagnostics), result.diagnostics
