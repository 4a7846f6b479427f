"""What pupils will find hard in a map, and what they can do after a lesson with it: both are read off the map."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING

from argmap.check.letters import meanings
from argmap.check.subject import Subject
from argmap.classroom.lesson.points import said
from argmap.model import RelationKind
from argmap.model.records import Claim
from argmap.wording import joined, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.classroom.age import Level
    from argmap.classroom.lesson.choosing import Part
    from argmap.classroom.lesson.points import Point
    from argmap.language import Words

LONG = {"8-10": 14, "11-13": 18, "14-16": 22, "16-18": 26, "adult": 30}
"""From so many words on a sentence is long, by level."""

_MOST = 2  # of each sort: notes that list everything are not read
_MOST_AIMS = {"8-10": 3, "11-13": 4}


def name_of(point: Point) -> str:
    """Return what to call a point: its title, else its sentence, cut where it is long."""
    return point.title or shorten(point.text.rstrip("."), 70)


def aims(part: Part, level: Level, words: Words) -> tuple[str, ...]:
    """Return what pupils can do after the lesson: only what the part of the map that they work with gives rise to.

    Each continues “After this lesson pupils can”. The youngest have three at most, those of the second level four.

    Args:
        part: The part of the map.
        level: How old pupils are.
        words: The words of the language.
    """
    debate = part.debate
    points = [point for point in debate.walk() if point.kind is not None]
    number = min((len(camp.reasons) for camp in debate.camps if camp.reasons), default=0)
    objections = [point for camp in debate.camps for reason in camp.reasons for point in reason.objections]
    found = ["question" if debate.is_two_sided else "one-position"]
    if number:
        found.append("reasons" if debate.is_two_sided else "one-side-reasons")
    if objections:
        found.append("objections-young" if level.rank == 0 else "objections")
    if debate.is_two_sided:
        found.append("other-side")
    if any(objection.objections for objection in objections):
        found.append("replies")
    if level.rank and any(len(point.premises) > 1 for point in points):
        found.append("linked")
    if any(part.map.citations(part.map[name]) for point in points for name in point.ids):
        found.append("sources")
    if debate.between:
        found.append("between")
    return tuple(words.say(f"lesson.aim.{key}", n=number) for key in found[: _MOST_AIMS.get(level.stage, 7)])


def difficulties(part: Part, level: Level, words: Words) -> tuple[str, ...]:
    """Return what pupils may find hard in a part of a map, and what to ask then; two places of each sort at most.

    Claims that only count together; what speaks against a step and not against a claim; what speaks against one claim
    inside a reason; objections that nothing in the map answers; long sentences.

    Args:
        part: The part of the map.
        level: How old pupils are.
        words: The words of the language.
    """
    found = [
        *_first(_linked(part, words), 1),
        *_first(_undercuts(part, words)),
        *_first(_aimed_at_premises(part, words)),
        *_unanswered(part, words),
        *_first(_long(part, level, words)),
    ]
    if part.debate.is_two_sided:
        found.append(words.say("lesson.difficulty.vote"))
    return tuple(found) or (words.say("lesson.difficulty.nothing"),)


def _first(found: Iterator[str], most: int = _MOST) -> list[str]:
    return list(islice(found, most))


def _with_targets(part: Part) -> Iterator[tuple[Point, Point]]:
    """Yield each reason, objection and reply with what it stands below."""
    waiting = [(reason, above) for above in part.debate.theses for reason in above.below]
    at = 0
    while at < len(waiting):
        point, above = waiting[at]
        yield point, above
        waiting.extend((below, point) for below in point.below)
        at += 1


def _linked(part: Part, words: Words) -> Iterator[str]:
    for point, _ in _with_targets(part):
        if len(point.premises) > 1:
            yield words.say("lesson.difficulty.linked", title=name_of(point), n=len(point.premises))


def _undercuts(part: Part, words: Words) -> Iterator[str]:
    for point, above in _with_targets(part):
        if point.kind is RelationKind.UNDERCUT:
            yield words.say("lesson.difficulty.undercut", title=name_of(point), target=name_of(above))


def _aimed_at_premises(part: Part, words: Words) -> Iterator[str]:
    for point, above in _with_targets(part):
        if point.kind is not None and point.kind.is_negative and point.target in above.premises:
            text = said(part.map, part.map[point.target])
            yield words.say("lesson.difficulty.premise", title=name_of(point), target=name_of(above), text=text)


def _unanswered(part: Part, words: Words) -> Iterator[str]:
    unanswered = {record.id for record in part.map.unanswered()}
    titles = [
        words.say("lesson.difficulty.named", title=name_of(point))
        for point, _ in _with_targets(part)
        if point.kind is not None and point.kind.is_negative and not unanswered.isdisjoint((point.id, *point.ids))
    ][:_MOST]
    if titles:
        told = joined(titles, words.say("lesson.difficulty.or"))
        yield words.say("lesson.difficulty.unanswered", n=len(titles), titles=told)


def _long(part: Part, level: Level, words: Words) -> Iterator[str]:
    sentences = [said(part.map, record) for record in part.map if isinstance(record, Claim) and record.text]
    for text in sorted(sentences, key=lambda text: -len(text.split())):
        if len(text.split()) >= LONG[level.stage]:
            yield words.say("lesson.difficulty.long", n=len(text.split()), text=text)


def open_questions(part: Part, words: Words) -> tuple[tuple[str, str], ...]:
    """Return the critical questions that a part of a map leaves open: what each is about, and the question.

    Where a question speaks of its scheme in letters (“Can A be done?”), what these stand for is told after it; where
    the map does not tell that, the question is left out. One of each argument first, then the second of each.

    Args:
        part: The part of the map.
        words: The words of the language.
    """
    told = {point.id: name_of(point) for point in part.debate.walk()}
    subject = Subject(part.map)
    found: list[tuple[int, tuple[str, str]]] = []
    turns: Counter[str] = Counter()
    for each in part.map.open_questions(language=words.code):
        known = meanings(subject, each.argument, each.scheme, each.question) if each.argument in told else None
        if known is None:
            continue
        here = (words.say("lesson.difficulty.stands", general=general, here=text) for general, text in known)
        found.append((turns[each.argument], (told[each.argument], " ".join((each.question.text, *here)))))
        turns[each.argument] += 1
    return tuple(pair for _, pair in sorted(found, key=itemgetter(0)))
