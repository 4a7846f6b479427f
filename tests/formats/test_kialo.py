"""Kialo's text export, and the same as lists in Markdown."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings

import argmap
from argmap.formats import read_result
from argmap.formats.table import format_named
from argmap.formats.writing import to_files
from argmap.model import ArgumentMap
from tests.formats.explaining import unexplained
from tests.maps import maps

HERE = Path(__file__).parent / "samples"
SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "formats" / "kialo"
BOTH = ["kialo", "kialo-markdown"]


def written(m: ArgumentMap, name: str) -> tuple[str, list[argmap.Loss]]:
    files, losses = to_files(m, format_named(name))
    return files[""].decode(), losses


def back(text: str, name: str) -> ArgumentMap:
    result = read_result(io.StringIO(text), name)
    assert result.errors == (), [each.message for each in result.errors]
    return result.map


@pytest.mark.parametrize("name", BOTH)
@settings(max_examples=60)
@given(m=maps())
def test_every_difference_is_a_loss_and_the_second_time_there_is_none(name, m):
    text, losses = written(m, name)
    there = back(text, name)
    # Whatever is no character is told by all writers.
    assert list(unexplained(m, there, losses)) == []
    again, none = written(there, name)
    assert back(again, name) == there
    assert [each for each in none if each.what != "half a surrogate pair"] == []
    assert again == text
