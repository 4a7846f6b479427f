"""A quiz as a sheet to print. Its key is the same sheet with the right answers."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from argmap.classroom.quiz.formats.layout import LETTERS, labelled, pairs_of
from argmap.classroom.quiz.question import Form
from argmap.classroom.sheets.blocks import (
    Block,
    Choices,
    Fields,
    Gap,
    Heading,
    KeyOnly,
    Paragraph,
    Run,
    Sheet,
    Table,
    Together,
)
from argmap.language import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.classroom.quiz.question import Question, Quiz

_GAP = 4


def sheet_of(quiz: Quiz) -> Sheet:
    """Return a quiz as a sheet; ``sheet_of(quiz).key(...)`` is its key.

    Example:
        >>> import argmap.datasets
        >>> sheet_of(argmap.datasets.wet_street().quiz(3)).title
        'Quiz: Did it rain last night?'
    """
    words = Words(quiz.language)
    blocks: list[Block] = [Fields((words.say("quiz.fields.name"), words.say("quiz.fields.date")))]
    for number, question in enumerate(quiz.questions, 1):
        blocks.append(Together(tuple(_blocks(number, question, quiz.language))))
    footer = words.say("quiz.footer", map=quiz.map, seed=quiz.seed, version=version("argmap"))
    return Sheet("quiz", quiz.title, tuple(blocks), footer=footer, language=quiz.language)


def key_of_sheet(quiz: Quiz) -> Sheet:
    """Return the key of a quiz as a sheet."""
    return sheet_of(quiz).key(Words(quiz.language).say("quiz.key-of", title=quiz.title))


def _blocks(number: int, question: Question, language: str) -> Iterator[Block]:
    words = Words(language)
    yield Heading(words.say("quiz.question", number=number), 2)
    yield Paragraph((Run(question.text, bold=True),))
    for label, text in labelled(question, language):
        yield Paragraph((Run(f"{label}:", bold=True), f" {text}"))
    options = tuple(option.text for option in question.options)
    if question.form is Form.CHOICE:
        yield Choices(options, frozenset(question.right))
    elif question.form is Form.ORDERING:
        rows = tuple(
            ((Gap(str(question.right.index(place) + 1), _GAP),), option) for place, option in enumerate(options)
        )
        yield Table((words.say("quiz.number"), words.say("quiz.line.statement")), rows, (2, 9))
    else:
        pairs = pairs_of(question, language)
        rows = tuple(((Gap(LETTERS[place], _GAP),), item) for item, place in zip(pairs.items, pairs.right, strict=True))
        for letter, option in zip(LETTERS, options, strict=False):
            yield Paragraph((Run(letter, bold=True), f" {option}"))
        yield Table((words.say("quiz.letter"), words.say("quiz.line.statement")), rows, (2, 9))
    if question.explanation:
        yield KeyOnly((Paragraph(question.explanation),))
