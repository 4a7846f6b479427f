"""`argmap diff`: what changed from a debate to a later version of it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from argmap.cells import visible
from argmap.cli.inputs import ARGUMENT, STDIN, Input
from argmap.cli.outputs import STDOUT
from argmap.cli.reporter import PROBLEMS, Reporter
from argmap.errors import ArgmapError, nearest
from argmap.wording import counted

if TYPE_CHECKING:
    from argmap.changes import Diff
    from argmap.text import ParseResult


@click.command()
@click.argument("before", metavar="BEFORE", type=ARGUMENT)
@click.argument("after", metavar="AFTER", type=ARGUMENT)
@click.option(
    "-o",
    "--output",
    "out",
    metavar="OUT",
    type=ARGUMENT,
    help="Draw the later debate with what was added, removed and changed; the ending of OUT tells the format, such as "
    ".svg or .html. With .md or .txt, an outline in words.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the changes for a program.")
@click.option("--exit-code", "tells", is_flag=True, help="Exit with 1 where anything changed, as `git diff` does.")
def diff(before: str, after: str, out: str | None, as_json: bool, tells: bool) -> None:
    """Say what changed from one version of a debate to a later one.

    Claims are the same by their titles, else by their words, else by likeness of their words. Both files may be of any
    format that argmap reads, also of different ones; - is standard input. [-Words-] in such brackets went, {+words+} in
    such came.

    \b
    argmap diff monday.argdown friday.argdown
    argmap diff monday.argdown friday.argdown -o changes.svg
    argmap diff monday.argdown friday.argdown --json
    """  # noqa: D301  # click knows this sign: it keeps the lines below it as they are
    if before == after == STDIN:
        raise click.UsageError("Standard input can be one of the two, not both.")
    kind = None if out is None or out == STDOUT else kind_of(out)
    if out == STDOUT:
        raise click.UsageError("Name a file for the picture with -o, such as -o changes.svg.")
    reporter = Reporter(as_json=as_json)
    both = [read(name, reporter) for name in (before, after)]
    if None in both:
        reporter.finish()
    old, new = (result.map for result in both if result is not None)
    from argmap.changes import diff as diff_of

    found = diff_of(old, new)
    if out is not None and kind is not None:
        draw(new, out, kind, before=old)
        reporter.say(f"Drawn: {visible(out)} ({counted(len(found), 'change')})")
    elif not as_json:
        tell(found)
    if tells and found:
        reporter.exit_code = max(reporter.exit_code, PROBLEMS)
    reporter.finish(**found.to_data())


def read(name: str, reporter: Reporter) -> ParseResult | None:
    """Return the debate in a file, or None where there is none, which is told. An empty file is an empty debate."""
    from argmap.text import parse

    each = Input(name, name)
    reporter.begin(each.name)
    try:
        if name == os.devnull or (not each.is_stdin and os.path.isfile(name) and not os.path.getsize(name)):  # noqa: PTH113, PTH202  # they never raise, or rightly
            result = parse("", name)
            return type(result)(result.map, (), ())  # as git has it for a file that is new
        result = each.read()
    except ArgmapError as error:
        reporter.failed(error)
        return None
    return result if reporter.result(result) else None


def tell(found: Diff) -> None:
    """Print changes; on a terminal, words that went or came have a colour as well."""
    from argmap.changes.naming import words_for
    from argmap.changes.word_diff import plain_mark

    def mark(words: str, is_new: bool) -> str:
        return click.style(plain_mark(words, is_new), fg="green" if is_new else "red")

    for line in found.lines(mark) or [words_for(found.after).say("changes.same")]:
        click.echo(line if line.startswith(" ") else click.style(line, bold=True), file=sys.stdout)


def kind_of(path: str) -> str:
    """Return the format of a picture that the ending of a file name tells.

    Raises:
        click.UsageError: It tells none.
    """
    from argmap.render import FORMATS

    kind = os.path.splitext(path)[1].lstrip(".").casefold()  # noqa: PTH122  # pathlib refuses some names that exist
    if not kind:
        raise click.UsageError(f"{path!r} has no ending that says what to draw; use one of: {', '.join(FORMATS)}.")
    if kind not in FORMATS:
        raise click.UsageError(
            f"argmap draws no {kind!r} files.{nearest(kind, list(FORMATS))} The formats are: {', '.join(FORMATS)}."
        )
    return kind


def draw(m: object, path: str, kind: str, **view: object) -> None:
    """Draw a debate into a file.

    Raises:
        ArgmapError: It cannot be drawn or written.
    """
    from argmap.files.atomic import write_atomically
    from argmap.model import ArgumentMap
    from argmap.render import draw as drawn

    assert isinstance(m, ArgumentMap)
    write_atomically(path, drawn(m, kind, view=m.view(**view)))
