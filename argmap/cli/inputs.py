"""Which files a command is to work on: names, patterns, folders, and `-` for standard input."""
# Names stay as they were typed; pathlib would make "-" of "./-".
# ruff: noqa: PTH100, PTH112, PTH113, PTH118, PTH119, PTH207

from __future__ import annotations

import glob
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

import click

from argmap.errors import ReadError
from argmap.wording import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.cli.reporter import Reporter
    from argmap.formats.table import Format
    from argmap.text import ParseResult

STDIN = "-"
ARGUMENT = click.Path(allow_dash=True, readable=False)
"""The type of a word that names a file. click checks nothing: one bad file stops no other. Shells complete it."""


@dataclass(frozen=True, slots=True)
class Input:
    """A text to work on.

    Attributes:
        path: Its file; `-` for standard input.
        place: Its path below the folder that was given, or its name alone: where its output goes in a folder.
    """

    path: str
    place: str

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

    A folder stands for the files in it and below it whose names have one of the endings, in the order of the
    alphabet; names that begin with a dot or an underscore are skipped, and so is what has an ending that any file may
    have, such as ``.txt``, and does not look like a debate. Skipped, and this is said, are also files beside the
    Argdown text that they were probably written from, and what is in the format `goal` already. A name with
    ``*``, ``?`` or ``[`` that is not there is a pattern for files; ``**`` goes through folders.

    Args:
        given: The arguments.
        reporter: Whom to tell.
        endings: The endings of the files to find in folders; by default those of all formats that are read.
        leave_out: A folder not to look into, because the output goes there.
        goal: The format that the inputs are to be written in, if any.
        origin: The format that they are in, if that is said.
    """
    from argmap.files.opening import missing_file
    from argmap.formats.table import is_debate, suffixes

    sought = f"file in this folder that ends in {joined(endings, 'or')}"
    if not endings:
        endings = suffixes() if origin is None else (*origin.suffixes, *origin.also)
        sought = "debate in this folder that argmap reads; `argmap formats` lists the endings"
        sought = sought if origin is None else f"file of the format {origin.name} in this folder"
    leave_out = None if leave_out is None else os.path.realpath(leave_out)
    found: dict[str, Input] = {}
    for argument in given:
        some: list[Input] = []
        problem = ""
        if argument == STDIN:
            some = [Input(STDIN, "debate")]
        elif os.path.isdir(argument):
            inside = [each for each in _in_folder(argument, endings, leave_out) if is_debate(each.path, origin)]
            some = [each for each in inside if not _skipped(each.path, goal, reporter)]
            problem = f"There is no {sought}."
            if inside and not some:
                continue
        elif os.path.lexists(argument):
            some = [Input(argument, os.path.basename(argument))]
        elif glob.has_magic(argument):
            some = list(_like(argument))
            problem = "No file has a name like this."
        else:
            problem = missing_file(argument, endings)
        if not some:
            reporter.failed(problem, name=argument, is_misuse=True)
        for each in some:
            found.setdefault(each.path if each.is_stdin else os.path.abspath(each.path), each)
    return list(found.values())


def _in_folder(folder: str, endings: tuple[str, ...], leave_out: str | None) -> Iterator[Input]:
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in _plain(folders) if os.path.realpath(os.path.join(here, name)) != leave_out]
        for name in _plain(files):
            if name.casefold().endswith(endings):
                path = os.path.join(here, name)
                yield Input(path, os.path.relpath(path, folder))


def _skipped(path: str, goal: Format | None, reporter: Reporter) -> bool:
    """Whether a file in a folder is no input, which is said."""
    from argmap.formats.table import format_named, format_of_path, stem

    if goal is not None and format_of_path(path) is goal:
        reporter.skipped(path, f"it is {goal.title} already")
        return True
    of_text = format_named("argdown").suffixes
    if path.casefold().endswith(of_text):
        return False
    # `place_outputs` makes both names: debate.json, and debate.argdown.json where the first was taken.
    bare = stem(path)
    texts = [bare, *(bare + ending for ending in of_text)]
    text = next((each for each in texts if each.casefold().endswith(of_text) and os.path.isfile(each)), None)
    if text is None:
        return False
    reporter.skipped(path, f"{text} stands beside it")
    return True


def _plain(names: Iterable[str]) -> list[str]:
    return sorted(name for name in names if not name.startswith((".", "_")))


def _like(pattern: str) -> Iterator[Input]:
    for path in sorted(glob.glob(pattern, recursive=True)):
        if not os.path.isdir(path):
            yield Input(path, os.path.basename(path))
