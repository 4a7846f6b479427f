import json
import math
import re

import pytest

from argmap.datasets import open_vs_closed
from argmap.model import ArgumentMap, Range, RangeKind, Section
from argmap.render import find_engine, to_dot, to_svg
from argmap.render.dot import digraph_of, scene_of
from argmap.render.form import stands_upright
from argmap.render.style import Style
from argmap.render.styles import style_named
from argmap.render.theme import DEFAULT
from argmap.view import ARGDOWN, Diagram, NodeKind, View, diagram_of
from tests.render.drawings import SVG, every_kind, nodes, of, open_or_closed, parsed, width_of, words


def layout_of(
    m: ArgumentMap | Diagram, engine: str = "bundled", *, group: int = 0, style: str = "cards"
) -> dict[str, tuple[float, float]]:
    """Return the middle of each box, by the id of its claim or argument; y grows upwards."""
    diagram = m if isinstance(m, Diagram) else diagram_of(m, View(group=group))
    source = digraph_of(diagram, DEFAULT, style_named(style)).source
    drawn = json.loads(find_engine(engine).layout(source, format="json"))
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


def tree(theses: int, reasons: int, answers: int = 0) -> ArgumentMap:
    """A map whose ids tell what stands for what: T0, then its reasons T0.0, T0.1 ..., and the answers to those."""
    m = ArgumentMap()
    for top in (f"T{number}" for number in range(theses)):
        thesis = m.claim(f"Thesis {top}", id=top)
        for name in (f"{top}.{number}" for number in range(reasons)):
            reason = m.claim(f"Reason {name}", id=name)
            m.support(reason, thesis)
            for number in range(answers):
                m.rebut(m.claim(f"Answer {name}.{number}", id=f"{name}.{number}"), reason)
    return m


def columns(places: dict[str, tuple[float, float]]) -> list[list[str]]:
    """Return the names in each column of a map that lies, from the left, each from the top."""
    found: dict[int, list[str]] = {}
    for name, (_, _y) in sorted(places.items(), key=lambda item: -item[1][1]):
        found.setdefault(name.count("."), []).append(name)
    return [found[depth] for depth in sorted(found)]


def test_small_maps_stand_and_large_ones_lie(engine):
    small, large = chain(10), tree(1, 4, 2)
    assert stands_upright(diagram_of(small))
    assert not stands_upright(diagram_of(large))
    heights = [y for _, y in layout_of(small, engine).values()]
    assert heights == sorted(heights, reverse=True)
    places = layout_of(large, engine)
    assert places["T0"][0] < min(places["T0.0"][0], places["T0.1"][0])
    assert max(places["T0.0"][0], places["T0.1"][0]) < min(places["T0.0.0"][0], places["T0.1.1"][0])


@pytest.mark.parametrize("length", [11, 31])
def test_a_long_chain_stands(engine, length):
    long = chain(length)
    assert stands_upright(diagram_of(long))
    heights = [y for _, y in layout_of(long, engine).values()]
    assert heights == sorted(heights, reverse=True)


def test_a_deep_map_that_is_not_narrow_lies():
    m = chain(12)
    for number in range(3):
        m.rebut(f"Another {number}", "C2")
    assert not stands_upright(diagram_of(m))


def test_a_circle_has_a_form():
    m = chain(14)
    m.rebut("C1", "C14")
    m.rebut("C3", "C3")
    assert stands_upright(diagram_of(m))
    assert len(layout_of(m)) == 14


@pytest.mark.parametrize(("theses", "reasons", "answers"), [(4, 3, 0), (4, 3, 1), (1, 4, 3), (1, 7, 0), (3, 2, 2)])
def test_what_was_made_first_stands_on_top(theses, reasons, answers):
    m = tree(theses, reasons, answers)
    assert not stands_upright(diagram_of(m))
    for column in columns(layout_of(m)):
        assert column == sorted(column)


def test_what_was_made_first_stands_on_top_where_theses_exclude_each_other():
    m = tree(4, 3)
    for number in range(3):
        m.relate(f"T{number}", "contrary", f"T{number + 1}")
    for column in columns(layout_of(m)):
        assert column == sorted(column)


def test_the_first_of_two_theses_that_exclude_each_other_stays_first(engine):
    places = layout_of(open_vs_closed(), engine)
    first, second = (node.id for node in diagram_of(open_vs_closed()).nodes if node.is_thesis and node.side)
    assert places[first][1] > places[second][1]


def test_between_theses_that_exclude_each_other_there_is_room_for_two_heads_and_a_sign(engine):
    m = tree(2, 5, 2)
    m.relate("T0", "contrary", "T1")
    for number in range(5):
        m.rebut("T0", f"T1.{number}")  # so that they stand close
    assert length_of_line(to_svg(m, engine=engine, style="cards"), "contrary") > 15


