"""How alike the words of claims are: stems and runs of letters that they share; what denies the other is not alike."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from argmap.check.words.language import tokens_of
from argmap.check.words.words import Words
from argmap.corpora.places import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argmap.check.words.language import Language

THRESHOLD = 0.6
"""From this likeness on, two boxes may be the same claim."""

_KEPT = 4096
"""How many phrases, and answers of a phrasebook, are kept: pupils of a class use the words of one text, or one key."""
_NEGATIVE_STARTS = ("un", "in", "im", "il", "ir", "non", "dis", "mis", "nicht", "miss", "dé", "des")
"""What turns a word round that it stands in front of, in the languages that argmap has words of."""


class Phrase:
    """The words of one box, ready to be compared.

    Attributes:
        text: The text as it is compared: without capitals and the stop at the end.
        stems: The stems of its words that carry matter; all its words where none does.
        runs: All runs of three letters in it, its beginning and end marked by blanks.
        is_negative: Whether it denies: the number of its negations is odd.
    """

    __slots__ = ("is_negative", "runs", "stems", "text")

    def __init__(self, text: str, language: Language | None, synonyms: Mapping[str, str]) -> None:
        self.text = said(text)
        words = Words(text, language, synonyms)
        self.stems = words.stems or frozenset(tokens_of(text))
        padded = f" {self.text} "
        self.runs = frozenset(map("".join, zip(padded, padded[1:], padded[2:], strict=False)))
        self.is_negative = (len(words.negations) + len(words.hits("half-negators"))) % 2 == 1


@lru_cache(maxsize=_KEPT)
def phrase_of(text: str, language: Language | None, synonyms: tuple[tuple[str, str], ...]) -> Phrase:
    """Return the words of a box; the same object for the same words.

    Args:
        text: The text.
        language: The language.
        synonyms: The pairs of what `Phrase` takes.
    """
    return Phrase(text, language, dict(synonyms))


class Phrasebook:
    """The phrases of a key, laid out so that others are held against all of them at once.

    Args:
        phrases: The phrases.

    Example:
        >>> from argmap.check.words.language import language
        >>> one, other, third = (
        ...     Phrase(text, language("en"), {})
        ...     for text in ("Open models are safe", "Open models are not safe", "An open model is safe")
        ... )
        >>> [(place, round(likeness, 2)) for place, likeness in Phrasebook([one, other]).alike(third)]
        [(0, 0.82)]
    """

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self.phrases = phrases
        self._count = len(phrases)
        stems, runs = defaultdict(list), defaultdict(list)
        self._equal: dict[str, list[int]] = {}
        for place, phrase in enumerate(phrases):
            self._equal.setdefault(phrase.text, []).append(place)
            for stem in phrase.stems:
                stems[stem].append(place)
            for run in phrase.runs:
                runs[run].append(place)
        self._stems = {stem: np.array(places) for stem, places in stems.items()}
        self._runs = {run: np.array(places) for run, places in runs.items()}
        self._stem_counts = np.array([len(phrase.stems) for phrase in phrases], dtype=float)
        self._run_counts = np.array([len(phrase.runs) for phrase in phrases], dtype=float)
        self._found: dict[tuple[Phrase, float], tuple[tuple[int, float], ...]] = {}

    def alike(self, phrase: Phrase, least: float = THRESHOLD) -> tuple[tuple[int, float], ...]:
        """Return the places of the phrases that are alike, each with its likeness, from `least` to 1.

        The likeness is the mean of two: the overlap of stems (Jaccard), and that of runs of three letters (Dice). Equal
        texts have 1. A phrase that denies what the other says is not alike, whether by a word such as "not" or by a
        beginning such as "un-".

        Complexity:
            Linear in the stems and runs that the phrase shares with others; a phrase that was asked for lately costs
            nothing.
        """
        asked = phrase, least
        if asked not in self._found:
            if len(self._found) >= _KEPT:
                self._found.clear()
            self._found[asked] = tuple(self._alike(phrase, least))
        return self._found[asked]

    def _alike(self, phrase: Phrase, least: float) -> Iterator[tuple[int, float]]:
        equal = self._equal.get(phrase.text, [])
        yield from ((place, 1.0) for place in equal)
        if not self._count:
            return
        both_stems = self._shared(phrase.stems, self._stems)
        both_runs = self._shared(phrase.runs, self._runs)
        either = np.maximum(len(phrase.stems) + self._stem_counts - both_stems, 1)
        likeness = both_stems / either / 2 + both_runs / np.maximum(len(phrase.runs) + self._run_counts, 1)
        for place in np.flatnonzero(likeness >= min(least, 1.0) - 1e-9).tolist():
            other = self.phrases[place]
            if other.text != phrase.text and not denies(phrase, other):
                yield place, min(float(likeness[place]), 0.999)

    def _shared(self, wanted: Iterable[str], places: Mapping[str, np.ndarray]) -> np.ndarray:
        found = [places[each] for each in wanted if each in places]
        if not found:
            return np.zeros(self._count)
        return np.bincount(np.concatenate(found), minlength=self._count).astype(float)


def denies(one: Phrase, other: Phrase) -> bool:
    """Return whether one of two phrases says no where the other says yes.

    Example:
        >>> from argmap.check.words.language import language
        >>> texts = ("It is safe.", "It is unsafe.", "It is not unsafe.")
        >>> safe, unsafe, double = (Phrase(text, language("en"), {}) for text in texts)
        >>> denies(safe, unsafe), denies(unsafe, double), denies(safe, double)
        (True, True, False)
    """
    turned = 0
    left, right = one.stems - other.stems, other.stems - one.stems
    for some, others in ((left, right), (right, left)):
        ends = {stem.rstrip("e") for stem in others}  # the stems of "safe" and "unsafe" are "safe" and "unsaf"
        turned += sum(not ends.isdisjoint(f"{start}{stem.rstrip('e')}" for start in _NEGATIVE_STARTS) for stem in some)
    return (one.is_negative + other.is_negative + turned) % 2 == 1
