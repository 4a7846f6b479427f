"""`argmap merge`: the work of several people on one debate, in one file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from argmap.cells import visible
from argmap.cli.convert import comments_lost
from argmap.cli.diff import draw, kind_of, read
from argmap.cli.inputs import ARGUMENT, STDIN
from argmap.cli.outputs import STDOUT, write_stdout
from argmap.cli.reporter import PROBLEMS, Reporter
from argmap.errors import UnknownNameError, WriteError, nearest_or_all

if TYPE_CHECKING:
    from argmap.changes import Merged
    from argmap.formats import Format
    from argmap.text import ParseResult


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=ARGUMENT)
@click.option("--base", metavar="FILE", type=ARGUMENT, help="The debate that all of them started from.")
@click.option(
    "-o",
    "--output",
    "out",
    metavar="OUT",
    type=ARGUMENT,
    help="Where the merged debate goes; by default to standard output. It may be one of the files.",
)
@click.option(
    "--to",
    metavar="FORMAT",
    help="The format to write; by default the ending of OUT tells it. On standard output it is argdown.",
)
@click.option(
    "--prefer",
    metavar="FILE",
    help="Settle what the files do not agree on by this one of them.",
)
@click.option(
    "--as",
    "names",
    metavar="NAME",
    multiple=True,
    help="What to call each file in turn, such as a group of pupils; give it once for each.",
)
@click.option("--who", is_flag=True, help="Write beside what is new who wrote it (inline data author).")
@click.option(
    "--picture",
    metavar="PICTURE",
    type=ARGUMENT,
    help="Draw the merged debate with its conflicts; the ending tells the format, such as .svg or .html.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the conflicts for a program; needs -o.")
def merge(
    files: tuple[str, ...],
    base: str | None,
    out: str | None,
    to: str | None,
    prefer: str | None,
    names: tuple[str, ...],
    who: bool,
    picture: str | None,
    as_json: bool,
) -> None:
    """Merge versions of a debate, and say where they disagree.

    With --base, what one file changed, added or removed is so in the merged debate, and what two changed in different
    ways is a conflict. Without it, the merged debate has what any of them has. Nothing is lost: in a conflict, the
    merged debate has the word of the first file, the tag #conflict, and beside it what the others say. It exits with 1
    while there are conflicts.

    \b
    argmap merge group1.argdown group2.argdown group3.argdown -o class.argdown
    argmap merge ada.argdown ben.argdown --base start.argdown -o both.argdown
    argmap merge ada.argdown ben.argdown -o both.argdown --picture conflicts.svg
    """  # noqa: D301  # click knows this sign: it keeps the lines below it as they are
    _check(files, base, out, names, as_json=as_json)
    goal = _format(to, out)
    kind = None if picture is None else kind_of(picture)
    reporter = Reporter(as_json=as_json)
    start = None if base is None else read(base, reporter)
    results = []
    for name in files:
        results.append(read(name, reporter))
        if results[-1] is not None:
            reporter.losses(comments_lost(results[-1]), are_placed=True)
    read_all = [result for result in results if result is not None]
    if len(read_all) < len(files) or (base is not None and start is None):
        reporter.finish()
    merged = _merged(read_all, start, list(names) or [_named(name) for name in files], prefer, who=who)
    _write(merged, out, goal, reporter)
    if picture is not None and kind is not None:
        _draw(merged, picture, kind)
        reporter.say(f"Drawn: {visible(picture)}")
    if merged.conflicts:
        reporter.exit_code = max(reporter.exit_code, PROBLEMS)
    if not as_json and (merged.conflicts or len(files) > 1):
        reporter.say(str(merged))
    reporter.finish(**merged.to_data())


def _check(files: tuple[str, ...], base: str | None, out: str | None, names: tuple[str, ...], *, as_json: bool) -> None:
    if [*files, base].count(STDIN) > 1:
        raise click.UsageError("Standard input can be one of the files only.")
    if names and len(names) != len(files):
        raise click.UsageError(
            f"--as names each file in turn: there are {len(files)} files and {len(names)} names for them."
        )
    if as_json and out in (None, STDOUT):
        raise click.UsageError("Standard output cannot take both the debate and --json; name a file with -o.")


def _named(path: str) -> str:
    return "<stdin>" if path == STDIN else path


def _format(to: str | None, out: str | None) -> Format:
    from argmap.formats.writing import format_for, writable

    try:
        if to is not None:
            return writable(to)
        if out is None or out == STDOUT:
            return writable("argdown")
        return format_for(out)
    except (UnknownNameError, WriteError) as error:
        raise click.UsageError(str(error)) from error


def _merged(
    results: list[ParseResult], base: ParseResult | None, names: list[str], prefer: str | None, *, who: bool
) -> Merged:
    from argmap.changes import merge as merge_maps

    if prefer is not None and prefer not in names:
        known = {os.path.basename(name): name for name in names}  # noqa: PTH119  # it never raises
        if prefer not in known:
            raise click.UsageError(f"--prefer names one of the files.{nearest_or_all(prefer, names)}")
        prefer = known[prefer]
    maps = [result.map for result in results]
    return merge_maps(*maps, base=None if base is None else base.map, names=names, prefer=prefer, authors=who)


def _write(merged: Merged, out: str | None, goal: Format, reporter: Reporter) -> None:
    from argmap.formats.writing import only, to_files, write_files

    made, losses = to_files(merged.map, goal)
    reporter.losses(losses)
    if out is None or out == STDOUT:
        write_stdout(only(made, goal))
        return
    write_files(made, out)
    reporter.say(f"Written: {visible(out)}")


def _draw(merged: Merged, path: str, kind: str) -> None:
    """Draw a merged debate: what is in conflict says who says what, and bears a finding."""
    from argmap.changes.showing import shown_in

    m, sentences = shown_in(merged)
    from argmap.view import Finding

    findings = {
        name: [Finding("warning", sentence, "conflict") for sentence in some] for name, some in sentences.items()
    }
    draw(m, path, kind, findings=findings)
