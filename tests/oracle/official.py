"""A Node process that reads Argdown with the official implementation.

Set the environment variable ``ARGMAP_ORACLE`` to a folder in which ``npm install @argdown/core@1.7.5`` was run.
Without Node or the package, tests that ask for `official` are skipped; with ``ARGMAP_REQUIRE_ORACLE=1`` they fail.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import shutil
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PROGRAM = Path(__file__).with_name("argdown.mjs")

TIMEOUT = 20.0
"""Seconds that the official implementation may take for one document."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the official implementation says about one document.

    Attributes:
        text: The document.
        valid: Whether there was no error of the lexer or parser and no exception.
        errors: The errors of lexer and parser, as (line, column in code points, message).
        exception: The first exception, or None.
        reading: The normal form of `tests.oracle.reading`; None for an invalid document.
        corrected: The names (in `tests.oracle.differences`) of the official faults that the oracle mended in `reading`.
        tokens: (name, image, place) of every token, where they were asked for.
        times: Milliseconds of each official process, where they were asked for.
        map: What would be drawn (see `tests.oracle.drawing`), where it was asked for; an ``exception`` where that fails.
    """

    text: str
    valid: bool
    errors: tuple[tuple[int, int, str], ...] = ()
    exception: str | None = None
    reading: dict[str, Any] | None = None
    corrected: tuple[str, ...] = ()
    tokens: tuple[tuple[str, str, str], ...] = ()
    times: dict[str, float] | None = None
    map: dict[str, Any] | None = None


def why_missing() -> str | None:
    """Why the official implementation cannot be asked, or None when it can."""
    folder = os.environ.get("ARGMAP_ORACLE")
    if not folder:
        return "ARGMAP_ORACLE is not set: give it a folder that holds node_modules/@argdown/core."
    if not (Path(folder) / "node_modules" / "@argdown" / "core").is_dir():
        return f"There is no node_modules/@argdown/core in ARGMAP_ORACLE ({folder}): run npm install there."
    if shutil.which("node") is None:
        return "Node is not on the PATH."
    return None


def available() -> bool:
    """Whether the official implementation can be asked."""
    return why_missing() is None


class Official:
    """The official implementation as a context manager; one Node process answers any number of questions.

    A document that takes longer than `timeout` seconds counts as an exception, and Node is started anew.
    """

    def __init__(self, timeout: float = TIMEOUT) -> None:
        self.timeout = timeout
        self._process: subprocess.Popen[bytes] | None = None
        self._lines: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._reader: threading.Thread | None = None

    def __enter__(self) -> Official:
        reason = why_missing()
        if reason is not None:
            raise RuntimeError(reason)
        return self

    def __exit__(self, *_exception: object) -> None:
        self.stop()

    def read(self, text: str, **options: Any) -> Answer:
        """Ask about one document; options: `settings`, `tokens=True`, `times=True`, `map=True`."""
        return self.read_all([text], **options)[0]

    def read_all(self, texts: Sequence[str], **options: Any) -> list[Answer]:
        """Ask about many documents at once, which spares waiting."""
        answers: list[Answer] = []
        while len(answers) < len(texts):
            left = texts[len(answers) :]
            requests = "".join(json.dumps({"id": i, "text": text, **options}) + "\n" for i, text in enumerate(left))
            process = self._start()
            assert process.stdin is not None
            # Writing from a thread: Node may be slow to read while its answers pile up here.
            writer = threading.Thread(target=_write, args=(process.stdin, requests.encode()), daemon=True)
            writer.start()
            for position, text in enumerate(left):
                line = self._next_line()
                if line is None:
                    self.stop()
                    answers.append(Answer(text, valid=False, exception="oracle: no answer in time"))
                    break
                said = json.loads(line)
                assert said["id"] == position, said
                answers.append(_answer(text, said))
            writer.join()
        return answers

    def stop(self) -> None:
        """End the Node process; the next question starts another."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        if self._reader is not None:
            self._reader.join()
        assert process.stdin is not None
        assert process.stdout is not None
        with contextlib.suppress(OSError):  # what Node never read
            process.stdin.close()
        process.stdout.close()

    def _start(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.stop()
        self._lines = queue.SimpleQueue()
        self._process = subprocess.Popen(["node", str(PROGRAM)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._reader = threading.Thread(
            target=_pump, args=(self._process.stdout, self._lines), name="oracle", daemon=True
        )
        self._reader.start()
        return self._process

    def _next_line(self) -> bytes | None:
        try:
            return self._lines.get(timeout=self.timeout)
        except queue.Empty:
            return None


def _pump(stream: Any, lines: queue.SimpleQueue[bytes | None]) -> None:
    for line in stream:
        lines.put(line)
    lines.put(None)


def _write(stream: Any, data: bytes) -> None:
    with contextlib.suppress(OSError, ValueError):  # where Node has ended, which the reader sees
        stream.write(data)
        stream.flush()


def _answer(text: str, said: dict[str, Any]) -> Answer:
    return Answer(
        text=text,
        valid=said["valid"],
        errors=tuple((error["line"], error["column"], error["message"]) for error in said["errors"]),
        exception=said["exception"],
        reading=said["reading"],
        corrected=tuple(said["corrected"]),
        tokens=tuple((name, image, place) for name, image, place in said.get("tokens", ())),
        times=said.get("times"),
        map=said.get("map"),
    )


@pytest.fixture(scope="session")
def official() -> Iterator[Official]:
    """The official implementation for a whole test run; skips (or fails, see above) where it is missing."""
    reason = why_missing()
    if reason is not None:
        if os.environ.get("ARGMAP_REQUIRE_ORACLE") == "1":
            pytest.fail(f"The official implementation is required, but: {reason}", pytrace=False)
        pytest.skip(reason)
    with Official() as running:
        yield running
