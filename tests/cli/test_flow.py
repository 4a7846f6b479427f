"""`argmap flow`."""

from __future__ import annotations

import json

import openpyxl
import pytest

import argmap

UNIFORMS = str(argmap.datasets.path("school_uniforms"))


def test_a_flow_is_printed(run):
    result = run("flow", UNIFORMS, "--format", "ld")
    assert result.exit_code == 0
    assert "| 1. Same for all: Clothes should not set pupils apart. [A] |" in result.stdout
    assert "<!--" not in result.stdout
    assert run("flow", UNIFORMS, "--format", "ld", "-o", "-").stdout == result.stdout


@pytest.mark.parametrize("ending", [".html", ".xlsx", ".md"])
def test_there_and_back(run, folder, ending):
    assert run("flow", UNIFORMS, "-o", f"flow{ending}").exit_code == 0
    result = run("flow", f"flow{ending}", "-o", "back.argdown")
    assert (result.exit_code, result.stderr) == (0, "Written: back.argdown\n")
    read = argmap.read(folder / "back.argdown")
    flow = argmap.datasets.school_uniforms().flow()
    assert read == argmap.parse(flow.map().to_argdown()).map


def test_outputs_are_the_same_each_time(run, folder):
    for name in ("one", "two"):
        for ending in (".html", ".xlsx", ".pdf", ".docx", ".md"):
            assert run("flow", UNIFORMS, "--format", "wsdc", "-o", f"{name}{ending}").exit_code == 0
    for ending in (".html", ".xlsx", ".pdf", ".docx", ".md"):
        assert (folder / f"one{ending}").read_bytes() == (folder / f"two{ending}").read_bytes()


def test_empty_columns_and_first_ones(run, folder):
    run("flow", UNIFORMS, "--format", "ld", "--first", "-o", "first.xlsx")
    run("flow", UNIFORMS, "--format", "ld", "--empty", "-o", "empty.xlsx")
    first = [cell.value for row in openpyxl.load_workbook(folder / "first.xlsx").worksheets[0].rows for cell in row]
    assert "1. Same for all: Clothes should not set pupils apart." in first
    assert not any("Shoes tell" in str(cell) for cell in first)
    empty = openpyxl.load_workbook(folder / "empty.xlsx").worksheets[0]
    assert [cell.value for cell in empty[1]] == ["AC", "NC", "1AR", "NR", "2AR"]
    assert all(cell.value in (None, "") for row in empty.iter_rows(min_row=2) for cell in row)
    assert "not both" in run("flow", UNIFORMS, "--empty", "--first").stderr


def test_briefs(run, folder):
    result = run("flow", UNIFORMS, "-o", "flow.md", "--briefs", "b/c", "--pupils", "9", "--sides", "for=con")
    assert result.exit_code == 0
    names = ["brief-con.md", "brief-pro.md", "judge.md", "roles.md"]
    assert sorted(path.name for path in (folder / "b" / "c").iterdir()) == names
    assert "Our school should not have a uniform." in (folder / "b" / "c" / "brief-pro.md").read_text()


def test_a_program_gets_the_flow(run):
    told = json.loads(run("flow", UNIFORMS, "--format", "pf", "--json").stdout)["files"][0]
    assert told["dropped"] == ["Shoes tell", "Quiet mornings", "Own style", "Swap shop"]
    assert told["lines"][0]["points"][1] == {
        "number": 2,
        "id": "Shoes tell",
        "side": "con",
        "speeches": ["CR"],
        "does": "attack",
        "to": 1,
        "part": "Uniform hides money",
        "again": False,
        "marks": ["dropped"],
    }


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ((), 2, "Name a debate, such as debate.argdown, or a flow sheet"),
        (("none.argdown",), 2, "There is no file 'none.argdown'"),
        (("none.xlsx", "-o", "a.argdown"), 2, "There is no file 'none.xlsx'"),
        ((UNIFORMS, "--format", "polcy"), 2, "Did you mean 'policy'?"),
        ((UNIFORMS, "--sides", "for"), 2, "'for' does not say which side is which"),
        ((UNIFORMS, "--sides", "fr=pro"), 2, "The map has no side 'fr'."),
        ((UNIFORMS, "-o", "flow.svg"), 2, "A flow sheet cannot be written to 'flow.svg'."),
        ((UNIFORMS, "-o", "flow.htm"), 2, "Did you mean '.html'?"),
        ((UNIFORMS, "--look", "larg"), 2, "There is no look 'larg'. Did you mean 'large'?"),
        ((UNIFORMS, "--language", "tlh"), 2, "There are no words in the language 'tlh'."),
        ((UNIFORMS, "--pupils", "12"), 2, "--briefs FOLDER writes; add it."),
        ((UNIFORMS, "--json", "-o", "-"), 2, "Standard output cannot take both"),
        ((UNIFORMS, "-o", "no/such/folder/flow.pdf"), 1, "no/such/folder"),
    ],
)
def test_what_goes_wrong_is_told(run, words, code, told):
    result = run("flow", *words)
    assert told in result.stderr
    assert result.exit_code == code


@pytest.mark.parametrize("ending", ["md", "csv"])
def test_a_flow_sheet_is_one_also_where_no_file_is_named_for_the_debate(run, folder, ending):
    lines = ["AC,NC", "Clothes show money,Shoes show it too"]
    if ending == "md":
        lines = [f"| {line.replace(',', ' | ')} |" for line in (lines[0], "---,---", lines[1])]
    (folder / f"round.{ending}").write_text("\n".join(lines))
    result = run("flow", f"round.{ending}")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "| 1. Clothes show money [A] | 2. Shoes show it too [D] |" in result.stdout


def test_what_was_not_understood_is_told_with_its_cell(run, folder):
    (folder / "hand.csv").write_text("AC,NC,x\nIt rains.,It does not.,hm\n")
    result = run("flow", "hand.csv", "-o", "debate.argdown")
    assert result.exit_code == 0
    assert "hand.csv: warning: C2: 'hm' stands under 'x'" in result.stderr
    assert "It rains. {speech: AC, side: affirmative}" in (folder / "debate.argdown").read_text()


def test_formats_are_listed(run):
    assert "ld  Lincoln-Douglas debate; 4 min of preparation for each side" in run("flow", "--formats").stdout
