"""`argmap evaluate`, and verdicts in pictures."""

import json

import pytest

TEXT = """\
===
title: A gate
===

[Gate]: A gate keeps bad actors out.
  - <Futile>: Bad actors find a way.
    _ <Ease>: How easy it is still matters.
  >< [Open door]: Nothing keeps them out.

[Guard]: A guard stands at the gate.
"""
GROUNDED = """\
A gate
By the grounded semantics: 2 accepted, 1 rejected, 2 undecided.

? undecided  [Gate] A gate keeps bad actors out.
? undecided  [Open door] Nothing keeps them out.
✓ accepted   [Guard] A guard stands at the gate.
✗ rejected   <Futile> Bad actors find a way.
✓ accepted   <Ease> How easy it is still matters.
"""
COMPARED = """\
A gate
2 semantics; they differ on 2 of 5.

grounded  preferred
   ?         (✓)     [Gate]
   ?         (✓)     [Open door]
   ✓          ✓      [Guard]
   ✗          ✗      <Futile>
   ✓          ✓      <Ease>

✓ accepted   ✗ rejected   ? undecided
(✓) undecided, but some positions hold it: argmap why FILE --camps lists them
"""
STRENGTHS = """\
A gate
Strengths from 0 to 1 by DF-QuAD.

0.23 ██░░░░░░░░  [Gate] A gate keeps bad actors out.
0.38 ████░░░░░░  [Open door] Nothing keeps them out.
0.50 █████░░░░░  [Guard] A guard stands at the gate.
0.25 ██░░░░░░░░  <Futile> Bad actors find a way.
0.50 █████░░░░░  <Ease> How easy it is still matters.
"""


def test_verdicts(run, folder):
    (folder / "gate.argdown").write_text(TEXT)
    result = run("evaluate", "gate.argdown")
    assert (result.exit_code, result.stdout, result.stderr) == (0, GROUNDED, "")


def test_what_some_positions_hold_is_told(run):
    result = run("evaluate", "-", "--semantics", "preferred", text=TEXT)
    assert "? undecided, some hold it  [Gate]" in result.stdout


def test_semantics_side_by_side(run):
    assert run("evaluate", "-", "--semantics", "grounded,preferred", text=TEXT).stdout == COMPARED
    assert "they differ on 2 of 5" in run("evaluate", "-", "--semantics", "all", text=TEXT).stdout


def test_strengths(run):
    assert run("evaluate", "-", "--semantics", "df-quad", text=TEXT).stdout == STRENGTHS


def test_readings_of_support(run):
    text = "[A]: One.\n  + [B]: Two.\n      - [C]: Three."
    assert "✗ rejected  [A]" in run("evaluate", "-", text=text).stdout
    result = run("evaluate", "-", "--support", "none", text=text)
    assert "✓ accepted  [A]" in result.stdout
    assert result.stderr == "<stdin>: note: 1 support relation changes nothing, as this reading of support has it.\n"


def test_for_programs(run):
    facts = json.loads(run("evaluate", "-", "--json", text=TEXT).stdout)["files"][0]
    assert facts["statuses"] == {
        "Gate": "undecided",
        "Open door": "undecided",
        "Guard": "accepted",
        "Futile": "rejected",
        "Ease": "accepted",
    }
    facts = json.loads(run("evaluate", "-", "--json", "--semantics", "euler", text=TEXT).stdout)["files"][0]
    assert facts["is_converged"] is True
    assert set(facts["strengths"]) == {"Gate", "Open door", "Guard", "Futile", "Ease"}


def test_wrong_names_get_the_nearest(run):
    for option, name, nearest in (
        ("--semantics", "prefered", "preferred"),
        ("--semantics", "df-quat", "df-quad"),
        ("--support", "necesary", "necessary"),
        ("--weights", "declare", "declared"),
    ):
        more = ("--semantics", "df-quad") if option == "--weights" else ()
        result = run("evaluate", "-", option, name, *more, text=TEXT)
        assert result.exit_code == 2
        assert f"Did you mean {nearest!r}?" in result.stderr


