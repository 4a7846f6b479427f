"""Questions for cross-examination: what the schemes of the other side leave open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.check.graph.questions import questions
from argmap.check.subject import Subject
from argmap.schemes import QuestionKind
from argmap.schemes.saying import said_question

if TYPE_CHECKING:
    from argmap.classroom.rounds.flow import Flow
    from argmap.model import ArgumentMap


class Ask(NamedTuple):
    """A question to ask.

    Attributes:
        question: The question.
        about: What to call the argument it is about.
        number: The number of that on the flow.
    """

    question: str
    about: str
    number: int


def questions_to(m: ArgumentMap, flow: Flow, side: str) -> list[Ask]:
    """Return what to ask a side of a round: the critical questions of its arguments that nothing in the map answers.

    First one question of each argument, then the second of each, and so on; of one argument first those that doubt a
    premise or what it takes for granted, as whoever put it forward has to answer these. Linear in the map.
    """
    asked = Subject(m).shared(questions)
    order = (QuestionKind.PREMISE, QuestionKind.ASSUMPTION, QuestionKind.EXCEPTION)
    found: list[tuple[int, int, Ask]] = []
    for entry in flow.entries():
        if entry.side != side:
            continue
        left = [each.question for each in asked.get(entry.id, ()) if not each.is_answered]
        left.sort(key=lambda question: order.index(question.kind))
        name = entry.point.title or entry.point.text
        found += [
            (turn, entry.number, Ask(said_question(one, flow.language).text, name, entry.number))
            for turn, one in enumerate(left)
        ]
    return [ask for _, _, ask in sorted(found)]
