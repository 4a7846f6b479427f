"""Slides in all their formats: everything fits, nothing is small, all is told in words."""

from __future__ import annotations

import io
import re

import pptx
import pytest
from hypothesis import given, settings
from pptx.util import Pt
from pypdf import PdfReader

from argmap.classroom.sheets import (
    LOOKS,
    Deck,
    Item,
    Listing,
    PageBreak,
    Paragraph,
    Picture,
    Slide,
    Table,
    slides_html,
    slides_pdf,
)
from argmap.classroom.sheets.showing import shown_deck
from argmap.classroom.sheets.slide_fitting import EDGE, FOOT, HEIGHT, SMALLEST, TOP, WIDTH, fitted, height_of, spoken
from argmap.classroom.sheets.slides import pptx_of
from argmap.language import Words
from tests.classroom.sheets.contents import drawn, smallest_text
from tests.classroom.sheets.everything import BATCHES, HOSTILE, deck, inline, svg
from tests.classroom.sheets.test_html import Outline

LONG = " ".join(f"word{n}" for n in range(900))


def of(*blocks: object, title: str = "Rain") -> Deck:
    return Deck("d", "Rain", (Slide(title, blocks),))


def pages(*blocks: object, title: str = "Rain"):
    return fitted(shown_deck(of(*blocks, title=title)), Words("en"))


def opened(made: bytes):
    return pptx.Presentation(io.BytesIO(made))


def test_few_words_are_large_and_many_go_on():
    (few,) = pages(Paragraph("It rains."))
    assert few.size > 28
    many = pages(Paragraph(LONG))
    assert len(many) > 2
    assert {page.size for page in many} == {SMALLEST}
    assert many[1].title == "Rain (continued)"
    assert re.findall(r"word\d+", " ".join(map(spoken, many))) == LONG.split()


def test_a_table_goes_on_with_its_head():
    many = pages(Table(("Speech", "Minutes"), tuple((f"speech {n}", "4") for n in range(40))))
    assert len(many) > 2
    assert all("Speech Minutes" in spoken(page) for page in many)
    assert sum(spoken(page).count("speech ") for page in many) == 40


def test_numbers_go_on():
    many = pages(Listing(tuple(Item(f"item {n} " + "rain " * 12) for n in range(1, 30)), numbered=True))
    firsts = [page.flow[0].number for page in many]
    assert firsts == sorted(set(firsts))
    assert len(firsts) > 1


def test_a_picture_is_beside_or_below_text_or_alone():
    picture = Picture(svg(), "A map")
    (beside,) = pages(Paragraph("It rains."), picture)
    assert beside.picture == picture
    assert beside.is_beside
    (wide,) = pages(Paragraph("It rains."), Picture('<svg width="900" height="200"/>', "wide"))
    assert not wide.is_beside
    text, alone = pages(Paragraph("rain " * 400), picture)[0], pages(Paragraph("rain " * 400), picture)[-1]
    assert text.picture is None
    assert alone.flow == ()


def test_a_break_begins_a_slide_and_a_long_title_is_told_in_full():
    assert [spoken(page) for page in pages(Paragraph("a"), PageBreak(), Paragraph("b"))] == [
        "Rain\na",
        "Rain (continued)\nb",
    ]
    (page,) = pages(title="rain " * 60)
    assert page.title.endswith("…")
    assert ("rain " * 60).strip() in spoken(page)


@settings(max_examples=40, deadline=None)
@given(text=inline)
def test_everything_fits(text):
    for page in pages(Paragraph(text), Listing((Item(text, (Item(text),)),)), Table((text, "b"), ((text, text),))):
        assert height_of(page.flow, WIDTH - 2 * EDGE, page.size) <= HEIGHT - TOP - FOOT
        assert page.size >= SMALLEST


def test_a_presentation_is_what_it_should_be():
    show = opened(pptx_of(deck()))
    assert (show.slide_width, show.slide_height) == (Pt(WIDTH), Pt(HEIGHT))
    first = show.slides[0]
    assert first.shapes.title.text == "It rains a lot today, and it will go on raining."
    assert first.notes_slide.notes_text_frame.text == "It rains a lot today, and it will go on raining."
    pictures = [shape for slide in show.slides for shape in slide.shapes if shape.shape_type == 13]
    assert [p._element.nvPicPr.cNvPr.get("descr") for p in pictures] == [
        "A map: It rains a lot today, and it will go on raining."
    ]
    tables = [shape for slide in show.slides for shape in slide.shapes if shape.has_table]
    assert tables[0].table.cell(0, 0).text == "Speech"
    for slide in show.slides:
        assert slide.shapes[0] == slide.shapes.title
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= show.slide_width
            assert shape.top + shape.height <= show.slide_height
            for paragraph in shape.text_frame.paragraphs if shape.has_text_frame else ():
                assert all(run.font.size >= Pt(18) for run in paragraph.runs)


@pytest.mark.parametrize("text", BATCHES)
def test_a_presentation_opens_whatever_the_text(text):
    opened(pptx_of(deck(text)))


@pytest.mark.parametrize("name", LOOKS)
def test_slides_as_pdf(name):
    look = LOOKS[name]
    made = slides_pdf.pdf_of(deck(theme=look.theme), look)
    reader = PdfReader(io.BytesIO(made))
    assert {(round(p.mediabox.width), round(p.mediabox.height)) for p in reader.pages} == {(960, 540)}
    assert len(reader.pages) == 4
    assert "Table" in reader.pages[3].extract_text()
    # The words of a picture are as large as the slide lets them be.
    for page in (0, 2, 3):
        assert min(each.size for each in drawn(made, page) if each.size) >= 18 - 1e-6


def test_slides_without_pictures_are_pdf_ua():
    made = slides_pdf.pdf_of(of(Paragraph("It rains.")))
    assert b"pdfuaid" in made
    assert smallest_text(made) >= 18


@pytest.mark.parametrize("text", HOSTILE)
def test_slides_as_a_page(text):
    page = slides_html.html_of(deck(text))
    outline = Outline(page)
    assert len(outline.all("style")) == 1
    assert len(outline.all("script")) == 1
    ids = [attributes["id"] for _, attributes in outline.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert [each["id"] for each in outline.all("section")][:2] == ["1", "2"]
    assert all(each["aria-labelledby"] == f"t{each['id']}" for each in outline.all("section"))


def test_lists_on_a_page_lie_in_each_other():
    items = (Item("a", (Item("b", (Item("c"),)), Item("d"))), Item("e"))
    page = slides_html.html_of(of(Listing(items)))
    assert re.sub(r' dir="auto"', "", page[page.index("<ul>") :]).startswith(
        "<ul><li>a<ul><li>b<ul><li>c</li></ul></li><li>d</li></ul></li><li>e</li></ul>"
    )