def test_a_picture_marks_what_stands(run, folder):
    (folder / "gate.argdown").write_text(TEXT)
    assert run("render", "gate.argdown", "-o", "gate.txt", "--evaluate", "grounded").exit_code == 0
    text = (folder / "gate.txt").read_text()
    assert "accepted" in text
    assert "rejected" in text
    assert run("render", "gate.argdown", "-o", "gate.svg", "--evaluate", "df-quad").exit_code == 0
    assert "0.25" in (folder / "gate.svg").read_text()
    result = run("render", "gate.argdown", "-o", "gate.svg", "--evaluate", "grounde")
    assert result.exit_code == 2
    assert "Did you mean 'grounded'?" in result.stderr


def test_every_good_file_is_weighed_though_one_is_bad(run, folder):
    for name in ("a.argdown", "c.argdown"):
        (folder / name).write_text(TEXT)
    (folder / "b.argdown").write_bytes(b"\0")
    result = run("evaluate", ".")
    assert result.exit_code == 1
    assert result.stdout == f"{GROUNDED}\n{GROUNDED}"


def test_a_terminal_that_knows_no_signs_gets_plain_ones(run, monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    assert run("evaluate", "-", text="[A]: One.").exit_code == 0


def test_standards_of_proof(run):
    result = run(
        "evaluate", "-", "--standard", "scintilla", text="[A]: One.\n  + <B>: Two. {weight: 0.2}\n  - <C>: Three."
    )
    assert result.stdout.splitlines()[1] == "By the standard of proof scintilla: 3 accepted, 0 rejected, 0 undecided."
    result = run("evaluate", "-", "--standard", "scintila", text="[A]: One.")
    assert result.exit_code == 2
    assert "Did you mean 'scintilla'?" in result.stderr


def test_an_audience_decides(run):
    text = "[Gate]: Keep it. {values: safety}\n  - <Wait>: All wait. {values: access}"
    assert "✓ accepted  [Gate]" in run("evaluate", "-", "--audience", "safety > access", text=text).stdout
    assert "✗ rejected  [Gate]" in run("evaluate", "-", "--audience", "access>safety", text=text).stdout
    result = run("evaluate", "-", "--audience", "safty>access", text=text)
    assert result.exit_code == 2
    assert "Did you mean 'safety'?" in result.stderr


def test_the_structured_reading(run):
    text = "[A]: One.\n  >< [B]: Two.\n\n<X>\n\n(1) [P]: Three.\n-- {weight: 0.9} --\n(2) [A]\n\n<Y>\n\n(1) [Q]: Four.\n-- {weight: 0.2} --\n(2) [B]\n"
    assert "? undecided  [A]" in run("evaluate", "-", "--structured", text=text).stdout
    assert "✓ accepted  [A]" in run("evaluate", "-", "--ordering", "last-link", text=text).stdout
    result = run("evaluate", "-", "--ordering", "last-links", text=text)
    assert result.exit_code == 2
    assert "Did you mean 'last-link'?" in result.stderr
    result = run("evaluate", "-", "--structured", "--audience", "a>b", text=text)
    assert result.exit_code == 1
    assert "leave out the audience" in result.stderr


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--weights", "votes"), "--weights goes with a semantics that gives strengths"),
        (("--weights", "votes", "--semantics", "grounded,stable"), "--weights goes with a semantics"),
        (("--semantics", "df-quad", "--structured"), "--structured goes with a semantics that gives verdicts"),
        (("--semantics", "df-quad", "--support", "none"), "--support goes with a semantics that gives verdicts"),
    ],
)
def test_an_option_that_would_do_nothing_is_refused(run, words, message):
    result = run("evaluate", "-", *words, text="[A]: A.\n  - [B]: B.\n")
    assert (result.exit_code, result.stdout) == (1, "")
    assert message in result.stderr
