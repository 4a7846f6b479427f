"""`argmap check` and `argmap rule`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

SELF = "[A]: It rains.\n  + [A]\n"
CLEAN = "[Rain]: It rains.\n  + [Clouds]: The clouds are dark.\n"


@pytest.fixture
def debate(folder: Path) -> Path:
    path = folder / "debate.argdown"
    path.write_text(SELF)
    return path


def test_exit_codes(run: Run, debate: Path) -> None:
    assert run("check", "debate.argdown").exit_code == 1
    assert run("check", "debate.argdown", "--exit-zero").exit_code == 0
    assert run("check", "debate.argdown", "--ignore", "STR108").exit_code == 0
    assert run("check", "debat.argdown").exit_code == 2
    assert run("check", "debate.argdown", "--select", "STR999").exit_code == 2
    debate.write_text(CLEAN)
    assert run("check", "debate.argdown").exit_code == 0


def test_findings_on_stdout_and_nothing_else(run: Run, debate: Path) -> None:
    done = run("check", "debate.argdown", "--format", "concise")
    assert done.stdout == (
        "debate.argdown:2:5: STR108 error: [A] supports itself. Remove the relation, or name another claim. "
        "(self-relation)\n"
    )
    assert done.stderr == ""


def test_many_files_and_one_that_cannot_be_read(run: Run, debate: Path) -> None:
    (debate.parent / "other.argdown").write_text(CLEAN)
    (debate.parent / "picture.argdown").write_bytes(bytes(range(256)) * 9)
    done = run("check", ".", "--format", "json")
    data = json.loads(done.stdout)
    assert [Path(each["file"]).name for each in data["files"]] == ["debate.argdown", "other.argdown"]
    assert "picture.argdown" in done.stderr
    assert done.exit_code == 1


def test_what_is_wrong_with_files_of_other_formats(run: Run, folder: Path) -> None:
    (folder / "a.json").write_text('{"nodes": [], }')
    (folder / "b.csv").write_text("id,text,parent,stance\n1,A,,\n2,B,1,hm\n")
    (folder / "c.apx").write_text("")
    done = run("check", "a.json", "b.csv", "c.apx", "--format", "concise")
    assert [line.partition(" ")[0] for line in done.stdout.splitlines()] == ["a.json:1:13:", "b.csv:3:7:", "c.apx:1:1:"]
    assert done.exit_code == 1


def test_fix_mends_the_file(run: Run, debate: Path) -> None:
    done = run("check", "debate.argdown", "--fix")
    assert done.exit_code == 0
    assert debate.read_text() == "[A]: It rains.\n"
    assert "Fixed: debate.argdown (1 finding)" in done.stderr


def test_diff_writes_nothing(run: Run, debate: Path) -> None:
    done = run("check", "debate.argdown", "--diff")
    assert "-  + [A]" in done.stdout
    assert debate.read_text() == SELF


def test_standard_input(run: Run) -> None:
    assert run("check", "-", "--format", "concise", text=SELF).stdout.startswith("<stdin>:2:5: STR108")
    done = run("check", "-", "--fix", text=SELF)
    assert done.stdout.startswith("[A]: It rains.\n")


def test_fixes_leave_line_ends_alone(run: Run, debate: Path) -> None:
    debate.write_bytes(SELF.replace("\n", "\r\n").encode())
    run("check", "debate.argdown", "--fix")
    assert debate.read_bytes() == b"[A]: It rains.\r\n"


def test_an_included_file_is_left_alone(run: Run, debate: Path) -> None:
    part = debate.parent / "_part.argdown"
    part.write_text(SELF)
    debate.write_text("[B]: It is wet.\n  + [B]\n\n@include(_part.argdown)\n")
    done = run("check", "debate.argdown", "--format", "concise", "--select", "self-relation")
    assert [line.split(": ")[0] for line in done.stdout.splitlines()] == ["debate.argdown:2:5", "_part.argdown:2:5"]
    run("check", "debate.argdown", "--fix")
    assert debate.read_text() == "[B]: It is wet.\n\n@include(_part.argdown)\n"
    assert part.read_text() == SELF


def test_settings_of_the_nearest_file(run: Run, debate: Path) -> None:
    (debate.parent / "argmap.toml").write_text('[check]\nignore = ["self-relation"]\n')
    assert run("check", "debate.argdown").exit_code == 0
    assert run("check", "debate.argdown", "--isolated").exit_code == 1
    (debate.parent / "other.toml").write_text('[check]\nprofile = "draft"\n')
    assert run("check", "debate.argdown", "--config", "other.toml").exit_code == 1
    (debate.parent / "argmap.toml").write_text("[check]\nignor = []\n")
    done = run("check", "debate.argdown")
    assert done.exit_code == 2
    assert "Did you mean 'ignore'?" in done.stderr


def test_the_text_comes_first(run: Run, debate: Path) -> None:
    debate.write_text(SELF.replace("rains", "*rains"))
    done = run("check", "debate.argdown")
    assert "SYN310" in done.stdout
    assert "STR108" not in done.stdout
    assert "Where a text has errors, the map is not checked yet." in done.stdout


def test_report_into_a_file(run: Run, debate: Path) -> None:
    done = run("check", "debate.argdown", "--format", "html", "-o", "report.html")
    assert done.stdout == ""
    assert (debate.parent / "report.html").read_text().startswith("<!DOCTYPE html>")


def test_explain_tells_why(run: Run, debate: Path) -> None:
    assert "Nothing is a reason for or against itself." in run("check", "debate.argdown", "--explain").stdout
    assert run("check", "debate.argdown", "--explain", "--format", "json").exit_code == 2


def test_rule_pages(run: Run) -> None:
    done = run("rule", "self-relation")
    assert done.stdout.startswith("STR108 self-relation\nerror, structure. Profiles: ")
    assert "+ [Uniforms]" in done.stdout
    assert json.loads(run("rule", "STR108", "--json").stdout)[0]["name"] == "self-relation"
    listed = run("rule", "--all").stdout
    assert "STR108  self-relation" in listed
    assert "SYN310" in listed
    assert "SYN101" not in run("rule", "--all", "--profile", "draft").stdout
    assert run("rule").exit_code == 2
    assert "Did you mean 'self-relation'?" in run("rule", "self-realtion").stderr
    assert "Did you mean 'draft'?" in run("rule", "--all", "--profile", "draf").stderr


def test_every_page_prints(run: Run) -> None:
    from argmap.check import all_rules

    for each in all_rules():
        done = run("rule", each.code)
        assert done.exit_code == 0
        assert each.name in done.stdout


def test_a_large_map_shows_progress_on_a_terminal_only(run: Run, debate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from argmap.cli import check

    monkeypatch.setattr(check, "LARGE", 1)
    assert "Asking rules" not in run("check", "debate.argdown").stderr
    monkeypatch.setattr(check, "is_terminal", lambda _: True)
    assert "Asking rules" in run("check", "debate.argdown").stderr


def test_the_command_line_knows_the_forms_and_profiles_that_there_are(run: Run) -> None:
    """They stand in both places, because help is written without loading what checks."""
    from argmap.check import PROFILES
    from argmap.check.report import FORMS
    from argmap.cli import check

    assert check.FORMS == FORMS
    told = " ".join(run("check", "--help").stdout.split())
    assert all(name in told for name in PROFILES)
