"""`argmap convert`: a debate in another format."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

import click

from argmap.cells import visible
from argmap.cli.inputs import ARGUMENT, find_inputs
from argmap.cli.outputs import STDOUT, is_folder, make_folder, place_outputs, write_stdout
from argmap.cli.reporter import Reporter
from argmap.cli.working import Work, work_through, working_options
from argmap.errors import ReadError, UnknownNameError, WriteError
from argmap.formats.table import format_named, formats
from argmap.loss import Loss
from argmap.wording import counted

if TYPE_CHECKING:
    from argmap.cli.inputs import Input
    from argmap.diagnostics import Span
    from argmap.formats.table import Format
    from argmap.source import Source
    from argmap.text import ParseResult


@click.command()
@click.argument("files", metavar="IN...", nargs=-1, required=True, type=ARGUMENT)
@click.option(
    "-o", "--output", "out", metavar="OUT", type=ARGUMENT, help="The file to write, or a folder; - for standard output."
)
@click.option(
    "--to",
    "to",
    metavar="FORMAT",
    help="The format to write; by default the ending of OUT tells it. The formats are: "
    f"{', '.join(each.name for each in formats() if each.writes)}.",
)
@click.option("--json", "as_json", is_flag=True, help="Print what was done for a program.")
@working_options
def convert(
    files: tuple[str, ...], out: str | None, to: str | None, as_json: bool, jobs: int, journal: str | None
) -> None:
    """Write debates in another format, and say what it cannot hold.

    Several files, or a folder, go into the folder OUT. Without -o, each goes beside the file it came from.

    \b
    argmap convert debate.argdown -o debate.json
    argmap convert debates/ -o converted/ --to json
    """  # noqa: D301  # click knows this sign: it keeps the lines below it as they are
    reporter = Reporter(as_json=as_json)
    named = None if to is None else _named(to)
    inputs = find_inputs(files, reporter, leave_out=out, goal=named)
    into_folder = is_folder(out, files, inputs)
    chosen = named or _format_of(out, into_folder=into_folder)
    outputs = place_outputs(inputs, out, chosen.suffixes[0], into_folder=into_folder, is_taken=as_json)
    works = [Work(each, path) for each, path in zip(inputs, outputs, strict=True)]
    written = 0
    for _, is_written in work_through(
        works,
        partial(_convert, chosen.name, into_folder),
        reporter,
        "Converting",
        jobs=jobs,
        journal=journal,
        as_json=as_json,
        how=chosen.name,
        holds=_is_there,
    ):
        written += bool(is_written)
    if written and out != STDOUT and outputs != [STDOUT]:
        where = visible(outputs[0]) if len(inputs) == 1 else f"{written:,} of {len(inputs):,} debates."
        reporter.finish(f"Written: {where}")
    reporter.finish()


def _convert(name: str, into_folder: bool, each: Input, path: str, reporter: Reporter) -> bool:
    """Write one debate to its path; return whether that went well."""
    chosen = format_named(name)
    try:
        result = each.read()
        if not reporter.result(result):
            return False
        if into_folder:
            make_folder(path)
        reporter.losses(result.losses)
        reporter.losses(_write(result, path, chosen))
        reporter.losses(_comments(result), are_placed=True)
    except (ReadError, WriteError) as error:
        reporter.failed(str(error))
        return False
    reporter.keep(output=path, format=chosen.name)
    return True


def _is_there(work: Work, is_written: object) -> bool:
    """Whether a debate need not be written anew: only what is there is done."""
    return bool(is_written) and os.path.isfile(work.more)  # noqa: PTH113  # it never raises


def _named(to: str) -> Format:
    from argmap.formats.writing import writable

    try:
        return writable(to)
    except (UnknownNameError, WriteError) as error:
        raise click.UsageError(str(error)) from error


def _format_of(out: str | None, *, into_folder: bool) -> Format:
    from argmap.formats.writing import format_for

    try:
        if out is None or out == STDOUT or into_folder:
            raise click.UsageError("Name the format to write with --to, such as --to json.")
        return format_for(out)
    except (UnknownNameError, WriteError) as error:
        raise click.UsageError(str(error)) from error


def _write(result: ParseResult, path: str, chosen: Format) -> list[Loss]:
    from argmap.formats import write
    from argmap.formats.writing import only, to_files

    if path != STDOUT:
        return write(result.map, path, chosen.name)
    made, losses = to_files(result.map, chosen)
    write_stdout(only(made, chosen))
    return losses


def _comments(result: ParseResult) -> list[Loss]:
    """Return the loss of comments: they belong to a text and are no part of the debate in it."""
    source = result.map.source
    if source is None:
        return []
    places = [span.start for span in result.comments if _says_something(source, span)]
    if not places:
        return []
    number = counted(len(places), "comment")
    what = number if len(places) == 1 else f"{number}, of which this is the first"
    return [Loss(what, str(source.place(places[0])), "A map holds no comments; they belong to the text.")]


def _says_something(source: Source, span: Span) -> bool:
    """Whether a comment is one that a person wrote; blanks in comment signs may stand for a file not included."""
    written, at = source.origin(span.start)
    text = source.text[span.start : span.end]
    return not written.text.startswith("@", at) and bool(text.strip("/*<!-> \t\r\n"))
