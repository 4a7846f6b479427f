"""Which objection has nobody answered? Objections and answers are what `ArgumentMap.unanswered` takes for them."""

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
    """Yield the questions of this kind: one for each objection without an answer."""
    debate = ask.debate
    for right in ask.shuffled(sorted(debate.unanswered)):
        if right not in debate.texts:
            continue
        wrong = ask.wrong(right, partial(_is_answered, debate))
        if len(wrong) >= 2:
            yield ask.choice(
                (right,), (), ask.statement(right), [ask.statement(name) for name in wrong], ask.say("because")
            )


def fits(debate: Debate, question: Question, _item: int, option: int) -> bool:
    """Whether an option is an objection that nothing answers."""
    return question.options[option].means[0] in debate.unanswered


def _is_answered(debate: Debate, name: str) -> bool:
    return name in debate.objections and name not in debate.unanswered
