"""Lessons with the flagship, a map of eight claims and one of sixty: every file is opened and looked into."""

from __future__ import annotations

import html
import io
import itertools
import json
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

from pypdf import PageObject, PdfReader

import argmap
from argmap.classroom.lesson import Lesson, lesson
from argmap.classroom.lesson.folder import MANIFEST
from tests.classroom.lesson.debates import eight, sixty
from tests.classroom.sheets.contents import colours, smallest_text

_A4, _LETTER, _A3 = (595, 842), (612, 792), (842, 1191)


class _Links(HTMLParser):
    """All that a page links to or loads, and whether what is opened is closed."""

    _VOID = frozenset(("meta", "link", "br", "hr", "img", "input", "col", "wbr"))

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.open: list[str] = []
        self.headings = 0
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.headings += tag == "h1"
        if tag not in self._VOID and tag not in ("path", "rect", "circle", "line", "use", "ellipse", "polygon"):
            self.open.append(tag)
        for name, value in attrs:
            if name == "href" and tag == "a":
                self.links.append(value or "")
            elif name in ("src", "href", "xlink:href", "srcset"):
                self.loaded.append(value or "")

    def handle_endtag(self, tag):
        if tag in self.open:
            while self.open.pop() != tag:
                pass


def _files(made: Lesson, ending: str, where: str = "") -> list[Path]:
    found = sorted(path for path in (made.folder / where).rglob(f"*{ending}") if path.is_file())
    assert found
    return found


def _nothing_is_left_out(made: Lesson) -> None:
    assert made.left_out == ()


def _the_index_links_every_file_and_nothing_else(made: Lesson) -> None:
    page = _Links(made.index.read_text("utf-8"))
    linked = {unquote(link) for link in page.links if not link.startswith("#")}
    there = {path.relative_to(made.folder).as_posix() for path in made.folder.rglob("*") if path.is_file()}
    assert linked == there - {"index.html", MANIFEST}
    assert {"index.html", *linked} == set(made.files)
    assert page.headings == 1
    assert not page.loaded


def _no_page_needs_another_file_or_the_network(made: Lesson) -> None:
    for path in _files(made, ".html"):
        text = path.read_text("utf-8")
        page = _Links(text)
        assert page.headings >= 1, path
        loaded = [one for one in page.loaded if not one.startswith(("data:", "#"))]
        assert not loaded, path
        assert not re.search(r"url\(\s*(?!['\"]?(?:data:|#))", text), path
        assert "@import" not in text


def _paper_is_as_asked_for_and_no_page_is_empty(made: Lesson) -> None:
    paper = _LETTER if made.folder.name == "small" else _A4
    for path in _files(made, ".pdf", "for-pupils") + _files(made, ".pdf", "for-teachers"):
        if path.name.startswith("poster"):
            continue
        for number, page in enumerate(PdfReader(path).pages, 1):
            assert _size(page) == paper, path
            contents = page.get_contents().get_data()
            if b" re" not in contents and b" l\n" not in contents:  # lines to write on, or a picture
                words = page.extract_text()  # which takes long
                assert len(words.split()) > 12, f"page {number} of {path} says only {words!r}"


def _no_letter_on_a_sheet_is_too_small_to_read(made: Lesson) -> None:
    for path in _files(made, ".pdf", "for-pupils") + _files(made, ".pdf", "for-teachers"):
        if path.name.startswith("poster"):
            continue
        is_large = "large-print" in path.parts
        assert smallest_text(path.read_bytes()) >= (17.99 if is_large else 8.99), path


def _what_is_for_the_copier_has_no_colour(made: Lesson) -> None:
    where = "for-pupils/for-the-copier" if (made.folder / "for-pupils" / "for-the-copier").exists() else "for-pupils"
    for path in _files(made, ".pdf", where):
        if not path.name.startswith("poster"):
            assert all(len(set(colour)) == 1 for colour in colours(path.read_bytes())), path


def _posters_are_tiled_with_marks(made: Lesson, names: set[str]) -> None:
    found = {path.stem: PdfReader(path) for path in _files(made, ".pdf", "for-pupils") if "poster" in path.name}
    assert set(found) == names
    for name, reader in found.items():
        assert len(reader.pages) <= 20
        if name == "poster-a3":
            assert {_size(page) for page in reader.pages} == {_A3}
        if len(reader.pages) > 1:
            assert "Row 1 of" in reader.pages[0].extract_text()


def _answers_are_with_the_teacher_only(made: Lesson) -> None:
    """What only keys say is on no sheet of a pupil, in no format."""
    keys = {path.name for path in _files(made, ".pdf", "for-teachers/answers")}
    assert keys
    for path in (made.folder / "for-pupils").rglob("*"):
        assert "answer" not in path.name
    for path in _files(made, ".html", "for-teachers/answers"):
        pupils = made.folder / "for-pupils" / path.name.replace("-answers", "")
        if pupils.exists():
            assert len(path.read_text("utf-8")) > 0.9 * len(pupils.read_text("utf-8"))
            assert _said(pupils.read_text("utf-8")) != _said(path.read_text("utf-8"))


