"""SADFace: what a document means, what comes back, and the validation of SADFace as its source tells it."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.formats import read, read_result, write
from tests.formats.nodes import count, sadface_graph
from tests.formats.telling import told
from tests.golden import check_golden
from tests.maps import maps

HERE = Path(__file__).parent / "samples" / "sadface"
SHARED = Path(__file__).parents[3] / "shared" / "data" / "formats" / "sadface"


def text_of(m):
    text = io.StringIO()
    assert write(m, text, "sadface") == []
    return text.getvalue()


def back(text):
    result = read_result(io.StringIO(text), "sadface")
    assert not told(result)
    assert not result.losses
    return result.map


def in_order(text):
    value = json.loads(text)
    return {**value, **{key: sorted(value[key], key=lambda each: each["id"]) for key in ("nodes", "edges")}}


def node(number):
    return f"00000000-0000-4000-8000-0000000000{number}"


def test_version_2():
    m = read(HERE / "tram-0.2.json")
    assert (m.title, m.data["abstract"]) == ("The tram", "Two sides on a tram.")
    assert m.data["sadface"]["core"]["notes"] == "Not done."
    (argument,) = m.arguments
    assert (argument.premises, argument.conclusion, argument.scheme) == ((node("a2"),), node("a1"), None)
    (attack,) = m.relations
    assert (attack.kind.value, attack.source, attack.target) == ("attack", node("a3"), node("a1"))


def test_version_5():
    m = read(HERE / "tram-0.5.json")
    assert m.data["thesis"] == node("a1")
    assert m.sources[0].title == "A letter"
    assert m[node("a1")].data["cites"] == [{"source": node("f1"), "quote": "need a tram", "start": 3, "end": 14}]
    assert m[node("b1")].scheme == "expert_opinion"
    kinds = {(r.kind.value, r.source, r.target, r.step) for r in m.relations}
    assert kinds == {
        ("attack", node("a3"), node("a1"), None),
        ("contrary", node("a1"), node("a4"), None),
        ("undercut", node("a3"), node("b1"), 0),
    }


@pytest.mark.parametrize("name", ["tram-0.2", "tram-0.5"])
def test_a_document_comes_back_as_it_was(name):
    text = (HERE / f"{name}.json").read_text(encoding="utf-8")
    m = back(text)
    assert in_order(text_of(m)) == in_order(text)
    assert back(text_of(m)) == m


def small():
    m = argmap.ArgumentMap("Rain", data={"sources": {"diary": "My diary"}, "abstract": "On wet streets."})
    wet = m.claim("The street is wet", title="Wet", tags=["town"], section=m.section("Outside"))
    m.data["thesis"] = wet.id
    rain = m.claim("It rains", data={"cites": [{"source": "diary", "quote": "rain", "start": 2, "end": 6}]})
    a = m.support([rain, "Rain makes streets wet"], wet, title="Rain", rules=["Modus ponens"], scheme="sign")
    m.step(a, ["Who walks there slips"], "We slip")
    m.rebut(["The sky is blue", "Nobody has an umbrella"], rain)
    m.undercut("The street has a roof", a)
    m.relate(wet, "contradictory", m.claim("The street is dry"))
    m.argument("Think of the shoes", title="Shoes")
    return m


def test_what_is_written():
    check_golden(HERE / "rain.json", text_of(small()))
    assert back(text_of(small())) == small()


@given(maps())
def test_every_map_comes_back(m):
    again = back(text_of(m))
    assert again == m
    assert back(text_of(again)) == m


@given(maps())
def test_documents_are_as_sadface_wants_them(m):
    """The rules of the validation in the library, put down here again."""
    value = json.loads(text_of(m))
    assert all(type(part) is list for part in (value["nodes"], value["edges"], value["resources"]))
    needed = {"analyst_email", "analyst_name", "created", "edited", "id", "version"}
    assert all(type(value["metadata"]["core"][word]) is str for word in needed)
    for edge in value["edges"]:
        assert set(edge) == {"id", "source_id", "target_id"}
        for key in edge.values():
            UUID(key)
    for each in value["nodes"]:
        UUID(each["id"])
        assert each["type"] in ("atom", "inference", "conflict")
        assert type(each["text" if each["type"] == "atom" else "name"]) is str
        assert each["metadata"].keys() <= value["metadata"].keys()
        assert all(type(block) is dict for block in each["metadata"].values())
    found = count(*sadface_graph(value))
    assert len(m.claims) <= found["claim"]


def test_what_another_program_says_counts():
    value = json.loads(text_of(small()))
    by_text = {each.get("text"): each for each in value["nodes"]}
    by_text["It rains"]["sources"] = []
    by_text["It rains"]["text"] = "It pours"
    named = next(each for each in value["nodes"] if each.get("name") == "sign")
    named["name"] = "support"
    m = back(json.dumps(value))
    assert (m["C1"].text, m["C1"].data) == ("It pours", {})
    assert m["Rain"].scheme is None


def odd_files():
    keys = st.sampled_from(["a", "b", "s", "t"])
    scraps: st.SearchStrategy[Any] = st.sampled_from(
        [None, 5, "x", [], {}, {"a": 1}, True, [[]], [{"resource_id": "a"}], {"core": 3}]
    )
    marks = st.fixed_dictionaries(
        {
            "as": st.sampled_from(["sketch", "argument", "relation", "step", "mirror", 5]),
            "kind": st.sampled_from(["contrary", "support", "undercut", 5]),
            "of": keys,
            "own": scraps,
            "data": scraps,
        }
    )
    metadata = st.fixed_dictionaries({}, optional={"core": scraps, "argmap": marks | scraps, "x": scraps})
    kinds = st.sampled_from(["atom", "scheme", "inference", "conflict", 5])
    names = st.sampled_from(["support", "attack", "disagree", "sign", "unknown", None, " "])
    each = st.fixed_dictionaries(
        {"id": keys, "type": kinds},
        optional={"name": names, "text": scraps, "sources": scraps, "metadata": metadata | scraps},
    )
    edge = st.fixed_dictionaries({"source_id": keys, "target_id": keys}, optional={"id": scraps, "y": scraps})
    return st.fixed_dictionaries(
        {"nodes": st.lists(each | scraps, max_size=4)},
        optional={
            "edges": st.lists(edge | scraps, max_size=6) | scraps,
            "resources": st.lists(st.fixed_dictionaries({"id": keys, "content": scraps}), max_size=2) | scraps,
            "metadata": metadata | scraps,
            "z": scraps,
        },
    )


@given(odd_files())
def test_any_document_is_read_and_what_was_read_comes_back(value):
    result = read_result(io.StringIO(json.dumps(value)), "sadface")
    assert all(item.message for item in result.diagnostics)
    again = read_result(io.StringIO(text_of(result.map)), "sadface")
    assert again.map == result.map


@pytest.mark.skipif(not SHARED.is_dir(), reason="the samples of others are not here")
@pytest.mark.parametrize("name", ["hangback_data", "minimal", "ts_sadface"])
def test_documents_of_others(name):
    text = (SHARED / f"{name}.json").read_text(encoding="utf-8")
    result = read_result(io.StringIO(text))
    assert not told(result)
    assert in_order(text_of(result.map)) == in_order(text)
    assert count(*sadface_graph(json.loads(text_of(result.map)))) == count(*sadface_graph(json.loads(text)))


def test_the_scheme_of_an_attack_is_not_its_name():
    m = argmap.ArgumentMap()
    m.relate(m.claim("It rains"), "attack", m.claim("It is dry"), data={"scheme": "Calling Out"})
    assert back(text_of(m)) == m
