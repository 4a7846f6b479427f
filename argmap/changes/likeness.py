"""How alike two sentences are, and which sentences of two lists are alike, without comparing all with all."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from argmap.check.words.language import language
from argmap.check.words.words import Words, overlap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.model import ArgumentMap

LEAST = 0.5
"""From which likeness on two sentences count as one sentence that was reworded."""
LEAST_APART = 0.7
"""The same where different people wrote them."""
LEAST_TITLED = 0.25
"""The same where both have the same title, which speaks for it already."""

_SHARED = 1 / 3  # of the words of both; pairs with less are not looked at
_FEW = 3  # stems; of sentences with no more, all words count
_LONG = 200  # words; of longer texts the order of words does not count
_COMMON = 100  # texts; a word that more of them have brings no candidates, unless a text has no rarer one
_NO_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


class Sentence(NamedTuple):
    """The words of a sentence.

    Attributes:
        words: In order, in small letters.
        matter: The stems of those that carry its matter, each once; of a short sentence, all words.
        is_negative: Whether it denies something an odd number of times.
    """

    words: tuple[str, ...]
    matter: frozenset[str]
    is_negative: bool = False


class Reading:
    """How sentences of a language are taken apart, each once.

    Args:
        m: The map that says the language (``language`` in its front matter); English where it says none.
    """

    def __init__(self, m: ArgumentMap) -> None:
        self._tongue = language(m.language)
        self._known: dict[str, Sentence] = {}

    def of(self, text: str) -> Sentence:
        """Return a text as a sentence."""
        found = self._known.get(text)
        if found is None:
            words = Words(text, self._tongue, {})
            tokens = list(_words(words.tokens))
            matter = words.stems if len(tokens) == len(words.tokens) else frozenset(tokens)
            is_negative = self._tongue is not None and words.is_negative
            found = Sentence(tuple(tokens), matter if len(matter) > _FEW else frozenset(tokens), is_negative)
            self._known[text] = found
        return found

    def likeness(self, one: str, other: str) -> float:
        """Return how alike two texts are: 1 for the same words, 0 or less for nothing in common.

        It is the mean of the share of stems that are in both (Jaccard) and of how many words stand in the same order
        (Ratcliff and Obershelp), less 1 where one of them denies what the other says.

        Example:
            >>> import argmap
            >>> reading = Reading(argmap.ArgumentMap())
            >>> reading.likeness("Phones distract pupils.", "Phones distract the pupils") > 0.7
            True
            >>> reading.likeness("Phones distract pupils.", "Phones do not distract pupils.") < 0
            True
        """
        if one == other:
            return 1.0
        return _likeness(self.of(one), self.of(other))


def pairs_alike(
    before: Sequence[str], after: Sequence[str], reading: Reading, least: float = LEAST
) -> Iterator[tuple[int, int]]:
    """Yield places of texts that are alike, the most alike first; each place at most once.

    Only texts that share a third of their stems are compared: such two share one of the rarest two thirds of the stems
    of either (Chaudhuri, Ganti and Kaushik, "A primitive operator for similarity joins", ICDE 2006). A stem that more
    than a hundred of the texts have finds no pairs by itself.

    Complexity:
        O(n log n) in the texts, and linear in the pairs compared, of which each text has at most some hundreds.
    """
    left, right = [reading.of(text) for text in before], [reading.of(text) for text in after]
    count = Counter(stem for sentence in (*left, *right) for stem in sentence.matter)
    holders: dict[str, list[int]] = {}
    for place, sentence in enumerate(right):
        for stem in _rare(sentence.matter, count):
            holders.setdefault(stem, []).append(place)
    found = []
    for place, sentence in enumerate(left):
        rare = _rare(sentence.matter, count)
        for other in dict.fromkeys(other for stem in rare for other in holders.get(stem, ())[:_COMMON]):
            if overlap(sentence.matter, right[other].matter) >= _SHARED:
                score = _likeness(sentence, right[other])
                if score >= least:
                    found.append((-score, place, other))
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    for _, place, other in sorted(found):
        if place not in taken_left and other not in taken_right:
            taken_left.add(place)
            taken_right.add(other)
            yield place, other


def _rare(matter: frozenset[str], count: Counter[str]) -> list[str]:
    ordered = sorted(matter, key=lambda stem: (count[stem], stem))
    some = ordered[: len(ordered) - ceil(len(ordered) * _SHARED) + 1]
    return [stem for stem in some if count[stem] <= 2 * _COMMON] or some[:1]


def _likeness(one: Sentence, other: Sentence) -> float:
    share = overlap(one.matter, other.matter)
    if max(len(one.words), len(other.words)) <= _LONG:
        share = (share + SequenceMatcher(None, one.words, other.words, autojunk=False).ratio()) / 2
    return share - (one.is_negative != other.is_negative)


def _words(tokens: list[str]) -> Iterator[str]:
    """Yield words, and of writing without spaces between them each two neighbouring signs."""
    for token in tokens:
        if len(token) > 2 and _NO_SPACES.search(token):
            yield from (token[place : place + 2] for place in range(len(token) - 1))
        else:
            yield token
