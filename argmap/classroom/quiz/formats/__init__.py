"""The formats of schools: one module each, which offers ``write(quiz)``.

It returns the bytes of a file and what the file does not hold.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from argmap.errors import UnknownNameError, nearest_or_all

if TYPE_CHECKING:
    from argmap.classroom.quiz.question import Quiz
    from argmap.loss import Loss


class QuizFormat(NamedTuple):
    """A format.

    Attributes:
        name: Its name on the command line.
        title: Its name for people, with what reads it.
        suffixes: The endings of its files, the usual one first. Longer endings are looked for before shorter ones.
        limits: What it cannot hold, in a sentence; empty where it holds all.
        sheet: Whether it is printed: then there is a second file with the key.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    limits: str = ""
    sheet: bool = False


FORMATS = {
    each.name: each
    for each in (
        QuizFormat(
            "moodle",
            "Moodle XML (Moodle)",
            (".xml",),
            "Statements to put in order become a question that matches them with places.",
        ),
        QuizFormat(
            "gift",
            "GIFT (Moodle and others)",
            (".gift", ".gift.txt"),
            "Statements to put in order become a question that matches them with places.",
        ),
        QuizFormat(
            "qti12",
            "QTI 1.2 (Canvas and others)",
            (".zip", ".qti12.zip"),
            "Statements to put in order become a question that matches them with places.",
        ),
        QuizFormat(
            "qti21",
            "QTI 2.1 (TAO, OpenOlat, ILIAS, Blackboard and others)",
            (".qti21.zip",),
            "Explanations are for the teacher only.",
        ),
        QuizFormat(
            "kahoot",
            "spreadsheet for Kahoot!",
            (".xlsx",),
            "Only choices with up to four answers; 120 signs for a question and 75 for an answer; no explanations.",
        ),
        QuizFormat("anki", "Anki deck", (".apkg",)),
        QuizFormat("anki-tsv", "table for Anki", (".tsv", ".anki.txt")),
        QuizFormat("markdown", "Markdown", (".md",)),
        QuizFormat("printable", "printed sheet and its key", (".pdf", ".docx", ".html"), sheet=True),
        QuizFormat("json", "JSON for programs", (".json",)),
    )
}
"""The formats, by name."""

_MODULES = {"anki-tsv": "anki_table", "json": "data"}


class Writer(Protocol):
    """What a module of a format offers."""

    def write(self, quiz: Quiz) -> tuple[bytes, list[Loss]]:
        """Return the bytes of a file, and what it does not hold."""


def writer_of(chosen: QuizFormat) -> Writer:
    """Return the module of a format that is one file."""
    return cast("Writer", import_module(f"{__name__}.{_MODULES.get(chosen.name, chosen.name)}"))


def format_named(name: str) -> QuizFormat:
    """Return a format.

    Raises:
        UnknownNameError: There is no such format.

    Example:
        >>> format_named("gift").suffixes
        ('.gift', '.gift.txt')
        >>> format_named("moodel")
        Traceback (most recent call last):
            ...
        argmap.errors.UnknownNameError: There is no format 'moodel' for quizzes. Did you mean 'moodle'?
    """
    if name not in FORMATS:
        raise UnknownNameError(f"There is no format {name!r} for quizzes.{nearest_or_all(name, list(FORMATS))}")
    return FORMATS[name]


def format_of_path(path: str) -> QuizFormat:
    """Return the format that the ending of a path tells.

    Raises:
        UnknownNameError: It tells none.

    Example:
        >>> format_of_path("quiz.zip").name, format_of_path("quiz.QTI21.zip").name
        ('qti12', 'qti21')
    """
    endings = {suffix: each for each in FORMATS.values() for suffix in each.suffixes}
    for suffix in sorted(endings, key=len, reverse=True):
        if path.casefold().endswith(suffix):
            return endings[suffix]
    listed = ", ".join(sorted(endings))
    raise UnknownNameError(
        f"The ending of {path!r} tells no format for quizzes. Use one of {listed}, or name a format."
    )
