"""Exercises made from a map, each with its key: one module a kind.

`kinds` lists them; `exercise` says what an exercise is. To add a kind, write a module with the two functions that
`kinds.Kind` describes, and enter it in `kinds.KINDS`.
"""

from __future__ import annotations

from argmap.classroom.exercises.exercise import Exercise
from argmap.classroom.exercises.kinds import KINDS, Offer, exercise, exercises
from argmap.classroom.exercises.lesson_set import lesson_set
from argmap.classroom.exercises.setting import LEVELS, NoMaterialError, Setting
from argmap.classroom.exercises.task import Task

__all__ = [
    "KINDS",
    "LEVELS",
    "Exercise",
    "NoMaterialError",
    "Offer",
    "Setting",
    "Task",
    "exercise",
    "exercises",
    "lesson_set",
]
