from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from argmap import datasets
from argmap.model import ArgumentMap
from argmap.render import engines, to_svg
from argmap.render.curves import Line
from argmap.render.dot import scene_of
from argmap.render.styles import style_named
from argmap.render.theme import DEFAULT
from argmap.view import Diagram, Edge, EdgeKind, NodeKind, diagram_of
from tests.maps import maps
from tests.render.drawings import every_kind, open_or_closed, parsed, words

TREE = style_named("tree")


def outline(m: ArgumentMap) -> list[str]:
    """Return what is drawn as an outline: what stands below what, in which role."""
    arranged = TREE.arrange(diagram_of(m))
    below: dict[str, list[str]] = {}
    for edge in arranged.edges:
        if not edge.kind.is_symmetric:
            below.setdefault(edge.target, []).append(edge.source)
    nodes = {node.id: node for node in arranged.nodes}
    inner = {name for names in below.values() for name in names}
    lines = []
    stack = [(name, 0) for name in reversed(list(nodes)) if name not in inner]
    while stack:
        name, depth = stack.pop()
        lines.append(f"{'  ' * depth}{nodes[name].role or '*'} {nodes[name].of}")
        stack.extend((child, depth + 1) for child in reversed(below.get(name, [])))
    return lines


def test_pros_and_cons_stand_in_the_order_of_the_map():
    m = ArgumentMap()
    free = m.claim("Free buses", id="free")
    m.rebut(m.claim("Cost", id="cost"), free)
    full = m.support(m.claim("Cars", id="cars"), free, title="Full")
    m.rebut(m.claim("Few", id="few"), "cost")
    m.undercut(m.claim("Bikes", id="bikes"), full)
    assert outline(m) == [
        "* free", "  CON cost", "    CON few", "  PRO Full", "    CON · UNDERCUTS bikes",
    ]  # fmt: skip


def test_what_answers_two_things_is_drawn_in_full_once():
    m = ArgumentMap()
    top = m.claim("Top", id="top")
    for name in ("one", "two"):
        m.support(m.claim(name, id=name), top)
    both = m.claim("Both", id="both")
    m.rebut(both, "one")
    m.support(both, "two")
    m.rebut(m.claim("Answer", id="answer"), both)
    assert outline(m) == [
        "* top", "  PRO one", "    CON both", "      CON answer", "  PRO two", "    PRO · SEE 1.1.1 both",
    ]  # fmt: skip
    arranged = TREE.arrange(diagram_of(m))
    assert [node.number for node in arranged.nodes if node.id == "both"] == ["1.1.1"]
    assert [node.id for node in arranged.nodes if node.record] == ["both (2)"]


def town(reasons: int = 12) -> ArgumentMap:
    m = ArgumentMap()
    top = m.claim("Free buses", id="top")
    for number in range(reasons):
        reason = m.claim(f"Reason {number}", title=f"R{number}")
        m.support(reason, top)
        m.rebut(m.claim(f"Answer {number}", title=f"S{number}"), reason)
    return m


def exclusions(m: ArgumentMap) -> list[tuple[str, str, str]]:
    arranged = TREE.arrange(diagram_of(m))
    roles = {node.id: node.role for node in arranged.nodes}
    return [(edge.source, edge.target, roles[edge.source]) for edge in arranged.edges if edge.kind.is_symmetric]


@pytest.mark.parametrize("kind", ["contradictory", "contrary"])
def test_what_excludes_something_far_away_names_it_in_a_short_box(engine, kind):
    m = town()
    m.relate(m["R1"], kind, m["R10"])
    m.relate(m["S0"], kind, m["R7"])
    word = "CONTRADICTS" if kind == "contradictory" else "CONTRARY"
    assert exclusions(m) == [("R10 (2)", "R1", f"{word} · SEE 1.11"), ("R7 (2)", "S0", f"{word} · SEE 1.8")]
    for edge in parsed(to_svg(m, style="tree", engine=engine)).iter("{http://www.w3.org/2000/svg}g"):
        if edge.get("data-kind") == kind:
            line = Line(next(edge.iter("{http://www.w3.org/2000/svg}path")).get("d", ""))
            assert line.length < 120


def test_what_excludes_its_neighbour_is_tied_to_it():
    m = town()
    m.relate(m["R1"], "contradictory", m["R2"])
    m.relate(m["S3"], "contrary", m["R3"])
    m.relate("top", "contradictory", m.claim("Dear buses", id="other"))
    assert [pair[:2] for pair in exclusions(m)] == [("R1", "R2"), ("S3", "R3"), ("top", "other")]
    small = town(3)
    small.relate(small["R0"], "contradictory", small["R2"])
    assert [pair[:2] for pair in exclusions(small)] == [("R0", "R2")]


