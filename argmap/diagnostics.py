"""What is said about a place in a text: a span, a severity, a sentence, perhaps an edit that mends it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch of a text, in code points: `text[start:end]`."""

    start: int
    end: int


class Severity(StrEnum):
    """How much a diagnostic matters."""

    ERROR = "error"
    """The text does not say what its author meant, or some of it could not be used."""
    WARNING = "warning"
    """The text was read, but probably not as its author expects."""
    INFO = "info"
    """Worth knowing; nothing is wrong."""

    @property
    def rank(self) -> int:
        """Its place among the severities, from 0 for the gravest.

        Example:
            >>> Severity.ERROR.rank < Severity.INFO.rank
            True
        """
        return _RANKS[self]

    @property
    def word(self) -> str:
        """What a person is told it is: an error, a warning or a note."""
        return "note" if self is Severity.INFO else self.value


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the text at `span` by `text`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One thing to say about one place.

    Attributes:
        code: A short stable name such as ``unclosed-bold``; for programs, never translated.
        message: One or two whole sentences: what was seen, and what to type instead.
        span: The place, as offsets into the source text.
        severity: How much it matters.
        related: Other places that belong to it, each with a word on why (`where it was opened`).
        edits: Changes that together mend it, or none.
    """

    code: str
    message: str
    span: Span
    severity: Severity = Severity.ERROR
    related: tuple[tuple[Span, str], ...] = ()
    edits: tuple[Edit, ...] = ()
