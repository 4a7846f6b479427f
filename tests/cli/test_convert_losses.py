"""`argmap convert` where a format holds less than a map: what is told, counted and refused."""

from __future__ import annotations

import json

import pytest

import argmap
from argmap.formats import Given, Written, native
from argmap.formats.keeping import Facet, Keeps
from argmap.loss import Loss
from argmap.text import parse

NOTHING: frozenset[Facet] = frozenset()
KEEPS = Keeps(claim=frozenset({Facet.TEXT, Facet.ID, Facet.MARKS}), map=NOTHING)
TEXT = "[Rain]: It rains. #wet {a: 1}\n  - [Sun]: The sun shines. #bright\n"


@pytest.fixture
def poor(monkeypatch):
    """The format `json`, as if it knew no tags and no data, and the files of argmap read with a loss."""

    def write(m: argmap.ArgumentMap) -> Written:
        return Written(m.to_json() + "\n", tuple(KEEPS.lost(m, "It knows no {}.")))

    monkeypatch.setattr(native, "write", write)


def test_those_of_one_file_are_told_one_by_one(run, folder, poor):
    (folder / "a.argdown").write_text(TEXT)
    result = run("convert", "a.argdown", "-o", "a.json")
    assert result.exit_code == 0
    assert result.stderr == (
        "a.argdown: warning: [Rain]: The file leaves out the tags. It knows no tags.\n"
        "a.argdown: warning: [Rain]: The file leaves out the data. It knows no data.\n"
        "a.argdown: warning: [Sun]: The file leaves out the tags. It knows no tags.\n"
        "Written: a.json\n"
    )


def test_many_of_one_file_are_counted(run, folder, poor):
    (folder / "a.argdown").write_text("".join(f"[C{n}]: Claim {n}. #a {{b: 1}}\n\n" for n in range(30)))
    lines = run("convert", "a.argdown", "-o", "a.json").stderr.splitlines()
    assert sum("warning:" in line for line in lines) == 20
    assert lines[20:] == [
        "Lost:",
        "  the data: 30 times. It knows no data.",
        "  the tags: 30 times. It knows no tags.",
        "Written: a.json",
    ]
    facts = json.loads(run("convert", "a.argdown", "-o", "a.json", "--json").stdout)
    assert len(facts["files"][0]["losses"]) == 60


def test_those_of_many_files_are_only_counted(run, folder, poor):
    (folder / "in").mkdir()
    for number in range(3):
        (folder / "in" / f"{number}.argdown").write_text(TEXT if number else "[A]: one // comment\n")
    result = run("convert", "in", "-o", "out", "--to", "json")
    assert result.exit_code == 0
    assert result.stderr == (
        "Lost in 3 of 3 files:\n"
        "  the tags: 4 times in 2 files. It knows no tags.\n"
        "  the data: 2 times in 2 files. It knows no data.\n"
        "  comments: 1 time in 1 file. A map holds no comments; they belong to the text.\n"
        "Written: 3 of 3 debates.\n"
    )


def test_strict_writes_nothing_of_which_anything_is_lost(run, folder, poor):
    (folder / "in").mkdir()
    (folder / "in" / "poor.argdown").write_text("[A]: one\n")
    (folder / "in" / "rich.argdown").write_text(TEXT)
    (folder / "in" / "said.argdown").write_text("// comment\n\n[A]: one\n")
    result = run("convert", "in", "-o", "out", "--to", "json", "--strict")
    assert result.exit_code == 1
    assert [path.name for path in (folder / "out").iterdir()] == ["poor.json"]
    assert (
        "in/rich.argdown: error: It is not written, because 3 things would be lost, and --strict allows no loss.\n"
        "in/said.argdown: error: It is not written, because 1 thing would be lost, and --strict allows no loss.\n"
    ) in result.stderr
    assert result.stderr.endswith("Written: 1 of 3 debates.\n")
    one = run("convert", "in/rich.argdown", "-o", "rich.json", "--strict", "--json")
    assert one.exit_code == 1
    (facts,) = json.loads(one.stdout)["files"]
    assert facts["error"].startswith("It is not written, because 3 things")
    assert len(facts["losses"]) == 3
    assert "output" not in facts
    assert not (folder / "rich.json").exists()


