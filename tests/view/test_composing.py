from collections import Counter

import pytest
from hypothesis import given

from argmap.model import ArgumentMap, RelationKind
from argmap.view import Edge, EdgeKind, NodeKind, View, diagram_of, words_of_nodes
from argmap.view.placing import place
from tests.maps import maps


@pytest.fixture
def m():
    return ArgumentMap("A title")


def edges(m: ArgumentMap) -> list[tuple[str, str, str]]:
    return [(edge.source, edge.kind.value, edge.target) for edge in diagram_of(m).edges]


@given(maps())
def test_nothing_is_lost(m):
    diagram = diagram_of(m)
    homes = Counter(node.id for node in diagram.nodes if node.kind is NodeKind.CLAIM)
    homes.update(cell.claim for node in diagram.nodes for cell in node.cells if not cell.is_elsewhere)
    assert homes == Counter(claim.id for claim in m.claims)
    placing = place(m)
    drawn = {node.id for node in diagram.nodes if node.kind is NodeKind.ARGUMENT}
    assert drawn | set(placing.folds) == {argument.id for argument in m.arguments}
    shown = {frozenset((edge.source, edge.target)) for edge in diagram.edges}
    for relation in m.relations:
        if relation not in placing.used:
            ends = frozenset((placing.of(relation.source).node, placing.of(relation.target).node))
            assert ends in shown


@given(maps())
def test_every_edge_is_tied_to_something(m):
    diagram = diagram_of(m, View(group=2))
    anchors: dict[str, set[str | None]] = {node.id: {None} for node in diagram.nodes}
    for node in diagram.nodes:
        for block in node.blocks:
            anchors[node.id].add(block.anchor)
            anchors[node.id].update(cell.anchor for cell in block.cells)
    for edge in diagram.edges:
        assert edge.source_anchor in anchors[edge.source]
        assert edge.target_anchor in anchors[edge.target]
    groups = [group.id for group in diagram.groups]
    assert {node.group for node in diagram.nodes} - {None} <= set(groups)
    for index, group in enumerate(diagram.groups):
        assert group.parent is None or group.parent in groups[:index]


def test_linked_premises_are_one_card_and_attacks_end_at_its_cells(m):
    thesis, premise = m.claim("thesis"), m.claim("a")
    m.support([premise, m.claim("b")], thesis, title="Both")
    m.rebut("no", premise)
    diagram = diagram_of(m)
    assert [(node.id, len(node.cells)) for node in diagram.nodes] == [("C1", 0), ("C4", 0), ("Both", 2)]
    assert diagram.edges == (
        Edge("Both", "C1", EdgeKind.SUPPORT),
        Edge("C4", "Both", EdgeKind.ATTACK, None, "p0_0"),
    )


def test_an_undercut_aims_at_the_junction_of_an_arrow(m):
    futile = m.rebut("They find a way", m.claim("A gate helps"))
    m.undercut("Ease matters", futile)
    assert edges(m) == [("C2", "attack", "A1"), ("A1", "attack", "C1"), ("C3", "undercut", "A1")]
    assert [node.id for node in diagram_of(m).nodes if node.kind is NodeKind.JUNCTION] == ["A1"]


def test_an_undercut_aims_at_its_step(m):
    argument = m.argument(title="A", premises=["a"], conclusion=m.claim("lemma"))
    argument = m.step(argument, ["b"], m.claim("end"))
    m.relate(m.claim("c"), "undercut", argument, step=0)
    undercut = next(edge for edge in diagram_of(m).edges if edge.kind is EdgeKind.UNDERCUT)
    assert undercut.target_anchor == "i0"


def test_a_shared_premise_is_named_in_each_card(m):
    shared, thesis = m.claim("shared"), m.claim("thesis")
    for title in ("One", "Two"):
        m.support([shared, m.claim("own")], thesis, title=title)
    diagram = diagram_of(m)
    assert edges(m)[:2] == [("C1", "premise", "One"), ("One", "support", "C2")]
    elsewhere = [cell.claim for node in diagram.nodes for cell in node.cells if cell.is_elsewhere]
    assert elsewhere == ["C1", "C1"]


def test_attacks_on_each_other_are_one_edge(m):
    a, b = m.claim("a"), m.claim("b")
    m.relate(a, "attack", b)
    m.relate(b, "attack", a)
    (edge,) = diagram_of(m).edges
    assert edge.is_mutual
    assert not any(node.is_thesis for node in diagram_of(m).nodes)


