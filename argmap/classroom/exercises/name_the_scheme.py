"""Name the scheme: which common pattern does an argument follow?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.exercises.exercise import Exercise, made
from argmap.classroom.exercises.scheme_arguments import again, chosen_of, framed, given_of, part_of, told, unlike
from argmap.classroom.exercises.task import Task
from argmap.classroom.sheets.blocks import Box, Choices, KeyOnly, Paragraph, Run, Together
from argmap.language import Words
from argmap.schemes import said, scheme_named, schemes

if TYPE_CHECKING:
    from argmap.classroom.exercises.setting import Setting
    from argmap.classroom.sheets.blocks import Block
    from argmap.classroom.sheets.look import Look
    from argmap.model import ArgumentMap

_OPTIONS = 4
_MOST = 4
"""How many arguments are asked about at most, as all of them have to be read."""


def make(m: ArgumentMap, setting: Setting, *, table: bool | None = None) -> Exercise:
    """Return an exercise about which scheme arguments follow.

    The wrong options are schemes of other families at which no words of the argument hint.

    Args:
        m: The map.
        setting: The seed, the level and the words.
        table: Whether the schemes to choose from are explained above the arguments; by default as the level has help.

    Raises:
        NoMaterialError: No argument of the map follows a scheme and is a reason for a claim.
    """
    found = told(m)
    if not found:
        raise setting.lacks()
    has_table = setting.size.has_help if table is None else table
    chosen = chosen_of(found, min(_MOST, setting.size.tasks), setting)
    code = setting.words.code
    tasks: list[Task] = []
    offered: set[str] = set()
    for each in chosen:
        wrong = setting.rng.sample(unlike(m, each), _OPTIONS - 1)
        offered.update(scheme.id for scheme in (each.scheme, *wrong))
        own = said(each.scheme, code)
        names = [own.name, *(said(scheme, code).name for scheme in wrong)]
        tasks.append(
            Task(
                prompt=setting.say("prompt", reasons=" ".join(each.reasons), target=each.conclusion),
                answers=(own.name,),
                options=tuple(sorted(names, key=lambda name: (name.casefold(), name))),
                about=(each.argument,),
                why=setting.say("why", premises=" ".join(own.premises), conclusion=own.conclusion),
            )
        )
    listed = [said(scheme, code) for scheme in schemes() if has_table and scheme.id in offered]
    return made(
        setting,
        m,
        part_of(m, chosen, {each.argument: each.scheme.id for each in chosen}),
        given_of(m, chosen),
        tasks,
        has_help=has_table,
        facts={"table": [scheme.id for scheme in listed]},
        texts=[text for scheme in listed for text in (scheme.name, *scheme.premises, scheme.conclusion)],
    )


def apply(exercise: Exercise, answers: tuple[tuple[str, ...], ...]) -> ArgumentMap:
    """Return the map in which each argument names the scheme that the answers say."""
    ids = {said(scheme, exercise.language).name: scheme.id for scheme in schemes()}
    named = {
        task.about[0]: ids[given[0]]
        for task, given in zip(exercise.tasks, answers, strict=True)
        if len(given) == 1 and given[0] in ids
    }
    return part_of(exercise.map, again(exercise.map).values(), named)


def blocks(exercise: Exercise, look: Look) -> tuple[Block, ...]:  # noqa: ARG001  # there is no picture
    """Return the schemes to choose from, and each argument in a frame."""
    words, arguments = Words(exercise.language), again(exercise.map)

    def say(key: str, **given: object) -> str:
        return words.say(f"exercise.name_the_scheme.{key}", **given)

    listed = [said(scheme_named(name), exercise.language) for name in exercise.facts["table"]]
    found: list[Block] = []
    if listed:
        lines = [
            Paragraph((Run(f"{each.name}: ", bold=True), " ".join(each.premises), f" {say('so')} {each.conclusion}"))
            for each in sorted(listed, key=lambda scheme: (scheme.name.casefold(), scheme.name))
        ]
        found.append(Box(tuple(lines), words.say("exercise.bank")))
    for place, task in enumerate(exercise.tasks, 1):
        each = arguments[task.about[0]]
        choices = Choices(task.options, frozenset([task.options.index(task.answers[0])]))
        frame = framed(each, say("argument", n=place), say("so"))
        found.append(Together((frame, choices, KeyOnly((Paragraph(task.why),)))))
    return tuple(found)
