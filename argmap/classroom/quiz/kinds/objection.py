"""Which of these speaks against a statement?

Right is what attacks it directly; wrong, what speaks against it on no way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.quiz.kinds.reason import which_acts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.classroom.quiz.asking import Asking
    from argmap.classroom.quiz.debate import Debate
    from argmap.classroom.quiz.question import Question

BASE = 2


def questions(ask: Asking) -> Iterator[Question | None]:
    """Yield the questions of this kind: one for each statement with an objection to it."""
    debate = ask.debate
    return which_acts(ask, debate.attacks, debate.is_against, debate.is_for)


def fits(debate: Debate, question: Question, _item: int, option: int) -> bool:
    """Whether an option speaks against the statement."""
    return debate.is_against(question.options[option].means[0], question.about[0])
