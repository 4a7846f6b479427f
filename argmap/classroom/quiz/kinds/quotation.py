"""Which statement does a quotation back?

Right is what cites it; wrong, what does not, and what is in no way tied to the right one by support.
A quotation that says the same as the statement would give it away.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from argmap.classroom.quiz.question import Line, Statement
from argmap.classroom.quiz.showing import folded, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.classroom.quiz.asking import Asking
    from argmap.classroom.quiz.debate import Debate
    from argmap.classroom.quiz.question import Question

BASE = 2


def questions(ask: Asking) -> Iterator[Question | None]:
    """Yield the questions of this kind: one for each quotation that one statement cites."""
    debate = ask.debate
    for quote, names in ask.shuffled(debate.quotations.items()):
        (right, *others) = names
        text = shown(quote)
        if others or right not in debate.texts or not text or folded(text) == folded(debate.texts[right]):
            continue
        wrong = ask.wrong(right, partial(_is_wrong, debate, right, quote))
        if len(wrong) >= 2:
            yield ask.choice(
                (right, quote),
                [Line(ask.common("line.quotation"), Statement(text, (quote,)))],
                ask.statement(right),
                [ask.statement(name) for name in wrong],
                ask.say("because", right=ask.quoted(right)),
            )


def fits(debate: Debate, question: Question, _item: int, option: int) -> bool:
    """Whether an option is backed by the quotation."""
    right, quote = question.about
    return not _is_wrong(debate, right, quote, question.options[option].means[0])


def _is_wrong(debate: Debate, right: str, quote: str, name: str) -> bool:
    # What speaks for a reason speaks for what the reason speaks for; and a premise is near to its neighbour.
    if name in debate.quotations.get(quote, ()):
        return False
    return not debate.is_for(right, name) and not debate.is_for(name, right)
