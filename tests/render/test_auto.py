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
