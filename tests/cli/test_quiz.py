"""`argmap quiz`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from argmap import datasets
from tests.cli.conftest import Run

UNIFORMS = str(datasets.path("school_uniforms"))


def test_without_a_file_it_is_markdown_on_standard_output(run: Run):
    done = run("quiz", UNIFORMS, "--count", "2")
    assert done.exit_code == 0
    assert done.stdout.startswith("# Quiz: Should our school have a uniform?\n\n## Question 1\n")
    assert done.stdout.count("\n## Question 2\n") == 2, "the question and its answer"
    assert run("quiz", UNIFORMS, "--count", "2").stdout == done.stdout
    assert run("quiz", UNIFORMS, "--count", "2", "--seed", "5").stdout != done.stdout


def test_several_outputs_in_one_run_hold_the_same_questions(run: Run, folder: Path):
    (folder / "sub").mkdir()
    done = run(
        "quiz",
        UNIFORMS,
        "-o",
        "q.xml",
        "-o",
        "sub/q.gift",
        "-o",
        "q.html",
        "-o",
        "q.xml",
        "--count",
        "6",
        "--seed",
        "7",
    )
    assert (done.exit_code, done.stderr.splitlines()[-1]) == (0, "Written: q.xml, sub/q.gift, q.html")
    names = {path.name for path in folder.rglob("*.*")}
    assert names == {"q.xml", "q.gift", "q.html", "q-key.html"}
    moodle, gift = (folder / "q.xml").read_text(), (folder / "sub" / "q.gift").read_text()
    ids = [line.split("[id:")[1].split("]")[0] for line in gift.splitlines() if line.startswith("// [id:")]
    assert len(ids) == 6
    assert all(f"<idnumber>{name}</idnumber>" in moodle for name in ids)
    assert "Seed" not in gift


@pytest.mark.parametrize("language", ["de", "nl"])
def test_where_argmap_speaks_english_beside_a_map_in_another_language_it_says_so(run: Run, folder: Path, language: str):
    said = f"note: There are no words for this in the language '{language}' yet"
    for words in (
        ["quiz", UNIFORMS, "-o", "q.md"],
        ["exercise", UNIFORMS, "blanks", "-o", "b.md"],
        ["flow", UNIFORMS, "-o", "f.md"],
        ["compare", UNIFORMS, UNIFORMS, "-o", "c.md"],
    ):
        text = Path(UNIFORMS).read_text("utf-8").replace("===", f"===\nlanguage: {language}", 1)
        (folder / "m.argdown").write_text(text, encoding="utf-8")
        done = run(*["m.argdown" if word == UNIFORMS else word for word in words])
        assert done.exit_code == 0
        assert done.stderr.count(said) == 1, words
        assert said not in run(*words).stderr


def test_a_folder_that_is_not_there_is_told_as_for_all_commands(run: Run, folder: Path):
    done = run("quiz", UNIFORMS, "-o", "sub/q.gift")
    assert done.exit_code == 1
    assert "'sub/q.gift' cannot be written: there is no folder 'sub'; make it first." in done.stderr
    assert not (folder / "sub").exists()


def test_the_key_is_in_the_second_file_only(run: Run, folder: Path):
    assert run("quiz", UNIFORMS, "-o", "q.html", "--count", "8", "--look", "large").exit_code == 0
    sheet, key = ((folder / name).read_text() for name in ("q.html", "q-key.html"))
    assert "In the map," not in sheet
    assert "In the map," in key
    assert "seed 0" in sheet


def test_losses_are_told_and_counted(run: Run):
    done = run("quiz", UNIFORMS, "-o", "q.xml", "--kinds", "order", "--count", "2")
    assert "keeps the order to find as a question that matches statements with places" in done.stderr
    done = run("quiz", UNIFORMS, "-o", "q.xlsx", "--count", "60")
    assert "q.xlsx: Lost:" in done.stderr


def test_for_programs(run: Run):
    told = json.loads(run("quiz", UNIFORMS, "-o", "q.xlsx", "--count", "5", "--json").stdout)
    (file,) = told["files"]
    assert len(file["quiz"]["questions"]) == 5
    assert file["written"] == ["q.xlsx"]
    assert file["losses"]


def test_a_map_with_little_material(run: Run, folder: Path):
    (folder / "small.argdown").write_text("[A]: It rains.\n")
    done = run("quiz", "small.argdown")
    assert done.exit_code == 1
    assert "has no material for a question" in done.stderr
    done = run("quiz", "small.argdown", "--kinds", "scheme,source")
    assert (
        "of the kind source or scheme. A question needs at least three sources, and a claim that cites one of them; or "
        "an argument of one step that says which scheme it follows"
    ) in done.stderr
    done = run("quiz", UNIFORMS, "--kinds", "unanswered,order", "--count", "50", "-o", "q.md")
    assert "The map has material for" in done.stderr
    assert done.exit_code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-o", "q.foo"], "The ending of 'q.foo' tells no format for quizzes."),
        (["--to", "moodel", "-o", "q.xml"], "Did you mean 'moodle'?"),
        (["--kinds", "raeson"], "Did you mean 'reason'?"),
        (["--level", "old"], "There is no level 'old'; give ages, such as 14-16, or adult."),
        (["--level", "16-14"], "write 14-16"),
        (["--to", "printable"], "A printed sheet and its key are two files"),
        (["-o", "-", "--json"], "cannot take both"),
        (["-o", "q.html", "--look", "larg"], "Did you mean 'large'?"),
        (["--count", "0"], "0 is not in the range"),
        (["--language", "tlh"], "There are no words in the language 'tlh'. Use one of: en, de, es, fr."),
    ],
)
def test_wrong_use_says_what_is_right(run: Run, words, said):
    done = run("quiz", UNIFORMS, *words)
    assert done.exit_code == 2
    assert said in done.stderr
