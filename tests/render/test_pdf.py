import io
import re
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

import argmap
from argmap.errors import ArgmapError, UnknownNameError
from argmap.render import draw, to_svg
from argmap.render.finished import box_of, read_svg
from argmap.render.pdf import READABLE, pdf_of, sheets_needed, smallest_text
from argmap.render.pdf_pages import MARGIN, MOST_SHEETS, PAPERS, sheets_of
from argmap.render.pdf_paint import painted
from argmap.render.png import png_of
from argmap.render.typeset import face_of, set_line
from tests.maps import maps, texts
from tests.render.drawings import every_kind, of
from tests.render.scripts import ALWAYS, WITH_FONTS, bare, packaged, svg_of

__all__ = ["bare", "packaged"]


def opened(pdf: bytes) -> Any:
    return PdfReader(io.BytesIO(pdf), strict=True)


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in opened(pdf).pages)


def operators_of(pdf: bytes, page: int = 0) -> str:
    data: bytes = opened(pdf).pages[page].get_contents().get_data()
    return data.decode("latin-1")


def found(pattern: str, pdf: bytes) -> list[float]:
    """Return the numbers that a pattern catches in the operators of the first page."""
    match = re.search(pattern, operators_of(pdf))
    assert match is not None
    return [float(part) for part in match.groups()]


def size_of(pdf: bytes) -> tuple[float, float]:
    box = opened(pdf).pages[0].mediabox
    return float(box.width), float(box.height)


@pytest.fixture(scope="module")
def flagship():
    return to_svg(argmap.datasets.open_vs_closed(), style="cards", engine="bundled")


class TestText:
    def test_a_bare_machine_writes_every_word_of_the_flagship(self, bare, flagship):
        lines = [" ".join((text.text or "").split()) for text in read_svg(flagship).iter("text")]
        read = " ".join(text_of(pdf_of(flagship)).split())
        assert len(lines) > 200
        assert all(line in read for line in lines)
        assert read.index("Keep closed") < read.index("A powerful AI model should stay behind a controlled service.")

    @pytest.mark.parametrize("script", [*ALWAYS, "Chinese", "Japanese", "Korean", "Arabic", "Hindi", "Thai", "Emoji"])
    @pytest.mark.parametrize("bold", [False, True])
    def test_every_script_can_be_copied_in_the_order_of_reading(self, packaged, script, bold):
        text = {**ALWAYS, **WITH_FONTS}[script]
        read = text_of(pdf_of(svg_of(text, bold=bold)))
        assert read.split() == text.split()

    def test_lines_from_right_to_left_can_be_copied(self, packaged):
        read = text_of(pdf_of(svg_of("\u200fכל בני (סעיף 1) האדם\u200f")))
        assert "".join(read.split()) == "כלבני(סעיף1)האדם"  # pypdf sees no space beside the number

    def test_fonts_are_embedded_and_cut(self, packaged):
        pdf = pdf_of(svg_of("Some text 中文"))
        fonts = opened(pdf).pages[0]["/Resources"]["/Font"]
        descriptors = [font["/DescendantFonts"][0]["/FontDescriptor"] for font in fonts.values()]
        assert sorted(str(one["/FontName"]).partition("+")[2] for one in descriptors) == [
            "Arimo-Regular",
            "NotoSansCJKSC-Regular",
        ]
        assert all("/FontFile2" in one or "/FontFile3" in one for one in descriptors)
        assert len(pdf) < 10_000

    def test_a_sign_without_font_is_a_box_with_its_number(self, bare):
        written = operators_of(pdf_of(svg_of("a中b")))
        assert " re S" in written
        assert "<FEFF4E2D>" in written
        assert "4E" in text_of(pdf_of(svg_of("a中b")))

    def test_the_length_of_a_line_is_kept(self):
        assert found(r" Tf (\S+) ", pdf_of(svg_of("Some words"))) == [1]
        fitted = svg_of("Some words", more=' textLength="200" lengthAdjust="spacingAndGlyphs"')
        (stretch,) = found(r" Tf (\S+) ", pdf_of(fitted))
        assert stretch == pytest.approx(200 / (20 * set_line("Some words")[0].width), rel=1e-3)

    def test_a_font_without_bold_is_thickened(self, packaged, monkeypatch):
        monkeypatch.setattr("argmap.render.typeset.Face.has_weights", False)
        face_of.cache_clear()
        written = operators_of(pdf_of(svg_of("中", bold=True)))
        face_of.cache_clear()
        assert "2 Tr" in written


