"""Argdown from any map: what is printed says the same as the map, also to the official reader."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import argmap
from argmap.model import Argument, ArgumentMap, Claim, Relation, RelationKind, Step, Wording
from argmap.model.integrity import faults
from argmap.model.naming import whole
from argmap.text import parse
from argmap.text.formatter import format_text
from argmap.text.printer import print_map
from tests.maps import maps, ranges_of, texts, titles
from tests.oracle.differences import differences
from tests.oracle.official import Official
from tests.oracle.reading import official_reading, reading_of
from tests.text.printer.printing import check

GOOD = sorted((Path(__file__).parents[2] / "conformance" / "good").rglob("*.argdown"))
NOTES = "\nargmap:\n"


@given(maps())
def test_every_map_comes_back(m: ArgumentMap) -> None:
    check(m)


@given(maps(argdown=True))
def test_every_map_that_argdown_holds_comes_back(m: ArgumentMap) -> None:
    assert not any(name in check(m).split("\n===\n")[0] for name in ("\n  relations:", "\n  data:"))


NAMES = st.one_of(
    titles.filter(bool),
    st.sampled_from(
        ["C1", "C2", "A1", "<A>", "[A]", "<C1>", "[C1]", "a\nb", " x ", "-1", "_u", "[x]: y", "a]:b", "!--x"]
    ),
)
SETTINGS: list[dict[str, Any]] = [
    {},
    {"model": {"mode": "strict"}},
    {"model": {"removeTagsFromText": True}},
    {"model": {"transformArgumentRelations": False}},
    {"model": {"shortcodes": {":x:": {"unicode": "y"}, ".and.": {"unicode": "&"}}}},
    {"title": 3},
    {"argmap": {"claims": 1}},
    {"title": "t", "argmap": None},
]


@st.composite
def wild_maps(draw: st.DrawFn) -> ArgumentMap:
    """A map of records that a reader of another format could make: nothing of it was tidied."""
    m = draw(maps())
    names: dict[str, str] = {}
    for record in m:
        name = whole(draw(NAMES)) if draw(st.booleans()) else record.id
        while name in names.values() or (name != record.id and name in m):
            name += "'"
        names[record.id] = name
    raw = texts.map(whole)
    lies_flat, is_renamed = draw(st.booleans()), draw(st.booleans())
    places = {each.id: f"s{len(m.sections) - k}" if is_renamed else each.id for k, each in enumerate(m.sections)}
    sections = [
        dataclasses.replace(
            each,
            id=places[each.id],
            parent=None if lies_flat or each.parent is None else places[each.parent],
            level=draw(st.integers(1, 4)),
        )
        for each in m.sections
    ]

    def changed(record: Claim | Argument) -> dict[str, Any]:
        changes: dict[str, Any] = {"id": names[record.id], "section": places.get(record.section or "")}
        if draw(st.integers(0, 3)) == 0:
            changes["text"] = draw(raw)
            changes["ranges"] = draw(ranges_of(changes["text"]))
        if draw(st.integers(0, 3)) == 0:
            changes["title"] = None
        if draw(st.integers(0, 5)) == 0:
            changes["tags"] = tuple(dict.fromkeys(draw(st.lists(raw, max_size=3))))
        if draw(st.integers(0, 5)) == 0:
            changes["wordings"] = tuple(map(Wording, draw(st.lists(raw, max_size=2))))
        return changes

    def step(given: Step) -> Step:
        premises = tuple(names[each] for each in given.premises) if draw(st.integers(0, 5)) else ()
        rules = tuple(draw(st.lists(raw, max_size=2))) if draw(st.booleans()) else given.rules
        return Step(premises, names[given.conclusion], rules, given.data)

    claims = [dataclasses.replace(each, **changed(each)) for each in m.claims]
    arguments = [dataclasses.replace(each, **changed(each), steps=tuple(map(step, each.steps))) for each in m.arguments]
    counts = {each.id: len(each.steps) for each in arguments}
    relations: list[Relation] = []
    for each in m.relations:
        source, target = names[each.source], names[each.target]
        if draw(st.booleans()):
            source = draw(st.sampled_from(list(names.values())))
        steps = range(counts.get(target, 0)) if each.kind is RelationKind.UNDERCUT else ()
        relations.append(Relation(each.kind, source, target, draw(st.sampled_from([None, *steps])), each.data))
    data = {**m.data, **draw(st.sampled_from(SETTINGS))}
    assume(next(faults(data, claims, arguments, relations, sections), None) is None)
    return ArgumentMap.from_records(
        title=m.title, data=data, claims=claims, arguments=arguments, relations=relations, sections=sections
    )


@given(wild_maps())
def test_every_map_of_untidy_records_comes_back(m: ArgumentMap) -> None:
    check(m)


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_every_good_document_comes_back(path: Path) -> None:
    check(parse(path.read_bytes().decode()).map)


@given(maps(argdown=True))
def test_what_is_printed_is_officially_valid(official: Official, m: ArgumentMap) -> None:
    assume(len(m))
    text = print_map(m)
    answer = official.read(text)
    assert answer.valid, (answer.exception, answer.errors, text)
    # Two differences that come from JavaScript: a property of every object, and its idea of white space.
    if NOTES not in text and "__proto__" not in text and "\ufeff" not in text:
        assert answer.reading is not None
        assert differences(reading_of(parse(text)), official_reading(answer.reading, text)) == []


def test_a_printed_map_keeps_the_layout_it_was_read_with() -> None:
    """Of the flagship, only comments go, and the line breaks of data are set anew."""
    given = argmap.datasets.path("open_vs_closed").read_text(encoding="utf-8")
    printed = print_map(parse(given).map)

    def outline(text: str) -> list[str]:
        marks = ("#", "[", "<", "(", "--", "  +", "  -", "  >", "  <", "  _")
        return [line.split(" {")[0] for line in text.split("\n") if line.startswith(marks)]

    assert outline(printed) == outline(given)
    assert format_text(printed).text == printed
