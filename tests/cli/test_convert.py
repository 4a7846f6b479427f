"""`argmap convert`."""

import json

import pytest

import argmap

TEXT = "/* a comment */\n\n[Rain]: It rains.\n  - [Sun]: The sun shines.\n"


def test_by_the_ending(run, folder):
    (folder / "rain.argdown").write_text(TEXT)
    result = run("convert", "rain.argdown", "-o", "rain.json")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        "rain.argdown:1:1: warning: The file leaves out 1 comment. A map holds no comments; they belong to the text.\n"
        "Written: rain.json\n"
    )
    assert argmap.read("rain.json") == argmap.read("rain.argdown")
    result = run("convert", "rain.json", "-o", "again.ad")
    assert (result.exit_code, result.stderr) == (0, "Written: again.ad\n")
    assert argmap.read("again.ad") == argmap.read("rain.json")


def test_a_filter(run):
    result = run("convert", "-", "--to", "json", text=TEXT)
    assert result.exit_code == 0
    m = argmap.ArgumentMap.from_json(result.stdout_bytes)
    assert m == argmap.parse(TEXT).map
    back = run("convert", "-", "-o", "-", "--to", "argdown", text=result.stdout_bytes)
    assert argmap.parse(back.stdout).map == m


def test_a_folder_keeps_its_shape(run, folder):
    (folder / "in" / "deep").mkdir(parents=True)
    (folder / "in" / "a.argdown").write_text(TEXT)
    (folder / "in" / "deep" / "b.ad").write_text(TEXT)
    result = run("convert", "in", "-o", "out", "--to", "json")
    assert result.exit_code == 0
    assert sorted(path.relative_to(folder).as_posix() for path in (folder / "out").rglob("*.json")) == [
        "out/a.json",
        "out/deep/b.json",
    ]
    assert result.stderr.endswith("Written: 2 of 2 debates.\n")


def test_the_folder_of_the_output_is_no_input(run, folder):
    (folder / "a.argdown").write_text(TEXT)
    for _ in range(2):
        result = run("convert", ".", "-o", "out", "--to", "json")
        assert result.exit_code == 0
        assert [path.name for path in (folder / "out").iterdir()] == ["a.json"]


def test_beside_the_input(run, folder):
    (folder / "a.argdown").write_text(TEXT)
    assert run("convert", "a.argdown", "--to", "json").exit_code == 0
    assert argmap.read("a.json") == argmap.read("a.argdown")


def test_losses_are_told(run, folder, monkeypatch):
    from argmap.formats import Loss, Written, native

    loss = Loss("the weight", "A attack B", "This format\nknows none.")
    monkeypatch.setattr(native, "write", lambda m: Written(m.to_json(), (loss,)))
    (folder / "a.argdown").write_text("[A]: one\n")
    result = run("convert", "a.argdown", "-o", "a.json")
    assert result.exit_code == 0
    assert result.stderr == (
        "a.argdown: warning: A attack B: The file leaves out the weight. This format\\nknows none.\nWritten: a.json\n"
    )
    facts = json.loads(run("convert", "a.argdown", "-o", "b.json", "--json").stdout)
    assert facts["files"][0]["losses"] == [
        {
            "what": "the weight",
            "where": "A attack B",
            "why": "This format\nknows none.",
            "kept_as": "",
            "holder": "file",
        }
    ]
    assert facts["files"][0]["output"] == "b.json"


def test_the_data_of_a_relation_come_back(run):
    m = argmap.ArgumentMap()
    m.relate(m.claim("one", title="A"), "attack", m.claim("two", title="B"), data={"weight": 1})
    text = run("convert", "-", "--to", "argdown", text=m.to_json())
    assert text.stderr == ""
    assert argmap.ArgumentMap.from_json(run("convert", "-", "--to", "json", text=text.stdout_bytes).stdout) == m


def test_wrong_uses(run, folder):
    (folder / "a.argdown").write_text(TEXT)
    for words, sentence in (
        (["a.argdown"], "Name the format to write with --to"),
        (["a.argdown", "-o", "-"], "Name the format to write with --to"),
        (["a.argdown", "-o", "a.jsn"], "Did you mean '.json'?"),
        (["a.argdown", "-o", "x", "--to", "jsn"], "Did you mean 'json'?"),
        (["a.argdown", "-o", "a.argdown"], "'a.argdown' is one of the inputs"),
        (["a.argdown", "-o", "-", "--to", "json", "--json"], "Standard output cannot take both"),
        (["a.argdown", "-", "-o", "-", "--to", "json"], "Several files cannot go to standard output"),
    ):
        result = run("convert", *words, text="")
        assert result.exit_code == 2, words
        assert sentence in result.stderr
    assert (folder / "a.argdown").read_text() == TEXT


