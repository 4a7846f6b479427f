import json

import pytest
from hypothesis import HealthCheck, given, settings

from argmap import datasets
from argmap.model import ArgumentMap
from argmap.render import engines, find_engine, to_svg
from argmap.render.dot import graph_of, scene_of
from argmap.render.scene import Scene
from argmap.render.styles import style_named
from argmap.render.styles.camp_places import LEFT, MIDDLE, RIGHT, camps_of
from argmap.render.theme import DEFAULT
from argmap.view import Diagram, diagram_of
from tests.maps import maps
from tests.render.drawings import every_kind, open_or_closed, parsed, words

CAMPS = style_named("camps")


def places_of(m: ArgumentMap, engine: str = "bundled") -> tuple[Scene, dict[str, tuple[float, float]]]:
    """Return the scene, and the middle of each box by the id of its claim or argument; y grows upwards."""
    scene = scene_of(diagram_of(m), DEFAULT, CAMPS)
    drawn = json.loads(find_engine(engine).layout(graph_of(scene, CAMPS).source, format="json"))
    found = {part["name"]: part["pos"] for part in drawn["objects"] if "pos" in part}
    return scene, {
        name: (float(found[short].split(",")[0]), float(found[short].split(",")[1]))
        for name, short in scene.names.items()
    }


def debate() -> ArgumentMap:
    """Two theses, a reason for each, an answer to each, a reply to each."""
    m = ArgumentMap("Phones")
    ban, allow = m.claim("Ban", id="ban", side="no"), m.claim("Allow", id="allow", side="yes")
    m.contradict(ban, allow)
    for thesis, own, other in ((ban, "no", "yes"), (allow, "yes", "no")):
        reason = m.claim("Reason", id=f"{own} reason", side=own)
        m.support(reason, thesis)
        answer = m.claim("Answer", id=f"{own} answered", side=other)
        m.rebut(answer, reason)
        m.rebut(m.claim("Reply", id=f"{own} replied", side=own), answer)
    return m


def test_answers_stand_beside_what_they_answer_further_out(engine):
    scene, places = places_of(debate(), engine)
    across = sorted(places, key=lambda name: places[name][0])
    assert across == [
        "no replied", "no answered", "no reason", "ban", "allow", "yes reason", "yes answered", "yes replied",
    ]  # fmt: skip
    titles = [(group.title, group.side) for group in scene.diagram.groups]
    assert sorted(titles) == [
        ("no", "no"), ("no: answers", "no"), ("no: replies", "no"),
        ("yes", "yes"), ("yes: answers", "yes"), ("yes: replies", "yes"),
    ]  # fmt: skip


def test_theses_stand_above_each_other_where_a_camp_attacks_the_other_thesis(engine):
    m = debate()
    m.rebut(m.claim("No", side="yes"), "ban")
    _, places = places_of(m, engine)
    assert places["ban"][0] == pytest.approx(places["allow"][0], abs=20)
    assert places["ban"][1] > places["allow"][1]


def test_columns_keep_the_order_of_the_map(engine):
    m = ArgumentMap()
    theses = [m.claim("A", id="A", side="a"), m.claim("B", id="B", side="b")]
    m.contradict(*theses)
    for number in range(5):
        for thesis in theses:
            m.support(m.claim("why", id=f"why {thesis.id}{number}", side=thesis.side), thesis)
    m.rebut(m.claim("but", side="a"), "why B4")
    _, places = places_of(m, engine)
    for thesis in theses:
        heights = [places[f"why {thesis.id}{number}"][1] for number in range(5)]
        assert heights == sorted(heights, reverse=True)


