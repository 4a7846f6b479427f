"""Saving a quiz in a format, and a printed one with its key beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from argmap.classroom.quiz.formats import format_named, format_of_path, writer_of
from argmap.errors import ArgmapError
from argmap.files.atomic import write_atomically

if TYPE_CHECKING:
    from argmap.classroom.quiz.question import Quiz
    from argmap.loss import Loss


def save(quiz: Quiz, path: str | Path, format: str | None = None, *, look: str | None = None) -> list[Loss]:  # noqa: A002  # the word users know
    """Write a quiz to a file.

    Args:
        quiz: The quiz.
        path: Where to. A printed sheet has its key beside it: that of ``quiz.pdf`` is ``quiz-key.pdf``.
        format: The name of a format; by default the ending of the path tells it.
        look: How a printed sheet looks, one of `argmap.classroom.sheets.look.LOOKS`.

    Returns:
        What the file does not hold.

    Raises:
        UnknownNameError: There is no such format or look.
        ArgmapError: A look is given for what is not printed.
        MissingExtraError: A package is needed that is not installed.
        WriteError: The file cannot be written.

    Example:
        >>> import argmap.datasets, tempfile
        >>> made = argmap.datasets.wet_street().quiz(4, kinds="order, target")
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     for loss in save(made, Path(folder) / "quiz.xml"):
        ...         print(loss.sentence)
        The file keeps the order to find as a question that matches statements with places. The format knows no \
questions of putting in order.
    """
    chosen = format_of_path(str(path)) if format is None else format_named(format)
    if chosen.sheet:
        _print(quiz, Path(path), look or "standard")
        return []
    if look is not None:
        raise ArgmapError(f"Only printed sheets have a look; {chosen.title} has none.")
    made, losses = writer_of(chosen).write(quiz)
    write_atomically(path, made)
    return losses


def key_path(path: Path) -> Path:
    """Return where the key of a printed quiz is written.

    Example:
        >>> key_path(Path("quiz.pdf")).name
        'quiz-key.pdf'
    """
    return path.with_name(f"{path.stem}-key{path.suffix}")


def _print(quiz: Quiz, path: Path, look: str) -> None:
    from argmap.classroom.quiz.formats.printable import key_of_sheet, sheet_of
    from argmap.classroom.sheets.look import look_named
    from argmap.classroom.sheets.writing import write

    chosen = look_named(look)
    write(sheet_of(quiz), path, chosen)
    write(key_of_sheet(quiz), key_path(path), chosen)
