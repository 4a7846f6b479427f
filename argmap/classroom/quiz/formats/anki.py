"""A deck for Anki, made by genanki. Notes, model and deck have fixed ids, so that an import changes what is there.

Anki changes a note only if it bears another time than the one that it has. So the time of a deck follows from what
stands in it: the same deck is the same file whenever it is made, and one that says something else bears another time.
"""

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
_TIME, _SPAN = 1_262_304_000, 315_532_800  # the start of 2010, and ten years in seconds
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
    said = hashlib.sha256()
    for question in quiz.questions:
        fields = [front(question, quiz.language), back(question, quiz.language), question.id]
        deck.add_note(genanki.Note(model=model, fields=fields, guid=question.id, tags=tags(question)))
        said.update(repr(fields).encode())
    time = float(_TIME + int.from_bytes(said.digest()[:8], "big") % _SPAN)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.apkg"
        genanki.Package(deck).write_to_file(str(path), timestamp=time)
        return repacked(path.read_bytes()), []