@pytest.mark.parametrize("words", [["e.ann", "e.txt"], ["e.txt", "e.ann"], ["e.*"]])
def test_files_that_belong_together_are_one_input(run, folder, words):
    (folder / "e.txt").write_text("It rains. So it is wet.", encoding="utf-8")
    (folder / "e.ann").write_text("T1\tClaim 0 9\tIt rains.\n", encoding="utf-8")
    result = run("convert", *words, "-o", "x.json")
    assert (result.exit_code, result.stderr) == (0, "Written: x.json\n")
    assert [claim.text for claim in argmap.read(folder / "x.json").claims] == ["It rains."]
    result = run("convert", *words, "no-such-file.txt", "-o", "y.json")
    assert result.exit_code == 2
    assert "Several files need a folder to go into, and 'y.json' is called like a file" in result.stderr
    assert not (folder / "y.json").exists()


def test_a_file_of_which_nothing_can_be_read_gives_no_output(run, folder):
    (folder / "a.json").write_text('{"format": "argmap", "version": 1, "claims": [{}]}')
    result = run("convert", "a.json", "-o", "a.argdown")
    assert result.exit_code == 1
    assert not (folder / "a.argdown").exists()
    assert "a.json:1:47: error: claims[0].id: This field is needed" in result.stderr


def test_an_error_in_a_text_is_told_and_the_rest_is_written(run, folder):
    (folder / "a.argdown").write_text("[A]: one *x\n\n[B]: two\n")
    result = run("convert", "a.argdown", "-o", "a.json")
    assert result.exit_code == 1
    assert [claim.id for claim in argmap.read("a.json").claims] == ["A", "B"]


def test_two_files_of_one_name(run, folder):
    (folder / "a.argdown").write_text(TEXT)
    (folder / "a.ad").write_text("[Other]: one\n")
    assert run("convert", ".", "-o", "out", "--to", "json").exit_code == 0
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["a.argdown.json", "a.json"]
    assert "Other" in argmap.read("out/a.json")


def test_an_output_that_cannot_be_written_stops_no_other(run, folder):
    (folder / "a.argdown").write_text(TEXT)
    (folder / "b.argdown").write_text(TEXT)
    (folder / "out" / "a.json").mkdir(parents=True)
    result = run("convert", "a.argdown", "b.argdown", "-o", "out", "--to", "json")
    assert result.exit_code == 1
    assert "is a folder" in result.stderr
    assert (folder / "out" / "b.json").is_file()


def test_its_own_outputs_are_no_inputs(run, folder):
    (folder / "a.argdown").write_text(TEXT)
    (folder / "a.ad").write_text("[Other]: one\n")
    assert run("convert", ".", "--to", "json").exit_code == 0
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["a.ad", "a.argdown", "a.argdown.json", "a.json"]
    result = run("convert", ".", "--to", "json")
    assert result.exit_code == 0
    assert sorted(path.name for path in folder.iterdir()) == names
    assert "Skipped: ./a.json, because it is argmap's own JSON already.\n" in result.stderr
    assert "Written: 2 of 2 debates." in result.stderr


def test_a_text_is_not_written_over_by_the_json_beside_it(run, folder):
    (folder / "a.argdown").write_text(TEXT)
    (folder / "a.json").write_text(argmap.parse("[Other]: one").map.to_json())
    (folder / "b.json").write_text(argmap.parse("[B]: one").map.to_json())
    result = run("convert", ".", "--to", "argdown")
    assert result.exit_code == 0
    assert (folder / "a.argdown").read_text() == TEXT
    assert "B" in argmap.read("b.argdown")
    assert "Skipped: ./a.argdown, because it is Argdown text already.\n" in result.stderr
    assert "Skipped: ./a.json, because ./a.argdown stands beside it.\n" in result.stderr
    facts = json.loads(run("convert", ".", "--to", "argdown", "--json").stdout)
    assert [each["input"] for each in facts["files"] if "skipped" in each] == [
        "./a.argdown",
        "./a.json",
        "./b.argdown",
        "./b.json",
    ]


def test_comments_are_counted_and_includes_are_none(run, folder):
    (folder / "a.argdown").write_text("[A]: one\n\n@include(b.argdown)\n@include(no.argdown)\n")
    (folder / "b.argdown").write_text("[B]: two\n")
    assert "comment" not in run("convert", "a.argdown", "-o", "a.json").stderr
    assert "comment" not in run("convert", "-", "--to", "json", text="[A]: one\n\n@include(b.argdown)\n").stderr
    (folder / "c.argdown").write_text("@include(b.argdown)\n\n[A]: one // this\n\n/* that */\n")
    result = run("convert", "c.argdown", "-o", "c.json")
    assert (
        "c.argdown:3:10: warning: The file leaves out 2 comments, of which this is the first. A map holds no comments"
        in result.stderr
    )
