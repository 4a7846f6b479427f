"""Argdown's JSON: maps and back, what the official tool writes, old variants, and files that say anything."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.formats import Given
from argmap.formats.argdown_json.marks import read_marked, write_ranges
from argmap.formats.table import format_named, format_of
from argmap.formats.writing import to_files
from argmap.model import Range, RangeKind
from argmap.model.naming import as_line, one_line
from argmap.source import Source
from argmap.text import ParseResult
from tests.golden import check_golden
from tests.maps import maps, ranges_of, texts

HERE = Path(__file__).parent / "samples" / "argdown-json"
TESTS = Path(__file__).parents[1]
DATASETS = Path(argmap.__file__).parent / "datasets"
SHARED = Path(__file__).parents[3] / "shared" / "data" / "formats" / "argdown-json"
ARGDOWN_JSON = format_named("argdown-json")
COLOURS = ("the colours", "the map")


def written(m: argmap.ArgumentMap) -> str:
    files, losses = to_files(m, ARGDOWN_JSON)
    assert losses == []
    return files[""].decode()


def read(text: str) -> ParseResult:
    return ARGDOWN_JSON.load().read(Given(Source(text, "x.json")))


def read_value(value: object) -> ParseResult:
    return read(json.dumps(value))


@given(maps())
def test_every_map_comes_back(m):
    text = written(m)
    found = read(text)
    assert (found.diagnostics, found.losses) == ((), ())
    assert found.map == m
    assert {record.id: record.title for record in found.map} == {
        record.id: (record.title and one_line(record.title)) or record.title for record in m
    }
    again = written(found.map)
    assert written(read(again).map) == again


@given(texts.map(one_line).flatmap(lambda text: st.tuples(st.just(text), ranges_of(text))))
def test_ranges_come_back(pair):
    text, ranges = pair
    found, back = read_marked(text, write_ranges(text, ranges))
    assert found == text
    blank = (" ", "\t")
    plain = [each for each in ranges if not text[each.start : each.end].endswith(blank)]
    assert [each for each in back if not text[each.start : each.end].endswith(blank)][: len(plain)] or not plain
    for each in plain:
        assert each in back or each.target == ""


@given(st.text(" \n\té😀\x85\u00a0ab", max_size=12), st.integers(-3, 30), st.integers(-3, 30))
def test_marked_words_are_the_same_after_a_text_is_brought_to_one_line(text, start, stop):
    found, ranges = read_marked(text, [{"type": "bold", "start": start, "stop": stop}])
    assert found == as_line(text)
    for each in ranges:
        assert 0 <= each.start < each.end <= len(found)
    if text == found and text.isascii() and 0 <= start <= stop < len(text):
        assert ranges == (Range(RangeKind.BOLD, start, stop + 1),)
    units = text.encode("utf-16-le")
    if 0 <= start <= stop < len(units) // 2:
        marked = units[2 * start : 2 * stop + 2].decode("utf-16-le", "ignore")
        shown = "".join(found[each.start : each.end] for each in ranges)
        assert one_line(marked) in one_line(shown)


def test_a_file_as_it_is_written():
    m = argmap.ArgumentMap("Rain", data={"sides": ["wet"]})
    weather = m.section("Weather", tags=["w"])
    inner = m.section("Streets", parent=weather)
    rain = m.claim("It rains", title="Rain", tags=["a"], side="wet", section=weather)
    m.replace(
        rain, text="It 🌧 rains", ranges=[Range(RangeKind.BOLD, 5, 10)], wordings=[argmap.model.Wording("Rain falls")]
    )
    m.claim("Lonely", title="Untitled 7")
    sun = m.support(["Dry streets tell of sun"], m.claim("The sun shines", title="Sun"), title="Rain", rules=["sign"])
    m.step(sun, [rain], m.claim("So be it"), data={"uses": [1]})
    m.undercut("Streets are cleaned", sun, title="Clean", section=inner)
    m.relate("Sun", "contradictory", rain, data={"why": "w"})
    text = written(m)
    check_golden(HERE / "written.argdown-json.json", text)
    assert read(text).map == m


# -- what the official tool writes -----------------------------------------------------------------------------

OTHERWISE = {
    "data/data-dates": "yaml-beyond-json",
    "data/data-infinity-and-not-a-number": "yaml-beyond-json",
    "transform/off-and-strict": "relations of arguments stay with them; a map read from a file goes by the laws of maps",
    "transform/off-relations-stay-with-the-argument": "the same",
}
DRAWN_OTHERWISE = {
    "front-matter/front-matter-settings-for-drawing": "the front matter asks for another drawing, and the JSON has none",
}


def official_json(sources: list[str]) -> list[str | None]:
    answer = subprocess.run(
        ["node", str(TESTS / "oracle" / "export.mjs")],
        input=json.dumps(sources).encode(),
        capture_output=True,
        check=True,
    )
    made: list[str | None] = json.loads(answer.stdout)
    return made


def facts(m: argmap.ArgumentMap) -> dict[str, Any]:
    """All that Argdown's JSON says of a map, with the blanks in texts as they are in a map that is read."""

    def words(record: Any) -> Any:
        parts = [(record.text, record.ranges), *((each.text, each.ranges) for each in record.wordings)]
        plain = [(one_line(text), ranges if one_line(text) == text else None) for text, ranges in parts]
        return plain, record.tags, dict(record.data), record.section

    def ends(relation: Any) -> Any:
        pair = (relation.source, relation.target)
        return tuple(sorted(pair)) if relation.kind.is_symmetric else pair

    return {
        "claims": {each.id: words(each) for each in m.claims},
        "arguments": {each.id: (words(each), each.steps) for each in m.arguments},
        "relations": {(each.kind, ends(each), each.step) for each in m.relations},
        "sections": [(s.id, s.level, s.parent, one_line(s.title), s.tags, dict(s.data)) for s in m.sections],
    }


