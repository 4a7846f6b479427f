"""Where pictures go on paper, so that they can be read."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from argmap.classroom.sheets import LOOKS, Box, Heading, Paragraph, Picture, Sheet, Together
from argmap.classroom.sheets.pdf import pdf_of
from argmap.classroom.sheets.placing import MOST_PAGES, paper_of, placed
from argmap.render.finished import PictureError
from tests.classroom.sheets.contents import smallest_text


def picture(width: float, height: float, size: float = 10.0) -> Picture:
    """Return a drawing with text of a size in all its corners."""
    places = [(10, 20), (width - 60, 20), (10, height - 10), (width - 60, height - 10), (width / 2, height / 2)]
    texts = "".join(f'<text x="{x}" y="{y}" font-size="{size}">at {x:.0f}</text>' for x, y in places)
    box = f'width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}"'
    return Picture(f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{texts}</svg>', "Corners")


def pages(*blocks: object, look: str = "standard") -> list[tuple[bool, str]]:
    """Return for each page of a sheet whether it lies, and its text."""
    pdf = pdf_of(Sheet("s", "Rain", blocks), LOOKS[look])
    assert smallest_text(pdf) >= LOOKS[look].smallest - 1e-6
    return [
        (page.mediabox.width > page.mediabox.height, page.extract_text()) for page in PdfReader(io.BytesIO(pdf)).pages
    ]


def test_a_small_picture_stays_in_the_text():
    assert len(pages(Paragraph("before"), picture(300, 200), Paragraph("after"))) == 1


def test_a_wide_picture_lies_on_a_page_of_its_own_with_its_heading():
    first, second, third = pages(Paragraph("before"), Heading("The picture"), picture(760, 300), Paragraph("after"))
    assert not first[0]
    assert "The picture" not in first[1]
    assert second[0]
    assert "The picture" in second[1]
    assert not third[0]
    assert "after" in third[1]


def test_a_high_picture_stands_on_a_page_of_its_own():
    found = pages(Paragraph("before"), picture(500, 760))
    assert [lies for lies, _ in found] == [False, False]


def test_a_large_picture_goes_over_several_pages():
    found = pages(picture(2000, 700))
    assert len(found) > 3
    assert "Row 1 of" in found[1][1]


def test_the_parts_of_a_picture_overlap_and_make_up_the_whole():
    paper = paper_of(LOOKS["standard"], is_landscape=False)
    drawn = placed(picture(2000, 1500), paper, 9.0)
    assert drawn.place == "tiles"
    assert max(tile.x + tile.width for tile in drawn.tiles) == pytest.approx(drawn.width)
    assert max(tile.y + tile.height for tile in drawn.tiles) == pytest.approx(drawn.height)
    first, second = drawn.tiles[:2]
    assert second.x < first.x + first.width


def test_no_picture_takes_more_paper_than_a_pupil_would_glue():
    drawn = placed(picture(40_000, 30_000), paper_of(LOOKS["standard"], is_landscape=False), 9.0)
    assert len(drawn.tiles) <= MOST_PAGES


def test_small_letters_are_drawn_larger():
    pages(picture(200, 150, size=6))
    pages(picture(200, 150, size=11), look="large")


@pytest.mark.parametrize("around", [Box, Together])
def test_what_fills_pages_breaks_what_is_around_it(around):
    found = pages(around((Paragraph("before"), picture(760, 300), Paragraph("after"))))
    assert ["before" in text for _, text in found] == [True, False, False]
    assert ["after" in text for _, text in found] == [False, False, True]


def test_what_is_no_picture_is_told():
    with pytest.raises(PictureError, match="not well-formed"):
        pdf_of(Sheet("s", "Rain", (Picture("<svg", "Nothing"),)))
