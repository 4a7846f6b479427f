"""Moodle XML: the format in which Moodle exchanges questions with all that belongs to them.

The structure is that of Moodle's documentation, "Moodle XML format". Each question has its id as ``idnumber``, so that
it can be found again after an import.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET  # writing only

from argmap.classroom.quiz.formats.layout import html, losses_of_orders, pairs_of, stem_html
from argmap.classroom.quiz.question import Form

if TYPE_CHECKING:
    from argmap.classroom.quiz.question import Question, Quiz
    from argmap.loss import Loss


def write(quiz: Quiz) -> tuple[bytes, list[Loss]]:
    """Return the quiz as a file, and what that does not hold."""
    root = ET.Element("quiz")
    category = ET.SubElement(root, "question", type="category")
    # A slash parts categories from each other; two stand for one in a name.
    _text(ET.SubElement(category, "category"), "$course$/top/" + quiz.title.replace("/", "//"))
    _text(ET.SubElement(category, "info", format="html"), "")
    for question in quiz.questions:
        _add(root, question, quiz.language)
    ET.indent(root)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n", losses_of_orders(quiz)


def _add(root: ET.Element, question: Question, language: str) -> None:
    is_choice = question.form is Form.CHOICE
    made = ET.SubElement(root, "question", type="multichoice" if is_choice else "matching")
    _text(ET.SubElement(made, "name"), question.name)
    _text(ET.SubElement(made, "questiontext", format="html"), stem_html(question, language))
    _text(ET.SubElement(made, "generalfeedback", format="html"), f"<p>{html(question.explanation)}</p>")
    for name, value in (("defaultgrade", "1"), ("penalty", "0.3333333"), ("hidden", "0"), ("idnumber", question.id)):
        ET.SubElement(made, name).text = value
    if is_choice:
        for name, value in (("single", "true"), ("shuffleanswers", "true"), ("answernumbering", "ABCD")):
            ET.SubElement(made, name).text = value
        for place, option in enumerate(question.options):
            fraction = "100" if place in question.right else "0"
            answer = ET.SubElement(made, "answer", fraction=fraction, format="html")
            _text(answer, f"<p>{html(option.text)}</p>")
            _text(ET.SubElement(answer, "feedback", format="html"), "")
    else:
        ET.SubElement(made, "shuffleanswers").text = "true"
        pairs = pairs_of(question, language)
        for item, place in zip(pairs.items, pairs.right, strict=True):
            part = ET.SubElement(made, "subquestion", format="html")
            _text(part, f"<p>{html(item)}</p>")
            _text(ET.SubElement(part, "answer"), pairs.options[place])
    tags = ET.SubElement(made, "tags")
    for tag in (question.kind, f"difficulty-{question.difficulty}"):
        _text(ET.SubElement(tags, "tag"), tag)


def _text(parent: ET.Element, text: str) -> None:
    ET.SubElement(parent, "text").text = text