def drawn(value: dict[str, Any]) -> tuple[Any, Any, Any]:
    """The nodes, edges and groups of a drawing."""
    titles, groups = {}, {}
    stack = list(value["map"]["nodes"])
    while stack:
        node = stack.pop()
        if "children" in node:
            groups[node["id"]] = sorted(each.get("title") for each in node["children"])
            stack += node["children"]
        else:
            titles[node["id"]] = (node["type"], node["title"])
    edges = {(titles[e["from"]], titles[e["to"]], e["relationType"]) for e in value["map"]["edges"]}
    return sorted(titles.values()), edges, groups


@pytest.mark.usefixtures("official")
def test_what_the_official_tool_writes_is_read_as_its_text_is():
    assert os.environ["ARGMAP_ORACLE"]
    good = TESTS / "conformance" / "good"
    paths = {str(path.relative_to(good).with_suffix("")): path for path in sorted(good.rglob("*.argdown"))}
    paths |= {path.stem: path for path in sorted(DATASETS.glob("*.argdown"))}
    sources = {name: path.read_bytes().decode() for name, path in paths.items()}
    compared = 0
    for (name, source), text in zip(sources.items(), official_json(list(sources.values())), strict=True):
        assert text is not None, name
        found = read(text)
        assert found.diagnostics == (), name
        lost = {(loss.what, loss.where) for loss in found.losses} - {COLOURS}
        if name in OTHERWISE or any(what == "the id" for what, _ in lost):
            continue  # titles with brackets and the like cannot be ids of a map that is read from such a file
        assert lost == set(), name
        front = argmap.parse(source).map
        official = facts(found.map)
        ours = facts(front)
        headed = {section.id for section in front.sections if section.ranges}
        for each in (official, ours):  # a heading loses its marks in the JSON, and keeps the signs for them
            each["sections"] = [(*s[:3], None if s[0] in headed else s[3], *s[4:]) for s in each["sections"]]
        if any(None in [ranges for _, ranges in words[0]] for words in ours["claims"].values()):
            for table in (official, ours):
                table["claims"] = {key: [text for text, _ in words[0]] for key, words in table["claims"].items()}
        assert official == ours, name
        if name not in DRAWN_OTHERWISE:
            assert drawn(json.loads(written(found.map))) == drawn(json.loads(text)), name
        compared += 1
    assert compared > 400


