"""Slides: the question, the positions, then each reason step by step, with what is said against it and the reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.lesson.pictures import growing
from argmap.classroom.lesson.points import said
from argmap.classroom.lesson.reading import camp_title
from argmap.classroom.sheets.blocks import Box, Deck, Item, Listing, Paragraph, Picture, Run, Slide
from argmap.wording import stopped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.classroom.lesson.plan import Plan
    from argmap.classroom.lesson.points import Point
    from argmap.classroom.sheets.blocks import Block
    from argmap.language import Words
    from argmap.model import ArgumentMap

_STEPS = ("reason", "objection", "reply")


def slides(plan: Plan) -> Deck:
    """Return the slides of a lesson.

    What is revealed step by step is one slide for each step: the picture of a reason grows in its place. Before an
    objection and before a reply there is a slide that asks for it.

    Args:
        plan: The plan of the lesson.
    """
    words, debate, m = plan.words, plan.part.debate, plan.part.map
    positions = [stopped(camp.thesis.text) for camp in debate.camps if camp.thesis]
    vote = words.say("lesson.slides.vote", n=len(positions))
    made = [
        Slide(
            plan.title,
            (Paragraph((Run(words.say("lesson.slides.subtitle"), bold=True),)), Paragraph(vote)),
            notes=_say(words, "notes-first"),
        ),
        Slide(
            words.say("lesson.slides.positions", n=len(positions)),
            (Listing(tuple(map(Item, positions))),),
            notes=_say(words, "notes-first"),
        ),
    ]
    for camp in debate.camps:
        title = camp_title(camp.name, camp.title, words)
        for number, reason in enumerate(camp.reasons, 1):
            head = words.say("lesson.reason", n=number)
            made += _of_reason(m, reason, f"{title}: {head[:1].lower()}{head[1:]}" if title else head, words)
    if debate.between:
        items = tuple(Item(stopped(thesis.text)) for thesis in debate.between)
        made.append(Slide(_say(words, "between"), (Listing(items),), notes=_say(words, "notes-question")))
    made.append(Slide(_say(words, "last"), (Paragraph(_say(words, "last-text")),), notes=_say(words, "notes-last")))
    return Deck(words.say("lesson.file.slides"), plan.title, tuple(made), language=plan.language)


def _say(words: Words, key: str) -> str:
    return words.say(f"lesson.slides.{key}")


def _of_reason(m: ArgumentMap, reason: Point, title: str, words: Words) -> Iterator[Slide]:
    alt = words.say("lesson.map.alt-branch", text=" ".join(point.text for point in reason.walk()))
    pictures = growing(m, reason, alt)
    levels = [[reason], list(reason.objections), [reply for each in reason.objections for reply in each.objections]]
    for step, level in enumerate(levels):
        if not level:
            return
        if step:
            question = _say(words, f"step-{_STEPS[step]}")
            notes = _say(words, "notes-question")
            yield Slide(question, _blocks(m, levels[:step], pictures, step, words), notes=notes)
        notes = _say(words, f"notes-{_STEPS[step]}")
        yield Slide(title, _blocks(m, levels[: step + 1], pictures, step + 1, words), notes=notes)


def _blocks(
    m: ArgumentMap, levels: list[list[Point]], pictures: tuple[Picture, ...], shown: int, words: Words
) -> tuple[Block, ...]:
    """Return what a slide shows: the picture so far, or the words of it where nothing could be drawn."""
    if len(pictures) >= shown:
        return (pictures[shown - 1],)
    blocks: list[Block] = []
    for key, level in zip(_STEPS, levels, strict=False):
        for point in level:
            items = tuple(Item(said(m, m[name])) for name in point.premises) if key == "reason" else ()
            name = point.title if key == "reason" else words.say(f"lesson.{key}")
            body: list[Block] = [Paragraph(point.text)]
            blocks.append(Box((*body, Listing(items, numbered=True)) if items else tuple(body), name))
    return tuple(blocks)
