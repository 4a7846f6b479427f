"""Answer the critical question: which question does the scheme of an argument raise, and what answers it?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.classroom.exercises.boxes import words_of
from argmap.classroom.exercises.exercise import Exercise, made
from argmap.classroom.exercises.part import LONGEST
from argmap.classroom.exercises.scheme_arguments import again, chosen_of, framed, given_of, part_of, told, unlike
from argmap.classroom.exercises.task import Task
from argmap.classroom.sheets.blocks import Choices, KeyOnly, Lines, Paragraph, Run, Together
from argmap.language import Words
from argmap.schemes import said

if TYPE_CHECKING:
    from argmap.classroom.exercises.scheme_arguments import Told
    from argmap.classroom.exercises.setting import Setting
    from argmap.classroom.sheets.blocks import Block
    from argmap.classroom.sheets.look import Look
    from argmap.model import ArgumentMap
    from argmap.schemes import CriticalQuestion, Scheme

_OPTIONS = 4
_MOST = 3
"""How many arguments are asked about: each is written about, which takes time."""
_LINES = 3
_LETTERS = re.compile(r"\b[A-Z]\b")


def make(m: ArgumentMap, setting: Setting) -> Exercise:
    """Return an exercise about the critical questions of arguments.

    For each argument pupils first find the question that its scheme raises, among those of schemes of other families
    at which nothing in it hints, and then answer it in their own words. The key has the answers that the map records
    (inline data ``answers``); where it has none, it says what a good answer does.

    Args:
        m: The map.
        setting: The seed, the level and the words.

    Raises:
        NoMaterialError: No argument of the map follows a scheme and is a reason for a claim.
    """
    found = told(m)
    if not found:
        raise setting.lacks()
    chosen = chosen_of(found, min(_MOST, setting.size.tasks), setting)
    tasks = []
    for each in chosen:
        scheme = said(each.scheme, setting.words.code)
        question, answered = _asked(m, each, setting)
        wrong = _others(m, each, scheme, setting)
        texts = [text for name in answered if 0 < len(text := words_of(m[name])) <= LONGEST]
        shown = {"name": scheme.name, "reasons": " ".join(each.reasons), "target": each.conclusion}
        tasks += [
            Task(
                prompt=setting.say("prompt", **shown),
                answers=(question.text,),
                options=tuple(sorted([question.text, *wrong])),
                about=(each.argument,),
                why=setting.say(f"why_{question.kind}"),
            ),
            Task(
                prompt=setting.say("answer"),
                answers=tuple(texts) or (setting.say(f"good_{question.kind}"),),
                about=(each.argument,),
                form="lines",
                is_open=True,
                lines=_LINES,
            ),
        ]
    part = part_of(m, chosen, {each.argument: each.scheme.id for each in chosen})
    return made(setting, m, part, given_of(m, chosen), tasks)


def apply(exercise: Exercise, answers: tuple[tuple[str, ...], ...]) -> ArgumentMap:
    """Return the map without the schemes of the arguments for which a question of another scheme is ticked."""
    named = {}
    for task, given in zip(exercise.tasks, answers, strict=True):
        scheme = again(exercise.map)[task.about[0]].scheme
        own = [question.text for question in said(scheme, exercise.language).questions]
        if task.options and len(given) == 1 and given[0] in own:
            named[task.about[0]] = scheme.id
    return part_of(exercise.map, again(exercise.map).values(), named)


def blocks(exercise: Exercise, look: Look) -> tuple[Block, ...]:  # noqa: ARG001  # there is no picture
    """Return each argument in a frame with its scheme, and the tasks below it."""
    words, arguments = Words(exercise.language), again(exercise.map)

    def say(key: str, **given: object) -> str:
        return words.say(f"exercise.critical_question.{key}", **given)

    found = []
    for place, (which, answer) in enumerate(zip(exercise.tasks[::2], exercise.tasks[1::2], strict=True), 1):
        each = arguments[which.about[0]]
        scheme = said(each.scheme, exercise.language)
        pattern = f"{' '.join(scheme.premises)} {say('so')} {scheme.conclusion}"
        about = Paragraph((Run(f"{say('scheme')} {scheme.name}. ", bold=True), pattern))
        found.append(
            Together(
                (
                    framed(each, say("argument", n=place), say("so"), about),
                    Paragraph(say("which")),
                    Choices(which.options, frozenset([which.options.index(which.answers[0])])),
                    KeyOnly((Paragraph(which.why),)),
                    Paragraph(answer.prompt),
                    Lines(answer.lines, answer.answers),
                )
            )
        )
    return tuple(found)


def _asked(m: ArgumentMap, each: Told, setting: Setting) -> tuple[CriticalQuestion, tuple[str, ...]]:
    """Return a question of an argument, and what answers it: one that is answered, or asked, where one is."""
    listed = list(m.open_questions(each.argument, only_open=False, language=setting.words.code))
    best = [each for each in listed if each.answers] or [each for each in listed if each.askers] or listed
    drawn = setting.rng.choice(best)
    return drawn.question, drawn.answers


def _others(m: ArgumentMap, each: Told, scheme: Scheme, setting: Setting) -> list[str]:
    """Return questions of other schemes that speak of nothing by a letter that the scheme does not have."""
    own = {question.text for question in scheme.questions}
    letters = _letters(*scheme.premises, scheme.conclusion)
    code = setting.words.code
    some = [question.text for other in unlike(m, each) for question in said(other, code).questions]
    every = list(dict.fromkeys(text for text in some if text not in own))
    near = [text for text in every if _letters(text) <= letters]
    return setting.rng.sample(near if len(near) >= _OPTIONS - 1 else every, _OPTIONS - 1)


def _letters(*texts: str) -> set[str]:
    return {letter for text in texts for letter in _LETTERS.findall(text)}
