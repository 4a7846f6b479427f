"""The folder of a lesson: whole or not at all, and nothing of anybody else is lost."""

from __future__ import annotations

import json
import os

import pytest

from argmap.classroom.lesson.folder import MANIFEST, Folder
from argmap.errors import WriteError


def _write(place, *, force=False, **files):
    with Folder(place, force=force) as made:
        for name, text in files.items():
            made.put(name.replace("__", "/"), text.encode())


def _names(place):
    return sorted(path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file())


def test_a_new_folder_is_made_with_those_above_it(tmp_path):
    _write(tmp_path / "a" / "b", c__d="1")
    assert _names(tmp_path / "a" / "b") == [MANIFEST, "c/d"]
    assert os.listdir(tmp_path / "a") == ["b"]


def test_a_second_lesson_takes_the_place_of_the_first_and_leaves_other_files(tmp_path):
    place = tmp_path / "lesson"
    _write(place, one="1", gone__two="2")
    (place / "mine.txt").write_text("mine")
    _write(place, one="new", three="3")
    assert _names(place) == [MANIFEST, "mine.txt", "one", "three"]
    assert (place / "one").read_text() == "new"
    assert not (place / "gone").exists()
    assert os.listdir(tmp_path) == ["lesson"]


def test_a_folder_with_other_things_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(WriteError, match=r"holds other things than a lesson.*--force"):
        _write(tmp_path, one="1")
    assert os.listdir(tmp_path) == ["mine.txt"]
    _write(tmp_path, force=True, one="1")
    assert _names(tmp_path) == [MANIFEST, "mine.txt", "one"]


def test_an_empty_folder_is_as_good_as_none(tmp_path):
    _write(tmp_path, one="1")
    assert (tmp_path / "one").read_text() == "1"


def test_a_file_that_a_teacher_changed_is_not_lost(tmp_path):
    place = tmp_path / "lesson"
    _write(place, one="1", two="2")
    (place / "one").write_text("my own words")
    with pytest.raises(WriteError, match=r"'one' in .* was changed"):
        _write(place, one="new")
    assert (place / "one").read_text() == "my own words"
    _write(place, force=True, one="new")
    assert (place / "one").read_text() == "new"


def test_an_error_leaves_everything_as_it_was(tmp_path):
    place = tmp_path / "lesson"
    _write(place, one="1")
    with pytest.raises(ZeroDivisionError), Folder(place) as made:
        made.put("one", b"half")
        1 / 0  # noqa: B018
    assert (place / "one").read_text() == "1"
    assert os.listdir(tmp_path) == ["lesson"]


@pytest.mark.parametrize("listed", ["nonsense", "[]", '{"files": 3}', '{"files": {"../../victim": "x"}}'])
def test_a_list_of_files_that_somebody_else_wrote_harms_nothing(tmp_path, listed):
    victim = tmp_path / "victim"
    victim.write_text("alive")
    place = tmp_path / "a" / "lesson"
    place.mkdir(parents=True)
    (place / MANIFEST).write_text(listed)
    _write(place, force=True, one="1")
    assert victim.read_text() == "alive"
    assert set(json.loads((place / MANIFEST).read_text())["files"]) == {"one"}


def test_a_file_in_its_place_is_named(tmp_path):
    place = tmp_path / "lesson"
    place.write_text("a file")
    with pytest.raises(WriteError, match="is a file; a lesson needs a folder"):
        _write(place, one="1")
