"""Which of these is a reason for a statement?

Right is what supports it directly; wrong, what speaks for it on no way.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from argmap.classroom.quiz.asking import Asking
    from argmap.classroom.quiz.debate import Debate
    from argmap.classroom.quiz.question import Question

BASE = 2


def questions(ask: Asking) -> Iterator[Question | None]:
    """Yield the questions of this kind: one for each statement that has a reason."""
    debate = ask.debate
    return which_acts(ask, debate.supports, debate.is_for, debate.is_against)


def fits(debate: Debate, question: Question, _item: int, option: int) -> bool:
    """Whether an option speaks for the statement."""
    return debate.is_for(question.options[option].means[0], question.about[0])


def which_acts(
    ask: Asking,
    acting: Mapping[str, list[str]],
    does: Callable[[str, str], bool],
    does_the_opposite: Callable[[str, str], bool],
) -> Iterator[Question | None]:
    """Yield for each statement the question which of some does something to it.

    What does the opposite as well, on another way, is not asked about; nor is what contradicts the statement, which is
    too plain.

    Args:
        ask: What questions are made with.
        acting: For each statement, what does it directly.
        does: Whether one does it to another on any way; what does not is a wrong option.
        does_the_opposite: Whether one does the opposite to another on any way.
    """
    debate = ask.debate
    for target in ask.shuffled(acting):
        if target not in debate.texts:
            continue
        for source in ask.shuffled(acting[target], target):
            if source not in debate.texts or debate.are_opposites(source, target) or does_the_opposite(source, target):
                continue
            but = [target, *debate.opposites(target)]
            wrong = ask.wrong(source, partial(_does_not, does, target), but=but)
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


def _does_not(does: Callable[[str, str], bool], target: str, name: str) -> bool:
    return not does(name, target)
