"""The map on paper for pupils: the whole where it fits on a page, else each reason with what is said to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.classroom.lesson.pictures import branch, overview, whole
from argmap.classroom.lesson.points import said
from argmap.classroom.lesson.reading import camp_title
from argmap.classroom.sheets.blocks import Box, Heading, Item, Listing, PageBreak, Paragraph, Run, Sheet, Together
from argmap.model import RelationKind
from argmap.wording import stopped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.classroom.lesson.plan import Plan
    from argmap.classroom.lesson.points import Point
    from argmap.classroom.sheets.blocks import Block, Picture
    from argmap.classroom.sheets.look import Look
    from argmap.language import Words
    from argmap.model import ArgumentMap

_SIGNS = ("argument", "support", "attack", "undercut", "contradictory", "contrary", "entails")
"""What of a picture is explained, as it is called in the drawing, in this order."""


def handout(plan: Plan, look: Look, footer: str) -> Sheet:
    """Return the map on paper, for a look.

    A small map is one picture. Of a larger one, each reason of the part of the map is drawn with what is said to it.
    Where a drawing would not fit on the paper with letters as large as the look wants them, the reason is told in
    words, in a frame.

    Args:
        plan: The plan of the lesson.
        look: How the sheet looks.
        footer: What stands at the foot of every page.
    """
    words, debate, m = plan.words, plan.part.debate, plan.part.map
    is_landscape = not look.is_large
    told = " ".join(point.text for point in debate.walk())
    picture = whole(m, look, words.say("lesson.map.alt-whole", text=told), is_landscape=is_landscape)
    blocks: tuple[Block, ...] = (_how((picture,), words), picture) if picture else tuple(_in_parts(plan, look))
    return Sheet(
        words.say("lesson.file.map"),
        words.say("lesson.map.title", title=plan.title),
        blocks,
        footer=footer,
        is_landscape=is_landscape,
        language=plan.language,
    )


def _in_parts(plan: Plan, look: Look) -> Iterator[Block]:
    """Yield the positions, and then each reason, as a picture or in words."""
    words, debate, m = plan.words, plan.part.debate, plan.part.map
    is_landscape = not look.is_large
    drawn: dict[str, Picture | None] = {
        reason.id: branch(m, reason, look, _alt(reason, words), is_landscape=is_landscape)
        for camp in debate.camps
        for reason in camp.reasons
    }
    if not is_landscape and not all(drawn.values()):
        drawn = dict.fromkeys(drawn)  # all in one way, where large letters leave little room
    positions = words.say("lesson.map.overview", n=len(debate.theses))
    first = overview(m, debate, look, words.say("lesson.map.alt-overview"), is_landscape=is_landscape)
    pictures = [picture for picture in drawn.values() if picture]
    if pictures:
        yield _how((first, *pictures) if first else pictures, words)
    else:
        yield Paragraph((Run(words.say("lesson.map.how") + ". ", bold=True), words.say("lesson.map.how-words")))
    if first:
        yield Together((Heading(positions), first))
    else:
        yield Heading(positions)
        yield Listing(tuple(Item(stopped(thesis.text)) for thesis in debate.theses if thesis.text))
    if not plan.part.is_whole:
        yield Paragraph(words.say("lesson.see-more", shown=plan.part.shown, of=plan.part.of))
    for camp in debate.camps:
        for number, reason in enumerate(camp.reasons, 1):
            title = _heading(camp_title(camp.name, camp.title, words), number, words)
            picture = drawn[reason.id]
            body: tuple[Block, ...] = (picture,) if picture else tuple(_in_words(m, reason, words))
            if picture:
                yield Together((Heading(title, 2), *body))
            else:  # one branch on a page, as those who see badly want it
                yield from (PageBreak(), Heading(title, 2), *body)


def _how(pictures: Sequence[Picture], words: Words) -> Paragraph:
    """Return how to read pictures: only what there is to see in them."""
    seen = {kind for picture in pictures for kind in re.findall(r'class="(?:node|edge) (\w+)"', picture.svg)}
    told = [words.say(f"lesson.map.how-{kind}") for kind in _SIGNS if kind in seen]
    return Paragraph((Run(words.say("lesson.map.how") + ". ", bold=True), " ".join(told)))


def _heading(camp: str, number: int, words: Words) -> str:
    reason = words.say("lesson.reason", n=number)
    return f"{camp}: {reason[:1].lower()}{reason[1:]}" if camp else reason


def _alt(reason: Point, words: Words) -> str:
    return words.say("lesson.map.alt-branch", text=" ".join(point.text for point in reason.walk()))


def _in_words(m: ArgumentMap, reason: Point, words: Words) -> Iterator[Block]:
    yield Box(tuple(_point(m, reason)), reason.title)
    for objection in reason.objections:
        yield Box(tuple(_said(m, objection, reason, words)), _named("objection", objection, words))
        for reply in objection.objections:
            yield Box(tuple(_said(m, reply, objection, words)), _named("reply", reply, words))


def _named(key: str, point: Point, words: Words) -> str:
    name = words.say(f"lesson.{key}")
    return f"{name}: {point.title}" if point.title else name


def _point(m: ArgumentMap, point: Point) -> Iterator[Block]:
    if point.is_gist or not point.premises:
        yield Paragraph(point.text)
    if point.premises:
        yield Listing(tuple(Item(said(m, m[name])) for name in point.premises), numbered=True)


def _said(m: ArgumentMap, point: Point, above: Point, words: Words) -> Iterator[Block]:
    yield from _point(m, point)
    if point.kind is RelationKind.UNDERCUT:
        yield Paragraph(words.say("lesson.aimed-at-step"))
    elif point.target != above.id and point.target in m:
        yield Paragraph(words.say("lesson.aimed-at-premise", text=said(m, m[point.target])))
