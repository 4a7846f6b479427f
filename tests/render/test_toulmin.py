from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.model import ArgumentMap
from argmap.render import find_engine, to_dot, to_svg
from argmap.render.styles import style_named
from argmap.view import ROLES, Diagram, Edge, EdgeKind, Node, NodeKind, words_of_nodes
from tests.maps import maps
from tests.render.arranged import arranged, bermuda, bridge, edges_of, holds_together, structure


def roles(m: ArgumentMap) -> dict[str, str]:
    return {node.title or node.text or node.id: node.role for node in arranged(m, "toulmin").nodes if node.role}


def test_structure(golden):
    golden("toulmin.txt", structure(bermuda(), "toulmin"))
    golden("toulmin_bridge.txt", structure(bridge(), "toulmin"))


def test_picture(golden):
    golden("toulmin.svg", to_svg(bermuda(), style="toulmin", engine="bundled"))


@given(maps(), st.data())
@settings(max_examples=40, deadline=None)
def test_nothing_is_lost(m, choice):
    parts = st.fixed_dictionaries(
        {"role": st.sampled_from(["", *ROLES]), "qualifier": st.sampled_from(["", "perhaps"])}
    )
    for record in list(m):
        m.replace(record, data=choice.draw(parts))
    holds_together(m, "toulmin")


def test_the_parts_of_toulmins_example():
    assert roles(bermuda()) == {
        "Harry was born in Bermuda.": "Grounds",
        "Law": "Warrant",
        "Acts": "Backing",
        "presumably": "Qualifier",
        "Aliens": "Rebuttal",
        "Subject": "Claim",
    }


def test_the_layout_of_toulmins_example(engine):
    m = bermuda()
    names = {node.title or node.text or node.id: f"n{i}" for i, node in enumerate(arranged(m, "toulmin").nodes)}
    drawn = json.loads(find_engine(engine).layout(to_dot(m, style="toulmin"), format="json"))
    places = {part["name"]: tuple(map(float, part["pos"].split(","))) for part in drawn["objects"] if "pos" in part}
    x, y = ({said: places[name][axis] for said, name in names.items()} for axis in (0, 1))
    line = ["Harry was born in Bermuda.", "Bermuda", "presumably", "Subject"]
    assert [x[said] for said in line] == sorted(x[said] for said in line)
    assert max(y[said] for said in line) - min(y[said] for said in line) < 12
    assert y["Bermuda"] > y["Law"] > y["Acts"]
    assert (
        max(x[said] for said in ("Bermuda", "Law", "Acts")) - min(x[said] for said in ("Bermuda", "Law", "Acts")) < 12
    )
    assert y["Aliens"] > y["presumably"]
    assert abs(x["Aliens"] - x["presumably"]) < 12


def test_the_rule_is_the_warrant_where_no_premise_says_it_is():
    m = ArgumentMap()
    m.argument(title="Rain", premises=["Clouds"], conclusion="Rain", rules=["Sign"])
    assert roles(m)["Sign"] == "Warrant"
    m = argmap.parse("<A>\n\n(1) a\n(2) b {role: WARRANT}\n-- r --\n(3) c\n", "x").map
    assert roles(m) == {"a": "Grounds", "b": "Warrant", "c": "Claim"}


def test_given_roles_are_believed_and_other_words_are_not_roles():
    m = ArgumentMap()
    thesis = m.claim("t")
    m.support(m.claim("a", data={"role": "backing"}), thesis)
    m.support(m.claim("b", data={"role": "president"}), thesis)
    m.support(m.claim("c", data={"role": ["warrant"]}), thesis)
    assert roles(m) == {"t": "Claim", "a": "Backing", "b": "Grounds", "c": "Grounds"}


def test_a_premise_can_be_the_qualifier_and_another_the_backing():
    text = "<A>\n\n(1) a\n(2) b {role: warrant}\n(3) d {role: backing}\n(4) surely {role: qualifier}\n----\n(5) c\n"
    diagram = arranged(argmap.parse(text, "x").map, "toulmin")
    names = {node.text or node.id: node.id for node in diagram.nodes}
    edges = edges_of(diagram)
    assert f"{names['d']} support {names['b']}" in edges
    assert f"A premise {names['surely']}" in edges
    assert f"{names['surely']} support {names['c']}" in edges


def test_undercuts_aim_at_the_qualifier_and_attacks_at_the_claim():
    m = bermuda()
    m.rebut(m.claim("He is a Frenchman", id="F"), "Subject")
    edges = edges_of(arranged(m, "toulmin"))
    assert "Aliens undercut Bermuda.qualifier" in edges
    assert "F attack Subject" in edges


@pytest.mark.parametrize(
    ("strength", "word"),
    [
        (1.0, "certainly"),
        (0.95, "certainly"),
        (0.8, "presumably"),
        (0.5, "probably"),
        (0.3, "possibly"),
        (0.0, "hardly"),
    ],
)
def test_a_strength_is_a_qualifier(strength, word):
    nodes = (
        Node("C1", NodeKind.CLAIM, text="t"),
        Node("C2", NodeKind.CLAIM, text="a"),
        Node("A1", NodeKind.JUNCTION, strength=strength),
    )
    edges = (
        Edge("C2", "A1", EdgeKind.SUPPORT, ends_in_junction=True),
        Edge("A1", "C1", EdgeKind.SUPPORT, starts_in_junction=True),
    )
    diagram = style_named("toulmin").arrange(Diagram(nodes=nodes, edges=edges))
    assert [node.text for node in diagram.nodes if node.role == "Qualifier"] == [word]


def test_an_argument_with_a_qualifier_is_not_folded_into_an_arrow():
    m = ArgumentMap()
    m.support("a", m.claim("b"), data={"qualifier": "perhaps"})
    assert roles(m)["perhaps"] == "Qualifier"
    m = ArgumentMap()
    m.step(m.argument(premises=["a"], conclusion="b"), ["c"], "d", data={"qualifier": "perhaps"})
    assert roles(m)["perhaps"] == "Qualifier"


def test_the_claim_of_one_argument_is_the_grounds_of_the_next():
    told = roles(bridge())
    assert told["Repairs will wait"] == "Grounds"
    assert told["Budget"] == told["Time"] == "Warrant"
    assert told["The inspector says it is safe"] == "Grounds · Rebuttal"


def test_what_is_heard():
    told = words_of_nodes(arranged(bermuda(), "toulmin"))
    assert told["Law"].startswith("Warrant. Claim: Law – Anyone born in Bermuda")
    assert told["Bermuda.qualifier"] == "Qualifier: presumably. It supports: Subject. 1 undercut against it."
    assert told["Aliens"] == "Rebuttal. Argument: Aliens – Both his parents were aliens. It undercuts: Bermuda."
    assert told["Bermuda"].endswith("Premises: Harry was born in Bermuda; Law. It supports: Subject.")
