import json

import pytest

from argmap.model import ArgumentMap
from argmap.render import find_engine, to_dot, to_svg
from argmap.render.dot import digraph_of, stands_upright, tone_of
from argmap.render.theme import DEFAULT
from argmap.view import NodeKind, View, diagram_of
from tests.render.drawings import every_kind, open_or_closed, parsed, words


def layout_of(m: ArgumentMap, engine: str = "bundled", *, group: int = 0) -> dict[str, tuple[float, float]]:
    """Return the middle of each box, by the id of its claim or argument; y grows upwards."""
    diagram = diagram_of(m, View(group=group))
    drawn = json.loads(find_engine(engine).layout(digraph_of(diagram, DEFAULT).source, format="json"))
    places = {part["name"]: part["pos"] for part in drawn["objects"] if "pos" in part}
    found = {}
    for index, node in enumerate(diagram.nodes):
        x, y = map(float, places[f"n{index}"].split(","))
        found[node.id] = (x, y)
    return found


def chain(length: int) -> ArgumentMap:
    m = ArgumentMap()
    claims = [m.claim(f"Claim {number}") for number in range(length)]
    for one, other in zip(claims[1:], claims, strict=False):
        m.rebut(one, other)
    return m


def test_small_maps_stand_and_large_ones_lie(engine):
    small, large = chain(10), chain(11)
    assert stands_upright(diagram_of(small))
    assert not stands_upright(diagram_of(large))
    heights = [y for _, y in layout_of(small, engine).values()]
    assert heights == sorted(heights, reverse=True)
    places = [x for x, _ in layout_of(large, engine).values()]
    assert places == sorted(places)


def test_many_reasons_for_one_claim_lie():
    m = ArgumentMap()
    thesis = m.claim("thesis")
    for number in range(6):
        m.support(f"reason {number}", thesis)
    assert not stands_upright(diagram_of(m))
    rows = [y for name, (_, y) in layout_of(m).items() if name != thesis.id]
    assert rows == sorted(rows, reverse=True)  # in the order of the map, from the top


def test_frames_keep_the_order_of_the_text():
    m = ArgumentMap()
    thesis = m.claim("thesis")
    for part in range(3):
        section = m.section(f"Part {part}")
        for number in range(4):
            m.support(m.claim(f"{part}.{number}", section=section), thesis)
    rows = [y for name, (_, y) in layout_of(m, group=1).items() if name != thesis.id]
    assert rows == sorted(rows, reverse=True)


def test_theses_stand_in_one_column(engine):
    m = chain(12)
    m.contradict("C1", m.claim("Not so"))
    places = layout_of(m, engine)
    assert places["C1"][0] == pytest.approx(places["C13"][0], abs=60)
    assert places["C1"][0] < places["C2"][0]


def test_an_undercut_has_its_point_between_the_boxes(engine):
    places = layout_of(open_or_closed(), engine)
    assert places["C4"][1] < places["A1"][1] < places["Safety"][1] < places["C1"][1]


def test_no_word_of_the_map_is_a_name_in_the_graph():
    m = ArgumentMap()
    m.relate(m.claim("x", id="a:b:c"), "attack", m.claim("y", id='\\N"'))
    source = to_dot(m)
    assert "n1 -> " not in source.replace("n0 -> n1", "")
    assert "a:b" not in source


@pytest.mark.parametrize("text", ["\\N", "\\G \\L \\n", "<b>x</b>", "&amp;", "a\\", '"', "<br/>", "%1"])
def test_escapes_of_graphviz_mean_nothing(engine, text):
    m = ArgumentMap()
    m.claim(text)
    assert text in words(parsed(to_svg(m, engine=engine)))


def test_sides_give_the_colours_and_without_sides_the_deeds():
    with_sides = diagram_of(open_or_closed())
    tones = {node.id: tone_of(node, with_sides, DEFAULT) for node in with_sides.nodes}
    assert tones["C1"] == tones["Safety"] == DEFAULT.light.sides[0]
    assert tones["C4"] == DEFAULT.light.sides[1]
    assert tones["C5"] == DEFAULT.light.neutral
    without = diagram_of(chain(2))
    assert tone_of(without.nodes[1], without, DEFAULT) == DEFAULT.light.attack


def test_every_side_is_also_a_word():
    source = to_dot(open_or_closed())
    assert source.count(">CLOSED<") == 2
    assert source.count(">OPEN<") == 1


def test_the_structure_is_the_same_in_every_engine(engine):
    diagram = diagram_of(every_kind())
    drawn = json.loads(find_engine(engine).layout(digraph_of(diagram, DEFAULT).source, format="json"))
    names = {part["name"] for part in drawn["objects"] if "pos" in part}
    assert names == {f"n{index}" for index in range(len(diagram.nodes))}
    assert sorted(edge["id"] for edge in drawn["edges"]) == sorted(f"e{i}" for i in range(len(diagram.edges)))
    assert {node.kind for node in diagram.nodes} == set(NodeKind)
