"""Quizzes made from a map, in the formats of schools.

Every question has exactly one right answer. Wrong options come from the map: they are near to the right one, and no
way through the map makes them right, which is checked for each.

Example:
    >>> import argmap.datasets
    >>> made = quiz(argmap.datasets.phones_in_class(), 8, seed=1)
    >>> len(made.questions), all(verify(question, argmap.datasets.phones_in_class()) for question in made.questions)
    (8, True)
"""

from argmap.classroom.quiz.formats import FORMATS
from argmap.classroom.quiz.kinds import KINDS
from argmap.classroom.quiz.levels import LEVELS
from argmap.classroom.quiz.making import quiz
from argmap.classroom.quiz.question import Form, Line, Question, Quiz, Statement
from argmap.classroom.quiz.verifying import verify

__all__ = ["FORMATS", "KINDS", "LEVELS", "Form", "Line", "Question", "Quiz", "Statement", "quiz", "verify"]