def test_strict_leaves_the_old_file_alone(run, folder, poor):
    (folder / "a.argdown").write_text(TEXT)
    (folder / "a.json").write_text("old")
    assert run("convert", "a.argdown", "-o", "a.json", "--strict").exit_code == 1
    assert (folder / "a.json").read_text() == "old"
    result = run("convert", "-", "--to", "json", "--strict", text=TEXT)
    assert (result.exit_code, result.stdout) == (1, "")


def test_strict_and_nothing_lost(run, folder):
    (folder / "a.argdown").write_text(TEXT)
    result = run("convert", "a.argdown", "-o", "a.json", "--strict")
    assert (result.exit_code, result.stderr) == (0, "Written: a.json\n")


# -- what was lost when a file was read --------------------------------------------------------------------------


@pytest.fixture
def lossy(monkeypatch):
    loss = Loss("the likes", "[A]", "A map holds no likes.", holder="map")

    def read(given: Given) -> argmap.ParseResult:
        return parse("[A]: one")._replace(losses=(loss, loss))

    monkeypatch.setattr(native, "read", read)


def test_convert_tells_each_loss_of_reading(run, folder, lossy):
    (folder / "a.json").write_text("{}")
    result = run("convert", "a.json", "-o", "a.argdown")
    assert result.stderr == (
        "a.json: warning: [A]: The map leaves out the likes. A map holds no likes.\n" * 2 + "Written: a.argdown\n"
    )
    (folder / "b.json").write_text("{}")
    result = run("convert", "a.json", "b.json", "--to", "argdown", "-o", "out")
    assert "  the likes, when it was read: 4 times in 2 files. A map holds no likes.\n" in result.stderr
    assert run("convert", "a.json", "-o", "c.argdown", "--strict").exit_code == 1
    assert not (folder / "c.argdown").exists()


def test_other_commands_only_count_them(run, folder, lossy):
    (folder / "a.json").write_text("{}")
    for words in (["show", "a.json"], ["evaluate", "a.json"], ["why", "a.json", "A"]):
        result = run(*words)
        assert result.exit_code == 0
        assert result.stderr == (
            "a.json: note: The map does not hold 2 things of this file; `argmap convert` tells each.\n"
        )


def test_check_counts_them_too(run, folder, lossy):
    (folder / "a.json").write_text("{}")
    result = run("check", "a.json", "--exit-zero")
    assert "a.json: note: The map does not hold 2 things of this file; `argmap convert` tells each.\n" in result.stderr


# -- formats that are named, and formats of several files ----------------------------------------------------------


def test_from_names_the_format_to_read(run, folder):
    m = argmap.parse(TEXT).map
    (folder / "a.data").write_text(m.to_json())
    assert run("convert", "a.data", "--from", "json", "-o", "a.argdown").exit_code == 0
    assert argmap.read("a.argdown") == m
    result = run("convert", "-", "--from", "JSON", "--to", "argdown", text=m.to_json())
    assert argmap.parse(result.stdout).map == m
    result = run("convert", "a.data", "--from", "jsn", "-o", "b.argdown")
    assert result.exit_code == 2
    assert "Did you mean 'json'?" in result.stderr


def test_from_says_which_files_of_a_folder_are_meant(run, folder):
    (folder / "in").mkdir()
    (folder / "in" / "a.argdown").write_text(TEXT)
    (folder / "in" / "b.json").write_text(argmap.parse("[B]: one").map.to_json())
    assert run("convert", "in", "--from", "argdown", "--to", "json", "-o", "out").exit_code == 0
    assert [path.name for path in (folder / "out").iterdir()] == ["a.json"]
    (folder / "empty").mkdir()
    result = run("convert", "empty", "--from", "argdown", "--to", "json", "-o", "out")
    assert "empty: error: There is no file of the format argdown in this folder.\n" in result.stderr


