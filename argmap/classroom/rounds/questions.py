"""Questions for cross-examination: what the schemes of the other side leave open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.check.letters import letters_of
from argmap.check.open_questions import State
from argmap.schemes import QuestionKind, scheme_of

if TYPE_CHECKING:
    from argmap.check.open_questions import OpenQuestion
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

    First those in plain words, then those that speak of their scheme in letters (“Can A be done?”). Of both, first one
    question of each argument, then the second of each, and so on; of one argument first those that doubt a premise or
    what it takes for granted, as whoever put it forward has to answer these. Linear in the map.
    """
    asked: dict[str, list[OpenQuestion]] = {}
    for each in m.open_questions(only_open=False, language=flow.language):
        if each.state is not State.ANSWERED:
            asked.setdefault(each.argument, []).append(each)
    order = (QuestionKind.PREMISE, QuestionKind.ASSUMPTION, QuestionKind.EXCEPTION)
    found: list[tuple[bool, int, int, Ask]] = []
    for entry in flow.entries():
        if entry.side != side:
            continue
        left = [each.question for each in asked.get(entry.id, ())]
        left.sort(key=lambda question: order.index(question.kind))
        name = entry.point.title or entry.point.text
        found += [
            (bool(letters_of(one, scheme_of(one))), turn, entry.number, Ask(one.text, name, entry.number))
            for turn, one in enumerate(left)
        ]
    return [ask for *_, ask in sorted(found)]
