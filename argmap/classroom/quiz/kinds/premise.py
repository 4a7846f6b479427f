"""Which statement is missing from an argument?

Right is the premise; wrong, what speaks for the conclusion on no way.
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
    """Yield the questions of this kind: one for each argument with a step from several premises."""
    debate = ask.debate
    for argument in ask.shuffled(debate.map.arguments):
        for step in argument.steps[:1]:
            names = list(dict.fromkeys(step.premises))
            if len(names) < 2 or not debate.texts.keys() >= {*names, step.conclusion} or step.conclusion in names:
                continue
            missing = ask.shuffled(names, argument.id)[0]
            wrong = ask.wrong(
                missing,
                partial(_is_wrong, debate, step.conclusion),
                but=debate.opposites(step.conclusion),
            )
            if len(wrong) >= 2:
                yield ask.choice(
                    (missing, argument.id),
                    ask.argument(names, step.conclusion, missing),
                    ask.statement(missing),
                    [ask.statement(name) for name in wrong],
                    ask.say("because"),
                    named=step.conclusion,
                )


def fits(debate: Debate, question: Question, _item: int, option: int) -> bool:
    """Whether an option speaks for the conclusion of the argument, as the missing premise does."""
    conclusion = question.lines[-1].statement
    assert conclusion is not None
    return not _is_wrong(debate, conclusion.means[0], question.options[option].means[0])


def _is_wrong(debate: Debate, conclusion: str, name: str) -> bool:
    return not debate.is_for(name, conclusion)
