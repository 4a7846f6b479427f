"""The teacher's notes: what pupils learn, what to print, the timing, what may be hard, the map in short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.lesson.expecting import name_of
from argmap.classroom.lesson.reading import camp_title
from argmap.classroom.sheets.blocks import Box, Heading, Item, Listing, Paragraph, Run, Sheet, Table, Together
from argmap.wording import begins, stopped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.classroom.lesson.materials import Material
    from argmap.classroom.lesson.plan import Plan
    from argmap.classroom.lesson.points import Camp, Point
    from argmap.classroom.sheets.blocks import Block, Text
    from argmap.classroom.sheets.look import Look
    from argmap.language import Words

_MOST_QUESTIONS = 6


def notes(plan: Plan, materials: Sequence[Material], footer: str, look: Look) -> Sheet:
    """Return the teacher's notes.

    Args:
        plan: The plan of the lesson.
        materials: What there is to print and to show.
        footer: What stands at the foot of every page.
        look: How the sheet looks.
    """
    words = plan.words
    blocks = (
        *_glance(plan, words),
        *_aims(plan, words),
        *_before(materials, words),
        *_timing(plan, materials, words, is_large=look.is_large),
        *_difficulties(plan, words),
        *_answers(plan, words),
        *_afterwards(plan, words),
    )
    title = words.say("lesson.notes.title", title=plan.title)
    name = words.say("lesson.file.notes")
    return Sheet(name, title, tuple(blocks), footer=footer, language=plan.language, is_key=True)


def groups_said(plan: Plan) -> str:
    """Return how large the groups are, in words."""
    words = plan.words
    if plan.pupils == 1:
        return words.say("lesson.groups.alone")
    size, less = plan.groups[0], plan.groups[-1]
    number = plan.groups.count(size)
    if size == less:
        key = "one" if number == 1 else "equal"
        return words.say(f"lesson.groups.{key}", n=number, size=size)
    return words.say("lesson.groups.two", n=number, size=size, m=len(plan.groups) - number, less=less)


def format_name(plan: Plan) -> str:
    """Return what the format of debate is called."""
    found = plan.words.known(f"round.formats.{plan.format.id}")
    return found if isinstance(found, str) else plan.format.id.upper()


def method(plan: Plan) -> tuple[str, str]:
    """Return the name of the method, and how it goes."""
    key = f"lesson.protocol.{plan.protocol.name}"
    return plan.words.say(f"{key}.name", format=format_name(plan)), plan.words.say(f"{key}.about")


def _glance(plan: Plan, words: Words) -> Iterator[Block]:
    say = words.say
    name, _ = method(plan)
    part = plan.part
    used = (
        say("lesson.notes.part-all")
        if part.is_whole
        else say(part.debate.variant("lesson.notes.part-some"), shown=part.shown, of=part.of)
    )
    rows: list[tuple[str, str]] = [
        (say("lesson.notes.question"), plan.title),
        (say("lesson.notes.level"), plan.level_words),
        (say("lesson.notes.time"), say("lesson.notes.minutes", n=plan.minutes)),
        (say("lesson.notes.pupils-row"), str(plan.pupils)),
        (say("lesson.notes.method"), name),
        (say("lesson.notes.groups"), groups_said(plan)),
        (say("lesson.notes.part"), used),
    ]
    yield Table((), tuple(((Run(label, bold=True),), text) for label, text in rows), widths=(1, 3.2))


def _aims(plan: Plan, words: Words) -> Iterator[Block]:
    items = tuple(Item(aim) for aim in plan.aims)
    intro = Paragraph(f"{words.say('lesson.aim.intro')} …")
    yield Together((Heading(words.say("lesson.notes.aims")), intro, Listing(items)))


def _before(materials: Sequence[Material], words: Words) -> Iterator[Block]:
    say = words.say
    keys = ["print", "try", "key"]
    if any(material.key.startswith("cards") and material.copies for material in materials):
        keys.insert(1, "cut")
    items = tuple(Item(say(f"lesson.notes.before-{key}")) for key in keys)
    yield Together((Heading(say("lesson.notes.before")), Listing(items)))
    head = (say("lesson.notes.print-what"), say("lesson.notes.print-copies"), say("lesson.notes.print-for"))
    rows = tuple(
        (material.name, str(material.copies), say(f"lesson.whom.{material.per}"))
        for material in materials
        if material.copies
    )
    yield Together((Heading(say("lesson.notes.print"), 2), Table(head, rows, widths=(4, 1, 2.2))))


def _timing(plan: Plan, materials: Sequence[Material], words: Words, *, is_large: bool) -> Iterator[Block]:
    say = words.say
    name, about = method(plan)
    yield Heading(say("lesson.notes.timing"))
    yield Paragraph((Run(f"{name}. ", bold=True), about))
    yield Paragraph(say("lesson.notes.method-why", why=plan.why))
    if plan.is_uneven:
        yield Paragraph(say(f"lesson.protocol.{plan.protocol.name}.uneven"))
    head = tuple(say(f"lesson.notes.timing-{key}") for key in ("time", "phase", "teacher", "pupils", "need"))
    there = {material.need for material in materials}
    rows = []
    for phase in plan.phases:
        needs = begins(", ".join(say(f"lesson.need.{need}") for need in phase.needs if need in there))
        time = f"{phase.start}–{phase.end}"
        if is_large:  # five columns of large letters leave no room for words
            told = zip(head[2:], (phase.teacher, phase.pupils, needs), strict=True)
            parts = tuple(Paragraph((Run(f"{label}: ", bold=True), text)) for label, text in told if text)
            yield Box(parts, f"{time} ({phase.minutes}): {phase.title} ({phase.form})")
            continue
        called: Text = (Run(phase.title, bold=True), f" ({phase.form})")
        rows.append(((Run(time, bold=True), f" ({phase.minutes})"), called, phase.teacher, phase.pupils, needs))
    if rows:
        yield Table(head, tuple(rows), widths=(1.45, 1.7, 3.3, 2.8, 1.6))
    if plan.left_out_first:
        yield Paragraph(say("lesson.notes.faster", phase=plan.left_out_first))


def _difficulties(plan: Plan, words: Words) -> Iterator[Block]:
    say = words.say
    intro = Paragraph(say("lesson.difficulty.intro"))
    first, *others = plan.difficulties
    yield Together((Heading(say("lesson.notes.difficulties")), intro, Listing((Item(first),))))
    if others:
        yield Listing(tuple(map(Item, others)))
    if plan.questions:
        items = tuple(
            Item(say("lesson.difficulty.question", title=title, question=question))
            for title, question in plan.questions[:_MOST_QUESTIONS]
        )
        yield Together((Paragraph(say("lesson.difficulty.questions")), Listing(items)))


def _answers(plan: Plan, words: Words) -> Iterator[Block]:
    say = words.say
    yield Heading(say("lesson.notes.answers"))
    head = tuple(say(f"lesson.notes.answers-{key}") for key in ("reason", "objection", "reply"))
    for camp in plan.part.debate.camps:
        if camp.reasons:
            title = camp_title(camp.name, camp.title, words)
            if title:
                yield Heading(title, 2)
            yield Table(head, tuple(_rows(camp, words)))
    yield Paragraph(say("lesson.notes.answers-intro"))  # after the tables, as a heading stays with what follows it


def _rows(camp: Camp, words: Words) -> Iterator[tuple[Text, ...]]:
    nothing = words.say("lesson.notes.open-task")
    for reason in camp.reasons:
        objections = reason.objections
        if not objections:
            yield _told(reason), nothing, ""
        for number, objection in enumerate(objections):
            replies = objection.objections
            first: Text = _told(reason) if not number else ""
            if not replies:
                yield first, _told(objection), nothing
            for place, reply in enumerate(replies):
                yield (first, _told(objection), _told(reply)) if not place else ("", "", _told(reply))


def _told(point: Point) -> Text:
    return (Run(f"{stopped(name_of(point))} ", bold=True), point.text) if point.title else point.text


def _afterwards(plan: Plan, words: Words) -> Iterator[Block]:
    say = words.say
    homework = (Heading(say("lesson.notes.homework")), Listing(tuple(map(Item, plan.homework))))
    early = Box((Paragraph(say("lesson.notes.early-text")),), say("lesson.notes.early"))
    support = Box((Paragraph(say("lesson.notes.support-text")),), say("lesson.notes.support"))
    yield Together((*homework, early, support))  # a third of a page, rather than a last page with a frame alone
