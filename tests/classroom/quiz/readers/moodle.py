"""Moodle XML by the structure in Moodle's documentation."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

from tests.classroom.quiz.readers import Seen, paragraphs, whole


def read(data: bytes) -> list[Seen]:
    assert data.startswith(b"<?xml")
    root = ET.fromstring(data)
    first, *questions = root
    assert root.tag == "quiz"
    assert first.get("type") == "category"
    assert first.findtext("category/text").startswith("$course$/top/")
    return [_question(each) for each in questions]


def _question(made: ET.Element) -> Seen:
    assert made.findtext("name/text").strip()
    assert [made.find(name).get("format") for name in ("questiontext", "generalfeedback")] == ["html", "html"]
    assert float(made.findtext("defaultgrade")) == 1
    assert made.findtext("hidden") == "0"
    if made.get("type") == "multichoice":
        assert made.findtext("single") == "true"
        fractions = [answer.get("fraction") for answer in made.findall("answer")]
        assert sorted(fractions, key=float) == ["0"] * (len(fractions) - 1) + ["100"]
        answers: Any = [
            (whole(each.findtext("text")), each.get("fraction") == "100") for each in made.findall("answer")
        ]
    else:
        assert made.get("type") == "matching"
        answers = [(whole(each.findtext("text")), each.findtext("answer/text")) for each in made.findall("subquestion")]
        assert len(answers) >= 3
    why = whole(made.findtext("generalfeedback/text"))
    return Seen(made.findtext("idnumber"), paragraphs(made.findtext("questiontext/text")), tuple(answers), why)
