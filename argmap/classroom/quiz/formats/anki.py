"""A deck for Anki, made by genanki. Notes, model and deck have fixed ids, so that an import changes what is there."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.classroom.extra import needed
from argmap.classroom.packing import repacked
from argmap.classroom.quiz.formats.cards import back, front, tags

if TYPE_CHECKING:
    from argmap.classroom.quiz.question import Quiz
    from argmap.loss import Loss

MODEL_ID = 1_764_380_001
"""Of the kind of note; it must never change."""
_TIME = 1_577_836_800.0  # the start of 2020: the same deck is the same file whenever it is made
_CSS = (
    ".card { font-family: sans-serif; font-size: 20px; text-align: left; line-height: 1.4; max-width: 40em;"
    " margin: auto; }"
    " li { margin: 0.3em 0; }"
)


def write(quiz: Quiz) -> tuple[bytes, list[Loss]]:
    """Return the quiz as a file, and what that does not hold.

    Raises:
        MissingExtraError: genanki is not installed.
    """
    genanki = needed("genanki", "Decks for Anki")
    model = genanki.Model(
        MODEL_ID,
        "argmap quiz",
        fields=[{"name": "Question"}, {"name": "Answer"}, {"name": "Id"}],
        templates=[{"name": "Card 1", "qfmt": "{{Question}}", "afmt": "{{FrontSide}}<hr id=answer>{{Answer}}"}],
        css=_CSS,
    )
    digest = hashlib.sha256(quiz.map.encode()).digest()
    # Two colons would part a deck from one within it.
    deck = genanki.Deck((1 << 30) + int.from_bytes(digest[:4], "big") % (1 << 30), quiz.title.replace("::", ": :"))
    for question in quiz.questions:
        fields = [front(question, quiz.language), back(question, quiz.language), question.id]
        deck.add_note(genanki.Note(model=model, fields=fields, guid=question.id, tags=tags(question)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.apkg"
        genanki.Package(deck).write_to_file(str(path), timestamp=_TIME)
        return repacked(path.read_bytes()), []
