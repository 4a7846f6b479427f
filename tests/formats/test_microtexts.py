"""Argument graphs of the microtexts: what their edges mean, and that they come back whole."""

import re
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.diagnostics import Severity
from argmap.formats import Given, microtexts, read_result
from argmap.formats.table import format_named, format_of
from argmap.source import Source
from tests.formats.held import assert_held
from tests.golden import check_golden
from tests.maps import maps

HERE = Path(__file__).parent
SAMPLE = HERE / "samples" / "microtexts" / "homework.arggraph.xml"
CORPUS = sorted((HERE.parents[1].parent / "shared/data/formats/arg-microtexts").glob("*.xml"))


def reading(text):
    return microtexts.read(Given(Source(text, "text.xml")))


def graph(*elements):
    return "<arggraph id='t'>\n" + "\n".join(elements) + "\n</arggraph>\n"


def lines(text):
    """The elements of a file, as strings; their order counts for nothing."""
    found = re.findall(r"<(?:edu|joint|adu|edge|arggraph)\b.*?(?:/>|</edu>|>$)", text, re.MULTILINE)
    return Counter(found)


def test_the_sample_says_what_it_means():
    result = read_result(SAMPLE)
    m = result.map
    assert [item.code for item in result.diagnostics] == ["doctype"]
    assert result.losses == ()
    assert m.data["thesis"] == "a1"
    # A claim that is put twice, one that two segments make, one that is implied.
    assert (m["a1"].text, [each.text for each in m["a1"].wordings]) == (
        "Schools should give up homework.",
        ["So: no more homework 😀 !"],
    )
    assert m["a4"].text == "But who does it with help at home learns nothing of that kind & wastes time."
    assert m["a8"].data == {"side": "pro", "implicit": True}
    assert [claim.id for claim in m.claims] == ["a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8"]
    # Linked premises; an attack that is undercut by two linked ones; an undercut of an undercut, and one of that.
    assert m["c7"].premises == ("a7", "a8")
    assert m["c7"].conclusion == "a1"
    assert {argument.id for argument in m.arguments} == {"c1", "c3", "c5", "c7"}
    said = {(r.source, r.kind.value, r.target) for r in m.relations}
    assert said == {
        ("a2", "support", "c1"),
        ("c1", "attack", "a1"),
        ("a3", "support", "a2"),
        ("a4", "support", "c3"),
        ("a5", "support", "c3"),
        ("c3", "undercut", "c1"),
        ("a6", "support", "c5"),
        ("c5", "undercut", "c3"),
        ("a7", "undercut", "c5"),
    }
    assert next(r for r in m.relations if r.source == "a3").data == {"scheme": "example"}


def test_the_sample_comes_back():
    text = SAMPLE.read_text(encoding="utf-8")
    m = read_result(SAMPLE).map
    written = microtexts.write(m)
    assert written.losses == ()
    assert lines(written.text) == lines(text)
    assert reading(written.text).map == m


def test_a_map_of_argmap_as_a_file():
    m = argmap.ArgumentMap('Rain <&> "sun"')
    rain = m.claim("It will rain ]]> soon", title="Rain")
    wet = m.support(["The sky is black", "Black skies bring rain"], rain, title="Sky")
    m.undercut("The window is tinted", wet)
    m.rebut("The forecast says no", rain, title="Forecast")
    m.argument("Frogs know", title="Frogs")
    m.relate("Frogs", "contradictory", rain)
    m.claim("Umbrellas cost \x07 money", tags=["costs"], data={"weight": 3})
    written = microtexts.write(m)
    losses = "".join(f"{loss}\n" for loss in written.losses)
    check_golden(HERE / "samples" / "microtexts" / "rain.txt", f"{written.text}\n{losses}")
    assert_held(m, written, reading(written.text).map)


@given(maps())
def test_what_is_lost_is_said(m):
    written = microtexts.write(m)
    back = reading(written.text)
    assert not back.errors
    assert_held(m, written, back.map)
    again = microtexts.write(back.map)
    assert again.losses == ()
    assert reading(again.text).map == back.map


_KEYS = st.sampled_from(
    ["e1", "e2", "e3", "j1", "a1", "a2", "a3", "a4", "c1", "c2", "c3", "c4", "c5", "x", "", "a&amp;b"]
)
_TYPES = st.sampled_from(["seg", "seg", "sup", "exa", "add", "reb", "und", "und", "add", "sup", "supp"])
_TEXTS = st.sampled_from(["One.", "Two &amp; two.", " three\n lines ", "", "One.", "]] &gt;", "<b>x</b>"])


