"""Hebrew and Arabic: lines, boxes and the heading are read from the right, also where Latin words stand in them."""

import re
from dataclasses import replace

import pytest

from argmap.model import ArgumentMap
from argmap.render import draw, to_svg
from argmap.render.bidi import AS_BEFORE, FROM_RIGHT
from argmap.render.picture import Picture
from argmap.render.scene import Scene
from argmap.render.styles import STYLES, style_named
from argmap.render.text_width import reads_from_right
from argmap.render.theme import DEFAULT
from argmap.view import diagram_of
from tests.render.arranged import bridge
from tests.render.drawings import SVG, every_kind, nodes, of, parsed, words
from tests.render.test_hubs import hub, lines_of, too_near

MIXED = "בגדים הם דרך להראות מי אתה, וגם API הוא מילה. API הוא הממשק (v2.0) של המחשב, וכך נאמר."
LATIN = re.compile("[A-Za-z]")


def uniforms() -> ArgumentMap:
    m = ArgumentMap("האם צריך תלבושת אחידה?")
    thesis = m.claim(MIXED, title="תלבושת", side="בעד", data={"strength": 0.6, "status": "accepted"})
    m.support(["בגדים יקרים", "תלבושת אחת"], thesis, title="שוויון", side="נגד")
    m.rebut("API הוא הממשק של המחשב", thesis, title="ביטוי")
    return m


def places(root, text: str) -> float:
    """Return where a text stands, from the left."""
    (found,) = {
        of(one, "x") for one in root.iter(f"{SVG}text") if "".join(one.itertext()).strip("\u202b\u202c") == text
    }
    return float(found)


def test_every_line_of_a_text_from_the_right_is_told_so(engine):
    root = parsed(to_svg(uniforms(), style="cards", engine=engine))
    lines = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    hebrew = [line for line in lines if reads_from_right(line)]
    assert any(LATIN.match(line.strip(FROM_RIGHT)) for line in hebrew)  # a line that begins with API, too
    assert all(line.startswith(FROM_RIGHT) and line.endswith(AS_BEFORE) for line in hebrew)
    anchors = {of(text, "text-anchor") for text in root.iter(f"{SVG}text") if "".join(text.itertext()) in hebrew}
    assert anchors == {"end"} or engine != "bundled"


@pytest.mark.parametrize("style", ["cards", "tree", "argdown", "camps"])
def test_boxes_begin_on_the_right(style):
    m = uniforms()
    view = m.view(numbers=True, show=("sides", "status", "strength"))
    root = parsed(to_svg(m, style=style, view=view, engine="bundled"))
    thesis = next(node for node in nodes(root) if of(node, "data-id") == "תלבושת")
    assert places(thesis, "1") > places(thesis, "בעד")
    frame = [float(x) for x in re.findall(r"(-?[\d.]+),", of(next(thesis.iter(f"{SVG}path")), "d"))]
    assert places(thesis, "1") > (min(frame) + max(frame)) / 2


def test_premises_and_marks_of_cards_begin_on_the_right():
    root = parsed(to_svg(uniforms(), style="cards", engine="bundled"))
    card = next(node for node in nodes(root) if "שוויון" in words(node))
    assert places(card, "שוויון") > places(card, "נגד")
    assert places(card, "1") > places(card, "בגדים יקרים") > places(card, "2") > places(card, "תלבושת אחת")


def test_the_heading_stands_on_the_right_and_its_key_is_whole():
    m = uniforms()
    view = m.view(show=("sides", "status", "strength"))
    root = parsed(to_svg(m, style="cards", view=view, engine="bundled"))
    width = float(of(root, "viewBox").split()[2])
    assert places(root, m.title) > 0.8 * width
    assert places(root, "supports") > places(root, "attacks")
    plain = parsed(to_svg(english(), style="cards", view=english().view(show=("sides", "status")), engine="bundled"))
    for one in ("+", "−"):
        assert places_of_key(root, one) == places_of_key(plain, one)


