"""The words of the page, in several languages: one file of JSON for each language."""

from __future__ import annotations

import html
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@cache
def languages() -> dict[str, dict[str, str]]:
    """Return the words of every language, by its code, English first."""
    folder = files(__package__) / "words"
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".json"))
    names.sort(key=lambda name: name != "en.json")
    return {name.removesuffix(".json"): json.loads((folder / name).read_text(encoding="utf-8")) for name in names}


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
        return cls(code if code in languages() else "en")

    def say(self, key: str, **given: object) -> str:
        """Return the words for `key`, with what is given put in its place.

        Example:
            >>> Words("en").say("answeredBy", n=2)
            'answered by 2'
        """
        text = languages()[self.code][key]
        for name, value in given.items():
            text = text.replace(f"{{{name}}}", str(value))
        return text

    def tag(self, key: str, **given: object) -> str:
        """Return the words for `key` as HTML that the page can put into another language."""
        values = "".join(f' data-{name}="{html.escape(str(value))}"' for name, value in given.items())
        return f'<span data-w="{key}"{values}>{html.escape(self.say(key, **given))}</span>'
