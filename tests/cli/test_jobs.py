"""Many files: the same output for any number of jobs, journals, interrupts, and what dies."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from argmap.cli.working import Work
from tests.cli.interrupts import heard

posix = pytest.mark.skipif(sys.platform == "win32", reason="it is about POSIX")
ARGMAP = [sys.executable, "-m", "argmap"]
COMMANDS = [
    ["check", "in"],
    ["check", "in", "--format", "sarif"],
    ["check", "in", "--format", "html"],
    ["check", "in", "--format", "json", "--profile", "strict"],
    ["evaluate", "in", "nowhere.argdown", "-", "--semantics", "preferred"],
    ["evaluate", "in", "--json"],
    ["evaluate", "in", "--semantics", "quadratic-energy", "--audience", "x"],
    ["convert", "in", "-o", "out", "--to", "json"],
    ["convert", "in", "-o", "out", "--to", "json", "--json"],
    ["stats", "in"],
    ["stats", "in", "--csv"],
    ["stats", "--agreement", "in/a", "in/b", "--json"],
]


@pytest.fixture(autouse=True)
def _corpus(folder: Path) -> None:
    for name in ("a", "b"):
        (folder / "in" / name).mkdir(parents=True)
        for number in range(20):
            text = f"[A]: It is number {number}. {{side: one}}\n  - <B>: Not {name}.\n    + [C]: Three\n"
            if number % 5 == 0:
                text += f"  + [A]\n  - [D]: two *{number}\n"
            (folder / "in" / name / f"{number:02}.argdown").write_text(text)
    (folder / "in" / "bad.json").write_text('{"format": "argmap", "version": 1, "claims": [{}]}')
    (folder / "in" / "bytes.argdown").write_bytes(bytes(range(256)) * 9)
    (folder / "in" / "whole.argdown").write_text("[A]: one\n\n@include(_part.argdown)\n")
    (folder / "in" / "_part.argdown").write_text("[P]: part\n  + [P]\n")


def output(*words: str) -> tuple[int, bytes, bytes]:
    done = subprocess.run([*ARGMAP, *words], input=b"[Std]: in\n", capture_output=True, timeout=120, check=False)
    return done.returncode, done.stdout, done.stderr


def written(folder: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in sorted((folder / "out").rglob("*")) if path.is_file()}


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_the_same_for_any_number_of_jobs_and_from_a_journal(words: list[str], run, folder: Path) -> None:
    def told(*more: str) -> tuple[int, bytes, bytes]:
        done = run(*words, *more, text="[Std]: in\n")
        return done.exit_code, done.stdout_bytes, done.stderr_bytes

    one = told()
    files = written(folder)
    shutil.rmtree(folder / "out", ignore_errors=True)
    assert one[1] or one[2]
    assert b"bug" not in one[2]
    assert told("--jobs", "2", "--resume", "journal") == one
    assert written(folder) == files
    assert told("--resume", "journal") == one
    assert written(folder) == files


def test_stdin_is_read_here() -> None:
    done = output("convert", "-", "in/a", "-o", "out", "--to", "json", "--jobs", "2", "--resume", "journal")
    assert done[2].endswith(b"Written: 21 of 21 debates.\n")
    assert b"Std" in Path("out/debate.json").read_bytes()
    assert output("convert", "-", "--to", "json", "--jobs", "2")[1].startswith(b"{")


# -- journals ------------------------------------------------------------------------------------------------


def keep_reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note which files are worked on, in this process."""
    from argmap.cli import inputs

    names: list[str] = []
    read = inputs.Input.read

    def noted(self: inputs.Input, *given: object):
        names.append(Path(self.path).as_posix())
        return read(self, *given)

    monkeypatch.setattr(inputs.Input, "read", noted)
    return names


