"""The words of one claim or gist, as rules need them; found once and shared by all rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.words.language import token_places, tokens_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.check.words.language import Language

_NONE: list[tuple[int, int]] = []


class Words:
    """The words of a text, as of the wording of a claim; tags (`#cost`) are to be blanked out before.

    Attributes:
        text: The text.
        tokens: Its words in small letters, in order.
        stems: What carries its matter: the stems of all words but stop words, each once; synonyms have one stem, and
            a word with hyphens has one for each part.
        lists: For each list of the language with an entry here, from which token to which each entry stands.
    """

    __slots__ = ("lists", "stems", "text", "tokens")

    def __init__(self, text: str, language: Language | None, synonyms: Mapping[str, str]) -> None:
        self.text = text
        self.tokens = tokens_of(text)
        if language is None:
            self.lists: Mapping[str, list[tuple[int, int]]] = {}
            self.stems = frozenset(self.tokens)
            return
        self.lists = language.hits(self.tokens)
        has_hyphens = "-" in text or not text.isascii()
        stems = set(map(language.matter.__getitem__, parts(self.tokens) if has_hyphens else self.tokens))
        stems.discard("")
        self.stems = frozenset([synonyms.get(each, each) for each in stems]) if synonyms else frozenset(stems)

    def hits(self, name: str) -> list[tuple[int, int]]:
        """Return from which token to which each entry of a list stands in the text."""
        return self.lists.get(name, _NONE)

    def places(self) -> list[tuple[int, int]]:
        """Return where in the text each token starts and ends."""
        return token_places(self.text)

    def written(self) -> list[str]:
        """Return each token as it is written."""
        return words_of(self.text)

    def said(self, start: int, end: int) -> str:
        """Return the words from one token to another (exclusive), as they are written."""
        places = self.places()
        return self.text[places[start][0] : places[end - 1][1]]

    @property
    def negations(self) -> list[tuple[int, int]]:
        """From which token to which each word stands that turns the matter round; not the one of `not only`."""
        found = self.hits("negators")
        idle = {start for start, _ in self.hits("idle-negators")} if found else ()
        return [hit for hit in found if hit[0] not in idle] if idle else found

    @property
    def is_negative(self) -> bool:
        """Whether its negations do not cancel out: their number is odd."""
        return len(self.negations) % 2 == 1

    @property
    def is_conditional(self) -> bool:
        """Whether it says what holds if something else does."""
        return "conditionals" in self.lists


def parts(tokens: Iterable[str]) -> Iterator[str]:
    """Yield words, and of a word with hyphens each part.

    Example:
        >>> list(parts(["open-source", "models"]))
        ['open', 'source', 'models']
    """
    for token in tokens:
        yield from token.split("-") if "-" in token else (token,)


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Return how much two sets share, from 0 to 1: the size of what is in both over that of what is in any (Jaccard).

    Example:
        >>> overlap(frozenset("abc"), frozenset("bcd"))
        0.5
    """
    common = len(a & b)
    return common / (len(a) + len(b) - common) if common else 0.0


def coverage(part: frozenset[str], whole: frozenset[str]) -> float:
    """Return which share of `part` is in `whole`, from 0 to 1; 1 for nothing.

    Example:
        >>> coverage(frozenset("ab"), frozenset("bc"))
        0.5
    """
    return len(part & whole) / len(part) if part else 1.0
