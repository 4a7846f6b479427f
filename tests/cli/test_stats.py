"""`argmap stats`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from argmap.corpora.counting import FIGURES
from tests.cli.conftest import Run

GATE = """\
===
title: A gate
===

[Gate]: A gate keeps bad actors out. {side: closed}
  - <Futile>: Bad actors find a way. {side: open, scheme: example}
    _ <Ease>: How easy it is still matters.
"""
TOLD = """\
gate.argdown
    1  claims
    2  arguments
    0  arguments with premises and conclusion
    0  linked arguments: a step with two premises or more
    –  premises per argument that has any
    0  relations of the kind support
    1  relations of the kind attack
    1  relations of the kind undercut
    0  relations of the kind contrary
    0  relations of the kind contradictory
    0  relations of the kind entails
    2  depth: steps from the farthest claim to its thesis
    1  width: claims at the same distance from a thesis
  6.0  words per claim
    2  sides (closed 1, open 1)
    1  arguments with a scheme (example 1)
    1  parts that nothing connects
    0  circles: claims that speak for or against themselves in the end
"""
TABLE = """\
claims  arguments  support  attack  undercut  other  linked  premises  depth  width  words  sides  schemes  parts  circles
     1          2        0       1         1      0       0         –      2      1    6.0      2        1      1        0  gate.argdown
     2          0        1       0         0      1       0         –      1      1    2.0      0        0      1        0  rain.argdown
     3          2        1       1         1      1       0         –      2      1    3.3      2        1      2        0  2 maps in all

other: contrary, contradictory and entails; linked: arguments with two premises or more in a step; premises: per argument; words: per claim.
"""
AGREEMENT = """\
1 text, annotated by ann.argdown and bob.argdown.
They have 3 and 3 claims, of which 3 are the same by their ids.

