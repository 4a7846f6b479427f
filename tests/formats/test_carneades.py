"""Argument graphs of Carneades 4 in YAML."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import datasets
from argmap.formats import read, read_result
from argmap.formats.table import format_named
from argmap.formats.writing import to_files
from argmap.model import ArgumentMap, RelationKind
from tests.formats.telling import told
from tests.golden import check_golden
from tests.maps import maps

SAMPLE = Path(__file__).parent / "samples" / "carneades" / "pilot.yml"
SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "formats" / "carneades-yaml"
GOLDEN = Path(__file__).parents[1] / "golden" / "formats"
FILES = sorted(SHARED.glob("*.yml"))


def written(m: ArgumentMap) -> str:
    files, losses = to_files(m, format_named("carneades"))
    assert [each for each in losses if each.what != "half a surrogate pair"] == []
    return files[""].decode()


def back(text: str) -> ArgumentMap:
    result = read_result(io.StringIO(text), "carneades")
    assert told(result) == (), [each.message for each in result.diagnostics]
    assert result.losses == ()
    return result.map


def raw(text: str) -> dict[str, Any]:
    found = yaml.safe_load(text)
    assert isinstance(found, dict)
    return found


@settings(max_examples=100)
@given(maps())
def test_every_map_comes_back(m):
    assert back(written(m)) == m


def test_the_flagship_and_a_small_map():
    m = datasets.open_vs_closed()
    assert back(written(m)) == m
    small = ArgumentMap("Rain", data={"thesis": "Wet"})
    wet = small.claim("The street is wet", title="Wet")
    small.argument("", premises=["It rains", "The street has no roof"], conclusion=wet, title="Rain")
    small.rebut("The street is dry", wet, title="Dry", tags=["seen"])
    small.undercut("There is a roof", "Rain", title="Roof")
    small.undercut("It snows", "Rain")
    small.contradict(small.claim("It is summer", title="Summer"), small.claim("It is winter", title="Winter"))
    check_golden(GOLDEN / "rain.carneades.yml", written(small))
    assert back(written(small)) == small


# -- files of others -------------------------------------------------------------------------------------------------


def test_the_sample():
    result = read_result(SAMPLE)
    m = result.map
    assert [(each.code, m.source.place(each.span.start).line) for each in result.diagnostics] == [("no-conclusion", 45)]
    assert m.title == "Who flies?"
    assert m["stormy"].text == "It is stormy."
    assert {claim.id: claim.data.get("status") for claim in m.claims} == {
        "fly(ann)": None,
        "¬fly(ann)": None,
        "fly(bob)": "disputed",
        "rested": "accepted",
        "trained(ann)": "disputed",
        "stormy": "accepted",
        "1": "accepted",
        "safe": None,
        "out": "disputed",
        "knows(bob, weather)": "accepted",
    }
    assert m["knows(bob, weather)"].text == "bob knows weather."
    assert {claim.id for claim in m.claims if claim.data.get("standard") == "clear-and-convincing"} == {
        "fly(ann)",
        "¬fly(ann)",
        "fly(bob)",
    }
    assert {argument.id: (argument.premises, argument.conclusion) for argument in m.arguments} == {
        "a1": (("trained(ann)", "rested"), "fly(ann)"),
        "a.2": (("stormy", "1"), "¬fly(ann)"),
        "a3": (("rested",), "safe"),
        "a3 (2)": (("1",), "safe"),
        "a3 (3)": (("stormy",), "safe"),
        "a5": (("safe",), "rested"),
        "a6": (("rested",), "safe"),
    }
    assert {argument.id: argument.data.get("weight") for argument in m.arguments if "weight" in argument.data} == {
        "a1": 0.8,
        "a.2": 0.4,
    }
    assert m.arguments[1].scheme == "best_explanation"  # which Carneades calls abduction
    kinds = [each.kind for each in m.relations]
    assert kinds.count(RelationKind.CONTRARY) == 3
    assert sorted(each.target for each in m.relations if each.kind is RelationKind.UNDERCUT) == [
        "a1",
        "a3",
        "a3 (2)",
        "a3 (3)",
    ]
    assert m.data["sources"]["log"]["title"] == "The log"


def test_the_sample_is_written_as_it_was():
    m = read(SAMPLE)
    text = written(m)
    assert read_result(io.StringIO(text), "carneades").map == m
    expected = raw(SAMPLE.read_text("utf-8"))
    # What is said in another way: who is assumed, a number as a name, blanks in a term, an assumption without statement.
    expected["statements"]["rested"] = "Ann is rested."
    expected["statements"]["trained(ann)"] = ""
    expected["statements"]["stormy"] = "It is stormy."
    expected["statements"]["1"] = expected["statements"].pop(1)
    expected["statements"]["knows(bob, weather)"] = "bob knows weather."
    expected["arguments"]["a1"]["premises"]["major"] = "trained(ann)"
    expected["arguments"]["a.2"]["premises"][1] = expected["arguments"]["a3"]["premises"][1] = "1"
    expected["assumptions"] = ["rested", "stormy", "1", "knows(bob, weather)"]
    expected["issues"]["who"]["meta"]["asked"] = "yes"  # a word in YAML 1.2
    assert raw(text) == expected


@pytest.mark.skipif(not FILES, reason="no files of Carneades are here")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_files_of_carneades(path):
    result = read_result(path)
    assert (result.diagnostics, result.losses) == ((), ())
    m = result.map
    given_file = raw(path.read_text("utf-8"))
    arguments = (given_file.get("arguments") or {}).values()
    more = sum(len(each["premises"]) - 1 for each in arguments if each.get("scheme") == "convergent")
    assert len(m.arguments) == len(arguments) + more
    undercut = sum("undercutter" in each for each in arguments)
    assert sum(each.kind is RelationKind.UNDERCUT for each in m.relations) == undercut
    positions = [len(each["positions"]) for each in (given_file.get("issues") or {}).values()]
    assert sum(each.kind is RelationKind.CONTRARY for each in m.relations) == sum(n * (n - 1) // 2 for n in positions)
    text = written(m)
    assert back(text) == m
    again = raw(text)
    assert "argmap" not in again.get("meta", {})
    for part, value in given_file.items():
        if part not in ("meta", "statements", "assumptions", "arguments"):
            assert again[part] == value, part
    for name, argument in (given_file.get("arguments") or {}).items():
        linked = {key: value for key, value in argument.items() if (key, value) != ("scheme", "linked")}
        assert again["arguments"][name] == linked
    statements = given_file.get("statements") or {}
    assumed = {name for name, each in statements.items() if isinstance(each, dict) and each.get("assumed")}
    assert set(again["assumptions"]) == assumed | set(given_file.get("assumptions") or ())


# -- what another program has changed counts ------------------------------------------------------------------------------


@pytest.fixture
def debate():
    m = ArgumentMap("Rain")
    wet = m.claim("The street is wet", title="Wet", tags=["seen"])
    m.argument("", premises=["It rains"], conclusion=wet, title="Rain", scheme="sign", data={"weight": 0.7})
    m.rebut("The street is dry", wet, title="Dry")
    return m


def edited(m: ArgumentMap, old: str, new: str) -> ArgumentMap:
    text = written(m)
    assert text.count(old) == 1, text
    return read_result(io.StringIO(text.replace(old, new)), "carneades").map


def test_a_text_and_a_weight_are_changed(debate):
    assert edited(debate, "Wet: The street is wet", "Wet: It is wet")["Wet"].text == "It is wet"
    assert edited(debate, "    weight: 0.7", "    weight: 0.2")["Rain"].data["weight"] == 0.2
    assert edited(debate, "    weight: 0.7", "    weight: 0.2")["Rain"].data["scheme"] == "sign"


def test_an_attack_is_taken_away(debate):
    text = written(debate)
    before, _, rest = text.partition("  Dry -> ¬Wet:\n")
    found = read_result(io.StringIO(before + rest.split("\n", 2)[2]), "carneades").map
    assert RelationKind.ATTACK not in {each.kind for each in found.relations}
    assert "Dry" in found.arguments


def test_a_statement_is_assumed_that_was_not(debate):
    assert edited(debate, "assumptions: [", "assumptions: [Wet, ")["Wet"].data == {"status": "accepted"}


def test_another_scheme_is_named(debate):
    text = "    conclusion: Wet\n    premises: [C1]\n    weight: 0.7"
    found = edited(debate, text, f"    scheme: cumulative\n{text}")
    assert found["Rain"].data["scheme"] == "cumulative"


# -- hostile texts --------------------------------------------------------------------------------------------------


leaves = (
    st.none() | st.booleans() | st.integers(0, 3) | st.floats(0, 1) | st.sampled_from(["a", "b", "a1", "PE", "¬a", ""])
)
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(leaves.filter(bool), inner, max_size=3),
    max_leaves=6,
)
parts = st.dictionaries(st.sampled_from(["a", "b", "a1", "x"]), values, max_size=3)
arguments = st.fixed_dictionaries(
    {},
    optional=dict.fromkeys(("conclusion", "premises", "scheme", "undercutter", "weight", "parameters"), values),
)
left = st.fixed_dictionaries(
    {},
    optional={
        key: values | parts | st.lists(parts, max_size=2)
        for key in (
            "claims",
            "arguments",
            "steps",
            "relations",
            "sections",
            "sketches",
            "presumed",
            "added",
            "data",
            "issues",
        )
    },
)
graphs = st.fixed_dictionaries(
    {},
    optional={
        "meta": values | st.fixed_dictionaries({"argmap": left}),
        "statements": values | parts,
        "arguments": values | st.dictionaries(st.sampled_from(["a1", "a2", "a"]), arguments | values, max_size=3),
        "issues": values
        | st.dictionaries(
            st.sampled_from(["i1", "i2"]), st.fixed_dictionaries({"positions": values}) | values, max_size=2
        ),
        "assumptions": values,
        "argument_schemes": values,
        "language": values,
        "references": values,
        "tests": values,
    },
)


@settings(max_examples=200)
@given(graphs)
def test_any_graph_is_read_and_comes_back(graph):
    result = read_result(yaml.safe_dump(graph, allow_unicode=True) + "\n", "carneades")
    assert all(each.message.endswith((".", "?")) for each in result.diagnostics)
    again = read_result(io.StringIO(written(result.map)), "carneades").map
    assert again == result.map
    again.proof()


@given(st.text("ab:{}[]&*,\n\t -?!|>'\"%@", max_size=40))
def test_any_text_is_read(text):
    result = read_result(io.StringIO(text), "carneades")
    assert isinstance(result.map, ArgumentMap)
    assert read_result(io.StringIO("statements:" + text), "carneades").map is not None
