"""Which files names stand for, beyond what the commands test."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from argmap.corpora import Found, Missing, Skipped, find
from argmap.formats.table import format_named


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


def test_a_circle_of_links_costs_only_itself(tmp_path: Path) -> None:
    (tmp_path / "a.argdown").write_text("")
    (tmp_path / "round.argdown").symlink_to("round.argdown")
    (tmp_path / "folder.argdown").symlink_to(tmp_path)
    found = [os.path.basename(each.path) for each in find([str(tmp_path)]) if isinstance(each, Found)]
    assert found == ["a.argdown", "round.argdown"]


@pytest.mark.parametrize("given", [["debate.csv", "debate.edges.csv"], ["*.csv"], ["debate.edges.csv", "debate.c*"]])
def test_of_files_that_belong_together_one_stands_for_both(
    given: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("debate.csv", "debate.edges.csv"):
        Path(name).write_text("id\n")
    assert list(find(given)) == [Found("debate.csv", "debate.csv")]


def test_a_file_that_belongs_to_another_stands_for_itself_where_it_alone_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.ann", "a.txt", "b.argdown"):
        Path(name).write_text("")
    names = ["a.txt", "b.argdown"]
    assert list(find(names)) == [Found(each, each) for each in names]
    assert list(find(["a.txt", "a.ann"], origin=format_named("argdown"))) == [
        Found(each, each) for each in ("a.txt", "a.ann")
    ]