F1 of relations, whatever their kind   1.000
F1 of relations with their kind        0.500
Cohen's kappa, relations               0.667
Krippendorff's alpha, relations        0.686
Cohen's kappa, roles of claims         0.500
Krippendorff's alpha, roles of claims  0.545
Segmentation similarity S              –      The claims do not tell where in the text they stand.
CASS by kappa                          –      It needs the similarity of segments, which there is not.
CASS by F1                             –      It needs the similarity of segments, which there is not.
"""


@pytest.fixture(autouse=True)
def _debates(folder: Path) -> None:
    (folder / "gate.argdown").write_text(GATE)
    (folder / "rain.argdown").write_text("[Rain]: It rains.\n  + [Clouds]: Dark clouds.\n  >< [Clouds]\n")
    (folder / "ann.argdown").write_text("[A]: It rains.\n  - [B]: It is dry.\n  + [C]: It pours.\n")
    (folder / "bob.argdown").write_text("[A]: It rains.\n  - [B]: It is dry.\n  - [C]: It pours.\n")


def test_one_map(run: Run) -> None:
    done = run("stats", "gate.argdown")
    assert (done.exit_code, done.stdout, done.stderr) == (0, TOLD, "")


def test_several_maps(run: Run) -> None:
    done = run("stats", "gate.argdown", "rain.argdown")
    assert (done.exit_code, done.stdout, done.stderr) == (0, TABLE, "")


def test_for_programs(run: Run) -> None:
    data = json.loads(run("stats", "gate.argdown", "rain.argdown", "nowhere.argdown", "--json").stdout)
    assert [each["input"] for each in data["files"]] == ["nowhere.argdown", "gate.argdown", "rain.argdown"]
    assert data["files"][1]["title"] == "A gate"
    assert data["files"][1]["counts"]["sides"] == {"closed": 1, "open": 1}
    assert data["all"]["maps"] == 2
    assert data["all"]["claims"] == 3
    assert data["all"]["words_per_claim"] == pytest.approx(10 / 3)


def test_for_spreadsheets(run: Run, folder: Path) -> None:
    (folder / "=1+1.argdown").write_text("[A]: one\n")
    done = run("stats", "=1+1.argdown", "gate.argdown", "--csv")
    head, one, gate = csv.reader(io.StringIO(done.stdout))
    assert head == ["file", *FIGURES]
    assert one[0] == "'=1+1.argdown"
    assert dict(zip(head, gate, strict=True))["words_per_claim"] == "6.0"
    assert dict(zip(head, gate, strict=True))["premises_per_argument"] == ""


def test_a_bad_file_is_told_and_left_out(run: Run, folder: Path) -> None:
    (folder / "bad.json").write_text("[1]")
    done = run("stats", "bad.json", "gate.argdown", "rain.argdown")
    assert done.exit_code == 1
    assert "bad.json:1:1: error:" in done.stderr
    assert "2 maps in all" in done.stdout
    done = run("stats", "bad.json")
    assert (done.exit_code, done.stdout) == (1, "")


def test_agreement_of_files(run: Run) -> None:
    done = run("stats", "--agreement", "ann.argdown", "bob.argdown")
    assert (done.exit_code, done.stdout, done.stderr) == (0, AGREEMENT, "")
    data = json.loads(run("stats", "--agreement", "ann.argdown", "bob.argdown", "--json").stdout)
    assert [each["input"] for each in data["files"]] == ["ann.argdown", "bob.argdown"]
    assert data["agreement"]["paired_by"] == {"id": 1}
    assert data["agreement"]["scores"]["edge_f1_labelled"] == {"value": 0.5, "reason": None}
    assert data["agreement"]["scores"]["segmentation"]["value"] is None
    rows = list(csv.DictReader(io.StringIO(run("stats", "--agreement", "ann.argdown", "bob.argdown", "--csv").stdout)))
    assert [rows[0]["measure"], rows[0]["value"]] == ["edge_f1", "1.0"]


def test_agreement_of_folders(run: Run, folder: Path) -> None:
    for who in ("ann", "bob", "cleo"):
        (folder / who / "deep").mkdir(parents=True)
        for name in ("x", "deep/y"):
            (folder / who / f"{name}.argdown").write_bytes(
                (folder / f"{'ann' if who == 'ann' else 'bob'}.argdown").read_bytes()
            )
    (folder / "ann" / "alone.argdown").write_text("[A]: one\n")
    (folder / "ann" / "x.ad").write_text("[A]: one\n")
    (folder / "cleo" / "x.argdown").write_bytes(b"\0\0\0\0\0\0\0\0\0")
    done = run("stats", "--agreement", "ann", "bob", "cleo")
    assert done.exit_code == 1
    assert done.stdout.startswith("2 texts, annotated by ann, bob and cleo.\nThey have 4, 6 and 3 claims")
    assert "Cohen's kappa, relations               –      Cohen's kappa is for two annotators" in done.stdout
    assert "Skipped: ann/alone.argdown, because no other folder has a file of this name." in done.stderr
    assert "Skipped: ann/x.argdown, because ann/x.ad has the same name but for its ending." in done.stderr
    assert "cleo/x.argdown' is not text" in done.stderr


@pytest.mark.parametrize("ending", [".json", ".aif.json"])
def test_annotations_in_different_formats(ending: str, run: Run, folder: Path) -> None:
    for who in ("ann", "bob"):
        (folder / who).mkdir()
    run("convert", "ann.argdown", "-o", f"ann/rain{ending}")
    (folder / "bob" / "rain.argdown").write_bytes((folder / "bob.argdown").read_bytes())
    assert run("stats", "--agreement", "ann", "bob").stdout.splitlines()[1:] == AGREEMENT.splitlines()[1:]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--agreement", "ann.argdown"], "Agreement is that of two annotators or more"),
        (["--agreement", "."], "two folders or more"),
        (["--agreement", ".", "ann.argdown"], "Give either files of one text"),
        (["--agreement", "-", "ann.argdown"], "standard input has no name"),
        (["--pair-by", "id", "ann.argdown"], "--pair-by goes with --agreement"),
        (["--json", "--csv", "ann.argdown"], "leave one away"),
        (["--jobs", "-1", "ann.argdown"], "--jobs"),
    ],
)
def test_wrong_uses(run: Run, words: list[str], sentence: str) -> None:
    done = run("stats", *words)
    assert done.exit_code == 2
    assert sentence in " ".join(done.stderr.split())
