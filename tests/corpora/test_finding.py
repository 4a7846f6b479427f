"""Which files names stand for, beyond what the commands test."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from argmap.corpora import Found, Missing, Skipped, find


def test_what_is_found_skipped_and_missing(tmp_path: Path) -> None:
    for name in ("a.argdown", "a.json", "b.json", "_c.argdown", "notes.txt"):
        (tmp_path / name).write_text("")
    found = list(find([str(tmp_path), str(tmp_path / "nowhere"), str(tmp_path / "q*")]))
    assert [(type(each), os.path.basename(each.path)) for each in found] == [
        (Found, "a.argdown"),
        (Skipped, "a.json"),
        (Found, "b.json"),
        (Missing, "nowhere"),
        (Missing, "q*"),
    ]


def test_folders_as_deep_as_names_can_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(1200):
        os.mkdir("d")
        os.chdir("d")
    Path("a.argdown").write_text("")
    monkeypatch.chdir(tmp_path)
    try:
        assert [each.path[-9:] for each in find(["d"]) if isinstance(each, Found)] == ["a.argdown"]
    finally:
        # pytest's own clean-up goes by whole names.
        for _ in range(1200):
            os.chdir("d")
        os.unlink("a.argdown")
        for _ in range(1200):
            os.chdir("..")
            os.rmdir("d")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="everything may be read here")
def test_a_folder_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir(mode=0)
    (tmp_path / "a.argdown").write_text("")
    found = list(find([str(tmp_path)]))
    assert found[1] == Missing(str(tmp_path / "in"), "This folder cannot be read: Permission denied.")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    (tmp_path / "rain.argdown").write_text("[Rain]: It rains.")
    (tmp_path / "gone.json").symlink_to("nowhere.json")
    found = [(os.path.basename(each.path), type(each).__name__) for each in find([str(tmp_path)])]
    assert found == [("pipe.json", "Skipped"), ("gone.json", "Found"), ("rain.argdown", "Found")]
