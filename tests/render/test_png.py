import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

import argmap
from argmap.errors import ArgmapError
from argmap.render import Size, draw, to_svg
from argmap.render.finished import PictureError, box_of, read_svg
from argmap.render.png import LONGEST_SIDE, MOST_PIXELS, fitting_scale, png_of
from tests.maps import texts
from tests.render.drawings import every_kind
from tests.render.scripts import ALWAYS, WITH_FONTS, bare, packaged, svg_of

__all__ = ["bare", "packaged"]


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png))


def ink(picture: Image.Image, box: tuple[int, int, int, int] | None = None) -> int:
    """Return how many pixels of a part are dark, where what is not drawn is white."""
    part = picture.crop(box).convert("RGBA")
    ground = Image.new("RGBA", part.size, "white")
    ground.alpha_composite(part)
    return sum(ground.convert("L").point(lambda value: 255 if value < 128 else 0).histogram()[255:])


def extent(picture: Image.Image) -> tuple[int, int, int, int]:
    """Return where the ink is: left, top, right, bottom."""
    box = picture.convert("RGBA").getchannel("A").getbbox()
    assert box is not None
    return box


class TestSize:
    svg = svg_of("x")

    @pytest.mark.parametrize(
        ("options", "size"),
        [
            ({}, (800, 107)),
            ({"scale": 1}, (400, 53)),
            ({"scale": 0.001}, (1, 1)),
            ({"width": 1000}, (1000, 133)),
            ({"width": 1, "scale": 7}, (1, 1)),
        ],
    )
    def test_it_is_as_large_as_asked(self, options, size):
        assert opened(png_of(self.svg, **options)).size == size

    def test_it_is_as_large_on_paper_as_the_svg(self):
        assert opened(png_of(self.svg, scale=2)).info["dpi"] == pytest.approx((192, 192), abs=0.1)
        assert opened(png_of(self.svg, width=300)).info["dpi"] == pytest.approx((72, 72), abs=0.1)

    @pytest.mark.parametrize("width", [0, -1, float("nan"), float("inf")])
    def test_nonsense_widths_are_told(self, width):
        with pytest.raises(PictureError, match="pixels wide"):
            png_of(self.svg, width=width)

    @pytest.mark.parametrize("scale", [0, -1, float("nan"), float("inf")])
    def test_nonsense_scales_are_told(self, scale):
        with pytest.raises(PictureError, match="above 0, such as 2"):
            fitting_scale(self.svg, scale=scale)

    def test_a_huge_picture_is_made_smaller(self):
        huge = '<svg width="150081pt" height="300pt" viewBox="0 0 150081 300"/>'
        assert fitting_scale(huge) * 150081 * 4 / 3 == pytest.approx(LONGEST_SIDE)
        assert opened(png_of(huge)).size in ((LONGEST_SIDE, 65), (LONGEST_SIDE, 66))
        square = '<svg width="30000pt" height="30000pt" viewBox="0 0 30000 30000"/>'
        assert (fitting_scale(square) * 40000) ** 2 == pytest.approx(MOST_PIXELS)
        assert fitting_scale(self.svg, scale=3) == 3

    @pytest.mark.parametrize(
        ("size", "told"),
        [
            (Size(scale=1000), "is drawn at a scale of .* instead of 1000, for it"),
            (Size(width=1_000_000), "is drawn [0-9,]+ pixels wide instead of 1,000,000, for it"),
        ],
    )
    def test_what_is_made_smaller_is_told(self, size, told, monkeypatch):
        monkeypatch.setattr("argmap.render.png.MOST_PIXELS", 1_000_000)
        m = argmap.ArgumentMap("A wide title for a picture of one claim")
        notes: list[str] = []
        m.claim("One")
        drawn = draw(m, "png", size=size, tell=notes.append)
        (note,) = notes
        assert re.search(told, note)
        if size.width:
            assert f"{opened(drawn).size[0]:,} pixels wide" in note


