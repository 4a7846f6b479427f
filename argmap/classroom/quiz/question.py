"""What a question is, and what a quiz is, apart from the formats of schools."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.loss import Loss
    from argmap.model import ArgumentMap


class Form(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    """One option is right."""
    MATCHING = "matching"
    """Each item belongs to one option, and each option to at most one item."""
    ORDERING = "ordering"
    """The options are put in order."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that a question shows.

    Attributes:
        text: What it says, on one line.
        means: What it stands for, for programs: the id of a claim or argument, a word such as ``support``, or the two
            ends and the kind of a relation.
        short: A shorter form for formats with little room: the title of the claim or argument; empty where it has
            none.
        is_quoted: Whether it is the words of a map, which stand in quotation marks where they are shown in a sentence.
    """

    text: str
    means: tuple[str, ...] = ()
    short: str = ""
    is_quoted: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """A statement below a question, with what it is there.

    Attributes:
        label: What it is, such as ``Objection``.
        statement: The statement; None for one that is missing on purpose.
    """

    label: str
    statement: Statement | None


@dataclass(frozen=True, slots=True)
class Question:
    """A question about a map, with its key.

    Attributes:
        id: Its kind and a number that depends on what it asks about, and on nothing else: the same question has the
            same id with every seed, in every format, and after claims were put in other words.
        kind: What kind of question, one of `argmap.classroom.quiz.KINDS`.
        form: How it is answered.
        name: What to call it in a bank of questions.
        text: What is asked.
        lines: What stands below that.
        options: What can be chosen.
        right: The positions in `options` that are right: one for a choice; for a matching question one for each
            item; for an ordering question all, in the right order.
        items: What is to be matched with options; only matching questions have any.
        explanation: Why the answer is right, to be shown after it was given.
        about: The ids of the claims and arguments that it is about.
        difficulty: How hard it is, from 1 to 5: see `argmap.classroom.quiz.levels`.
        branch: The id of what the branch of the map that it is about begins with.
    """

    id: str
    kind: str
    form: Form
    name: str
    text: str
    lines: tuple[Line, ...]
    options: tuple[Statement, ...]
    right: tuple[int, ...]
    items: tuple[Statement, ...] = ()
    explanation: str = ""
    about: tuple[str, ...] = ()
    difficulty: int = 1
    branch: str = ""

    @property
    def answer(self) -> Statement:
        """The right option of a choice, or the first one of another question."""
        return self.options[self.right[0]]


@dataclass(frozen=True, slots=True)
class Quiz:
    """Questions about a map.

    Attributes:
        title: What it is called.
        questions: The questions, easy ones first.
        seed: What the choice of questions and options depends on.
        map: The title of the map.
        language: The code of the language it is in.
    """

    title: str
    questions: tuple[Question, ...]
    seed: int
    map: str
    language: str = "en"

    def save(self, path: str | Path, format: str | None = None, **options: Any) -> list[Loss]:  # noqa: A002  # the word users know
        """Write the quiz to a file.

        Args:
            path: Where to.
            format: One of `argmap.classroom.quiz.FORMATS`; by default the ending of the path tells it.
            **options: What a format can be told: ``look`` for printed sheets.

        Returns:
            What the file does not hold.

        Raises:
            UnknownNameError: There is no such format, or none has this ending.
            WriteError: The file cannot be written.

        Example:
            >>> import argmap.datasets, pathlib, tempfile
            >>> made = argmap.datasets.phones_in_class().quiz(3)
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     made.save(pathlib.Path(folder) / "phones.gift")
            []
        """
        from argmap.classroom.quiz.saving import save

        return save(self, path, format, **options)

    def verify(self, m: ArgumentMap) -> None:
        """Make sure that each question has exactly one right answer.

        Args:
            m: The map that the quiz was made from.

        Raises:
            ArgmapError: A question has none or several, as after a change of the map; the message names it.

        Example:
            >>> import argmap.datasets
            >>> m = argmap.datasets.wet_street()
            >>> m.quiz(5).verify(m)
        """
        from argmap.classroom.quiz.verifying import verify_all

        verify_all(self, m)
