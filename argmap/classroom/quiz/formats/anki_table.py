"""A table with tabs that Anki imports: each row is a note, known by the id of its question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.quiz.formats.cards import back, front, tags

if TYPE_CHECKING:
    from argmap.classroom.quiz.question import Quiz
    from argmap.loss import Loss


def write(quiz: Quiz) -> tuple[bytes, list[Loss]]:
    """Return the quiz as a file, and what that does not hold.

    The lines in front are those that Anki reads since 2.1.54: how fields are parted, and what the columns are.
    """
    deck = " ".join(quiz.title.replace('"', "'").split())
    lines = ["#separator:tab", "#html:true", "#notetype:Basic", f"#deck:{deck}", "#guid column:1", "#tags column:4"]
    for question in quiz.questions:
        fields = (question.id, front(question, quiz.language), back(question, quiz.language), " ".join(tags(question)))
        lines.append("\t".join(f'"{field.replace(chr(34), chr(34) * 2)}"' for field in fields))
    return ("\n".join(lines) + "\n").encode(), []
