"""Whatever a map says, its lesson can be made: sheets, slides, index and names of files."""

from __future__ import annotations

import sys

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings

import argmap
from argmap.classroom.lesson.index import index_page
from argmap.classroom.lesson.materials import file_name, footer_of, materials
from argmap.classroom.lesson.notes import notes
from argmap.classroom.lesson.pack import lesson
from argmap.classroom.lesson.plan import plan
from argmap.classroom.sheets.look import LOOKS
from argmap.classroom.sheets.pdf import _compiler
from argmap.cli.app import commands
from argmap.errors import ArgmapError, UnknownNameError
from tests.classroom.lesson.debates import eight
from tests.maps import maps, texts


class _Absent:
    """Finds nothing of some packages, as where they are not installed."""

    def __init__(self, packages: tuple[str, ...]) -> None:
        self._packages = packages

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        package = name.partition(".")[0]
        if package in self._packages:
            raise ModuleNotFoundError(f"No module named {package!r}", name=package)


@given(texts)
def test_names_of_files_are_plain(words):
    name = file_name(words, "side-1")
    assert name
    assert all(sign.isascii() and (sign.isalnum() or sign == "-") for sign in name)
    assert name == name.lower()
    assert len(name) <= 40


@given(maps())
@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
def test_every_map_has_a_lesson(m):
    try:
        made = plan(m, pupils=7)
    except ArgmapError as error:
        assert "says nothing yet" in str(error)  # noqa: PT017
        return
    parts, left_out = materials(m, made)
    for part in parts:
        assert part.files or part.make
        if part.make is not None:
            part.make(LOOKS["standard"])
    notes(made, parts, footer_of(made), LOOKS["large"])
    page = index_page(made, [(part, (("standard", f"{part.file}.pdf"),)) for part in parts], left_out)
    assert "<script" not in page


def test_a_hostile_title_stays_a_title(tmp_path):
    m = argmap.ArgumentMap('../../<script>alert("1")</script>\n{title} =1+1 ' + "x" * 3000)
    thesis = m.claim("<b>Rain</b> & {pupils}", title="<img src=x onerror=alert(1)>", side="../..")
    m.support("=HYPERLINK('http://x')", thesis, title="{n}", side="../..")
    made = lesson(m, tmp_path / "lesson", looks=["standard"], minutes=20)
    text = made.index.read_text("utf-8")
    assert "<script>alert" not in text
    assert "<img" not in text
    assert {path.name for path in tmp_path.iterdir()} == {"lesson"}
    assert all(path.resolve().is_relative_to(tmp_path / "lesson") for path in (tmp_path / "lesson").rglob("*"))


def test_without_the_extra_there_are_pages_and_a_sentence(tmp_path, monkeypatch):
    extra = ("typst", "docx", "pptx", "xlsxwriter", "openpyxl", "genanki")
    for name in [name for name in sys.modules if name.partition(".")[0] in extra]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [_Absent(extra), *sys.meta_path])
    _compiler.cache_clear()
    made = lesson(eight(), tmp_path / "lesson", minutes=30, looks=["standard"])
    endings = {path.suffix for path in made.folder.rglob("*") if path.is_file()}
    assert ".html" in endings
    assert ".docx" not in endings
    assert ".pptx" not in endings
    assert {path.name for path in made.folder.rglob("*.pdf")} == {"poster-a3.pdf", "poster-a4.pdf"}
    assert made.left_out == (
        "Files of these kinds were not made, because packages for them are not installed: .apkg, .docx, .pdf, .pptx, "
        '.xlsx. Type: pip install "argmap[classroom]"',
    )
    assert "pip install" in made.index.read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "words"),
    [({"looks": ["larg"]}, "Did you mean 'large'"), ({"looks": []}, "at least one look"), ({"paper": "a3"}, "paper")],
)
def test_looks_and_paper_that_there_are_not(options, words, tmp_path):
    with pytest.raises((UnknownNameError, ArgmapError), match=words):
        lesson(eight(), tmp_path / "lesson", **options)
    assert not list(tmp_path.iterdir())


def test_the_command_says_what_is_wrong_and_writes_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "note.txt").write_text("mine")
    eight().save("library.argdown")
    for words, said, code in (
        (["library.argdown", "--level", "old"], "There is no level 'old'", 2),
        (["library.argdown", "--pupils", "0"], "0 is not in the range 1<=x<=1000", 2),
        (["library.argdown", "-o", "mine"], "holds other things than a lesson", 1),
        (["missing.argdown"], "missing.argdown", 2),
    ):
        done = CliRunner().invoke(commands, ["lesson", *words], prog_name="argmap")
        assert (done.exit_code, said in done.output + done.stderr) == (code, True), done.output + done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["library.argdown", "mine"]