class TestDocument:
    def test_it_tells_what_it_is(self, flagship):
        about = opened(pdf_of(flagship)).metadata
        assert about.title == "Should powerful AI models be open or closed?"
        assert about.subject.startswith("An argument map of 80 claims")
        named = opened(pdf_of(flagship, title="Ein Titel – ß", description="中文")).metadata
        assert (named.title, named.subject) == ("Ein Titel – ß", "中文")
        assert "/Lang" not in opened(pdf_of(flagship)).trailer["/Root"]
        spoken = flagship.replace("<svg ", '<svg lang="en" ', 1)
        assert opened(pdf_of(spoken)).trailer["/Root"]["/Lang"] == "en"

    def test_the_same_picture_gives_the_same_bytes(self, packaged):
        svg = svg_of("Same 中 سلام 👍")
        assert pdf_of(svg) == pdf_of(svg)
        assert pdf_of(svg) != pdf_of(svg, title="Other")

    def test_nothing_tells_when_or_where_it_was_made(self, flagship):
        pdf = pdf_of(flagship)
        assert b"/CreationDate" not in pdf
        assert b"/home" not in pdf

    def test_links_are_kept_where_they_are_harmless(self):
        linked = svg_of("x").replace("<text", '<a href="{}"><text').replace("</text>", "</text></a>")
        for href in ("https://example.org/a?b=1&amp;c=2", "mailto:a@example.org"):
            (note,) = opened(pdf_of(linked.format(href))).pages[0]["/Annots"]
            note = note.get_object()
            assert note["/A"]["/URI"] == href.replace("&amp;", "&")
            left, low, right, top = (float(value) for value in note["/Rect"])
            assert (left, right) == pytest.approx((10, 20), abs=0.1)
            assert 0 < low < top < 40
        for href in ("javascript:alert(1)", "file:///etc/passwd", "#part", "https://a b", "http://x/\u00e4", ""):
            assert opened(pdf_of(linked.format(href))).pages[0]["/Annots"] == []

    @pytest.mark.parametrize("style", ["cards", "argdown", "junctions", "toulmin"])
    def test_links_in_texts_of_a_map_lead_to_their_addresses(self, style):
        study, book = "https://example.org/study?a=1&b=2", "https://bücher.example/ü"
        text = f"""
            [T]: See [the study]({study}) and [words that are so many that they stand on two lines]({book}).
              - <R>: No, [see](javascript:alert) this.

            <P>

            (1) A [premise](mailto:a@example.org).
            (2) Another.
            --
            Rule
            --
            (3) [T]
        """
        m = argmap.parse(dedent(text)).map
        drawn = draw(m, "pdf", style=style)
        notes = [note.get_object() for note in opened(drawn).pages[0]["/Annots"]]
        led = [note["/A"]["/URI"] for note in notes]
        quoted = "https://b%C3%BCcher.example/%C3%BC"
        assert sorted(set(led)) == sorted({study, quoted} | ({"mailto:a@example.org"} if style != "argdown" else set()))
        (high,) = [note["/Rect"] for note in notes if note["/A"]["/URI"] == quoted]
        (flat,) = [note["/Rect"] for note in notes if note["/A"]["/URI"] == study]
        assert high[3] - high[1] > 1.5 * (flat[3] - flat[1])

    @pytest.mark.parametrize(("decoration", "least", "most"), [("underline", 28, 36), ("line-through", 18, 26)])
    def test_lines_under_and_through_words_are_drawn(self, decoration, least, most):
        number = r"([\d.]+)"
        line = f"0 0 0 RG {number} w {number} {number} m {number} {number} l S"
        pdf = pdf_of(svg_of("rain", more=f' text-decoration="{decoration}"'))
        _, left, high, right, other = found(line, pdf)
        assert left == 10
        assert right == pytest.approx(10 + 20 * set_line("rain")[0].width, abs=0.1)
        assert least < high == other < most
        assert not re.search("l S", operators_of(pdf_of(svg_of("rain"))))

    def test_italic_words_lean(self):
        upright, italic = (operators_of(pdf_of(svg_of("rain", more=more))) for more in ("", ' font-style="italic"'))
        place = r"([-\d.]+ [-\d.]+ [-\d.]+ [-\d.]+) 10 28 Tm"
        assert re.findall(place, upright) == ["1 0 0 -1"]
        assert re.findall(place, italic) == ["1 0 0.2 -1"]

    def test_what_is_seen_through_stays_so(self):
        pdf = pdf_of(svg_of("x", more=' fill-opacity="0.25"'))
        assert opened(pdf).pages[0]["/Resources"]["/ExtGState"]["/O25-100"]["/ca"] == 0.25

    def test_dark_pictures_are_dark(self):
        svg = to_svg(every_kind(), engine="bundled")
        assert "0.071 0.086 0.114 rg" in operators_of(pdf_of(svg, dark=True))
        assert "0.071 0.086 0.114 rg" not in operators_of(pdf_of(svg))

    def test_dashes_and_shapes_are_drawn(self):
        shapes = (
            '<rect width="9" height="9" rx="2" fill="red"/><line x2="5" y2="5" stroke="#00f" stroke-dasharray="5,2"/>'
        )
        written = operators_of(pdf_of(f'<svg viewBox="0 0 9 9">{shapes}<circle r="3" fill="none"/></svg>'))
        assert "1 0 0 rg" in written
        assert "0 0 1 RG 1 w [5 2] 0 d" in written
        assert written.count(" f ") == 1


