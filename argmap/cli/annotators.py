"""Which files are annotations of one text: several files, or those of one name in several folders."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from argmap.cli.inputs import STDIN, Input, find_inputs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.cli.reporter import Reporter


def texts_of(files: Sequence[str], reporter: Reporter) -> tuple[list[str], list[tuple[Input | None, ...]]]:
    """Return the names of the annotators, and for each text what each of them made of it; None where there is none.

    Raises:
        click.UsageError: Folders stand beside files, there is one annotator only, or one is standard input.
    """
    if STDIN in files:
        raise click.UsageError("Annotators are told apart by their files; standard input has no name.")
    folders = [each for each in files if os.path.isdir(each)]  # noqa: PTH112  # it never raises
    if not folders:
        inputs = find_inputs(files, reporter)
        if len(inputs) < 2:
            raise click.UsageError("Agreement is that of two annotators or more; give a file, or a folder, for each.")
        return [each.name for each in inputs], [tuple(inputs)]
    if len(folders) < len(files) or len(folders) < 2:
        raise click.UsageError(
            "Give either files of one text, or two folders or more in which files of one name are of one text."
        )
    held = [_by_name(folder, reporter) for folder in folders]
    texts = []
    for name in sorted({name for some in held for name in some}):
        of_all = tuple(some.get(name) for some in held)
        there = [each for each in of_all if each is not None]
        if len(there) > 1:
            texts.append(of_all)
        else:
            reporter.skipped(there[0].name, "no other folder has a file of this name")
    return folders, texts


def _by_name(folder: str, reporter: Reporter) -> dict[str, Input]:
    """Return the files of a folder by their places in it, without their endings."""
    from argmap.formats.table import stem

    found: dict[str, Input] = {}
    for each in find_inputs([folder], reporter):
        name = stem(each.place)
        if name in found:
            reporter.skipped(each.name, f"{found[name].name} has the same name but for its ending")
        else:
            found[name] = each
    return found
