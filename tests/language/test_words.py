"""The catalogue of words: what a language file may hold, and what is said where it holds nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from argmap import language
from argmap.language import Words, catalogue, languages


def entries(table: dict[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from entries(value, f"{before}{key}.")
        else:
            yield f"{before}{key}", value


def places(text: str) -> set[str]:
    return set(re.findall(r"\{\w+\}", text))


ENGLISH = dict(entries(catalogue("en")))


@pytest.mark.parametrize("code", languages())
def test_a_language_has_no_words_that_english_lacks_and_fills_the_same_places(code):
    own = dict(entries(catalogue(code)))
    # What data of the package say in English (schemes, say) may be translated without standing in the English file.
    known = {key: said for key, said in own.items() if not key.startswith("schemes.")}
    assert set(known) <= set(ENGLISH)
    for key, said in known.items():
        assert isinstance(said, str)
        assert said.strip(" ") == said != ""
        assert places(said) == places(ENGLISH[key]), key


@pytest.mark.parametrize("section", ["page", "picture"])
@pytest.mark.parametrize("code", languages())
def test_pages_and_pictures_are_whole_in_every_language(code, section):
    own, english = (dict(entries(catalogue(each)[section])) for each in (code, "en"))
    assert list(own) == list(english)


@pytest.mark.parametrize("code", languages())
def test_what_is_told_apart_by_its_words_has_different_words(code):
    for table in ("toulmin", "sureness", "aif", "branch", "does", "key"):
        said = [text for _, text in entries(catalogue(code)["picture"][table])]
        assert len(set(said)) == len(said), table


_QUOTES = {"en": "“”", "de": "„“", "fr": "«»", "es": "«»"}
_ANY_QUOTE = re.compile('["“”„‟«»‹›]')


def slips(code: str, text: str) -> list[str]:
    """Return what in a text goes against the habits of print of its language."""
    found = re.findall(r"[ \u00a0\u202f]{2}|\.\.\.| [.,)]|\( ", text)
    quotes = "".join(_ANY_QUOTE.findall(text))
    if code != "en":  # where the command to install a package is quoted, and apostrophes are straight
        found += re.findall("['`´\"]", text)
        found += [] if quotes == _QUOTES[code] * (len(quotes) // 2) else [quotes]
    if code == "fr":
        found += re.findall("[^\u202f][;!?]|[^\u00a0][:»]|«[^\u00a0]", text)
    else:
        found += re.findall(r"\s[:;?!]", text)
    if code == "es":
        found += [text] if (text.count("?"), text.count("!")) != (text.count("¿"), text.count("¡")) else []
    return found


@pytest.mark.parametrize("code", languages())
def test_words_are_set_as_the_language_is_printed(code):
    assert set(languages()) == set(_QUOTES)  # a new language says here how it quotes
    wrong = {key: found for key, text in entries(catalogue(code)) if (found := slips(code, text))}
    assert wrong == {}


def test_slips_are_found():
    assert slips("fr", "Camp : {x}") == [" :"]
    assert slips("fr", "Quoi?") == ["i?"]
    assert slips("fr", "« {x} »") != []
    assert slips("fr", "«\u00a0{x}\u00a0»\u00a0: l’appui\u202f?") == []
    assert slips("de", "Das Wort “{x}”") == ["“”"]
    assert slips("de", 'Das Wort "{x}"') != []
    assert slips("es", "Cual?") != []
    assert slips("es", "«{x}»: ¿cuál?") == []
    assert slips("en", "two  spaces") == ["  "]


def test_what_a_language_leaves_out_is_said_in_english(monkeypatch):
    tables = {"en": {"a": {"b": "two {n}", "c": "one"}}, "de": {"a": {"b": "zwei {n}"}}}
    monkeypatch.setattr(language, "catalogue", tables.__getitem__)
    assert Words("de").say("a.b", n=2) == "zwei 2"
    assert Words("de").say("a.c") == "one"
    with pytest.raises(KeyError, match=r"a\.d"):
        Words("de").say("a.d")
    with pytest.raises(KeyError, match="a"):
        Words("de").say("a")


def test_numbers_choose_between_one_and_other(monkeypatch):
    tables = {"en": {"cards": {"one": "{n} card", "other": "{n} cards"}}}
    monkeypatch.setattr(language, "catalogue", tables.__getitem__)
    assert Words("en").say("cards", n=1) == "1 card"
    assert Words("en").say("cards", n=0) == "0 cards"


def test_what_is_put_in_may_have_braces(monkeypatch):
    monkeypatch.setattr(language, "catalogue", {"en": {"a": "{x} and {y}, {z} {"}}.__getitem__)
    assert Words("en").say("a", x="{y}", y="{x}") == "{y} and {x}, {z} {"


def test_what_all_sheets_say_stands_in_one_place():
    said: dict[str, list[str]] = {}
    for key, text in ENGLISH.items():
        said.setdefault(text, []).append(key)
    assert said["“{text}”"] == ["quoted"]
    assert said["Date"] == ["sheets.date"]
