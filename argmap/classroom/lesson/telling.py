"""The map in words: as a list for those who listen to it, and as the outline of an essay."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.classroom.lesson.points import debate_of, said
from argmap.classroom.lesson.reading import camp_title
from argmap.classroom.sheets.blocks import Heading, Item, Lines, Listing, Paragraph, Run, Sheet, Together
from argmap.model import RelationKind
from argmap.model.records import Claim
from argmap.wording import stopped

if TYPE_CHECKING:
    from argmap.classroom.lesson.plan import Plan
    from argmap.classroom.lesson.points import Point
    from argmap.classroom.sheets.blocks import Block
    from argmap.language import Words
    from argmap.model import ArgumentMap

_DEEPEST = 4
"""How far a list is indented: deeper ones are hard to follow, by eye and by ear."""


def in_words(m: ArgumentMap, plan: Plan, footer: str) -> Sheet:
    """Return the whole map as a list: each position, below it what speaks for it and against it.

    Args:
        m: The whole map.
        plan: The plan of the lesson.
        footer: What stands at the foot of every page.
    """
    words = plan.words
    debate = debate_of(m)
    blocks: list[Block] = [Paragraph(words.say("lesson.map.text-intro"))]
    told: set[str] = set()
    for thesis in debate.theses:
        blocks.append(Heading(thesis.text))
        told.update(name for point in thesis.walk() for name in point.ids)
        items = tuple(_item(m, point, words, 1) for point in thesis.below)
        if items:
            blocks.append(Listing(items))
    left = [record for record in m if record.id not in told and isinstance(record, Claim) and record.text]
    if left:
        blocks.append(Heading(words.say("lesson.map.not-told", n=len(left))))
        blocks.append(Listing(tuple(Item(said(m, record)) for record in left)))
    return Sheet(
        words.say("lesson.file.text"),
        words.say("lesson.map.text-title", title=plan.title),
        tuple(blocks),
        footer=footer,
        language=plan.language,
    )


def _item(m: ArgumentMap, point: Point, words: Words, depth: int) -> Item:
    sign = Run(f"{_sign(point, words)}: ", bold=True)
    title = Run(f"{stopped(point.title)} ", bold=True) if point.title else ""
    text = point.text
    premises = [said(m, m[name]) for name in point.premises]
    if premises:
        text = " ".join(map(stopped, premises))
    below = point.below
    line = (sign, title, text) if title else (sign, text)
    if depth >= _DEEPEST:
        flat = tuple(each for one in below for each in one.walk())
        return Item(line, tuple(_item(m, _bare(each), words, depth + 1) for each in flat) if depth == _DEEPEST else ())
    return Item(line, tuple(_item(m, each, words, depth + 1) for each in below))


def _bare(point: Point) -> Point:
    return replace(point, below=())


def _sign(point: Point, words: Words) -> str:
    if point.kind is RelationKind.UNDERCUT:
        return words.say("lesson.map.undercuts")
    is_against = point.kind is not None and point.kind.is_negative
    return words.say(f"lesson.map.{'attacks' if is_against else 'supports'}")


def outline(plan: Plan, footer: str) -> Sheet:
    """Return the part of the map of a lesson as the outline of an essay, with words that join its parts.

    Args:
        plan: The plan of the lesson.
        footer: What stands at the foot of every page.
    """
    words, debate, m = plan.words, plan.part.debate, plan.part.map
    blocks: list[Block] = [
        Paragraph(words.say("lesson.outline.intro")),
        Heading(words.say("lesson.outline.opening")),
        Paragraph(words.say("lesson.outline.opening-text")),
        Paragraph(words.say("lesson.outline.opening-positions", n=len(debate.theses))),
        Listing(tuple(Item(stopped(thesis.text)) for thesis in debate.theses)),
    ]
    for camp in debate.camps:
        title = camp_title(camp.name, camp.title, words)
        if not camp.reasons:
            continue
        blocks.append(Heading(_heading(camp.title, title, words)))
        items = []
        for number, reason in enumerate(camp.reasons):
            joining = words.say(f"lesson.outline.{'then' if number else 'first'}")
            line = (Run(f"{joining} ", bold=True), stopped(reason.text))
            because = Run(f"{words.say('lesson.outline.because')} ", bold=True)
            inner = [Item((because, stopped(said(m, m[name])))) for name in reason.premises if reason.is_gist]
            for objection in reason.objections:
                against = Run(f"{words.say('lesson.outline.against-it')}: ", bold=True)
                replies = tuple(
                    Item((Run(f"{words.say('lesson.outline.reply')}: ", bold=True), stopped(reply.text)))
                    for reply in objection.objections
                )
                inner.append(Item((against, stopped(objection.text)), replies))
            items.append(Item(line, tuple(inner)))
        blocks.append(Listing(tuple(items)))
        blocks.append(Together((Paragraph(words.say("lesson.outline.own-reply")), Lines(2))))
    for part in ("weigh", "conclusion"):
        text = Paragraph(words.say(f"lesson.outline.{part}-text"))
        blocks.append(Together((Heading(words.say(f"lesson.outline.{part}")), text, Lines(3))))
    return Sheet(
        words.say("lesson.file.outline"),
        words.say("lesson.outline.title", title=plan.title),
        tuple(blocks),
        footer=footer,
        language=plan.language,
    )


def _heading(given: str, title: str, words: Words) -> str:
    """Return the heading of a side: what it is called in the map says what is argued for."""
    if given:
        return words.say("lesson.outline.side", title=given)
    return title or words.say("lesson.premises")
