"""Which box does this speak against? The lines of objections are taken away; pupils say where each belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.exercises.boxes import Boxes, Link, boxes_of
from argmap.classroom.exercises.coding import coded, codes_of
from argmap.classroom.exercises.drawing import picture
from argmap.classroom.exercises.exercise import Exercise, made
from argmap.classroom.exercises.part import around, usable, without_loners
from argmap.classroom.exercises.printing import asked
from argmap.classroom.exercises.task import Task
from argmap.model import RelationKind

if TYPE_CHECKING:
    from argmap.classroom.exercises.setting import Setting
    from argmap.classroom.sheets.blocks import Block
    from argmap.classroom.sheets.look import Look
    from argmap.model import ArgumentMap

_FEWEST = 3
"""How many boxes there are to choose from at least."""


def make(m: ArgumentMap, setting: Setting) -> Exercise:
    """Return an exercise about what objections speak against.

    An objection is asked about where it speaks against one box and nothing else; the boxes to choose from are the
    others of the picture, but for those that it supports.
    """
    whole = usable(m)
    objections = [link for link in whole.links if _is_asked(whole, link)]
    if not objections:
        raise setting.lacks()
    start = setting.rng.choice(objections)
    part = without_loners(around(whole, (*start.sources, start.target), setting.size.boxes))
    links = [link for link in part.links if _is_asked(part, link) and len(_options(part, link)) >= _FEWEST]
    if not links:
        raise setting.lacks("few")
    links = setting.rng.sample(links, min(len(links), setting.size.tasks))
    codes = codes_of(part, setting.seed)
    tasks = [
        Task(
            prompt=setting.say("prompt", code=codes[link.sources[0]], text=part.text(link.sources[0])),
            answers=(codes[link.target],),
            options=tuple(sorted(codes[box] for box in _options(part, link))),
            about=(link.sources[0], link.target),
            form="gap",
            why=setting.say("why", code=codes[link.target], text=part.text(link.target)),
        )
        for link in links
    ]
    given = coded(part, codes, without=links)
    return made(setting, m, part.map, given, tasks, facts={"codes": codes})


def apply(exercise: Exercise, answers: tuple[tuple[str, ...], ...]) -> ArgumentMap:
    """Return the map with each objection where the answers put it."""
    part = boxes_of(exercise.map)
    ids = {code: box for box, code in exercise.facts["codes"].items()}
    asked_of = {task.about for task in exercise.tasks}
    kept = [link for link in part.links if not (_is_attack(link) and (link.sources[0], link.target) in asked_of)]
    new = [
        Link((task.about[0],), RelationKind.ATTACK, ids[answer])
        for task, given in zip(exercise.tasks, answers, strict=True)
        for answer in given
        if answer in ids
    ]
    return part.with_links([*kept, *new])


def blocks(exercise: Exercise, look: Look) -> tuple[Block, ...]:
    """Return the picture without the lines, and the tasks."""
    return (picture(exercise.given, look, exercise.language), *asked(exercise))


def _is_attack(link: Link) -> bool:
    return link.kind is RelationKind.ATTACK and len(link.sources) == 1 and not link.over


def _is_asked(part: Boxes, link: Link) -> bool:
    return (
        _is_attack(link)
        and sum(other.kind.is_negative for other in part.of(link.sources[0]) if link.sources[0] in other.sources) == 1
    )


def _options(part: Boxes, link: Link) -> list[str]:
    source = link.sources[0]
    helped = {other.target for other in part.links if source in other.sources and not other.kind.is_negative}
    opposed = {end for other in part.of(source) if other.kind.is_symmetric for end in (*other.sources, other.target)}
    return [
        box.id
        for box in part.boxes
        if box.id == link.target or (box.id != source and box.id not in helped and box.id not in opposed)
    ]
