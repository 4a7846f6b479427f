"""`Exercise`: what a pupil is given and asked, the key, and what becomes of the map by the answers."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

from argmap.classroom.exercises.difficulty import demand_of, difficulty, minutes
from argmap.classroom.exercises.task import Answer, Task
from argmap.language import ENGLISH, Words
from argmap.model import ArgumentMap

if TYPE_CHECKING:
    from argmap.classroom.exercises.setting import Setting
    from argmap.classroom.sheets.blocks import Sheet
    from argmap.classroom.sheets.look import Look

Answers = Mapping[int, Answer] | Sequence[Answer]
"""Answers in the order of the tasks, or by the place of the task, from 0; what is left out is not answered."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """An exercise with its key.

    Attributes:
        kind: The kind, one of `KINDS`.
        title: What stands on top of the sheet.
        instructions: What the pupil does, step by step.
        tasks: What is asked, and what is right.
        map: The part of the map that the exercise is about.
        given: The map that the pupil is given: what is asked for is not in it, under no name.
        difficulty: From 1 (easy) to 5; see `argmap.classroom.exercises.difficulty`.
        minutes: How long it takes; see there.
        level: How old the pupils are, such as ``14-16``.
        seed: What all choices depended on.
        map_title: The title of the whole map.
        language: The code of the language of the sheet.
        facts: What else the kind needs to know of it, as JSON can hold it.

    Example:
        >>> import argmap
        >>> uniforms = argmap.datasets.school_uniforms()
        >>> made = uniforms.exercise("blanks", seed=3)
        >>> made.apply() == made.map
        True
        >>> made.score([task.answers for task in made.tasks]) == (True,) * len(made.tasks)
        True
    """

    kind: str
    title: str
    instructions: tuple[str, ...]
    tasks: tuple[Task, ...]
    map: ArgumentMap
    given: ArgumentMap
    difficulty: int
    minutes: int
    level: str
    seed: int
    map_title: str = ""
    language: str = "en"
    facts: Mapping[str, Any] = field(default_factory=dict)

    __hash__ = None  # type: ignore[assignment]  # a map can change

    @property
    def answers(self) -> tuple[tuple[str, ...], ...]:
        """The key: what is right, task by task."""
        return tuple(task.answers for task in self.tasks)

    def answered(self, answers: Answers | None = None) -> tuple[tuple[str, ...], ...]:
        """Return answers task by task, each in the wording of the key where it means that; the key if none are given.

        A task that is not answered has an empty tuple.
        """
        if answers is None:
            return self.answers
        by_place = answers if isinstance(answers, Mapping) else dict(enumerate(answers))
        return tuple(task.given(by_place.get(place, ())) for place, task in enumerate(self.tasks))

    def apply(self, answers: Answers | None = None) -> ArgumentMap:
        """Return the map that what is given becomes by answers; by the key, that is the map of the exercise again.

        A kind that takes nothing out of the map, but asks about it, works each answer out anew, in another way than
        the key was made; what an answer that disagrees is about is left out of the map that is returned. So for every
        kind: the map comes back if, and only if, the answers say what it says.

        Args:
            answers: What a pupil answered; by default the key.

        Example:
            >>> import argmap
            >>> made = argmap.datasets.wet_street().exercise("which_box")
            >>> made.apply() == made.map, made.apply([]) == made.map
            (True, False)
        """
        from argmap.classroom.exercises.kinds import module_of

        return module_of(self.kind).apply(self, self.answered(answers))

    def score(self, answers: Answers) -> tuple[bool | None, ...]:
        """Return for each task whether it is answered right; None where a person has to look.

        Args:
            answers: What a pupil answered.
        """
        found = self.answered(answers)
        return tuple(task.is_right(given) if given else False for task, given in zip(self.tasks, found, strict=True))

    def sheet(self, look: str | Look = "standard") -> Sheet:
        """Return the sheet for the pupil.

        Args:
            look: A look, or its name, one of `argmap.classroom.sheets.look.LOOKS`; pictures are drawn for it.

        Raises:
            UnknownNameError: There is no such look.
        """
        from argmap.classroom.exercises.printing import sheet

        return sheet(self, look)

    def key(self, look: str | Look = "standard") -> Sheet:
        """Return the sheet for the teacher: the same, with the answers in their places.

        Args:
            look: As for `sheet`.

        Raises:
            UnknownNameError: There is no such look.
        """
        from argmap.classroom.exercises.printing import key

        return key(self, look)

    def to_data(self) -> dict[str, Any]:
        """Return it as plain data that JSON can hold, with the key. `from_data` makes an exercise of it again."""
        found = {name: getattr(self, name) for name in self.__slots__ if name not in ("tasks", "map", "given")}
        found["instructions"] = list(self.instructions)
        found["facts"] = dict(self.facts)
        found["tasks"] = [task.to_data() for task in self.tasks]
        found["map"] = json.loads(self.map.to_json())
        found["given"] = json.loads(self.given.to_json())
        return found

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """Return the exercise that `to_data` made plain data of.

        Example:
            >>> import argmap
            >>> made = argmap.datasets.wet_street().exercise("which_box")
            >>> Exercise.from_data(made.to_data()) == made
            True
        """
        tasks = tuple(Task.from_data(task) for task in data["tasks"])
        maps = {name: ArgumentMap.from_json(json.dumps(data[name])) for name in ("map", "given")}
        return cls(**{**data, **maps, "tasks": tasks, "instructions": tuple(data["instructions"])})


def made(
    setting: Setting,
    whole: ArgumentMap,
    part: ArgumentMap,
    given: ArgumentMap,
    tasks: Sequence[Task],
    *,
    demand: str | None = None,
    has_help: bool = False,
    facts: Mapping[str, Any] | None = None,
    steps: str = "steps",
    texts: Sequence[str] = (),
) -> Exercise:
    """Return an exercise of a kind, with the words, the difficulty and the time that go with it.

    Args:
        setting: What the maker was told.
        whole: The whole map.
        part: The part of it that the exercise is about.
        given: What the pupil is given of that.
        tasks: What is asked.
        demand: What is asked for at most, one of `DEMANDS`; by default the tasks tell.
        has_help: Whether there is a word bank, or hints.
        facts: What else the kind needs to know.
        steps: Where the instructions stand, below ``exercise.KIND``.
        texts: What else there is to read on the sheet.
    """
    boxes = len(given.claims)
    read = [
        *(record.text for record in given.claims),
        *(part for task in tasks for part in (task.prompt, *(task.options if task.form == "choose" else ()))),
        *texts,
    ]
    return Exercise(
        kind=setting.kind,
        title=setting.say("title"),
        instructions=tuple(
            setting.say(f"{steps}.{number}") for number in Words(ENGLISH).known(f"exercise.{setting.kind}.{steps}")
        ),
        tasks=tuple(tasks),
        map=part,
        given=given,
        difficulty=difficulty(demand or demand_of(tasks, boxes), boxes, len(tasks), has_help=has_help),
        minutes=minutes(read, tasks, setting.size.pace),
        level=setting.level.name,
        seed=setting.seed,
        map_title=whole.title,
        language=setting.words.code,
        facts=dict(facts or {}),
    )
