"""Where findings stand: in the text, where it is one of Argdown; in the file, where it is not."""

from __future__ import annotations

import pytest

import argmap
from argmap.formats.table import built_in
from argmap.formats.writing import to_files

TEXT = "[Rain]: It rains.\n  + [Wet]: It is wet.\n\n[Sun]: The sun shines.\n"


@pytest.mark.parametrize("name", [each.name for each in built_in() if each.writes and each.name != "argdown"])
def test_no_place_is_made_up_for_what_was_read_from_another_format(name):
    into = next(each for each in built_in() if each.name == name)
    files, _ = to_files(argmap.parse(TEXT).map, into)
    every = argmap.read(files[""], format=name).check(profile="strict").findings
    found = [each for each in every if each.code != "SYN001"]  # what reading tells has its place in the file
    assert found
    assert {each.place for each in found} == {None}


def test_in_argdown_there_is_one():
    found = argmap.parse(TEXT, "rain.argdown").map.check().findings
    assert "rain.argdown:4:1" in {str(each.place) for each in found}