class TestText:
    def test_a_bare_machine_draws_the_flagship(self, bare):
        svg = to_svg(argmap.datasets.open_vs_closed(), engine="bundled")
        picture = opened(png_of(svg, scale=0.75))
        root, box = read_svg(svg), box_of(read_svg(svg))
        assert picture.size == (round(box.width), round(box.height))
        graph = root.find("g")
        _, down = (float(part) for part in graph.get("transform").rpartition("translate(")[2].strip(")").split())
        drawn = [text for text in root.iter("text") if text.get("textLength") and text.get("fill") == "#1f2937"]
        assert len(drawn) > 100
        for text in drawn:
            left, base = float(text.get("x")) + 4, float(text.get("y")) + down
            size, length = float(text.get("font-size")), float(text.get("textLength"))
            area = [round(value) for value in (left, base - size * 0.75, left + length, base)]
            assert ink(picture, tuple(area)) > length / 2, text.text

    @pytest.mark.parametrize("script", [*ALWAYS, *WITH_FONTS])
    def test_every_script_is_drawn(self, packaged, script):
        text = {**ALWAYS, **WITH_FONTS}[script]
        drawn = opened(png_of(svg_of(text)))
        assert ink(drawn) > 20 * len(text.replace(" ", ""))
        left, _, right, _ = extent(drawn)
        assert 20 < left < 40
        assert 150 < right < 790
        bold = opened(png_of(svg_of(text, bold=True)))
        assert script == "Emoji" or ink(bold) > 1.1 * ink(drawn)

    @pytest.mark.parametrize("text", ["rain", "中文", "مطر"])
    @pytest.mark.parametrize("more", [' text-decoration="line-through"', ' font-style="italic"'])
    def test_every_script_is_decorated(self, packaged, text, more):
        assert png_of(svg_of(text, more=more)) != png_of(svg_of(text))

    def test_a_sign_without_font_is_a_box(self, bare):
        none, box = opened(png_of(svg_of("a b"))), opened(png_of(svg_of("a 中 b")))
        assert ink(box) > ink(none) + 50

    def test_the_length_of_a_line_is_kept(self):
        for text in ("Some words", "כל בני"):
            left, _, right, _ = extent(opened(png_of(svg_of(text, more=' textLength="200"'), scale=0.75)))
            assert right - left == pytest.approx(195, abs=8)

    def test_words_in_many_scripts_stand_where_chromium_puts_them(self, packaged):
        anchored = svg_of("\u200fيولد الناس (1).\u200f", more=' text-anchor="end"').replace('x="10"', 'x="290"')
        left, _, right, _ = extent(opened(png_of(anchored, scale=0.75)))
        assert right == pytest.approx(289, abs=2)
        assert 130 < left < 200

    def test_pieces_follow_one_another(self):
        whole = extent(opened(png_of(svg_of("aбc dאe"))))
        pieces = svg_of("x").replace(">x<", '>aб<tspan font-weight="normal">c</tspan>\n  d<tspan>אe</tspan><')
        assert extent(opened(png_of(pieces))) == pytest.approx(whole, abs=1)


class TestColour:
    def test_dark_pictures_are_dark(self):
        svg = to_svg(every_kind(), engine="bundled")
        for dark, colour in ((False, (255, 255, 255, 255)), (True, (0x12, 0x16, 0x1D, 255))):
            assert opened(png_of(svg, scale=0.5, dark=dark)).getpixel((1, 1)) == colour

    def test_a_background_lies_under_the_picture(self):
        assert opened(png_of(svg_of("x"), background="#ff0000")).getpixel((0, 0)) == (255, 0, 0, 255)
        assert opened(png_of(svg_of("x"))).getpixel((0, 0)) == (0, 0, 0, 0)

    @pytest.mark.parametrize("colour", ["", "#12", "red;", "url(x)", "nosuchcolour"])
    def test_what_is_no_colour_is_told(self, colour):
        with pytest.raises(PictureError):
            png_of(svg_of("x"), background=colour)


@pytest.mark.parametrize(
    ("svg", "told"),
    [
        ("", "not well-formed"),
        ("no svg", "not well-formed"),
        ("<html/>", "starts with <html>"),
        ('<!DOCTYPE svg [<!ENTITY x "y">]><svg/>', "document type"),
        ("<svg/>", "does not tell its size"),
        ('<svg viewBox="0 0 0 5"/>', "does not tell its size"),
        ('<svg viewBox="0 0 1e99 5"/>', "does not tell its size"),
        (f'<svg viewBox="0 0 9 9">{"<g>" * 999}{"</g>" * 999}</svg>', "999 deep"),
    ],
)
def test_what_is_no_picture_is_told(svg, told):
    with pytest.raises(ArgmapError, match=told):
        png_of(svg)


def test_the_same_picture_gives_the_same_bytes(packaged):
    svg = svg_of("Same 中 سلام 👍")
    assert png_of(svg) == png_of(svg)


@given(texts.filter(lambda text: text.isprintable()), st.booleans())
@settings(max_examples=40)
def test_any_text_is_drawn(text, bold):
    png_of(svg_of(text, bold=bold), scale=0.2)
