"""The themes: what can be read, what is told apart, and what a copier leaves."""

import re
from dataclasses import replace
from itertools import combinations, pairwise

import pytest

from argmap.errors import UnknownNameError
from argmap.model import ArgumentMap
from argmap.render import to_dot, to_svg
from argmap.render.glyphs import GLYPHS
from argmap.render.palettes import DARK, LIGHT
from argmap.render.theme import DEFAULT, THEMES, Palette, Tone, colours, theme_named
from argmap.view import EdgeKind
from tests.render.drawings import SVG, every_kind, nodes, of, open_or_closed, parsed, width_of, words
from tests.render.eyes import lightness
from tests.render.legibility import LINE, STEP, TEXT, alike_in_grey, closeness_faults, contrast_faults, tones_of

LIGHTS = {
    f"{name}, {light}": (name, palette)
    for name, theme in THEMES.items()
    for light, palette in (("light", theme.light), ("dark", theme.dark))
    if palette is not None
}
ASKED = {"high-contrast": (7.0, 4.5)}
"""The contrasts of text and of lines, where they are not the usual ones."""

EDGES = ("support", "attack", "undercut")
BY_DASH_AND_SIGN = {
    "print, light": set[tuple[str, str]](),
    "high-contrast, light": {("attack", "undercut")},
    "high-contrast, dark": {("attack", "undercut")},
    "traditional, light": {("support", "undercut"), ("attack", "undercut")},
    "traditional, dark": {("attack", "undercut")},
}
"""The pairs of kinds that a copier makes alike; in themes that are not named, all three."""

every_theme = pytest.mark.parametrize("name", THEMES)
every_light = pytest.mark.parametrize(("name", "palette"), LIGHTS.values(), ids=list(LIGHTS))
in_colour = pytest.mark.parametrize(
    ("name", "palette"),
    [light for light in LIGHTS.values() if light[0] != "print"],
    ids=[key for key in LIGHTS if not key.startswith("print")],
)


def edge_lines(palette: Palette) -> dict[str, str]:
    return {name: tone.line for name, tone in tones_of(palette).items() if name in EDGES}


@every_light
def test_text_can_be_read_and_lines_can_be_seen(name, palette):
    text, line = ASKED.get(name, (TEXT, LINE))
    assert contrast_faults(palette, text=text, line=line) == []


@in_colour
def test_colours_are_told_apart_by_those_who_see_fewer(name, palette):
    assert closeness_faults(palette) == []


class TestInGrey:
    """On a copier. Where it makes two lines alike, their dashes and signs tell them apart."""

    @pytest.mark.parametrize("key", LIGHTS)
    def test_kinds_of_edges(self, key):
        name, palette = LIGHTS[key]
        alike = BY_DASH_AND_SIGN.get(key, set(combinations(EDGES, 2)))
        assert alike_in_grey(edge_lines(palette)) == alike
        strokes = {stroke.tone: stroke for kind, stroke in THEMES[name].strokes.items() if kind.value in EDGES}
        for pair in alike:
            one, other = (strokes[tone] for tone in pair)
            assert one.style != other.style
            assert one.sign != other.sign

    def test_printed_things_differ_in_line_or_ground(self):
        """What is written in words as well, sides and tags, still has a look of its own on paper."""
        print_ = THEMES["print"].light
        for tones in (print_.sides, print_.tag_colours):
            for index, one in enumerate(tones):
                for other in tones[:index]:
                    steps = [abs(lightness(a) - lightness(b)) for a, b in zip(one, other, strict=True)]
                    assert max(steps) >= STEP

    def test_print_is_grey(self):
        assert all(re.fullmatch(r"#(..)\1\1", colour) for colour in colours(THEMES["print"].light))


