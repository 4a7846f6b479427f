"""`argmap render`. What is in a picture is tested with `argmap.render`."""

import json
import xml.etree.ElementTree as ET

import pytest

import argmap
from argmap.render import draw

TEXT = "[Rain]: It rains.\n  - [Sun]: The sun shines.\n"


def words_of(svg: bytes | str) -> str:
    return " ".join(ET.fromstring(svg).itertext())  # argmap wrote it


def test_beside_the_input(run, folder):
    (folder / "rain.argdown").write_text(TEXT)
    result = run("render", "rain.argdown")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "Drawn: rain.svg (2 claims, 0 arguments, 1 relation)\n"
    assert "The sun shines." in words_of((folder / "rain.svg").read_bytes())
    assert (folder / "rain.svg").read_bytes() == draw(argmap.read("rain.argdown"))


DEEP = "[Rain]: It rains.\n  - [Sun]: The sun shines.\n    - [Night]: It is night.\n"
PART = "The picture shows 2 of 3 claims and arguments."


@pytest.mark.parametrize("kind", ["svg", "png", "pdf", "dot", "mmd", "graphml", "txt", "md", "html"])
def test_of_a_part_it_is_said_once_how_much_is_drawn(run, folder, kind):
    (folder / "rain.argdown").write_text(DEEP)
    result = run("render", "rain.argdown", "-o", f"x.{kind}", "--depth", "1")
    assert (result.exit_code, result.stderr) == (0, f"Drawn: x.{kind} (2 of 3 claims and arguments)\n")
    whole = run("render", "rain.argdown", "-o", f"x.{kind}", "--depth", "2")
    assert whole.stderr == f"Drawn: x.{kind} (3 claims, 0 arguments, 2 relations)\n"


def test_of_a_part_a_note_tells_where_no_sentence_says_what_is_drawn(run, folder):
    (folder / "rain.argdown").write_text(DEEP)
    printed = run("render", "rain.argdown", "-o", "-", "--depth", "1")
    assert printed.stderr == f"rain.argdown: note: {PART}\n"
    (folder / "snow.argdown").write_text(TEXT)
    several = run("render", "rain.argdown", "snow.argdown", "-o", "out", "--depth", "1")
    assert several.stderr == f"rain.argdown: note: {PART}\nDrawn: 2 of 2 debates.\n"
    (told,) = json.loads(run("render", "rain.argdown", "--depth", "1", "--json").stdout)["files"]
    assert told["notes"] == [PART]


def test_where_nothing_is_drawn_it_is_said_why(run, folder):
    (folder / "rain.argdown").write_text(TEXT)
    result = run("render", "rain.argdown", "-o", "x.svg", "--exclude", "Sun", "--exclude", "Rain")
    note, drawn = result.stderr.splitlines()
    assert note.startswith("rain.argdown: note: Nothing is drawn, for none of the 2 claims and arguments")
    assert drawn == "Drawn: x.svg (0 of 2 claims and arguments)"


def test_of_a_debate_that_is_too_large_it_is_said_how_much_could_be_drawn(run, folder, monkeypatch):
    monkeypatch.setattr("argmap.render.large.WHOLE", 3)
    monkeypatch.setattr("argmap.render.large.FOLDED", 3)
    deep = "".join(f"{'  ' * depth}{'- ' * (depth > 0)}[N{depth}]: Claim {depth}.\n" for depth in range(9))
    (folder / "deep.argdown").write_text(deep)
    result = run("render", "deep.argdown", "-o", "x.svg", "--depth", "6")
    note, drawn = result.stderr.splitlines()
    assert note.startswith("deep.argdown: note: The map is too large or too dense to be drawn whole: it has 7 boxes.")
    assert drawn == "Drawn: x.svg (3 of 9 claims and arguments)"


def test_to_a_file_to_a_folder_and_to_standard_output(run, folder):
    (folder / "rain.argdown").write_text(TEXT)
    (folder / "pictures").mkdir()
    assert run("render", "rain.argdown", "-o", "x.svg").exit_code == 0
    assert run("render", "rain.argdown", "-o", "pictures").exit_code == 0
    assert run("render", "rain.argdown", "-o", "new/").exit_code == 0
    printed = run("render", "rain.argdown", "-o", "-")
    assert printed.stderr == ""
    picture = (folder / "x.svg").read_bytes()
    assert (folder / "pictures" / "rain.svg").read_bytes() == picture
    assert (folder / "new" / "rain.svg").read_bytes() == picture
    assert printed.stdout_bytes == picture


