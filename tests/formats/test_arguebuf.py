"""The JSON of arguebuf: what it means, what comes back, and agreement with the library itself."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import argmap
from argmap.errors import ArgmapError, ModelError
from argmap.formats import read, read_result, write
from argmap.formats.arguebuf.words import as_support, scheme_word
from argmap.formats.table import format_named
from argmap.formats.writing import to_files
from argmap.schemes.vocabularies import terms
from tests.formats.nodes import arguebuf_graph, count
from tests.formats.telling import told
from tests.golden import check_golden
from tests.maps import maps

HERE = Path(__file__).parent / "samples" / "arguebuf"
SHARED = Path(__file__).parents[3] / "shared" / "data" / "formats" / "arguebuf-json"


def text_of(m):
    text = io.StringIO()
    assert write(m, text, "arguebuf") == []
    return text.getvalue()


def back(text):
    result = read_result(io.StringIO(text), "arguebuf")
    assert not told(result)
    assert not result.losses
    return result.map


def test_every_feature_of_a_file():
    m = read(HERE / "zoo.json")
    assert m.title == "The zoo"
    assert m.data["thesis"] == "n1"
    assert m.data["course"] == "biology"
    assert m.data["participants"] == {"ida": {"name": "Ida", "email": "ida@example.org"}, "otto": "Otto"}
    assert m.data["sources"]["paper"]["url"] == "https://example.org/paper"
    assert m["n1"].data["author"] == "ida"
    assert m["n1"].data["cites"] == [{"source": "paper", "quote": "close the zoo", "start": 12, "end": 25}]
    assert m["n1"].data["colour"] == {"ink": "red"}
    assert m["n7"].data["rephrases"] == ["n1"]
    assert (m["s1"].scheme, m["s2"].scheme, m["s8"].scheme) == ("expert_opinion", "waste", "Threat")
    assert [(step.premises, step.conclusion) for step in m["s1"].steps] == [(("n3",), "n2")]
    (undercut,) = m.relations_of("n4")
    assert (undercut.kind.value, undercut.target, undercut.step) == ("undercut", "s1", 0)
    assert {r.source for r in m.relations if r.target == "s4"} == {"n5", "n6"}  # two attackers, one argument
    assert [r.target for r in m.attacks_on("n1") and m.relations if r.source == "s4"] == ["n1"]
    assert m["n8"].text == ""


def test_a_file_comes_back_as_it_was():
    text = (HERE / "zoo.json").read_text(encoding="utf-8")
    written = text_of(read(io.StringIO(text)))
    assert json.loads(written) == json.loads(text)
    assert read(io.StringIO(written)) == read(io.StringIO(text))


def small():
    m = argmap.ArgumentMap("Rain", data={"sources": {"diary": "My diary"}, "participants": {"ada": "Ada"}})
    wet = m.claim("The street is wet", title="Wet", tags=["town"], section=m.section("Outside"))
    m.data["thesis"] = wet.id
    rain = m.claim("It rains", data={"author": "ada", "cites": [{"source": "diary", "quote": "rain"}], "weight": 0.5})
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
    text = text_of(m)
    again = back(text)
    assert again == m
    assert back(text_of(again)) == m


@given(maps())
def test_other_programs_see_the_debate(m):
    """What has no words in arguebuf is still there as nodes and links: counted apart from the reader."""
    value = json.loads(text_of(m))
    found = count(*arguebuf_graph(value))
    sketches = [each for each in m.arguments if not each.steps]
    steps = sum(len(each.steps) for each in m.arguments)
    assert len(m.claims) <= found["claim"] <= len(m.claims) + len(sketches)
    assert found["inference"] >= steps
    for each in value.get("edges", {}).values():
        assert {each["source"], each["target"]} <= value["nodes"].keys()


@pytest.mark.parametrize("term", [term for term in terms("arguebuf") if term.kind == "inference"], ids=lambda t: t.name)
def test_each_scheme_comes_back(term):
    text = json.dumps({"nodes": {"a": {"atom": {}}, "b": {"atom": {}}, "s": {"scheme": {"support": term.name}}},
                       "edges": {"1": {"source": "a", "target": "s"}, "2": {"source": "s", "target": "b"}}})  # fmt: skip
    m = read(io.StringIO(text))
    assert m["s"].scheme == scheme_word(term.name)
    assert json.loads(text_of(m))["nodes"]["s"]["scheme"] == {"support": term.name}
    if term.scheme is not None:
        assert scheme_word(as_support(term.scheme)) == term.scheme


def test_snake_case_and_numbers_are_read():
    m = back('{"nodes": {"a": {"atom": {"text": "A"}}, "b": {"atom": {"text": "B"}}, "s": {"scheme": {"support": 2,'
             '"premise_descriptors": ["a"]}}}, "edges": {"e": {"source": "a", "target": "s"}, "f": {"source": "s",'
             '"target": "b"}}, "major_claim": "b", "schema_version": 1, "library_version": "1"}')  # fmt: skip
    assert m.data["thesis"] == "b"
    assert m["s"].scheme == "expert_opinion"
    assert m["s"].data["arguebuf"]["scheme"]["premiseDescriptors"] == ["a"]
    assert json.loads(text_of(m))["libraryVersion"] == "1"


def test_what_another_program_says_counts():
    value = json.loads(text_of(small()))
    value["nodes"]["C1"]["atom"]["reference"]["text"] = "pouring"
    value["nodes"]["C1"]["atom"]["text"] = "It pours"
    value["nodes"]["Rain"]["scheme"]["support"] = "SUPPORT_THREAT"
    m = read(io.StringIO(json.dumps(value)))
    assert m["C1"].text == "It pours"
    assert m.citations("C1")[0].quote == "pouring"
    assert m["Rain"].scheme == "Threat"


def odd_files():
    keys = st.sampled_from(["a", "b", "s", "t"])
    scraps: st.SearchStrategy[Any] = st.sampled_from(
        [None, 5, "x", [], {}, {"a": 1}, {"text": 3}, True, [[]], {"argmap": {"as": "sketch"}}]
    )
    schemes = st.sampled_from(["support", "attack", "rephrase", "preference", "odd"])
    scheme = st.dictionaries(schemes, st.sampled_from(["SUPPORT_SIGN", "ATTACK_DEFAULT", 2, None]), max_size=2)
    marks = st.fixed_dictionaries(
        {
            "as": st.sampled_from(["sketch", "argument", "relation", "step", "mirror", 5]),
            "kind": st.sampled_from(["contrary", "support", "undercut", 5]),
            "of": keys,
            "number": st.sampled_from([1, "x", None]),
            "own": scraps,
        }
    )
    userdata = st.fixed_dictionaries({}, optional={"argmap": marks | scraps, "arguebuf": scraps, "cites": scraps})
    node = st.fixed_dictionaries(
        {}, optional={"atom": scraps | st.just({"text": "t"}), "scheme": scheme | scraps, "userdata": userdata | scraps}
    )
    edge = st.fixed_dictionaries({"source": keys, "target": keys}, optional={"metadata": scraps, "userdata": scraps})
    return st.fixed_dictionaries(
        {"nodes": st.dictionaries(keys, node | scraps, max_size=4)},
        optional={
            "edges": st.dictionaries(st.sampled_from("123456"), edge | scraps, max_size=6) | scraps,
            "resources": scraps,
            "participants": scraps,
            "majorClaim": keys | scraps,
            "metadata": scraps,
            "userdata": userdata | scraps,
        },
    )


@given(odd_files())
@example({"nodes": {"a": {"scheme": {"support": "ATTACK_DEFAULT", "attack": "SUPPORT_SIGN"}}}})
@example({"nodes": {"a": {"scheme": {"attack": "ATTACK_DEFAULT", "support": 2}}}})
@example({"nodes": {"a": {"scheme": {"support": "SUPPORT_SIGN", "rephrase": "x"}, "userdata": {"scheme": "Sign"}}}})
def test_any_file_is_read_and_what_was_read_comes_back(value):
    result = read_result(io.StringIO(json.dumps(value)), "arguebuf")
    assert all(item.message for item in result.diagnostics)
    again = read_result(io.StringIO(text_of(result.map)), "arguebuf")
    assert again.map == result.map


def test_what_lies_too_deep_is_said():
    deep: Any = "x"
    for _ in range(80):
        deep = [deep]
    value = {"nodes": {"a": {"atom": {"text": "A"}}, "b": {"atom": {}}, "s": {"scheme": {"support": "SUPPORT_SIGN"}}},
             "edges": {"1": {"source": "a", "target": "s", "userdata": {"deep": deep}}, "2": {"source": "s", "target": "b"}}}  # fmt: skip
    result = read_result(io.StringIO(json.dumps(value)))
    assert "deep" in result.losses[0].why
    assert argmap.ArgumentMap.from_json(result.map.to_json()) == result.map


# -- the library -----------------------------------------------------------------------------------------------

arguebuf = pytest.importorskip("arguebuf", reason="the group `arguebuf` is not installed")


def shuffled(m):
    """A map as far as it does not depend on the order of maps in protobuf."""
    records = [
        (r.id, r.text, sorted(r.tags), [(sorted(s.premises), s.conclusion) for s in getattr(r, "steps", ())]) for r in m
    ]
    return sorted(records), sorted((r.kind, r.source, r.target, str(r.step)) for r in m.relations)


def test_the_library_reads_what_we_write_and_we_what_it_writes():
    m = small()
    text = text_of(m)
    graph = arguebuf.load.json(io.StringIO(text))
    value = json.loads(text)
    assert graph.nodes.keys() == value["nodes"].keys()
    assert {(e.source.id, e.target.id) for e in graph.edges.values()} == {
        (e["source"], e["target"]) for e in value.get("edges", {}).values()
    }
    assert graph.major_claim.id == m.data["thesis"]
    assert graph.atom_nodes["C1"].participant.name == "Ada"
    dumped = io.StringIO()
    arguebuf.dump.json(graph, dumped)
    again = back(dumped.getvalue())
    assert shuffled(again) == shuffled(m)
    assert {**again.data, "arguebuf": None} == {**m.data, "arguebuf": None}


@settings(max_examples=30)
@given(maps())
def test_the_library_reads_every_map(m):
    text = text_of(m)
    value = json.loads(text)
    graph = arguebuf.load.json(io.StringIO(text))
    assert (len(graph.nodes), len(graph.edges)) == (len(value["nodes"]), len(value.get("edges", {})))
    assert len(graph.atom_nodes) == count(*arguebuf_graph(value))["claim"]


@settings(max_examples=50)
@given(maps())
def test_a_graph_is_an_equal_map(m):
    graph = m.to_arguebuf()
    assert isinstance(graph, arguebuf.Graph)
    assert argmap.ArgumentMap.from_arguebuf(graph) == m


def test_a_graph_that_was_built_by_hand():
    graph = arguebuf.Graph("Rain")
    wet, rain = arguebuf.AtomNode("The street is wet", id="wet"), arguebuf.AtomNode("It rains", id="rain")
    scheme = arguebuf.SchemeNode(arguebuf.Support.SIGN, id="sign", userdata={"weight": 2})
    graph.add_edge(arguebuf.Edge(rain, scheme))
    graph.add_edge(arguebuf.Edge(scheme, wet))
    graph.major_claim = wet
    m = argmap.ArgumentMap.from_arguebuf(graph)
    assert (m.title, m.data["thesis"], [claim.id for claim in m.claims]) == ("Rain", "wet", ["rain", "wet"])
    assert (m["sign"].scheme, m["sign"].data["weight"], m["sign"].premises) == ("sign", 2, ("rain",))
    again = m.to_arguebuf()
    assert [node.id for node in again.nodes.values()] == ["rain", "wet", "sign"]
    assert again.nodes["wet"].metadata.created == wet.metadata.created
    assert again.edges.keys() == graph.edges.keys()


def test_the_sample_as_a_graph():
    m = read(HERE / "zoo.json")
    graph = m.to_arguebuf()
    assert (graph.major_claim.id, graph.participants["ida"].email) == ("n1", "ida@example.org")
    assert graph.atom_nodes["n1"].reference.resource.title == "The paper"
    assert argmap.ArgumentMap.from_arguebuf(graph) == argmap.ArgumentMap.from_arguebuf(
        argmap.ArgumentMap.from_arguebuf(graph).to_arguebuf()
    )


def test_what_is_no_graph():
    with pytest.raises(ModelError, match=r"An arguebuf.Graph is needed here, not an object of type int\."):
        argmap.ArgumentMap.from_arguebuf(5)
    graph = arguebuf.Graph()
    graph.add_node(arguebuf.AtomNode("a", userdata={"seen": {1}}))
    with pytest.raises(ModelError, match="is a set"):
        argmap.ArgumentMap.from_arguebuf(graph)


def test_without_the_library_it_is_said_what_to_install(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "arguebuf", None)
    for call in (argmap.ArgumentMap().to_arguebuf, lambda: argmap.ArgumentMap.from_arguebuf(None)):
        with pytest.raises(ArgmapError, match=r"which is not installed: pip install arguebuf\."):
            call()


# -- files of others -------------------------------------------------------------------------------------------


@pytest.mark.skipif(not SHARED.is_dir(), reason="the samples of others are not here")
@pytest.mark.parametrize("name", ["nodeset6369", "nodeset6377", "generated_debate_2.7.2", "generated_debate_3.0.0"])
def test_files_of_others(name):
    text = (SHARED / f"{name}.json").read_text(encoding="utf-8")
    result = read_result(io.StringIO(text))
    assert not told(result)
    files, losses = to_files(result.map, format_named("arguebuf"))
    assert losses == []
    value = json.loads(text)
    assert json.loads(files[""]) == value
    assert count(*arguebuf_graph(json.loads(files[""]))) == count(*arguebuf_graph(value))