SPOILT = {
    "text": replace(LIGHT, text="#8a8f98"),
    "a tint": replace(LIGHT, attack=Tone(LIGHT.attack.line, "#e0a090")),
    "a line": replace(LIGHT, support=Tone("#55b595", LIGHT.support.tint)),
    "a camp": replace(LIGHT, camps=("#808890", *LIGHT.camps[1:])),
    "the ring": replace(LIGHT, focus="#b8d4ff"),
    "words on a bar": replace(DARK, on_tone="#ffffff"),
}
ALIKE = {
    "green and red": replace(LIGHT, support=Tone("#2e7d32", "#e6f3ee"), attack=Tone("#c62828", "#fbebe5")),
    "two sides": replace(LIGHT, sides=(LIGHT.sides[0], Tone("#1d6191", "#e8effa"), *LIGHT.sides[2:])),
    "a side far down": replace(DARK, sides=(*DARK.sides[:4], Tone("#54cfc0", "#0f3333"))),
    "two tags": replace(LIGHT, tag_colours=(Tone("#234f96", "#adcbfa"), Tone("#23508f", "#adcbf0"))),
}


@pytest.mark.parametrize("palette", SPOILT.values(), ids=list(SPOILT))
def test_a_palette_that_cannot_be_read_is_caught(palette):
    assert contrast_faults(palette)


@pytest.mark.parametrize("palette", ALIKE.values(), ids=list(ALIKE))
def test_a_palette_that_cannot_be_told_apart_is_caught(palette):
    assert closeness_faults(palette)


def test_green_and_red_of_one_lightness_are_caught_in_grey():
    assert ("support", "attack") in alike_in_grey({"support": "#2e7d32", "attack": "#c62828"})


@every_light
def test_colours_are_written_as_graphviz_writes_them(name, palette):
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in colours(palette))


@every_theme
def test_every_colour_has_one_twin_in_the_dark(name):
    theme = THEMES[name]
    if theme.dark is None:
        assert theme.in_the_dark() == {}
    else:
        pairs = set(zip(colours(theme.light), colours(theme.dark), strict=True))
        assert len(pairs) == len(theme.in_the_dark()) == len(set(colours(theme.light)))


@every_theme
def test_signs_of_the_key_are_not_taken_for_words(name):
    """The samples in the key are found by the colour of their sign, so words must not have it."""
    theme = THEMES[name]
    assert not {theme.tone(kind).line for kind in EdgeKind} & {theme.light.text, theme.light.muted}


@every_theme
def test_kinds_of_edges_are_told_apart_without_colour(name):
    looks = {
        kind: (stroke.style, stroke.sign, stroke.is_double, kind.is_symmetric)
        for kind, stroke in THEMES[name].strokes.items()
    }
    assert set(looks) == set(EdgeKind)
    assert len(set(looks.values())) == len(looks)


@every_theme
def test_statuses_are_told_apart_without_colour(name):
    theme = THEMES[name]
    assert list(theme.statuses) == ["accepted", "rejected", "undecided"]
    for part in ("style", "width", "sign"):
        assert len({getattr(look, part) for look in theme.statuses.values()}) == 3
    for look in theme.statuses.values():
        assert look.tone in tones_of(theme.light)
        assert getattr(theme.light, look.text).startswith("#")
        assert look.sign in GLYPHS or look.sign == "?"


def test_sides_beyond_the_palette_are_neutral_and_tags_start_again():
    assert DEFAULT.side(len(LIGHT.sides)) == DEFAULT.side(None) == LIGHT.neutral
    assert DEFAULT.camp(len(LIGHT.camps)) == DEFAULT.camp(None) == LIGHT.group
    assert DEFAULT.camp(1) == LIGHT.camps[1]
    assert DEFAULT.tag(8) == DEFAULT.tag(0) == LIGHT.tag_colours[0]


def test_an_unknown_theme_is_named_with_the_nearest():
    assert theme_named("default") is THEMES["default"] is theme_named(DEFAULT)
    with pytest.raises(UnknownNameError, match="Did you mean 'default'"):
        theme_named("defualt")
    with pytest.raises(UnknownNameError, match="dyslexia-friendly"):
        theme_named("dyslexia")


