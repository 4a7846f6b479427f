from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings

from argmap import datasets
from argmap.model import ArgumentMap
from argmap.render import to_dot, to_svg
from argmap.render.curves import Line
from argmap.render.styles.taking_apart import take_apart
from argmap.view import (
    Block,
    Cell,
    Change,
    Diagram,
    Edge,
    EdgeKind,
    Finding,
    Node,
    NodeKind,
    Status,
    diagram_of,
    words_of_nodes,
)
from tests.maps import maps
from tests.render.arranged import arranged, bridge, edges_of, holds_together, structure
from tests.render.drawings import SVG, every_kind, of, open_or_closed, parsed, words


def test_structure(golden):
    golden("junctions.txt", structure(bridge(), "junctions"))


def test_picture(golden):
    golden("junctions.svg", to_svg(open_or_closed(), style="junctions", engine="bundled"))


@given(maps())
@settings(max_examples=25, deadline=None)
def test_nothing_is_lost(m):
    holds_together(m, "junctions")


def test_a_shared_premise_is_one_box_with_several_lines():
    m = bridge()
    (sound,) = (claim.id for claim in m.claims if claim.text == "The steel is sound")
    diagram = arranged(m, "junctions")
    assert [node.id for node in diagram.nodes if node.of == sound] == [sound]
    assert [edge.target for edge in diagram.edges if edge.source == sound] == ["Steel", "No need"]


def test_convergent_reasons_keep_apart():
    m = ArgumentMap()
    thesis = m.claim("Start at nine")
    m.support("Teenagers sleep late", thesis)
    m.support("Buses are cheaper later", thesis)
    diagram = arranged(m, "junctions")
    assert {node.kind for node in diagram.nodes} == {NodeKind.CLAIM}
    assert edges_of(diagram) == ["C2 support C1", "C3 support C1"]


def test_steps_go_through_the_conclusions_on_the_way():
    edges = edges_of(arranged(bridge(), "junctions"))
    wait = next(edge.split()[-1] for edge in edges if edge.startswith("Money.1 support "))
    assert f"{wait} premise Money" in edges
    assert "Money support C2" in edges
    nodes = {node.id: node for node in arranged(bridge(), "junctions").nodes}
    assert (nodes["Money.1"].of, nodes["Money.1"].title, nodes["Money.1"].text) == ("Money", None, "Budget")
    assert (nodes["Money"].title, nodes["Money"].text) == ("Money", "Time")


def test_an_undercut_aims_at_the_step_that_it_undercuts():
    m = ArgumentMap()
    a = m.argument(title="Two", premises=["a"], conclusion="b")
    a = m.step(a, ["c"], "d")
    u = m.claim("First is weak", id="U")
    m.relate(u, "undercut", a, step=0)
    v = m.claim("Last is weak", id="V")
    m.relate(v, "undercut", a)
    edges = edges_of(arranged(m, "junctions"))
    assert "U undercut Two.1" in edges
    assert "V undercut Two" in edges


def test_a_name_is_seen_on_the_point_and_a_bare_point_is_a_dot():
    root = parsed(to_svg(bridge(), style="junctions", engine="bundled"))
    shown = words(root)
    for name in ("Steel", "No need", "Money", "Time", "Budget"):
        assert name in shown
    kinds = [group.get("class") for group in root.iter(f"{SVG}g") if (group.get("class") or "").startswith("node")]
    assert kinds.count("node junction") == 2
    assert kinds.count("node inference") == 4


def test_every_sign_sits_on_a_line():
    for style in ("junctions", "toulmin"):
        root = parsed(to_svg(bridge(), style=style, engine="bundled"))
        (signs,) = (group for group in root.iter(f"{SVG}g") if group.get("class") == "signs")
        groups = (group for group in root.iter(f"{SVG}g") if group.get("class", "").startswith("edge"))
        lines = [Line(of(path, "d")) for group in groups for path in group.iter(f"{SVG}path")]
        discs = [(float(of(disc, "cx")), float(of(disc, "cy"))) for disc in signs.iter(f"{SVG}ellipse")]
        assert len(discs) == sum(edge.kind is not EdgeKind.PREMISE for edge in arranged(bridge(), style).edges)
        for disc in discs:
            assert min(math.dist(disc, line.at(at)) for line in lines for at in range(int(line.length))) < 1


def card(**marks) -> Diagram:
    finding = Finding("warning", "It is bare.")
    one = Cell("p0", "C2", "It pours", "Pour", 1, side="wet", status=Status.REJECTED, strength=0.2, findings=(finding,))
    other = Cell("p1", "C3", "Rain is wet", None, 2, change=Change.ADDED, role="Warrant")
    blocks = (Block("i0", (one, other)),)
    argument = Node("A1", NodeKind.ARGUMENT, blocks=blocks, acts=EdgeKind.ATTACK, **marks)
    edge = Edge("A1", "C1", EdgeKind.ATTACK, strength=0.4, change=Change.CHANGED, colour="#123456")
    return Diagram(nodes=(Node("C1", NodeKind.CLAIM, text="Dry"), argument), edges=(edge,), sides=("wet",))


