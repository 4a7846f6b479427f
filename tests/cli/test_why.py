"""`argmap why` and `argmap whatif`."""

from __future__ import annotations

import json
import re

import pytest

import argmap
from tests.cli import GOLDEN
from tests.golden import check_golden

TEXT = "[Gate]: A gate keeps them out.\n  - [Futile]: They find a way.\n    - [Ease]: How easy it is matters.\n"
WHY = """\
“Gate” stands: “Futile” attacks it, but falls.
  “Futile” falls: “Ease” attacks it, and stands.
    “Ease” stands: nothing in the map speaks against it.
"""
FLAGSHIP = str(argmap.datasets.path("open_vs_closed"))


def test_reasons(run, folder):
    (folder / "gate.argdown").write_text(TEXT)
    result = run("why", "gate.argdown", "Gate")
    assert (result.exit_code, result.stdout, result.stderr) == (0, WHY, "")


@pytest.mark.parametrize("name", ["gate", "[GATE]", " Gate ", "a gate  keeps them out."])
def test_names_are_forgiving(run, name):
    assert run("why", "-", name, text=TEXT).stdout == WHY


def test_a_name_that_is_not_there_and_one_that_two_have(run):
    result = run("why", "-", "Gat", text=TEXT)
    assert result.exit_code == 2
    assert "There is no claim or argument 'Gat' in this debate. Did you mean 'Gate'?" in result.stderr
    result = run("why", "-", "<Gate>", text=TEXT)
    assert "There is no argument '<Gate>'" in result.stderr
    result = run("why", "-", "same", text="[A]: Same.\n\n[B]: same.\n")
    assert "There is no claim" in result.stderr
    result = run("why", "-", "same.", text="[A]: Same.\n\n[B]: same.\n")
    assert result.exit_code == 2
    assert "'same.' can mean 'A' (claim), 'B' (claim). Name one by its id." in result.stderr


def test_depth_and_width(run):
    result = run("why", "-", "Gate", "--depth", "1", "--width", "40", text=TEXT)
    assert "1 more step that this rests on is left" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 40


def test_by_another_semantics(run):
    text = "[Open]: Open.\n  >< [Closed]: Closed.\n"
    result = run("why", "-", "Open", "--semantics", "preferred", text=text)
    assert result.stdout.startswith("Some preferred positions hold “Open”, and others reject it.\nOne that holds it:\n")
    result = run("why", "-", "Open", "--semantics", "prefered", text=text)
    assert result.exit_code == 2
    assert "Did you mean 'preferred'?" in result.stderr
    result = run("why", "-", "Open", "--semantics", "stage", text=text)
    assert result.exit_code == 1
    assert "gives no reasons" in result.stderr
    result = run("why", "-", "Open", "--support", "necesary", text=text)
    assert "Did you mean 'necessary'?" in result.stderr


def test_a_picture(run, folder):
    result = run("why", FLAGSHIP, "Safety", "-o", "why.svg")
    assert (result.exit_code, result.stderr) == (0, "Drawn: why.svg\n")
    assert "Bad actors will find a way" in (folder / "why.svg").read_text(encoding="utf-8")
    result = run("why", FLAGSHIP, "Safety", "-o", "why.xyz")
    assert result.exit_code == 2
    assert "why.xyz" in result.stderr or "xyz" in result.stderr


def test_for_programs(run):
    facts = json.loads(run("why", "-", "gate", "--json", text=TEXT).stdout)["files"][0]
    assert facts["claim"] == "Gate"
    assert facts["status"] == "accepted"
    assert [each["depth"] for each in facts["sentences"]] == [0, 1, 2]
    facts = json.loads(run("why", "-", "nobody", "--json", text=TEXT).stdout)["files"][0]
    assert "nobody" in facts["error"]