def test_theses_are_what_is_acted_on_and_does_not_act(m):
    a, b, c = m.claim("a"), m.claim("b"), m.claim("c")
    m.contradict(a, b)
    m.rebut(c, a)
    m.claim("alone")
    assert [node.id for node in diagram_of(m).nodes if node.is_thesis] == [a.id, b.id]


def test_a_claim_alone_in_its_map_is_its_thesis(m):
    m.claim("a")
    assert diagram_of(m).nodes[0].is_thesis


def test_a_card_takes_the_side_of_its_premises(m):
    m.support([m.claim("a", side="open"), m.claim("b", side="open")], m.claim("c"))
    m.support([m.claim("a", side="open"), m.claim("b")], m.claim("c"))
    assert [node.side for node in diagram_of(m).nodes if node.kind is NodeKind.ARGUMENT] == ["open", None]


def test_the_legend_has_what_occurs(m):
    m.support([m.claim("a"), m.claim("b")], m.claim("c", side="open"))
    m.data["sides"] = {"closed": "Keep it in", "open": "Let it out"}
    legend = diagram_of(m).legend
    assert [(entry.sign, entry.side) for entry in legend] == [("support", None), ("card", None), ("side", "open")]
    assert legend[-1].words == "open: Let it out"


def test_the_description_says_how_much_of_what(m):
    thesis = m.claim("We should", side="yes")
    m.support("It helps", thesis)
    m.rebut("It costs", thesis)
    assert diagram_of(m).description == (
        "An argument map of 3 claims and 2 arguments. It shows 1 support and 1 attack. "
        "Main claim: We should. Sides: yes."
    )


@pytest.mark.parametrize(("depth", "expected"), [(0, []), (1, ["Deep"]), (2, ["Top", "Deep"])])
def test_sections_are_frames_as_deep_as_is_asked(m, depth, expected):
    top = m.section("Top")
    deep = m.section("Deep", parent=top)
    m.section("Empty")
    m.claim("a", section=top)
    m.claim("b", section=deep)
    diagram = diagram_of(m, View(group=depth))
    assert [group.title for group in diagram.groups] == expected


def test_is_group_of_a_section_wins(m):
    shown = m.section("Shown", data={"isGroup": True})
    hidden = m.section("Hidden", data={"isGroup": False})
    m.claim("a", section=shown)
    m.claim("b", section=hidden)
    assert [group.title for group in diagram_of(m).groups] == ["Shown"]
    assert [group.title for group in diagram_of(m, View(group=2)).groups] == ["Shown"]


@pytest.mark.parametrize("kind", list(RelationKind))
def test_every_kind_of_relation_is_drawn(m, kind):
    sketch = m.argument("gist", title="A")
    target = m.claim("a") if kind is not RelationKind.UNDERCUT else sketch
    m.relate(m.claim("b"), kind, target)
    assert [edge.kind.value for edge in diagram_of(m).edges] == [kind.value]


def test_attacks_on_each_other_have_a_line_of_their_own_in_the_key(m):
    a, b = m.claim("a"), m.claim("b")
    m.relate(a, "attack", b)
    m.relate(b, "attack", a)
    (only,) = diagram_of(m).legend
    assert (only.sign, only.words, only.is_mutual) == ("attack", "attack each other", True)
    m.rebut("c", a)
    assert [entry.words for entry in diagram_of(m).legend] == ["attacks", "attack each other"]


def test_a_scheme_stands_where_no_rule_is_named(m):
    goal, means, act = m.claim("goal"), m.claim("means"), m.claim("act")
    plain = m.argument(title="Plain", premises=[goal, means], conclusion=act, scheme="practical_reasoning")
    ruled = m.argument(title="Ruled", premises=["x", "y"], conclusion=act, scheme="sign", rules=["Modus ponens"])
    longer = m.argument(title="Longer", premises=["p"], conclusion=m.claim("q"), scheme="sign")
    m.step(longer, ["r"], act)
    nodes = {node.id: node for node in diagram_of(m).nodes}
    rules = [[block.rules for block in nodes[one.id].blocks] for one in (plain, ruled, longer)]
    assert rules == [[("Practical reasoning",)], [("Modus ponens",)], [(), ("Sign",)]]
    assert "Rule: Practical reasoning." in words_of_nodes(diagram_of(m))[plain.id]


def test_an_empty_map_says_that_there_is_nothing():
    said = "There is nothing to draw yet: no claim and no argument."
    diagram = diagram_of(ArgumentMap())
    assert diagram.notes == (said,)
    assert said in diagram.description