def test_marks_of_claims_and_arguments_are_carried_over():
    marks = {"number": "1.2", "status": Status.ACCEPTED, "values": ("v",), "tags": ("t",), "hidden": 3}
    taken = take_apart(card(side="wet", change=Change.REMOVED, colour="#abcdef", **marks))
    nodes = {node.id: node for node in taken.nodes}
    before = card(side="wet", change=Change.REMOVED, colour="#abcdef", **marks).nodes[1]
    assert nodes["A1"] == replace(before, kind=NodeKind.INFERENCE, blocks=())
    pour, rain = nodes["C2"], nodes["C3"]
    assert (pour.title, pour.text, pour.side, pour.status, pour.strength) == (
        "Pour",
        "It pours",
        "wet",
        Status.REJECTED,
        0.2,
    )
    assert pour.findings
    assert pour.acts is EdgeKind.ATTACK
    assert (rain.change, rain.role) == (Change.ADDED, "Warrant")
    effect = taken.edges[-1]
    assert (effect.kind, effect.strength, effect.change, effect.colour) == (
        EdgeKind.ATTACK,
        0.4,
        Change.CHANGED,
        "#123456",
    )


@pytest.mark.parametrize("mark", [{"status": Status.ACCEPTED}, {"strength": 0.0}, {"number": "1"}, {"tags": ("t",)}])
def test_an_argument_without_a_name_shows_its_marks(mark):
    assert take_apart(card()).nodes[-1].kind is NodeKind.JUNCTION
    assert take_apart(card(**mark)).nodes[-1].kind is NodeKind.INFERENCE


def test_the_names_of_nodes_do_not_clash():
    m = ArgumentMap()
    a = m.argument(title="A", id="A", premises=["a"], conclusion="b")
    m.step(a, ["c"], m.claim("d", id="A.1"))
    m.relate(m.claim("e", id="A.1 (2)"), "attack", "A.1")
    holds_together(m, "junctions")


def test_what_is_heard():
    m = open_or_closed()
    diagram = arranged(m, "junctions")
    told = words_of_nodes(diagram)
    assert told["C2"] == (
        "Claim: Some uses of a powerful model do great harm. It supports: Powerful AI models should be kept behind an "
        "API (by Safety; together with: An API provider can refuse harmful users)."
    )
    assert told["C1"].endswith("1 support for it.")
    assert told["Safety"].startswith("Inference, side closed: Safety. Premises: Some uses")
    assert "It undercuts: the step from Determined bad actors" in told["C5"]


def test_a_picture_without_cards_is_drawn_as_ever():
    m = ArgumentMap()
    m.rebut("a", m.claim("b"))
    assert to_dot(m, style="junctions") == to_dot(m, style="cards")


@pytest.mark.parametrize("name", ["open_vs_closed", "phones_in_class", "school_uniforms", "wet_street"])
@pytest.mark.parametrize("style", ["junctions", "toulmin", "aif"])
def test_the_datasets_are_drawn(engine, style, name):
    parsed(to_svg(getattr(datasets, name)(), style=style, engine=engine))


@pytest.mark.parametrize("make", [bridge, every_kind])
@pytest.mark.parametrize("style", ["junctions", "toulmin", "aif"])
def test_small_maps_are_drawn(engine, style, make):
    parsed(to_svg(make(), style=style, engine=engine))


@pytest.mark.parametrize("style", ["junctions", "toulmin", "aif"])
def test_deep_maps_are_arranged(style):
    m = ArgumentMap()
    above = m.claim("Thesis")
    for number in range(2000):
        reason = m.claim(f"Reason {number}")
        m.support([reason, m.claim(f"Link {number}")], above, title=f"Argument {number}")
        above = reason
    diagram = arranged(m, style)
    assert {node.of for node in diagram.nodes} >= {record.id for record in m}
    assert len(words_of_nodes(diagram)) == len(diagram.nodes)
    assert len(to_dot(m, style=style)) > 0


def test_words_of_long_chains_of_undercuts_stay_short():
    m = ArgumentMap()
    target = m.support("a", m.claim("b"))
    for number in range(300):
        target = m.undercut(f"Undercut {number}", target)
    assert max(map(len, words_of_nodes(diagram_of(m)).values())) < 1000
    assert max(map(len, words_of_nodes(arranged(m, "junctions")).values())) < 1000
