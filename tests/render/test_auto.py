import math
import re
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings

from argmap import datasets
from argmap.model import ArgumentMap
from argmap.render import STYLES, to_dot, to_svg
from argmap.render.picture import Picture
from argmap.render.styles import style_named
from argmap.render.styles.auto import choose
from argmap.render.theme import DEFAULT
from argmap.view import Diagram, diagram_of
from tests.bench.debates import debate
from tests.maps import maps
from tests.render.drawings import every_kind, open_or_closed


def free_buses() -> ArgumentMap:
    m = ArgumentMap()
    free = m.claim("Free buses")
    m.support("Fewer cars", free)
    m.rebut("They cost", free)
    return m


@pytest.mark.parametrize(
    ("make", "style"),
    [
        (datasets.open_vs_closed, "camps"),
        (datasets.school_uniforms, "camps"),
        (datasets.phones_in_class, "cards"),  # two threads of single cards: a strip
        (datasets.wet_street, "cards"),
        (open_or_closed, "cards"),
        (every_kind, "cards"),
        (free_buses, "tree"),
        (ArgumentMap, "cards"),
    ],
)
def test_the_style_follows_from_the_map(make, style):
    assert choose(diagram_of(make())) == style


@pytest.mark.parametrize(("sides", "style"), [(50, "camps"), (51, "cards"), (92, "cards")])
def test_many_boxes_are_no_camps(sides, style):
    m = ArgumentMap(data={"sides": {"for": "", "against": ""}})
    for side in ("for", "against"):
        thesis = m.claim(side, side=side)
        for number in range(1, sides):
            m.relate(m.claim(f"{side} {number}", side=side), "support", thesis)
    diagram = diagram_of(m)
    assert len(diagram.nodes) == 2 * sides
    assert choose(diagram) == style


def test_lines_of_what_is_chosen_for_a_large_debate_are_short():
    m = debate(184, words=10)
    lengths = {style: line_lengths(to_svg(m, style=style)) for style in ("auto", "camps")}
    assert sum(lengths["auto"]) < sum(lengths["camps"]) / 2


def line_lengths(svg: str) -> list[float]:
    """Return about how long each line of a picture is: along the points of its curves."""
    paths = re.findall(r'class="edge [^>]*>\s*<path[^>]* d="M([^"]*)"', svg)
    assert len(paths) > 100
    found = []
    for path in paths:
        numbers = list(map(float, re.findall(r"-?\d+(?:\.\d+)?", path)))
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        found.append(sum(math.dist(*pair) for pair in pairwise(points)))
    return found


def test_a_reason_for_two_things_is_no_tree():
    m = free_buses()
    m.support("C2", "C3")
    assert choose(diagram_of(m)) == "cards"


def test_a_circle_beside_a_root_is_no_tree():
    m = ArgumentMap()
    claims = [m.claim(name, id=name) for name in "abcd"]
    m.relate(claims[1], "attack", claims[2])
    m.relate(claims[2], "attack", claims[3])
    m.relate(claims[3], "attack", claims[1])
    assert choose(diagram_of(m)) == "cards"


def test_it_is_the_default_and_draws_as_what_it_chooses():
    m = datasets.school_uniforms()
    assert to_dot(m) == to_dot(m, style="auto") == to_dot(m, style="camps") != to_dot(m, style="cards")
    assert to_svg(free_buses()) == to_svg(free_buses(), style="tree")


def test_a_picture_says_which_style_was_chosen():
    picture = Picture(diagram_of(datasets.open_vs_closed()), style_named("auto"), DEFAULT)
    assert picture.style is style_named("camps")


@given(maps())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_there_is_a_style_for_every_map(m):
    assert choose(diagram_of(m)) in set(STYLES) - {"auto"}


def test_large_maps():
    m = ArgumentMap()
    claims = [m.claim(str(number)) for number in range(5000)]
    for one, other in zip(claims[1:], claims, strict=False):
        m.relate(one, "attack", other)
    assert choose(diagram_of(m)) in ("tree", "argdown")
    assert choose(Diagram()) == "cards"
