"""Writing maps: what comes back, and what is told to be lost."""

from pathlib import Path

import pytest
from hypothesis import given

import argmap
from argmap.errors import UnknownNameError, WriteError
from argmap.formats import Loss, read, write
from argmap.formats.table import format_named
from argmap.formats.writing import to_bytes
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
    with pytest.raises(UnknownNameError, match=r"End it in .argdown, .ad, .json, or name the format."):
        write(m, "rain")
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


def test_the_data_of_a_relation_is_a_loss_in_argdown(m):
    m.relate("Dry", "undercut", m.support("Wet streets", "Rain", title="Wet"), data={"weight": 0.5})
    (loss,) = write(m, "rain.argdown")
    assert loss == Loss(
        "the data of a relation", "Dry undercut Wet", "Argdown has no place for the data of a relation."
    )
    assert str(loss) == (
        "Dry undercut Wet: the data of a relation is left out. Argdown has no place for the data of a relation."
    )
    assert write(m, "rain.json") == []


def test_half_a_surrogate_pair_is_a_loss():
    broken = argmap.ArgumentMap.from_records(claims=[argmap.Claim("A", "half \ud800 pair", "A")])
    data, losses = to_bytes(broken, format_named("argdown"))
    assert "half \ufffd pair".encode() in data
    assert len(losses) <= 1


@given(maps())
def test_json_holds_every_map(m):
    data, losses = to_bytes(m, format_named("json"))
    assert losses == []
    assert argmap.ArgumentMap.from_json(data) == m
