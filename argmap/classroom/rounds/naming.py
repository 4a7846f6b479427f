"""What formats, sides, speeches and marks are called, in the language of a flow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.language import Words

if TYPE_CHECKING:
    from argmap.classroom.rounds.entries import Entry
    from argmap.classroom.rounds.formats import Format, Speech


class Names:
    """The words of a round in one language.

    Args:
        language: The code of the language.
        format: The format of debate.

    Attributes:
        words: The catalogue.

    Example:
        >>> from argmap.classroom.rounds import format_named
        >>> names = Names("en", format_named("ld"))
        >>> names.side("negative"), names.speech(names.format.speeches[0]), names.minutes(4.5)
        ('Negative', 'Affirmative constructive', '4:30')
    """

    def __init__(self, language: str, format: Format) -> None:  # noqa: A002
        self.words = Words.of(language)
        self.format = format

    def say(self, key: str, /, **given: object) -> str:
        """Return words of the section of rounds."""
        return self.words.say(f"round.{key}", **given)

    def side(self, side: str) -> str:
        """Return the name of a side."""
        return self.say(f"sides.{side}")

    def team(self, speech: Speech) -> str:
        """Return the name of the team, or side, that gives a speech; of both sides for a crossfire."""
        if speech.team:
            return self.say(f"teams.{speech.team}")
        return self.side(speech.side) if speech.side else " + ".join(map(self.side, self.format.sides))

    def speech(self, speech: Speech) -> str:
        """Return the name of a speech."""
        return self.say(f"speeches.{self.format.id}.{speech.code}")

    def minutes(self, minutes: float) -> str:
        """Return a time as minutes and seconds."""
        seconds = round(minutes * 60)
        return f"{seconds // 60}:{seconds % 60:02}"

    def letters(self, entry: Entry) -> str:
        """Return the letters of what became of a point, in brackets; nothing where there is nothing to say."""
        marks = ", ".join(self.say(f"marks.{mark}") for mark in entry.marks)
        return f"[{marks}]" if marks else ""

    def codes(self) -> str:
        """Return what the codes of the speeches that have a column stand for."""
        return "; ".join(f"{speech.code}: {self.speech(speech)}" for speech in self.format.columns) + "."

    def key(self) -> str:
        """Return what the letters stand for."""
        marks = ("answered", "dropped", "extended", "new")
        said = "; ".join(f"{self.say(f'marks.{mark}')} {self.say(f'markWords.{mark}')}" for mark in marks)
        return f"{self.say('letters')}: {said}."
