"""GraphML: the graph of a map and back, graphs of other programs, and pictures whose meaning is guessed."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.formats import Given, read_result
from argmap.formats.table import format_named, format_of
from argmap.formats.writing import to_files
from argmap.model import Range, RangeKind
from argmap.source import Source
from argmap.text import ParseResult
from tests.golden import check_golden
from tests.maps import maps

HERE = Path(__file__).parent / "samples" / "graphml"
SHARED = Path(__file__).parents[3] / "shared" / "data" / "formats" / "graphml"
GRAPHML = format_named("graphml")


def written(m: argmap.ArgumentMap) -> str:
    files, losses = to_files(m, GRAPHML)
    assert losses == []
    return files[""].decode()


def read(text: str) -> ParseResult:
    return GRAPHML.load().read(Given(Source(text, "x.graphml")))


def graph(body: str, keys: str = "", directed: str = "directed") -> str:
    return f'<graphml xmlns="http://graphml.graphdrawing.org/xmlns">{keys}<graph edgedefault="{directed}">{body}</graph></graphml>'


@given(maps())
def test_every_map_comes_back(m):
    text = written(m)
    found = read(text)
    assert (found.diagnostics, found.losses) == ((), ())
    assert found.map == m
    assert written(found.map) == text


@given(maps())
def test_networkx_opens_ours_and_what_it_writes_again_is_the_same_map(m):
    ours = written(m)
    opened = nx.read_graphml(io.BytesIO(ours.encode()), force_multigraph=True)
    kinds = {record.id: "argument" if record.id in m.arguments else "claim" for record in m}
    assert sorted(data["kind"] for _, data in opened.nodes(data=True)) == sorted(kinds.values())
    expected = [("premise", premise, a.id) for a in m.arguments for premise in a.premises]
    expected += [("conclusion", a.id, step.conclusion) for a in m.arguments for step in a.steps]
    expected += [(str(r.kind), r.source, r.target) for r in m.relations]
    if set(opened.nodes) == set(kinds):  # ids with signs that XML cannot hold have others
        assert sorted((data["kind"], a, b) for a, b, data in opened.edges(data=True)) == sorted(expected)
    stream = io.BytesIO()
    nx.write_graphml(opened, stream)
    found = read(stream.getvalue().decode())
    assert (found.diagnostics, found.losses, found.map) == ((), (), m)


def plain_graph(m: argmap.ArgumentMap) -> nx.MultiDiGraph[str]:
    """The graph of a map with what networkx can write: words and numbers."""
    made = m.to_networkx()

    def strip(data):
        for name, value in list(data.items()):
            if name in ("tags", "rules"):
                data[name] = ", ".join(value)
            elif name == "data":
                data.update({key: each for key, each in value.items() if isinstance(each, str | int | float)})
            if not isinstance(data[name], str | int | float) or data[name] == "":
                del data[name]

    strip(made.graph)
    for _, data in made.nodes(data=True):
        strip(data)
    for _, _, data in made.edges(data=True):
        strip(data)
        data.pop("order", None)
    return made


@pytest.mark.parametrize("name", ["wet_street", "school_uniforms", "phones_in_class", "open_vs_closed"])
def test_what_networkx_writes_of_a_map_is_read(name):
    m = argmap.read(Path(argmap.__file__).parent / "datasets" / f"{name}.argdown")
    stream = io.BytesIO()
    nx.write_graphml(plain_graph(m), stream)
    found = read(stream.getvalue().decode())
    assert (found.diagnostics, found.losses) == ((), ())
    back = found.map
    assert back.title == m.title
    assert {(c.id, c.text, c.tags, c.side) for c in back.claims} == {(c.id, c.text, c.tags, c.side) for c in m.claims}
    steps = {a.id: [(s.premises, s.conclusion, s.rules) for s in a.steps] for a in m.arguments}
    assert {a.id: [(s.premises, s.conclusion, s.rules) for s in a.steps] for a in back.arguments} == steps
    assert {(r.kind, r.source, r.target, r.step) for r in back.relations} == {
        (r.kind, r.source, r.target, r.step) for r in m.relations
    }


def test_a_graph_as_it_is_written():
    m = argmap.ArgumentMap("Rain & sun", data={"sides": ["wet", "dry"]})
    weather = m.section("Weather", tags=["a"])
    rain = m.claim("It *rains* <now>", title="Rain", side="wet", tags=["a", "b, c"], section=weather)
    m.replace(rain, data={"side": "wet", "weight": 0.5, "cites": ["x"], "graphml": {"pages": 3}})
    dry = m.claim("The street is\x07 dry", title="Dry\x07")
    argument = m.support([dry, "Dry streets tell of sun"], m.claim("The sun shines"), title="Sun", rules=["sign"])
    m.undercut("Streets are cleaned", argument)
    m.relate(dry, "contrary", rain, data={"weight": 1, "why": ["w"]})
    m.argument("To be worked out", title="Sketch")
    text = written(m)
    check_golden(HERE / "written.graphml", text)
    assert read(text).map == m


def test_what_others_edited_counts():
    m = argmap.ArgumentMap("Rain")
    m.claim("It rains, and how", title="Rain", tags=["a,b", "c"], side="wet")
    m.replace("Rain", ranges=[Range(RangeKind.BOLD, 3, 8)])
    text = written(m)
    assert read(text).map == m
    edited = read(
        text.replace("It rains, and how</data>", "It pours</data>").replace(">a,b, c<", ">d<").replace(">wet<", ">dry<")
    )
    claim = edited.map["Rain"]
    assert (claim.text, claim.tags, claim.side, claim.ranges) == ("It pours", ("d",), "dry", ())
    assert [(loss.what, loss.where) for loss in edited.losses] == [("the links and other marks in the text", "Rain")]


# -- graphs of other programs ----------------------------------------------------------------------------------


def test_plain_graphs_with_words_of_their_own():
    keys = """
      <key id="l" for="node" attr.name="label" attr.type="string"/>
      <key id="y" for="node" attr.name="year" attr.type="int"><default>2020</default></key>
      <key id="r" for="edge" attr.name="relation" attr.type="string"/>
      <key id="w" for="edge" attr.name="weight" attr.type="double"/>"""
    found = read(
        graph(
            """<node id="n1"><data key="l">It rains</data></node>
            <node id="n2"><data key="l">It
              pours</data><data key="y">2021</data></node>
            <node id="n3"/>
            <edge source="n2" target="n1"><data key="r">Supports</data><data key="w">0.25</data></edge>
            <edge source="n3" target="n1"><data key="r">rebuttal</data></edge>
            <edge source="n3" target="n2"><data key="r">contradicts</data></edge>
            <edge source="n1" target="n3"><data key="r">atacks</data></edge>
            <edge source="n1" target="n4"/>
            <edge source="n1" target="n2"/>""",
            keys,
        )
    )
    assert [(c.id, c.text, c.data) for c in found.map.claims] == [
        ("n1", "It rains", {"graphml": {"year": 2020}}),
        ("n2", "It pours", {"graphml": {"year": 2021}}),
        ("n3", "", {"graphml": {"year": 2020}}),
    ]
    assert [(r.kind, r.source, r.target, r.data) for r in found.map.relations] == [
        ("support", "n2", "n1", {"weight": 0.25}),
        ("attack", "n3", "n1", {}),
        ("contradictory", "n3", "n2", {}),
        ("support", "n1", "n2", {}),
    ]
    assert [(each.code, each.message) for each in found.diagnostics] == [
        (
            "unknown-relation",
            "'atacks' is no relation that argmap knows; the edge is left out. Did you mean 'attacks'?",
        ),
        ("dangling", "This edge points to 'n4', which is not there; it is left out."),
        ("no-relation", "Nothing tells what this edge means; it is read as a support."),
    ]
    again = read(written(found.map))
    assert again.map == found.map


def test_nested_graphs_are_sections():
    keys = '<key id="l" for="node" attr.name="label" attr.type="string"/>'
    found = read(
        graph(
            """<node id="g"><data key="l">Weather</data><graph>
              <node id="a"/><node id="h"><graph><node id="b"/></graph></node></graph></node>
            <node id="c"/><edge source="a" target="b"/><edge source="g" target="c"/>""",
            keys,
        )
    )
    assert [(s.title, s.level, s.parent) for s in found.map.sections] == [("Weather", 1, None), ("h", 2, "s1")]
    assert [(c.id, c.section) for c in found.map.claims] == [("a", "s1"), ("b", "s2"), ("c", None)]
    assert [(r.source, r.target) for r in found.map.relations] == [("a", "b")]
    assert [loss.what for loss in found.losses] == ["1 edge"]


def test_arguments_in_words():
    keys = '<key id="k" for="all" attr.name="kind" attr.type="string"/>'
    node = '<node id="{}"><data key="k">{}</data></node>'.format
    edge = '<edge source="{}" target="{}"><data key="k">{}</data></edge>'.format
    nodes = [("a", "Statement"), ("b", "claim"), ("c", "claim"), ("r", "argument"), ("x", "RA"), ("y", "CA")]
    edges = [("a", "r", "premise"), ("b", "r", "premise"), ("r", "c", "conclusion"), ("a", "x", ""), ("x", "b", "")]
    edges += [("c", "y", ""), ("y", "x", ""), ("c", "a", "premise"), ("c", "b", "conclusion")]
    body = "".join([node(*each) for each in nodes] + [edge(*each) for each in edges])
    found = read(graph(body, keys))
    assert {a.id: [(s.premises, s.conclusion) for s in a.steps] for a in found.map.arguments} == {
        "r": [(("a", "b"), "c")],
        "x": [(("a",), "b")],
    }
    assert {(r.kind, r.source, r.target, r.step) for r in found.map.relations} == {
        ("undercut", "c", "x", 0),
        ("support", "c", "a", None),
        ("support", "c", "b", None),
    }
    assert [each.code for each in found.diagnostics] == ["no-premise", "no-conclusion"]


def test_a_graph_without_directions():
    found = read(graph('<node id="a"/><node id="b"/><edge source="a" target="b"/>', directed="undirected"))
    assert [each.code for each in found.diagnostics] == ["no-relation", "undirected"]
    assert len(found.map.relations) == 1


# -- pictures --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["argdown", "aifdb", "carneades", "yed"])
def test_pictures_are_guessed_and_the_guess_is_said(name):
    found = read_result(HERE / f"{name}.graphml")
    codes = [each.code for each in found.diagnostics]
    assert codes.count("guessed") == 1
    assert "the look of the nodes and edges" in [loss.what for loss in found.losses]
    said = [f"{each.code}: {each.message}" for each in found.diagnostics] + [str(loss) for loss in found.losses]
    check_golden(HERE / f"{name}.txt", "\n".join([*said, "", found.map.to_argdown()]))
    assert read(written(found.map)).map == found.map


def test_a_picture_by_argmap_has_its_ids(tmp_path):
    m = argmap.ArgumentMap("Rain")
    m.rebut("The street is dry", m.claim("It rains", title="Rain"), title="Dry")
    found = read_result(m.render(tmp_path / "x.graphml"))
    assert [each.code for each in found.diagnostics] == ["picture"]
    assert found.map.title == "Rain"
    assert {"Rain"} <= {record.id for record in found.map}
    assert {(r.kind, r.target) for r in found.map.relations} == {("attack", "Rain")}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the samples of others are not here")
@pytest.mark.parametrize("name", ["state-censorship", "legalisation-softdrugs"])
def test_samples_of_argdown(name):
    text = (SHARED / f"{name}.graphml").read_text()
    found = read(text).map
    # counted by hand of a regular expression
    assert len(found.claims) == len(re.findall(r'<y:Fill color="#FFFFFF"', text))
    assert len(found) == text.count("<node ")
    colours = re.findall(r'LineStyle color="(#\w+)"', text)
    kinds = {"#ff0000": "attack", "#00ff00": "support", "#551A8B": "undercut"}
    assert sorted(r.kind for r in found.relations) == sorted(kinds[colour] for colour in colours)
    again = read(written(found))
    assert again.map == found
    assert again.losses == ()


# -- hostile ---------------------------------------------------------------------------------------------------


def test_entities_are_refused_and_nothing_is_loaded():
    bomb = '<!DOCTYPE graphml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + graph('<node id="&b;"/>')
    for text in (
        bomb,
        '<!DOCTYPE graphml [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + graph('<node id="x">&a;</node>'),
    ):
        found = read(text)
        assert [each.code for each in found.diagnostics] == ["bad-xml"]
        assert "declares entities" in found.diagnostics[0].message
        assert len(found.map) == 0


def test_places_are_in_code_points():
    text = graph('\r\n<node id="é😀"/><edge source="é😀" target="x"/>')
    found = read(text)
    assert [text[each.span.start :][:5] for each in found.diagnostics] == ["<edge"]
    broken = '<graphml>\n<graph>\n  😀 <node id="a"></graph>'
    (problem,) = read(broken).diagnostics
    assert broken[problem.span.start :].startswith("graph>")


def test_depth_and_size():
    deep = graph('<node id="a"><graph>' * 20_000 + "</graph></node>" * 20_000)
    assert len(read(deep).map.sections) == 20_000
    assert len(read("<a>" * 100_000).map) == 0
    many = graph("".join(f'<edge source="{n}" target="x"/>' for n in range(1000)))
    found = read(many)
    assert len(found.diagnostics) == 51
    assert "950 more" in found.diagnostics[-1].message


parts = st.sampled_from(
    ["<node>", '<node id="a">', '<node id="b"/>', "</node>", "<graph>", "</graph>", '<edge source="a" target="b">', "<edge/>",
     "</edge>", '<data key="k">', '<data key="argmap">', "</data>", "attack", '{"data": 5}', '{"sections": [{"id": 5, "parent": "x"}]}',
     '<key id="k" attr.name="kind"/>', '<key id="k" for="node" attr.name="side"><default>x</default></key>', "<port>", "</port>",
     "<hyperedge/>", "<y>", '<Fill color="#ff0000"/>', "<NodeLabel>x</NodeLabel>", "&amp;", "&x;", "]]>", "\x00", "😀", "<!--", "-->"]
)  # fmt: skip


@given(st.lists(parts, max_size=12).map("".join), st.booleans())
def test_any_text_is_read_or_its_fault_is_told(body, is_wrapped):
    text = f"<graphml><graph>{body}</graph></graphml>" if is_wrapped else body
    found = read(text)
    assert all(0 <= each.span.start <= each.span.end <= len(text) for each in found.diagnostics)
    written(found.map)


carried = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["id", "name", "title", "text", "ranges", "data", "sections", "tags", "parent", "level"]),
            inner,
        )
    ),
)


@given(carried, carried, carried)
def test_any_rubbish_under_argmap_is_read_or_told(for_graph, for_node, for_edge):
    def data(value):
        return f'<data key="argmap">{json.dumps(value).replace("&", "&amp;").replace("<", "&lt;")}</data>'

    body = f'{data(for_graph)}<node id="a">{data(for_node)}</node><edge source="a" target="a">{data(for_edge)}</edge>'
    found = read(graph(body))
    assert "a" in found.map or len(found.map) == 1
    written(found.map)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<graphml><graph/></graphml>", "graphml"),
        ('<?xml version="1.0"?>\n<!-- x -->\n<g:graphml xmlns:g="u">', "graphml"),
        ("<graphmlish>: an argument", "argdown"),
        ("<graphml>x", "graphml"),
    ],
)
def test_content_tells_the_format(text, name):
    assert format_of(Given(Source(text, "x"))).name == name