def test_standard_input(run, folder):
    result = run("render", "-", text=TEXT)
    assert result.exit_code == 0
    assert "The sun shines." in words_of(result.stdout)
    assert run("render", "-", "-o", "x.svg", text=TEXT).exit_code == 0
    assert (folder / "x.svg").read_text() == result.stdout


def test_dot(run, folder):
    (folder / "rain.argdown").write_text(TEXT)
    assert run("render", "rain.argdown", "-o", "x.dot").exit_code == 0
    assert (folder / "x.dot").read_text() == argmap.read("rain.argdown").to_dot()
    result = run("render", "rain.argdown", "--format", "DOT", "-o", "-")
    assert result.stdout == argmap.read("rain.argdown").to_dot()
    assert run("render", "rain.argdown", "--format", "dot").exit_code == 0
    assert (folder / "rain.dot").exists()


def test_many_files_with_bad_ones_among_them(run, folder):
    (folder / "in" / "deep").mkdir(parents=True)
    (folder / "in" / "a.argdown").write_text(TEXT)
    (folder / "in" / "b.argdown").write_bytes(b"\0\0")
    (folder / "in" / "c.argdown").write_text("[A]: one *x\n")
    (folder / "in" / "deep" / "d.ad").write_text(TEXT)
    (folder / "in" / "_partial.argdown").write_text(TEXT)
    (folder / "in" / ".hidden.argdown").write_text(TEXT)
    result = run("render", "in", "nowhere.argdown", "-o", "out")
    assert result.exit_code == 2
    assert sorted(path.relative_to(folder / "out").as_posix() for path in (folder / "out").rglob("*.svg")) == [
        "a.svg",
        "c.svg",
        "deep/d.svg",
    ]
    assert "b.argdown: error: " in result.stderr
    assert "c.argdown:1:10: error: " in result.stderr
    assert result.stderr.endswith("Drawn: 3 of 4 debates.\n")


def test_patterns(run, folder):
    for name in ("a1.argdown", "a2.argdown", "b.argdown"):
        (folder / name).write_text(TEXT)
    assert run("render", "a*.argdown", "-o", "out").exit_code == 0
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["a1.svg", "a2.svg"]
    result = run("render", "z*.argdown")
    assert result.exit_code == 2
    assert "z*.argdown: error: No file has a name like this." in result.stderr


def test_a_name_that_looks_like_a_pattern(run, folder):
    (folder / "a[1].argdown").write_text(TEXT)
    assert run("render", "a[1].argdown").exit_code == 0
    assert (folder / "a[1].svg").exists()


def test_an_empty_folder(run, folder):
    (folder / "empty").mkdir()
    result = run("render", "empty")
    assert result.exit_code == 2
    assert (
        "empty: error: There is no debate in this folder that argmap reads; `argmap formats` lists the endings."
        in result.stderr
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--format", "svgg"], "There is no picture format 'svgg'. Did you mean 'svg'? The formats are: svg"),
        (["-o", "x.svgz"], "argmap draws no 'svgz' files. Did you mean 'svg'?"),
        (["--style", "argdwn"], "There is no style 'argdwn'. Did you mean 'argdown'?"),
        (["--theme", "defalt"], "Did you mean 'default'?"),
        (["--engine", "bundeld"], "Did you mean 'bundled'?"),
        (["--timeout", "0"], "0"),
        (["--json", "-o", "-"], "Standard output cannot take both"),
        (["--stlye", "argdown"], "--style"),
    ],
)
def test_wrong_uses(run, folder, words, sentence):
    (folder / "rain.argdown").write_text(TEXT)
    result = run("render", "rain.argdown", *words)
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert result.stdout == ""
    assert [path.name for path in folder.iterdir()] == ["rain.argdown"]


def test_standard_output_holds_one_thing(run):
    result = run("render", "-", "--json", text=TEXT)
    assert (result.exit_code, result.stdout) == (2, "")


def test_a_folder_that_is_not_there(run, folder):
    (folder / "rain.argdown").write_text(TEXT)
    result = run("render", "rain.argdown", "-o", "nowhere/x.svg")
    assert result.exit_code == 1
    assert "there is no folder 'nowhere'; make it first" in result.stderr


def test_no_engine(run, folder):
    (folder / "rain.argdown").write_text(TEXT)
    result = run("render", "rain.argdown", "--engine", "./no-such-dot")
    assert result.exit_code == 1
    assert "no-such-dot" in result.stderr
    assert not (folder / "rain.svg").exists()


