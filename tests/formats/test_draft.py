"""Drafts: whatever a reader puts into one, a sound map comes out, and what was left out is said."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.diagnostics import Severity, Span
from argmap.formats import Given
from argmap.formats.draft import Draft
from argmap.formats.renaming import changed_ids
from argmap.model import Claim, Range, RangeKind, RelationKind, Step, Wording
from argmap.model.integrity import faults
from argmap.model.naming import plain_data, whole
from argmap.source import Source
from tests.maps import data, maps, titles


def draft_of(text: str = "x") -> Draft:
    return Draft(Given(Source(text, "x.json")))


def is_sound(m: argmap.ArgumentMap) -> bool:
    return not list(faults(m.data, list(m.claims), list(m.arguments), list(m.relations), list(m.sections)))


keys = st.none() | titles | st.integers(0, 3)
names = st.sampled_from(["A", "C1", "nothing", "s1", ""])
marks = st.lists(
    st.builds(Range, st.sampled_from(list(RangeKind)), st.integers(-2, 9), st.integers(-2, 9), st.none() | titles),
    max_size=2,
)
odd: st.SearchStrategy[Any] = st.sampled_from(
    [{"a": {1, 2}}, {1: 2}, {"a": float("nan")}, [1], "x", {"a": object()}, {"a": [[[]]]}, None, {"b": 1, "c": {2}}]
)


@given(st.data())
def test_whatever_is_put_in_a_sound_map_comes_out(draw):
    draft = draft_of()
    of = draw.draw
    for _ in range(of(st.integers(0, 2))):
        draft.section(
            of(titles), key=of(st.none() | names), level=of(st.integers(1, 3)), ranges=tuple(of(marks)), data=of(odd)
        )
    for _ in range(of(st.integers(0, 4))):
        common = {
            "section": of(st.none() | names),
            "data": of(data | odd),
            "tags": of(st.lists(titles, max_size=2)),
            "ranges": tuple(of(marks)),
            "wordings": tuple(Wording(of(titles), tuple(of(marks))) for _ in range(of(st.integers(0, 1)))),
        }
        if of(st.booleans()):
            draft.claim(of(keys), of(titles | st.none() | st.integers()), **common)
        else:
            steps = [Step(tuple(of(st.lists(names, max_size=2))), of(names)) for _ in range(of(st.integers(0, 2)))]
            draft.argument(of(keys), of(titles), steps=steps, **common)
    for _ in range(of(st.integers(0, 3))):
        draft.relation(
            of(st.sampled_from(list(RelationKind))),
            of(names),
            of(names),
            step=of(st.none() | st.integers(-2, 3)),
            data=of(data | odd),
        )
    found = draft.result()
    m = found.map
    assert is_sound(m), list(faults(m.data, list(m.claims), list(m.arguments), list(m.relations), list(m.sections)))
    for record in m:
        for text, ranges in ((record.text, record.ranges), *((each.text, each.ranges) for each in record.wordings)):
            assert all(0 <= each.start < each.end <= len(text) for each in ranges)
    assert argmap.ArgumentMap.from_json(m.to_json()) == m
    assert all(loss.holder == "map" and loss.why.endswith(".") for loss in found.losses)


@given(maps())
def test_the_records_of_a_map_are_the_same_map(m):
    draft = draft_of()
    draft.title, draft.data = m.title, m.data
    for section in m.sections:
        fields = {name: getattr(section, name) for name in ("level", "parent", "tags", "data", "ranges")}
        draft.section(section.title, key=section.id, **fields)
    for record in m:
        fields = {name: getattr(record, name) for name in ("title", "tags", "section", "data", "ranges", "wordings")}
        if isinstance(record, Claim):
            assert draft.claim(record.id, record.text, **fields) == record.id
        else:
            assert draft.argument(record.id, record.text, steps=record.steps, **fields) == record.id
    for relation in m.relations:
        draft.relation(relation.kind, relation.source, relation.target, step=relation.step, data=relation.data)
    found = draft.result()
    assert (found.map, found.diagnostics, found.losses) == (m, (), ())
    assert changed_ids(m) == {}


@given(st.lists(titles, max_size=5))
def test_keys_become_ids_and_what_changes_is_said(wanted):
    draft = draft_of()
    ids = [draft.claim(key, "") for key in wanted]
    assert len(set(ids)) == len(ids)
    assert all(draft.id_of(key) == ids[len(ids) - 1 - wanted[::-1].index(key)] for key in wanted)
    found = draft.result()
    assert [claim.id for claim in found.map.claims] == ids
    told = [loss.kept_as for loss in found.losses]
    assert all((whole(key) == name) is (name not in told) for key, name in zip(wanted, ids, strict=True) if key)
    assert all(name.startswith("C") for key, name in zip(wanted, ids, strict=True) if not key)


def test_an_id_keeps_the_brackets_of_its_sort():
    draft = draft_of()
    assert draft.claim("Rain", "") == "Rain"
    assert draft.argument("<Rain>") == "<Rain>"
    assert draft.claim("<Sun>", "") == "‹Sun›"
    assert draft.section("Weather", key="s7") == "s7"
    assert draft.section("Weather", key="s7") not in ("s7", "")


def test_relations_without_an_end_are_said():
    draft = draft_of()
    rain = draft.claim("Rain", "It rains")
    draft.relation(RelationKind.ATTACK, rain, "Rian")
    found = draft.result()
    assert len(found.map.relations) == 0
    assert [each.message for each in found.diagnostics] == [
        "A relation (attack) points to 'Rian', which is not there; it is left out. Did you mean 'Rain'?"
    ]


def test_steps_and_sections_that_are_not_there_are_losses():
    draft = draft_of()
    draft.claim("Rain", "It rains", section="s4")
    draft.argument("Sun", steps=[Step(("Rain", "x"), "Rain"), Step(("Rain",), "y")])
    found = draft.result()
    assert found.map["Rain"].section is None
    assert found.map["Sun"].steps == (Step(("Rain",), "Rain"),)
    assert [(loss.what, loss.where) for loss in found.losses] == [
        ("the section it stands in", "Rain"), ("the parts of its inferences", "Sun"),
    ]  # fmt: skip


def test_a_relation_given_twice_with_other_data_is_a_loss():
    draft = draft_of()
    one, other = draft.claim("A", ""), draft.claim("B", "")
    draft.relation(RelationKind.ATTACK, one, other, data={"weight": 1, "x": 1})
    draft.relation(RelationKind.ATTACK, one, other, data={"weight": 2})
    found = draft.result()
    assert dict(found.map.relations[0].data) == {"weight": 2, "x": 1}
    assert [(loss.what, loss.where) for loss in found.losses] == [("the data", "[A] attacks [B]")]


def test_faults_have_places_in_order_and_many_of_one_kind_are_counted():
    text = '{"nodes": [{"text": 5}], "edges": 7}'
    draft = draft_of(text)
    draft.fault("edges", "second", "Behind.")
    draft.warn("nodes[0].text", "first", "Before.")
    draft.fault(Span(0, 1), "start", "At the start.")
    for _ in range(60):
        draft.fault(4, "many", "Again.")
    found = draft.result().diagnostics
    assert [each.span.start for each in found] == sorted(each.span.start for each in found)
    said = {each.code: (text[slice(*each.span)], each.message, each.severity) for each in found if each.code != "many"}
    assert said == {
        "second": ("7", "edges: Behind.", Severity.ERROR),
        "first": ("5", "nodes[0].text: Before.", Severity.WARNING),
        "start": ("{", "At the start.", Severity.ERROR),
    }
    many = [each.message for each in found if each.code == "many"]
    assert many == ["Again."] * 50 + ["There are 10 more of the kind many."]


def test_hints_are_given_for_the_first_few_only():
    draft = draft_of()
    for _ in range(20):
        draft.dangling(0, "This", "Rian", (name for name in ["Rain", "Sun"]))
    assert sum("Did you mean 'Rain'?" in each.message for each in draft.result().diagnostics) == 10


@given(data | odd)
def test_data_that_a_map_cannot_hold_are_losses(given_data):
    draft = draft_of()
    kept = draft.clean(given_data, "A")
    assert plain_data(kept) == kept
    try:
        sound = plain_data(given_data) if isinstance(given_data, dict) else None
    except argmap.ModelError:
        sound = None
    lost = [loss.what for loss in draft.result().losses]
    if sound is not None:
        assert (kept, lost) == (sound, [])
    elif given_data:
        assert lost
    assert json.dumps(dict(kept))
