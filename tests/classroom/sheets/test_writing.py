"""Writing into files: what the ending says, nothing hidden, the same every time."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.classroom import extra
from argmap.classroom.extra import MissingExtraError
from argmap.classroom.sheets import LOOKS, OUTPUTS, Deck, Paragraph, Sheet, Slide, Workbook, write
from argmap.errors import UnknownNameError, WriteError
from tests.classroom.sheets.contents import all_bytes
from tests.classroom.sheets.everything import BATCHES, OUTPUTS_OF_ALL, SECRETS, deck, inline, made, sheet, workbook

THINGS: dict[str, Callable[[], Any]] = {"Sheet": sheet, "Deck": deck, "Workbook": workbook}


def within(data: bytes, ending: str) -> str:
    """Return all that is in a file, unpacked."""
    if ending == ".pdf":
        from pypdf import PdfReader

        texts = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
        return all_bytes(data).decode("latin-1") + "".join(texts)
    if data[:2] == b"PK":
        archive = zipfile.ZipFile(io.BytesIO(data))
        return "".join(name + archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    return data.decode()


@pytest.mark.parametrize("ending", OUTPUTS["Sheet"])
def test_a_pupil_finds_no_answer_in_the_file_and_a_teacher_all(ending, tmp_path):
    pupil, key = (within(made(each, ending, tmp_path), ending) for each in (sheet(), sheet().key("Answers")))
    for secret in SECRETS:
        assert secret not in pupil
        assert secret in key
    right = {".html": 'class="tick">✓', ".md": "☑", ".docx": "☑", ".pdf": ""}[ending]
    assert right in key
    assert not right or right not in pupil


def test_a_pupil_cannot_tell_the_right_answer_from_the_pdf(tmp_path):
    from dataclasses import replace

    from argmap.classroom.sheets import Choices

    def of(right: frozenset[int]) -> Sheet:
        return Sheet("s", "Rain", (Choices(("Yes", "No"), right),))

    for ending in OUTPUTS["Sheet"]:
        one, other = (made(of(frozenset({n})), ending, tmp_path) for n in (0, 1))
        assert one == other
        keys = [made(replace(of(frozenset({n})), is_key=True), ending, tmp_path) for n in (0, 1)]
        assert keys[0] != keys[1]


@pytest.mark.parametrize("ending", OUTPUTS["Deck"])
def test_slides_hold_no_answer_but_on_those_that_show_it(ending, tmp_path):
    from dataclasses import replace

    shown = within(made(deck(), ending, tmp_path), ending)
    slides = tuple(replace(slide, is_key=True) for slide in deck().slides)
    key = within(made(replace(deck(), slides=slides), ending, tmp_path), ending)
    for secret in SECRETS:
        assert secret not in shown
        assert secret in key


def test_the_ending_says_what_is_written(tmp_path):
    for kind, ending in OUTPUTS_OF_ALL:
        data = made(THINGS[kind](), ending, tmp_path)
        start = {".html": b"<!DOCTYPE", ".pdf": b"%PDF", ".md": b"# "}.get(ending, b"PK")
        assert data.startswith(start)
    assert write(sheet(), tmp_path / "A.HTML").name == "A.HTML"


@pytest.mark.parametrize(
    ("thing", "name", "said"),
    [
        (sheet(), "a.dcx", "A sheet cannot be written to 'a.dcx': .dcx is no format for it. Did you mean '.docx'?"),
        (
            sheet(),
            "a",
            "A sheet cannot be written to 'a': a name without an ending is no format for it. Use one of: .html, .pdf, .docx, .md.",
        ),
        (
            deck(),
            "a.ppt",
            "A deck of slides cannot be written to 'a.ppt': .ppt is no format for it. Did you mean '.pptx'?",
        ),
        (
            workbook(),
            "a.xls",
            "A workbook cannot be written to 'a.xls': .xls is no format for it. Did you mean '.xlsx'?",
        ),
    ],
)
def test_an_unknown_ending_is_told(thing, name, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnknownNameError) as told:
        write(thing, name)
    assert str(told.value) == said


def test_what_stood_there_stays_where_nothing_can_be_written(tmp_path):
    with pytest.raises(WriteError):
        write(sheet(), tmp_path / "no such folder" / "a.md")


@pytest.mark.parametrize(
    ("kind", "ending", "package"),
    [("Sheet", ".pdf", "typst"), ("Sheet", ".docx", "docx"), ("Deck", ".pptx", "pptx"), ("Deck", ".pdf", "typst"), ("Workbook", ".xlsx", "xlsxwriter")],
)  # fmt: skip
def test_a_missing_package_is_told(kind, ending, package, tmp_path, monkeypatch):
    def missing(module):
        raise ModuleNotFoundError(f"No module named {package!r}", name=package)

    monkeypatch.setattr(extra, "import_module", missing)
    named = {"docx": "python-docx", "pptx": "python-pptx"}.get(package, package)
    with pytest.raises(
        MissingExtraError,
        match=rf'need the package {named}, which is not installed. Type: pip install "argmap\[classroom\]"',
    ):
        made(THINGS[kind](), ending, tmp_path)
    assert not list(tmp_path.iterdir())


_DIGESTS = """
import hashlib, pathlib, sys, tempfile
from tests.classroom.sheets.everything import OUTPUTS_OF_ALL, deck, made, sheet, workbook
folder = pathlib.Path(tempfile.mkdtemp())
for kind, ending in OUTPUTS_OF_ALL:
    thing = {"Sheet": sheet, "Deck": deck, "Workbook": workbook}[kind]("large") if kind == "Sheet" else {"Deck": deck, "Workbook": workbook}[kind]()
    print(kind, ending, hashlib.sha256(made(thing, ending, folder)).hexdigest())
