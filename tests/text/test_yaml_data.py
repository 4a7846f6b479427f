"""YAML in Argdown: the core schema, plain data, limits."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.text.yaml_data import load, load_inline, merge

VALUES: dict[str, Any] = {
    "yes": "yes", "no": "no", "on": "on", "true": True, "False": False, "null": None, "~": None, "": None,
    "12": 12, "-7": -7, "+3": 3, "007": 7, "0x1F": 31, "0o17": 15, "0b101": 5, "1_000": "1_000",
    "1.5": 1.5, ".5": 0.5, "-.5": "-.5", "1e3": 1000.0, ".inf": ".inf", ".nan": ".nan",
    "2023-02-24": "2023-02-24", "12:30": "12:30", "'12'": "12", '"a\\nb"': "a\nb", "!!str 12": "12",
    "[a, 1]": ["a", 1], "{b: c}": {"b": "c"}, "1e999": "1e999",
}  # fmt: skip


@pytest.mark.parametrize("text", VALUES, ids=repr)
def test_values_are_what_the_core_schema_says(text: str) -> None:
    value, problems = load(f"key: {text}")[:2]
    assert problems == []
    assert value == {"key": VALUES[text]}
    assert type(value["key"]) is type(VALUES[text])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{a: 1, b: [x, y]}", {"a": 1, "b": ["x", "y"]}),
        ("{a:[1]}", {"a": [1]}),
        ("{a:1}", {"a:1": None}),
        ("{\n  a: 1\n  b:\n    - x\n}", {"a": 1, "b": ["x"]}),
        ("{\r\n  a: 1\r\n}", {"a": 1}),
        ("{1: a, null: b, true: c, 2.0: d}", {"1": "a", "null": "b", "true": "c", "2": "d"}),
        ("{\na: &x {c: 1}\nb: {<<: *x, d: 2}\n}", {"a": {"c": 1}, "b": {"d": 2, "c": 1}}),
        ("{}", {}),
    ],
)
def test_inline_data(text: str, value: Any) -> None:
    loaded = load_inline(text)
    assert loaded.value == value
    assert loaded.problems == []


@pytest.mark.parametrize(
    ("text", "words", "offset"),
    [
        ("{a: 1, a: 2}", "The key 'a' stands here twice", 10),
        ("{a: *b}", "The alias *b has no anchor", 4),
        ("{a: !x 1}", "The YAML tag !x is not known", 4),
        ("a: 1\n---\nb: 2", "one YAML document", 5),
        ("{a: [1}", "not valid YAML", 6),
        ("{a: \x01}", "not valid YAML", 4),
    ],
)
def test_faults_are_named_with_their_place(text: str, words: str, offset: int) -> None:
    problems = load(text).problems
    assert words in problems[0].message
    assert problems[0].offset == offset


@given(st.text(max_size=80))
def test_any_text_gives_plain_data(text: str) -> None:
    for read in (load, load_inline):
        json.dumps(read(text).value, allow_nan=False)


def test_merging_is_deep() -> None:
    assert merge({"a": {"b": 1}, "l": [1, 2, 3]}, {"a": {"c": 2}, "l": [9]}) == {"a": {"b": 1, "c": 2}, "l": [9, 2, 3]}
    assert merge({"a": 1}, {"a": {"b": 2}}) == {"a": {"b": 2}}
    assert merge([1], [2, 3]) == [2, 3]
