"""The difference of two texts, as a patch."""

from __future__ import annotations

import difflib
import sys

import click

from argmap.cells import visible
from argmap.cli.outputs import write_stdout
from argmap.cli.terminal import is_terminal

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def print_patch(before: str, after: str, name: str) -> None:
    """Print the difference of two texts as a patch; on a terminal in colour, and with nothing that moves the cursor."""
    shown = visible(name)
    for line in difflib.unified_diff(_ended(before), _ended(after), shown, shown):
        text = line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        if is_terminal(sys.stdout):
            for part in text[:-1].split("\n"):
                click.secho(visible(part), fg=_COLOURS.get(line[:1]))
        else:
            write_stdout(text.encode())


def _ended(text: str) -> list[str]:
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]
