"""Sheets as documents, opened again."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings

from argmap.classroom.sheets import LOOKS, Card, Cards, Heading, Item, Listing, Paragraph, Picture, Run, Sheet, Table
from argmap.classroom.sheets.docx import docx_of
from tests.classroom.sheets.everything import BATCHES, inline, sheet
from tests.classroom.sheets.test_pdf_pictures import picture


def opened(made: bytes):
    return docx.Document(io.BytesIO(made))


def test_headings_lists_and_tables_are_real():
    document = opened(docx_of(sheet()))
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert {"Title", "Heading 1", "Heading 2", "Heading 3"} <= set(styles)
    numbered = [p for p in document.paragraphs if p._p.pPr is not None and p._p.pPr.numPr is not None]
    assert len(numbered) == 6
    assert len({p._p.pPr.numPr.numId.val for p in numbered}) == 2
    heads = [
        t
        for t in document.tables
        if t.rows[0]._tr.trPr is not None and t.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    ]
    assert [cell.text for cell in heads[0].rows[0].cells][::2] == ["Claim", "Why"]


def test_each_list_counts_from_one():
    document = opened(
        docx_of(Sheet("s", "R", (Listing((Item("a"),), numbered=True), Listing((Item("b"),), numbered=True))))
    )
    numbers = [
        p._p.pPr.numPr.numId.val for p in document.paragraphs if p._p.pPr is not None and p._p.pPr.numPr is not None
    ]
    assert len(set(numbers)) == 2


def test_pictures_are_told_in_words():
    document = opened(docx_of(sheet()))
    (shape,) = document.inline_shapes
    assert shape._inline.docPr.get("descr") == "A map: It rains a lot today, and it will go on raining."


def test_a_picture_too_large_for_the_text_is_on_pages_of_its_own():
    blocks = (Paragraph("before"), Heading("The picture"), picture(1500, 600), Heading("after"), Heading("last"))
    document = opened(docx_of(Sheet("s", "R", blocks)))
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 1"] == ["The picture", "after", "last"]
    assert len(document.inline_shapes) > 1
    assert "part 1 of" in document.inline_shapes[0]._inline.docPr.get("descr")
    assert document.sections[0].page_width < document.sections[0].page_height


@pytest.mark.parametrize("name", LOOKS)
def test_letters_are_as_large_as_the_look_says(name):
    look = LOOKS[name]
    document = opened(docx_of(sheet(look.theme), look))
    sizes = [document.styles["Normal"].font.size.pt, document.styles["Footer"].font.size.pt]
    sizes += [run.font.size.pt for p in document.paragraphs for run in p.runs if run.font.size]
    assert min(sizes) >= look.smallest
    assert document.styles["Normal"].font.size.pt == look.size
    assert document.styles["Normal"].font.name == look.family


def test_paper_language_and_footer():
    made = docx_of(replace(sheet(), language="de-AT", is_landscape=True), replace(LOOKS["standard"], paper="letter"))
    document = opened(made)
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (279, 216)
    assert b'w:val="de-AT"' in zipfile.ZipFile(io.BytesIO(made)).read("word/styles.xml")
    assert b"NUMPAGES" in zipfile.ZipFile(io.BytesIO(made)).read("word/footer1.xml")
    assert b'<w:altName w:val="Arial"/>' in zipfile.ZipFile(io.BytesIO(made)).read("word/fontTable.xml")
    assert document.core_properties.author == "argmap"


def test_the_number_of_a_page_stands_where_its_lines_end():
    cards = Cards(tuple(Card(f"front {n}") for n in range(3)), columns=2, rows=2)
    document = opened(docx_of(Sheet("s", "Rain", (Paragraph("Cut them out."), cards, Paragraph("Done.")), footer="f")))
    lines = [each.page_width - each.left_margin - each.right_margin for each in document.sections]
    ends = [each.footer.paragraphs[-1].paragraph_format.tab_stops[0].position for each in document.sections]
    assert lines[1] > lines[0] == lines[2]
    assert [end // 1000 for end in ends] == [line // 1000 for line in lines]
    assert all(each.footer.paragraphs[-1].text.startswith("f\tPage") for each in document.sections)


def test_rows_to_write_in_are_as_high_as_they_are_said_to_be():
    look = LOOKS["standard"]
    document = opened(docx_of(Sheet("s", "Rain", (Table(("PC", "CC"), (("", ""),), height=4.0),)), look))
    assert document.tables[0].rows[1].height.pt == pytest.approx(4 * look.size * look.leading, abs=0.1)


def test_text_from_the_right_is_marked_as_such():
    document = opened(docx_of(Sheet("s", "R", (Paragraph("שלום"), Paragraph("rain")))))
    marked = [p._p.pPr is not None and p._p.pPr.find(qn("w:bidi")) is not None for p in document.paragraphs]
    assert marked == [False, True, False]


def test_links_are_links():
    document = opened(docx_of(Sheet("s", "R", (Paragraph((Run("here", href="https://example.org/"),)),))))
    assert document.paragraphs[1].hyperlinks[0].address == "https://example.org/"


def test_cards_have_backs_and_nothing_follows_them():
    cards = tuple(Card(f"front {n}", back=f"back {n}") for n in range(3))
    document = opened(docx_of(Sheet("s", "Rain", (Cards(cards, columns=2, rows=2),))))
    assert [[cell.text for row in table.rows for cell in row.cells] for table in document.tables] == [
        ["front 0", "front 1", "front 2", ""],
        ["back 1", "back 0", "", "back 2"],
    ]
    assert len(document.sections) == 2


@pytest.mark.parametrize("text", BATCHES)
def test_it_opens_whatever_the_text(text):
    opened(docx_of(sheet(text=text)))


@settings(max_examples=8, deadline=None)
@given(text=inline)
def test_nothing_raises(text):
    opened(
        docx_of(
            Sheet(
                "s",
                "T",
                (Paragraph(text), Table((text,), ((text,),)), Picture('<svg width="9" height="9"/>', str(text))),
            )
        )
    )
