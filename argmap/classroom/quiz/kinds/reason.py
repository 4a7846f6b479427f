"""Which of these is a reason for a statement?

Right is what supports it directly; wrong, what speaks for it on no way.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.classroom.quiz.asking import Asking
    from argmap.classroom.quiz.debate import Debate
    from argmap.classroom.quiz.question import Question

BASE = 2


def questions(ask: Asking) -> Iterator[Question | None]:
    """Yield the questions of this kind: one for each statement that has a reason."""
    debate = ask.debate
    for target in ask.shuffled(debate.supports):
        if target not in debate.texts:
            continue
        for source in ask.shuffled(debate.supports[target], target):
            if source not in debate.texts or debate.is_against(source, target):
                continue
            wrong = ask.wrong(source, partial(_is_wrong, debate, target), but=[target, *debate.opposites(target)])
            if len(wrong) >= 2:
                yield ask.choice(
                    (target, source),
                    [ask.line("statement", target)],
                    ask.statement(source),
                    [ask.statement(name) for name in wrong],
                    ask.say("because", right=ask.quoted(source), target=ask.quoted(target)),
                    named=target,
                )
                break


def fits(debate: Debate, question: Question, _item: int, option: int) -> bool:
    """Whether an option speaks for the statement."""
    return not _is_wrong(debate, question.about[0], question.options[option].means[0])


def _is_wrong(debate: Debate, target: str, name: str) -> bool:
    return not debate.is_for(name, target)
