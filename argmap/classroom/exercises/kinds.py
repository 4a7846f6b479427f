"""The kinds of exercises, in a plain table, and the calls that make one."""

from __future__ import annotations

import inspect
import random
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

from argmap.classroom.age import level_named
from argmap.classroom.exercises.setting import Setting
from argmap.errors import ArgmapError, UnknownNameError, nearest_or_all
from argmap.language import Words

if TYPE_CHECKING:
    from argmap.classroom.exercises.exercise import Exercise
    from argmap.classroom.sheets.blocks import Block
    from argmap.classroom.sheets.look import Look
    from argmap.model import ArgumentMap

KINDS = {
    "which_box": "argmap.classroom.exercises.which_box",
    "linked_or_convergent": "argmap.classroom.exercises.linked_or_convergent",
    "blanks": "argmap.classroom.exercises.blanks",
    "hidden_premise": "argmap.classroom.exercises.hidden_premise",
    "what_follows": "argmap.classroom.exercises.what_follows",
    "spot_the_flaw": "argmap.classroom.exercises.spot_the_flaw",
    "rank_by_strength": "argmap.classroom.exercises.rank_by_strength",
    "cards": "argmap.classroom.exercises.cards",
    "text_to_map": "argmap.classroom.exercises.text_to_map",
    "name_the_scheme": "argmap.classroom.exercises.name_the_scheme",
    "critical_question": "argmap.classroom.exercises.critical_question",
    "steelman": "argmap.classroom.exercises.steelman",
}
"""Where each kind lives, from reading a map to making one and arguing with it; a module is imported on first use."""


class Kind(Protocol):
    """What the module of a kind offers.

    Its words stand in ``[exercise.KIND]`` of the catalogue: ``title``, ``trains`` (what pupils learn by it, in a
    sentence), ``steps`` (the instructions, a list), ``lacks`` (a sentence on what a map lacks).
    """

    @staticmethod
    def make(m: ArgumentMap, setting: Setting, **options: Any) -> Exercise:
        """Return an exercise; `setting.rng` alone makes the choices. Raises `setting.lacks()`."""
        ...

    @staticmethod
    def apply(exercise: Exercise, answers: tuple[tuple[str, ...], ...]) -> ArgumentMap:
        """Return the map that `exercise.given` becomes by answers, given task by task."""
        ...

    @staticmethod
    def blocks(exercise: Exercise, look: Look) -> tuple[Block, ...]:
        """Return what stands below the instructions: pictures, and the tasks with their answers."""
        ...


class Offer(NamedTuple):
    """A kind, and whether a map has material for it.

    Attributes:
        kind: The name of the kind.
        title: What it is called on a sheet.
        trains: What pupils learn by it.
        why_not: A sentence that says what the map lacks; empty where it has all that is needed.
    """

    kind: str
    title: str
    trains: str
    why_not: str = ""


_GIVEN = ("m", "setting")
"""What every kind is given, and nobody chooses."""


def module_of(kind: str) -> Kind:
    """Return the module of a kind.

    Raises:
        UnknownNameError: There is no such kind; the message offers the nearest.

    Example:
        >>> module_of("which_boxes")
        Traceback (most recent call last):
            ...
        argmap.errors.UnknownNameError: There is no exercise of the kind 'which_boxes'. Did you mean 'which_box'?
    """
    name = kind.replace("-", "_")
    if name not in KINDS:
        raise UnknownNameError(f"There is no exercise of the kind {kind!r}.{nearest_or_all(name, list(KINDS))}")
    return cast("Kind", import_module(KINDS[name]))


def exercise(
    m: ArgumentMap, kind: str, *, seed: int = 0, level: str = "14-16", language: str | None = None, **options: Any
) -> Exercise:
    """Return an exercise made from a map. The map is not changed.

    Args:
        m: The map.
        kind: One of `KINDS`; hyphens are as good as underscores.
        seed: What every choice depends on: the same map with the same seed gives the same exercise.
        level: The age of the pupils, as for `argmap.classroom.age.level_named`: it says how much there is to look at,
            and whether there is help.
        language: The code of the language of the sheet; by default that of the map.
        **options: What the kind can be told; see the function ``make`` of its module.

    Raises:
        UnknownNameError: There is no such kind, level, language or option.
        NoMaterialError: The map has not what an exercise of this kind needs; the message says what.

    Example:
        >>> import argmap
        >>> made = exercise(argmap.datasets.wet_street(), "which_box", seed=1)
        >>> made.title, made.difficulty
        ('Which box does this speak against?', 1)
    """
    module = module_of(kind)
    age = level_named(level)
    known = {name: each for name, each in inspect.signature(module.make).parameters.items() if name not in _GIVEN}
    for option, value in options.items():
        if option not in known:
            hint = nearest_or_all(option, list(known)) if known else " It has none."
            raise UnknownNameError(f"Exercises of the kind {kind!r} have no option {option!r}.{hint}")
        if "bool" in str(known[option].annotation) and not isinstance(value, bool | None):
            raise UnknownNameError(f"The option {option!r} is yes or no (True or False in Python), not {value!r}.")
    name = kind.replace("-", "_")
    words = Words.asked(language, m.language)
    rng = random.Random(f"{name} {seed}")  # noqa: S311  # nothing here is a secret
    return module.make(m, Setting(name, seed, age, words, rng), **options)


def exercises(m: ArgumentMap, *, level: str = "14-16", language: str | None = None) -> tuple[Offer, ...]:
    """Return for every kind whether a map has material for it, and if not, what it lacks.

    Each kind is tried, with the seed 0.

    Raises:
        UnknownNameError: There is no such level or language.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap("Rain")
        >>> _ = m.claim("It rains")
        >>> any(offer.why_not == "" for offer in exercises(m))
        False
    """
    level_named(level)
    words = Words.asked(language, m.language)
    found = []
    for kind in KINDS:
        why_not = ""
        try:
            exercise(m, kind, level=level, language=language)
        except ArgmapError as error:  # mostly NoMaterialError; else an evaluation that takes too long, say
            why_not = str(error)
        title, trains = (words.say(f"exercise.{kind}.{key}") for key in ("title", "trains"))
        found.append(Offer(kind, title, trains, why_not))
    return tuple(found)
