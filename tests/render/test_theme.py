import re

import pytest

from argmap.errors import UnknownNameError
from argmap.render.theme import DARK, DEFAULT, LIGHT, THEMES, Palette, Tone, colours, contrast, theme_named
from argmap.view import EdgeKind

TEXT, LINE = 4.5, 3.0
TONES = ("neutral", "support", "attack", "undercut")
both_lights = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def tones(palette: Palette) -> list[Tone]:
    return [*(getattr(palette, name) for name in TONES), *palette.sides]


@both_lights
def test_text_can_be_read_on_whatever_it_stands_on(palette):
    grounds = [palette.page, palette.cell, *(tone.tint for tone in tones(palette))]
    for ground in grounds:
        assert contrast(palette.text, ground) >= TEXT
        assert contrast(palette.muted, ground) >= TEXT
    for tone in tones(palette):
        assert contrast(palette.on_tone, tone.line) >= TEXT
        assert contrast(tone.line, tone.tint) >= TEXT  # the name of a side in a box of that side
        assert contrast(tone.line, palette.page) >= TEXT  # the sign of an edge


@both_lights
def test_lines_and_frames_are_seen(palette):
    for tone in tones(palette):
        assert contrast(tone.line, palette.page) >= LINE
        assert contrast(tone.line, palette.cell) >= LINE
    assert contrast(palette.thesis, palette.page) >= LINE


@both_lights
def test_colours_are_written_as_graphviz_writes_them(palette):
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in colours(palette))


def test_every_colour_has_one_twin_in_the_dark():
    assert len(set(colours(LIGHT))) == len(colours(LIGHT)) == len(DEFAULT.in_the_dark())


def test_kinds_of_edges_are_told_apart_without_colour():
    looks = {
        kind: (stroke.style, stroke.sign, stroke.is_double, kind.is_symmetric)
        for kind, stroke in DEFAULT.strokes.items()
    }
    assert set(looks) == set(EdgeKind)
    assert len(set(looks.values())) == len(looks)


def test_sides_beyond_the_palette_are_neutral():
    assert DEFAULT.side(len(LIGHT.sides)) == DEFAULT.side(None) == LIGHT.neutral


def test_an_unknown_theme_is_named_with_the_nearest():
    assert theme_named("default") is THEMES["default"] is theme_named(DEFAULT)
    with pytest.raises(UnknownNameError, match="Did you mean 'default'"):
        theme_named("defualt")
