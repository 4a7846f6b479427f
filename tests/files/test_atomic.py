"""A file is written whole or not at all."""

import os
import stat
import sys
import threading
from pathlib import Path

import pytest

from argmap.errors import WriteError
from argmap.files.atomic import write_atomically, write_together

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions, links and pipes are those of POSIX")


def left_over(folder: Path) -> list[str]:
    return sorted(name for name in os.listdir(folder) if name.startswith(".argmap"))


def test_a_new_file_and_another_in_its_place(tmp_path):
    path = tmp_path / "a.txt"
    write_atomically(path, b"one")
    write_atomically(str(path), b"two")
    assert path.read_bytes() == b"two"
    assert os.listdir(tmp_path) == ["a.txt"]


@posix
def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path):
    (tmp_path / "other").write_bytes(b"")
    write_atomically(tmp_path / "a", b"x")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "other").stat().st_mode


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_permissions_are_kept(tmp_path, mode):
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == mode


@posix
def test_a_link_is_followed(tmp_path):
    (tmp_path / "real").mkdir()
    target = tmp_path / "real" / "a"
    target.write_bytes(b"old")
    link = tmp_path / "link"
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    dangling = tmp_path / "dangling"
    dangling.symlink_to(tmp_path / "real" / "b")
    write_atomically(dangling, b"b")
    assert (tmp_path / "real" / "b").read_bytes() == b"b"


@pytest.mark.parametrize("at", ["os.fsync", "pathlib.Path.replace"])
def test_when_it_fails_the_old_file_is_there(tmp_path, monkeypatch, at):
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(at, full)
    with pytest.raises(WriteError, match=r"cannot be written: No space left on device\."):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a"]


def test_when_it_is_interrupted_nothing_is_left_over(tmp_path, monkeypatch):
    def interrupted(*_args):
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "a", b"new")
    assert os.listdir(tmp_path) == []


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(WriteError, match="there is no folder '.*nowhere'; make it first"):
        write_atomically(tmp_path / "nowhere" / "a", b"x")


def test_a_folder_in_the_place_of_the_file(tmp_path):
    with pytest.raises(WriteError, match="is a folder; give the name of a file in it"):
        write_atomically(tmp_path, b"x")


def test_a_file_in_the_place_of_a_folder(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(WriteError):
        write_atomically(tmp_path / "a" / "b", b"x")


def test_names_that_no_system_has():
    with pytest.raises(WriteError, match="cannot be written"):
        write_atomically("a\0b", b"x")
    with pytest.raises(WriteError, match="cannot be written"):
        write_atomically("n" * 5000, b"x")


@posix
def test_the_longest_name_can_be_written(tmp_path):
    path = tmp_path / ("n" * 255)
    write_atomically(path, b"x")
    assert path.read_bytes() == b"x"


def test_a_file_that_may_not_be_written_is_not_replaced(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_bytes(b"old")
    monkeypatch.setattr("os.access", lambda *_args: False)
    with pytest.raises(WriteError, match="may not be written to"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"


@posix
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(path.read_bytes()))
    reader.start()
    write_atomically(path, b"through")
    reader.join(10)
    assert read == [b"through"]
    assert stat.S_ISFIFO(path.stat().st_mode)


@posix
def test_a_pipe_without_a_name_is_written_to():
    out, into = os.pipe()
    write_atomically(f"/dev/fd/{into}", b"through")
    os.close(into)
    with open(out, "rb") as file:
        assert file.read() == b"through"


def test_a_link_into_a_folder_that_is_not_there(tmp_path):
    try:
        (tmp_path / "link").symlink_to(tmp_path / "nowhere" / "a")
    except OSError:
        pytest.skip("this system makes no links")
    with pytest.raises(WriteError, match="there is no folder '.*nowhere'; make it first"):
        write_atomically(tmp_path / "link", b"x")


def test_a_folder_that_is_there_is_not_said_to_be_missing(tmp_path, monkeypatch):
    def refuse(*_args):
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr("os.open", refuse)  # as in /proc
    with pytest.raises(WriteError, match="the folder '.*' takes no new files") as caught:
        write_atomically(tmp_path / "a", b"x")
    assert "there is no folder" not in str(caught.value)


def test_parts_are_written_as_they_come(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"old")
    seen = []

    def parts():
        for _ in range(3):
            yield b"x" * 2**20
            (new,) = [tmp_path / name for name in left_over(tmp_path)]
            seen.append(new.stat().st_size)
            assert path.read_bytes() == b"old"

    write_together([(path, parts())])
    assert seen == [2**20, 2 * 2**20, 3 * 2**20]
    assert path.stat().st_size == 3 * 2**20
    assert left_over(tmp_path) == []


@pytest.mark.parametrize("raised", [OSError(5, "Input/output error"), KeyError("x"), KeyboardInterrupt()])
def test_when_the_parts_fail_the_old_file_is_there(tmp_path, raised):
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def parts():
        yield b"new"
        raise raised

    with pytest.raises(WriteError if isinstance(raised, OSError) else type(raised)):
        write_together([(path, parts())])
    assert path.read_bytes() == b"old"
    assert left_over(tmp_path) == []
