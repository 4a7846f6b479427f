"""`argmap diff` and `argmap merge`, as people and git use them."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import argmap
from tests.cli.conftest import Run, folder, run

__all__ = ["folder", "run"]

START = "[A]: It rains. // weather\n  - [B]: Cats sleep.\n"
ONE = "[A]: It rains a lot.\n  - [B]: Cats sleep.\n  + [C]: Dogs bark.\n"
TWO = "[A]: It rains now.\n  - [B]: Cats sleep.\n"


@pytest.fixture
def files(folder: Path) -> Path:
    for name, text in (("start", START), ("one", ONE), ("two", TWO)):
        Path(folder, f"{name}.argdown").write_text(text, encoding="utf-8")
    argmap.read("one.argdown").save("one.json")
    return folder


def test_diff(files: Path, run: Run):
    done = run("diff", "start.argdown", "one.argdown")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[:2] == ["[A]", "  Reworded: It rains{+ a lot+}."]
    assert run("diff", "start.argdown", "one.json").stdout == done.stdout
    assert run("diff", "start.argdown", "-", text=ONE).stdout == done.stdout
    assert run("diff", "start.argdown", "one.argdown", "--exit-code").exit_code == 1
    assert run("diff", "one.json", "one.argdown", "--exit-code").exit_code == 0
    assert run("diff", "one.json", "one.argdown").stdout == "Nothing has changed.\n"
    data = json.loads(run("diff", "start.argdown", "one.argdown", "--json").stdout)
    assert [change["kind"] for change in data["changes"]] == ["reworded", "added", "added"]


def test_diff_draws(files: Path, run: Run):
    done = run("diff", "start.argdown", "one.argdown", "-o", "changes.svg")
    assert done.stderr == "Drawn: changes.svg (3 changes)\n"
    assert "+ new" in Path("changes.svg").read_text("utf-8")
    run("diff", "start.argdown", "one.argdown", "-o", "changes.md")
    assert "(added)" in Path("changes.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["diff", "-", "-"], 2, "Standard input can be one of the two"),
        (["diff", "start.argdown", "nowhere.argdown"], 2, "There is no file 'nowhere.argdown'"),
        (["diff", "start.argdown", "one.argdown", "-o", "x.svgg"], 2, "Did you mean 'svg'?"),
        (["diff", "start.argdown", "one.argdown", "-o", "-"], 2, "Name a file"),
        (["merge", "one.argdown", "-", "--base", "-"], 2, "Standard input can be one of the files only"),
        (["merge", "one.argdown", "two.argdown", "--as", "Ada"], 2, "there are 2 files and 1 names"),
        (["merge", "one.argdown", "two.argdown", "--json"], 2, "name a file with -o"),
        (["merge", "one.argdown", "two.argdown", "--prefer", "tow.argdown"], 2, "Did you mean 'two.argdown'?"),
        (["merge", "one.argdown", "two.argdown", "--to", "jsn"], 2, "jsn"),
        (["merge", "one.argdown", "nowhere.argdown"], 2, "There is no file"),
        (
            ["merge", "one.argdown", "two.argdown", "-o", "out.txt"],
            2,
            "The name 'out.txt' does not tell a format: any text",
        ),
        (["diff", "one.argdown", "two.argdown", "-o", "out"], 2, "'out' has no ending that says what to draw; use one"),
        (["merge", "one.argdown", "two.argdown", "--picture", "x.zip"], 2, "argmap draws no 'zip' files"),
    ],
)
def test_wrong_use(files: Path, run: Run, words: list[str], code: int, told: str):
    done = run(*words)
    assert done.exit_code == code, done.stderr
    assert told in done.stderr
    assert not done.stdout


def test_merge(files: Path, run: Run):
    done = run("merge", "one.argdown", "two.argdown", "--base", "start.argdown")
    assert done.exit_code == 1
    assert "[A]: It rains a lot. #conflict" in done.stdout
    assert "two.argdown: It rains now." in done.stderr
    done = run("merge", "one.argdown", "start.argdown", "--base", "start.argdown", "-o", "out.json")
    assert done.exit_code == 0
    assert "The file leaves out 1 comment." in done.stderr
    assert argmap.read("out.json") == argmap.read("one.argdown")
    done = run("merge", "one.argdown", "two.argdown", "--prefer", "two.argdown", "-o", "out.argdown")
    assert done.exit_code == 0
    assert Path("out.argdown").read_text("utf-8").startswith("[A]: It rains now.\n")
    done = run("merge", "one.argdown", "two.argdown", "-o", "out.argdown", "--json", "--picture", "p.svg")
    data = json.loads(done.stdout)
    assert (done.exit_code, data["who"], len(data["conflicts"])) == (1, ["one.argdown", "two.argdown"], 1)
    assert "two.argdown: It rains" in Path("p.svg").read_text("utf-8")


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
def test_git(files: Path):
    def git(*words: str) -> str:
        settings = {"user.name": "Ada", "user.email": "ada@example.org", "commit.gpgsign": "false"}
        given = [word for key, value in settings.items() for word in ("-c", f"{key}={value}")]
        return subprocess.run(["git", *given, *words], capture_output=True, text=True, check=False).stdout

    program = f"'{sys.executable}' -m argmap"
    git("init", "-q", "-b", "main")
    git("config", "diff.argdown.command", f'sh -c "{program} diff \\"\\$1\\" \\"\\$4\\""')
    git("config", "merge.argdown.driver", f"{program} merge %A %B --base %O -o %A --to argdown --as ours --as theirs")
    Path(".gitattributes").write_text("*.argdown diff=argdown merge=argdown\n")
    Path("d.argdown").write_text(START)
    git("add", ".")
    git("commit", "-qm", "start")
    git("checkout", "-qb", "other")
    Path("d.argdown").write_text(TWO)
    git("commit", "-qam", "two")
    git("checkout", "-q", "main")
    Path("d.argdown").write_text(ONE)
    assert "Reworded: It rains{+ a lot+}." in git("diff", "--ext-diff")
    git("commit", "-qam", "one")
    assert "CONFLICT" in git("merge", "other", "-m", "both")
    assert Path("d.argdown").read_text().startswith("[A]: It rains a lot. #conflict {from: {theirs: {text:")


def test_what_was_said_of_twin_lines_can_be_read(files: Path, run: Run):
    Path("for.argdown").write_text("[A]: It rains.\n  + [B]: Cats sleep.\n", encoding="utf-8")
    run("diff", "start.argdown", "for.argdown", "-o", "changes.svg")
    svg = Path("changes.svg").read_text("utf-8")
    signs = svg[svg.index('class="signs"') :]
    place = {
        words: (float(x), float(y))
        for x, y, words in re.findall(r'<text x="([-\d.]+)" y="([-\d.]+)"[^>]*>(\+ new|removed)</text>', signs)
    }
    apart = [abs(one - other) for one, other in zip(place["+ new"], place["removed"], strict=True)]
    assert apart[0] > 40 or apart[1] > 10
