"""Rebuild the map from cards: cut out, sorted, and joined by connectors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.exercises.boxes import Boxes, boxes_of
from argmap.classroom.exercises.coding import coded, codes_of
from argmap.classroom.exercises.drawing import picture, under
from argmap.classroom.exercises.exercise import Exercise, made
from argmap.classroom.exercises.part import around, restricted, usable, without_loners
from argmap.classroom.exercises.placing import actors, connector, read, said
from argmap.classroom.exercises.task import Task
from argmap.classroom.sheets.blocks import Card, Cards, Gap, KeyOnly, Paragraph, Run, Table, Together
from argmap.language import Words
from argmap.model import ArgumentMap, Claim

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.classroom.exercises.setting import Setting
    from argmap.classroom.sheets.blocks import Block
    from argmap.classroom.sheets.look import Look
    from argmap.corpora.links import Link

_FEWEST = 4


def make(m: ArgumentMap, setting: Setting) -> Exercise:
    """Return cards, one for each box of a branch of the map, and a connector for each line."""
    part = branch(usable(m), setting)
    codes = codes_of(part, setting.seed)
    tasks = tasks_of(part, codes, setting)
    given = ArgumentMap.from_records(
        claims=sorted(
            (Claim(codes[box.id], part.text(box.id), codes[box.id]) for box in part.boxes), key=lambda card: card.id
        )
    )
    return made(setting, m, part.map, given, tasks, demand="build", facts={"codes": codes})


def apply(exercise: Exercise, answers: tuple[tuple[str, ...], ...]) -> ArgumentMap:
    """Return the map that the cards make where the answers put them.

    Cards that act together do so where each of them says it. A card of which nothing is said, or nothing that can be
    read, or what its fellows do not say, is not laid out.
    """
    part, words, codes = boxes_of(exercise.map), Words(exercise.language), exercise.facts["codes"]
    nothing = words.say("exercise.connector.nothing")
    said_by: dict[Link, set[str]] = {}
    lost = set()
    for task, given in zip(exercise.tasks, answers, strict=True):
        box = task.about[0]
        links = [read(line, box, codes, words) for line in given if line != nothing]
        if not given or None in links:
            lost.add(box)
        for link in filter(None, links):
            same = next((other for other in said_by if other.meaning == link.meaning), link)
            said_by.setdefault(same, set()).add(box)
    found = [link for link, boxes in said_by.items() if boxes >= set(actors(link))]
    lost.update(box for link, boxes in said_by.items() if link not in found for box in boxes)
    made = part.with_links(found)
    return made if not lost else restricted(made, {box.id for box in part.boxes} - lost).map


def blocks(exercise: Exercise, look: Look) -> tuple[Block, ...]:
    """Return the table to fill in, the picture for the key, and the cards to cut out."""
    words, part = Words(exercise.language), boxes_of(exercise.map)
    cards = [Card(claim.text, claim.id) for claim in exercise.given.claims]
    joining = sorted(connector(link.kind, words) for link in part.links)
    cards.extend(Card((word,)) for word in joining)
    whole = picture(coded(part, exercise.facts["codes"]), look, exercise.language)
    return (
        *table(exercise, words.say("exercise.cards.card")),
        KeyOnly((Together(under(words.say("exercise.cards.map"), whole, look)),)),
        Cards(tuple(cards), columns=2, rows=5),
    )


def table(exercise: Exercise, head: str) -> tuple[Block, ...]:
    """Return the table of what each card does, with room to write, and above it what its words mean."""
    words = Words(exercise.language)
    kinds = dict.fromkeys(link.kind for link in sorted(boxes_of(exercise.map).links, key=lambda link: link.kind))
    legend: list[str | Run] = [Run(words.say("exercise.connector.legend"), bold=True)]
    for kind in kinds:
        meaning = words.say(f"exercise.meaning.{kind.value}")
        legend.append(f" {words.say('exercise.connector.says', word=connector(kind, words), meaning=meaning)} ·")
    legend.append(f" “{words.say('exercise.connector.nothing')}”")
    rows = tuple(
        (task.prompt, (Gap("; ".join(task.answers), 40),))  # one gap, however many answers: their number tells nothing
        for task in exercise.tasks
    )
    columns = head, words.say("exercise.connector.head")
    return Paragraph(tuple(legend)), Table(columns, rows, (1.0, 4.0), 1.4)


def branch(whole: Boxes, setting: Setting) -> Boxes:
    """Return a branch of a map for cards: a box that others bear on, and what bears on it."""
    led_to = {link.target: None for link in whole.links if not link.kind.is_symmetric}
    if len(whole.boxes) <= setting.size.boxes:
        part = without_loners(whole)
    elif led_to:
        part = without_loners(around(whole, [setting.rng.choice(list(led_to))], setting.size.boxes))
    else:
        raise setting.lacks()
    if len(part.boxes) < _FEWEST or len(part.links) < 2:
        raise setting.lacks()
    return part


def tasks_of(part: Boxes, codes: Mapping[str, str], setting: Setting) -> list[Task]:
    """Return for each box the task to say what it does, in the order of the codes."""
    does: dict[str, list[str]] = {box.id: [] for box in part.boxes}
    for link in part.links:
        for source in actors(link):
            does[source].append(said(link, source, codes, setting.words))
    nothing = setting.words.say("exercise.connector.nothing")
    return [
        Task(
            prompt=codes[box],
            answers=tuple(dict.fromkeys(does[box])) or (nothing,),
            about=(box,),
            form="gap",
        )
        for box in sorted(does, key=lambda box: _order(codes[box]))
    ]


def _order(code: str) -> tuple[str, int]:
    letters = code.rstrip("0123456789")
    return letters, int(code[len(letters) :] or 0)