class TestPages:
    def test_without_paper_the_page_is_the_picture(self):
        assert size_of(pdf_of(svg_of("x"))) == (300, 40)
        huge = '<svg width="150081pt" height="300pt" viewBox="0 0 150081 300"/>'
        assert size_of(pdf_of(huge)) == pytest.approx((14400, 28.785), abs=0.01)

    @pytest.mark.parametrize("paper", PAPERS)
    def test_papers_are_turned_as_suits_the_picture(self, paper):
        assert size_of(pdf_of(svg_of("x"), page=paper)) == pytest.approx(PAPERS[paper][::-1], abs=0.01)
        assert size_of(pdf_of(svg_of("x"), page=f"{paper}-portrait")) == pytest.approx(PAPERS[paper], abs=0.01)
        assert size_of(pdf_of(svg_of("x"), page=f"{paper.upper()}-landscape")) == pytest.approx(
            PAPERS[paper][::-1], abs=0.01
        )

    @pytest.mark.parametrize(
        "page", ["", "a44", "letter-", "a4-upright", "a4-tiled-landscape", "a4-landscape-portrait"]
    )
    def test_there_is_no_other_page(self, page):
        with pytest.raises(UnknownNameError, match="argmap has a3, a4"):
            pdf_of(svg_of("x"), page=page)

    def test_the_nearest_page_is_offered(self):
        with pytest.raises(UnknownNameError, match="Did you mean 'letter'"):
            pdf_of(svg_of("x"), page="lettre")

    def test_the_whole_picture_fits_on_the_page(self, flagship):
        pdf = pdf_of(flagship, page="a4")
        assert len(opened(pdf).pages) == 1
        scale, left, low = found(r"^q (\S+) 0 0 \S+ (\S+) (\S+) cm", pdf)
        width, height = (float(part) for part in of(read_svg(flagship), "viewBox").split()[2:])
        assert left >= MARGIN - 0.01
        assert left + width * scale <= PAPERS["a4"][0] - MARGIN + 0.01
        assert low - height * scale >= MARGIN - 0.01

    def test_it_tells_when_the_text_gets_too_small(self, flagship):
        assert smallest_text(flagship, "a4") < READABLE < smallest_text(flagship)
        assert smallest_text(flagship, "a4-tiled") == smallest_text(flagship)

    def test_a_large_picture_is_tiled(self, flagship):
        pages = opened(pdf_of(flagship, page="a4-tiled")).pages
        assert 8 <= len(pages) <= 12
        read = [page.extract_text() for page in pages]
        assert all(f"Row {1 + index // 3} of" in text for index, text in enumerate(read)) or len(pages) != 12
        lines = [" ".join((text.text or "").split()) for text in read_svg(flagship).iter("text")]
        assert all(any(line in " ".join(text.split()) for text in read) for line in lines)
        assert len(opened(pdf_of(svg_of("x"), page="a4-tiled")).pages) == 1

    def test_sheets_on_which_there_is_nothing_are_left_out(self):
        shapes = (
            '<rect width="1400" height="1400" fill="white"/>'
            '<path d="M5,5 C5,1300 5,1300 1300,1395" fill="none" stroke="#123456"/><text x="9" y="20">A</text>'
        )
        svg = f'<svg width="1400pt" height="1400pt" viewBox="0 0 1400 1400">{shapes}</svg>'
        (needed,) = sheets_needed(svg, "a4-portrait-tiled")
        pages = opened(pdf_of(svg, page="a4-portrait-tiled")).pages
        assert len(pages) == needed.sheets == 4  # of six: those along the line
        assert "Row 1 of 2, column 1 of 3" in pages[0].extract_text()
        assert "Row 2 of 2, column 3 of 3" in pages[-1].extract_text()
        assert min(found(r"/F\d+ (\S+) Tf", pdf_of(svg, page="a4-tiled"))) >= 9

    def test_the_grid_of_sheets_is_laid_so_that_none_is_nearly_empty(self):
        def sheets(far):
            words = "".join(f'<text x="40" y="{30 + 12 * line}" font-size="9">A word</text>' for line in range(50))
            alone = f'<text x="{far}" y="300" font-size="9">Alone</text>'
            svg = f'<svg width="900pt" height="700pt" viewBox="0 0 900 700">{words}{alone}</svg>'
            (found,) = sheets_needed(svg, "a4-portrait-tiled")
            assert len(opened(pdf_of(svg, page="a4-portrait-tiled")).pages) == found.sheets
            return found

        assert sheets(600) == (2, 1)  # too far away for one sheet
        assert sheets(460) == (1, 0)  # sheets that hold equally much would end before it

    def test_all_of_a_picture_is_on_some_sheet_wherever_the_grid_lies(self, flagship):
        for page in ("a4-tiled", "a3-landscape-tiled", "a5-portrait-tiled"):
            root = read_svg(flagship)
            box, marks = box_of(root), [mark for thing in painted(root) for mark in thing.marks]
            sheets = sheets_of(box, page, marks)
            for left, top, right, bottom in marks:
                corners = [(x, y) for x in (left, right) for y in (top, bottom)]
                assert all(any(_is_on(sheet.part, *corner) for sheet in sheets) for corner in corners)
            for sheet in sheets:
                left, top, right, bottom = sheet.part
                assert (right - left) * sheet.scale <= sheet.size[0] - 2 * MARGIN + 0.01
                assert (bottom - top) * sheet.scale <= sheet.size[1] - 2 * MARGIN + 0.01

    def test_there_are_not_too_many_sheets(self):
        huge = '<svg width="90000pt" height="90000pt" viewBox="0 0 90000 90000"/>'
        assert len(opened(pdf_of(huge, page="a5-tiled")).pages) <= MOST_SHEETS