"""


def test_the_same_sheet_is_the_same_file_in_every_process():
    said = [
        subprocess.run(
            [sys.executable, "-c", _DIGESTS],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert said[0] == said[1]
    assert len(said[0].splitlines()) == len(OUTPUTS_OF_ALL)
    assert hashlib.sha256(b"").hexdigest() not in said[0]


@pytest.mark.parametrize("text", BATCHES)
def test_a_pdf_holds_any_text(text, tmp_path):
    assert made(sheet(text=text), ".pdf", tmp_path).startswith(b"%PDF")
    assert made(deck(text), ".pdf", tmp_path).startswith(b"%PDF")


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=inline)
def test_a_pdf_holds_any_runs_and_gaps(text, tmp_path):
    for name in ("copier", "large"):
        thing = sheet(text=text)
        assert made(thing.key("Key"), ".pdf", tmp_path, name).startswith(b"%PDF")


def test_a_deep_list_does_not_go_deep(tmp_path):
    from argmap.classroom.sheets import Item, Listing

    item = Item("bottom")
    for n in range(1500):
        item = Item(f"level {n}", (item,))
    for ending in (".html", ".md"):
        assert "bottom" in within(made(Sheet("s", "Deep", (Listing((item,)),)), ending, tmp_path), ending)
    for _ in range(1300):
        (item,) = item.items
    thing = Sheet("s", "Deep", (Listing((item,)),))
    assert made(thing, ".pdf", tmp_path).startswith(b"%PDF")
    assert "bottom" in within(made(thing, ".docx", tmp_path), ".docx")


def test_looks_differ():
    pages = {name: write_text(name) for name in LOOKS}
    assert len(set(pages.values())) == len(LOOKS)


def write_text(name: str) -> str:
    from argmap.classroom.sheets.html import html_of

    return html_of(Sheet("s", "Rain", (Paragraph("It rains."),)), LOOKS[name])


def test_empty_things_can_be_written(tmp_path):
    for thing in (Sheet("s", "", ()), Deck("d", "", ()), Deck("d", "", (Slide("", ()),)), Workbook("w", "", ())):
        for ending in OUTPUTS[type(thing).__name__]:
            assert made(thing, ending, tmp_path)
