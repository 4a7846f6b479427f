"""The sheets of exercises: what a pupil gets tells no answer, and the key tells all."""

from __future__ import annotations

import re
import tempfile
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import argmap
from argmap.classroom.exercises import KINDS, Exercise, NoMaterialError, Task
from argmap.classroom.exercises.blank_signs import blocks as sign_blocks
from argmap.classroom.exercises.drawing import described
from argmap.classroom.sheets import LOOKS, Picture, Sheet, Together, write
from argmap.classroom.sheets.blocks import Block
from tests.maps import maps

FORMATS = ("html", "md")


def written(sheet: Sheet, folder: Path, ending: str) -> str:
    """Return the text of the file of a sheet."""
    return write(sheet, folder / f"{sheet.name}.{ending}").read_text("utf-8")


def parts(blocks: tuple[Block, ...]) -> list[Block]:
    """Return blocks, with those that stay together taken apart."""
    return [part for block in blocks for part in (block.blocks if isinstance(block, Together) else (block,))]


def with_other_answers(exercise: Exercise) -> Exercise:
    """Return the same exercise with another key."""

    def other(task: Task) -> Task:
        wrong = [option for option in task.options if option not in task.answers]
        answers = (wrong * len(task.answers))[: len(task.answers)] or tuple("?" for _ in task.answers)
        return replace(task, answers=tuple(answers), also=(), why="another reason")

    return replace(exercise, tasks=tuple(map(other, exercise.tasks)))


@pytest.mark.parametrize("kind", KINDS)
def test_the_sheet_of_a_pupil_does_not_depend_on_the_key(kind: str, tmp_path: Path) -> None:
    made = argmap.datasets.school_uniforms().exercise(kind, seed=4)
    for ending in FORMATS:
        sheet = written(made.sheet(), tmp_path, ending)
        assert sheet == written(with_other_answers(made).sheet(), tmp_path, ending)
        assert sheet != written(made.key(), tmp_path, ending)


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("blanks", {"word_bank": False}),
        ("blanks", {"word_bank": False, "share": 0.9}),
        ("hidden_premise", {}),
        ("steelman", {}),
    ],
)
@pytest.mark.parametrize("seed", range(3))
def test_what_pupils_are_to_write_is_nowhere_in_their_file(
    kind: str, options: dict[str, object], seed: int, tmp_path: Path
) -> None:
    m = argmap.datasets.school_uniforms()
    made = m.exercise(kind, seed=seed, **options)
    key = unescape(written(made.key(), tmp_path, "html"))
    sheet = unescape(written(made.sheet(), tmp_path, "html"))
    for task in made.tasks:
        for answer in task.answers:
            assert answer in key
            assert answer not in sheet
        for name in task.about[: 1 if kind != "steelman" else None]:
            title = m[name].title
            assert title is None or title not in sheet.replace(m.title, "")


@pytest.mark.parametrize("kind", KINDS)
def test_no_id_of_the_map_is_in_what_is_given(kind: str) -> None:
    m = argmap.datasets.open_vs_closed()
    given = m.exercise(kind).given
    assert not {record.id for record in m} & {record.id for record in given}
    assert not given.data
    assert given.source is None


def test_a_picture_without_signs_is_the_same_whatever_the_signs_are() -> None:
    def drawn(kind: str) -> tuple[str, str]:
        m = argmap.ArgumentMap()
        a, b, c = m.claim("It rains."), m.claim("The street is wet."), m.claim("It is dark.")
        m.relate(b, kind, a)
        m.relate(c, "attack" if kind == "support" else "support", a)
        made = m.exercise("blanks", blank="signs", seed=2)
        (picture,) = (block for block in parts(sign_blocks(made, LOOKS["standard"])) if isinstance(block, Picture))
        return picture.svg, picture.alt

    assert drawn("support") == drawn("attack")


@pytest.mark.parametrize("seed", range(4))
def test_no_line_of_a_picture_without_signs_has_one(seed: int) -> None:
    made = argmap.datasets.open_vs_closed().exercise("blanks", blank="signs", seed=seed)
    (picture,) = (block for block in parts(made.sheet().blocks) if isinstance(block, Picture))
    assert not re.search(r">[+−×≠]<", picture.svg)
    assert "supports" not in picture.svg
    assert "attacks" not in picture.svg
    assert "speaks" not in picture.alt


