"""Whether each question of a quiz has exactly one right answer, by the definition of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.quiz.debate import Debate
from argmap.classroom.quiz.kinds import kind_named
from argmap.classroom.quiz.question import Form, Question, Quiz
from argmap.errors import ArgmapError, UnknownNameError

if TYPE_CHECKING:
    from argmap.model import ArgumentMap


def verify(question: Question, m: ArgumentMap) -> bool:
    """Return whether exactly one answer to a question is right, and whether it is the one in the key.

    Args:
        question: The question.
        m: The map that it is about.

    Complexity:
        Linear in the map.

    Example:
        >>> import argmap.datasets
        >>> m = argmap.datasets.wet_street()
        >>> all(verify(question, m) for question in m.quiz(5).questions)
        True
    """
    return is_sound(question, Debate(m))


def verify_all(quiz: Quiz, m: ArgumentMap) -> None:
    """Make sure that each question of a quiz has exactly one right answer.

    Raises:
        ArgmapError: A question has none or several; the message names it.
    """
    debate = Debate(m)
    for number, question in enumerate(quiz.questions, 1):
        if not is_sound(question, debate):
            raise ArgmapError(
                f"Question {number} ({question.id}) does not fit the map any more: not exactly one of its answers is "
                "right. Make the quiz again from the map as it is now."
            )


def is_sound(question: Question, debate: Debate) -> bool:
    """Return what `verify` does, for a map whose facts are gathered already."""
    kind = kind_named(question.kind)
    places = range(len(question.options))
    try:
        if question.form is Form.ORDERING:
            follows = {
                (before, after)
                for before in places
                for after in places
                if before != after and kind.fits(debate, question, before, after)
            }
            # What follows what is one chain, so there is no second order.
            chain = set(zip(question.right, question.right[1:], strict=False))
            return follows == chain and sorted(question.right) == list(places)
        items = range(len(question.items)) if question.form is Form.MATCHING else range(1)
        right = [[place for place in places if kind.fits(debate, question, item, place)] for item in items]
    except UnknownNameError:
        return False  # the map has lost what the question is about
    return right == [[place] for place in question.right] and len(set(question.right)) == len(question.right)
