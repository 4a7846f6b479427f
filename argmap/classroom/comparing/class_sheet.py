"""The report on a class as a printed sheet, or as lines for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.comparing.telling import LONGEST, quoted
from argmap.classroom.sheets.blocks import Box, Heading, Item, Listing, Paragraph, Sheet, Table
from argmap.wording import shorten

if TYPE_CHECKING:
    from argmap.classroom.comparing.class_report import ClassReport, Missed
    from argmap.classroom.sheets.blocks import Block
    from argmap.language import Words

_CLAIM = 110


def class_sheet(report: ClassReport, words: Words) -> Sheet:
    """Return a report on a class as a sheet, wider than high."""

    def say(key: str, **given: object) -> str:
        return words.say(f"compare.class.{key}", **given)

    blocks: list[Block] = [Paragraph(sentence) for sentence in opening(report, words)]
    blocks.append(Box(tuple(Paragraph(sentence) for sentence in commonest(report, words)), say("commonest")))
    blocks += [Heading(say("reteach")), Listing(tuple(Item(sentence) for sentence in reteach(report, words)))]
    for key in report.used():
        blocks.append(Heading(missed_title(report, key, words)))
        head = (say("claim"), say("missing"), say("heat"), say("words"))
        rows = tuple(
            (shorten(each.text, _CLAIM), of(each, words), each.bar, say(f"words{each.heat}"))
            for each in report.missed(key)
        )
        blocks.append(Table(head, rows, (6.0, 1.5, 1.5, 2.0)))
    mistakes = tuple(
        (words.say(f"compare.kinds.{kind.value}"), f"{maps:,}", f"{times:,}") for kind, maps, times in report.mistakes()
    )
    if mistakes:
        blocks += [Heading(say("mistakes")), Table((say("kind"), say("maps"), say("times")), mistakes, (6.0, 1.0, 1.0))]
    blocks.append(Heading(say("perPupil")))
    several = len(report.keys) > 1
    columns = ("pupil", *(("key",) if several else ()), "claims", "lines", "edits", "first")
    rows = tuple(
        (
            pupil.name,
            *((str(pupil.key + 1),) if several else ()),
            say("of", n=pupil.claims[0], all=pupil.claims[1]),
            say("of", n=pupil.lines[0], all=pupil.lines[1]),
            str(sum(pupil.kinds.values())),
            pupil.first or say("nothing"),
        )
        for pupil in report.pupils
    )
    widths = (3.0, *((1.0,) if several else ()), 1.5, 1.5, 1.0, 6.0)
    blocks.append(Table(tuple(say(column) for column in columns), rows, widths))
    if report.failed:
        blocks += [Heading(say("unread")), Table((say("file"), say("why")), tuple(report.failed), (2.0, 5.0))]
    blocks.append(Paragraph(words.say("compare.noGrade")))
    return Sheet(
        "class", say("title", name=shorten(report.name, LONGEST)), tuple(blocks), is_landscape=True, language=words.code
    )


def opening(report: ClassReport, words: Words) -> list[str]:
    """Return how many maps were compared with how many keys, and how many files could not be read."""
    number, keys = len(report.pupils), len(report.keys)
    said = [words.say("compare.class.pupils" if keys == 1 else "compare.class.pupilsKeys", n=number, keys=keys)]
    if report.failed:
        said.append(words.say("compare.class.failed", n=len(report.failed)))
    return said


def commonest(report: ClassReport, words: Words) -> list[str]:
    """Return which claim was missed most, and which link was wrong most often."""
    said = []
    missing = report.commonest_missing()
    if missing is None:
        said.append(words.say("compare.class.noMissing"))
    else:
        claim = quoted(missing[1].text, words, _CLAIM)
        said.append(words.say("compare.class.missingClaim", n=missing[1].number, claim=claim))
    wrong = report.commonest_wrong()
    if wrong is None:
        said.append(words.say("compare.class.noWrongLink"))
    else:
        key, link, number = wrong
        what = report.link_in_words(key, link, words)
        said.append(words.say("compare.class.wrongLink", n=number, what=what))
    return said


def reteach(report: ClassReport, words: Words) -> list[str]:
    """Return what to teach again, the commonest first."""
    kinds = report.reteach()
    if not kinds:
        return [words.say("compare.class.reteachNone")]
    return [words.say(f"compare.reteach.{kind.value}") for kind in kinds]


def missed_title(report: ClassReport, key: int, words: Words) -> str:
    """Return the heading of a heat map."""
    if len(report.keys) == 1:
        return words.say("compare.class.missed")
    return words.say("compare.class.missedKey", number=key + 1)


def of(each: Missed, words: Words) -> str:
    """Return how many missed a claim, of how many."""
    return words.say("compare.class.of", n=each.number, all=each.of)