def test_alt_text_says_what_the_picture_shows() -> None:
    made = argmap.datasets.wet_street().exercise("which_box")
    said = described(made.given, "en")
    assert all(claim.id in said and claim.text in said for claim in made.given.claims)
    drawn = [block for block in parts(made.sheet().blocks) if isinstance(block, Picture)]
    assert [picture.alt for picture in drawn] == [said]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_printed_on_few_pages(kind: str, tmp_path: Path) -> None:
    from pypdf import PdfReader

    made = argmap.datasets.open_vs_closed().exercise(kind, seed=1)
    path = write(made.sheet(), tmp_path / "sheet.pdf")
    assert len(PdfReader(path).pages) <= (4 if kind == "cards" else 3)
    assert write(made.sheet(), tmp_path / "again.pdf").read_bytes() == path.read_bytes()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(m=maps(), kind=st.sampled_from(list(KINDS)))
def test_a_sheet_of_a_hostile_map_can_be_written(m: argmap.ArgumentMap, kind: str) -> None:
    try:
        made = m.exercise(kind)
    except NoMaterialError:
        return
    with tempfile.TemporaryDirectory() as folder:
        for ending in FORMATS:
            assert written(made.sheet(), Path(folder), ending)
            assert written(made.key(), Path(folder), ending)


def test_boxes_to_tick_stand_in_a_row_without_names_of_their_own(tmp_path: Path) -> None:
    import docx
    from pypdf import PdfReader

    made = argmap.datasets.open_vs_closed().exercise("what_follows", seed=1)
    options, right = made.tasks[0].options, made.tasks[0].answers
    row = " ".join(options)
    pupil, key = made.sheet(), made.key()
    said = PdfReader(write(pupil, tmp_path / "s.pdf")).pages[0].extract_text()
    assert row in " ".join(said.split())
    marked = " · ".join(f"☑ **{option}**" if option in right else f"☐ {option}" for option in options)
    assert marked in written(key, tmp_path, "md")
    assert '<b class="letter">' not in written(pupil, tmp_path, "html")
    (line,) = [
        paragraph.text
        for paragraph in docx.Document(str(write(key, tmp_path / "k.docx"))).paragraphs
        if all(option in paragraph.text for option in options)
    ]
    assert [one.split()[0] for one in line.split("☑")[1:]] == list(right)


@pytest.mark.parametrize("kind", ["which_box", "blanks", "what_follows"])
def test_instructions_fit_a_map_that_is_drawn_and_one_that_is_told(kind: str) -> None:
    made = argmap.datasets.open_vs_closed().exercise(kind, seed=1)
    for look in LOOKS.values():
        said = [str(part) for part in parts(made.sheet(look).blocks)]
        has_picture = any(isinstance(part, Picture) for part in parts(made.sheet(look).blocks))
        assert has_picture or any("The map in words" in one for one in said), look.name
    assert made.instructions[0].startswith("Look at the map on this sheet.")
    assert not any("picture" in line for line in made.instructions)


def test_a_key_has_no_room_for_a_name_and_no_cards_to_cut_out() -> None:
    made = argmap.datasets.open_vs_closed().exercise("cards", seed=1)
    kinds = [type(block).__name__ for block in made.key().blocks]
    assert "Cards" in [type(block).__name__ for block in made.sheet().blocks]
    assert not {"Fields", "Cards"} & set(kinds)


def test_the_heading_of_a_map_in_a_key_stands_above_it(tmp_path: Path) -> None:
    from pypdf import PdfReader

    made = argmap.datasets.open_vs_closed().exercise("cards", seed=1)
    pages = [page.extract_text() for page in PdfReader(write(made.key(), tmp_path / "k.pdf")).pages]
    (at,) = [number for number, page in enumerate(pages) if "The map\n" in page or page.startswith("The map")]
    assert made.given.claims[0].text.split()[0] in pages[at]


@pytest.mark.parametrize("seed", range(4))
def test_the_key_of_a_flaw_names_boxes_as_the_sheet_does(seed: int) -> None:
    made = argmap.datasets.open_vs_closed().exercise("spot_the_flaw", seed=seed, fault="both-supports-and-attacks")
    why = made.tasks[1].why
    assert made.tasks[0].answers[0] in why
    assert "[" not in why
