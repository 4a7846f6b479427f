"""The command line as a process: exit codes, streams, signals, terminals."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import argmap
from tests.cli.interrupts import heard

posix = pytest.mark.skipif(sys.platform == "win32", reason="it is about POSIX")
ARGMAP = [sys.executable, "-m", "argmap"]
TEXT = "[Rain]: It rains.\n  - [Sun]: The sun shines.\n"


@pytest.fixture(autouse=True)
def _folder(folder: Path) -> None:
    (folder / "rain.argdown").write_text(TEXT)


def argmap_run(*words: str, **options) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*ARGMAP, *words], capture_output=True, text=True, encoding="utf-8", timeout=60, check=False, **options
    )


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ([], 0),
        (["--help"], 0),
        (["-h"], 0),
        (["show", "-h"], 0),
        (["--version"], 0),
        (["version"], 0),
        (["version", "--json"], 0),
        (["show", "rain.argdown"], 0),
        (["show", "bad.argdown"], 1),
        (["fmt", "--check", "rain.argdown"], 0),
        (["show", "nowhere.argdown"], 2),
        (["show"], 2),
        (["show", "--nonsense", "rain.argdown"], 2),
        (["nonsense"], 2),
        (["--nonsense"], 2),
        (["version", "nonsense"], 2),
    ],
)
def test_exit_codes(words, code):
    Path("bad.argdown").write_text("[A]: *x\n")
    done = argmap_run(*words)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert bool(done.stderr) == bool(code)


def test_argmap_alone_is_its_help():
    assert argmap_run().stdout == argmap_run("--help").stdout
    assert "Usage: argmap [OPTIONS] [COMMAND]" in argmap_run().stdout


def test_near_names():
    assert "There is no command 'rendr'. Did you mean 'render'?" in argmap_run("rendr").stderr
    assert "To draw the file, type: argmap render rain.argdown" in argmap_run("rain.argdown").stderr
    assert (
        "The commands are: demo, render, show, check, rule, evaluate, why, whatif, fmt, convert, formats, stats, schemes, "
        in argmap_run("qqq").stderr
    )
    assert "--style" in argmap_run("render", "--stile", "x", "rain.argdown").stderr


def test_version():
    facts = json.loads(argmap_run("version", "--json").stdout)
    assert facts["argmap"] == argmap.__version__
    assert facts["python"] == sys.version.split()[0]
    assert [engine["name"] for engine in facts["engines"]] == ["bundled", "dot"]
    lines = argmap_run("version").stdout.splitlines()
    assert lines[0] == f"argmap {argmap.__version__}"
    assert len(lines) == 4
    assert argmap_run("--version").stdout.splitlines() == lines
    assert argmap_run("--traceback", "version").stdout.splitlines() == lines


@pytest.mark.parametrize(
    ("words", "needless"),
    [
        (["version"], {"argmap.model", "click", "pydantic", "networkx", "graphviz", "yaml", "numpy"}),
        (["--help"], {"pydantic", "networkx", "graphviz", "yaml", "numpy"}),
        (["show", "rain.argdown"], {"pydantic", "networkx", "graphviz", "yaml", "numpy"}),
    ],
)
def test_what_is_not_needed_is_not_imported(words, needless):
    script = (
        "import sys, argmap.cli\n"
        f"sys.argv = ['argmap', *{words!r}]\n"
        "try:\n    argmap.cli.main()\nexcept SystemExit:\n    pass\n"
        "print('MODULES', *sorted(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, encoding="utf-8", check=True)
    modules = set(done.stdout.rpartition("MODULES")[2].split())
    assert "argmap" in modules
    assert not modules & needless


def test_streams():
    done = argmap_run("render", "-", input=TEXT)
    assert done.returncode == 0
    assert done.stdout.startswith("<")
    done = argmap_run("convert", "-", "--to", "json", input=TEXT)
    assert argmap.ArgumentMap.from_json(done.stdout) == argmap.parse(TEXT).map


def test_standard_output_is_the_same_bytes_everywhere():
    for encoding in ("utf-8", "ascii", "cp1252"):
        environment = {**os.environ, "PYTHONIOENCODING": encoding}
        text = "[A]:   漢字 − ×\n"
        done = subprocess.run(
            [*ARGMAP, "fmt", "-"], input=text.encode(), capture_output=True, env=environment, check=True
        )
        assert done.stdout == "[A]: 漢字 − ×\n".encode()


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_a_terminal_that_knows_few_signs(encoding):
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run(
        [*ARGMAP, "show", "-"], input=(TEXT + "  - 漢字\n").encode(), capture_output=True, env=environment, check=True
    )
    assert done.stdout.decode(encoding).splitlines()[-2:] == ["  - [Sun] The sun shines.", "  - ??"]


@posix
def test_closed_standard_input():
    done = subprocess.run(
        ["sh", "-c", '"$@" <&-', "sh", *ARGMAP, "show", "-"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "<stdin>: error: Standard input is closed; give the name of a file." in done.stderr


@posix
@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("version", 0),
        ("--help", 0),
        ("show rain.argdown", 0),
        ("render rain.argdown", 0),
        ("render rain.argdown -o -", 1),
    ],
)
def test_closed_standard_output(words, code):
    script = f'"$@" {words} >&-'
    done = subprocess.run(["sh", "-c", script, "sh", *ARGMAP], capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert "bug" not in done.stderr
    assert "Traceback" not in done.stderr


@posix
def test_a_reader_that_goes_away():
    Path("long.argdown").write_text("\n\n".join(f"[{number}]: some words" for number in range(20_000)))
    done = subprocess.run(
        ["sh", "-c", '{ "$@"; echo "code $?" >&2; } | head -n 1', "sh", *ARGMAP, "show", "long.argdown"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "long.argdown\n"
    assert done.stderr == "code 141\n"


@posix
@pytest.mark.parametrize(
    "words", [["--help"], ["version"], ["show", "rain.argdown"], ["convert", "rain.argdown", "-o", "-", "--to", "json"]]
)
def test_nobody_reads_at_all(words):
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([*ARGMAP, *words], stdout=writing, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    os.close(writing)
    assert done.stderr == ""
    assert done.returncode != 0


@posix
def test_an_interrupt():
    pipe = Path("pipe")
    os.mkfifo(pipe)
    # It waits for somebody to write into the pipe.
    process = subprocess.Popen(
        [*ARGMAP, "show", "pipe"], stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, preexec_fn=heard
    )
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and not _waits_for(process.pid, "pipe"):
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert (out, err) == ("", "Interrupted.\n")


def _waits_for(pid: int, name: str) -> bool:
    """Whether a process is about to open a pipe: seen in /proc where there is one, else after a while."""
    try:
        return (
            "fifo" in Path(f"/proc/{pid}/wchan").read_text()
            or "wait_for_partner" in Path(f"/proc/{pid}/stack").read_text()
        )
    except OSError:
        time.sleep(3)
        return bool(name)


BUG = """
import sys
import argmap.cli.inputs
def broken(self):
    raise RuntimeError("no \\x1b luck")