def test_without_sides_it_is_against_and_for():
    m = ArgumentMap()
    thesis = m.claim("It will rain", id="rain")
    attack = m.claim("Sun", id="sun")
    m.rebut(attack, thesis)
    m.rebut(m.claim("Clouds", id="clouds"), attack)
    m.support(m.claim("Wind", id="wind"), thesis)
    scene, places = places_of(m)
    assert sorted(places, key=lambda name: places[name][0]) == ["clouds", "sun", "rain", "wind"]
    assert {node.id: str(node.acts) for node in scene.diagram.nodes[1:]} == {
        "sun": "attack", "clouds": "support", "wind": "support",
    }  # fmt: skip
    shown = words(parsed(to_svg(m, style="camps")))
    assert "AGAINST" in shown
    assert "FOR answers" in shown


def test_a_third_side_stands_on_the_left():
    m = ArgumentMap()
    for side in "abc":
        m.support(m.claim("why", id=f"{side} why", side=side), m.claim(side, id=side, side=side))
    _, places = places_of(m)
    assert places["a why"][0] < places["a"][0]
    assert places["c why"][0] < places["c"][0]
    assert places["a why"][1] > places["c why"][1]
    assert places["b why"][0] > places["b"][0]


def test_what_has_no_side_stands_between_the_camps_or_beside_what_it_is_about():
    spots = camps_of(diagram_of(datasets.open_vs_closed())).spots
    halves = {name: spot.half for name, spot in spots.items()}
    middle = {"Staged release", "Limits by capability", "No single rule", "The motive does not bear on the claim"}
    assert {halves[name] for name in middle} == {MIDDLE}
    assert halves["One telling"] == halves["The leak shows restriction fails"] == LEFT
    assert (halves["Tests miss things"], halves["Who draws the line?"]) == (LEFT, RIGHT)


def test_the_flagship_has_the_shape_of_a_screen():
    root = parsed(to_svg(datasets.open_vs_closed(), style="camps", engine="bundled"))
    width, height = map(float, root.get("viewBox", "").split()[2:])
    assert 1.2 < width / height < 2


def test_signs_are_where_lines_start():
    """On the right, Graphviz is told of the edges the other way round; the signs stay at what acts."""
    root = parsed(to_svg(debate(), style="camps"))
    discs = [float(part.get("cx", "")) for part in root.iter("{http://www.w3.org/2000/svg}ellipse")]
    _, places = places_of(debate())
    near = min(abs(x - places["yes reason"][0]) for x in discs)
    assert near < abs(places["yes reason"][0] - places["allow"][0]) / 2


def check(diagram: Diagram) -> None:
    """Hold that nothing is lost, and all ends and columns exist."""
    arranged = CAMPS.arrange(diagram)
    assert {node.of for node in arranged.nodes} == {node.of for node in diagram.nodes}
    names = {node.id for node in arranged.nodes}
    assert len(names) == len(arranged.nodes)
    assert len(arranged.edges) == len(diagram.edges)
    assert set(CAMPS.columns(arranged)) == names
    assert {node.group for node in arranged.nodes} - {None} == {group.id for group in arranged.groups}


@given(maps())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_map_is_arranged(m):
    check(diagram_of(m))


@given(maps(max_claims=5))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_map_is_drawn(m):
    for status in engines():
        if status.engine is not None:
            parsed(to_svg(m, style="camps", engine=status.name))


@pytest.mark.parametrize("shape", ["chain", "star"])
def test_large_maps(shape):
    m = ArgumentMap()
    claims = [m.claim(str(number), side="ab"[number % 2]) for number in range(5000)]
    for number in range(1, 5000):
        m.relate(claims[number], "attack", claims[number - 1 if shape == "chain" else 0])
    check(diagram_of(m))


def structure(m: ArgumentMap) -> str:
    """Return the columns from left to right, each from top to bottom."""
    scene = scene_of(diagram_of(m), DEFAULT, CAMPS)
    lines = []
    for column in sorted(set(scene.columns.values())):
        for name in (name for name, where in scene.columns.items() if where == column):
            group = next((group.title for group in scene.diagram.groups if group.id == scene.nodes[name].group), "-")
            lines.append(f"{column:3} | {group} | {name}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("make", [datasets.open_vs_closed, every_kind, open_or_closed])
def test_structure(golden, make):
    golden(f"camps_{make.__name__}.txt", structure(make()))