def english() -> ArgumentMap:
    m = ArgumentMap("Uniforms?")
    thesis = m.claim("Wear them", title="Uniforms", side="for", data={"status": "accepted"})
    m.support(["Clothes cost", "One for all"], thesis, title="Equality", side="against")
    m.rebut("Show who you are", thesis, title="Expression")
    return m


def places_of_key(root, sign: str) -> int:
    """Return how often the sample of a kind of line stands in a picture: once in the key, once on each line."""
    return sum("".join(text.itertext()) == sign for text in root.iter(f"{SVG}text"))


def test_marks_that_turn_signs_round_are_taken_out():
    m = ArgumentMap()
    m.claim("safe \u202egnp.exe\u202c \u2067or\u2069 not")
    svg = to_svg(m, engine="bundled")
    assert "safe gnp.exe or not" in words(parsed(svg))
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", svg)


# -- the whole picture ---------------------------------------------------------------------------------------------

PLACE = re.compile(rb"^node (n\d+) (\S+) (\S+)", re.MULTILINE)


def laid_out(m: ArgumentMap, style: str, engine: str, title: str) -> tuple[Scene, dict[str, tuple[float, float]]]:
    """Return the scene of a map with this title, and where the middles of its boxes lie, by id."""
    picture = Picture(replace(diagram_of(m), title=title), style_named(style), DEFAULT, engine=engine)
    found = {name.decode(): (float(x), float(y)) for name, x, y in PLACE.findall(picture.layout("plain"))}
    return picture.scene, {one: found[name] for one, name in picture.scene.names.items()}


@pytest.mark.parametrize("style", STYLES)
def test_a_picture_that_lies_is_the_mirror_image_of_one_from_the_left(style, engine):
    for m in (bridge(), every_kind(), hub(20, has_sides=True)):
        scene, left = laid_out(m, style, engine, "Title")
        _, right = laid_out(m, style, engine, "כותרת")
        if scene.is_upright:
            continue
        whole = {round(left[one][0] + right[one][0], 1) for one in left}
        assert max(whole) - min(whole) < 0.3, style
        assert max(abs(left[one][1] - right[one][1]) for one in left) < 0.01


@pytest.mark.parametrize("style", ["cards", "argdown", "junctions", "tree"])
def test_reasons_in_a_picture_that_stands_run_from_right_to_left(style, engine):
    m = ArgumentMap("כותרת")
    thesis = m.claim("תלבושת", title="תלבושת")
    for number in range(4):
        m.support(f"נימוק {number}", thesis, title=f"טיעון {number}")
    scene, places = laid_out(m, style, engine, m.title)
    assert scene.is_upright
    across = [places[edge.source][0] for edge in scene.diagram.edges if edge.target == thesis.id]
    assert len(across) == 4
    assert across == sorted(across, reverse=True)


def test_the_first_camp_stands_on_the_right(engine):
    scene, places = laid_out(hub(8, has_sides=True), "camps", engine, "כותרת")
    first, second = scene.diagram.sides[:2]
    across = {
        side: [places[node.id][0] for node in scene.diagram.nodes if node.side == side and not node.is_thesis]
        for side in (first, second)
    }
    assert min(across[first]) > max(across[second])


@pytest.mark.parametrize("style", ["cards", "tree", "argdown", "camps"])
def test_lines_to_a_crowded_box_keep_their_lanes(style, engine):
    root = parsed(
        to_svg(replace(diagram_of(hub(24, has_sides=style == "camps")), title="כותרת"), style=style, engine=engine)
    )
    assert too_near(lines_of(root)) == set()
    tips = [line[-1] for line in lines_of(root).values()]
    assert len({(round(x), round(y)) for x, y in tips}) == len(tips)


def test_mermaid_and_graphml_run_from_the_right_too():
    m = hub(20)
    for title, way in (("Title", "RL"), ("כותרת", "LR")):
        diagram = replace(diagram_of(m), title=title)
        assert f"flowchart {way}" in draw(diagram, "mermaid", style="cards").decode()
        text = draw(diagram, "graphml", style="cards", engine="bundled").decode()
        thesis, *others = [float(x) for x in re.findall(r'<y:Geometry [^>]*?x="(-?[\d.]+)"', text)]
        assert all((other > thesis) is (way == "RL") for other in others)
