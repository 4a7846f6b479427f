"""What `argmap compare` tells of one map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cells import cells, visible
from argmap.cli.comparing import How, cards_not_found, map_of, write_sheet
from argmap.cli.csv_lines import csv_lines
from argmap.cli.outputs import STDOUT
from argmap.cli.speaking import tell_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.classroom.comparing import Comparing, Comparison
    from argmap.cli.inputs import Input
    from argmap.cli.reporter import Reporter
    from argmap.language import Words


def tell_one(
    each: Input,
    how: How,
    comparing: Comparing,
    reporter: Reporter,
    *,
    out: str | None,
    as_json: bool,
    as_csv: bool,
) -> None:
    """Compare the map of one pupil with the keys, tell of it, and end the command."""
    reporter.begin(each.name)
    m = map_of(each, reporter)
    if isinstance(m, str):
        reporter.finish()
    from argmap.classroom.comparing.class_report import ClassReport, summary_of
    from argmap.language import Words

    found = comparing.compare(m)
    words = Words.of(how.language) if how.language else found.words
    reporter.keep(comparison=found.to_data(how.level))
    reporter.notes(cards_not_found(found, how))
    tell_language(reporter, m, how.language or found.language, "compare")
    if out is not None:
        write_sheet(found, each, how, words, out)
    if as_csv:
        rows = ClassReport(comparing.keys, pupils=[summary_of(each.place, found, how.level, words)]).rows(words)
        for line in csv_lines(rows):
            click.echo(line)
    elif not as_json and out is None:
        for line in _told(found, how.level, words, teacher=how.is_for_teacher):
            click.echo(line)
    reporter.finish(f"Written: {visible(out)}" if out not in (None, STDOUT) else "")


def _told(found: Comparison, level: int, words: Words, *, teacher: bool) -> Iterator[str]:
    feedback = found.hints(level, words=words)
    yield click.style(words.say("compare.rightTitle"), bold=True)
    yield from (f"  - {visible(sentence)}" for sentence in feedback.right)
    if feedback.hints:
        yield ""
        yield click.style(words.say(f"compare.think{level}"), bold=True)
        yield from (f"  {number}. {visible(hint.text)}" for number, hint in enumerate(feedback.hints, 1))
        if feedback.left:
            yield words.say("compare.more", n=feedback.left)
    elif not found.is_perfect:
        yield words.say("compare.nothing")
    if teacher:
        yield from _told_to_teacher(found, words)


def _told_to_teacher(found: Comparison, words: Words) -> Iterator[str]:
    from argmap.classroom.comparing.bands import percent, told_band
    from argmap.classroom.comparing.report import figure

    yield ""
    yield click.style(words.say("compare.numbers"), bold=True)
    if len(found.similarities) > 1:
        yield words.say("compare.keys", n=len(found.similarities), number=found.number + 1)
    rows = [
        (words.say(f"compare.measures.{name}"), percent(score, words), told_band(name, score, words))
        for name, score in found.scores.items()
    ]
    room = max(cells(row[0]) for row in rows)
    for name, share, told in rows:
        yield f"  {name}{' ' * (room - cells(name))}  {share:>5}  {told}"
    yield words.say("compare.bands.legend")
    yield words.say("compare.noGrade")
    yield words.say("compare.ceiling")
    yield ""
    yield click.style(words.say("compare.shape"), bold=True)
    shape = [
        (words.say(f"compare.figures.{name}"), figure(name, score, words)) for name, score in found.profile.items()
    ]
    room = max(cells(name) for name, _ in shape)
    yield from (f"  {name}{' ' * (room - cells(name))}  {value:>5}" for name, value in shape)
    if found.edits:
        yield ""
        yield click.style(words.say("compare.edits"), bold=True)
        yield from (f"  {number}. {visible(sentence)}" for number, sentence in enumerate(found.told(words), 1))