def _said(page: str) -> str:
    body = re.sub(r"<(style|script|svg).*?</\1>", " ", page, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", body)).split())


def _documents_slides_and_tables_open_again(made: Lesson) -> None:
    import docx
    import openpyxl
    import pptx

    for path in _files(made, ".docx", "edit"):
        document = docx.Document(str(path))
        assert any(paragraph.text.strip() for paragraph in document.paragraphs), path
    for path in _files(made, ".pptx", "edit"):
        slides = pptx.Presentation(str(path)).slides
        assert len(slides) >= 6
        assert all(slide.shapes.title.text.strip() for slide in slides)
        assert all(slide.notes_slide.notes_text_frame.text for slide in slides)
    for path in _files(made, ".xlsx", "edit"):
        book = openpyxl.load_workbook(path)
        assert book.sheetnames
    for path in _files(made, ".zip", "edit"):
        assert zipfile.ZipFile(path).testzip() is None


def _the_map_comes_back_from_its_text(made: Lesson) -> None:
    again = argmap.read(made.folder / "edit" / "map.argdown")
    assert [record.id for record in again] or again.title
    assert len(again.claims) >= 8


def _the_timing_table_of_the_notes_adds_up(made: Lesson) -> None:
    words = "".join(page.extract_text() for page in PdfReader(_notes(made)).pages)
    times = [(int(start), int(end)) for start, end in re.findall(r"(\d+)–\s*(\d+)\s*\(\d+\)", words)]
    assert times[0][0] == 0
    assert times[-1][1] == made.plan.minutes
    assert all(before[1] == after[0] for before, after in itertools.pairwise(times))


def _size(page: PageObject) -> tuple[int, int]:
    width, height = sorted(round(float(side)) for side in page.mediabox[2:])
    return width, height


def _notes(made: Lesson) -> Path:
    return made.folder / "for-teachers" / "teachers-notes.pdf"


def _the_notes_say_what_to_print(flagship: Lesson) -> None:
    words = " ".join("".join(page.extract_text() for page in PdfReader(_notes(flagship)).pages).split())
    for wanted in (
        "After this lesson pupils can",
        "Structured controversy",
        "7 groups of 4",
        "The reading 28 each pupil",
    ):
        assert wanted in words


def _the_reading_is_the_text_that_the_map_quotes_with_numbers(flagship: Lesson) -> None:
    words = " ".join(_said((flagship.folder / "for-pupils" / "reading.html").read_text("utf-8")).split())
    for paragraph in argmap.datasets.reading("open_vs_closed").split("\n\n")[2:]:
        assert " ".join(paragraph.lstrip("# ").split()) in words
    assert re.search(r"\b12\b.{0,3}Some points also prove less", words)


def _slides_grow_in_their_place(flagship: Lesson) -> None:
    import pptx

    book = (flagship.folder / "edit" / "slides.pptx").read_bytes()
    slides = pptx.Presentation(io.BytesIO(book)).slides
    titles = [slide.shapes.title.text for slide in slides]
    assert titles[0] == "Should powerful AI models be open or closed?"
    assert sum(title == "What could be said against it?" for title in titles) == 6
    assert titles[-1] == "Vote again"


EVERY = (
    _nothing_is_left_out,
    _the_index_links_every_file_and_nothing_else,
    _no_page_needs_another_file_or_the_network,
    _paper_is_as_asked_for_and_no_page_is_empty,
    _no_letter_on_a_sheet_is_too_small_to_read,
    _answers_are_with_the_teacher_only,
    _documents_slides_and_tables_open_again,
    _the_map_comes_back_from_its_text,
    _the_timing_table_of_the_notes_adds_up,
)


def test_the_flagship(tmp_path):
    """All looks of the largest map; one test, so that it is made once."""
    made = lesson(argmap.datasets.open_vs_closed(), tmp_path / "flagship")
    for check in EVERY:
        check(made)
    _what_is_for_the_copier_has_no_colour(made)
    _posters_are_tiled_with_marks(made, {"poster-a3", "poster-a4"})
    _the_notes_say_what_to_print(made)
    _the_reading_is_the_text_that_the_map_quotes_with_numbers(made)
    _slides_grow_in_their_place(made)


def test_a_map_of_eight_claims_twice_for_the_copier_on_letter_paper(tmp_path):
    given = {"pupils": 5, "minutes": 30, "looks": ["copier"], "paper": "letter", "level": "11-13"}
    made = lesson(eight(), tmp_path / "small", **given)
    for check in EVERY:
        check(made)
    _what_is_for_the_copier_has_no_colour(made)
    _posters_are_tiled_with_marks(made, {"poster-tabloid", "poster-letter"})
    again = lesson(eight(), tmp_path / "again", **given)
    listed = [json.loads((one.folder / MANIFEST).read_text()) for one in (made, again)]
    assert listed[0] == listed[1]


def test_a_map_of_sixty_claims_for_two_hundred(tmp_path):
    made = lesson(sixty(), tmp_path / "large", pupils=200, minutes=25, looks=["standard"], level="16-18", format="ld")
    for check in EVERY:
        if check is not _no_letter_on_a_sheet_is_too_small_to_read:  # it is slow, and the flagship has larger pictures
            check(made)
