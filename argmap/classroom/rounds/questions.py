"""Questions for cross-examination: what the schemes of the other side leave open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from argmap.check.letters import letters_of, meanings
from argmap.check.open_questions import State
from argmap.check.subject import Subject
from argmap.language import Words
from argmap.schemes import QuestionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.open_questions import OpenQuestion
    from argmap.classroom.rounds.flow import Flow
    from argmap.model import ArgumentMap

_LETTER = re.compile(r"\b[A-Z]\b")


class Ask(NamedTuple):
    """A question to ask.

    Attributes:
        question: The question, and what its letters stand for where it has some.
        about: What to call the argument it is about.
        number: The number of that on the flow.
    """

    question: str
    about: str
    number: int


def questions_to(m: ArgumentMap, flow: Flow, side: str) -> list[Ask]:
    """Return what to ask a side of a round: the critical questions of its arguments that nothing in the map answers.

    First those in plain words, then those that speak of their scheme in letters (“Can A be done?”): behind these stands
    what the letters are in the argument, or else the sentence of the scheme that has them. Of both, first one question
    of each argument, then the second of each, and so on; of one argument first those whose letters the map tells, and
    those that doubt a premise or what it takes for granted, as whoever put it forward has to answer these. Linear in
    the map.
    """
    subject, words = Subject(m), Words.of(flow.language)
    asked: dict[str, list[OpenQuestion]] = {}
    for each in m.open_questions(only_open=False, language=flow.language):
        if each.state is not State.ANSWERED:
            asked.setdefault(each.argument, []).append(each)
    order = (QuestionKind.PREMISE, QuestionKind.ASSUMPTION, QuestionKind.EXCEPTION)
    found: list[tuple[bool, int, int, Ask]] = []
    for entry in flow.entries():
        if entry.side != side:
            continue
        known = {each: meanings(subject, each.argument, each.scheme, each.question) for each in asked.get(entry.id, ())}
        left = sorted(known, key=lambda each: (known[each] is None, order.index(each.question.kind)))
        name = entry.point.title or entry.point.text
        for turn, each in enumerate(left):
            told = " ".join((each.question.text, *_told(each, known[each], words)))
            found.append((known[each] != (), turn, entry.number, Ask(told, name, entry.number)))
    return [ask for *_, ask in sorted(found)]


def _told(each: OpenQuestion, known: tuple[tuple[str, str], ...] | None, words: Words) -> Iterator[str]:
    """Yield what the letters of a question stand for; where the map does not tell, what its scheme says of them."""
    if known is not None:
        yield from (words.say("lesson.difficulty.stands", general=general, here=text) for general, text in known)
        return
    left = set(letters_of(each.question, each.scheme))
    while left:
        best = max((*each.scheme.premises, each.scheme.conclusion), key=lambda text: len(left & _in(text)))
        left -= _in(best)
        yield words.say("round.askPattern", text=best)


def _in(text: str) -> set[str]:
    return set(_LETTER.findall(text))
