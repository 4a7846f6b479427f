"""JSON for programs: all that a quiz holds, with the ids of the claims and arguments of the map."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argmap.classroom.quiz.question import Quiz
    from argmap.loss import Loss


def write(quiz: Quiz) -> tuple[bytes, list[Loss]]:
    """Return the quiz as a file, and what that does not hold."""
    return (json.dumps(as_data(quiz), ensure_ascii=False, indent=2) + "\n").encode(), []


def as_data(quiz: Quiz) -> dict[str, Any]:
    """Return a quiz as plain data.

    Example:
        >>> import argmap.datasets
        >>> sorted(as_data(argmap.datasets.wet_street().quiz(1)))
        ['language', 'map', 'questions', 'seed', 'title']
    """
    return asdict(quiz)
