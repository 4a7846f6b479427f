"""`argmap fmt`: Argdown text in one tidy layout."""

from __future__ import annotations

import io
import re
from collections import Counter

import click

from argmap.cells import visible
from argmap.cli.inputs import ARGUMENT, STDIN, Input, find_inputs
from argmap.cli.outputs import write_stdout
from argmap.cli.patch import print_patch
from argmap.cli.reporter import PROBLEMS, Reporter
from argmap.diagnostics import Severity
from argmap.errors import ReadError, WriteError
from argmap.wording import counted


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=ARGUMENT)
@click.option("--check", is_flag=True, help="Write nothing; the exit code is 1 if a file is not in order.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
@click.option("--json", "as_json", is_flag=True, help="Print what was done for a program.")
def fmt(files: tuple[str, ...], check: bool, diff: bool, as_json: bool) -> None:
    """Lay out Argdown files in one tidy way, in place.

    Words, comments, data and order stay as they are; only white space and the layout change. A file with errors is
    left alone. With - for a file, standard input is laid out on standard output.

    \b
    argmap fmt debate.argdown
    argmap fmt --check --diff debates/
    """  # noqa: D301  # click knows this sign: it keeps the lines below it as they are
    from argmap.formats.table import format_named

    if diff and as_json:
        raise click.UsageError("Standard output cannot take both --diff and --json; leave one away.")
    if as_json and STDIN in files and not check:
        raise click.UsageError("Standard output cannot take both the text and --json; add --check, or leave one away.")
    reporter = Reporter(as_json=as_json)
    inputs = find_inputs(files, reporter, endings=format_named("argdown").suffixes)
    writes = not (check or diff)
    outcomes: Counter[bool | None] = Counter()
    for each in reporter.over(inputs, "Laying out"):
        try:
            outcomes[_lay_out(each, reporter, writes=writes, shows_diff=diff)] += 1
        except (ReadError, WriteError) as error:
            reporter.failed(error)
            outcomes[None] += 1
    if outcomes[True] and check:
        reporter.exit_code = max(reporter.exit_code, PROBLEMS)
    reporter.finish(_summary(outcomes, writes=writes) if len(inputs) > 1 else "")


def _lay_out(each: Input, reporter: Reporter, *, writes: bool, shows_diff: bool) -> bool | None:
    """Lay out one file; return whether that changes it, None if it has errors."""
    from argmap.files.atomic import write_atomically
    from argmap.files.opening import open_source
    from argmap.text.formatter import format_text

    given = each.read_bytes()
    opened = open_source(io.BytesIO(given), each.name)
    before = opened.source.text
    tidy = format_text(before, each.name)
    # Files that are included are laid out on their own.
    found = [*opened.problems, *(item for item in tidy.diagnostics if item.code != "include-not-read")]
    reporter.diagnostics(found, opened.source)
    has_errors = any(item.severity is Severity.ERROR for item in found)
    # An editor puts what comes out in the place of its text, so a text with errors comes out as it went in.
    result = given if has_errors else tidy.text.encode()
    is_changed = result != given
    if each.is_stdin:
        if writes:
            write_stdout(result)
    elif is_changed and writes:
        write_atomically(each.path, result)
    if has_errors:
        reporter.keep(changed=False, error="It has errors, and is left alone; the diagnostics tell where.")
        return None
    reporter.keep(changed=is_changed)
    if is_changed and shows_diff:
        print_patch(before, tidy.text, each.name)
    if is_changed and not (each.is_stdin and writes):
        words = "Laid out" if writes else "Not in order"
        reporter.say(f"{words}: {visible(each.name)} ({_lines(before, tidy.text)})")
    return is_changed


def _lines(before: str, after: str) -> str:
    """Return how much of a text is laid out anew, in words. Line ends are not of a line, and are told apart."""
    ends = _ends(before), _ends(after)
    old, new = (Counter(re.split(r"\r\n|\r|\n", text)) for text in (before, after))
    changed = max((old - new).total(), (new - old).total())
    parts = [counted(changed, "line")] if changed else []
    # A text of one line without an end has none to change.
    if all(ends) and ends[0] != ends[1]:
        parts.append(f"line ends: {ends[0]} to {ends[1]}")
    if not parts:
        parts = ["its encoding or the order of its lines" if before != after else "its encoding"]
    return ", ".join(parts)


def _ends(text: str) -> str:
    r"""Return the names of the line ends in a text.

    Example:
        >>> _ends("one\r\ntwo\n")
        'CRLF and LF'
    """
    found = set(re.findall(r"\r\n|\r|\n", text))
    return " and ".join(name for end, name in (("\r\n", "CRLF"), ("\r", "CR"), ("\n", "LF")) if end in found)


def _summary(outcomes: Counter[bool | None], *, writes: bool) -> str:
    laid_out = "laid out" if writes else "not in order"
    parts = [
        (outcomes[True], laid_out),
        (outcomes[False], "in order already"),
        (outcomes[None], "with errors, left alone"),
    ]
    said = ", ".join(f"{number:,} {words}" for number, words in parts if number)
    return f"{counted(outcomes.total(), 'file')}: {said}."
