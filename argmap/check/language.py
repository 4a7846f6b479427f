"""The words that rules look for, language by language: one data file each in `languages/`.

A file gives the name of the language, its Snowball stemmer, its stop words, and lists of words and phrases by name.
In a phrase, words are separated by blanks, and `a|b` stands for either word: ``some|many people say|think`` is four
phrases.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from itertools import product
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

_TOKEN = re.compile(r"[^\W_]+(?:['’\-‑][^\W_]+)*")
_TAG = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*\Z")


class Language:
    """A language that rules can read.

    Attributes:
        code: Its ISO 639 code, such as ``en``.
        name: Its name in English.
        stop: Words that carry no matter of their own: the, of, is ...
        lists: The names of its lists.
    """

    def __init__(self, code: str, data: Mapping[str, Any]) -> None:
        import Stemmer

        self.code = code
        self.name: str = data["name"]
        self.stop = frozenset(data["stop"].split())
        self.lists = frozenset(data["lists"])
        self._stem: Callable[[str], str] = Stemmer.Stemmer(data["stemmer"]).stemWord
        self._stems: dict[str, str] = {}
        # First word of a phrase: the other words, and the list it stands in; the longest first.
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, entries in data["lists"].items():
            for entry in entries:
                for phrase in product(*(word.split("|") for word in entry.split())):
                    self._phrases.setdefault(phrase[0], []).append((phrase[1:], name))
        for found in self._phrases.values():
            found.sort(key=lambda each: -len(each[0]))

    def stem(self, word: str) -> str:
        """Return the stem of a word in small letters: `models` and `model` have the same."""
        found = self._stems.get(word)
        if found is None:
            found = self._stems[word] = self._stem(word.removesuffix("'s"))
        return found

    def words_in(self, name: str) -> Iterator[str]:
        """Yield the entries of a list that are single words."""
        for first, phrases in self._phrases.items():
            if any(not rest and each == name for rest, each in phrases):
                yield first

    def hits(self, tokens: list[str]) -> Iterator[tuple[str, int, int]]:
        """Yield the name of a list, and from which token to which an entry of it stands; of one list the longest.

        Complexity:
            Linear in the number of tokens; a phrase is found by its first word.
        """
        phrases = self._phrases
        for place, token in enumerate(tokens):
            if token in phrases:
                seen: set[str] = set()
                for rest, name in phrases[token]:
                    end = place + 1 + len(rest)
                    if name not in seen and (not rest or tuple(tokens[place + 1 : end]) == rest):
                        seen.add(name)
                        yield name, place, end


def tokens_of(text: str) -> list[str]:
    """Return the words of a text in small letters; an apostrophe or hyphen inside a word belongs to it.

    Example:
        >>> tokens_of("Don’t ban open-source models!")
        ["don't", 'ban', 'open-source', 'models']
    """
    # In small letters some words fall apart (a capital I with a dot): each must stay the one that `token_places` finds.
    words = _TOKEN.findall(text.lower()) if text.isascii() else [word.lower() for word in _TOKEN.findall(text)]
    return [word.replace("’", "'").replace("‑", "-") for word in words]


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
    file = files("argmap.check").joinpath("languages", f"{short}.toml")
    if not file.is_file():
        return None
    return Language(short, tomllib.loads(file.read_text("utf-8")))


def languages() -> list[str]:
    """Return the codes of the languages that argmap has words of.

    Example:
        >>> "en" in languages()
        True
    """
    found: Iterable[Any] = files("argmap.check").joinpath("languages").iterdir()
    return sorted(each.name.removesuffix(".toml") for each in found if each.name.endswith(".toml"))
