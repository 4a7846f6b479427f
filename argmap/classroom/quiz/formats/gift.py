r"""GIFT: questions as plain text, which Moodle and other programs read.

All texts are HTML, said so in front of each; in HTML no sign of GIFT is left but those that are escaped by a backslash.
The right-hand sides of pairs are the exception: Moodle takes them for plain text. Ids and tags stand in comments, as
Moodle writes them since 3.8.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.classroom.quiz.formats.layout import html, losses_of_orders, pairs_of, stem_html
from argmap.classroom.quiz.question import Form

if TYPE_CHECKING:
    from argmap.classroom.quiz.question import Question, Quiz
    from argmap.loss import Loss

_SIGNS = re.compile(r"[~=#{}:\\]")


def write(quiz: Quiz) -> tuple[bytes, list[Loss]]:
    """Return the quiz as a file, and what that does not hold."""
    # A category takes a line of its own, in which nothing is escaped; a slash parts categories from each other.
    blocks = ["$CATEGORY: $course$/top/" + quiz.title.replace("/", "//")]
    blocks += [_block(question, quiz.language) for question in quiz.questions]
    return ("\n\n".join(blocks) + "\n").encode(), losses_of_orders(quiz)


def _block(question: Question, language: str) -> str:
    lines = [
        f"// [id:{question.id}] [tag:{question.kind}] [tag:difficulty-{question.difficulty}]",
        f"::{escaped(question.name)}::{_rich(stem_html(question, language))}{{",
    ]
    if question.form is Form.CHOICE:
        for place, option in enumerate(question.options):
            lines.append(f"  {'=' if place in question.right else '~'}{_rich(html(option.text))}")
    else:
        pairs = pairs_of(question, language)
        for item, place in zip(pairs.items, pairs.right, strict=True):
            lines.append(f"  ={_rich(html(item))} -> {escaped(pairs.options[place])}")
    if question.explanation:
        lines.append(f"  ####{_rich(html(question.explanation))}")
    return "\n".join((*lines, "}"))


def escaped(text: str) -> str:
    r"""Return a text in which no sign means anything to GIFT.

    Example:
        >>> print(escaped("a = {b}"))
        a \= \{b\}
    """
    return _SIGNS.sub(r"\\\g<0>", text)


def _rich(text: str) -> str:
    return "[html]" + escaped(text)
