"""Sheets as PDF: what a printer, a reader and a screen reader find in them."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader

from argmap.classroom.sheets import LOOKS, Card, Cards, Choices, Heading, Lines, Paragraph, Sheet, Table
from argmap.classroom.sheets.pdf import pdf_of
from tests.classroom.sheets.contents import colours, drawn, smallest_text
from tests.classroom.sheets.everything import sheet


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def words(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader(pdf).pages).split())


def root_of(pdf: bytes) -> Any:
    return reader(pdf).trailer["/Root"]


def tags(pdf: bytes) -> list[tuple[str, str]]:
    """Return the tags of a PDF with the alternative texts they bear."""
    found: list[tuple[str, str]] = []
    waiting = [root_of(pdf)["/StructTreeRoot"]]
    while waiting:
        each = waiting.pop().get_object()
        if not hasattr(each, "get"):
            continue
        if "/S" in each:
            found.append((str(each["/S"]), str(each.get("/Alt", ""))))
        inside = each.get("/K", [])
        waiting += reversed(inside if isinstance(inside, list) else [inside])
    return found


@pytest.mark.parametrize("name", LOOKS)
def test_nothing_is_smaller_than_can_be_read(name):
    look = LOOKS[name]
    assert smallest_text(pdf_of(sheet(look.theme), look)) >= (18 if name == "large" else 9) - 1e-6


def test_a_copier_needs_no_colour():
    look = LOOKS["copier"]
    assert colours(pdf_of(sheet(look.theme), look)) == set()
    assert colours(pdf_of(sheet(), LOOKS["standard"]))


def test_text_can_be_searched_and_copied():
    found = words(pdf_of(sheet()))
    for said in ("It rains a lot today, and it will go on raining.", "A", "Name", "Page 1 of", "support", "K7"):
        assert said in found


@pytest.mark.parametrize(
    "text", ["Открытые модели лучше", "开放模型应该更好", "直すべきです", "שלום עולם", "السلام عليكم", "ελληνικά"]
)
def test_every_script_is_set_in_a_font_that_has_it(text):
    pdf = pdf_of(Sheet("s", "Scripts", (Paragraph(text),)))
    found = words(pdf)
    # Texts from the right are read in the order they are drawn in, which readers turn round or not.
    assert set(text.replace(" ", "")) <= set(found) or len(set(found) - set("Scripts Page 1 of")) > 3
    assert "\x00" not in found


def test_it_is_tagged_and_told():
    pdf = pdf_of(replace(sheet(), language="de-AT", title="Regen"))
    root = root_of(pdf)
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]) == "de-AT"
    assert reader(pdf).metadata.title == "Regen"
    assert reader(pdf).metadata.author == "argmap"
    kinds = [kind for kind, _ in tags(pdf)]
    assert {
        "/H1",
        "/H2",
        "/H3",
        "/H4",
        "/L",
        "/LI",
        "/Table",
        "/TR",
        "/TH",
        "/TD",
        "/Figure",
        "/Link",
        "/Strong",
    } <= set(kinds)
    assert [alt for kind, alt in tags(pdf) if kind == "/Figure"] == [
        "A map: It rains a lot today, and it will go on raining."
    ]


def test_without_pictures_it_is_pdf_ua():
    plain = Sheet(
        "s", "Rain", (Heading("Why"), Paragraph("It rains."), Choices(("Yes", "No")), Lines(3)), footer="foot"
    )
    assert b"pdfuaid" in pdf_of(plain)
    assert b"pdfuaid" in pdf_of(replace(plain, is_key=True))
    assert b"pdfuaid" not in pdf_of(sheet())


@pytest.mark.parametrize(("paper", "size"), [("a4", (595.28, 841.89)), ("letter", (612, 792))])
def test_the_paper_is_that_of_the_look(paper, size):
    look = replace(LOOKS["standard"], paper=paper)
    for is_landscape in (False, True):
        page = reader(pdf_of(Sheet("s", "Rain", (), is_landscape=is_landscape), look)).pages[0]
        wanted = size[::-1] if is_landscape else size
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(wanted, abs=0.1)


def test_a_question_stays_with_its_answers():
    for count in range(22, 32):
        blocks = (*(Paragraph("rain") for _ in range(count)), Paragraph("the question"), Choices(("first", "second")))
        pages = [page.extract_text() for page in reader(pdf_of(Sheet("s", "Rain", blocks))).pages]
        assert ["the question" in page for page in pages] == ["first" in page for page in pages]


def test_the_head_of_a_table_is_on_every_page():
    rows = tuple((f"row {n}", "") for n in range(80))
    pdf = reader(pdf_of(Sheet("s", "Rain", (Table(("Claims of all", "Why"), rows, height=2),))))
    assert len(pdf.pages) > 2
    assert all("Claims of all" in page.extract_text() for page in pdf.pages)


def places(pdf: bytes, page: int) -> list[tuple[float, float]]:
    return sorted({(round(each.place[0]), round(each.place[1])) for each in drawn(pdf, page) if each.size})


def test_backs_of_cards_are_mirrored():
    cards = tuple(Card(f"front {n}", back=f"back {n}") for n in range(3))
    pdf = pdf_of(Sheet("s", "Rain", (Cards(cards, columns=2, rows=2),)))
    front, back = (reader(pdf).pages[n].extract_text().split("\n") for n in (1, 2))
    assert [line for line in front if "front" in line][:2] in (["front 0 front 1", "front 2"], ["front 0", "front 1"])
    assert "".join(back).index("back 1") < "".join(back).index("back 0")
    left = min(x for x, _ in places(pdf, 2))
    assert left < 100, "the second card has its back on the left"


def test_long_cards_get_fewer_to_a_page():
    def pages(text: str) -> int:
        return len(reader(pdf_of(Sheet("s", "Rain", (Cards((Card(text),) * 8),)))).pages)

    assert pages("short") == 2
    assert pages("It rains a lot. " * 60) > 2


def test_a_card_longer_than_a_page_goes_on():
    text = " ".join(f"word{n}" for n in range(2500))
    found = words(pdf_of(Sheet("s", "Rain", (Cards((Card(text),)),))))
    assert "word0 " in found
    assert "word2499" in found
