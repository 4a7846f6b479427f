"""From text to map: the sentences of a text are numbered; pupils say what each does, and draw the map."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.classroom.exercises import cards
from argmap.classroom.exercises.boxes import Boxes, boxes_of, copied
from argmap.classroom.exercises.cards import branch, table, tasks_of
from argmap.classroom.exercises.coding import GAP, coded
from argmap.classroom.exercises.drawing import picture
from argmap.classroom.exercises.exercise import Exercise, made
from argmap.classroom.exercises.part import TRIES, around, restricted, usable, without_loners
from argmap.classroom.exercises.quoting import places_in, sentences_of
from argmap.classroom.exercises.telling import told
from argmap.classroom.sheets.blocks import Heading, KeyOnly, Paragraph, Run
from argmap.language import Words
from argmap.model import ArgumentMap, Claim

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.classroom.exercises.setting import Setting
    from argmap.classroom.sheets.blocks import Block
    from argmap.classroom.sheets.look import Look

_CUT = ("", "[…]")
"""Stands for sentences of a reading that are far from those that are asked about."""


def make(m: ArgumentMap, setting: Setting, *, reading: str | None = None) -> Exercise:
    """Return a text and an empty map to fill.

    Args:
        m: The map.
        setting: The seed, the level and the words.
        reading: A text that claims of the map quote word for word. Its sentences are numbered, and each quotation is
            taken for the sentence it stands in; at least three claims that belong together have to quote it.
            Premises that do not quote it are left out. By default, the map is told in sentences of its own, in the
            order in which people argue: a claim, then the reasons for it and the objections to it.
    """
    whole = usable(m)
    if reading is not None:
        part, text, codes = _quoted(whole, reading, setting)
    else:
        part = branch(whole, setting)
        lines = told(part, setting)
        text = [(str(place + 1), line) for place, (_, line) in enumerate(lines)]
        codes = {box: str(place + 1) for place, (box, _) in enumerate(lines)}
    tasks = tasks_of(part, codes, setting)
    tasks.sort(key=lambda task: int(task.prompt))
    given = ArgumentMap.from_records(
        claims=[
            Claim(codes[box.id], part.text(box.id), codes[box.id])
            for box in sorted(part.boxes, key=lambda box: int(codes[box.id]))
        ]
    )
    facts = {"codes": codes, "text": [list(line) for line in text]}
    texts = [line for _, line in text]
    return made(setting, m, part.map, given, tasks, demand="build", facts=facts, texts=texts)


def apply(exercise: Exercise, answers: tuple[tuple[str, ...], ...]) -> ArgumentMap:
    """Return the map that the sentences make where the answers put them."""
    return cards.apply(exercise, answers)


def blocks(exercise: Exercise, look: Look) -> tuple[Block, ...]:
    """Return the text, the table, and the empty map; the key has the map in its place."""
    words, part, codes = Words(exercise.language), boxes_of(exercise.map), exercise.facts["codes"]
    text: list[str | Run] = []
    for number, line in exercise.facts["text"]:
        text.extend((Run(f"({number}) ", bold=True), f"{line} ") if number else (f"{line} ",))
    unnamed = {box.id: f"b{place}" for place, box in enumerate(sorted(part.boxes, key=lambda box: box.id))}
    empty = coded(part, unnamed, texts=dict.fromkeys(unnamed, GAP))
    bare = ArgumentMap.from_records(
        claims=[Claim(claim.id, claim.text) for claim in empty.claims],
        arguments=empty.arguments,
        relations=empty.relations,
    )
    full = picture(coded(part, codes), look, exercise.language)
    return (
        Heading(words.say("exercise.text_to_map.text")),
        Paragraph(tuple(text)),
        *table(exercise, words.say("exercise.text_to_map.sentence")),
        Heading(words.say("exercise.text_to_map.empty")),
        *picture(bare, look, exercise.language),
        KeyOnly((Heading(words.say("exercise.cards.map")), *full)),
    )


def _quoted(whole: Boxes, reading: str, setting: Setting) -> tuple[Boxes, list[tuple[str, str]], dict[str, str]]:
    """Return a part of the map whose claims all quote a text, the text around, and the numbers of its sentences."""
    sentences = sentences_of(reading, setting.words.code)
    places = places_in(whole, sentences)
    cited = restricted(_spoken(whole.map, places), places)
    targets = list(dict.fromkeys(link.target for link in cited.links if not link.kind.is_symmetric))
    setting.rng.shuffle(targets)
    for target in targets[:TRIES]:
        part = without_loners(around(cited, [target], setting.size.boxes))
        if len(part.boxes) > 2 and len(part.links) > 1:
            break
    else:
        raise setting.lacks("reading")
    at = sorted(places[box.id] for box in part.boxes)
    numbers = {place: str(number + 1) for number, place in enumerate(at)}
    codes = {box.id: numbers[places[box.id]] for box in part.boxes}
    text: list[tuple[str, str]] = []
    for place in range(at[0], at[-1] + 1):
        if not numbers.keys().isdisjoint((place - 1, place, place + 1)):
            text.append((numbers.get(place, ""), sentences[place]))
        elif text[-1] != _CUT:
            text.append(_CUT)
    return part, text, codes


def _spoken(m: ArgumentMap, places: Mapping[str, int]) -> ArgumentMap:
    """Return a map whose arguments have those premises alone that a text speaks of."""
    arguments = []
    for argument in m.arguments:
        steps = tuple(
            replace(step, premises=tuple(filter(places.__contains__, step.premises))) for step in argument.steps
        )
        if all(step.premises for step in steps):
            arguments.append(replace(argument, steps=steps))
    there = {record.id for record in (*m.claims, *arguments)}
    relations = [each for each in m.relations if each.source in there and each.target in there]
    return copied(m, arguments=arguments, relations=relations)
