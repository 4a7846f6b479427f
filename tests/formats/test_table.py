"""The table of formats: every line of it holds what it promises."""

import inspect

import pytest

from argmap.errors import UnknownNameError
from argmap.formats import Given, formats
from argmap.formats.keeping import Keeps
from argmap.formats.table import format_named, format_of, format_of_path, suffixes
from argmap.source import Source


@pytest.mark.parametrize("each", formats(), ids=lambda each: each.name)
def test_a_format_has_its_functions(each):
    module = each.load()
    assert module.__doc__
    assert list(inspect.signature(module.read).parameters) == ["given"]
    assert list(inspect.signature(module.write).parameters) == ["m"]
    assert list(inspect.signature(module.looks_like).parameters) == ["given"]
    assert isinstance(module.KEEPS, Keeps)
    assert all(suffix.startswith(".") and suffix == suffix.casefold() for suffix in each.suffixes)
    assert format_named(each.name.upper()) is each
    assert format_of_path(f"x{each.suffixes[0]}") is not None


def test_names_are_used_once_and_sorted():
    names = [each.name for each in formats()]
    assert names == sorted(set(names))


def test_endings():
    assert {".argdown", ".ad", ".json"} <= set(suffixes())
    assert format_of_path("a.b/debate.ARGDOWN").name == "argdown"
    assert format_of_path("argdown") is None
    assert format_of_path(".argdown") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('{"format": "argmap"}', "json"),
        (' \r\n{ "a": 1}', "json"),
        ("{}", "json"),
        ("{a: 1}", "argdown"),
        ("[A]: text", "argdown"),
        ("", "argdown"),
        ("===\ntitle: x\n===", "argdown"),
    ],
)
def test_content_tells_the_format(text, name):
    assert format_of(Given(Source(text, "x"))).name == name


def test_an_unknown_name_lists_the_formats():
    with pytest.raises(UnknownNameError, match="no format 'jsn'. Did you mean 'json'\\? The formats are: .*argdown, "):
        format_named("jsn")