class TestDrawn:
    @pytest.fixture(params=THEMES)
    def theme(self, request):
        return THEMES[request.param]

    @pytest.fixture
    def root(self, theme):
        return parsed(to_svg(every_kind(), theme=theme))

    def test_only_colours_of_the_theme_are_used(self, theme, root):
        used = {part.get(name) for part in root.iter() for name in ("fill", "stroke")} - {None, "none"}
        assert used <= set(colours(theme.light))

    def test_it_turns_dark_where_the_theme_does(self, theme, root):
        style = root.find(f"{SVG}style")
        assert (style is None) == (theme.dark is None)
        if style is not None:
            assert "prefers-color-scheme:dark" in (style.text or "")

    def test_lines_are_broken_as_the_theme_says(self, theme, root):
        broken = {part.get("stroke-dasharray") for part in root.iter()} - {None}
        assert broken == {",".join(f"{length:g}" for length in pair) for pair in (theme.dash, theme.dots)}

    def test_signs_and_key_grow_with_the_type(self, theme, root):
        (badges,) = [group for group in root.iter(f"{SVG}g") if group.get("class") == "signs"]
        for disc in badges.iter(f"{SVG}ellipse"):
            assert float(of(disc, "rx")) == pytest.approx(6 * theme.size / 11, abs=0.001)
        assert {float(of(text, "font-size")) for text in badges.iter(f"{SVG}text")} == {theme.size}

    def test_every_sample_stands_in_the_key(self, root):
        (graph,) = [group for group in root if group.tag == f"{SVG}g"]
        samples = [part for part in graph if part.tag == f"{SVG}g" and part.get("id") is None]
        texts = [[text.text for text in sample.iter(f"{SVG}text")] for sample in samples[:7]]
        assert texts == [["+"], ["→"], ["−"], ["×"], ["|"], ["≠"], []]

    def test_boxes_hold_their_words(self, root):
        for node in nodes(root):
            xs = [
                float(x)
                for frame in node
                for x in re.findall(r"(-?[\d.]+),-?[\d.]+", frame.get("points") or frame.get("d") or "")
            ]
            for text in node.iter(f"{SVG}text"):
                assert min(xs) - 0.5 <= float(of(text, "x"))
                assert float(of(text, "x")) + width_of(text) <= max(xs) + 0.5


@pytest.mark.parametrize("text", ["words and more words " * 5, "صريح ومكتوب " * 9])
def test_lines_of_text_are_as_far_apart_as_the_theme_says(text, engine):
    m = ArgumentMap()
    m.claim(text)
    for name in ("high-contrast", "large", "dyslexia-friendly"):
        theme = THEMES[name]
        root = parsed(to_svg(m, theme=theme, engine=engine))
        texts = list(root.iter(f"{SVG}text"))
        assert all((line.text or "").strip() for line in texts)
        ys = [float(of(line, "y")) for line in texts]
        assert len(ys) >= 3
        for above, below in pairwise(ys):
            assert below - above == pytest.approx(float(of(texts[0], "font-size")) * theme.line_height, abs=2)
        if engine == "bundled":
            xs = [float(of(line, "x")) for line in texts]
            assert max(xs) - min(xs) < 0.1  # flush left, or right


def test_the_dyslexia_friendly_theme_has_no_capitals_and_a_font_for_it():
    svg = to_svg(open_or_closed(), theme="dyslexia-friendly")
    assert "CLOSED" not in svg
    assert "font-family=\"'Atkinson Hyperlegible', " in svg
    assert "CLOSED" in to_svg(open_or_closed())


@pytest.mark.parametrize("style", ["cards", "argdown", "junctions", "camps", "tree", "toulmin"])
def test_the_dyslexia_friendly_theme_shouts_in_no_style(style):
    root = parsed(to_svg(open_or_closed(), style=style, theme="dyslexia-friendly"))
    shouted = [word for word in re.findall(r"[A-Z]{3,}", words(root)) if word != "API"]
    assert shouted == []


def test_graphviz_measures_in_arial_whatever_the_theme():
    for name in THEMES:
        dot = to_dot(every_kind(), theme=name)
        assert set(re.findall(r"fontname=(\S+?)[\s\]]", dot)) == {"Arial"}
