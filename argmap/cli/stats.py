"""`argmap stats`: what is in debates, in numbers, and how well annotators of the same texts agree."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import click

from argmap.cells import cells, visible
from argmap.cli.annotators import texts_of
from argmap.cli.csv_lines import csv_lines
from argmap.cli.inputs import ARGUMENT, Input, find_inputs, map_in
from argmap.cli.reporter import Reporter
from argmap.cli.working import Work, work_through, working_options
from argmap.wording import begins, counted, joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.corpora import Agreement, Counts
    from argmap.corpora.pairing import Way
    from argmap.model import ArgumentMap

_COLUMNS = {
    "claims": "claims",
    "arguments": "arguments",
    "support": "support",
    "attack": "attack",
    "undercut": "undercut",
    "other": "other",
    "linked": "linked",
    "premises_per_argument": "premises",
    "depth": "depth",
    "width": "width",
    "words_per_claim": "words",
    "sides": "sides",
    "schemes": "schemes",
    "components": "parts",
    "circles": "circles",
}
_OTHER = ("contrary", "contradictory", "entails")
_LEGEND = (
    "other: contrary, contradictory and entails; linked: arguments with two premises or more in a step; premises: per "
    "argument; words: per claim."
)


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=ARGUMENT)
@click.option(
    "--agreement",
    is_flag=True,
    help="Compare annotators instead: each FILE is what one of them made of the same text; or each is a folder, and "
    "files of one name belong together.",
)
@click.option(
    "--pair-by",
    "way",
    type=click.Choice(["id", "span", "text"]),
    help="With --agreement: how to tell which claims are the same; by default by ids where they agree, else by places "
    "in the text, else by words.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the same, and more, for a program.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a table for spreadsheets.")
@working_options
def stats(
    files: tuple[str, ...],
    agreement: bool,
    way: Way | None,
    as_json: bool,
    as_csv: bool,
    jobs: int,
    journal: str | None,
) -> None:
    """Count what is in debates, or say how well annotators agree.

    Counted are claims, arguments, relations of each kind, how deep and how wide the debate is, words, sides, schemes,
    parts and circles: of each map and of all. Agreement is told as F1, Cohen's kappa, Krippendorff's alpha and CASS.

    \b
    argmap stats debate.argdown
    argmap stats debates/ --csv --jobs 0 > debates.csv
    argmap stats --agreement ann/ bob/
    argmap stats --agreement ann.argdown bob.argdown cleo.argdown
    """  # noqa: D301  # click knows this sign: it keeps the lines below it as they are
    if as_json and as_csv:
        raise click.UsageError("--json and --csv are two forms of the same; leave one away.")
    if way and not agreement:
        raise click.UsageError("--pair-by goes with --agreement.")
    reporter = Reporter(as_json=as_json)
    if agreement:
        _compare(files, way, reporter, as_json=as_json, as_csv=as_csv, jobs=jobs, journal=journal)
    else:
        _count(files, reporter, as_json=as_json, as_csv=as_csv, jobs=jobs, journal=journal)


# -- counts --------------------------------------------------------------------------------------------------


def _count(
    files: tuple[str, ...], reporter: Reporter, *, as_json: bool, as_csv: bool, jobs: int, journal: str | None
) -> None:
    from argmap.corpora import Counts
    from argmap.corpora.counting import FIGURES

    works = [Work(each) for each in find_inputs(files, reporter)]
    function = partial(_counts_of, as_json)
    rows: list[tuple[str, Counts]] = []
    total = Counts()
    if as_csv:
        click.echo(next(csv_lines([("file", *FIGURES)])))
    for work, found in work_through(
        works, function, reporter, "Counting", jobs=jobs, journal=journal, as_json=as_json, how=as_json
    ):
        if found is None:
            continue
        counts = Counts(**found)
        total += counts
        if as_csv:
            reporter.print(next(csv_lines([(work.input.name, *counts.figures().values())])))
        elif not as_json:
            rows.append((work.input.name, counts))
    if rows and not as_json:
        for line in _told(*rows[0]) if len(rows) == 1 else _table([*rows, ("all", total)]):
            click.echo(line)
    reporter.finish(all=total.to_data())


def _counts_of(as_json: bool, each: Input, _more: object, reporter: Reporter) -> dict[str, Any] | None:
    from argmap.corpora import count

    m = map_in(each, reporter)
    if m is None:
        return None
    counts = count(m)
    if as_json:
        reporter.keep(title=m.title, counts=counts.to_data())
    return {name: getattr(counts, name) for name in counts.__slots__}


def _told(name: str, counts: Counts) -> Iterator[str]:
    from argmap.corpora.counting import FIGURES

    figures = {key: _number(value) for key, value in counts.figures().items()}
    room = max(map(len, figures.values()))
    yield click.style(visible(name), bold=True)
    for key, value in figures.items():
        of_each = {"sides": counts.sides, "schemes": counts.schemes}.get(key, {})
        listed = ", ".join(f"{visible(word)} {times:,}" for word, times in of_each.items())
        yield f"  {value:>{room}}  {FIGURES[key]}{f' ({listed})' if listed else ''}"


def _table(rows: Sequence[tuple[str, Counts]]) -> Iterator[str]:
    """Yield a row for each map, its name last, as names are of any length."""
    figures = [counts.figures() for _, counts in rows]
    for each in figures:
        each["other"] = sum(each[kind] or 0 for kind in _OTHER)
    shown = [[_number(each[key]) for key in _COLUMNS] for each in figures]
    rooms = [max(map(len, column)) for column in zip(_COLUMNS.values(), *shown, strict=True)]
    yield click.style(_line(list(_COLUMNS.values()), rooms), bold=True)
    for (name, _), numbers in zip(rows[:-1], shown[:-1], strict=True):
        yield f"{_line(numbers, rooms)}  {visible(name)}"
    yield click.style(f"{_line(shown[-1], rooms)}  {counted(rows[-1][1].maps, 'map')} in all", bold=True)
    yield ""
    yield _LEGEND


def _line(words: Sequence[str], rooms: Sequence[int]) -> str:
    return "  ".join(f"{word:>{room}}" for word, room in zip(words, rooms, strict=True))


def _number(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.1f}" if isinstance(value, float) else f"{value:,}"


# -- agreement -----------------------------------------------------------------------------------------------


def _compare(
    files: tuple[str, ...],
    way: Way | None,
    reporter: Reporter,
    *,
    as_json: bool,
    as_csv: bool,
    jobs: int,
    journal: str | None,
) -> None:
    from argmap.corpora.agreeing import Tally, agreement_of

    annotators, texts = texts_of(files, reporter)
    works = [Work(next(each for each in inputs if each), (way, inputs)) for inputs in texts]
    total = Tally(len(annotators))
    for _, found in work_through(
        works, _tally_of, reporter, "Comparing", jobs=jobs, journal=journal, as_json=as_json, how="agreement"
    ):
        if found is not None:
            total.add(Tally.from_data(found))
    result = agreement_of(total, annotators)
    if as_csv:
        head = ("measure", "value", "reason")
        for line in csv_lines([head, *((name, each.value, each.reason) for name, each in result.scores.items())]):
            click.echo(line)
    elif not as_json:
        for line in _agreement(result):
            click.echo(line)
    reporter.finish(agreement=result.to_data())


def _tally_of(_first: Input, more: tuple[Way | None, tuple[Input | None, ...]], reporter: Reporter) -> list[Any] | None:
    from argmap.corpora.agreeing import tally

    way, inputs = more
    maps: list[ArgumentMap | None] = []
    for each in inputs:
        if each is not None and any(m is not None for m in inputs[: len(maps)]):
            reporter.begin(each.name)
        maps.append(None if each is None else map_in(each, reporter))
    return tally(maps, way).to_data()


def _agreement(found: Agreement) -> Iterator[str]:
    from argmap.corpora.agreeing import MEASURES

    ways = {"id": "their ids", "span": "their places in the text", "text": "their words"}
    is_one = len(found.paired_by) == 1
    paired = joined([ways[way] if is_one else f"{ways[way]} ({number:,})" for way, number in found.paired_by.items()])
    names = joined([visible(name) for name in found.annotators])
    yield click.style(f"{begins(counted(found.texts, 'text'))}, annotated by {names}.", bold=True)
    if not found.texts:
        return
    numbers = joined([f"{number:,}" for number in found.claims])
    yield f"They have {numbers} claims, of which {found.shared_claims:,} are the same by {paired}."
    yield ""
    room = max(map(cells, MEASURES.values()))
    for name, score in found.scores.items():
        yield f"{MEASURES[name]:<{room}}  {score if score.value is not None else f'–      {score.reason}'}"
