"""The words that rules look for, language by language: one data file each in `languages/`.

A file gives the name of the language, its Snowball stemmer, its stop words, its abbreviations, and lists of words and
phrases by name. In a phrase, words are separated by blanks, and `a|b` stands for either word: ``some|many people
say|think`` is four phrases. All words are in small letters, with straight apostrophes; an abbreviation has its inner
dots and not its last (``e.g``). The lists are looked for in every text; under ``[words]`` stand words that a rule
asks for itself, where it has already found something. A list that a file leaves out is a list without entries: rules
that look for it find nothing in that language.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from itertools import product
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

# A word may hold combining marks and soft hyphens, and in its middle an apostrophe, a hyphen or a dot (U.S., 3.5); a
# number may hold commas.
_TOKEN = re.compile(r"[^\W_]+(?:[\u0300-\u036f\xad]+[^\W_]*|['’\-‐‑.][^\W_]+|(?<=\d),\d+)*")
_TAG = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*\Z")
_PLAIN = str.maketrans({"’": "'", "‐": "-", "‑": "-", "\xad": None})
_MOST_KNOWN = 200_000
"""How many different words a language remembers the stems of, so that a long-lived process does not grow."""


class Language:
    """A language that rules can read.

    Attributes:
        code: Its ISO 639 code, such as ``en``.
        name: Its name in English.
        stop: Words that carry no matter of their own: the, of, is ...
        abbreviations: Words whose last dot ends no sentence, without that dot.
        has_ordinal_dots: Whether a dot behind a number makes it an ordinal, as in German ``3. Oktober``.
        lists: The names of its lists.
        matter: For each word, its stem; nothing (``""``) for a stop word.
    """

    def __init__(self, code: str, data: Mapping[str, Any]) -> None:
        import Stemmer

        self.code = code
        self.name: str = data["name"]
        self.stop = frozenset(data["stop"].split())
        self.abbreviations = frozenset(data.get("abbreviations", "").split())
        self.has_ordinal_dots: bool = data.get("ordinal-dots", False)
        self.lists = frozenset(data["lists"])
        self.matter: Mapping[str, str] = _Matter(Stemmer.Stemmer(data["stemmer"]).stemWord, self.stop)
        self._words = {name: frozenset(words.split()) for name, words in data.get("words", {}).items()}
        # First word of an entry: the lists of which it is an entry by itself; and for each second word the words
        # from there on, with the list, the longest first.
        self._alone: dict[str, tuple[str, ...]] = {}
        self._phrases: dict[str, dict[str, list[tuple[list[str], str]]]] = {}
        for name, entries in data["lists"].items():
            for phrase in _unfolded(entries):
                if len(phrase) == 1:
                    self._alone[phrase[0]] = (*self._alone.get(phrase[0], ()), name)
                else:
                    self._phrases.setdefault(phrase[0], {}).setdefault(phrase[1], []).append(([*phrase[1:]], name))
        for seconds in self._phrases.values():
            for found in seconds.values():
                found.sort(key=lambda each: (-len(each[0]), each[1]))
        self._first = self._alone.keys() | self._phrases.keys()

    def stem(self, word: str) -> str:
        """Return the stem of a word in small letters, itself for a stop word: `models` and `model` have the same."""
        return self.matter[word] or word

    def words_in(self, name: str) -> frozenset[str]:
        """Return the words under ``[words]`` of this name, or the entries of a list that are single words."""
        found = self._words.get(name)
        if found is None:
            found = self._words[name] = frozenset(word for word, names in self._alone.items() if name in names)
        return found

    def hits(self, tokens: list[str]) -> dict[str, list[tuple[int, int]]]:
        """Return for each list with entries here from which token to which they stand.

        Of entries of one list that start with the same token it is the longest.

        Complexity:
            Linear in the number of tokens; a phrase is found by its first two words.

        Example:
            >>> language("en").hits(["do", "not", "run", "as", "long", "as", "it", "rains"])["conditionals"]
            [(3, 6)]
        """
        found: dict[str, list[tuple[int, int]]] = {}
        first, alone, phrases = self._first, self._alone, self._phrases
        for place, token in enumerate(tokens):
            if token not in first:
                continue
            longer: set[str] | tuple[()] = ()
            if token in phrases and place + 1 < len(tokens):
                for rest, name in phrases[token].get(tokens[place + 1], ()):
                    end = place + 1 + len(rest)
                    if name not in longer and (len(rest) == 1 or tokens[place + 1 : end] == rest):
                        longer = {*longer, name}
                        found.setdefault(name, []).append((place, end))
            for name in alone.get(token, ()):
                if name in found:
                    if name not in longer:
                        found[name].append((place, place + 1))
                else:
                    found[name] = [(place, place + 1)]
        return found


def _unfolded(entries: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield the phrases that entries of a list stand for, each once."""
    each = (phrase for entry in entries for phrase in product(*(word.split("|") for word in entry.split())))
    return iter(dict.fromkeys(each))


class _Matter(dict[str, str]):
    """The stems of words, found when they are first asked for."""

    def __init__(self, stem: Callable[[str], str], stop: frozenset[str]) -> None:
        super().__init__()
        self._stem = stem
        self._stop = stop

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        self[word] = stem = "" if word in self._stop else self._stem(word.removesuffix("'s"))
        return stem


def tokens_of(text: str) -> list[str]:
    """Return the words of a text in small letters; an apostrophe, hyphen or dot inside a word belongs to it.

    Example:
        >>> tokens_of("Don’t ban open-source models in the U.S.!")
        ["don't", 'ban', 'open-source', 'models', 'in', 'the', 'u.s']
        >>> tokens_of("It grew by 3.5 % to 1,200.")
        ['it', 'grew', 'by', '3.5', 'to', '1,200']
    """
    if text.isascii():
        return _TOKEN.findall(text.lower())
    # Word by word: small letters may be more in number than capitals, and places must not shift.
    return [normalize("NFC", word.lower()).translate(_PLAIN) for word in words_of(text)]


def words_of(text: str) -> list[str]:
    """Return each of `tokens_of` as it is written.

    Example:
        >>> words_of("Don’t ban")
        ['Don’t', 'ban']
    """
    return _TOKEN.findall(text)


def token_places(text: str) -> list[tuple[int, int]]:
    """Return where each of `tokens_of` starts and ends.

    Example:
        >>> token_places("Don’t ban")
        [(0, 5), (6, 9)]
    """
    return [match.span() for match in _TOKEN.finditer(text)]


@cache
def language(code: str) -> Language | None:
    """Return a language by its code (``en``, ``en-GB``); None where argmap has no words of it.

    Example:
        >>> language("en-GB").name
        'English'
        >>> language("tlh") is None
        True
    """
    if not _TAG.match(code):
        return None
    short = re.split("[-_]", code)[0].lower()
    file = files("argmap.check.words").joinpath("languages", f"{short}.toml")
    if not file.is_file():
        return None
    return Language(short, tomllib.loads(file.read_text("utf-8")))


def languages() -> list[str]:
    """Return the codes of the languages that argmap has words of.

    Example:
        >>> "en" in languages()
        True
    """
    found: Iterable[Any] = files("argmap.check.words").joinpath("languages").iterdir()
    return sorted(each.name.removesuffix(".toml") for each in found if each.name.endswith(".toml"))
