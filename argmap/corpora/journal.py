"""A journal of what is done: a file that survives whatever ends the work, and says the next time what need not be done.

It is made of lines of JSON. The first one names it; each other holds the name of a thing, a print of how it was done,
the prints of the files that were read for it, what came of it, and a print of the line itself. Lines are only ever
added, the last one counts, and one that is torn or damaged counts as not written.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, Self

from argmap.errors import WriteError
from argmap.files.noting import ABSENT, print_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import TracebackType

_HEAD = b'{"argmap": "journal", "version": 1}\n'


class Journal:
    """A file of what is done; it holds in memory where in the file each thing stands, and no more.

    Args:
        path: The file; it is made where there is none.

    Raises:
        WriteError: It is something else than a journal, and left alone, or cannot be opened.

    Example:
        >>> import pathlib, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     with Journal(f"{folder}/done") as journal:
        ...         journal.add("rain.argdown", "as json", {}, {"claims": 2})
        ...     with Journal(f"{folder}/done") as journal:
        ...         journal.find("rain.argdown", "as json"), journal.find("rain.argdown", "as text")
        ({'claims': 2}, None)
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._starts: dict[tuple[str, str], int] = {}
        try:
            self._file = open(path, "a+b")  # noqa: PTH123, SIM115  # pathlib refuses some names that exist
        except (OSError, ValueError) as error:
            raise WriteError(f"The journal {path!r} cannot be opened: {_reason(error)}.") from error
        try:
            self._take_stock()
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._file.close()

    def find(self, name: str, how: str) -> Any:
        """Return what came of a thing that is done, if all files that were read for it are still the same; else None.

        Args:
            name: The thing.
            how: How it is to be done.
        """
        start = self._starts.get((name, how))
        if start is None:
            return None
        self._file.seek(start)
        held = _held(self._file.readline())
        if held is None or not all(self._print(path) == print_ for path, print_ in held["reads"].items()):
            return None
        return held["result"]

    def add(self, name: str, how: str, reads: Mapping[str, str], result: Any) -> None:
        """Write down what came of a thing.

        Args:
            name: The thing.
            how: How it was done.
            reads: The files that were read for it, with their prints, as `argmap.files.noting` has them.
            result: What came of it: anything that JSON can hold.

        Raises:
            WriteError: It cannot be written.
        """
        body = json.dumps({"name": name, "how": how, "reads": dict(reads), "result": result})
        line = f'["{print_of(body.encode())}", {body}]\n'.encode()
        try:
            # One call, at the end of the file whatever else is there.
            self._starts[name, how] = self._file.seek(0, os.SEEK_END)
            self._file.write(line)
            self._file.flush()
        except OSError as error:
            raise WriteError(f"The journal {self.path!r} cannot be written: {_reason(error)}.") from error

    def _take_stock(self) -> None:
        self._file.seek(0)
        head = self._file.readline(len(_HEAD))
        if head != _HEAD:
            if not _HEAD.startswith(head):
                raise WriteError(
                    f"{self.path!r} is no journal, and is left alone; give the name of a file that is not there yet."
                )
            self._file.truncate(0)
            self._file.write(_HEAD)
            self._file.flush()
        is_whole = True
        for start, line in self._lines():
            is_whole = line.endswith(b"\n")
            held = _held(line)
            if held is not None:
                self._starts[held["name"], held["how"]] = start
        if not is_whole:
            self._file.write(b"\n")
            self._file.flush()

    def _lines(self) -> Iterator[tuple[int, bytes]]:
        start = len(_HEAD)
        self._file.seek(start)
        while line := self._file.readline():
            yield start, line
            start += len(line)

    def _print(self, path: str) -> str:
        try:
            with open(path, "rb") as file:  # noqa: PTH123  # pathlib refuses some names that exist
                return print_of(file.read())
        except (OSError, ValueError):
            return ABSENT


def _held(line: bytes) -> dict[str, Any] | None:
    """Return what a line holds; None where it is damaged."""
    line = line.removesuffix(b"\n")
    try:
        print_, held = json.loads(line)
        body = line[len(f'["{print_}", ') : -1]
        name, how, reads, _ = (held[key] for key in ("name", "how", "reads", "result"))
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    is_whole = line.endswith(b"]") and print_of(body) == print_
    return held if is_whole and isinstance(name, str) and isinstance(how, str) and isinstance(reads, dict) else None


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
