"""What a pupil gets back, as a printed sheet; the key of it is for the teacher, and has the numbers and all edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.comparing.bands import percent, told_band
from argmap.classroom.comparing.picture import marked
from argmap.classroom.comparing.telling import LONGEST
from argmap.classroom.sheets.blocks import Box, Heading, Item, KeyOnly, Listing, Paragraph, Sheet, Table
from argmap.wording import shorten

if TYPE_CHECKING:
    from argmap.classroom.comparing.comparison import Comparison
    from argmap.classroom.sheets.blocks import Block
    from argmap.corpora.coefficients import Score
    from argmap.language import Words

_COUNTS = ("boxes", "lines", "depth", "breadth")


def report(comparison: Comparison, level: int, *, name: str, words: Words) -> Sheet:
    """Return the sheet; see `Comparison.report`. Its key is made by `as_key`."""
    found = comparison.hints(level, words=words)
    shown = shorten(name or comparison.pupil.title or words.say("compare.aMap"), LONGEST)
    blocks: list[Block] = [Box((_listing(found.right),), words.say("compare.rightTitle"))]
    if found.hints:
        blocks.append(Heading(words.say(f"compare.think{level}")))
        blocks.append(_listing([hint.text for hint in found.hints], numbered=True))
        if found.left:
            blocks.append(Paragraph(words.say("compare.more", n=found.left)))
    elif not comparison.is_perfect:
        blocks.append(Paragraph(words.say("compare.nothing")))
    blocks.append(KeyOnly(tuple(_for_teacher(comparison, words))))
    return Sheet("feedback", words.say("compare.title", name=shown), tuple(blocks), language=words.code)


def as_key(sheet: Sheet, comparison: Comparison, *, name: str, words: Words) -> Sheet:
    """Return the same sheet for the teacher."""
    shown = shorten(name or comparison.pupil.title or words.say("compare.aMap"), LONGEST)
    return sheet.key(words.say("compare.titleKey", name=shown))


def _for_teacher(comparison: Comparison, words: Words) -> list[Block]:
    blocks: list[Block] = [Heading(words.say("compare.numbers")), Paragraph(words.say("compare.noGrade"))]
    if len(comparison.similarities) > 1:
        number = comparison.number + 1
        blocks.append(Paragraph(words.say("compare.keys", n=len(comparison.similarities), number=number)))
    head = tuple(words.say(f"compare.{column}") for column in ("measure", "share", "band", "meaning"))
    rows = tuple(
        (
            words.say(f"compare.measures.{name}"),
            percent(score, words),
            told_band(name, score, words),
            words.say(f"compare.means.{name}"),
        )
        for name, score in comparison.scores.items()
    )
    blocks += [
        Table(head, rows, (3.0, 1.2, 1.5, 5.0)),
        Paragraph(words.say("compare.bands.legend")),
        Paragraph(words.say("compare.ceiling")),
    ]
    figures = tuple(
        (words.say(f"compare.figures.{name}"), figure(name, score, words)) for name, score in comparison.profile.items()
    )
    blocks.append(Heading(words.say("compare.shape")))
    blocks.append(Table((words.say("compare.figure"), words.say("compare.value")), figures, (4.0, 1.0)))
    if comparison.edits:
        blocks.append(Heading(words.say("compare.edits")))
        blocks.append(_listing(comparison.told(words), numbered=True))
    picture = marked(comparison, words)
    if picture is not None:
        # The heading stands beside the picture, so that it is on its page where the picture fills one.
        blocks += [Paragraph(words.say("compare.pictureWords")), Heading(words.say("compare.picture")), picture]
    return blocks


def figure(name: str, score: Score, words: Words) -> str:
    """Return a figure of a profile as people read it: a count or a share."""
    if name in _COUNTS and score.value is not None:
        return f"{int(score.value):,}"
    return percent(score, words)


def _listing(sentences: tuple[str, ...] | list[str], *, numbered: bool = False) -> Listing:
    return Listing(tuple(Item(sentence) for sentence in sentences), numbered)
