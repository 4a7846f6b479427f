"""Blanks in the signs of lines: does a box speak for another, or against it? A form of the kind `blanks`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from argmap.classroom.exercises.boxes import Boxes, boxes_of
from argmap.classroom.exercises.coding import coded, codes_of
from argmap.classroom.exercises.drawing import listed, with_picture
from argmap.classroom.exercises.exercise import Exercise, made
from argmap.classroom.exercises.part import TRIES, around, usable, without_loners
from argmap.classroom.exercises.printing import asked
from argmap.classroom.exercises.task import Task
from argmap.corpora.links import Link
from argmap.language import Words
from argmap.model import RelationKind

if TYPE_CHECKING:
    from argmap.classroom.exercises.setting import Setting
    from argmap.classroom.sheets.blocks import Block
    from argmap.classroom.sheets.look import Look
    from argmap.model import ArgumentMap

_KINDS = (RelationKind.SUPPORT, RelationKind.ATTACK, RelationKind.UNDERCUT)


def make(m: ArgumentMap, setting: Setting, share: float | None = None) -> Exercise:
    """Return an exercise about the signs of lines; there are lines of two signs at least.

    Args:
        m: The map.
        setting: The seed, the level and the words.
        share: Which part of the lines is asked about.
    """
    whole = usable(m)
    against = [link for link in _asked(whole) if link.kind is not RelationKind.SUPPORT]
    if not against:
        raise setting.lacks("no_signs")
    setting.rng.shuffle(against)
    for start in against[:TRIES]:
        part = without_loners(around(whole, (*start.sources, start.target, *start.over), setting.size.boxes))
        links = _asked(part)
        if len({link.kind for link in links}) > 1:
            break
    else:
        raise setting.lacks("no_signs")
    count = len(links) if share is None else max(1, round(share * len(links)))
    chosen = setting.rng.sample(links, min(count, setting.size.tasks, len(links)))
    codes = codes_of(part, setting.seed)
    kinds = [kind for kind in _KINDS if any(link.kind is kind for link in links)]
    options = tuple(setting.say(kind.value) for kind in kinds)
    tasks = [
        Task(
            prompt=setting.say(
                "sign_prompt",
                sources=listed([codes[source] for source in link.sources], setting.words),
                target=codes[link.target],
            ),
            answers=(setting.say(link.kind.value),),
            options=options,
            about=(*link.sources, link.target),
        )
        for link in chosen
    ]
    shown = [link for link in part.links if link not in chosen]
    given = coded(part, codes, links=shown)
    facts = {"codes": codes, "blank": "signs"}
    return made(setting, m, part.map, given, tasks, facts=facts, steps="sign_steps")


def apply(exercise: Exercise, answers: tuple[tuple[str, ...], ...]) -> ArgumentMap:
    """Return the map with each line as the answers sign it; a line without an answer is left out."""
    part, words = boxes_of(exercise.map), Words(exercise.language)
    kinds = {words.say(f"exercise.blanks.{kind.value}"): kind for kind in _KINDS}
    signs = {task.about: given for task, given in zip(exercise.tasks, answers, strict=True)}
    links = []
    for link in part.links:
        given = signs.get((*link.sources, link.target))
        if given is None or link.kind.is_symmetric:
            links.append(link)
        elif given and given[0] in kinds:
            kind = kinds[given[0]]
            links.append(link if kind is link.kind else Link(link.sources, kind, link.target))
    return part.with_links(links)


def blocks(exercise: Exercise, look: Look) -> tuple[Block, ...]:
    """Return the picture, in which no line has a sign, and the tasks."""
    part = boxes_of(exercise.map)
    whole = coded(part, exercise.facts["codes"])
    return with_picture(whole, look, exercise.language, asked(exercise), with_signs=False)


def _asked(part: Boxes) -> list[Link]:
    """Return the links whose ends no other link has: what a line between them says is not to be taken for another."""
    ends = Counter(frozenset((*link.sources, link.target)) for link in part.links)
    return [link for link in part.links if link.kind in _KINDS and ends[frozenset((*link.sources, link.target))] == 1]