@pytest.fixture
def double(monkeypatch):
    """The format `json`, as if a text belonged to each of its files."""
    monkeypatch.setattr(native, "write", lambda m: Written(m.to_json(), (), {".txt": "beside"}))


def test_files_that_belong_to_another_are_written_with_it(run, folder, double):
    (folder / "a.argdown").write_text(TEXT)
    (folder / "out").mkdir()
    for _ in range(2):
        result = run("convert", "a.argdown", "-o", "out/a.json", "--json")
        assert result.exit_code == 0
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["a.json", "a.txt"]
    assert json.loads(result.stdout)["files"][0]["beside"] == ["out/a.txt"]


def test_they_are_not_written_over_what_belongs_to_something_else(run, folder, double):
    (folder / "a.argdown").write_text(TEXT)
    (folder / "a.txt").write_text("mine")
    result = run("convert", "a.argdown", "-o", "a.json")
    assert result.exit_code == 1
    assert result.stderr == (
        "a.argdown: error: The file 'a.txt' is written along with 'a.json', and there is one that belongs to something "
        "else. Choose another place.\n"
    )
    assert not (folder / "a.json").exists()
    (folder / "b.txt").write_text(TEXT)
    (folder / "b.json").write_text("{}")
    result = run("convert", "b.txt", "--to", "json")
    assert "'b.txt' as well, which is the input" in result.stderr
    assert (folder / "b.txt").read_text() == TEXT
    assert (folder / "a.txt").read_text() == "mine"


def test_what_belongs_to_one_output_is_not_written_over_by_another(run, folder):
    names = ["debate.argdown", "debate.edges.argdown"]
    for name in names:
        (folder / name).write_text(f"[{name}]: It rains.\n  - [Sun]: The sun shines.\n")
    for into, order in (("one", names), ("two", names[::-1])):
        told = json.loads(run("convert", *order, "--to", "csv", "-o", f"{into}/", "--json").stdout)["files"]
        for each in told:
            assert argmap.read(each["output"]) == argmap.read(each["input"])
        assert len(list((folder / into).iterdir())) == 4


def test_what_belongs_to_an_input_is_not_written_over(run, folder):
    (folder / "a.txt").write_text("It rains.")
    (folder / "a.ann").write_text("T1\tClaim 0 9\tIt rains.\n")
    result = run("convert", "a.ann", "--to", "kialo", "-o", "a.txt")
    assert (result.exit_code, (folder / "a.txt").read_text()) == (2, "It rains.")
    assert "'a.txt' is one of the inputs" in result.stderr


def test_they_have_no_place_on_standard_output(run, folder, double):
    result = run("convert", "-", "--to", "json", text=TEXT)
    assert result.exit_code == 1
    assert "takes several files (another with the ending .txt); give a path" in result.stderr


def test_in_a_folder_the_content_of_common_endings_counts(run, folder, monkeypatch):
    from argmap.formats import table

    lines = table.Format("lines", "Lines", (".lines",), "argmap.formats.argdown", also=(".txt", ".md"))
    monkeypatch.setattr(table, "_TABLE", (lines, *table.built_in()))
    monkeypatch.setattr(table.Format, "looks_like", lambda self, given: given.text.startswith("LINES"))
    for name, text in (("debate.txt", "LINES"), ("README.md", "# Read me"), ("essay.txt", "Text."), ("a.ad", TEXT)):
        (folder / name).write_text(text)
    (folder / "bytes.txt").write_bytes(b"\0\1\2\0" * 100)
    facts = json.loads(run("convert", ".", "--to", "json", "-o", "out", "--json").stdout)
    assert [each["input"] for each in facts["files"]] == ["./a.ad", "./debate.txt"]