@st.composite
def _files(draw):
    """Files of any edges: to nowhere, in circles, twice, between what edges cannot join."""
    parts = [f"<edu id='{key}'>{draw(_TEXTS)}</edu>" for key in ("e1", "e2", draw(_KEYS))]
    parts += ["<joint id='j1'/>"]
    parts += [
        f"<adu id='{key}' type='{draw(st.sampled_from(['pro', 'opp', 'neutral']))}'/>" for key in ("a1", "a2", "a3")
    ]
    number = draw(st.integers(0, 12))
    for at in range(number):
        key = draw(st.sampled_from([f"c{at + 1}", f"c{at + 1}", f"c{at + 1}", draw(_KEYS)]))
        parts.append(f"<edge id='{key}' src='{draw(_KEYS)}' trg='{draw(_KEYS)}' type='{draw(_TYPES)}'/>")
    return graph(*parts)


@given(_files())
def test_any_file_is_a_fixed_point(text):
    result = reading(text)
    for item in result.diagnostics:
        assert item.message.endswith((".", "?")), item.message
    written = microtexts.write(result.map)
    assert written.losses == (), text
    back = reading(written.text)
    assert back.map == result.map, text
    assert not back.errors


@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: f"<arggraph>{text}".encode()), st.booleans())
def test_no_bytes_raise(data, cut):
    text = SAMPLE.read_bytes()
    at = len(data) * 37 % len(text)
    broken = text[:at] + data + (b"" if cut else text[at:])
    reading(broken.decode("utf-8", "replace"))


@pytest.mark.parametrize(
    ("edge", "code", "said"),
    [
        ("<edge id='c1' src='a1' trg='a9' type='sup'/>", "dangling", "which is not there"),
        ("<edge id='c1' src='e1' trg='a2' type='sup'/>", "wrong-end", "cannot be the segment 'e1'"),
        ("<edge id='c1' src='a1' trg='a2' type='supp'/>", "unknown-edge", "Did you mean 'sup'?"),
        ("<edge id='c1' src='a1' type='sup'/>", "no-end", "has no trg"),
        ("<edge id='a1' src='a1' trg='a2' type='sup'/>", "id-twice", "'a1' is used further up already"),
        ("<edge id='c1' src='a1' trg='a2' type='und'/>", "odd-edge", "it is read as reb to 'a2'"),
        ("<edge id='c1' src='a1' trg='c1' type='add'/>", "leads-nowhere", "no support and no attack"),
        ("<ege id='c1'/>", "unknown-element", "Did you mean 'edge'?"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(edge, code, said):
    text = graph("<edu id='e1'>😀 One.</edu>", "<adu id='a1' type='pro'/>", "<adu id='a2' type='pro'/>", edge)
    result = reading(text)
    found = {item.code: item for item in result.diagnostics if item.code != "no-text"}
    assert said in found[code].message
    assert text[found[code].span.start :].startswith(edge[:4])


def test_places_count_characters_also_beyond_the_first_plane():
    text = "<arggraph><edu id='e1'>😀é</edu><ege/></arggraph>"
    item = next(item for item in reading(text).diagnostics if item.code == "unknown-element")
    assert text[item.span.start :].startswith("<ege/>")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]>\n<arggraph>&y;</arggraph>', "expands and fetches none"),
        (
            '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<arggraph>&x;</arggraph>',
            "expands and fetches none",
        ),
        ('<!DOCTYPE a [<!ENTITY % x SYSTEM "http://localhost/x"> %x;]>\n<arggraph/>', "expands and fetches none"),
        ("<arggraph><edu id='e1'>&x;</edu></arggraph>", "undefined entity"),
        ("<arggraph>", "breaks off"),
        ("", "breaks off"),
        ("<graph/>", "begins with <graph>; an argument graph begins with <arggraph>."),
    ],
)
def test_what_is_no_graph_gives_an_empty_map(text, said):
    result = reading(text)
    assert said in result.diagnostics[0].message
    assert len(result.map) == 0


def test_depth_costs_nothing():
    result = reading("<arggraph>" + "<edu id='e'>" * 50_000)
    assert {item.severity for item in result.diagnostics} == {Severity.ERROR, Severity.WARNING}
    ring = 2_000
    chain = [f"<edge id='c{n}' src='a1' trg='c{(n + 1) % ring}' type='und'/>" for n in range(ring)]
    m = reading(graph("<edu id='e1'>One.</edu>", "<adu id='a1' type='pro'/>", *chain)).map
    assert len(m.arguments) == ring
    adds = [f"<edge id='c{n}' src='a1' trg='c{n + 1}' type='add'/>" for n in range(ring)]
    last = f"<edge id='c{ring}' src='a1' trg='a1' type='sup'/>"
    m = reading(graph("<edu id='e1'>One.</edu>", "<adu id='a1' type='pro'/>", *adds, last)).map
    assert len(m.arguments[0].premises) == ring + 1


