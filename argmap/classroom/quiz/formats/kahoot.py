"""A spreadsheet in the layout of Kahoot!'s template: the header in row 8, the questions from row 9 on.

Kahoot! takes 120 signs for a question and 75 for an answer. Where texts are longer, the titles of claims stand for
them; where these are too long as well, or there are none, the question is left out.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from argmap.classroom.extra import needed
from argmap.classroom.packing import repacked
from argmap.classroom.quiz.formats.layout import labelled
from argmap.classroom.quiz.question import Form
from argmap.classroom.quiz.showing import folded
from argmap.classroom.sheets.fitting import lines_of
from argmap.language import Words
from argmap.loss import Loss
from argmap.wording import counted

if TYPE_CHECKING:
    from argmap.classroom.quiz.question import Question, Quiz, Statement

QUESTION, ANSWER, ANSWERS = 120, 75, 4
_TIMES = (20, 30, 60, 90, 120, 240)
_HEAD = (
    "Question - max 120 characters",
    *(f"Answer {number} - max 75 characters" for number in range(1, ANSWERS + 1)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)
_HEAD_ROW = 7  # from 0
_SIGNS_A_SECOND = 12
_PAUSE = 10
_WIDE, _NARROW = 60, 30
"""How wide the columns of questions and of all others are, in letters."""
_EM, _LINE = 0.5, 15
"""How wide a letter is in em, and how high a line in points, so that a person can read the table, too."""


def write(quiz: Quiz) -> tuple[bytes, list[Loss]]:
    """Return the quiz as a file, and what that does not hold.

    Raises:
        MissingExtraError: XlsxWriter is not installed.
    """
    xlsxwriter = needed("xlsxwriter", "Spreadsheets for Kahoot!")
    losses: list[Loss] = []
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True})
    book.set_properties({"title": quiz.title[:255], "created": datetime(1980, 1, 1, tzinfo=UTC)})
    sheet = book.add_worksheet("Sheet1")
    sheet.set_column(0, 0, 5)
    sheet.set_column(1, 1, _WIDE)
    sheet.set_column(2, 7, _NARROW)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    words = Words(quiz.language)
    sheet.write_string(1, 1, quiz.title, bold)
    sheet.write_string(2, 1, words.say("quiz.kahoot"), wrap)
    for column, name in enumerate(_HEAD, 1):
        sheet.write_string(_HEAD_ROW, column, name, bold)
    row = _HEAD_ROW
    explained = 0
    for question in quiz.questions:
        found = _row(question, quiz.language)
        if isinstance(found, str):
            losses.append(Loss("the question", question.id, found))
            continue
        row += 1
        asked, answers, right, is_short = found
        lines = max(lines_of(asked, _WIDE * _EM), *(lines_of(answer, _NARROW * _EM) for answer in answers))
        sheet.set_row(row, _LINE * lines + 2)
        if is_short:
            limit = f"Kahoot! takes {QUESTION} signs for a question and {ANSWER} for an answer."
            losses.append(Loss("the full texts", question.id, limit, "titles"))
        explained += bool(question.explanation)
        sheet.write_number(row, 0, row - _HEAD_ROW)
        sheet.write_string(row, 1, asked, wrap)
        for column, answer in enumerate(answers, 2):
            sheet.write_string(row, column, answer, wrap)
        sheet.write_number(row, 6, _time(asked, answers))
        sheet.write_number(row, 7, right + 1)
    book.close()
    if explained:
        what = "the explanation" if explained == 1 else f"the explanations of {counted(explained, 'question')}"
        losses.append(Loss(what, quiz.title, "Kahoot! has no place for explanations."))
    return repacked(held.getvalue()), losses


def _row(question: Question, language: str) -> tuple[str, list[str], int, bool] | str:
    """Return what is asked, the answers, which is right, and whether titles stand for texts; or why it is left out."""
    if question.form is not Form.CHOICE:
        return "Its spreadsheet takes questions with one right answer only."
    if len(question.options) > ANSWERS:
        return f"Kahoot! takes {ANSWERS} answers, and it has {len(question.options)}."
    asked = _joined(question, language, is_short=False)
    is_short = len(asked) > QUESTION
    if is_short:
        asked = _joined(question, language, is_short=True)
    if len(asked) > QUESTION:
        return f"Kahoot! takes {QUESTION} signs for a question, and it is too long even with titles for texts."
    answers = [option.text for option in question.options]
    if any(len(answer) > ANSWER for answer in answers):
        is_short = True
        answers = [_brief(option) for option in question.options]
    if any(len(answer) > ANSWER for answer in answers):
        return f"Kahoot! takes {ANSWER} signs for an answer, and one is too long even with titles for texts."
    if len({folded(answer) for answer in answers}) < len(answers):
        return "With titles for texts, two answers would be the same."
    return asked, answers, question.right[0], is_short


def _joined(question: Question, language: str, *, is_short: bool) -> str:
    texts = []
    for line, (label, text) in zip(question.lines, labelled(question, language), strict=True):
        shown = _brief(line.statement) if is_short and line.statement is not None else text
        texts.append(f"{label}: {shown}")
    return " ".join((question.text, *texts))


def _brief(statement: Statement) -> str:
    return statement.short or statement.text


def _time(asked: str, answers: list[str]) -> int:
    """Return how many seconds there are to answer: the time to read all, and to think."""
    needed_time = _PAUSE + (len(asked) + sum(map(len, answers))) / _SIGNS_A_SECOND
    return next((time for time in _TIMES if time >= needed_time), _TIMES[-1])
