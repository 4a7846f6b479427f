"""Which of these answers an objection? Right is what speaks directly against it, or against a part of it.

Wrong is what speaks against neither it nor any part of it on any way.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.classroom.quiz.asking import Asking
    from argmap.classroom.quiz.debate import Debate
    from argmap.classroom.quiz.question import Question

BASE = 3


def questions(ask: Asking) -> Iterator[Question | None]:
    """Yield the questions of this kind: one for each objection that has an answer."""
    debate = ask.debate
    for objection in ask.shuffled(debate.objections):
        if objection not in debate.texts:
            continue
        parts = debate.parts(objection)
        answers = debate.answers(objection)
        for right in ask.shuffled(sorted(answers), objection):
            if right not in debate.texts or not any(debate.is_against(right, part) for part in parts):
                continue
            wrong = ask.wrong(right, partial(_is_wrong, debate, objection), but=parts)
            if len(wrong) >= 2:
                yield ask.choice(
                    (objection, right),
                    [ask.line("objection", objection)],
                    ask.statement(right),
                    [ask.statement(name) for name in wrong],
                    ask.say("because", right=ask.quoted(right)),
                    named=objection,
                )
                break


def fits(debate: Debate, question: Question, _item: int, option: int) -> bool:
    """Whether an option speaks against the objection."""
    return not _is_wrong(debate, question.about[0], question.options[option].means[0])


def _is_wrong(debate: Debate, objection: str, name: str) -> bool:
    is_against = any(debate.is_against(name, part) for part in debate.parts(objection))
    return name not in debate.answers(objection) and not is_against