def test_only_what_is_new_or_changed_is_done(run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run("check", "in", "--resume", "j")
    names = keep_reads(monkeypatch)
    assert run("check", "in", "--resume", "j").output == first.output
    assert names == []
    (folder / "in" / "a" / "07.argdown").write_text("[A]: one\n  + [A]\n")
    (folder / "in" / "new.argdown").write_text("[A]: one\n  + [A]\n")
    os.utime(folder / "in" / "b" / "03.argdown")
    again = run("check", "in", "--resume", "j")
    assert names == ["in/new.argdown", "in/a/07.argdown"]
    assert again.output == run("check", "in").output != first.output


def test_an_included_file_counts(run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("check", "in/whole.argdown", "--resume", "j")
    names = keep_reads(monkeypatch)
    (folder / "in" / "_part.argdown").write_text("[P]: part\n")
    assert run("check", "in/whole.argdown", "--resume", "j").exit_code == 0
    assert names == ["in/whole.argdown"]
    (folder / "in" / "_part.argdown").unlink()
    assert "include-not-found" in run("check", "in/whole.argdown", "--resume", "j").output


def test_other_options_are_other_work(run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("check", "in/a", "--resume", "j")
    names = keep_reads(monkeypatch)
    for words in (
        ["check", "in/a", "--profile", "strict"],
        ["evaluate", "in/a"],
        ["evaluate", "in/a", "--json"],
        ["evaluate", "in/a", "--semantics", "stable"],
        ["stats", "in/a"],
    ):
        names.clear()
        run(*words, "--resume", "j")
        assert len(names) == 20
        names.clear()
        run(*words, "--resume", "j")
        assert names == []
    (folder / "argmap.toml").write_text('[check]\nignore = ["STR108"]\n')
    run("check", "in/a", "--resume", "j")
    assert len(names) == 20


def test_what_was_converted_is_there(run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = ["convert", "in/a", "-o", "out", "--to", "json", "--resume", "j"]
    first = run(*words)
    names = keep_reads(monkeypatch)
    assert run(*words).output == first.output
    assert names == []
    (folder / "out" / "03.json").unlink()
    assert run(*words).output == first.output
    assert names == ["in/a/03.argdown"]
    assert (folder / "out" / "03.json").is_file()


def test_tables_that_belong_together_count_both(run, folder: Path) -> None:
    (folder / "t.csv").write_text("id,text\na,A\nb,B\n")
    words = ["convert", "t.csv", "-o", "out/", "--to", "tsv", "--resume", "j"]
    run(*words)
    (folder / "t.edges.csv").write_text("source,kind,target\nb,attack,a\n")  # it was not there before
    run(*words)
    assert "attack" in (folder / "out" / "t.edges.tsv").read_text()
    (folder / "out" / "t.edges.tsv").unlink()
    run(*words)
    assert "attack" in (folder / "out" / "t.edges.tsv").read_text()


def test_a_debate_that_could_not_be_written_is_tried_again(run, folder: Path) -> None:
    words = ["convert", "in/a", "-o", "out", "--to", "json", "--resume", "j"]
    (folder / "out" / "03.json").mkdir(parents=True)
    assert "is a folder" in run(*words).output
    (folder / "out" / "03.json").rmdir()
    assert "is a folder" not in run(*words).output
    assert (folder / "out" / "03.json").is_file()


def test_a_debate_is_no_journal(run, folder: Path) -> None:
    text = (folder / "in" / "a" / "00.argdown").read_bytes()
    done = run("check", "in", "--resume", "in/a/00.argdown")
    assert done.exit_code != 0
    assert "is no journal, and is left alone" in done.output
    assert (folder / "in" / "a" / "00.argdown").read_bytes() == text


def test_fixes_are_made_one_after_the_other(run) -> None:
    for words in (["--jobs", "2"], ["--resume", "j"]):
        assert "leave --jobs and --resume away" in run("check", "in", "--fix", *words).stderr


@posix
def test_a_killed_run_goes_on(folder: Path) -> None:
    for number in range(200):
        shutil.copy("in/a/01.argdown", f"in/a/x{number:03}.argdown")
    expected = output("evaluate", "in")
    with subprocess.Popen(
        [*ARGMAP, "evaluate", "in", "--jobs", "2", "--resume", "j"], stdout=subprocess.DEVNULL
    ) as run:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and not (os.path.exists("j") and os.path.getsize("j") > 20_000):
            time.sleep(0.01)
        run.kill()
    done = Path("j").read_bytes().count(b"\n")
    assert done > 10
    assert output("evaluate", "in", "--resume", "j") == expected
    lines = Path("j").read_bytes().splitlines()
    names = [json.loads(line)[1]["name"] for line in lines[1:] if line.endswith(b"}]")]
    # What the killed run had written down was not done again.
    assert len(names) == len(set(names)) == 200 + 40 + 3


# -- what ends early -----------------------------------------------------------------------------------------


@posix
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_ends_all_at_once(folder: Path, jobs: str) -> None:
    for number in range(3000):
        shutil.copy("in/a/01.argdown", f"in/a/x{number:04}.argdown")
    process = subprocess.Popen(
        [*ARGMAP, "evaluate", "in/a", "--jobs", jobs, "--resume", "j"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=heard,
    )
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (os.path.exists("j") and os.path.getsize("j") > 5_000):
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of them
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert err.endswith(b"Interrupted.\n")
    assert b"Traceback" not in err
    # Both ends of the pipes are closed, so no worker is left; and not all was done.
    assert Path("j").read_bytes().count(b"\n") < 3000


@posix
def test_a_reader_that_goes_away_ends_the_workers() -> None:
    script = '{ "$@"; echo "code $?" >&2; } | head -n 1'
    done = subprocess.run(
        ["sh", "-c", script, "sh", *ARGMAP, "evaluate", "in", "--jobs", "2"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.endswith(("code 141\n", "code 1\n"))  # 1 where all of it was in the pipe already


BREAK = """
import os, sys
import argmap.cli.evaluate as evaluate
found = evaluate._found
def broken(m, *rest):
    if "number 7." in str([claim.text for claim in m.claims]):
        {act}
    return found(m, *rest)
evaluate._found = broken
if __name__ == "__main__":
    from argmap.cli import main
    main()
"""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_bug_costs_one_file(jobs: str) -> None:
    Path("broken.py").write_text(BREAK.format(act='raise RuntimeError("no luck")'))
    words = [sys.executable, "broken.py", "evaluate", "in/a", "in/b", "--jobs", jobs, "--resume", "j"]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 70
    assert [line for line in done.stderr.splitlines() if "bug" in line] == [
        f"in/{name}/07.argdown: error: argmap has a bug here: RuntimeError: no luck (broken.py:7). Please report it."
        for name in "ab"
    ]
    assert done.stdout.count("semantics") == 38
    # A bug is not written down as done.
    assert output("evaluate", "in/a", "in/b", "--resume", "j") == output("evaluate", "in/a", "in/b")


@posix
def test_a_worker_that_dies_costs_one_file() -> None:
    Path("broken.py").write_text(BREAK.format(act="os._exit(9)"))
    words = [sys.executable, "broken.py", "evaluate", "in/a", "--jobs", "2", "--resume", "j"]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert "in/a/07.argdown: error: The process that worked on it ended; it may have needed more memory" in done.stderr
    assert done.stdout.count("semantics") == 19
    assert output("evaluate", "in/a", "--resume", "j") == output("evaluate", "in/a")


def test_what_is_told_to_a_recorder_is_what_a_reporter_tells(run, folder: Path) -> None:
    """More messages than are shown, in one file and in all."""
    (folder / "many.argdown").write_text("".join(f"[{number}]: one *x\n\n" for number in range(80)))
    done = run("evaluate", "many.argdown", "in")
    assert done.stderr.count("never closed") == 50
    assert done.stderr.splitlines()[-1] == "40 more messages are not shown."


def test_work_is_sent_as_a_name() -> None:
    import pickle

    from argmap.cli.inputs import Input

    assert len(pickle.dumps(Work(Input("a.argdown", "a.argdown")))) < 300
