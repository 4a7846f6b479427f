"""Words of a list where they stand in the text of a claim: what most rules on wording look at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from argmap.check.words.quoted import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.diagnostics import Span
    from argmap.model.records import Argument, Claim


# A phrase does not go over such a mark; over a comma it may ("es ist klar, dass").
_BREAK = re.compile(r"[.;:!?…—–()\"“”„«»]|\s-")


class Phrase(NamedTuple):
    """An entry of a list in the text of a claim.

    Attributes:
        record: The claim.
        first: Its first token, from 0.
        last: The token behind its last.
        start: Where it starts in the text of the claim.
        end: Where it ends there.
    """

    record: Claim | Argument
    first: int
    last: int
    start: int
    end: int

    @property
    def said(self) -> str:
        """The words as they are written."""
        return " ".join(self.record.text[self.start : self.end].split())

    def place(self, subject: Subject) -> Span | None:
        """The place of the words in the text of the map."""
        return subject.places.of_words(self.record, self.start, self.end)


def phrases(subject: Subject, name: str, *, even_quoted: bool = False) -> Iterator[Phrase]:
    r"""Yield the entries of a list in claims, in order; none that stands in quotation marks, unless asked for.

    Example:
        >>> import argmap
        >>> from argmap.check.subject import Subject
        >>> m = argmap.parse('Cars should not be free.\n\n"Do not run" is a rule.').map
        >>> [phrase.start for phrase in phrases(Subject(m), "negators")]
        [12]
    """
    for record, hits in subject.hits(name):
        places = subject.words(record).places()
        inside = [] if even_quoted else quoted(record.text)
        for first, last in hits:
            start, end = places[first][0], places[last - 1][1]
            if last - first > 1 and _BREAK.search(record.text, start, end):
                continue
            if not any(left < start < right for left, right in inside):
                yield Phrase(record, first, last, start, end)


def first_phrases(subject: Subject, name: str) -> Iterator[Phrase]:
    """Yield of each claim the first entry of a list outside quotation marks."""
    last = None
    for phrase in phrases(subject, name):
        if phrase.record is not last:
            last = phrase.record
            yield phrase
