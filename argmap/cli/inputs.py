"""Which files a command is to work on: names, patterns, folders, and `-` for standard input."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, BinaryIO

import click

from argmap.corpora.finding import Found, Missing, Skipped, find
from argmap.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.cli.reporter import Reporter
    from argmap.formats.table import Format
    from argmap.model import ArgumentMap
    from argmap.text import ParseResult

STDIN = "-"
ARGUMENT = click.Path(allow_dash=True, readable=False)
"""The type of a word that names a file. click checks nothing: one bad file stops no other. Shells complete it."""


@dataclass(frozen=True, slots=True)
class Input(Found):
    """A text to work on; its path is `-` for standard input."""

    @property
    def is_stdin(self) -> bool:
        """Whether it is standard input."""
        return self.path == STDIN

    @property
    def name(self) -> str:
        """What to call it in messages."""
        return "<stdin>" if self.is_stdin else self.path

    def read_bytes(self) -> bytes:
        """Return its bytes.

        Raises:
            ReadError: It cannot be opened, or is too large.
        """
        from argmap.files.opening import MAX_BYTES, read_bytes
        from argmap.formats.table import own_suffixes

        if not self.is_stdin:
            return read_bytes(self.path, own_suffixes())
        try:
            return _stdin().read(MAX_BYTES + 1)
        except OSError as error:
            raise ReadError(f"{self.name} cannot be read: {error.strerror}.") from error

    def read(self, format: Format | None = None) -> ParseResult:  # noqa: A002  # the word users know
        """Return the debate in it, and what there is to say about the text.

        Args:
            format: The format to read it in; by default its name or its content tells it.

        Raises:
            ReadError: It cannot be opened, is too large, or is not text.
        """
        from argmap.files.opening import open_source
        from argmap.formats import Given
        from argmap.formats.reading import read_given
        from argmap.formats.table import own_suffixes

        source = _stdin() if self.is_stdin else self.path
        return read_given(Given.of(open_source(source, self.name, own_suffixes())), format)


def map_in(each: Input, reporter: Reporter) -> ArgumentMap | None:
    """Return the debate in an input; None if there is nothing of use, which is told with all else about the text."""
    try:
        result = each.read()
    except ReadError as error:
        reporter.failed(error)
        return None
    return result.map if reporter.result(result) else None


def _stdin() -> BinaryIO:
    if sys.stdin is None:
        raise ReadError("Standard input is closed; give the name of a file.")
    return sys.stdin.buffer


def find_inputs(
    given: Iterable[str],
    reporter: Reporter,
    *,
    endings: tuple[str, ...] = (),
    leave_out: str | None = None,
    goal: Format | None = None,
    origin: Format | None = None,
) -> list[Input]:
    """Return the inputs that the arguments of a command name, each once; say which arguments name none.

    What a folder or a pattern stands for, see `argmap.corpora.find`; what of a folder is skipped, is said.

    Args:
        given: The arguments.
        reporter: Whom to tell.
        endings: The endings of the files to find in folders; by default those of all formats that are read.
        leave_out: A folder not to look into, because the output goes there.
        goal: The format that the inputs are to be written in, if any.
        origin: The format that they are in, if that is said.
    """
    found: dict[str, Input] = {}
    for is_stdin, some in groupby(given, STDIN.__eq__):
        if is_stdin:
            found.setdefault(STDIN, Input(STDIN, "debate"))
            continue
        for each in find(some, endings=endings, leave_out=leave_out, goal=goal, origin=origin):
            if isinstance(each, Missing):
                reporter.failed(each.why, name=each.path, is_misuse=True)
            elif isinstance(each, Skipped):
                reporter.skipped(each.path, each.why)
            else:
                found.setdefault(os.path.abspath(each.path), Input(each.path, each.place))  # noqa: PTH100
    return list(found.values())
