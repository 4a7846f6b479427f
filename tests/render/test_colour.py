"""Arithmetic with colours, against published values, and the schemes of Argdown."""

import re

import pytest

from argmap.render.colour import contrast, luminance
from argmap.render.glyphs import GLYPHS, glyph_at
from argmap.render.looks import text_on
from argmap.render.theme import DEFAULT
from argmap.view.colour_schemes import SCHEMES
from tests.render.eyes import DEFICIENCIES, distance, lightness, oklab, seen_with


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#0000ff", "#ffffff", 8.59),
        ("#abcdef", "#abcdef", 1),
    ],
)
def test_contrast_is_that_of_wcag(one, other, told):
    assert contrast(one, other) == contrast(other, one) == pytest.approx(told, abs=0.005)


@pytest.mark.parametrize(
    ("colour", "told"),
    # B. Ottosson's own examples give XYZ; these are those of CSS Color 4, section 10.4 and its sample code.
    [
        ("#ff0000", (0.628, 0.225, 0.126)),
        ("#00ff00", (0.866, -0.234, 0.179)),
        ("#0000ff", (0.452, -0.032, -0.312)),
        ("#ffffff", (1, 0, 0)),
    ],
)
def test_oklab(colour, told):
    assert oklab(colour) == pytest.approx(told, abs=0.001)


def test_lightness_is_that_of_cielab():
    assert [round(lightness(colour), 1) for colour in ("#000000", "#777777", "#ff0000", "#ffffff")] == [
        0,
        50,
        53.2,
        100,
    ]
    assert lightness("#010101") == pytest.approx(luminance("#010101") * 903.3, abs=0.001)


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_greys_look_the_same_to_all(deficiency):
    for colour in ("#000000", "#777777", "#ffffff"):
        assert distance(seen_with(deficiency, colour), colour) < 0.005
    for row in DEFICIENCIES[deficiency]:
        assert sum(row) == pytest.approx(1, abs=1e-5)


def test_green_and_red_of_the_books_look_alike_to_some():
    green, red = "#2e7d32", "#c62828"
    assert distance(green, red) > 0.25
    assert distance(seen_with("deuteranopia", green), seen_with("deuteranopia", red)) < 0.08
    with pytest.raises(KeyError):
        seen_with("night", green)


def test_the_schemes_are_those_of_argdown():
    assert len(SCHEMES) == 19
    assert SCHEMES["default"] == SCHEMES["colorbrewer-dark2"]
    assert {name: len(scheme) for name, scheme in SCHEMES.items() if len(scheme) != 8} == {
        "colorbrewer-category10": 10,
        "colorbrewer-paired": 12,
        "colorbrewer-set": 9,
        "colorbrewer-set3": 12,
    }


def test_words_on_any_fill_can_be_read():
    fills = [colour for scheme in SCHEMES.values() for colour in scheme]
    greys = [f"#{step:02x}{step:02x}{step:02x}" for step in range(256)]
    for fill in fills + greys:
        assert re.fullmatch("#[0-9a-f]{6}", fill)
        assert contrast(text_on(fill, DEFAULT), fill) >= 4.5


def test_glyphs_lie_in_their_grid_and_are_centred():
    for outline in GLYPHS.values():
        points = [tuple(map(float, point)) for point in re.findall(r"(-?[\d.]+),(-?[\d.]+)", outline)]
        for axis in (0, 1):
            places = [point[axis] for point in points]
            assert 1 <= min(places) <= max(places) <= 11
            assert (min(places) + max(places)) / 2 == pytest.approx(6, abs=0.2)
        assert glyph_at(outline, 6, 6, 12).replace(".00", "").count(",") == len(points)
