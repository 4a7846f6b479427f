"""`argmap compare`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

KEY = """\
[Ban]: Ban cars in the city.
  + [Air]: Cars foul the air of the city.
    + [Fumes]: Engines make fumes all day.
  - [Work]: People need cars to get to work.
    - [Bus]: Buses bring people to work, too.
"""
ADA = KEY.replace("    + [Fumes]", "  + [Fumes]")
BOB = KEY.replace("    - [Bus]: Buses bring people to work, too.\n", "")
FEEDBACK = """\
What is right
  - Your main claim is right: “Ban cars in the city”.
  - All 5 of your boxes are claims that the key has, too.
  - 3 of your 4 lines are right.
  - For example, “Cars foul the air of the city” speaks for “Ban cars in the city”.

Think about this next
  1. Does “Engines make fumes all day” give a reason to believe or to doubt “Ban cars in the city”, the box right above it?
"""


@pytest.fixture(autouse=True)
def maps(folder: Path) -> None:
    (folder / "class").mkdir()
    (folder / "key.argdown").write_text(KEY)
    (folder / "other.argdown").write_text("[Uniform]: Wear uniforms.\n  + [Equal]: All look equal.")
    (folder / "class" / "ada.argdown").write_text(ADA)
    (folder / "class" / "bob.argdown").write_text(BOB)
    (folder / "class" / "=cy.argdown").write_text(KEY)


def test_feedback_on_one_map(run: Run) -> None:
    done = run("compare", "class/ada.argdown", "key.argdown")
    assert (done.stdout, done.stderr, done.exit_code) == (FEEDBACK, "", 0)


def test_a_map_that_is_the_key(run: Run) -> None:
    done = run("compare", "key.argdown", "key.argdown")
    assert done.stdout == "What is right\n  - Your map says all that the key says, in the same order.\n"


def test_levels_and_what_the_teacher_sees(run: Run) -> None:
    done = run("compare", "class/ada.argdown", "other.argdown", "key.argdown", "--level", "3", "--teacher")
    assert "Move “Engines make fumes all day” from “Ban cars in the city” to “Cars foul" in done.stdout
    assert "Of 2 keys, the map is nearest to number 2." in done.stdout
    assert "These numbers are no grade." in done.stdout
    assert "All changes that would turn the map into the key" in done.stdout


def test_json_of_one_map_and_of_a_class(run: Run) -> None:
    data = json.loads(run("compare", "class/ada.argdown", "key.argdown", "--json").stdout)
    found = data["files"][-1]["comparison"]
    assert [edit["kind"] for edit in found["edits"]] == ["move"]
    assert found["edits"][0]["to"] == {"pupil": "Air", "key": "Air"}
    assert found["scores"]["claim_recall"] == {"value": 1.0, "reason": None, "band": "near"}
    report = json.loads(run("compare", "class", "key.argdown", "--json").stdout)["report"]
    assert [pupil["name"] for pupil in report["pupils"]] == ["=cy.argdown", "ada.argdown", "bob.argdown"]
    assert report["commonest_missing"] == {"key": 0, "id": "Bus", "by": 1}
    assert report["commonest_wrong_link"]["boxes"] == ["Fumes"]


def test_a_class_is_the_same_with_two_jobs_and_from_a_journal(run: Run) -> None:
    once = run("compare", "class", "key.argdown")
    assert once.exit_code == 0
    assert "3 maps were compared with the key." in once.stdout
    for more in (["--jobs", "2"], ["--resume", "journal"], ["--resume", "journal"]):
        assert run("compare", "class", "key.argdown", *more).stdout == once.stdout


def test_a_key_in_the_folder_is_no_pupil_and_a_broken_file_stops_nothing(run: Run, folder: Path) -> None:
    (folder / "class" / "key.argdown").write_text(KEY)
    (folder / "class" / "bad.json").write_text("{")
    done = run("compare", "class", "class/key.argdown")
    assert "3 maps were compared with the key." in done.stdout
    assert "1 file could not be read and is left out." in done.stdout
    assert "class/bad.json" in done.stderr
    assert done.exit_code == 1
    assert run("compare", "class", "class/key.argdown", "-o", "class.md").exit_code == 1
    assert "bad.json" in (folder / "class.md").read_text()


def test_a_table_for_a_spreadsheet(run: Run, folder: Path) -> None:
    printed = run("compare", "class", "key.argdown", "--csv").stdout
    rows = list(csv.DictReader(io.StringIO(printed)))
    assert [row["map"] for row in rows] == ["'=cy.argdown", "ada.argdown", "bob.argdown"]
    assert (rows[1]["move"], rows[2]["missed"], rows[0]["first"]) == ("1", "Bus", "nothing left to do")
    run("compare", "class", "key.argdown", "-o", "class.csv")
    assert (folder / "class.csv").read_text("utf-8-sig") == printed


def test_a_map_without_the_codes_of_the_cards_is_told(run: Run) -> None:
    said = "No box of this map has the code of a card as its title, such as ["
    assert said in run("compare", "class/ada.argdown", "key.argdown", "--cards", "3").stderr
    assert run("compare", "class", "key.argdown", "--cards", "3").stderr.count(said) == 3
    assert said not in run("compare", "class/ada.argdown", "key.argdown").stderr


@pytest.mark.parametrize("out", ["ada.html", "ada.md"])
def test_a_report_for_the_pupil_holds_no_numbers_and_that_for_the_teacher_does(
    run: Run, folder: Path, out: str
) -> None:
    run("compare", "class/bob.argdown", "key.argdown", "-o", out, "--look", "large")
    text = (folder / out).read_text()
    assert "What would someone who doubts" in text
    assert "Buses bring people" not in text
    assert "grade" not in text
    run("compare", "class/bob.argdown", "key.argdown", "-o", out, "--teacher")
    text = (folder / out).read_text()
    assert "Buses bring people" in text
    assert "These numbers are no grade." in text


def test_a_sheet_for_each_pupil(run: Run, folder: Path) -> None:
    for more in ([], ["--jobs", "2", "--resume", "journal"], ["--resume", "journal"]):
        done = run("compare", "class", "key.argdown", "--sheets", "sheets", "-o", "class.html", *more)
        assert done.exit_code == 0
        assert sorted(path.name for path in (folder / "sheets").iterdir()) == ["=cy.html", "ada.html", "bob.html"]
        assert "Feedback: ada" in (folder / "sheets" / "ada.html").read_text()
        assert "Buses bring people" not in (folder / "sheets" / "bob.html").read_text()
        (folder / "sheets" / "bob.html").unlink()


def test_cards(run: Run, folder: Path) -> None:
    codes = {"Ban": "K7", "Air": "B3", "Fumes": "T4", "Work": "D9", "Bus": "M2"}
    (folder / "codes.json").write_text(json.dumps({"facts": {"codes": codes}}))
    (folder / "cards.argdown").write_text("[K7]\n  + [B3]\n    + [T4]\n  - [D9]\n    + [M2]\n")
    done = run("compare", "cards.argdown", "key.argdown", "--cards", "codes.json", "--level", "3")
    assert (
        "Turn the sign round: “M2: Buses bring people to work, too” speaks against “D9: People need cars to get to work”, not for it."
        in done.stdout
    )
    (folder / "codes.json").write_text("[]")
    assert "There are no codes here" in run("compare", "cards.argdown", "key.argdown", "--cards", "codes.json").stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["class/ada.argdown", "nowhere.argdown"], "nowhere.argdown"),
        (["nowhere.argdown", "key.argdown"], "nowhere.argdown"),
        (["class/ada.argdown", "key.argdown", "-o", "x.gif"], "ends in nothing that can be written"),
        (["class/ada.argdown", "key.argdown", "-o", "x.csv"], "A table is for a class"),
        (["class/ada.argdown", "key.argdown", "--sheets", "x"], "--sheets is for a class"),
        (["class/ada.argdown", "key.argdown", "--look", "larg"], "Did you mean 'large'?"),
        (["class/ada.argdown", "key.argdown", "--json", "--csv"], "leave one away"),
        (["class/ada.argdown", "key.argdown", "--language", "tlh"], "There are no words in the language 'tlh'."),
        (["class/ada.argdown", "key.argdown", "-o", "new/ada.html"], "there is no folder 'new'; make it first"),
        (["class", "key.argdown", "-o", "new/class.csv"], "there is no folder 'new'; make it first"),
        (["class/ada.argdown", "key.argdown", "--by", "text", "--cards", "3"], "Cards are matched by id"),
    ],
)
def test_wrong_use_is_told(run: Run, words: list[str], told: str) -> None:
    done = run("compare", *words)
    assert done.exit_code in (1, 2)
    assert told in done.stderr
    assert "bug" not in done.stderr
