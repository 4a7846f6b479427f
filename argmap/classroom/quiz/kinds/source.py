"""Which source backs a statement? Right is the one that it cites; wrong are sources that it does not cite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.quiz.question import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.classroom.quiz.asking import Asking
    from argmap.classroom.quiz.debate import Debate
    from argmap.classroom.quiz.question import Question

BASE = 1


def questions(ask: Asking) -> Iterator[Question | None]:
    """Yield the questions of this kind: one for each statement that cites one of at least three sources."""
    debate = ask.debate
    titles = debate.source_titles
    if len(titles) < 3:
        return
    for name in ask.shuffled(debate.texts):
        cited = _cited(debate, name)
        if len(cited) == 1 and cited < titles.keys():
            (right,) = cited
            wrong = ask.shuffled([each for each in titles if each != right], name)[:3]
            options = {each: Statement(titles[each], (each,), is_quoted=False) for each in (right, *wrong)}
            yield ask.choice(
                (name,),
                [ask.line("statement", name)],
                options[right],
                [options[each] for each in wrong],
                ask.say("because", title=titles[right]),
                named=name,
            )


def fits(debate: Debate, question: Question, _item: int, option: int) -> bool:
    """Whether an option is a source that the statement cites."""
    return question.options[option].means[0] in _cited(debate, question.about[0])


def _cited(debate: Debate, name: str) -> set[str]:
    return {citation.source for citation in debate.map.citations(name)}