def test_a_layout_that_takes_too_long(run, folder, monkeypatch):
    from argmap.render.engine import EngineTimeout, Graphviz

    def late(*_args, **_options):
        raise EngineTimeout("It took too long.")

    monkeypatch.setattr(Graphviz, "layout", late)
    (folder / "a.argdown").write_text(TEXT)
    (folder / "b.argdown").write_text(TEXT)
    result = run("render", "a.argdown", "b.argdown", "-o", "out")
    assert result.exit_code == 1
    for name in ("a", "b"):
        assert f"{name}.argdown: error: The picture has 2 boxes and 1 arrows, and no layout of it" in result.stderr
    assert "write it to a file that ends in .html, .txt or .md" in result.stderr


def test_for_programs(run, folder):
    (folder / "a.argdown").write_text(TEXT)
    (folder / "b.argdown").write_text("[A]: one *x\n")
    result = run("render", "a.argdown", "b.argdown", "nowhere", "-o", "out", "--json")
    assert (result.exit_code, result.stderr) == (2, "")
    nowhere, a, b = json.loads(result.stdout)["files"]
    assert nowhere == {"input": "nowhere", "diagnostics": [], "error": "There is no file 'nowhere'."}
    assert a == {
        "input": "a.argdown",
        "diagnostics": [],
        "output": "out/a.svg",
        "format": "svg",
        "claims": 2,
        "arguments": 0,
        "relations": 1,
    }
    assert [(item["line"], item["column"], item["code"]) for item in b["diagnostics"]] == [(1, 10, "unclosed-italic")]


def test_at_most_fifty_messages(run, folder):
    (folder / "a.argdown").write_text("\n\n".join(f"[{number}]: *x" for number in range(80)))
    result = run("render", "a.argdown")
    assert result.stderr.count(": error: ") == 50
    assert "30 more messages are not shown.\n" in result.stderr
    assert len(json.loads(run("render", "a.argdown", "--json").stdout)["files"][0]["diagnostics"]) == 80


@pytest.mark.parametrize(
    "name", ["-x.argdown", "a b.argdown", "漢字 é.argdown", "a\nb.argdown", "a'\"$(x).argdown", "%s.argdown"]
)
def test_hostile_names(run, folder, name):
    try:
        (folder / name).write_text(TEXT)
    except OSError:
        pytest.skip("this system has no such names")
    result = run("render", "--", name)
    assert result.exit_code == 0
    assert (folder / f"{name[:-8]}.svg").exists()
    assert result.stderr.count("\n") == 1
    (folder / name).write_text("[A]: *x\n")
    assert len(run("render", "--", name).stderr.split("\n")) == 5
    assert run("render", ".", "-o", "out").exit_code == 1
    assert (folder / "out" / f"{name[:-8]}.svg").exists()


def test_a_file_called_dash_is_not_standard_input(run, folder):
    (folder / "-").write_text(TEXT)
    assert run("render", "./-", "-o", "x.svg").exit_code == 0
    assert "The sun shines." in words_of((folder / "x.svg").read_bytes())


def test_a_debate_in_two_formats_is_drawn_once(run, folder):
    (folder / "a.argdown").write_text(TEXT)
    assert run("convert", "a.argdown", "--to", "json").exit_code == 0
    for _ in range(2):
        result = run("render", ".")
        assert result.exit_code == 0
        assert result.stderr.startswith("Skipped: ./a.json, because ./a.argdown stands beside it.\nDrawn: ./a.svg (")
    assert sorted(path.name for path in folder.iterdir()) == ["a.argdown", "a.json", "a.svg"]
    assert run("render", "a.argdown", "a.json", "-o", "out").exit_code == 0  # what is named is taken
    assert len(list((folder / "out").iterdir())) == 2


def test_the_formats_are_those_of_the_table(run):
    from argmap.render import FORMATS, THEMES

    listed = f"The formats are: {', '.join(FORMATS)}."
    assert listed in " ".join(run("render", "--help").stdout.split())
    assert listed in run("render", "-", "--format", "svgg", text=TEXT).stderr
    told = run("render", "-", "--theme", "x", text=TEXT).stderr
    assert f"There is no theme 'x'. The themes are: {', '.join(THEMES)}." in told


def test_no_engine_is_told_to_a_program(run, folder):
    (folder / "a.argdown").write_text(TEXT)
    result = run("render", "a.argdown", "--engine", "./no-such-dot", "--json")
    assert result.exit_code == 1
    assert "no-such-dot" in json.loads(result.stdout)["files"][0]["error"]