def test_in_frames_as_well(engine):
    m = open_vs_closed()
    assert length_of_line(to_svg(m, engine=engine, style="cards", view=View.of(m, ARGDOWN)), "contradictory") > 15


def length_of_line(svg: str, kind: str) -> float:
    """Return how far the line of the only edge of a kind leads up or down, without its heads."""
    edges = [group for group in parsed(svg).iter(f"{SVG}g") if group.get("data-kind") == kind]
    (line,) = [path for group in edges for path in group.iter(f"{SVG}path")]
    ys = [float(y) for y in re.findall(r",(-?[\d.]+)", of(line, "d"))]
    return max(ys) - min(ys)


@pytest.mark.parametrize("style", ["cards", "camps", "junctions"])
def test_the_ring_of_an_undercut_hides_no_arrow_head(engine, style):
    m = tree(1, 5, 2)
    sketch = m.argument(id="sketch", title="Sketch", text="What it says")
    m.relate(sketch, "support", "T0")
    m.undercut("That does not follow", sketch)
    m.relate("T0.0.0", "support", sketch)
    groups = list(parsed(to_svg(m, engine=engine, style=style)).iter(f"{SVG}g"))
    aiming = [group for group in groups if group.get("data-to") == "sketch"]
    (ring,) = [ellipse for group in aiming for ellipse in group.iter(f"{SVG}ellipse")]
    heads = [of(head, "points") for group in aiming for head in group.iter(f"{SVG}polygon")]
    (head,) = [[tuple(map(float, point.split(","))) for point in points.split()] for points in heads]
    centre = float(of(ring, "cx")), float(of(ring, "cy"))
    assert min(math.dist(centre, point) for point in head) > 6


@pytest.mark.parametrize(("reasons", "is_higher"), [(8, False), (16, True)])
def test_a_claim_at_which_many_reasons_aim_is_higher_so_that_arrow_heads_find_room(engine, reasons, is_higher):
    root = parsed(to_svg(tree(1, reasons), engine=engine))
    (thesis,) = [node for node in nodes(root) if node.get("data-id") == "T0"]
    (outline,) = thesis.iter(f"{SVG}path")
    ys = [float(y) for y in re.findall(r",(-?[\d.]+)", of(outline, "d"))]
    assert (max(ys) - min(ys) > 16 * 72 * 0.07) is is_higher


def test_small_maps_have_the_first_on_the_left():
    places = layout_of(tree(3, 2))
    tops, reasons = sorted(name for name in places if "." not in name), sorted(name for name in places if "." in name)
    for row in (tops, reasons):
        assert [places[name][0] for name in row] == sorted(places[name][0] for name in row)


def test_what_is_tied_to_nothing_stands_below_the_theses(engine):
    m = tree(1, 4, 2)
    m.claim("Alone", id="alone")
    places = layout_of(m, engine)
    assert places["alone"][0] == pytest.approx(places["T0"][0], abs=60)
    assert places["alone"][1] < places["T0"][1]


def test_rules_are_drawn_where_premises_stand_side_by_side(engine):
    m = ArgumentMap()
    premises, dies = [m.claim("All men die"), m.claim("Socrates is a man")], m.claim("Socrates dies")
    death = m.argument(title="Death", premises=premises, conclusion=dies, rules=["Modus ponens", "Barbara"])
    m.undercut("Barbara is not modus ponens", death)
    m.rebut("He is a god", premises[1])
    diagram = diagram_of(m)
    assert stands_upright(diagram)
    assert any(line.strip().startswith("n") and ":i0" in line for line in to_dot(m).splitlines())
    root = parsed(to_svg(m, engine=engine))
    shown = {text.text: float(of(text, "x")) for text in root.iter(f"{SVG}text") if text.text}
    assert shown["All men die"] < shown["Socrates is a man"] < min(shown["Modus ponens,"], shown["Barbara"])


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


@pytest.mark.parametrize("is_framed", [True, False])
def test_frames_keep_the_order_of_several_theses(is_framed):
    m = ArgumentMap()
    for part in range(4):
        section = m.section(f"Part {part}")
        thesis = m.claim(f"T{part}", id=f"T{part}", section=section if is_framed else None)
        for number in range(4):
            m.support(m.claim(f"{part}.{number}", id=f"T{part}.{number}", section=section), thesis)
    for column in columns(layout_of(m, group=1)):
        assert column == sorted(column)


