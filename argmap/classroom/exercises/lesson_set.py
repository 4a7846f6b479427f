"""A sensible choice of exercises for one lesson."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.exercises.kinds import KINDS, exercise
from argmap.classroom.exercises.setting import NoMaterialError

if TYPE_CHECKING:
    from argmap.classroom.exercises.exercise import Exercise
    from argmap.model import ArgumentMap

_ORDER = (
    "which_box",
    "linked_or_convergent",
    "blanks",
    "hidden_premise",
    "what_follows",
    "spot_the_flaw",
    "rank_by_strength",
    "cards",
    "text_to_map",
    "name_the_scheme",
    "critical_question",
    "steelman",
)
"""From reading a map to making one, and to arguing with it."""


def lesson_set(
    m: ArgumentMap, minutes: int = 45, level: str = "14-16", seed: int = 0, *, language: str | None = None
) -> tuple[Exercise, ...]:
    """Return exercises that fill a lesson, easier ones first.

    Kinds are taken in the order of reading a map, filling it in, building one, and arguing with it, as long as they
    fit into four fifths of the time; the rest is for handing out and talking over. So a short lesson gets the kinds
    that come first, and the seed shifts which of the later ones a longer lesson gets. What a map has no material for
    is passed over.

    Args:
        m: The map.
        minutes: How long the lesson is.
        level: The age of the pupils, as for `argmap.classroom.age.level_named`.
        seed: What every choice depends on.
        language: The code of the language of the sheets; by default that of the map.

    Raises:
        UnknownNameError: There is no such level.

    Example:
        >>> import argmap
        >>> made = lesson_set(argmap.datasets.school_uniforms(), minutes=45)
        >>> sum(each.minutes for each in made) <= 36
        True
    """
    left = minutes * 4 / 5
    first, later = list(_ORDER[:3]), list(_ORDER[3:])
    turn = seed % len(later)
    found = []
    for kind in (*first, *later[turn:], *later[:turn]):
        if kind not in KINDS:
            continue
        try:
            each = exercise(m, kind, seed=seed, level=level, language=language)
        except NoMaterialError:
            continue
        if each.minutes <= left:
            left -= each.minutes
            found.append(each)
    return tuple(sorted(found, key=lambda each: (each.difficulty, _ORDER.index(each.kind))))
