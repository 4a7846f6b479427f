"""Which side says this? Right is the side of the claim or argument in the map.

What both sides grant, and what is in dispute, is not asked about.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from argmap.classroom.quiz.question import Statement
from argmap.classroom.quiz.showing import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.classroom.quiz.asking import Asking
    from argmap.classroom.quiz.debate import Debate
    from argmap.classroom.quiz.question import Question

BASE = 1
_GRANTED = ("conceded", "disputed")


def questions(ask: Asking) -> Iterator[Question | None]:
    """Yield the questions of this kind: one for each claim and argument of one side."""
    debate = ask.debate
    titles = debate.side_titles
    if not 2 <= len(titles) <= 4:
        return
    said = {folded(title) for title in titles.values()}
    by_side: dict[str, list[str]] = {}
    for name in ask.shuffled(debate.texts):
        by_side.setdefault(debate.map[name].side or "", []).append(name)
    by_side.pop("", None)
    for name in filter(None, (name for turn in zip_longest(*by_side.values()) for name in turn)):
        record = debate.map[name]
        if (
            record.side in titles
            and record.data.get("status") not in _GRANTED
            and folded(debate.texts[name]) not in said
        ):
            options = {each: Statement(title, (each,), is_quoted=False) for each, title in titles.items()}
            yield ask.choice(
                (name,),
                [ask.line("statement", name)],
                options[record.side],
                [option for each, option in options.items() if each != record.side],
                ask.say("because", title=titles[record.side]),
                named=name,
                fixed=[(each,) for each in titles],
            )


def fits(debate: Debate, question: Question, _item: int, option: int) -> bool:
    """Whether an option is the side of the statement."""
    return question.options[option].means == (debate.map[question.about[0]].side,)
