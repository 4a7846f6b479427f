"""`argmap check` on files that nobody wrote for it: it answers with a documented exit code, and never with a traceback."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ARGMAP = [sys.executable, "-m", "argmap"]
NESTED = "[0]\n" + "".join(f"{' ' * (depth + 1)}+ [{depth + 1}]\n" for depth in range(10_000))
FILES: dict[str, tuple[bytes, int]] = {
    "nothing": (b"", 1),
    "one byte": (b"\xff", 1),
    "bytes": (bytes(range(256)) * 40, 1),
    "zeros": (b"\x00" * 10_000, 1),
    "a zero": (b"[A]: It \x00rains.\n  + [B]: It is wet.\n", 0),
    "utf-16": ("[A]: It rains.\n  + [B]: It is wet.\n".encode("utf-16"), 0),
    "utf-16 without a mark": ("[A]: It rains.\n  + [B]: It is wet.\n".encode("utf-16-le"), 1),
    "byte order mark": (b"\xef\xbb\xbf[A]: It rains.\n  + [B]: It is wet.\n", 0),
    "latin-1": ("[A]: Es ist naß.\n".encode("latin-1"), 1),
    "nested": (NESTED.encode(), 0),
    "one long word": (b"a" * 5_000_000, 0),
    "one long line of signs": (b"[" * 200_000, 1),
    "broken data": (b"[A]: It rains. {a: [" * 2_000, 1),
    "front matter that never ends": (b"===\n" + b"word: 1\n" * 20_000, 1),
}  # fmt: skip


@pytest.mark.parametrize("form", ["concise", "full"])
@pytest.mark.parametrize("name", FILES)
def test_hostile_files_have_an_answer(run: Run, folder: Path, name: str, form: str) -> None:
    content, code = FILES[name]
    (folder / "a.argdown").write_bytes(content)
    done = run("check", "a.argdown", "--format", form, "--profile", "draft")
    assert done.exit_code == code, done.output[:500]
    assert (folder / "a.argdown").read_bytes() == content


@pytest.mark.parametrize("name", FILES)
def test_hostile_files_can_be_fixed_or_are_left_alone(run: Run, folder: Path, name: str) -> None:
    content, _ = FILES[name]
    (folder / "a.argdown").write_bytes(content)
    assert run("check", "a.argdown", "--fix", "--unsafe-fixes", "--format", "concise").exit_code in (0, 1, 2)


def test_a_pipe_that_closes_is_no_fault(folder: Path) -> None:
    Path("a.argdown").write_text("".join(f"[A {k}]: It rains.\n  + [A {k}]\n\n" for k in range(5_000)))
    process = subprocess.Popen(
        [*ARGMAP, "check", "a.argdown", "--format", "concise"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait(60)


def test_files_may_change_while_they_are_checked(run: Run, folder: Path) -> None:
    path = folder / "a.argdown"
    texts = ["[A]: It rains.\n  + [A]\n", "", "===\ntitle: x\n", "\x00", "[A]: It rains. {a: "]
    path.write_text(texts[0])
    stop = threading.Event()

    def change() -> None:
        while not stop.is_set():
            for text in texts:
                path.write_text(text)
            path.unlink()
            path.write_text(texts[0])

    thread = threading.Thread(target=change)
    thread.start()
    try:
        for words in (["--format", "full"], ["--fix"], ["--diff"], ["--explain"]) * 3:
            assert run("check", "a.argdown", *words).exit_code in (0, 1, 2)
    finally:
        stop.set()
        thread.join()
