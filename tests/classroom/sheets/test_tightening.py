"""No sheet ends on a page with hardly anything on it, where the pages before have room."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

import argmap
from argmap.classroom.sheets.blocks import Card, Cards, Choices, Heading, Lines, Paragraph, Sheet, Together
from argmap.classroom.sheets.look import LOOKS
from argmap.classroom.sheets.pdf import asked, data_of, pdf_of
from argmap.classroom.sheets.tightening import tightness
from tests.classroom.sheets.contents import smallest_text

_ASKED = tuple(
    Together((Heading(f"Question {n}"), Paragraph("Does it rain?"), Choices(("Yes.", "No."))))
    for n in range(1, 12)
)  # fmt: skip


def _pages(sheet, look="standard"):
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf_of(sheet, LOOKS[look]))).pages]


def _loose_pages(sheet, look="standard"):
    data = data_of(sheet, LOOKS[look]) | {"tight": 1.0}
    return asked("sheet.typ", "<text-ends>", data, LOOKS[look])[0]["total"]


@pytest.mark.parametrize("look", list(LOOKS))
def test_what_hardly_needs_another_page_stays_on_the_pages_before(look):
    sheet = next(
        made
        for count in range(12, 60)
        if _loose_pages(made := Sheet("rain", "Rain", tuple(Paragraph(f"It rains {n}.") for n in range(count))), look)
        > 1
    )
    (page,) = _pages(sheet, look)
    assert all(f"It rains {n}." in " ".join(page.split()) for n in range(len(sheet.blocks)))
    assert smallest_text(pdf_of(sheet, LOOKS[look])) >= LOOKS[look].smallest - 0.01


def test_a_page_that_is_used_stays():
    sheet = Sheet("rain", "Rain", _ASKED)
    assert _loose_pages(sheet) == 2
    assert len(_pages(sheet)) == 2


def test_a_list_before_cards_does_not_spill_over_either():
    lines = next(
        blocks
        for count in range(24, 60)
        if _loose_pages(Sheet("rain", "Rain", blocks := tuple(Paragraph(f"It rains {n}.") for n in range(count)))) > 1
    )
    pages = _pages(Sheet("rain", "Rain", (*lines, Cards((Card("It rains."),)), Paragraph("The end."))))
    assert len(pages) == 3
    assert "The end." in pages[2]


def test_lines_to_write_on_stay_wide_enough_apart():
    (page,) = _pages(Sheet("rain", "Rain", (Lines(12), Paragraph("Rain"), Lines(11))))
    assert page
    assert tightness(lambda tight: [{"page": 1, "full": 0.1, "total": 1}]) == 1.0


@pytest.mark.parametrize("form", ["pf", "ld", "policy", "bp"])
def test_an_empty_flow_sheet_has_one_page_for_each_case(form):
    sheet = argmap.datasets.open_vs_closed().flow(form).sheet("none")
    pages = _pages(sheet)
    assert len(pages) == 2
    assert [page.count("The case of") for page in pages] == [1, 1]
    assert "One row for each line of argument" in pages[0]
