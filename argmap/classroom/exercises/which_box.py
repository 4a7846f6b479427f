"""Which box does this speak against? The lines of objections are taken away; pupils say where each belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.exercises.boxes import Boxes, boxes_of
from argmap.classroom.exercises.coding import coded, codes_of
from argmap.classroom.exercises.drawing import with_picture
from argmap.classroom.exercises.exercise import Exercise, made
from argmap.classroom.exercises.part import TRIES, around, usable, without_loners
from argmap.classroom.exercises.printing import asked
from argmap.classroom.exercises.task import Task
from argmap.corpora.links import Link
from argmap.model import RelationKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.classroom.exercises.setting import Setting
    from argmap.classroom.sheets.blocks import Block
    from argmap.classroom.sheets.look import Look
    from argmap.model import ArgumentMap

_FEWEST = 3
_MOST = 5
"""How many boxes there are to choose from."""


def make(m: ArgumentMap, setting: Setting) -> Exercise:
    """Return an exercise about what objections speak against.

    An objection is asked about where it speaks against one box and nothing else. No box to choose from is right by
    another way: what its target leads to is left out, and so is all else that the objection leads to.
    """
    whole = usable(m)
    attacks = [link for link in whole.links if link.kind is RelationKind.ATTACK and _is_alone(whole, link)]
    if not attacks:
        raise setting.lacks()
    setting.rng.shuffle(attacks)
    known = set(attacks)
    for start in attacks[:TRIES]:
        part = without_loners(around(whole, (*start.sources, start.target), setting.size.boxes))
        links = [link for link in part.links if link in known and len(_options(part, link)) >= _FEWEST]
        if links:
            break
    else:
        raise setting.lacks("few")
    chosen = setting.rng.sample(links, min(len(links), setting.size.tasks))
    codes = codes_of(part, setting.seed)
    tasks = [_task(part, link, _drawn(part, link, setting), codes, setting) for link in chosen]
    given = coded(part, codes, links=[link for link in part.links if link not in chosen])
    return made(setting, m, part.map, given, tasks, facts={"codes": codes})


def make_links(m: ArgumentMap, setting: Setting, share: float | None = None) -> Exercise:
    """Return an exercise of the kind `blanks` in which boxes have lost their line, whatever it says.

    Args:
        m: The map.
        setting: The seed, the level and the words.
        share: Which part of the boxes with one line is asked about.
    """
    whole = usable(m)
    starts = [link for link in whole.links if _is_alone(whole, link)]
    setting.rng.shuffle(starts)
    for start in starts[:TRIES]:
        part = without_loners(around(whole, (*start.sources, start.target), setting.size.boxes))
        if len(part.boxes) >= _FEWEST:
            break
    else:
        raise setting.lacks("no_links")
    links = [link for link in part.links if link in starts]
    count = round(len(links) / 2) if share is None else round(share * len(links))
    chosen = setting.rng.sample(links, min(max(1, count), setting.size.tasks))
    codes = codes_of(part, setting.seed)
    tasks = [
        Task(
            prompt=setting.say(f"link_{link.kind.value}", code=codes[link.sources[0]], text=part.text(link.sources[0])),
            answers=(codes[link.target],),
            options=tuple(sorted(codes[box.id] for box in part.boxes if box.id != link.sources[0])),
            about=(link.sources[0], link.target),
            form="gap",
            why=part.text(link.target),
        )
        for link in chosen
    ]
    given = coded(part, codes, links=[link for link in part.links if link not in chosen])
    return made(
        setting, m, part.map, given, tasks, facts={"codes": codes, "blank": "links"}, demand="find", steps="link_steps"
    )


def apply(exercise: Exercise, answers: tuple[tuple[str, ...], ...]) -> ArgumentMap:
    """Return the map with each line where the answers put it."""
    part = boxes_of(exercise.map)
    ids = {code: box for box, code in exercise.facts["codes"].items()}
    asked_of = {task.about: given for task, given in zip(exercise.tasks, answers, strict=True)}
    links = []
    for link in part.links:
        given = asked_of.get((link.sources[0], link.target)) if _is_single(link) else None
        if given is None:
            links.append(link)
        else:
            found = [ids[code] for answer in given if (code := answer.partition(":")[0]) in ids]
            links.extend(Link(link.sources, link.kind, box) for box in found if box != link.sources[0])
    return part.with_links(links)


def blocks(exercise: Exercise, look: Look) -> tuple[Block, ...]:
    """Return the picture without the lines, and the tasks."""
    return with_picture(exercise.given, look, exercise.language, asked(exercise))


def _task(part: Boxes, link: Link, options: list[str], codes: Mapping[str, str], setting: Setting) -> Task:
    def shown(box: str) -> str:
        return f"{codes[box]}: {part.text(box)}"

    source = link.sources[0]
    return Task(
        prompt=setting.say("prompt", code=codes[source], text=part.text(source)),
        answers=(shown(link.target),),
        options=tuple(sorted(map(shown, options))),
        about=(source, link.target),
    )


def _drawn(part: Boxes, link: Link, setting: Setting) -> list[str]:
    others = [box for box in _options(part, link) if box != link.target]
    return [link.target, *setting.rng.sample(others, min(_MOST - 1, len(others)))]


def _is_single(link: Link) -> bool:
    return len(link.sources) == 1 and not link.over and not link.kind.is_symmetric


def _is_alone(part: Boxes, link: Link) -> bool:
    """Whether a box does one thing alone, and this is it."""
    return _is_single(link) and sum(link.sources[0] in other.sources for other in part.of(link.sources[0])) == 1


def _options(part: Boxes, link: Link) -> list[str]:
    """Return the boxes that can be offered beside the right one."""
    ahead: dict[str, list[str]] = {}
    for other in part.links:
        for source in other.sources:
            ahead.setdefault(source, []).append(other.target)
        if other.kind.is_symmetric:
            ahead.setdefault(other.target, []).append(other.sources[0])
    reached, waiting = {link.sources[0]}, [link.sources[0]]
    while waiting:
        for target in ahead.get(waiting.pop(), ()):
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    return [box.id for box in part.boxes if box.id == link.target or box.id not in reached]