def _is_on(part, x, y):
    return part[0] - 0.01 <= x <= part[2] + 0.01 and part[1] - 0.01 <= y <= part[3] + 0.01


@pytest.mark.parametrize("svg", ["", "<html/>", "<svg/>", "<!DOCTYPE svg><svg/>"])
def test_what_is_no_picture_is_told(svg):
    with pytest.raises(ArgmapError):
        pdf_of(svg)


def test_odd_numbers_and_colours_do_no_harm():
    parts = (
        '<path d="Mnan,inf L1e999,2 C1 Z A1" fill="#12"/><text x="nan" font-size="1e999" textLength="-1">x</text>'
        '<rect width="-1" height="2"/><path d="M1 1A0 0 0 0 0 1 1A5 5 0 1 1 8 8" stroke="rgb(1,2)" stroke-dasharray="0"/>'
        '<g transform="scale(0) rotate() nonsense(1)"><text font-size="5" fill="none">y</text><text>z</text></g>'
    )
    assert "y" not in text_of(pdf_of(f'<svg viewBox="0 0 9 9">{parts}</svg>'))


@given(texts.filter(lambda text: text.isprintable()), st.booleans(), st.sampled_from([None, "a4", "a5-tiled"]))
@settings(max_examples=40)
def test_any_text_is_written(text, bold, page):
    assert opened(pdf_of(svg_of(text, bold=bold), page=page)).pages


@given(maps(), st.booleans())
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_any_map_is_written_and_drawn(m, dark):
    svg = to_svg(m, engine="bundled")
    assert opened(pdf_of(svg, dark=dark)).pages
    png_of(svg, width=200, dark=dark)
