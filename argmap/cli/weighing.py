"""What the commands that weigh a debate share: its one file, their options, and their sentences on a terminal."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TypeVar

import click

from argmap.cells import cells, visible, wrap
from argmap.cli.inputs import ARGUMENT, find_inputs, map_in
from argmap.cli.judging import AUDIENCE, SUPPORT, TIME_LIMIT
from argmap.cli.terminal import columns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from argmap.cli.reporter import Reporter
    from argmap.model import ArgumentMap

Command = TypeVar("Command", bound="Callable[..., object]")
_DEEPEST = 20  # levels that are indented
_HANG = 4  # how much deeper a broken line goes on: deeper than a sentence that explains it
_NARROW = 24


def weighing_options(semantics: str) -> Callable[[Command], Command]:
    """Return a decorator that gives a command the options of weighing.

    Args:
        semantics: The semantics where none is named; in a help text.
    """
    options = (
        click.option(
            "--semantics",
            metavar="NAME",
            help="What it takes to stand: grounded, complete, preferred, stable, semi-stable, ideal or eager; "
            f"{semantics}.",
        ),
        SUPPORT,
        AUDIENCE,
        TIME_LIMIT,
        click.option(
            "-o", "--output", "out", metavar="PICTURE", type=ARGUMENT, help="Draw what is told into this file."
        ),
        click.option("--json", "as_json", is_flag=True, help="Print the same for a program."),
        click.option(
            "--width", type=click.IntRange(20), help="Break lines at this width, also where there is no terminal."
        ),
    )

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def one_map(file: str, reporter: Reporter) -> ArgumentMap | None:
    """Return the debate in a file, or None if there is nothing of use, which is told.

    Raises:
        click.UsageError: If the name stands for several files.
    """
    inputs = find_inputs((file,), reporter)
    if len(inputs) > 1:
        raise click.UsageError(f"{file!r} stands for {len(inputs):,} files; name one.")
    for each in reporter.over(inputs, "Reading"):
        return map_in(each, reporter)
    return None


def say(lines: Iterable[tuple[int, str]], width: int | None) -> None:
    """Print sentences, each as deep as it stands; blanks before one are kept."""
    width = columns(sys.stdout, 0) if width is None else width
    for depth, sentence in lines:
        words = sentence.lstrip(" ")
        blanks = 2 * depth + len(sentence) - len(words)
        indent = " " * min(blanks, 2 * _DEEPEST, width // 4 if width else blanks)
        room = max(width - cells(indent), 10) if width else 0
        hang = _HANG if room > _NARROW else 0
        first, *rest = wrap(visible(words), room - hang if room else 0, -hang) or [""]
        click.echo(indent + first)
        for line in rest:
            click.echo(indent + " " * hang + line)


def drawn(draw: Callable[[str], Path], out: str | None, reporter: Reporter, what: str = "") -> None:
    """Draw into a file, if one is named, and say so, and what is drawn of several things."""
    if out is not None:
        draw(out)
        reporter.keep(output=out)
        reporter.say(f"Drawn: {visible(os.fspath(out))}{f' ({what})' if what else ''}")
