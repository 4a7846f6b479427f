"""Markdown: the questions, and the key at the end. All words are escaped, so that they are shown as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.quiz.formats.layout import LETTERS, key_of, labelled, pairs_of
from argmap.classroom.quiz.question import Form
from argmap.language import Words
from argmap.render.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.classroom.quiz.question import Question, Quiz
    from argmap.loss import Loss


def write(quiz: Quiz) -> tuple[bytes, list[Loss]]:
    """Return the quiz as a file, and what that does not hold."""
    words = Words(quiz.language)
    parts = [f"# {escaped(quiz.title)}"]
    for number, question in enumerate(quiz.questions, 1):
        parts += [f"## {words.say('quiz.question', number=number)}", escaped(question.text)]
        parts += [f"**{escaped(label)}:** {escaped(text)}" for label, text in labelled(question, quiz.language)]
        parts.append("\n".join(_options(question, quiz.language)))
    parts.append(f"# {escaped(words.say('quiz.key'))}")
    for number, question in enumerate(quiz.questions, 1):
        parts.append(f"## {words.say('quiz.question', number=number)}")
        parts += [escaped(line) for line in (*key_of(question, quiz.language), question.explanation) if line]
    parts.append(escaped(words.say("quiz.seed", seed=quiz.seed)))
    return ("\n\n".join(parts) + "\n").encode(), []


def _options(question: Question, language: str) -> Iterator[str]:
    if question.form is Form.MATCHING:
        yield from (f"- {escaped(item)} →" for item in pairs_of(question, language).items)
        yield ""
    for letter, option in zip(LETTERS, question.options, strict=False):
        yield f"- **{letter}** {escaped(option.text)}"
