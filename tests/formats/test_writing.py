"""Writing maps: what comes back, and what is told to be lost."""

import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.errors import UnknownNameError, WriteError
from argmap.formats import read, read_result, write
from argmap.formats.keeping import ALL
from argmap.formats.table import built_in, format_named
from argmap.formats.writing import _AT_ONCE, to_files
from argmap.formats.written import Written
from tests.maps import maps


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def m():
    made = argmap.ArgumentMap("Rain")
    made.rebut("The street is dry", made.claim("It rains", title="Rain"), title="Dry")
    return made


@pytest.mark.parametrize("name", ["rain.json", "rain.argdown", "rain.ad", "RAIN.AD"])
def test_what_is_written_is_read_again(m, name):
    assert write(m, name) == []
    assert read(name) == m
    assert m.save(Path(name)) == []


def test_a_format_that_is_named_counts(m):
    write(m, "rain.txt", format="Argdown")
    assert read("rain.txt", format="argdown") == m
    assert Path("rain.txt").read_bytes() == m.to_argdown().encode()


def test_names_that_tell_no_format(m):
    with pytest.raises(UnknownNameError, match=r"'rain.jsn' does not tell a format. Did you mean '.json'\?"):
        write(m, "rain.jsn")
    with pytest.raises(UnknownNameError, match=r"such as .argdown or .json, or name the format\."):
        write(m, "rain")
    with pytest.raises(
        UnknownNameError, match=r"any text may end so, also one of kialo or kialo-markdown\. .* such as kialo\.$"
    ):
        write(m, "rain.TXT")
    with pytest.raises(UnknownNameError, match=r"ending of 'rain.svg', which is that of a picture; draw one with"):
        write(m, "rain.svg")
    with pytest.raises(UnknownNameError, match="no format 'svg'"):
        write(m, "rain.svg", format="svg")
    assert list(Path().iterdir()) == []


def test_when_it_fails_the_old_file_is_there(m, monkeypatch):
    Path("rain.json").write_text("old")

    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(WriteError, match="No space left"):
        write(m, "rain.json")
    assert Path("rain.json").read_text() == "old"


@pytest.mark.parametrize("name", ["argdown", "json"])
def test_half_a_surrogate_pair_is_a_loss(name):
    broken = argmap.ArgumentMap.from_records(
        title="whole",
        data={"a": [{"b\udfff": 1}]},
        claims=[argmap.Claim("A", "half \ud800 pair", "A"), argmap.Claim("B", "whole", "B")],
        arguments=[argmap.Argument("C", "whole", "C", data={"x": {"y": ["\ud800", "\ud801"]}})],
        sections=[argmap.Section("s1", "half\ud800")],
    )
    files, losses = to_files(broken, format_named(name))
    data = files[""]
    assert "half \ufffd pair" in data.decode()
    assert [(loss.what, loss.where, loss.kept_as) for loss in losses] == [
        ("half a surrogate pair", where, "U+FFFD") for where in ("the map", "A", "C", "s1")
    ]
    assert str(losses[1]) == (
        "A: The file keeps half a surrogate pair as U+FFFD. It is no character, and no file can hold it."
    )


@pytest.mark.parametrize("sign", ["\ud800", "\\ufffd"])
@pytest.mark.parametrize("at", [0, *range(_AT_ONCE - 6, _AT_ONCE + 1)])
def test_half_a_surrogate_pair_is_a_loss_in_pieces_too(sign, at, monkeypatch):
    m = argmap.ArgumentMap()
    m.claim("whole")
    m = argmap.ArgumentMap.from_records(claims=[*m.claims, argmap.Claim("half", "\ud800")])
    text = "x" * at + sign + "y" * 3 * _AT_ONCE
    made = Written("", pieces=iter(text))  # each sign is a piece, and some thousand are looked at together
    monkeypatch.setattr("argmap.formats.native.write", lambda _: made)
    losses = write(m, "rain.json")
    assert Path("rain.json").read_text() == text.replace("\ud800", "\ufffd")
    assert [(loss.where, loss.kept_as) for loss in losses] == [("half", "U+FFFD")]