@pytest.mark.skipif(not SHARED.is_dir(), reason="the samples of others are not here")
@pytest.mark.parametrize(
    "name",
    ["legalisation-softdrugs", "Populism-Core-Argument-Argdown-Example", "gen/state-censorship", "gen/legalisation-softdrugs",
     "withmap/state-censorship", "withmap/semmelweis_betz", "withmap/legalisation-softdrugs"],
)  # fmt: skip
def test_samples(name):
    text = (SHARED / f"{name}.json").read_text()
    value = json.loads(text)
    found = read(text)
    assert found.diagnostics == ()
    assert {(loss.what, loss.where) for loss in found.losses} == {COLOURS}
    m = found.map
    assert len(m.claims) == len(value["statements"])
    assert len(m.arguments) == len(value["arguments"])
    assert len(m.relations) == len(value["relations"])
    lines = [line for each in value["arguments"].values() for line in each["pcs"]]
    assert sum(len(a.premises) for a in m.arguments) == sum("inference" not in line for line in lines)
    assert sum(len(a.steps) for a in m.arguments) == sum("inference" in line for line in lines)
    again = json.loads(written(m))
    assert read(json.dumps(again)).map == m
    if "map" in value:
        assert drawn(again) == drawn(value)
        del value["statements"], value["arguments"]
        alone = read_value(value).map
        assert len(alone) == len(drawn(value)[0])
        assert len(alone.relations) == len(drawn(value)[1])


# -- variants --------------------------------------------------------------------------------------------------

SMALL: dict[str, Any] = {
    "statements": {
        "Rain": {"type": "equivalence-class", "title": "Rain", "members": [
            {"type": "statement", "role": "top-level-statement", "title": "Rain", "text": "Rain falls. "},
            {"type": "statement", "role": "premise", "title": "Rain", "isReference": True, "text": " "},
            {"type": "statement", "role": "top-level-statement", "title": "Rain", "text": "It rains. #w ", "tags": ["w"],
             "ranges": [{"type": "tag", "start": 10, "stop": 12, "tag": "w"}]},
        ], "tags": ["w"], "data": {"weight": 1}},
        "Untitled 1": {"title": "Untitled 1", "members": [{"text": "Streets get wet.", "title": "Untitled 1"}]},
        "C1": {"title": "C1", "members": []},
    },
    "arguments": {
        "Rain": {"type": "argument", "title": "Rain", "members": [], "pcs": [
            {"title": "Rain", "role": "premise"},
            {"title": "Untitled 1", "role": "intermediary-conclusion", "inference": {"inferenceRules": ["sign"]}},
            {"title": "C1", "role": "main-conclusion", "inference": {"inferenceRules": [], "data": {"uses": [1]}}},
        ]},
        "Untitled 1": {"title": "Untitled 1", "members": [{"role": "argument-description", "text": "No"}]},
    },
    "relations": [
        {"relationType": "undercut", "from": "Untitled 1", "fromType": "argument", "to": "Rain", "toType": "inference",
         "conclusionIndex": 1},
        {"relationType": "attack", "source": {"type": "argument", "title": "Untitled 1"},
         "target": {"type": "equivalence-class", "title": "Rain"}},
    ],
    "frontMatter": {"title": "Weather", "author": "A"},
    "sections": [],
}  # fmt: skip


def test_a_small_file():
    found = read_value(SMALL)
    assert (found.diagnostics, found.losses) == ((), ())
    m = found.map
    assert (m.title, m.data) == ("Weather", {"author": "A"})
    assert [(c.id, c.title, c.text) for c in m.claims] == [
        ("Rain", "Rain", "It rains. #w"), ("C2", None, "Streets get wet."), ("C1", "C1", ""),
    ]  # fmt: skip
    assert [w.text for w in m["Rain"].wordings] == ["Rain falls."]
    assert m["Rain"].ranges == (Range(RangeKind.TAG, 10, 12, "w"),)
    assert [(a.id, [(s.premises, s.conclusion, s.rules, dict(s.data)) for s in a.steps]) for a in m.arguments] == [
        ("<Rain>", [(("Rain",), "C2", ("sign",), {}), ((), "C1", (), {"uses": [1]})]), ("A1", []),
    ]  # fmt: skip
    assert {(r.kind, r.source, r.target, r.step) for r in m.relations} == {
        ("undercut", "A1", "<Rain>", 0), ("attack", "A1", "Rain", None),
    }  # fmt: skip


