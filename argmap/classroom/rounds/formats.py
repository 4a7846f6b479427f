"""Formats of debate: who speaks when, how long, and what may be new. They stand in `formats.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from argmap.errors import UnknownNameError, nearest_or_all

Kind = Literal["constructive", "rebuttal", "reply", "cross-examination", "crossfire"]
New = Literal["all", "answers", "none"]

_EXCHANGES = ("cross-examination", "crossfire")


@dataclass(frozen=True, slots=True)
class Speech:
    """A speech of a format, or an exchange of questions between speeches.

    Attributes:
        code: Its short name, such as ``1AC``; what a claim has as its ``speech``.
        minutes: How long it is at most.
        kind: What sort of speech it is.
        side: The side that speaks, or asks; empty for an exchange in which both ask.
        speaker: Which speaker of the side, from 1; 0 for all of them.
        team: The code of its team where a side has several; else empty.
        new: What may be new in it: ``all``, only ``answers`` to what the other side has said, or ``none``.
        case: Whether its side sets out arguments of its own in it.
        answers: Whether it is expected to answer what was said before.
        points: Whether points of information may be offered during it.
    """

    code: str
    minutes: float
    kind: Kind
    side: str = ""
    speaker: int = 0
    team: str = ""
    new: New = "none"
    case: bool = False
    answers: bool = True
    points: bool = False

    @property
    def is_exchange(self) -> bool:
        """Whether it is questions and answers, for which a flow has no column."""
        return self.kind in _EXCHANGES


@dataclass(frozen=True, slots=True)
class Format:
    """A format of debate.

    Attributes:
        id: Its name in code and data.
        aliases: Other names that it goes by.
        sides: The side for the motion and the side against it.
        speakers: How many speak for each side.
        speeches: All speeches and exchanges in order.
        source: The rules that it was taken from.
        teams: The codes of the teams where a side is several; else empty.
        prep: Minutes of preparation for each side during the round.
        prep_before: Minutes of preparation before the round.
        protected: Minutes at each end of a speech in which no points of information may be offered.
    """

    id: str
    aliases: tuple[str, ...]
    sides: tuple[str, str]
    speakers: int
    speeches: tuple[Speech, ...]
    source: str
    teams: tuple[str, ...] = ()
    prep: float = 0
    prep_before: float = 0
    protected: float = 0

    @property
    def columns(self) -> tuple[Speech, ...]:
        """The speeches that a flow has a column for: all but exchanges of questions.

        Example:
            >>> [speech.code for speech in format_named("ld").columns]
            ['AC', 'NC', '1AR', 'NR', '2AR']
        """
        return tuple(speech for speech in self.speeches if not speech.is_exchange)

    def speech_named(self, name: str) -> Speech | None:
        """Return the speech of a flow with a code, whatever the case of its letters and the blanks around it.

        Example:
            >>> format_named("policy").speech_named("1ac").minutes
            8
        """
        wanted = "".join(name.split()).casefold()
        return next((speech for speech in self.columns if speech.code.casefold() == wanted), None)


@cache
def formats() -> tuple[Format, ...]:
    """Return all formats.

    Example:
        >>> [format.id for format in formats()]
        ['policy', 'ld', 'pf', 'bq', 'bp', 'wsdc', 'kp', 'parli']
    """
    read = tomllib.loads(files(__package__).joinpath("formats.toml").read_text("utf-8"))
    return tuple(_format(each) for each in read["format"])


def format_named(name: str) -> Format:
    """Return the format that goes by a name: its id or an alias, with any blanks, hyphens and case of letters.

    Raises:
        UnknownNameError: There is none; the message offers the nearest name.

    Example:
        >>> format_named("Lincoln Douglas").id
        'ld'
        >>> format_named("polcy")
        Traceback (most recent call last):
            ...
        argmap.errors.UnknownNameError: There is no format of debate 'polcy'. Did you mean 'policy'?
    """
    known = {other: one for one in formats() for other in (one.id, *one.aliases)}
    found = next((one for other, one in known.items() if _folded(other) == _folded(name)), None)
    if found is None:
        ids = [one.id for one in formats()]
        raise UnknownNameError(f"There is no format of debate {name!r}.{nearest_or_all(name, list(known), ids)}")
    return found


def _format(given: dict[str, Any]) -> Format:
    speeches = tuple(Speech(**each) for each in given["speeches"])
    given = {**given, "speeches": speeches, "aliases": tuple(given["aliases"]), "teams": tuple(given.get("teams", ()))}
    first, second = given.pop("sides")
    return Format(sides=(first, second), **given)


def _folded(name: str) -> str:
    return re.sub(r"[\s_-]+", " ", name.strip()).casefold()