def test_what_excludes_a_step_whose_reason_stands_elsewhere_names_that_reason():
    m = town()
    step = m.support(m["R1"], m["S9"])
    m.undercut("Not so", step)
    diagram = diagram_of(m)
    excluding = Edge("S0", step.id, EdgeKind.CONTRARY)
    arranged = TREE.arrange(replace(diagram, edges=(*diagram.edges, excluding)))
    tied = next(edge for edge in arranged.edges if edge.kind is EdgeKind.CONTRARY)
    roles = {node.id: (node.of, node.role) for node in arranged.nodes}
    assert tied.target == "S0"
    assert roles[tied.source] == ("R1", "CONTRARY · SEE 1.2")


def test_circles_are_cut():
    m = ArgumentMap()
    claims = [m.claim(name, id=name) for name in "abc"]
    for number, claim in enumerate(claims):
        m.relate(claim, "attack", claims[(number + 1) % 3])
    assert outline(m) == ["* a", "  CON c", "    CON b", "      CON · SEE 1 a"]


def test_what_attacks_each_other_is_drawn_once():
    m = ArgumentMap()
    a, b = m.claim("a", id="a"), m.claim("b", id="b")
    m.relate(a, "attack", b)
    m.relate(b, "attack", a)
    arranged = TREE.arrange(diagram_of(m))
    assert [(edge.source, edge.target, edge.is_mutual) for edge in arranged.edges] in (
        [("a", "b", True)], [("b", "a", True)],
    )  # fmt: skip


def test_an_undercut_of_an_arrow_stands_below_what_the_arrow_comes_from():
    assert outline(open_or_closed()) == [
        "* C1", "  PRO Safety", "    CON C4", "      CON · UNDERCUTS C5",
    ]  # fmt: skip


def test_pro_and_con_are_words_in_the_picture(engine):
    shown = words(parsed(to_svg(open_or_closed(), style="tree", engine=engine)))
    for word in ("PRO", "CON", "UNDERCUTS", "Some uses of a powerful model do great harm", "CLOSED"):
        assert word in shown


def test_a_large_tree_is_no_strip():
    m = ArgumentMap()
    claims = [m.claim("The thesis of the tree")]
    for number in range(100):
        claims.append(m.claim(f"Claim number {number} of a tree"))
        m.support(claims[-1], claims[number // 4])
    root = parsed(to_svg(m, style="tree"))
    width, _ = map(float, root.get("viewBox", "").split()[2:])
    assert width < 2000


def check(diagram: Diagram) -> None:
    """Hold that nothing is lost, all ends exist, and it is a tree."""
    arranged = TREE.arrange(diagram)
    kept = {node.of for node in diagram.nodes if node.kind is not NodeKind.JUNCTION}
    cells = {cell.claim for node in diagram.nodes for cell in node.cells}
    assert kept <= {node.of for node in arranged.nodes} <= kept | cells
    names = {node.id for node in arranged.nodes}
    assert len(names) == len(arranged.nodes)
    for edge in arranged.edges:
        assert {edge.source, edge.target} <= names
    branches = [edge for edge in arranged.edges if not edge.kind.is_symmetric]
    assert len({edge.source for edge in branches}) == len(branches)
    given = [edge for edge in diagram.edges if not edge.kind.is_symmetric and not edge.starts_in_junction]
    assert len(branches) == len(given)
    assert len(arranged.edges) - len(branches) == sum(edge.kind.is_symmetric for edge in diagram.edges)


@given(maps())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_map_is_arranged(m):
    check(diagram_of(m))


@given(maps(max_claims=5))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_map_is_drawn(m):
    for status in engines():
        if status.engine is not None:
            parsed(to_svg(m, style="tree", engine=status.name))


@pytest.mark.parametrize("shape", ["chain", "star"])
def test_large_maps(shape):
    m = ArgumentMap()
    claims = [m.claim(str(number)) for number in range(5000)]
    for number in range(1, 5000):
        m.relate(claims[number], "attack", claims[number - 1 if shape == "chain" else 0])
    check(diagram_of(m))
    scene_of(diagram_of(m), DEFAULT, TREE)


@pytest.mark.parametrize("make", [datasets.open_vs_closed, every_kind, open_or_closed])
def test_structure(golden, make):
    golden(f"tree_{make.__name__}.txt", "\n".join(outline(make())) + "\n")