@pytest.mark.parametrize("theses", [1, 2])
def test_frames_in_frames_keep_the_order_of_the_text(theses):
    m = tree(theses, 0)
    for name in ("0.0.0", "0.0.1", "0.1.0", "1.0.0", "1.0.1", "1.1.0", "1.1.1"):
        parent: Section | None = None
        for depth in (1, 2, 3):
            title = name[: 2 * depth - 1]
            parent = next((s for s in m.sections if s.title == title), None) or m.section(title, parent=parent)
        for number in range(3):
            m.support(m.claim(f"{name}.{number}", section=parent, id=f"{name}.{number}"), f"T{int(name[0]) % theses}")
    places = layout_of(m, group=3)
    rows = sorted((name for name in places if "." in name), key=lambda name: -places[name][1])
    assert rows == sorted(rows)


@pytest.mark.parametrize("title", ["Inner part", "باب"])
@pytest.mark.parametrize("colour", [None, "#ffe0e0"])
def test_no_line_crosses_out_the_title_of_a_frame(engine, title, colour):
    m = ArgumentMap("Frames", data={"color": {"groupColors": {title: colour}}} if colour else {})
    outer = m.section("Outer")
    inner = m.section(title, parent=outer)
    top = m.claim("The thesis", section=outer)
    m.support(m.claim("A reason in the frame", section=inner), top)
    graph = parsed(to_svg(m, engine=engine, view=m.view(group=2))).find(f"{SVG}g")
    assert graph is not None
    parts = list(graph)
    (place,) = [index for index, part in enumerate(parts) if title in (part.text or "")]
    assert place > max(index for index, part in enumerate(parts) if part.get("class", "").startswith("edge"))
    assert place < min(index for index, part in enumerate(parts) if part.get("class", "").startswith("node"))
    ground = parts[place - 1]
    assert ground.get("fill") == (colour or DEFAULT.light.page)
    xs = [float(x) for x in re.findall(r"[MH](-?[\d.]+)", of(ground, "d"))]
    left, right = float(of(parts[place], "x")), float(of(parts[place], "x"))
    if parts[place].get("text-anchor") == "end":
        left -= width_of(parts[place]) / 2
    else:
        right += width_of(parts[place])
    assert min(xs) < left < right < max(xs)


def test_theses_stand_in_one_column(engine):
    m = tree(1, 4, 2)
    m.contradict("T0", m.claim("Not so", id="not"))
    places = layout_of(m, engine)
    assert places["T0"][0] == pytest.approx(places["not"][0], abs=60)
    assert places["T0"][0] < places["T0.0"][0]


@pytest.mark.parametrize("group", [0, 1])
def test_the_theses_of_a_large_debate_stand_in_their_order(engine, group):
    places = layout_of(open_vs_closed(), engine, group=group)
    theses = ["Keep closed", "Release weights", "Staged release"]
    assert sorted(theses, key=lambda name: -places[name][1]) == theses


def test_an_undercut_has_its_point_between_the_boxes(engine):
    places = layout_of(open_or_closed(), engine)
    assert places["C4"][1] < places["A1"][1] < places["Safety"][1] < places["C1"][1]


def test_no_word_of_the_map_is_a_name_in_the_graph():
    m = ArgumentMap()
    m.relate(m.claim("x", id="a:b:c"), "attack", m.claim("y", id='\\N"'))
    source = to_dot(m, style="cards")
    assert "n1 -> " not in source.replace("n0 -> n1", "")
    assert "a:b" not in source


@pytest.mark.parametrize("text", ["\\N", "\\G \\L \\n", "<b>x</b>", "&amp;", "a\\", '"', "<br/>", "%1"])
def test_escapes_of_graphviz_mean_nothing(engine, text):
    m = ArgumentMap()
    m.claim(text)
    assert text in words(parsed(to_svg(m, engine=engine)))


def test_sides_give_the_colours_and_without_sides_the_deeds():
    with_sides = scene_of(diagram_of(open_or_closed()), DEFAULT, Style())
    tones = {node.id: with_sides.tone(node) for node in with_sides.diagram.nodes}
    assert tones["C1"] == tones["Safety"] == DEFAULT.light.sides[0]
    assert tones["C4"] == DEFAULT.light.sides[1]
    assert tones["C5"] == DEFAULT.light.neutral
    without = scene_of(diagram_of(chain(2)), DEFAULT, Style())
    assert without.tone(without.diagram.nodes[1]) == DEFAULT.light.attack


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
    assert {node.kind for node in diagram.nodes} == {NodeKind.CLAIM, NodeKind.ARGUMENT, NodeKind.JUNCTION}


def test_marks_may_divide_what_a_label_may_not_hold(engine):
    m = ArgumentMap()
    m.replace(m.claim("]]>"), ranges=(Range(RangeKind.BOLD, 0, 1),))
    assert "]" in to_svg(m, engine=engine)