def test_a_drawing_alone_with_groups_and_old_edges():
    nodes = [
        {"id": "s1", "type": "group-map-node", "title": "Weather", "labelTitle": "Weather", "children": [
            {"id": "n0", "type": "statement-map-node", "title": "Rain", "labelTitle": "Rain", "labelText": "It rains. ", "tags": ["w"]},
            {"id": "g", "type": "group-map-node", "title": "Inner", "children": [
                {"id": "n1", "type": "argument-map-node", "title": "Rain", "labelTitle": "Rain"}]},
        ]},
        {"id": "n2", "type": "statement-map-node", "title": "Untitled 3", "labelText": "No."},
    ]  # fmt: skip
    edges = [
        {"id": "e1", "type": "map-edge", "relationType": "support", "from": "n1", "to": "n0"},
        {"id": "e2", "type": "map-edge", "relationType": "attack", "source": {"id": "n2"}, "target": {"id": "n0"}},
        {"id": "e3", "type": "map-edge", "relationType": "attack", "from": "n2", "to": "n9"},
    ]
    found = read_value({"map": {"nodes": nodes, "edges": edges}})
    m = found.map
    assert [(r.id, r.text, r.section, r.tags) for r in m] == [
        ("Rain", "It rains.", "s1", ("w",)), ("C1", "No.", None, ()), ("<Rain>", "", "g", ()),
    ]  # fmt: skip
    assert [(s.id, s.title, s.level, s.parent) for s in m.sections] == [
        ("s1", "Weather", 1, None),
        ("g", "Inner", 2, "s1"),
    ]
    assert {(r.kind, r.source, r.target) for r in m.relations} == {
        ("support", "<Rain>", "Rain"),
        ("attack", "C1", "Rain"),
    }
    assert [each.code for each in found.diagnostics] == ["dangling"]
    assert [loss.what for loss in found.losses] == ["the premises and conclusions of the arguments"]


def test_content_tells_the_format():
    for value, name in (({"statements": {}, "arguments": {}}, "argdown-json"), ({"map": {"nodes": [], "edges": []}}, "argdown-json"),
                        ({"format": "argmap", "version": 1}, "json"), ({"statements": {}}, "json")):  # fmt: skip
        for path in ("x", "x.json"):
            assert format_of(Given(Source(json.dumps(value), path), path)).name == name
    assert format_of(Given(Source("{}", "x.argdown-json.json"), "x.argdown-json.json")).name == "argdown-json"


# -- hostile ---------------------------------------------------------------------------------------------------

rubbish = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 3) | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["", "Rain", "Untitled 1", "attack", "argument", "s1", "a.b[0]"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(
        ["title", "members", "pcs", "inference", "text", "ranges", "from", "to", "type", "data", "tags", "section", "id",
         "children", "argmap", "level", "conclusionIndex", "start", "stop", "Rain"]), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


def paths_in(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in items:
        found += paths_in(each, (*path, key))
    return found


def is_key(value: Any, key: Any) -> bool:
    return key in value if isinstance(value, dict) else isinstance(value, list) and key in range(len(value))


@given(st.data())
def test_any_part_may_be_missing_or_anything(data):
    value = json.loads(json.dumps(SMALL))
    for path in data.draw(st.lists(st.sampled_from(paths_in(SMALL)), min_size=1, max_size=3)):
        at: Any = value
        for key in path[:-1]:
            at = at[key] if is_key(at, key) else {}
        if isinstance(at, dict) and data.draw(st.booleans()):
            at.pop(path[-1], None)
        elif is_key(at, path[-1]):
            at[path[-1]] = data.draw(rubbish)
    found = read_value(value)
    assert all(each.message for each in found.diagnostics)
    to_files(found.map, ARGDOWN_JSON)
    found.map.to_argdown()


@given(
    st.dictionaries(
        st.sampled_from(["statements", "arguments", "relations", "sections", "map", "argmap", "frontMatter"]), rubbish
    )
)
def test_any_object_is_read_or_its_fault_is_told(value):
    found = read_value(value)
    to_files(found.map, ARGDOWN_JSON)


def test_ids_that_no_reader_gives_are_told():
    m = argmap.parse("[Rain <now>]: It rains.\n\n<Rain>: x\n  -> [Rain <now>]").map
    files, losses = to_files(m, ARGDOWN_JSON)
    assert [(loss.what, loss.where, loss.kept_as) for loss in losses] == [("the id", "[Rain <now>]", "Rain ‹now›")]
    back = ARGDOWN_JSON.load().read(Given(Source(files[""].decode(), "x"))).map
    assert {r.id for r in back} == {"Rain ‹now›", "Rain"}
