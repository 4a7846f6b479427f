"""Linked or convergent: do these reasons need each other, or does each stand alone?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.exercises.boxes import Boxes, boxes_of
from argmap.classroom.exercises.coding import coded, codes_of
from argmap.classroom.exercises.exercise import Exercise, made
from argmap.classroom.exercises.part import ends_of, restricted, usable
from argmap.classroom.exercises.task import Task, letter
from argmap.classroom.sheets.blocks import Choices, Item, KeyOnly, Listing, Paragraph, Run, Together
from argmap.corpora.links import Link
from argmap.language import Words
from argmap.model import RelationKind

if TYPE_CHECKING:
    from argmap.classroom.exercises.setting import Setting
    from argmap.classroom.sheets.blocks import Block
    from argmap.classroom.sheets.look import Look
    from argmap.model import ArgumentMap

_SUPPORT = RelationKind.SUPPORT
_MOST = 3
"""How many reasons are asked about together."""


def make(m: ArgumentMap, setting: Setting) -> Exercise:
    """Return an exercise about whether reasons are linked; at least one set is, and one is not."""
    whole = usable(m)
    linked = [link for link in whole.links if link.kind is _SUPPORT and 1 < len(link.sources) <= _MOST]
    apart = _apart(whole, setting)
    if not linked or not apart:
        raise setting.lacks("no_linked" if not linked else "no_convergent")
    half = max(1, setting.size.tasks // 2)
    one = setting.rng.sample(linked, min(half, len(linked)))
    other = setting.rng.sample(apart, min(half, len(apart)))
    sets = [(*link.sources, link.target) for link in one]
    needed = {box for each in (*sets, *other) for box in each}
    ends = ends_of(whole)
    needed |= {box for link in whole.links if link.kind is _SUPPORT and needed & {*link.sources} for box in ends[link]}
    part = restricted(whole.map, needed)
    options = (setting.say("linked"), setting.say("convergent"))
    sets.extend(other)
    setting.rng.shuffle(sets)
    known = {link.meaning for link in linked}
    tasks = []
    for *reasons, target in sets:
        is_linked = Link(tuple(reasons), _SUPPORT, target).meaning in known
        listing = " ".join(f"({letter(place)}) {part.text(box)}" for place, box in enumerate(reasons))
        tasks.append(
            Task(
                prompt=setting.say("prompt", target=part.text(target), reasons=listing),
                answers=(options[0] if is_linked else options[1],),
                options=options,
                about=(*reasons, target),
                why=setting.say("why_linked" if is_linked else "why_convergent"),
            )
        )
    codes = codes_of(part, setting.seed)
    hidden = {link.meaning for link in one}
    given = coded(part, codes, links=[link for link in part.links if link.meaning not in hidden])
    return made(setting, m, part.map, given, tasks)


def apply(exercise: Exercise, answers: tuple[tuple[str, ...], ...]) -> ArgumentMap:
    """Return the map with the reasons linked as the answers say."""
    part = boxes_of(exercise.map)
    known = {link.meaning for link in part.links}
    links = {link.meaning: link for link in part.links}
    for task, given in zip(exercise.tasks, answers, strict=True):
        link = Link(task.about[:-1], _SUPPORT, task.about[-1])
        is_linked = given == (task.options[0],)
        if link.meaning in known and not is_linked:
            links.pop(link.meaning, None)
            singles = [Link((source,), _SUPPORT, link.target) for source in link.sources] if given else []
            links.update((single.meaning, single) for single in singles)
        elif link.meaning not in known and is_linked:
            links[link.meaning] = link
        elif not given:  # what nobody said of separate reasons is not known, either
            links = {each: kept for each, kept in links.items() if not _is_of(kept, link)}
    return part.with_links(list(links.values()))


def blocks(exercise: Exercise, look: Look) -> tuple[Block, ...]:  # noqa: ARG001  # there is no picture
    """Return the sets of reasons, each with its two answers."""
    words, m = Words(exercise.language), exercise.map
    texts = {box.id: boxes_of(m).text(box.id) for box in boxes_of(m).boxes}
    found = []
    for place, task in enumerate(exercise.tasks):
        *reasons, target = task.about
        found.append(
            Together(
                (
                    Paragraph(
                        (
                            Run(f"{place + 1}. ", bold=True),
                            words.say(f"exercise.{exercise.kind}.claim"),
                            " ",
                            Run(texts[target], bold=True),
                        )
                    ),
                    Listing(tuple(Item(texts[box]) for box in reasons)),
                    Choices(task.options, frozenset([task.options.index(task.answers[0])])),
                    KeyOnly((Paragraph(task.why),)),
                )
            )
        )
    return tuple(found)


def _is_of(link: Link, asked: Link) -> bool:
    return link.kind is _SUPPORT and link.target == asked.target and not {*link.sources}.isdisjoint(asked.sources)


def _apart(whole: Boxes, setting: Setting) -> list[tuple[str, ...]]:
    """Return sets of reasons for one claim of which no two stand in one argument, one set for each claim."""
    by_target: dict[str, list[Link]] = {}
    for link in whole.links:
        if link.kind is _SUPPORT:
            by_target.setdefault(link.target, []).append(link)
    found = []
    for target, links in by_target.items():
        chosen: list[str] = []
        for link in setting.rng.sample(links, len(links)):
            free = [source for source in link.sources if not any(_share(links, source, other) for other in chosen)]
            if free and len(chosen) < _MOST:
                chosen.append(setting.rng.choice(free))
        if len(set(chosen)) > 1:
            found.append((*chosen, target))
    return found


def _share(links: list[Link], one: str, other: str) -> bool:
    return one == other or any(one in link.sources and other in link.sources for link in links)
