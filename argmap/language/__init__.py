"""The words that pupils and teachers see, in several languages: one file of this folder for each language.

A key names its words by where they are seen, as in ``page.search`` or ``exercise.blanks.title``. `en.toml` has them
all; what another language leaves out is said in English.

Example:
    >>> from argmap.language import Words
    >>> Words("en").say("page.answeredBy", n=2)
    'answered by 2'
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from argmap.language.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Mapping

from argmap.errors import UnknownNameError, nearest_or_all

ENGLISH = "en"
_ENDING = ".toml"


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of the languages that there are words in, English first.

    Example:
        >>> languages()
        ('en', 'de', 'es', 'fr')
    """
    codes = sorted(
        file.name.removesuffix(_ENDING) for file in files(__package__).iterdir() if file.name.endswith(_ENDING)
    )
    return (ENGLISH, *(code for code in codes if code != ENGLISH))


@cache
def catalogue(code: str) -> Mapping[str, Any]:
    """Return all that stands in the file of a language, as nested tables."""
    return Tables(files(__package__).joinpath(f"{code}{_ENDING}").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language.

    Attributes:
        code: The code of the language, one of `languages()`.
    """

    code: str

    @classmethod
    def of(cls, wanted: str) -> Words:
        """Return the words of a language, such as ``de`` or ``de-AT``; English where there are none.

        Example:
            >>> Words.of("de-AT").code, Words.of("tlh").code
            ('de', 'en')
        """
        code = wanted.casefold().partition("-")[0]
        return cls(code if code in languages() else ENGLISH)

    @classmethod
    def asked(cls, wanted: str | None, own: str) -> Words:
        """Return the words of the language that is asked for; where none is, of that of the map, as `of` does.

        Args:
            wanted: What is asked for, such as ``de`` or ``de-AT``.
            own: The language of the map.

        Raises:
            UnknownNameError: There are no words in the language that is asked for.

        Example:
            >>> Words.asked(None, "tlh").code, Words.asked("de-AT", "tlh").code
            ('en', 'de')
            >>> Words.asked("tlh", "en")
            Traceback (most recent call last):
                ...
            argmap.errors.UnknownNameError: There are no words in the language 'tlh'. Use one of: en, de, es, fr.
        """
        if wanted is None:
            return cls.of(own)
        code = wanted.casefold().partition("-")[0]
        if code not in languages():
            raise UnknownNameError(f"There are no words in the language {wanted!r}.{nearest_or_all(code, languages())}")
        return cls(code)

    def say(self, key: str, /, **given: object) -> str:
        """Return the words for a key, with what is given put in its place.

        Args:
            key: Where the words stand, its parts joined by full stops.
            **given: What takes the place of names in braces; ``n`` also chooses between ``one`` and ``other``.

        Raises:
            KeyError: There are no such words.

        Example:
            >>> Words("de").say("page.list")
            'Liste'
        """
        found = self.known(key)
        if isinstance(found, dict) and "other" in found:
            found = found["one" if given.get("n") == 1 and "one" in found else "other"]
        if not isinstance(found, str):
            raise KeyError(key)
        return _filled(found, given)

    def known(self, key: str) -> Any:
        """Return what stands at a key, words or a table of words, in English where need be; None where nothing does.

        Example:
            >>> Words("en").known("page.no such thing") is None
            True
        """
        found = _at(self.code, key)
        return _at(ENGLISH, key) if found is None else found


def _at(code: str, key: str) -> Any:
    first, *rest = key.split(".")
    found = catalogue(code).get(first)
    for part in rest:
        found = found.get(part) if isinstance(found, dict) else None
    return found


def _filled(text: str, given: dict[str, object]) -> str:
    # In one pass: what was put in is not searched for names again, whatever braces it has.
    parts = text.split("{")
    filled = [parts[0]]
    for part in parts[1:]:
        name, brace, rest = part.partition("}")
        filled.append(f"{given[name]}{rest}" if brace and name in given else f"{{{part}")
    return "".join(filled)
