"""Conditionals taken apart: the *if* part and the *then* part of a claim, as stems with a sign."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.check.words.language import token_places
from argmap.check.words.words import overlap

if TYPE_CHECKING:
    from argmap.check.subject import Subject
    from argmap.model.records import Claim

ALIKE = 0.8
"""From which overlap of their stems on two parts say the same."""


class Part(NamedTuple):
    """A claim, or a part of one.

    Attributes:
        stems: The stems of its words, without stop words and negations.
        is_negative: Whether it denies: the number of its negations is odd.
    """

    stems: frozenset[str]
    is_negative: bool

    def says(self, other: Part) -> bool:
        """Whether both say the same."""
        return self._is_like(other) and self.is_negative == other.is_negative

    def denies(self, other: Part) -> bool:
        """Whether one says what the other denies."""
        return self._is_like(other) and self.is_negative != other.is_negative

    def _is_like(self, other: Part) -> bool:
        return bool(self.stems) and overlap(self.stems, other.stems) >= ALIKE


class Conditional(NamedTuple):
    """If one thing, then another."""

    condition: Part
    consequence: Part


def whole(claim: Claim, subject: Subject) -> Part:
    """Return a claim as one part."""
    return _part(0, len(subject.words(claim).tokens), claim, subject)


def conditional(claim: Claim, subject: Subject) -> Conditional | None:
    """Return a claim of the form "if A, then B", "if A, B" or "B if A" in its parts; None for any other claim.

    Example:
        >>> import argmap
        >>> from argmap.check.subject import Subject
        >>> m = argmap.ArgumentMap()
        >>> found = conditional(m.claim("The street is not dry if it rains"), Subject(m))
        >>> sorted(found.condition.stems), sorted(found.consequence.stems), found.consequence.is_negative
        (['rain'], ['dri', 'street'], True)
    """
    words = subject.words(claim)
    ifs = words.hits("ifs")
    if len(ifs) != 1 or subject.language is None:
        return None
    start, end = ifs[0]
    # "Only if" turns the two parts round, wherever the "only" stands.
    if "only" in words.lists or any(stop == start for _, stop in words.hits("before-ifs")):
        return None
    count = len(words.tokens)
    if start > 0:
        return Conditional(_part(end, count, claim, subject), _part(0, start, claim, subject))
    thens = words.hits("thens")
    if thens:
        middle, after = thens[0]
    else:
        middle = after = _comma(claim)
    if not end < middle < count:
        return None
    return Conditional(_part(end, middle, claim, subject), _part(after, count, claim, subject))


def _comma(claim: Claim) -> int:
    """The number of the first word behind the only comma; 0 where there is none, or are several."""
    text = claim.text
    if text.count(",") != 1:
        return 0
    comma = text.index(",")
    return sum(1 for start, _ in token_places(text) if start < comma)


def _part(start: int, end: int, claim: Claim, subject: Subject) -> Part:
    words, tongue = subject.words(claim), subject.language
    assert tongue is not None  # only rules with words come here
    negators = [place for place, _ in words.hits("negators") if start <= place < end]
    skipped = set(negators)
    stems = (
        tongue.stem(token)
        for place, token in enumerate(words.tokens[start:end], start)
        if token not in tongue.stop and place not in skipped
    )
    return Part(frozenset(subject.synonyms.get(stem, stem) for stem in stems), len(negators) % 2 == 1)
