"""What `argmap compare` tells of a class."""

from __future__ import annotations

import os
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

import click

from argmap.cells import cells, visible
from argmap.cli.comparing import How, cards_not_found, comparing_of, map_of, words_of, write_report, write_sheet
from argmap.cli.csv_lines import csv_lines
from argmap.cli.outputs import STDOUT, make_folder
from argmap.cli.working import Work, work_through
from argmap.errors import ArgmapError
from argmap.wording import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.classroom.comparing import Comparing
    from argmap.classroom.comparing.class_report import ClassReport
    from argmap.cli.inputs import Input
    from argmap.cli.reporter import Reporter
    from argmap.language import Words

_CLAIM = 60


def class_of(
    inputs: list[Input],
    how: How,
    comparing: Comparing,
    reporter: Reporter,
    *,
    sheets: list[str],
    jobs: int,
    journal: str | None,
    as_json: bool,
) -> ClassReport:
    """Return how a class did; a map that cannot be read is told, and stops nothing.

    Args:
        inputs: The maps.
        how: How they are compared.
        comparing: What compares them.
        reporter: Whom to tell.
        sheets: For each map the file that the pupil's sheet goes to; none where there are none.
        jobs: As for `work_through`.
        journal: As for `work_through`.
        as_json: As for `work_through`.
    """
    from argmap.classroom.comparing.class_report import ClassReport, Summary, in_order_of_names

    report = ClassReport(comparing.keys, comparing.keys[0].map.title or "")
    for work, found in work_through(
        [Work(each, path) for each, path in zip_longest(inputs, sheets)],
        partial(_summary, how),
        reporter,
        "Comparing",
        jobs=jobs,
        journal=journal,
        as_json=as_json,
        how=how,
        holds=lambda work, _: work.more is None or os.path.exists(work.more),  # noqa: PTH110
    ):
        if isinstance(found, dict):
            report.pupils.append(Summary.from_data(found))
        else:
            report.failed.append((work.input.place, found or "The process that worked on it ended."))
    report.pupils = in_order_of_names(report.pupils)
    return report


def _summary(how: How, each: Input, path: str | None, reporter: Reporter) -> dict[str, Any] | str:
    """Return what the report on the class needs of one map, or why there is none; write the pupil's sheet."""
    from argmap.classroom.comparing.class_report import summary_of
    from argmap.language import Words

    m = map_of(each, reporter)
    if isinstance(m, str):
        return m
    found = comparing_of(how).compare(m)
    reporter.notes(cards_not_found(found, how))
    words = Words.of(how.language) if how.language else found.words
    if path is not None:
        try:
            make_folder(path)
            write_sheet(found, each, how, words, path)
        except ArgmapError as error:
            reporter.failed(error)
    return summary_of(each.place, found, how.level, words).to_data()


def tell_class(
    report: ClassReport,
    how: How,
    reporter: Reporter,
    pupil: str,
    *,
    out: str | None,
    as_json: bool,
    as_csv: bool,
) -> None:
    """Tell how a class did, and end the command."""
    from argmap.classroom.comparing.class_sheet import class_sheet

    words = words_of(how, comparing_of(how))
    report.name = report.name or os.path.basename(os.path.abspath(pupil))  # noqa: PTH100, PTH119
    lines = [f"{line}\n" for line in csv_lines(report.rows(words))]
    if out is not None and out.lower().endswith(".csv"):
        from argmap.files.atomic import write_atomically

        # The mark at the start tells spreadsheets that the letters are those of UTF-8.
        write_atomically(out, ("\ufeff" + "".join(lines)).encode("utf-8", "replace"))
    elif out is not None:
        write_report(class_sheet(report, words), out, how.look)
    if as_csv:
        click.echo("".join(lines), nl=False)
    elif not as_json and out is None:
        for line in _class_lines(report, words):
            click.echo(line)
    reporter.finish(f"Written: {visible(out)}" if out not in (None, STDOUT) else "", report=report.to_data(words))


def _class_lines(report: ClassReport, words: Words) -> Iterator[str]:
    """Yield a report on a class, line by line."""
    from argmap.classroom.comparing.class_sheet import commonest, missed_title, of, opening, reteach

    def say(key: str, **given: object) -> str:
        return words.say(f"compare.class.{key}", **given)

    yield from map(visible, opening(report, words))
    if not report.pupils:
        return
    yield ""
    yield _head(say("commonest"))
    yield from (f"  - {visible(sentence)}" for sentence in commonest(report, words))
    yield ""
    yield _head(say("reteach"))
    yield from (f"  - {sentence}" for sentence in reteach(report, words))
    for key in report.used():
        yield ""
        yield _head(missed_title(report, key, words))
        rows = [
            (each.bar, of(each, words), say(f"words{each.heat}"), visible(shorten(each.text, _CLAIM)))
            for each in report.missed(key)
        ]
        yield from _columns(rows)
    yield ""
    yield _head(say("perPupil"))
    several = len(report.keys) > 1
    rows = [
        (
            visible(pupil.name),
            *((f"{say('key')} {pupil.key + 1}",) if several else ()),
            f"{say('claims')}: {say('of', n=pupil.claims[0], all=pupil.claims[1])}",
            f"{say('lines')}: {say('of', n=pupil.lines[0], all=pupil.lines[1])}",
            f"{say('edits')}: {sum(pupil.kinds.values())}",
        )
        for pupil in report.pupils
    ]
    yield from _columns(rows)
    yield ""
    yield words.say("compare.noGrade")


def _head(text: str) -> str:
    return click.style(text, bold=True)


def _columns(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Yield rows as lines, in columns as wide as what stands in them."""
    rooms = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        shown = (text + " " * (room - cells(text)) for text, room in zip(row, rooms, strict=True))
        yield f"  {'  '.join(shown)}".rstrip()
