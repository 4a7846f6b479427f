"""Readers of the formats of schools, written from their descriptions and with nothing of argmap: what a program sees."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import NamedTuple

from argmap.classroom.quiz import Form, Question, Quiz

Answers = tuple[tuple[str, bool | str], ...]


class Seen(NamedTuple):
    """A question as a program sees it.

    Attributes:
        id: Its id.
        stem: What is asked, and the lines below it.
        answers: The options of a choice, with whether each is right; pairs of texts of another question.
        why: The explanation.
    """

    id: str
    stem: tuple[str, ...]
    answers: Answers
    why: str


def expected(quiz: Quiz, *, orders: bool = False) -> list[Seen]:
    """What a program should see; in formats without orders, places are matched with statements."""
    return [_expected(question, orders) for question in quiz.questions]


def _expected(question: Question, orders: bool) -> Seen:
    lines = (f"{line.label}: {line.statement.text if line.statement else '______'}" for line in question.lines)
    options = [option.text for option in question.options]
    answers: list[tuple[str, bool | str]]
    if question.form is Form.CHOICE:
        answers = [(text, place in question.right) for place, text in enumerate(options)]
    elif question.form is Form.ORDERING:
        answers = [(f"{number}.", options[place]) for number, place in enumerate(question.right, 1)]
        if orders:
            answers = [(options[place], True) for place in question.right]
    else:
        answers = [(item.text, options[place]) for item, place in zip(question.items, question.right, strict=True)]
    return Seen(question.id, (question.text, *lines), tuple(answers), question.explanation)


class _Paragraphs(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert tag in ("p", "strong"), f"a text made the element {tag}"
        if tag == "p":
            self.found.append("")

    def handle_data(self, data: str) -> None:
        if not self.found:
            self.found.append("")
        self.found[-1] += data


def paragraphs(html: str) -> tuple[str, ...]:
    """The paragraphs of HTML as a browser shows them; a text without any is one."""
    parser = _Paragraphs()
    parser.feed(html)
    parser.close()
    return tuple(parser.found)


def whole(html: str) -> str:
    return "".join(paragraphs(html))