@pytest.mark.parametrize("name", ["microtexts", "graphml"])
def test_no_beginning_takes_long_to_look_at(name):
    for text in (" " * 19_000 + "<x", "<!--" + "-" * 19_000, "<!DOCTYPE x [" + "]" * 19_000, "<?xml " * 3_000):
        start = time.process_time()
        assert not format_named(name).load().looks_like(Given(Source(text)))
        assert time.process_time() - start < 1


def test_the_content_tells_the_format():
    text = SAMPLE.read_text(encoding="utf-8")
    for name in ("x.xml", "x", "x.txt", "x.arggraph.xml"):
        assert format_of(Given(Source(text, name))).name == "microtexts"
    assert format_of(Given(Source("[A]: <arggraph>", "x"))).name == "argdown"


def test_an_example_that_is_a_support_as_well_is_said_once():
    text = graph(
        '<edu id="e1"><![CDATA[One.]]></edu>',
        '<adu id="a1" type="pro"/>',
        '<adu id="a2" type="pro"/>',
        '<edge id="c1" src="a1" trg="a2" type="exa"/>',
        '<edge id="c2" src="a1" trg="a2" type="sup"/>',
        '<edge id="c3" src="e1" trg="a1" type="seg"/>',
        '<adu id="a3" type="pro"/>',
        '<edge id="c4" src="a3" trg="a2" type="sup"/>',
        '<edge id="c5" src="a3" trg="a2" type="add"/>',
    )
    result = reading(text)
    assert [each.code for each in result.diagnostics].count("edge-twice") == 2
    assert [each.data for each in result.map.relations] == [{"scheme": "example"}, {}]
    assert microtexts.write(result.map).losses == ()


def test_segments_with_two_spaces_keep_their_ids_and_their_order():
    text = graph(
        '<edu id="s1"><![CDATA[The street  is wet.]]></edu>',
        '<edu id="s2"><![CDATA[It rains.]]></edu>',
        '<adu id="a1" type="pro"/>',
        '<adu id="a2" type="pro"/>',
        '<edge id="x1" src="s1" trg="a1" type="seg"/>',
        '<edge id="x2" src="s2" trg="a2" type="seg"/>',
        '<edge id="x3" src="a1" trg="a2" type="sup"/>',
    )
    written = microtexts.write(reading(text).map)
    assert (lines(written.text), written.losses) == (lines(text.replace("'", '"')), ())


def test_a_map_that_was_changed_keeps_what_still_fits():
    m = read_result(SAMPLE).map
    m.replace("a3", text="Whoever learns words gets used to it.")
    m.remove("a8")
    m.claim("A new one", id="a20")
    m.relate("a20", "support", "a3")
    back = reading(microtexts.write(m).text).map
    assert back["a3"].text == "Whoever learns words gets used to it."
    assert "a20" in back
    kept = back.data["microtexts"]
    assert kept["edges"]["c1"] == ["a2", "reb", "a1"]
    assert [each["id"] for each in kept["segments"]][:3] == ["e1", "e2", "e4"]


@pytest.mark.skipif(not CORPUS, reason="the corpus is not here")
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_the_corpus(path):
    text = path.read_text(encoding="utf-8")
    result = read_result(path)
    assert (result.diagnostics, result.losses) == ((), ())
    m = result.map
    # Counted on the raw file.
    types = Counter(re.findall(r'type="(\w+)"/>', text))
    ends = set(re.findall(r'trg="(c\d+)"', text))
    is_used = Counter((kind, name in ends) for name, kind in re.findall(r'<edge id="(c\d+)".* type="(\w+)"', text))
    assert len(m.claims) == text.count("<adu ")
    assert len(m.arguments) == sum(is_used[kind, True] for kind in ("sup", "exa", "reb", "und"))
    assert sum(len(a.steps) for a in m.arguments) == is_used["sup", True] + is_used["exa", True]
    assert sum(r.kind.value == "attack" for r in m.relations) == types["reb"]
    assert sum(r.kind.value == "undercut" for r in m.relations) == types["und"]
    assert Counter(claim.side for claim in m.claims) == {k: types[k] for k in ("pro", "opp") if types[k]}
    written = microtexts.write(m)
    assert written.losses == ()
    assert lines(written.text) == lines(text)
    assert reading(written.text).map == m
