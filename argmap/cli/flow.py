"""`argmap flow`: a debate as the flow sheet of a round, briefs for the speakers, and a flow sheet as a debate."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from argmap.cells import visible
from argmap.cli.comparing import look_of
from argmap.cli.inputs import ARGUMENT
from argmap.cli.outputs import STDOUT, write_stdout
from argmap.cli.reporter import Reporter
from argmap.cli.speaking import tell_language
from argmap.cli.weighing import one_map
from argmap.diagnostics import Severity
from argmap.errors import ArgmapError, ReadError, UnknownNameError, WriteError, nearest

if TYPE_CHECKING:
    from argmap.classroom.rounds import Flow, FlowRead
    from argmap.classroom.rounds.flow import Fill
    from argmap.classroom.sheets.blocks import Sheet
    from argmap.classroom.sheets.look import Look
    from argmap.model import ArgumentMap

_SHEETS = (".html", ".pdf", ".docx")
_OUTPUTS = (*_SHEETS, ".xlsx", ".md")
_FLOWS = (".xlsx", ".html", ".htm")
"""The endings of files that are flow sheets whatever is made of them; others may hold debates as well."""
_ALSO_FLOWS = (".md", ".csv", ".tsv")


@click.command()
@click.argument("file", metavar="[FILE]", type=ARGUMENT, required=False)
@click.option(
    "-o",
    "--output",
    "out",
    metavar="OUT",
    type=ARGUMENT,
    help="The flow sheet (.html with a timer, .xlsx, .pdf, .docx, .md); or, of a flow sheet, the debate (.argdown, "
    ".json ...). - for standard output, as Markdown.",
)
@click.option(
    "--format",
    "form",
    metavar="NAME",
    help="The format of debate: policy, ld, pf, bq, bp, wsdc, kp or parli; by default what the debate names, else pf.",
)
@click.option(
    "--sides",
    metavar="SIDE=ROLE,...",
    help="Which side of the debate is which of the round, such as closed=affirmative; by default the first speaks for "
    "the motion.",
)
@click.option("--empty", is_flag=True, help="Leave all columns empty, to be filled in.")
@click.option("--first", is_flag=True, help="Fill in the first column of each case only.")
@click.option(
    "--briefs", metavar="FOLDER", type=ARGUMENT, help="Also write briefs, a judge's sheet and role cards into a folder."
)
@click.option("--pupils", type=click.IntRange(1, 400), metavar="N", help="How many role cards; by default one a seat.")
@click.option("--look", metavar="NAME", default="standard", help="How it looks: standard, copier, large or dyslexia.")
@click.option("--language", metavar="CODE", help="The language of its words; by default that of the debate.")
@click.option("--formats", "lists", is_flag=True, help="List the formats of debate with their speeches, and stop.")
@click.option("--json", "as_json", is_flag=True, help="Print the flow for a program.")
def flow(
    file: str | None,
    out: str | None,
    form: str | None,
    sides: str | None,
    empty: bool,
    first: bool,
    briefs: str | None,
    pupils: int | None,
    look: str,
    language: str | None,
    lists: bool,
    as_json: bool,
) -> None:
    """Write a debate as the flow sheet of a round, or read one back.

    The page (.html) has the timer of the round on top. What a workbook, a page or a Markdown file of argmap holds comes
    back from it exactly; other flow sheets are read by where things stand.

    \b
    argmap flow debate.argdown --format ld -o round.html
    argmap flow debate.argdown --format policy --sides closed=negative -o flow.xlsx
    argmap flow debate.argdown --first -o flow.pdf --briefs briefs
    argmap flow flow.xlsx -o debate.argdown
    argmap flow --formats
    """  # noqa: D301  # click knows this sign: it keeps the lines below it as they are
    if lists:
        _list_formats()
        return
    if file is None:
        raise click.UsageError("Name a debate, such as debate.argdown, or a flow sheet, such as flow.xlsx.")
    if empty and first:
        raise click.UsageError("Ask for --empty or for --first; not both.")
    if as_json and out == STDOUT:
        raise click.UsageError("Standard output cannot take both the flow and --json; name a file with -o.")
    if pupils is not None and briefs is None:
        raise click.UsageError("--pupils says how many role cards there are, which --briefs FOLDER writes; add it.")
    fill: Fill = "none" if empty else "first" if first else "all"
    reporter = Reporter(as_json=as_json)
    chosen = look_of(look)
    options = {"sides": _sides(sides), "language": language}
    try:
        m = _debate(file, out, form, reporter)
        if m is not None and (out is None or _ending(out) in _OUTPUTS or out == STDOUT):
            _write_round(m, out, form, options, fill, briefs, pupils, chosen, reporter, as_json=as_json)
    except ArgmapError as error:
        reporter.failed(error)
    reporter.finish()


def _debate(file: str, out: str | None, form: str | None, reporter: Reporter) -> ArgumentMap | None:
    """Return the debate in a file; write it where it is asked for as a debate."""
    wants_debate = out is not None and out != STDOUT and _ending(out) not in _OUTPUTS
    read = _flow_sheet(file, form, wants_debate=wants_debate)
    if read is None:
        m = one_map(file, reporter)
        if m is not None and wants_debate:
            assert out is not None
            hint = nearest(_ending(out), _OUTPUTS) or f" Its name ends in one of: {', '.join(_OUTPUTS)}."
            raise UnknownNameError(f"A flow sheet cannot be written to {out!r}.{hint}")
        return m
    reporter.begin(file)
    reporter.notes(read.problems)
    if wants_debate:
        assert out is not None
        for loss in read.map.save(out):
            reporter.losses([loss])
        reporter.keep(output=out, exact=read.is_exact)
        reporter.say(f"Written: {visible(out)}")
    return read.map


def _flow_sheet(file: str, form: str | None, *, wants_debate: bool) -> FlowRead | None:
    """Return what a flow sheet says; None for a file that may be a debate and has no table of speeches in it."""
    from argmap.classroom.rounds import read_flow

    ending = _ending(file)
    if ending in _FLOWS or (wants_debate and ending in _ALSO_FLOWS):
        return read_flow(file, form)
    if ending in _ALSO_FLOWS:
        with suppress(ReadError):
            return read_flow(file, form)
    return None


def _write_round(
    m: ArgumentMap,
    out: str | None,
    form: str | None,
    options: dict[str, Any],
    fill: Fill,
    briefs: str | None,
    pupils: int | None,
    look: Look,
    reporter: Reporter,
    *,
    as_json: bool,
) -> None:
    found: Flow = m.flow(form, **options)
    tell_language(reporter, m, options["language"], "round")
    reporter.notes(found.notes, Severity.INFO)
    reporter.keep(**found.to_data())
    if out is None or out == STDOUT:
        # For eyes; with -o a file that can be read back.
        if out == STDOUT:
            write_stdout(found.markdown(fill, carries=False).encode("utf-8", "replace"))
        elif briefs is None:
            for line in () if as_json else found.markdown(fill, carries=False).splitlines():
                reporter.print(visible(line))
    else:
        _write(found, fill, out, look)
        reporter.keep(output=out)
        reporter.say(f"Written: {visible(out)}")
    if briefs is not None:
        ending = _ending(out or "") if _ending(out or "") in (*_SHEETS, ".md") else ".pdf"
        _write_briefs(m, form, options, briefs, pupils, look, ending, reporter)


def _write(found: Flow, fill: Fill, out: str, look: Look) -> None:
    from argmap.classroom.sheets.writing import write
    from argmap.files.atomic import write_atomically

    ending = _ending(out)
    if ending == ".html":
        write_atomically(out, found.page(fill, look=look.name).encode())
    elif ending == ".md":
        write_atomically(out, found.markdown(fill).encode())
    else:
        write(found.workbook(fill) if ending == ".xlsx" else found.sheet(fill), out, look)


def _write_briefs(
    m: ArgumentMap,
    form: str | None,
    options: dict[str, Any],
    folder: str,
    pupils: int | None,
    look: Look,
    ending: str,
    reporter: Reporter,
) -> None:
    from argmap.classroom import rounds
    from argmap.classroom.sheets.writing import write

    sheets: list[Sheet] = [
        *rounds.briefs(m, form, is_large=look.is_large, **options),
        rounds.judge_sheet(m, form, **options),
        rounds.role_cards(m, form, pupils or 0, **options),
    ]
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(f"The folder {folder!r} cannot be made: {error.strerror}.") from error
    paths = [str(Path(folder, f"{sheet.name}{ending}")) for sheet in sheets]
    for sheet, path in zip(sheets, paths, strict=True):
        write(sheet, path, look)
        reporter.say(f"Written: {visible(path)}")
    reporter.keep(briefs=paths)


def _sides(given: str | None) -> dict[str, str]:
    """Return which side of the debate is which of the round.

    Raises:
        click.UsageError: It is not written as side=role.
    """
    found = {}
    for pair in filter(None, (part.strip() for part in (given or "").split(","))):
        side, sign, role = pair.partition("=")
        if not sign or not side.strip() or not role.strip():
            raise click.UsageError(f"{pair!r} does not say which side is which; write, say, closed=affirmative.")
        found[side.strip()] = role.strip()
    return found


def _ending(path: str) -> str:
    return os.path.splitext(path)[1].lower()  # noqa: PTH122  # pathlib refuses some names that exist


def _list_formats() -> None:
    from argmap.classroom.rounds import formats
    from argmap.classroom.rounds.naming import Names

    for each in formats():
        names = Names("en", each)
        speeches = ", ".join(f"{speech.code} {names.minutes(speech.minutes)}" for speech in each.speeches)
        prep: list[Any] = [f"{each.prep:g} min of preparation for each side"] if each.prep else []
        prep += [f"{each.prep_before:g} min of preparation before it"] if each.prep_before else []
        click.echo(f"{click.style(each.id, bold=True)}  {names.say(f'formats.{each.id}')}; {', '.join(prep)}")
        click.echo(f"    {speeches}")
        click.echo(f"    By: {each.source}.")
