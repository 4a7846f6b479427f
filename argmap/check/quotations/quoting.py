"""Holding a quotation against the text it is taken from: does it stand there, and if not quite, what differs."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from argmap.check.quotations.aligning import Run, aligned, chain, runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NEAR = 0.6
"""The least share of the words of a quotation that must stand in the source for it to be near."""
PARTLY = 4
"""The least number of words in a row that must stand in the source for a quotation to stand there partly."""

# All of these are one character for one, so that places stay what they are.
_SIGNS = str.maketrans(
    dict.fromkeys("‘’‚‛ʼ´`", "'") | dict.fromkeys("‐‑‒–−", "-") | {"İ": "I", "\u00a0": " ", "\u202f": " "}
)
_SILENT = "\u00ad\u200b-\u200d\u2060\ufeff"
_TOKEN = re.compile(
    # A word; it goes on behind accents, signs that are not seen, apostrophes, hyphens and, in numbers, points.
    rf"[^\W_]+(?:(?:[\u0300-\u036f]|[{_SILENT}]+(?:[ \t]*\n[ \t]*)?|'(?=[^\W\d_])|-(?:[ \t]*\n[ \t]*)?(?=[^\W\d_])"
    r"|[.,:](?<=\d.)(?=\d))[^\W_]*)*"
    r"|[%‰$€£¥&+=<>°§]|(?<!\w)-(?=\d)"
    r"|\[(?:p|pp|page)\.?\s*\d+\]"  # the mark of a page
)
_UNSAID = re.compile(rf"[\-\s{_SILENT}]+")
_SPLIT = re.compile(r"\[\s*(?:\.\s?\.\s?\.|…)\s*\]|\(\s*(?:\.\s?\.\s?\.|…)\s*\)|\.\s?\.\s?\.+|…|\[[^\[\]]*\]")
_FIRST_LETTER = re.compile(r"\[(?P<letter>[^\W\d_])\](?=\w)")


class Verdict(StrEnum):
    """How a quotation stands in a text."""

    EXACT = "exact"
    """Word for word."""
    NEAR = "near"
    """With some words changed, left out or added."""
    PARTLY = "partly"
    """Some words in a row, but most of it does not."""
    ABSENT = "absent"
    """Not at all."""


class Difference(NamedTuple):
    """Words that are not the same.

    Attributes:
        quoted: The words of the quotation; empty where it leaves words out.
        found: The words of the text; empty where the quotation adds words.
        start: Where `quoted` starts in the quotation; where the word behind the cut starts, if it is empty.
        end: Where `quoted` ends in the quotation (exclusive).
    """

    quoted: str
    found: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Match:
    """What a comparison found.

    Attributes:
        verdict: How the quotation stands in the text.
        start: Where it starts in the text; -1 where it is absent.
        end: Where it ends in the text (exclusive).
        is_in_order: Whether its parts follow one another as they do in the text.
        differences: What is not the same, in the order of the quotation; of an absent one nothing.
        standing: The longest run of words that stand in the text.
        cuts: Where the words stand in the text for which there is an ellipsis or a bracket.
    """

    verdict: Verdict
    start: int
    end: int
    is_in_order: bool = True
    differences: tuple[Difference, ...] = ()
    standing: str = ""
    cuts: tuple[tuple[int, int], ...] = ()

    @property
    def stands(self) -> bool:
        """Whether it stands in the text, word for word or nearly."""
        return self.verdict in (Verdict.EXACT, Verdict.NEAR)

    @property
    def only_cuts(self) -> bool:
        """Whether all that differs is that words are left out."""
        return bool(self.differences) and not any(each.quoted for each in self.differences)


class Token(NamedTuple):
    """A word as it is compared, and its place."""

    word: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    r"""Yield the words and signs of a text that count when it is compared.

    Not compared are small and capital letters, kinds of quotation marks, dashes and blanks, ligatures, hyphens inside
    words (also at the end of a line), punctuation, and marks of pages such as ``[p. 12]``.

    Example:
        >>> [token.word for token in tokens("The ‘ofﬁce’ [p. 3] lost 1.5 %, co-\nworkers")]
        ['the', 'office', 'lost', '1.5', '%', 'coworkers']
    """
    for match in _TOKEN.finditer(text.translate(_SIGNS).lower()):
        word = match.group()
        if not (word.isascii() and word.isalnum()):
            if word[0] == "[":
                continue
            if len(word) > 1 or not word.isascii():
                word = unicodedata.normalize("NFKC", _UNSAID.sub("", word) or word)
        yield Token(word, *match.span())


class Text:
    """A text that quotations are looked for in, made ready once.

    Attributes:
        text: The text.
        words: Its words as they are compared.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(tokens(text))
        self.words = [token.word for token in found]
        self._places = [(token.start, token.end) for token in found]
        self._joined = f" {' '.join(self.words)} "
        self._offsets = [0, *accumulate(len(word) + 1 for word in self.words)]

    def find(self, words: Sequence[str], after: int = 0) -> int:
        """Return at which word from `after` on these words stand in a row; -1 where they do not."""
        at = self._joined.find(f" {' '.join(words)} ", self._offsets[min(after, len(self.words))])
        return -1 if at < 0 else bisect_left(self._offsets, at)

    def said(self, start: int, end: int) -> str:
        """Return the words from one to another (exclusive) as they are written, in one line."""
        if start >= end:
            return ""
        first, last = self.span(start, end)
        return " ".join(self.text[first:last].split())

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where words from one to another (exclusive) stand."""
        return self._places[start][0], self._places[end - 1][1]

    @cached_property
    def postings(self) -> dict[str, list[int]]:
        """Where each word stands."""
        found: dict[str, list[int]] = {}
        for place, word in enumerate(self.words):
            found.setdefault(word, []).append(place)
        return found


def match(quote: str, text: Text) -> Match | None:
    """Return how a quotation stands in a text; None where the quotation has no words.

    An ellipsis (``…``, ``...``, ``[...]``) and words in brackets ``[ ]`` stand for words of the text: the parts between
    them must stand in the text one after another.

    First each part is looked for as it is. If it is not there, runs of the same words are grown from the words of the
    part that are rarest in the text, and the best chain of runs is taken; only what lies between two runs is aligned
    word by word. (So are long texts compared elsewhere: seed, chain and align, as in Delcher and others, "Alignment of
    whole genomes", Nucleic Acids Research 27, 1999.)

    Complexity:
        Linear in the text, in C, where the quotation stands there; else bounded by the number of seeds, whatever the
        length of the text, after the words of the text were indexed once.

    Example:
        >>> text = Text("Few people doubt that phones distract. Some teachers, however, use them well.")
        >>> match("few people doubt that phones … distract", text).verdict
        <Verdict.EXACT: 'exact'>
        >>> match("Several people doubt that phones distract", text).differences
        (Difference(quoted='Several', found='Few', start=0, end=7),)
        >>> match("The bell rang at noon", text).verdict
        <Verdict.ABSENT: 'absent'>
    """
    parts = [part for part in _parts(quote) if part]
    if not parts:
        return None
    after = 0
    in_order = True
    pieces: list[list[Run]] = []
    for part in parts:
        words = [token.word for token in part]
        at = text.find(words, after)
        if at < 0:
            at = text.find(words)
        found = [Run(0, at, len(words))] if at >= 0 else _nearly(words, text)
        if found:
            in_order = in_order and found[0].to >= after
            after = found[-1].to_end
        pieces.append(found)
    in_order = in_order and all(a.to_end <= b.to for found in pieces for a, b in pairwise(found))
    return _judged(quote, parts, pieces, text, is_in_order=in_order)


def _parts(quote: str) -> Iterator[list[Token]]:
    """Yield the words of each part of a quotation, with their places in the quotation."""
    # A letter in brackets, as in "[T]he", was only made large or small: the part begins with it.
    quote = _FIRST_LETTER.sub("…\\g<letter>\u200b", quote)
    start = 0
    for found in _SPLIT.finditer(quote):
        yield [_moved(token, start) for token in tokens(quote[start : found.start()])]
        start = found.end()
    yield [_moved(token, start) for token in tokens(quote[start:])]


def _moved(token: Token, by: int) -> Token:
    return Token(token.word, token.start + by, token.end + by)


def _nearly(words: list[str], text: Text) -> list[Run]:
    """Return where most of some words stand: runs in the order of the words, which may be out of order in the text."""
    found = chain(runs(words, text.words, text.postings))
    if not found:
        return []
    # What is left at either end may stand somewhere else: a cut too long for the chain, or a part out of its order.
    start, end = found[0].at, found[-1].end
    if start >= PARTLY:
        at = text.find(words[:start])
        if at >= 0:
            found.insert(0, Run(0, at, start))
    if len(words) - end >= PARTLY:
        at = text.find(words[end:], found[-1].to_end)
        at = at if at >= 0 else text.find(words[end:])
        if at >= 0:
            found.append(Run(end, at, len(words) - end))
    return found


def _judged(quote: str, parts: list[list[Token]], pieces: list[list[Run]], text: Text, *, is_in_order: bool) -> Match:
    differences: list[Difference] = []
    changed = 0
    for part, found in zip(parts, pieces, strict=True):
        words = [token.word for token in part]
        for (start, end), (first, last) in aligned(words, found, text.words):
            changed += end - start
            # A cut stands before a word: there is none behind the last.
            where = (part[start].start, part[end - 1].end if start < end else part[start].start)
            differences.append(Difference(quote[where[0] : where[1]], text.said(first, last), *where))
    total = sum(map(len, parts))
    all_runs = [run for found in pieces for run in found]
    longest = max(all_runs, key=lambda run: run.length, default=None)
    if longest is None or (changed > (1 - NEAR) * total and longest.length < PARTLY):
        return Match(Verdict.ABSENT, -1, -1)
    verdict = Verdict.NEAR if changed <= (1 - NEAR) * total else Verdict.PARTLY
    if not differences:
        verdict = Verdict.EXACT
    start, end = min(run.to for run in all_runs), max(run.to_end for run in all_runs)
    return Match(
        verdict,
        *text.span(start, end),
        is_in_order,
        tuple(differences),
        text.said(longest.to, longest.to_end),
        tuple(_cuts(pieces, text)),
    )


def _cuts(pieces: list[list[Run]], text: Text) -> Iterator[tuple[int, int]]:
    for one, other in pairwise(pieces):
        if one and other and one[-1].to_end < other[0].to:
            yield text.span(one[-1].to_end, other[0].to)
