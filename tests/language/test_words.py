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
        assert said.strip() == said != ""
        assert places(said) == places(ENGLISH[key]), key


@pytest.mark.parametrize("code", languages())
def test_the_page_is_whole_in_every_language(code):
    assert list(catalogue(code)["page"]) == list(catalogue("en")["page"])


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
