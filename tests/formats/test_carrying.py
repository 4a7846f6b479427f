"""What formats without words for it carry: it comes back equal, and rubbish in its place is said and left out."""

from __future__ import annotations

import json
from dataclasses import MISSING, fields, replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.formats import Given
from argmap.formats.carrying import carried, restored
from argmap.formats.draft import Draft
from argmap.model import Argument, Claim, Relation, RelationKind, Section, Step
from argmap.source import Source
from tests.maps import maps

BLANK: dict[Any, Any] = {
    Claim: Claim("x"),
    Argument: Argument("x"),
    Relation: Relation(RelationKind.SUPPORT, "", ""),
    Section: Section("x", ""),
    Step: Step((), ""),
}


def draft() -> Draft:
    return Draft(Given(Source('{"argmap": {}}', "x.json")))


def everything_in(m: argmap.ArgumentMap):
    yield from m
    yield from m.relations
    yield from m.sections
    for argument in m.arguments:
        yield from argument.steps


@given(maps(), st.data())
def test_every_record_comes_back(m, data):
    for record in everything_in(m):
        names = [each.name for each in fields(record) if each.name not in ("id", "occurrences", "span", "spans")]
        says = data.draw(st.sets(st.sampled_from(names)))
        left = carried(record, says)
        assert not says & left.keys()
        text = json.dumps(left)  # JSON can hold it
        into = draft()
        found = restored(type(record), json.loads(text), into, "argmap")
        assert into.result().diagnostics == ()
        said = {name: getattr(record, name) for name in says}
        kept = {"id": record.id} if hasattr(record, "id") else {}
        assert replace(BLANK[type(record)], **kept, **found, **said) == record


@given(maps())
def test_defaults_are_not_carried(m):
    for record in everything_in(m):
        blank = BLANK[type(record)]
        needed = {each.name for each in fields(record) if each.default is MISSING}
        for name, value in carried(record, says=()).items():
            assert name in needed or getattr(record, name) != getattr(blank, name), (name, value)
    assert carried(Claim("C1"), says=()) == {}


rubbish = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3) | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(
                ["text", "title", "ranges", "kind", "start", "end", "data", "steps", "premises", "conclusion", "level"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


@given(st.sampled_from(list(BLANK)), rubbish)
def test_rubbish_is_said_and_left_out(kind, given_value):
    into = draft()
    found = restored(kind, given_value, into, "argmap")
    said = into.result().diagnostics
    assert all(each.code == "bad-carried" and each.message.startswith("argmap") for each in said)
    known = {each.name for each in fields(kind)}
    assert found.keys() <= known
    if isinstance(given_value, dict):
        bad = {each.message.split(":")[0].removeprefix("argmap.") for each in said}
        assert found.keys() | bad == given_value.keys() & (known - {"id", "occurrences", "span", "spans"})
    else:
        assert found == {}
        assert bool(said) is bool(given_value)
    replace(BLANK[kind], **found)


def test_what_is_deep_or_large_is_said():
    deep: object = []
    for _ in range(100_000):
        deep = [deep]
    for value in (deep, 10**5000, float("nan")):
        into = draft()
        assert restored(Claim, {"data": {"a": value}, "text": "x"}, into, "argmap") == {"text": "x"}
        assert [each.code for each in into.result().diagnostics] == ["bad-carried"]


def test_a_place_in_a_text_that_is_no_json():
    into = draft()
    assert restored(Claim, {"tags": 5}, into, 3) == {}
    assert [each.span.start for each in into.result().diagnostics] == [3]
