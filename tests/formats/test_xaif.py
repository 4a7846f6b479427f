"""xAIF: the text round the graph, and the variants of its files."""

import json

import pytest

from argmap.formats import read, read_result
from argmap.formats.aif_graph.spans import marked
from argmap.model import ArgumentMap
from tests.formats.aif_family import SAMPLES, back, read_text, written

GARDEN = SAMPLES / "xaif" / "garden.xaif.json"
TRAINS = SAMPLES / "xaif" / "trains.xaif.json"


def test_the_words_of_a_claim_in_the_text():
    m = read(GARDEN)
    text = m.data["sources"]["text"]["text"]
    assert text == "Rain is good for the garden: plants need water & lots of it\n"
    (cite,) = m["2_164000000000000000"].data["cites"]
    assert text[cite["start"] : cite["end"]] == cite["quote"] == "plants need water & lots of it"


def test_spans_that_name_the_claim_itself():
    m = read(TRAINS)
    assert m["1"].data["cites"] == [{"source": "text", "quote": "Trains are late", "start": 0, "end": 15}]
    assert m["1"].data["author"] == "0"
    assert m.data["participants"] == {"0": "Speaker 1"}


def test_the_speakers():
    m = read(GARDEN)
    assert m.data["participants"] == {"1": "Ada Hill", "2": "Cleo Moor", "3": "Ben"}
    assert [claim.data.get("author") for claim in m.claims] == ["1", "3", None]


def test_a_span_that_was_changed_comes_back():
    m = read(GARDEN)
    claim = m["2_164000000000000000"]
    m.replace(claim, data={"cites": [{"source": "text", "quote": "water", "start": 41, "end": 46}], "author": "3"})
    assert back(m, "xaif") == m
    m.data["sources"] = {"elsewhere": "A book"}
    assert back(m, "xaif") == m


def test_edges_to_nothing_are_told_and_kept():
    result = read_result(TRAINS)
    assert [(item.code, str(item.severity)) for item in result.diagnostics] == [("dangling", "warning")]
    assert json.loads(written(result.map, "xaif")[0])["AIF"]["edges"][-1] == {"edgeID": 4, "fromID": 3, "toID": 17}


def test_ids_are_compared_as_texts():
    value = json.loads(TRAINS.read_text())
    for edge in value["AIF"]["edges"]:
        edge["fromID"] = str(edge["fromID"])
    m = read_text(json.dumps(value), "xaif").map
    assert m == read(TRAINS)


def test_schemes_are_fulfilments():
    m = read(GARDEN)
    m.replace("10_164000000000000000", data={"scheme": "expert_opinion"})
    graph = json.loads(written(m, "xaif")[0])["AIF"]
    assert {"nodeID": "10_164000000000000000", "schemeID": "15"} in graph["schemefulfillments"]
    assert back(m, "xaif") == m


def test_an_empty_map_is_a_whole_file():
    value = json.loads(written(ArgumentMap(), "xaif")[0])
    assert list(value) == ["AIF", "text", "OVA"]
    assert all(held == [] for held in value["AIF"].values())
    assert back(ArgumentMap(), "xaif") == ArgumentMap()


@pytest.mark.parametrize(
    ("text", "plain", "stretches"),
    [
        ("a < b & c", "a < b & c", ()),
        ("<span id=\"1\">a<span id='2'>b</span></span>c", "abc", (("2", 1, 2), ("1", 0, 2))),
        ("<span>a</span></span><span id=x>b", "ab", ()),
        ('<SPAN CLASS="x" ID="1">&lt;é&gt;</SPAN>', "<é>", (("1", 0, 3),)),
        ("<p>a</p><img src=x><br/>b", "a\n\nb", ()),
        ("<" * 5, "<<<<<", ()),
    ],
)
def test_marked_text(text, plain, stretches):
    assert marked(text) == (plain, stretches)


def test_spans_in_spans_without_end_are_not_all_quoted():
    depth = 200
    text = "".join(f'<span id="node{name}">' for name in range(depth)) + "rain" * 50 + "</span>" * depth
    nodes = [{"nodeID": name, "text": "", "type": "I"} for name in range(depth)]
    m = read_text(json.dumps({"AIF": {"nodes": nodes, "edges": []}, "text": text}), "xaif").map
    cites = [claim.data["cites"][0] for claim in m.claims]
    assert all((cite["start"], cite["end"]) == (0, 200) for cite in cites)
    assert sum("quote" in cite for cite in cites) == 10