def test_pieces_are_written_alike_to_files_and_streams(m):
    m.claim("Größe 𝔸")
    for name in ("aif", "xaif", "ova", "arguebuf"):
        stream = io.BytesIO()
        assert write(m, f"rain.{name}", name) == write(m, stream, name)
        files, _ = to_files(m, format_named(name))
        assert Path(f"rain.{name}").read_bytes() == stream.getvalue() == files[""]


@given(maps(), st.sampled_from(["json", "argdown"]))
def test_every_format_holds_every_map(m, name):
    files, losses = to_files(m, format_named(name))
    assert losses == []
    assert read_result(io.BytesIO(files[""]), name).map == m


@pytest.mark.parametrize("name", ["json", "argdown"])
def test_streams(m, name):
    text, data = io.StringIO(), io.BytesIO()
    assert write(m, text, name) == write(m, data, name) == []
    assert text.getvalue().encode() == data.getvalue()
    assert read(io.BytesIO(data.getvalue()), name) == m
    for mode, options in (("w", {"encoding": "utf-8"}), ("wb", {}), ("wb", {"buffering": 0})):
        with open(f"rain.{name}", mode, **options) as file:
            write(m, file)
            assert not file.closed
        assert read(f"rain.{name}") == m


def test_streams_that_cannot_be_written(m):
    with pytest.raises(UnknownNameError, match="name it, as in format='argdown'"):
        write(m, io.StringIO())
    closed = io.StringIO()
    closed.close()
    with pytest.raises(WriteError, match="<stream> cannot be written"):
        write(m, closed, "json")
    m.claim("Öl")
    with pytest.raises(WriteError, match="takes ascii only; open it as UTF-8"):
        write(m, io.TextIOWrapper(io.BytesIO(), encoding="ascii"), "argdown")
    Path("rain.json").touch()
    with open("rain.json") as reading, pytest.raises(WriteError, match="rain.json cannot be written"):
        write(m, reading, "json")


def test_what_is_no_map_and_no_file(m):
    with pytest.raises(WriteError, match="an object of type int is neither"):
        write(m, 5)
    with pytest.raises(WriteError, match="an object of type int is none"):
        write(5, "x.json")
    with pytest.raises(UnknownNameError, match="no format 5"):
        write(m, "x.json", 5)


def test_what_belongs_to_a_file_takes_the_place_of_nothing_else(m):
    Path("rain.txt").write_text("an essay")
    with pytest.raises(WriteError, match=r"'rain.txt' is written along with 'rain.ann', and there is one that belongs"):
        write(m, "rain.ann")
    assert [(path.name, path.read_text()) for path in Path().iterdir()] == [("rain.txt", "an essay")]
    Path("rain.txt").unlink()
    write(m, "rain.ann")
    Path("rain.ann").unlink()  # as where the disk was full after the first
    write(m, "rain.ann")
    assert sorted(path.name for path in Path().iterdir()) == ["rain.ann", "rain.txt"]


def test_files_that_belong_together_are_all_new_or_all_old(m, monkeypatch):
    write(m, "rain.csv")
    before = {path.name: path.read_bytes() for path in Path().iterdir()}
    fsync, calls = os.fsync, []

    def full(handle):
        calls.append(handle)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")
        fsync(handle)

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(WriteError, match=r"'rain.csv' cannot be written: No space left on device\."):
        write(argmap.parse("[Sun]: It shines.\n  - [Rain]: It rains.\n").map, "rain.csv")
    assert {path.name: path.read_bytes() for path in Path().iterdir()} == before


@pytest.mark.parametrize("name", [each.name for each in built_in() if each.writes and each.load().KEEPS == ALL])
def test_two_spaces_in_a_text_come_back_where_all_does(name):
    text = "[A]: one  two *three  four* #x\n  + <B>: five  six #y\n\n<B>\n\n(1) seven  eight\n----\n(2) [A]\n"
    m = argmap.parse(text).map
    path = f"rain{format_named(name).suffixes[0]}"
    assert write(m, path, name) == []
    assert read(path, name) == m
