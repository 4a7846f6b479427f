"""A question as a card to learn with: front and back in HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.quiz.formats.layout import html, key_of, pairs_of, stem_html
from argmap.classroom.quiz.question import Form

if TYPE_CHECKING:
    from argmap.classroom.quiz.question import Question


def front(question: Question, language: str) -> str:
    """Return what is asked, with all that can be chosen."""
    stem = stem_html(question, language)
    options = "".join(f"<li>{html(option.text)}</li>" for option in question.options)
    if question.form is not Form.MATCHING:
        sort = "A" if question.form is Form.CHOICE else "disc"
        kind = f'<ol type="{sort}">{options}</ol>' if question.form is Form.CHOICE else f"<ul>{options}</ul>"
        return stem + kind
    items = "".join(f"<li>{html(item)}</li>" for item in pairs_of(question, language).items)
    return f"{stem}<ul>{items}</ul><ul>{options}</ul>"


def back(question: Question, language: str) -> str:
    """Return the right answer, and why it is right."""
    lines = "".join(f"<p>{html(line)}</p>" for line in key_of(question, language))
    return f"{lines}<p>{html(question.explanation)}</p>" if question.explanation else lines


def tags(question: Question) -> list[str]:
    """Return the tags of a card."""
    return [question.kind, f"difficulty-{question.difficulty}"]
