"""The reading: the text that a map quotes, its paragraphs numbered; or the map told as a text where it quotes none."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from argmap.check.quotations.source_texts import source_texts
from argmap.check.subject import Subject
from argmap.classroom.lesson.points import said
from argmap.classroom.sheets.blocks import Heading, Paragraph, Run, Sheet
from argmap.model import RelationKind
from argmap.wording import stopped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.classroom.lesson.plan import Plan
    from argmap.classroom.lesson.points import Point
    from argmap.classroom.sheets.blocks import Block
    from argmap.language import Words
    from argmap.model import ArgumentMap

_ENDS = (".", "!", "…", ";", "。", "！")  # of sentences; a question may be a heading
_LONGEST_HEADING = 12  # words
_MOST_PARAGRAPHS = 200  # of a reading for a class; a whole book that a map cites is not printed


class Text(NamedTuple):
    """A text that a map quotes: what it is called, and its words."""

    title: str
    text: str


def texts_quoted(m: ArgumentMap) -> tuple[Text, ...]:
    """Return the texts that a map quotes and that can be read, in the order of its sources.

    Those that stand in the front matter, and those in the folder of the file of the map; see
    `argmap.check.quotations.source_texts`.
    """
    subject = Subject(m, folder=_folder(m))
    texts = source_texts(subject)
    return tuple(Text(source.title or source.id, texts[source.id]) for source in m.sources if source.id in texts)


def reading(m: ArgumentMap, plan: Plan, footer: str) -> Sheet:
    """Return the reading.

    Args:
        m: The whole map.
        plan: The plan of the lesson.
        footer: What stands at the foot of every page.
    """
    words = plan.words
    texts = texts_quoted(m)
    blocks: list[Block] = []
    if texts:
        blocks.append(Paragraph(words.say("lesson.reading.numbers")))
    else:
        blocks.append(Paragraph(words.say("lesson.reading.told")))
    blocks.append(Paragraph(words.say("lesson.reading.mark")))
    number = 0
    for text in texts:
        blocks.append(Paragraph((Run(words.say("lesson.reading.from", source=text.title), bold=True),)))
        for block, is_heading in _paragraphs(text):
            if is_heading:
                blocks.append(Heading(block, 2))
            elif number < _MOST_PARAGRAPHS:
                number += 1
                blocks.append(Paragraph((Run(f"{number}", bold=True), f"\u2003{block}")))
    if not texts:
        for block, is_heading in _told(plan, words):
            if is_heading:
                blocks.append(Heading(block, 2))
            else:
                number += 1
                blocks.append(Paragraph((Run(f"{number}", bold=True), f"\u2003{block}")))
        blocks.append(Paragraph(words.say("lesson.reading.question")))
    return Sheet(
        words.say("lesson.file.reading"),
        words.say("lesson.reading.title", title=plan.title),
        tuple(blocks),
        footer=footer,
        language=plan.language,
    )


def _folder(m: ArgumentMap) -> str | None:
    try:
        return str(Path(m.source.name).parent) if m.source and Path(m.source.name).is_file() else None
    except (OSError, ValueError):
        return None


def _paragraphs(given: Text) -> Iterator[tuple[str, bool]]:
    """Yield the paragraphs of a text, and whether each is a heading; not a heading that only repeats its title."""
    for part in re.split(r"\n\s*\n", given.text.strip()):
        words = " ".join(part.split())
        if not words:
            continue
        is_heading = len(words.split()) <= _LONGEST_HEADING and not words.endswith(_ENDS)
        if is_heading and "\n" not in part.strip():
            if words.casefold().rstrip("?.! ") not in given.title.casefold():
                yield words, True
        else:
            yield words, False


def _told(plan: Plan, words: Words) -> Iterator[tuple[str, bool]]:
    """Yield the part of the map of a lesson as prose: a paragraph for each reason, with what is said to it."""
    debate, m = plan.part.debate, plan.part.map
    for camp in debate.camps:
        if camp.title or camp.name:
            yield camp_title(camp.name, camp.title, words), True
        if camp.thesis:
            key = "side-claims" if sum(each.thesis is not None for each in debate.camps) > 1 else "claims"
            yield words.say(f"lesson.reading.{key}", text=stopped(camp.thesis.text)), False
        for number, reason in enumerate(camp.reasons):
            yield " ".join(_of_reason(m, reason, words, is_first=not number)), False
        if not camp.reasons:
            yield words.say("lesson.reading.no-reasons"), False
    for thesis in debate.between:
        yield words.say("lesson.reading.between", text=stopped(thesis.text)), False


def _of_reason(m: ArgumentMap, reason: Point, words: Words, *, is_first: bool) -> Iterator[str]:
    yield words.say(f"lesson.reading.{'first' if is_first else 'next'}-reason", text=stopped(reason.text))
    premises = [said(m, m[name]) for name in reason.premises if reason.is_gist]
    if premises:
        yield words.say("lesson.reading.rests", text=" ".join(map(stopped, premises)))
    for objection in reason.objections:
        key = "undercut" if objection.kind is RelationKind.UNDERCUT else "objection"
        yield words.say(f"lesson.reading.{key}", text=stopped(objection.text))
        for reply in objection.objections:
            yield words.say("lesson.reading.reply", text=stopped(reply.text))


def camp_title(name: str, title: str, words: Words) -> str:
    """Return what to call a side on a sheet: what the map calls it; its name; or for and against, in words."""
    if title:
        return title
    return words.say(f"lesson.{name}") if name in ("for", "against") else name
