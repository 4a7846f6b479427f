"""Argument graphs of Carneades 4 in YAML."""

from __future__ import annotations

import io

from hypothesis import given, settings

from argmap.formats import read_result
from argmap.formats.table import format_named
from argmap.formats.writing import to_files
from argmap.model import ArgumentMap
from tests.maps import maps


def written(m: ArgumentMap) -> str:
    files, losses = to_files(m, format_named("carneades"))
    assert losses == []
    return files[""].decode()


def back(text: str) -> ArgumentMap:
    result = read_result(io.StringIO(text), "carneades")
    assert result.diagnostics == (), [each.message for each in result.diagnostics]
    assert result.losses == ()
    return result.map


@settings(max_examples=300)
@given(maps())
def test_every_map_comes_back(m):
    assert back(written(m)) == m
