"""An exercise as a printed sheet, and its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.exercises.kinds import module_of
from argmap.classroom.exercises.task import letter
from argmap.classroom.sheets.blocks import (
    Box,
    Choices,
    Fields,
    Gap,
    Item,
    KeyOnly,
    Lines,
    Listing,
    Paragraph,
    Run,
    Sheet,
    Together,
)
from argmap.classroom.sheets.look import Look, look_named
from argmap.language import Words

if TYPE_CHECKING:
    from argmap.classroom.exercises.exercise import Exercise
    from argmap.classroom.exercises.task import Task
    from argmap.classroom.sheets.blocks import Block

_GAP = 20


def sheet(exercise: Exercise, look: str | Look) -> Sheet:
    """Return the sheet for the pupil; see `Exercise.sheet`."""
    chosen, words = _look(look), Words(exercise.language)
    return Sheet(
        name=f"exercise-{exercise.kind.replace('_', '-')}",
        title=exercise.title,
        blocks=(
            Fields((words.say("exercise.name"), words.say("exercise.date"))),
            Paragraph(_facts(exercise, words)),
            Listing(tuple(Item(line) for line in exercise.instructions), numbered=True),
            *module_of(exercise.kind).blocks(exercise, chosen),
        ),
        footer=words.say("exercise.footer", map=exercise.map_title, seed=exercise.seed).strip(" ·"),
        language=exercise.language,
    )


def key(exercise: Exercise, look: str | Look) -> Sheet:
    """Return the sheet for the teacher; see `Exercise.key`."""
    return sheet(exercise, look).key(Words(exercise.language).say("exercise.key", title=exercise.title))


def asked(exercise: Exercise) -> tuple[Block, ...]:
    """Return the tasks of an exercise one below the other, each with the room to answer it."""
    words = Words(exercise.language)
    codes = {claim.id for claim in exercise.given.claims}
    return tuple(_task(task, place + 1, words, codes) for place, task in enumerate(exercise.tasks))


def bank(exercise: Exercise) -> Block:
    """Return the frame with all that the gaps of an exercise can be filled with, each with its letter."""
    words = Words(exercise.language)
    options = dict.fromkeys(option for task in exercise.tasks for option in task.options)
    lines = [Paragraph((Run(f"{letter(place)}. ", bold=True), option)) for place, option in enumerate(options)]
    return Box(tuple(lines), words.say("exercise.bank"))


def _task(task: Task, number: int, words: Words, codes: set[str]) -> Block:
    prompt = (Run(f"{number}. ", bold=True), task.prompt)
    found: list[Block] = []
    if task.form in ("gap", "bank"):
        answers = task.answers
        if task.form == "bank":
            answers = tuple(letter(task.options.index(answer)) for answer in answers)
        gaps = [part for answer in answers for part in (" ", Gap(answer, _GAP))]
        found.append(Paragraph((*prompt, *gaps)))
    else:
        found.append(Paragraph(prompt))
        if task.form == "choose":
            right = frozenset(place for place, option in enumerate(task.options) if option in task.answers)
            found.append(Choices(task.options, right, are_codes=codes.issuperset(task.options)))
    if task.hint:
        found.append(Paragraph((Run(words.say("exercise.hint"), bold=True), f" {task.hint}")))
    if task.form == "lines":
        found.append(Lines(task.lines, task.answers))
    if task.why:
        found.append(KeyOnly((Paragraph(task.why),)))
    return Together(tuple(found))


def _facts(exercise: Exercise, words: Words) -> str:
    stars = "★" * exercise.difficulty + "☆" * (5 - exercise.difficulty)
    return words.say("exercise.facts", stars=stars, level=exercise.difficulty, minutes=exercise.minutes)


def _look(look: str | Look) -> Look:
    return look if isinstance(look, Look) else look_named(look)
