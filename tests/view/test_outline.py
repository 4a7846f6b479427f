"""The outline of a diagram: all of it is there, once, and deep or circular debates end."""

from collections import Counter
from itertools import pairwise

from hypothesis import given

import argmap
from argmap.view import Diagram, Edge, EdgeKind, Node, NodeKind, View, diagram_of
from argmap.view.outline import outline
from tests.maps import maps
from tests.render.drawings import every_kind


def told_by(line) -> str | None:
    """Return the node whose content stands below a line."""
    return line.node.id if line.cell is None and line.block is None and not line.see else None


def lines_of(m: argmap.ArgumentMap) -> list[str]:
    found = []
    for line in outline(diagram_of(m)):
        sort = "inference" if line.block else line.cell.claim if line.cell else line.node.id
        what = str(line.edge.kind) if line.edge else str(line.cell.number) if line.cell else ""
        found.append(f"{'  ' * line.depth}{what} {sort} {line.see}".rstrip())
    return found


@given(maps())
def test_every_node_and_every_claim_is_told_once(m):
    for view in (View(), View(arrows=False)):
        diagram = diagram_of(m, view)
        lines = list(outline(diagram))
        told = Counter(name for line in lines if (name := told_by(line)))
        # The box of a claim may be told at its cell in a card.
        told.update(
            line.cell.claim for line in lines if line.cell and not line.edge and not line.see and line.cell.is_elsewhere
        )
        steps = {edge.source for edge in diagram.edges if edge.starts_in_junction}
        assert told == Counter(node.id for node in diagram.nodes if node.id not in steps)
        cells = Counter((line.node.id, line.cell.anchor) for line in lines if line.cell and not line.edge)
        assert cells == Counter((node.id, cell.anchor) for node in diagram.nodes for cell in node.cells)


@given(maps())
def test_every_edge_stands_below_what_it_acts_on(m):
    diagram = diagram_of(m)
    found = Counter(line.edge for line in outline(diagram) if line.edge)
    for edge in diagram.edges:
        if edge.starts_in_junction or (edge.kind is EdgeKind.PREMISE and edge.target_anchor):
            continue
        if edge.kind is EdgeKind.SUPPORT and edge.source_anchor and not found[edge]:
            continue  # the card that draws a conclusion stands just above the conclusion
        both = edge.has_two_heads and edge.source != edge.target
        assert found[edge] == (2 if both else 1)


@given(maps())
def test_depths_rise_by_one_and_there_is_no_line_below_a_reference(m):
    lines = list(outline(diagram_of(m)))
    for before, line in pairwise(lines):
        assert line.depth <= before.depth + 1
    assert not lines or lines[0].depth == 0


@given(maps())
def test_see_above_is_above_and_see_below_is_below(m):
    lines = list(outline(diagram_of(m)))
    places: dict[str, int] = {}
    for index, line in enumerate(lines):
        name = told_by(line)
        if name is None and line.cell and not line.edge and not line.see:
            name = line.cell.claim
        if name is not None:
            places.setdefault(name, index)
    for index, line in enumerate(lines):
        if line.see and line.cell is None:
            assert (places[line.node.id] < index) == (line.see == "above")


def test_every_kind_of_edge():
    assert lines_of(every_kind()) == [
        " C1",
        "  support Sky",
        "    1 C5",
        "     inference",
        "    2 C6",
        "    3 C7",
        "    undercut C10",
        "  support C11",
        "    undercut C13",
        "    attack C12",
        "      attack C11 above",
        "  entails C4",
        "  contradictory C2 below",
        " C2",
        "  contrary C3 below",
        "  contradictory C1 above",
        " C3",
        "  contrary C2 above",
        " C9",
        "  support Walk",
        "    1 C5 above",
        "    2 C8",
    ]


def test_an_arrow_that_is_contrary_to_something_is_named_there():
    m = argmap.ArgumentMap()
    step = m.rebut(m.claim("reason", title="R"), m.claim("thesis", title="T"))
    m.relate(m.claim("other", title="O"), "contrary", step)
    assert lines_of(m) == [" T", "  attack R", "    contrary O below", " O", "  contrary A1 above"]


def test_what_undercuts_an_arrow_stands_below_it_and_not_below_its_premise():
    m = argmap.ArgumentMap()
    reason, thesis = m.claim("reason", title="R"), m.claim("thesis", title="T")
    other = m.claim("other", title="O")
    step = m.support(reason, thesis)
    m.support(reason, other)
    m.undercut(m.claim("no", title="U"), step)
    assert lines_of(m) == [" T", "  support R", "    undercut U", " O", "  support R above"]


def test_a_claim_in_a_card_that_acts_itself_is_named_where_it_acts():
    m = argmap.ArgumentMap()
    acting = m.claim("acting", title="P")
    m.support([acting, m.claim("other", title="Q")], m.claim("thesis", title="T"), title="A")
    m.relate(acting, "attack", m.claim("victim", title="V"))
    assert lines_of(m) == [" T", "  support A", "    1 P", "    2 Q", " V", "  attack P above"]


def test_circles_without_a_thesis_come_last():
    m = argmap.ArgumentMap()
    a, b = m.claim("a", title="A"), m.claim("b", title="B")
    m.relate(a, "support", b)
    m.relate(b, "attack", a)
    m.claim("alone", title="L")
    assert lines_of(m) == [" L", " A", "  attack B", "    support A above"]


def test_linked_premises_of_a_style_stand_below_their_junction():
    nodes = (
        Node("T", NodeKind.CLAIM),
        Node("p", NodeKind.CLAIM),
        Node("q", NodeKind.CLAIM),
        Node("j", NodeKind.JUNCTION),
    )
    edges = (
        Edge("p", "j", EdgeKind.SUPPORT, ends_in_junction=True),
        Edge("q", "j", EdgeKind.SUPPORT, ends_in_junction=True),
        Edge("j", "T", EdgeKind.SUPPORT, starts_in_junction=True),
    )
    lines = [(line.depth, line.node.id) for line in outline(Diagram(nodes=nodes, edges=edges))]
    assert lines == [(0, "T"), (1, "j"), (2, "p"), (2, "q")]


def test_ten_thousand_levels_and_a_hub():
    nodes = tuple(Node(str(number), NodeKind.CLAIM) for number in range(10_000))
    chain = tuple(Edge(str(number + 1), str(number), EdgeKind.ATTACK) for number in range(9_999))
    assert [line.depth for line in outline(Diagram(nodes=nodes, edges=chain))] == list(range(10_000))
    star = tuple(Edge(str(number + 1), "0", EdgeKind.SUPPORT) for number in range(9_999))
    assert len(list(outline(Diagram(nodes=nodes, edges=star)))) == 10_000