argmap.cli.inputs.Input.read = broken
from argmap.cli import main
main()
"""


def test_a_bug_asks_for_a_report():
    script = [sys.executable, "-c", BUG]
    done = subprocess.run([*script, "show", "rain.argdown"], capture_output=True, text=True, check=False)
    assert done.returncode == 70
    assert done.stderr.count("\n") == 1
    assert re.match(
        r"argmap has a bug here: RuntimeError: no \\x1b luck \(<string>:5\)\. Please report it", done.stderr
    )
    for words, environment in (
        (["--traceback", "show", "rain.argdown"], {}),
        (["show", "rain.argdown"], {"ARGMAP_TRACEBACK": "1"}),
    ):
        done = subprocess.run(
            [*script, *words], capture_output=True, text=True, check=False, env={**os.environ, **environment}
        )
        assert "Traceback (most recent call last)" in done.stderr
        assert "RuntimeError: no \x1b luck" in done.stderr


@pytest.mark.parametrize(("shell", "word"), [("bash", "complete"), ("zsh", "compdef"), ("fish", "complete")])
def test_completion(shell, word):
    script = "import sys; sys.argv[0] = 'argmap'; from argmap.cli import main; main()"
    environment = {**os.environ, "_ARGMAP_COMPLETE": f"{shell}_source"}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment, check=False)
    if "Bash version" in done.stderr or "Couldn't detect Bash" in done.stderr:
        pytest.skip("no bash, or an old one")
    assert done.returncode == 0
    assert word in done.stdout
    environment = {**os.environ, "_ARGMAP_COMPLETE": "bash_complete", "COMP_WORDS": "argmap re", "COMP_CWORD": "1"}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment, check=False)
    assert done.stdout == "plain,render\n"


# -- terminals -----------------------------------------------------------------------------------------------


def on_a_terminal(*words: str, **environment: str) -> str:
    """What a person sees who runs argmap in a terminal of 60 columns."""
    pty = pytest.importorskip("pty")
    fcntl, struct, termios = pytest.importorskip("fcntl"), pytest.importorskip("struct"), pytest.importorskip("termios")
    theirs, ours = pty.openpty()
    fcntl.ioctl(ours, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
    without = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "COLUMNS", "TERM")}
    process = subprocess.Popen(
        [*ARGMAP, *words],
        stdin=subprocess.DEVNULL,
        stdout=ours,
        stderr=ours,
        env={**without, "TERM": "xterm", **environment},
    )
    os.close(ours)
    seen = b""
    while True:
        try:
            piece = os.read(theirs, 65536)
        except OSError:  # Linux, when the other end is closed
            break
        if not piece:
            break
        seen += piece
    os.close(theirs)
    process.wait(60)
    return seen.decode().replace("\r\n", "\n")


@posix
def test_colour_is_for_terminals_only():
    Path("bad.argdown").write_text("[A]: *x\n")
    assert "\x1b[" in on_a_terminal("show", "bad.argdown")
    assert "\x1b[" not in on_a_terminal("show", "bad.argdown", NO_COLOR="1")
    assert "\x1b[" not in on_a_terminal("show", "bad.argdown", TERM="dumb")
    assert "\x1b[" in on_a_terminal("show", "bad.argdown", NO_COLOR="")  # no-color.org: when it is not empty
    done = argmap_run("show", "bad.argdown")
    assert "\x1b[" not in done.stdout + done.stderr


@posix
def test_lines_fit_the_terminal():
    Path("long.argdown").write_text("[A]: " + "word " * 50 + "\n  - [B]: " + "word " * 50 + "\n")
    seen = on_a_terminal("show", "long.argdown", NO_COLOR="1")
    assert max(map(len, seen.splitlines())) <= 60
    Path("bad.argdown").write_text("[A]: " + "word " * 50 + "*x\n")
    seen = on_a_terminal("fmt", "bad.argdown", NO_COLOR="1")
    assert max(map(len, seen.splitlines()[1:])) <= 60


@posix
def test_progress_of_many_files_on_a_terminal_only():
    for number in range(5):
        Path(f"{number}.argdown").write_text(TEXT if number else "[A]: *x\n")
    names = [f"{number}.argdown" for number in range(5)]
    seen = on_a_terminal("render", *names, "-o", "out", NO_COLOR="1")
    assert "Drawing" in seen
    assert "100%" in seen
    # What there is to say comes behind the bar and not into it.
    assert seen.rindex("100%") < seen.index("0.argdown:1:6: error: ") < seen.index("Drawn: 5 of 5 debates.")
    done = argmap_run("render", *names, "-o", "out")
    assert "%" not in done.stderr
    assert "Drawing" not in on_a_terminal("render", "1.argdown", NO_COLOR="1")


@posix
def test_a_diff_on_a_terminal_moves_no_cursor():
    Path("a.argdown").write_text("[A]:   \x1b[2J red\n")
    assert "\\x1b[2J" in on_a_terminal("fmt", "--diff", "a.argdown", NO_COLOR="1")
    assert "\x1b[2J" in argmap_run("fmt", "--diff", "a.argdown").stdout  # a patch has to be exact


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="it is about a device of Linux")
@pytest.mark.parametrize(
    "words",
    [
        ["show", "rain.argdown"],
        ["show", "--json", "rain.argdown"],
        ["show", "--json", "long.argdown"],
        ["render", "rain.argdown", "-o", "-"],
        ["fmt", "--diff", "untidy.argdown"],
        ["--help"],
        ["version"],
        ["version", "--json"],
    ],
)
def test_a_full_disk_behind_standard_output(words):
    Path("untidy.argdown").write_text("[A]:    one\n")
    Path("long.argdown").write_text("\n\n".join(f"[{number}]: some words" for number in range(500)))
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [*ARGMAP, *words], stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False
        )
    assert done.returncode == 1
    assert done.stderr.endswith("Standard output cannot be written: No space left on device.\n")
    assert "bug" not in done.stderr
    assert "Exception" not in done.stderr
