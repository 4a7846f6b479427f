"""The words of the page, which can be put into another language while it is shown."""

from __future__ import annotations

import html
from dataclasses import dataclass
from functools import cache

from argmap import language


@cache
def languages() -> dict[str, dict[str, str]]:
    """Return the words of the page in every language, by its code, English first."""
    english = language.catalogue(language.ENGLISH)["page"]
    return {
        code: {"name": language.catalogue(code)["name"], **english, **language.catalogue(code).get("page", {})}
        for code in language.languages()
    }


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
        return cls(language.Words.of(wanted).code)

    def say(self, key: str, **given: object) -> str:
        """Return the words for `key`, with what is given put in its place.

        Example:
            >>> Words("en").say("answeredBy", n=2)
            'answered by 2'
        """
        return language.Words(self.code).say(f"page.{key}", **given)

    def tag(self, key: str, **given: object) -> str:
        """Return the words for `key` as HTML that the page can put into another language."""
        values = "".join(f' data-{name}="{html.escape(str(value))}"' for name, value in given.items())
        return f'<span data-w="{key}"{values}>{html.escape(self.say(key, **given))}</span>'
