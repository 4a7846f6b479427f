"""Where the outputs of a command go: beside the inputs, to one file, into a folder, or to standard output."""
# Names stay as they were typed; pathlib would make "-" of "./-".
# ruff: noqa: PTH100, PTH103, PTH112, PTH113, PTH118, PTH120, PTH122

from __future__ import annotations

import os
import sys
from collections import Counter
from typing import TYPE_CHECKING

import click

from argmap.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.cli.inputs import Input

STDOUT = "-"


def is_folder(out: str | None, given: Sequence[str], inputs: Sequence[Input]) -> bool:
    """Whether the outputs go into a folder called `out`.

    They do where there may be several, and where `out` is a folder already or is written as one.

    Raises:
        click.UsageError: There may be several, and `out` is, or is called like, a single file.
    """
    if out is None or out == STDOUT:
        return False
    is_one = os.path.isdir(out) or out.endswith(("/", os.sep))
    # Of several files that were named, all are inputs, but for those that belong to others: the second of two tables.
    is_counted = len(given) < 2 or all(os.path.isfile(each) for each in given)
    several = len(inputs) > 1 or not is_counted or any(os.path.isdir(each) for each in given)
    if several and not is_one and (os.path.isfile(out) or os.path.splitext(out)[1]):
        raise click.UsageError(
            f"Several files need a folder to go into, and {out!r} is called like a file; end it in / if it is one."
        )
    return several or is_one


def place_outputs(
    inputs: Sequence[Input],
    out: str | None,
    ending: str,
    companions: Sequence[str] = (),
    *,
    into_folder: bool,
    is_taken: bool = False,
) -> list[str]:
    """Return the path of the output for each input, `-` for standard output.

    Args:
        inputs: The inputs.
        out: What the user said, if anything.
        ending: The ending of the outputs, such as ``.svg``.
        companions: The endings of files that are written beside each output.
        into_folder: Whether `out` is a folder, see `is_folder`.
        is_taken: Whether standard output is taken by something else.

    Raises:
        click.UsageError: Several outputs would go to standard output, or one over an input or over another.
    """
    if is_taken and (out == STDOUT or (out is None and any(each.is_stdin for each in inputs))):
        raise click.UsageError("Standard output cannot take both the result and --json; name a file with -o.")
    if out == STDOUT and len(inputs) > 1:
        raise click.UsageError("Several files cannot go to standard output; give a folder with -o.")
    from argmap.formats.given import beside
    from argmap.formats.table import format_of_path, stem

    taken: set[str] = set()
    for each in inputs:
        if not each.is_stdin:
            told = format_of_path(each.path)
            read = [each.path, *(beside(each.path, one) for one in (told.companions if told else ()))]
            taken.update(map(os.path.realpath, read))
    paths = []
    places = _places(inputs)

    def written(path: str) -> list[str]:
        return [os.path.realpath(one) for one in (path, *(beside(path, companion) for companion in companions))]

    for each, place in zip(inputs, places, strict=True):
        if out == STDOUT or (out is None and each.is_stdin):
            paths.append(STDOUT)
            continue
        if out is not None and not into_folder:
            path = out
        else:
            base = each.path if out is None else os.path.join(out, place)
            path = stem(base) + ending
            if not taken.isdisjoint(written(path)):
                # debate.argdown and debate.json lie in one folder.
                path = base + ending
        if not taken.isdisjoint(written(path)):
            raise click.UsageError(
                f"{path!r} is one of the inputs, or the output of two; choose another place with -o."
            )
        taken.update(written(path))
        paths.append(path)
    return paths


def _places(inputs: Sequence[Input]) -> list[str]:
    """Return where in a folder the output of each goes: as many folders down as tell those of one name apart."""
    times = Counter(each.place for each in inputs)
    alike = [os.path.abspath(each.path) for each in inputs if times[each.place] > 1]
    try:
        start = os.path.commonpath(alike) if alike else ""
    except ValueError:  # on two drives
        return [each.place for each in inputs]
    whole = (os.path.abspath(each.path) if times[each.place] > 1 else "" for each in inputs)
    return [os.path.relpath(path, start) if path else each.place for each, path in zip(inputs, whole, strict=True)]


def make_folder(path: str) -> None:
    """Make the folder that a file is to lie in, and those above it.

    Raises:
        WriteError: It cannot be made.
    """
    folder = os.path.dirname(path)
    try:
        os.makedirs(folder or ".", exist_ok=True)
    except OSError as error:
        raise WriteError(f"The folder {folder!r} cannot be made: {error.strerror}.") from error


def write_stdout(data: bytes) -> None:
    """Write bytes to standard output, as they are.

    Raises:
        WriteError: It is closed.
    """
    if sys.stdout is None:
        raise WriteError("Standard output is closed; name a file with -o.")
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
