"""Frameworks as maps, and maps as frameworks, in APX, TGF and the format of ICCMA."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.formats import Given, read_result
from argmap.formats.keeping import Facet
from argmap.formats.naming import label
from argmap.formats.table import format_named, format_of
from argmap.formats.writing import to_files
from argmap.frameworks.files import FORMATS
from argmap.source import Source
from tests.formats.telling import told
from tests.maps import maps

NAMES = ["apx", "tgf", "iccma"]
each_format = pytest.mark.parametrize("name", NAMES)

WRITTEN = {
    "apx": "arg(Rain).\narg(C1).\narg(A_b).\natt(C1,Rain).\natt(A_b,C1).\natt(C1,A_b).\n",
    "tgf": "Rain\nC1\nA_b A b\n#\nC1 Rain\nA_b C1\nC1 A_b\n",
    "iccma": "p af 3\n# 1 Rain\n# 2 C1\n# 3 A b\n2 1\n3 2\n2 3\n",
}


def written(m: argmap.ArgumentMap, name: str) -> tuple[str, list[argmap.Loss]]:
    files, losses = to_files(m, format_named(name))
    return files[""].decode(), losses


def sample() -> argmap.ArgumentMap:
    m = argmap.ArgumentMap("Weather")
    rain = m.claim("It rains", title="Rain")
    dry = m.claim("The street is dry")
    m.relate(dry, "attack", rain)
    why = m.argument("Because", title="A b")
    m.relate(why, "undercut", dry)
    m.relate(dry, "contrary", why)
    m.relate(why, "support", rain)
    return m


@each_format
def test_claims_and_arguments_become_names_and_what_is_negative_attacks(name):
    text, losses = written(sample(), name)
    assert sorted(text.splitlines()) == sorted(WRITTEN[name].splitlines())
    lost = {(loss.what, loss.where, loss.kept_as) for loss in losses}
    expected = {
        ("the title", "the map", ""),
        ("the text", "[Rain]", ""),
        ("the text", "[C1]", ""),
        ("the text", "<A b>", ""),
        ("the record itself", "<A b>", "a claim"),
        ("the record itself", "<A b> supports [Rain]", ""),
        ("the kind of relation", "<A b> undercuts [C1]", "an attack"),
        ("the kind of relation", "[C1] is contrary to <A b>", "two attacks"),
    }
    assert lost == expected | ({("the id", "<A b>", "A_b")} if name == "apx" else set())


@each_format
def test_a_framework_is_a_map_of_claims_and_attacks(name):
    framework = argmap.Framework(["rain", "sun", "wind"], [("sun", "rain"), ("rain", "sun"), ("wind", "wind")])
    text = framework.to_text(name)
    found = read_result(io.StringIO(text))  # the content tells the format
    assert found.diagnostics == () == found.losses
    assert [claim.id for claim in found.map.claims] == ["rain", "sun", "wind"]
    assert {(each.kind, each.source, each.target) for each in found.map.relations} == {
        ("attack", *pair) for pair in framework.attacks
    }
    assert found.map.source.name == "<stream>"
    again, losses = written(found.map, name)
    assert (again, losses) == (text, [])


@given(maps(), st.sampled_from(NAMES))
def test_what_does_not_come_back_is_told(m, name):
    text, losses = written(m, name)
    back = read_result(io.StringIO(text), name)
    assert told(back) == ()
    kept_as = {(loss.what, loss.where): loss.kept_as for loss in losses}
    ids = {record.id: kept_as.get((Facet.ID, label(m, record)), record.id) for record in m}
    assert [claim.id for claim in back.map.claims] == list(ids.values())
    attacks = set()
    for relation in m.relations:
        source, target = ids[relation.source], ids[relation.target]
        if relation.kind in ("support", "entails"):
            assert kept_as[Facet.RECORD, label(m, relation)] == ""
            continue
        attacks.add((source, target))
        if relation.kind != "attack":
            assert "attack" in kept_as[Facet.KIND, label(m, relation)]
        if relation.kind.is_symmetric:
            attacks.add((target, source))
        assert not relation.data or (Facet.DATA, label(m, relation)) in kept_as
    assert {(each.source, each.target) for each in back.map.relations} == attacks
    for record in m:
        parts = {
            Facet.TEXT: record.text,
            Facet.TAGS: record.tags,
            Facet.DATA: record.data,
            Facet.SECTION: record.section,
        }
        assert {facet for facet, part in parts.items() if part} <= {
            what for what, where in kept_as if where == label(m, record)
        }
    assert {label(m, each) for each in m.arguments} == {
        where for (what, where), kept in kept_as.items() if kept == "a claim"
    }
    once, first = written(back.map, name)
    assert read_result(io.StringIO(once), name).map == back.map
    assert all(loss.what == Facet.ID for loss in first)


@given(st.text("argt(),.%#p f12\n\t\0x[<-é\ud800", max_size=60), st.sampled_from(NAMES))
def test_any_text_is_read_or_its_fault_is_told(text, name):
    found = format_named(name).load().read(Given(Source(text, "x")))
    assert all(each.span.start <= each.span.end <= len(text) for each in found.diagnostics)
    assert found.diagnostics or len(found.map.claims) <= text.count("\n") + text.count("arg") + 12
    format_named(name).load().looks_like(Given(Source(text, "x")))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("# 1 rain\np af 1\n", "iccma"),
        ("a\nb\n#\na b\n", "tgf"),
        ("% said\narg(a). arg(b)", "apx"),
        ("p a sentence about rain\n", "argdown"),
        ("p af is what they say\n", "argdown"),
        ("1 2\n", "argdown"),
        ("[A]: x\n#\n[B]: y z\n", "argdown"),
        ("#\n", "tgf"),
    ],
)
def test_content_tells_the_format(text, name):
    assert format_of(Given(Source(text, "x"))).name == name


def test_both_tables_know_the_same_endings():
    assert {each.name: each.suffixes for each in FORMATS} == {name: format_named(name).suffixes for name in NAMES}


def test_a_fault_is_told_with_its_place():
    found = read_result(io.StringIO("arg(rain).\natt(rain,sum)."), name="x.apx")
    assert [(each.code, each.span.start) for each in found.diagnostics] == [("unknown-argument", 20)]
    assert len(found.map) == 0
