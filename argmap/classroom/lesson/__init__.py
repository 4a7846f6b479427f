"""A lesson from a map: its plan, what is printed and shown for it, and the folder with all of that."""

from __future__ import annotations

from argmap.classroom.age import LEVELS
from argmap.classroom.lesson.pack import Lesson, lesson
from argmap.classroom.lesson.plan import Phase, Plan, plan
from argmap.classroom.lesson.protocol import PROTOCOLS

__all__ = ["LEVELS", "PROTOCOLS", "Lesson", "Phase", "Plan", "lesson", "plan"]
