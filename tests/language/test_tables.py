"""The tables of a language file: the same as a TOML reader finds in the whole file, and read only when asked for."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from importlib.resources import files

import pytest

import argmap.language
from argmap.language import catalogue, languages
from argmap.language.tables import Tables


@pytest.mark.parametrize("code", languages())
def test_a_language_is_read_table_by_table_as_it_is_whole(code):
    whole = tomllib.loads(files(argmap.language).joinpath(f"{code}.toml").read_text("utf-8"))
    assert list(catalogue(code)) == list(whole)
    assert dict(catalogue(code)) == whole


def test_tables_apart_in_the_file_are_one():
    tables = Tables("[a]\nx = 1\n[b]\ny = 2\n[a.c]\nz = 3\n")
    assert tables["a"] == {"x": 1, "c": {"z": 3}}
    assert len(tables) == 2
    assert tables.get("d") is None


def test_words_of_one_room_do_not_wait_for_the_others(monkeypatch):
    read: list[str] = []

    def loads(text: str, known: Callable[[str], object] = tomllib.loads) -> object:
        read.append(text)
        return known(text)

    monkeypatch.setattr(tomllib, "loads", loads)
    catalogue.cache_clear()
    assert argmap.language.Words("en").say("picture.title")
    assert sum(map(len, read)) < 10_000
    assert not any("[quiz]" in text for text in read)