def test_camps(run, folder):
    result = run("why", FLAGSHIP, "--camps", "--width", "100")
    check_golden(GOLDEN / "camps.txt", result.stdout)
    facts = json.loads(run("why", FLAGSHIP, "--camps", "--json").stdout)["files"][0]
    assert facts["total"] == 16
    assert len(facts["camps"]) == 16
    result = run("why", "-", "--camps", "-o", "camp.svg", text="[Open]: Open.\n  >< [Closed]: Closed.\n")
    assert (folder / "camp.svg").exists()
    result = run("why", "-", "--camps", "--semantics", "stable", "-o", "no.svg", text="[A]: A.\n  - [A]\n")
    assert "There is no position to draw." in result.stderr


@pytest.mark.parametrize("words", [("why", "-"), ("why", "-", "Gate", "--camps"), ("whatif", "-")])
def test_what_is_asked_has_to_be_said(run, words):
    result = run(*words, text=TEXT)
    assert result.exit_code == 2


def test_a_supposition(run, folder):
    result = run("whatif", "-", "--remove", "ease", text=TEXT)
    assert result.stdout == (
        "Suppose that “Ease” is withdrawn.\nThen “Futile” stands; it fell before.\nThen “Gate” falls; it stood before.\n"
    )
    result = run("whatif", "-", "--rebut", "ease", "--accept", "Gate", "-o", "a.svg", text=TEXT)
    assert result.stdout.startswith("Suppose that “Ease” is rebutted and attacks on “Gate” do not count.\n")
    assert (folder / "a.svg").exists()
    facts = json.loads(run("whatif", "-", "--remove", "ease", "--json", text=TEXT).stdout)["files"][0]
    assert facts["changes"][0] == {"id": "Gate", "before": "accepted", "after": "rejected"}


def test_what_would_flip_a_verdict(run):
    result = run("whatif", FLAGSHIP, "--flip", "safety", "--how", "rebut", "--width", "100")
    check_golden(GOLDEN / "whatif-flip.txt", result.stdout)
    facts = json.loads(run("whatif", "-", "--flip", "gate", "--most", "1", "--json", text=TEXT).stdout)["files"][0]
    assert facts["sets"] == [{"ids": ["Ease"], "status": "rejected"}]
    assert "Did you mean 'remove'" in run("whatif", "-", "--flip", "gate", "--how", "remov", text=TEXT).stderr


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--flip", "Gate", "--remove", "Ease"), "not both"),
        (("--remove", "Ease", "--how", "rebut"), "--how goes with --flip"),
        (("--flip", "Gate", "-o", "a.svg"), "no picture"),
        (("--remove", "Eas"), "Did you mean 'Ease'"),
    ],
)
def test_wrong_uses(run, words, message):
    result = run("whatif", "-", *words, text=TEXT)
    assert result.exit_code == 2
    assert message in " ".join(re.sub("[│╭╮╰╯─]", " ", result.stderr).split())


def test_files_that_cannot_be_used(run, folder):
    (folder / "bin.argdown").write_bytes(b"\0")
    (folder / "a.argdown").write_text(TEXT)
    assert run("why", "bin.argdown", "A").exit_code == 1
    assert run("why", "no.argdown", "A").exit_code == 2
    result = run("why", ".", "A")
    assert result.exit_code == 2
    assert "stands for 2 files" in result.stderr


def test_a_hostile_text_moves_no_cursor(run):
    result = run("why", "-", "A", text="[A]: \x1b[31m \u202e\n  - [\x9b]: \x07\n")
    assert not set(result.stdout + result.stderr) & set("\x1b\x07\x9b\u202e")


def test_an_audience(run):
    text = "[A]: One. {values: safety}\n  - [B]: Two. {values: ease}\n"
    result = run("why", "-", "a", "--audience", "safety>ease", text=text)
    assert result.stdout == "“A” stands: what attacks it does not succeed.\n"
    result = run("whatif", "-", "--remove", "b", "--audience", "safety>ease", text=text)
    assert result.stdout.endswith("Nothing else changes.\n")
    assert run("why", "-", "a", "--audience", "safty>ease", text=text).exit_code == 2
