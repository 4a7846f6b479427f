"""`argmap convert`: a debate in another format."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from argmap.cells import visible
from argmap.cli.inputs import ARGUMENT, find_inputs
from argmap.cli.losing import LISTED, Kind, kinds_of, summary, tell_losses
from argmap.cli.outputs import STDOUT, is_folder, make_folder, place_outputs, write_stdout
from argmap.cli.reporter import Reporter
from argmap.cli.working import Work, work_through, working_options
from argmap.diagnostics import Severity
from argmap.errors import ReadError, UnknownNameError, WriteError
from argmap.formats.given import beside
from argmap.formats.reading import readable
from argmap.formats.table import format_named
from argmap.formats.writing import format_for, only, to_files, writable, write_files
from argmap.loss import Loss
from argmap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable

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
    metavar="FORMAT",
    help="The format to write, a name such as argdown or json; by default the ending of OUT tells it.",
)
@click.option(
    "--from",
    "origin",
    metavar="FORMAT",
    help="The format to read; by default the ending of IN or its content tells it.",
)
@click.option("--strict", is_flag=True, help="Write nothing of a debate of which anything would be lost, and fail.")
@click.option("--json", "as_json", is_flag=True, help="Print what was done for a program.")
@working_options
def convert(
    files: tuple[str, ...],
    out: str | None,
    to: str | None,
    origin: str | None,
    strict: bool,
    as_json: bool,
    jobs: int,
    journal: str | None,
) -> None:
    """Write debates in another format, and say what it cannot hold.

    Several files, or a folder, go into the folder OUT. Without -o, each goes beside the file it came from.
    What formats there are: argmap formats

    \b
    argmap convert debate.argdown -o debate.json
    argmap convert debates/ -o converted/ --to json
    argmap convert debate.argdown -o debate.json --strict
    """  # noqa: D301  # click knows this sign: it keeps the lines below it as they are
    reporter = Reporter(as_json=as_json)
    goal = None if to is None else _named(to, writable)
    source = None if origin is None else _named(origin, readable)
    inputs = find_inputs(files, reporter, leave_out=out, goal=goal, origin=source)
    into_folder = is_folder(out, files, inputs)
    chosen = goal or _format_of(out, into_folder=into_folder)
    outputs = place_outputs(
        inputs, out, chosen.suffixes[0], chosen.companions, into_folder=into_folder, is_taken=as_json
    )
    task = _Task(
        chosen.name,
        None if source is None else source.name,
        into_folder,
        strict,
        is_one=len(inputs) == 1,
        as_json=as_json,
    )
    works = [Work(each, path) for each, path in zip(inputs, outputs, strict=True)]
    written = 0
    kinds: list[list[Kind]] = []
    for _, found in work_through(
        works,
        partial(_convert, task),
        reporter,
        "Converting",
        jobs=jobs,
        journal=journal,
        as_json=as_json,
        how=task,
        holds=_is_there,
    ):
        if found is not None:
            endings, lost = found
            written += bool(endings)
            kinds.append([Kind(*kind) for kind in lost])
    if len(inputs) > 1 or sum(kind.number for found in kinds for kind in found) > LISTED:
        for line in summary(kinds):
            reporter.say(line)
    if written and out != STDOUT and outputs != [STDOUT]:
        where = visible(outputs[0]) if len(inputs) == 1 else f"{written:,} of {len(inputs):,} debates."
        reporter.finish(f"Written: {where}")
    reporter.finish()


class _Task(NamedTuple):
    """How each debate is converted."""

    to: str
    origin: str | None
    into_folder: bool
    strict: bool
    is_one: bool
    as_json: bool


def _convert(task: _Task, each: Input, path: str, reporter: Reporter) -> tuple[list[str], list[Kind]] | None:
    """Write one debate to its path; return the endings of what was written, and what was lost. JSON can hold it."""
    chosen = format_named(task.to)
    try:
        result = each.read(None if task.origin is None else format_named(task.origin))
        if not reporter.result(result, counts_losses=False):
            return None
        made, losses = to_files(result.map, chosen)
        losses = [*result.losses, *losses]
        comments = comments_lost(result)
        tell = partial(
            tell_losses,
            reporter=reporter,
            is_one=task.is_one,
            is_kept=task.as_json,
            severity=Severity.ERROR if task.strict else Severity.WARNING,
        )
        tell(losses)
        tell(comments, are_placed=True)
        kinds = kinds_of([*losses, *(replace(loss, what="comments") for loss in comments)])
        if task.strict and kinds:
            number = counted(len(losses) + len(comments), "thing")
            reporter.failed(f"It is not written, because {number} would be lost, and --strict allows no loss.")
            return [], kinds
        _write(made, path, chosen, each, into_folder=task.into_folder)
    except (ReadError, WriteError) as error:
        reporter.failed(error)
        return None
    reporter.keep(output=path, format=chosen.name)
    if len(made) > 1:
        reporter.keep(beside=[beside(path, ending) for ending in made if ending])
    return list(made), kinds


def _is_there(work: Work, found: Any) -> bool:
    """Whether a debate need not be written anew: only what is there is done."""
    paths = [beside(work.more, ending) if ending else work.more for ending in found[0]] if found is not None else []
    return bool(paths) and all(map(os.path.isfile, paths))  # it never raises


def _write(made: dict[str, bytes], path: str, chosen: Format, each: Input, *, into_folder: bool) -> None:
    if path == STDOUT:
        write_stdout(only(made, chosen))
        return
    if into_folder:
        make_folder(path)
    for ending in filter(None, made):
        other = beside(path, ending)
        if not each.is_stdin and os.path.realpath(other) == os.path.realpath(each.path):
            raise WriteError(
                f"{chosen.title} needs the file {other!r} as well, which is the input; choose another place."
            )
    write_files(made, path)


def _named(name: str, find: Callable[[str], Format]) -> Format:
    try:
        return find(name)
    except (UnknownNameError, ReadError, WriteError) as error:
        raise click.UsageError(str(error)) from error


def _format_of(out: str | None, *, into_folder: bool) -> Format:
    try:
        if out is None or out == STDOUT or into_folder:
            raise click.UsageError("Name the format to write with --to, such as --to json.")
        return format_for(out)
    except (UnknownNameError, WriteError) as error:
        raise click.UsageError(str(error)) from error


def comments_lost(result: ParseResult) -> list[Loss]:
    """Return the loss of the comments of a text: they belong to a text and are no part of the debate in it."""
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
