"""What readers see in each format is what the quiz holds, whatever signs the texts have."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook

from argmap import datasets
from argmap.classroom.quiz import FORMATS, Form, Quiz, quiz
from argmap.classroom.quiz.formats import format_of_path, kahoot, writer_of
from argmap.classroom.quiz.formats.layout import key_of
from argmap.errors import ArgmapError, UnknownNameError
from argmap.model import ArgumentMap
from tests.classroom.quiz.debates import debates
from tests.classroom.quiz.readers import anki, expected, gift, moodle, qti12, qti21

READERS = {"moodle": moodle.read, "gift": gift.read, "qti12": qti12.read, "qti21": qti21.read}


def written(quiz: Quiz, name: str) -> bytes:
    return writer_of(FORMATS[name]).write(quiz)[0]


def quiz_of(m: ArgumentMap) -> Quiz | None:
    try:
        return quiz(m, 16)
    except ArgmapError:
        return None


@pytest.mark.parametrize("name", datasets.names())
def test_all_formats_hold_the_quizzes_of_the_datasets(name):
    hold_all(datasets.load(name).quiz(40))


@settings(max_examples=10)
@given(debates())
def test_hostile_texts_come_back_from_every_format_as_they_are(m):
    made = quiz_of(m)
    if made is not None:
        hold_all(made)


def hold_all(quiz: Quiz) -> None:
    for name, read in READERS.items():
        assert read(written(quiz, name)) == expected(quiz, orders=name == "qti21"), name
    notes, decks = anki.package(written(quiz, "anki"))
    assert quiz.title.replace("::", ": :") in decks
    rows = anki.table(written(quiz, "anki-tsv"))
    for question, seen in zip(quiz.questions, expected(quiz), strict=True):
        front, back, guid = notes[question.id]
        assert guid == question.id
        assert rows[guid] == [front, back]
        assert anki.texts(front)[: len(seen.stem)] == list(seen.stem)
        shown = [*(item.text for item in question.items), *(option.text for option in question.options)]
        assert anki.texts(front)[len(seen.stem) :] == shown
        assert anki.texts(back) == [*key_of(question, quiz.language), question.explanation]
    assert json.loads(written(quiz, "json"))["questions"][0]["id"] == quiz.questions[0].id
    holds_what_fits(quiz)


def holds_what_fits(quiz: Quiz) -> None:
    data, losses = kahoot.write(quiz)
    sheet = load_workbook(io.BytesIO(data)).active
    assert [cell.value for cell in sheet[8]][1] == "Question - max 120 characters"
    left_out = {loss.where for loss in losses if loss.what == "the question"}
    short = {loss.where for loss in losses if loss.what == "the full texts"}
    rows = [row for row in sheet.iter_rows(min_row=9, values_only=True) if row[0] is not None]
    kept = [question for question in quiz.questions if question.id not in left_out]
    assert [row[0] for row in rows] == list(range(1, len(kept) + 1))
    for row, question in zip(rows, kept, strict=True):
        answers = [answer for answer in row[2:6] if answer is not None]
        assert len(row[1]) <= 120
        assert all(len(answer) <= 75 for answer in answers)
        assert row[6] in (5, 10, 20, 30, 60, 90, 120, 240)
        assert (row[7] - 1,) == question.right
        assert len(answers) == len(question.options)
        if question.id not in short:
            assert answers == [option.text for option in question.options]
    assert all(cell.data_type in "sn" for row in sheet.iter_rows() for cell in row), "no cell is a formula"
    assert any(question.form is not Form.CHOICE for question in quiz.questions) <= bool(left_out)


@pytest.mark.parametrize("name", [name for name, each in FORMATS.items() if not each.sheet])
def test_the_same_quiz_is_the_same_file(name):
    first, second = (written(datasets.school_uniforms().quiz(12, seed=3), name) for _ in range(2))
    assert first == second


def test_a_question_has_one_id_with_every_seed_and_after_a_change_of_words():
    m = datasets.phones_in_class()
    by_what: dict[tuple[str, tuple[str, ...]], str] = {}
    for seed in range(3):
        for question in m.quiz(60, seed=seed).questions:
            assert by_what.setdefault((question.kind, question.about), question.id) == question.id
    assert len(set(by_what.values())) == len(by_what)
    m.replace(m["Phones distract"], text="A phone on the desk makes its owner look at it in class.")
    changed = {(question.kind, question.about): question.id for question in m.quiz(60).questions}
    assert all(by_what.get(what, name) == name for what, name in changed.items())
    assert changed.keys() & by_what.keys()


def test_what_a_format_cannot_hold_is_told():
    made = datasets.school_uniforms().quiz(30, kinds="order, target")
    orders = [question.id for question in made.questions if question.form is Form.ORDERING]
    assert orders
    for name in ("moodle", "gift", "qti12"):
        losses = writer_of(FORMATS[name]).write(made)[1]
        assert [loss.where for loss in losses] == orders
        assert all(loss.kept_as for loss in losses)
    assert "notes for the teacher" in str(writer_of(FORMATS["qti21"]).write(made)[1][0])
    assert any(
        "no place for explanations" in loss.why
        for loss in kahoot.write(datasets.school_uniforms().quiz(3, kinds="side"))[1]
    )


def test_endings_tell_formats(tmp_path):
    for each in FORMATS.values():
        for suffix in each.suffixes:
            assert format_of_path(f"a.b{suffix}").name == each.name
    made = datasets.wet_street().quiz(3)
    assert made.save(tmp_path / "quiz.xyz", "gift") is not None
    with pytest.raises(UnknownNameError, match="tells no format for quizzes"):
        made.save(tmp_path / "quiz.xyz")
    with pytest.raises(UnknownNameError, match="Did you mean 'moodle'"):
        made.save(tmp_path / "quiz.xml", "moodel")
    with pytest.raises(ArgmapError, match="Only printed sheets have a look"):
        made.save(tmp_path / "quiz.xml", look="copier")
