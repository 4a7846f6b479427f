from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings

from argmap.model import ArgumentMap
from argmap.render import to_svg
from argmap.view import EdgeKind, NodeKind, words_of_nodes
from tests.maps import maps
from tests.render.arranged import arranged, bridge, edges_of, holds_together, structure
from tests.render.drawings import SVG, every_mark, open_or_closed, parsed, words


def test_structure(golden):
    golden("aif.txt", structure(bridge(), "aif"))


def test_picture(golden):
    golden("aif.svg", to_svg(open_or_closed(), style="aif", engine="bundled"))


@given(maps())
@settings(max_examples=25, deadline=None)
def test_nothing_is_lost(m):
    holds_together(m, "aif")
    diagram = arranged(m, "aif")
    kinds = {node.id: node.kind for node in diagram.nodes}
    for edge in diagram.edges:
        # As the format asks, no two pieces of information are tied without an inference or a conflict between them.
        assert kinds[edge.source].is_meeting or kinds[edge.target].is_meeting
    led = Counter(edge.source for edge in diagram.edges if edge.kind is not EdgeKind.PREMISE)
    assert max(led.values(), default=0) <= 1  # an inference has one conclusion, a conflict one target
    for node in diagram.nodes:
        assert node.kind is not NodeKind.JUNCTION
        if node.kind.is_meeting:
            assert node.title or node.text


def test_what_goes_both_ways_is_two_conflicts():
    m = ArgumentMap()
    m.contradict(m.claim("a"), m.claim("b"))
    edges = edges_of(arranged(m, "aif"))
    assert edges == [
        "C1 premise C1.contradictory.C2",
        "C1.contradictory.C2 contradictory C2",
        "C2 premise C2.contradictory.C1",
        "C2.contradictory.C1 contradictory C1",
    ]


def test_an_undercut_is_a_conflict_with_an_inference():
    m = ArgumentMap()
    m.undercut("u", m.support(["a", "b"], m.claim("t"), title="S"))
    diagram = arranged(m, "aif")
    kinds = {node.id: node.kind for node in diagram.nodes}
    (end,) = (edge.target for edge in diagram.edges if edge.kind is EdgeKind.UNDERCUT)
    assert (end, kinds[end]) == ("S", NodeKind.INFERENCE)


@pytest.mark.parametrize(("deed", "kind"), [("support", NodeKind.INFERENCE), ("attack", NodeKind.CONFLICT)])
def test_an_undercut_of_a_sketch_aims_at_what_that_does(deed, kind):
    m = ArgumentMap()
    sketch = m.argument(id="S", title="S", text="What it says")
    m.undercut("u", sketch)
    m.relate(sketch, deed, m.claim("t", id="T"))
    m.rebut("r", sketch)
    diagram = arranged(m, "aif")
    kinds = {node.id: node.kind for node in diagram.nodes}
    (end,) = (edge.target for edge in diagram.edges if edge.kind is EdgeKind.UNDERCUT)
    assert kinds[end] is kind
    assert {("S", end), (end, "T")} <= {(edge.source, edge.target) for edge in diagram.edges}
    attacks = [edge.target for edge in diagram.edges if edge.kind is EdgeKind.ATTACK]
    assert "S" in attacks  # a rebuttal is of what it says


def test_an_undercut_of_a_sketch_that_does_nothing_aims_at_the_sketch():
    m = ArgumentMap()
    m.undercut("u", m.argument(id="S", title="S", text="What it says"))
    assert [edge.target for edge in arranged(m, "aif").edges if edge.kind is EdgeKind.UNDERCUT] == ["S"]


def test_an_argument_that_attacks_is_a_conflict_and_one_with_two_deeds_is_two_nodes():
    m = ArgumentMap()
    attack = m.rebut(["a", "b"], m.claim("t"), title="S")
    m.relate(attack, "support", m.claim("other", id="O"))
    diagram = arranged(m, "aif")
    found = {(node.kind, node.of) for node in diagram.nodes if node.kind.is_meeting}
    assert found == {(NodeKind.CONFLICT, "S"), (NodeKind.INFERENCE, "S")}
    starts = Counter(edge.target for edge in diagram.edges if edge.kind is EdgeKind.PREMISE)
    assert sorted(starts.values()) == [2, 2]


def test_a_gist_is_information_and_an_inference():
    m = ArgumentMap()
    m.relate(m.argument("A uniform hides money", title="Equality"), "support", m.claim("Uniforms", id="U"))
    diagram = arranged(m, "aif")
    assert [(str(node.kind), node.of, node.text) for node in diagram.nodes] == [
        ("claim", "U", "Uniforms"),
        ("argument", "Equality", "A uniform hides money"),
        ("inference", "Equality", "Default inference"),
    ]


def test_names_shapes_and_key_are_seen():
    root = parsed(to_svg(bridge(), style="aif", engine="bundled"))
    shown = words(root)
    for name in (
        "RA · Steel",
        "RA · Budget",
        "RA · Default inference",
        "CA · Undercut",
        "CA · Rebut",
        "CA · Contradiction",
    ):
        assert name in shown
    for name in ("information (I-node)", "inference (RA-node)", "conflict (CA-node)"):
        assert name in shown
    assert "[ ]" not in shown
    assert "< >" not in shown
    assert not any(group.get("class") == "signs" for group in root.iter(f"{SVG}g"))


def test_sides_stay_visible():
    shown = words(parsed(to_svg(open_or_closed(), style="aif", engine="bundled")))
    assert "CLOSED" in shown
    assert "OPEN" in shown


def test_what_is_heard():
    told = words_of_nodes(arranged(open_or_closed(), "aif"))
    assert told["A1"].startswith("Conflict: Rebut. Premise: Determined bad actors will find a way regardless.")
    assert told["C4"].endswith("It attacks: An API provider can refuse harmful users.")


def test_marks_and_closed_groups_are_shown():
    shown = words(parsed(to_svg(every_mark(), style="aif", engine="bundled")))
    for mark in ("7 inside", "+12 more", "RA · Health", "removed", "changed"):
        assert mark in shown
