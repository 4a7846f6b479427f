"""Long graphs in JSON are read in parts, and just as if they were read as a whole."""

from __future__ import annotations

import gc
import io
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import ReadError
from argmap.formats import given as given_module
from argmap.formats import json_parts, read_result
from argmap.formats.draft import Draft
from argmap.formats.given import Given
from argmap.source import Source
from tests.bench.formats import as_aif, as_arguebuf, debate

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.text import ParseResult

_FILES = {"aif": as_aif(*debate(60)), "arguebuf": as_arguebuf(*debate(60))}
_KINDS = {"aif": list, "arguebuf": dict}


def _in_parts(text: str, name: str, chunk: int = 700) -> ParseResult:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_parts, "LEAST", 0)
        patch.setattr(json_parts, "_CHUNK", chunk)
        return read_result(io.StringIO(text), name)


def _is_same(text: str, name: str, chunk: int = 700) -> bool:
    whole, parts = read_result(io.StringIO(text), name), _in_parts(text, name, chunk)
    return whole == parts._replace(map=whole.map) and whole.map == parts.map and whole.map.data == parts.map.data


@pytest.mark.parametrize("name", _FILES)
@pytest.mark.parametrize("indent", [None, 0, 2])
def test_parts_are_what_the_whole_is(name, indent, monkeypatch):
    text = json.dumps(json.loads(_FILES[name]), indent=indent)
    assert _is_same(text, name)
    monkeypatch.setattr(json_parts, "LEAST", 0)
    monkeypatch.setattr(json_parts, "_CHUNK", 700)
    found = json_parts.parts_of(text, _KINDS[name])
    nodes = list(found.nodes)
    assert len(nodes) > 5
    whole = json.loads(text)
    if name == "aif":
        assert [each for chunk in nodes for each in chunk] == whole.pop("nodes")
        assert [each for chunk in found.edges for each in chunk] == whole.pop("edges")
    else:
        assert {key: each for chunk in nodes for key, each in chunk.items()} == whole.pop("nodes")
        assert {key: each for chunk in found.edges for key, each in chunk.items()} == whole.pop("edges")
    assert found.rest == whole


_ODD = [
    ("dozen", '\\"}, {\\"'),
    ("dozen", '}}, \\"a\\": {'),
    ("dozen", '\\"edges\\": [{\\"'),
    ("dozen", "\\ud800"),
    ("dozen", "\\u0022:"),
    ('"created":', '"updated": "x", "created":'),
    ('"timestamp":', '"text": "twice", "timestamp":'),
    ('"timestamp":', '"more": [{"a": [1]}, {"b": {}}], "timestamp":'),
    ('"timestamp":', '"more": NaN, "timestamp":'),
    ('"timestamp":', '"more" : 1, "timestamp":'),
    ('"metadata":', '"userdata": {"a": {"b": {}}}, "metadata":'),
    ('"metadata":', '"userdata": {"argmap": {"tags": ["t"]}}, "metadata":'),
    ('"metadata":', '"metadata" :'),
    ('"nodes":', '"other": 1, "nodes":'),
    ('"edges":', '"nodes": 1, "edges":'),
    ('"edges":', '"edge":'),
    ('"type": "RA"', '"type": 5'),
    ("100003", "100001"),
    ('"source":', '"sources":'),
    ("}", "", 1),
    ("]", "", 1),
    (",", "", 300),
]


@pytest.mark.parametrize("name", _FILES)
@pytest.mark.parametrize("change", _ODD, ids=str)
def test_what_is_odd_is_read_as_ever(name, change):
    old, new, *often = change
    assert _is_same(_FILES[name].replace(old, new, *often), name)
    half = len(_FILES[name]) // 2
    assert _is_same(_FILES[name][:half] + _FILES[name][half:].replace(old, new, 1), name)


def test_an_id_that_stands_twice_far_apart_is_found():
    value = json.loads(_FILES["arguebuf"])
    first, *_, last = value["nodes"]
    text = json.dumps(value).replace(f'"{last}": {{', f'"{first}": {{')
    assert "key-twice" in {each.code for each in _in_parts(text, "arguebuf").diagnostics}
    assert _is_same(text, "arguebuf")


@given(st.data())
def test_any_change_to_a_file_is_read_as_ever(data):
    name = data.draw(st.sampled_from(sorted(_FILES)))
    text = _FILES[name]
    at = data.draw(st.integers(0, len(text)))
    size = data.draw(st.integers(0, 40))
    new = data.draw(st.text('{}[],:" \\na1', max_size=6))
    assert _is_same(text[:at] + new + text[at + size :], name, data.draw(st.integers(1, 5_000)))


@pytest.fixture
def short_is_long(monkeypatch):
    monkeypatch.setattr(given_module, "_LONG", 1)


@pytest.mark.usefixtures("short_is_long")
@pytest.mark.parametrize("name", _FILES)
def test_a_text_that_was_let_go_is_there_for_places(name, tmp_path: Path):
    path = tmp_path / "x.json"
    path.write_text(_FILES[name].replace('"type": "RA"', '"type": 5').replace('"source":', '"sources":', 1))
    found = read_result(path, name)
    assert found.diagnostics == read_result(path.read_text(), name).diagnostics != ()
    assert found.map.source.text == path.read_text()
    assert all(found.map.source.place(each.span.start).line for each in found.diagnostics)
    path.write_text(_FILES[name])
    assert read_result(path, name).map.source.text == ""


@pytest.mark.usefixtures("short_is_long")
def test_a_file_that_was_changed_meanwhile(tmp_path: Path):
    path = tmp_path / "x.json"
    path.write_text("{}")
    held = Given(Source("[ ]", "x.json"), str(path))
    held.let_go()
    assert held.held.text == ""
    with pytest.raises(ReadError, match="was changed while it was read"):
        _ = held.text
    stream = Given(Source("[ ]", "x.json"))
    stream.let_go()
    assert stream.text == "[ ]"


@pytest.mark.parametrize(("name", "made"), [("aif", as_aif), ("arguebuf", as_arguebuf)])
def test_nobody_holds_the_text_of_a_long_file_while_it_becomes_a_map(name, made, tmp_path, monkeypatch):
    path = tmp_path / "debate.json"
    path.write_text(made(*debate(6_000)))
    found = []
    result = Draft.result

    def looking(draft):
        found.append(max((len(each.text) for each in gc.get_objects() if type(each) is Source), default=0))
        return result(draft)

    monkeypatch.setattr(Draft, "result", looking)
    assert len(read_result(path, name).map) > 5_000
    assert path.stat().st_size > 1_000_000 > found[0]
