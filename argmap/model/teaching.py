"""Calls of a map for teaching with it, and for the work of several people on one map."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from argmap.model.container import Container

if TYPE_CHECKING:
    from pathlib import Path


class Teaching(Container):
    """The calls that teach with a map; a base of `ArgumentMap`, not used by itself.

    What they return comes from layers above this one, which are imported at the first call.
    """

    def open_questions(self, **options: Any) -> Any:
        """Return the critical questions of the map's schemes that nothing in it answers yet.

        Args:
            **options: As for `argmap.check.graph.questions.open_questions`.
        """
        return import_module("argmap.check.graph.questions").open_questions(self, **options)

    def exercise(self, kind: str, *, seed: int = 0, **options: Any) -> Any:
        """Return an exercise made from the map, with its key, as an `argmap.classroom.exercises.Exercise`.

        Args:
            kind: What kind of exercise, such as ``blanks``; `argmap.classroom.exercises.KINDS` lists them.
            seed: What every choice depends on: the same map with the same seed gives the same exercise.
            **options: What the kind can be told.

        Raises:
            UnknownNameError: There is no such kind.
            ArgmapError: The map has not what an exercise of this kind needs; the message says what.
        """
        return import_module("argmap.classroom.exercises").exercise(self, kind, seed=seed, **options)

    def quiz(self, count: int = 10, *, seed: int = 0, **options: Any) -> Any:
        """Return questions about the map, each with exactly one right answer, as an `argmap.classroom.quiz.Quiz`.

        Args:
            count: How many questions at most; there are fewer where the map has no material for more.
            seed: What every choice depends on: the same map with the same seed gives the same quiz.
            **options: As for `argmap.classroom.quiz.quiz`: ``kinds``, ``level``, ``language``.

        Raises:
            UnknownNameError: There is no such kind of question or level.
            ArgmapError: The map has no material for a question.

        Example:
            >>> import argmap
            >>> made = argmap.datasets.phones_in_class().quiz(5, seed=7, kinds=["answer"])
            >>> question = made.questions[0]
            >>> print(question.text, question.lines[0].statement.text)
            Which of these answers the objection? A phone that is switched off distracts nobody.
            >>> print(question.answer.text)
            Many pupils keep their phones switched on in their bags.
        """
        return import_module("argmap.classroom.quiz").quiz(self, count, seed=seed, **options)

    def flow(self, format: str = "pf", **options: Any) -> Any:  # noqa: A002
        """Return the map as the flow sheet of a round of debate, as an `argmap.classroom.rounds.Flow`.

        Args:
            format: The format of debate, such as ``policy``, ``pf`` or ``bp``.
            **options: As for `argmap.classroom.rounds.flow`.

        Raises:
            UnknownNameError: There is no such format.
        """
        return import_module("argmap.classroom.rounds").flow(self, format, **options)

    def lesson(self, folder: str | Path, **options: Any) -> Any:
        """Write a lesson with the map into a folder, and return what was written.

        Args:
            folder: Where to.
            **options: As for `argmap.classroom.lesson.lesson`: ``pupils``, ``minutes``, ``level``, ``format`` ...
        """
        return import_module("argmap.classroom.lesson").lesson(self, folder, **options)

    def compare(self, *keys: Any, **options: Any) -> Any:
        """Return how this map of a pupil stands to a key or several, as an `argmap.classroom.comparing.Comparison`.

        Args:
            *keys: Maps of a teacher; the one that the pupil's is nearest to counts.
            **options: As for `argmap.classroom.comparing.compare`.
        """
        return import_module("argmap.classroom.comparing").compare(self, *keys, **options)

    def diff(self, other: Any, **options: Any) -> Any:
        """Return what changed from this map to another one, as an `argmap.changes.Diff`.

        Args:
            other: The later map.
            **options: As for `argmap.changes.diff`.
        """
        return import_module("argmap.changes").diff(self, other, **options)
