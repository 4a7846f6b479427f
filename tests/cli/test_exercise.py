"""`argmap exercise`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import argmap
from argmap.classroom.exercises import KINDS
from argmap.classroom.exercises.boxes import boxes_of
from argmap.classroom.exercises.coding import coded
from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def debate(folder: Path) -> None:
    argmap.datasets.school_uniforms().save(folder / "uniform.argdown")
    (folder / "one.argdown").write_text("[Rain]: It rains.\n")


def test_a_sheet_and_its_key_are_written(run: Run) -> None:
    done = run("exercise", "uniform.argdown", "blanks", "-o", "sheet.html")
    assert done.exit_code == 0
    assert done.stderr.startswith("Written: sheet.html and sheet-key.html (Fill in the blanks; difficulty ")
    sheet, key = Path("sheet.html").read_text("utf-8"), Path("sheet-key.html").read_text("utf-8")
    assert "Fill in the blanks" in sheet
    assert "answers" in key
    assert sheet != key
    assert run("exercise", "uniform.argdown", "blanks", "-o", "again.html").exit_code == 0
    assert Path("again.html").read_text("utf-8") == sheet


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_written_as_markdown(kind: str, run: Run) -> None:
    done = run("exercise", "uniform.argdown", kind.replace("_", "-"), "-o", "sheet.md", "--seed", "3", "--key", "k.md")
    assert done.exit_code == 0, done.stderr
    assert Path("sheet.md").read_text("utf-8").startswith("# ")
    assert Path("k.md").exists()


def test_the_list_says_what_is_lacking(run: Run) -> None:
    listed = run("exercise", "one.argdown", "--list").stdout
    assert listed.count("No: ") == len(KINDS)
    kinds = json.loads(run("exercise", "uniform.argdown", "--list", "--json").stdout)["files"][0]["kinds"]
    assert [each["kind"] for each in kinds] == list(KINDS)
    assert all(each["why_not"] == "" for each in kinds)


def test_without_a_kind_the_seed_chooses_one_that_can_be_made(run: Run) -> None:
    said = {run("exercise", "uniform.argdown", "-o", "x.md", "--seed", str(seed)).stderr for seed in range(5)}
    assert len(said) > 1
    done = run("exercise", "one.argdown", "-o", "y.md")
    assert done.exit_code == 1
    assert "has no material for an exercise of any kind; --list says what it lacks" in done.stderr


def test_json_holds_the_exercise_and_its_key(run: Run) -> None:
    done = run("exercise", "uniform.argdown", "blanks", "--json", "--with", "blank=signs", "--with", "share=0.5")
    made = json.loads(done.stdout)["files"][0]
    assert made["exercise"]["facts"]["blank"] == "signs"
    assert made["exercise"]["tasks"][0]["answers"]


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["uniform.argdown", "blanks"], 2, "Name the sheet with -o, such as -o sheet.pdf"),
        (["uniform.argdown", "blank", "-o", "x.md"], 2, "Did you mean 'blanks'?"),
        (["uniform.argdown", "blank"], 2, "Did you mean 'blanks'?"),
        (["uniform.argdown", "blanks", "-o", "x.md", "--language", "tlh"], 2, "no words in the language 'tlh'"),
        (["uniform.argdown", "blanks", "-o", "x.md", "--with", "word_bank=perhaps"], 2, "'word_bank' is yes or no"),
        (["uniform.argdown", "blanks", "-o", "x.md", "--level", "old"], 2, "There is no level 'old'; give ages"),
        (["uniform.argdown", "--list", "--level", "16-14"], 2, "ends before it begins; write 14-16."),
        (["uniform.argdown", "blanks", "-o", "x.md", "--look", "lage"], 2, "Did you mean 'large'?"),
        (["uniform.argdown", "blanks", "-o", "x.md", "--with", "blank"], 2, "there is no = in 'blank'"),
        (["uniform.argdown", "blanks", "-o", "x.md", "--with", "blanc=signs"], 2, "Did you mean 'blank'?"),
        (["uniform.argdown", "blanks", "-o", "x.md", "--with", "share=2"], 1, "The share to blank cannot be 2"),
        (["uniform.argdown", "cards", "-o", "x.md", "--with", "a=1"], 2, "no option 'a'. It has none."),
        (["uniform.argdown", "spot-the-flaw", "-o", "x.md", "--with", "fault=x"], 2, "No fault 'x' can be planted."),
        (["uniform.argdown", "blanks", "-o", "x.txt"], 2, ".txt is no format for it"),
        (["uniform.argdown", "blanks", "-o", "x.md", "--key", "x.md"], 1, "The key would be written over the sheet"),
        (["one.argdown", "steelman", "-o", "x.md"], 1, "This exercise needs two main claims"),
        (["nowhere.argdown", "blanks", "-o", "x.md"], 2, "nowhere.argdown"),
        (["uniform.argdown", "text-to-map", "-o", "x.md", "--reading", "nowhere.md"], 2, "nowhere.md"),
    ],
)
def test_what_is_wrong_is_said(words: list[str], code: int, says: str, run: Run) -> None:
    done = run("exercise", *words)
    assert says in done.stderr
    assert done.exit_code == code
    assert not Path("x.md").exists()


@pytest.mark.parametrize(("ages", "cards"), [((), "3"), (("--level", "17-19"), "17-19:3"), ((), "cards.json")])
def test_cards_come_back(run: Run, folder: Path, ages: tuple[str, ...], cards: str) -> None:
    """What pupils build from the cards of a part of a large map is compared with that part, by the same seed."""
    key = argmap.datasets.open_vs_closed()
    key.save("key.argdown")
    made = run("exercise", "key.argdown", "cards", "-o", "cards.md", "--seed", "3", *ages)
    assert f"argmap compare PUPIL key.argdown --cards {cards}" in made.stdout + made.stderr or cards == "cards.json"
    told = json.loads(run("exercise", "key.argdown", "cards", "--seed", "3", "--json", *ages).stdout)
    (folder / "cards.json").write_text(json.dumps(told))
    exercise = key.exercise("cards", seed=3, level=ages[-1] if ages else "14-16")
    coded(boxes_of(exercise.map), exercise.facts["codes"]).save("pupil.argdown")
    found = json.loads(run("compare", "pupil.argdown", "key.argdown", "--cards", cards, "--json").stdout)
    assert found["files"][-1]["comparison"]["edits"] == []
    assert run("compare", "key.argdown", "key.argdown", "--cards", "old:3").exit_code == 2


def test_a_folder_of_several_debates_is_no_map(run: Run) -> None:
    done = run("exercise", ".", "blanks", "-o", "x.md")
    assert done.exit_code == 2
    assert "stands for 2 files; name one" in done.stderr
