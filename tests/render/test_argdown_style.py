"""The style of Argdown: boxes alone, and no edge that ends inside one."""

from hypothesis import HealthCheck, given, settings

from argmap.model import ArgumentMap
from argmap.render import to_svg
from argmap.render.styles import style_named
from argmap.view import EdgeKind, NodeKind, diagram_of
from tests.maps import maps
from tests.render.drawings import every_kind, of, open_or_closed, parsed, words

STYLE = style_named("argdown")


def arrows(m: ArgumentMap) -> list[tuple[str, str, str]]:
    return [(edge.source, str(edge.kind), edge.target) for edge in STYLE.arrange(diagram_of(m)).edges]


def test_premises_are_not_drawn_and_what_acts_on_them_acts_on_the_argument():
    m = open_or_closed()
    assert ("C4", "attack", "A1") in arrows(m)
    assert ("A1", "attack", "Safety") in arrows(m)
    assert "An API provider" not in words(parsed(to_svg(m, style="argdown")))


def test_a_premise_with_a_box_of_its_own_supports_the_argument():
    assert arrows(every_kind()).count(("C5", "support", "Sky")) == 1
    assert ("C5", "support", "Walk") in arrows(every_kind())
    assert EdgeKind.PREMISE not in {edge.kind for edge in STYLE.arrange(diagram_of(every_kind())).edges}


def test_what_two_premises_suffer_is_drawn_once():
    m = ArgumentMap()
    one, two = m.claim("One"), m.claim("Two")
    m.support([one, two], m.claim("So it is"), title="Both")
    doubt = m.claim("Doubt")
    m.rebut(doubt, one)
    m.rebut(doubt, two)
    assert arrows(m).count((doubt.id, "attack", "Both")) == 1


def test_what_a_premise_does_the_argument_does():
    m = ArgumentMap()
    one, two = m.claim("One"), m.claim("Two")
    m.support([one, two], m.claim("So it is"), title="Both")
    other = m.claim("Other")
    m.rebut(one, other)
    m.rebut(one, two)  # inside the argument: not drawn
    assert arrows(m) == [("Both", "support", "C3"), ("Both", "attack", other.id)]


def test_an_argument_without_words_shows_its_premises():
    m = ArgumentMap()
    m.support([m.claim("All men die"), m.claim("He is a man")], m.claim("He dies"))
    shown = words(parsed(to_svg(m, style="argdown")))
    assert "All men die · He is a man" in " ".join(shown.split())


def test_the_key_has_no_cards():
    assert "card" not in {entry.sign for entry in STYLE.arrange(diagram_of(open_or_closed())).legend}


@given(maps())
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
def test_any_map_has_boxes_alone(m):
    before = diagram_of(m)
    diagram = STYLE.arrange(before)
    assert [node.id for node in diagram.nodes] == [node.id for node in before.nodes]
    assert not any(node.cells for node in diagram.nodes)
    assert all(
        edge.source != edge.target and not edge.source_anchor and not edge.target_anchor for edge in diagram.edges
    )
    ends = [(edge.kind, edge.source, edge.target) for edge in diagram.edges]
    assert len(ends) == len(set(ends))
    tied = {(edge.source, edge.target) for edge in before.edges if edge.source != edge.target}
    assert {frozenset(pair) for pair in tied} == {frozenset((start, end)) for _, start, end in ends}


@given(maps())
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_any_map_is_drawn(m):
    root = parsed(to_svg(m, style="argdown", engine="bundled"))
    drawn = [part for part in root.iter() if (part.get("class") or "").startswith("node")]
    assert len(drawn) == len(diagram_of(m).nodes)
    assert all(of(part, "class") == f"node {NodeKind.JUNCTION}" or part.get("aria-label") for part in drawn)
