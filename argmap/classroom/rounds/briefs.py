"""Briefs for speakers: for each side its case, the attacks to expect, answers, evidence, questions, times."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.classroom.rounds.exchanges import Refutation, attacks_on_case, their_case
from argmap.classroom.rounds.flow import flow
from argmap.classroom.rounds.naming import Names
from argmap.classroom.rounds.points import label_of, leading
from argmap.classroom.rounds.questions import questions_to
from argmap.classroom.rounds.sides import other
from argmap.classroom.sheets.blocks import Box, Heading, Item, Lines, Listing, Paragraph, Run, Sheet, Table, Together
from argmap.wording import begins

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.classroom.rounds.entries import Entry
    from argmap.classroom.rounds.flow import Flow
    from argmap.classroom.sheets.blocks import Block, Text
    from argmap.model import ArgumentMap

_CASE, _ANSWERS, _EVIDENCE, _QUESTIONS = 6, 4, 3, 3
"""How many points, answers, pieces of evidence and questions a brief has, so that it stays on a page where it can."""
_OWN_QUESTIONS = 2
"""How many lines there are for questions of one's own, where the map leaves none open."""
_ROOM = 3.0
"""How high a row of answers is at least, in lines, so that one can write a sentence into its empty cells."""
_WITH_REASONS = 3
"""Up to so many points have their reasons below them."""


class _Brief(NamedTuple):
    map: ArgumentMap
    flow: Flow
    names: Names
    side: str
    is_large: bool


def briefs(
    m: ArgumentMap,
    format: str | None = None,  # noqa: A002
    *,
    sides: Mapping[str, str] | None = None,
    language: str | None = None,
    is_large: bool = False,
) -> tuple[Sheet, ...]:
    """Return a brief for each side of a round.

    It has the case of the side in the order of its speeches, the attacks to expect with answers in four steps (They
    say, But, Because, Therefore), the case of the other side with answers, evidence, questions for cross-examination,
    and the time of each speech. Where the map has no answer or no reason, the cell is empty, to be filled in.

    Args:
        m: The map.
        format: The format of debate, as for `flow`.
        sides: The side of the format for sides of the map, as for `flow`.
        language: The code of the language, as for `flow`.
        is_large: Whether it is for large print, where the four steps stand below each other, not in columns.

    Raises:
        UnknownNameError: There is no such format or side.

    Example:
        >>> import argmap
        >>> for sheet in briefs(argmap.datasets.school_uniforms(), "pf"):
        ...     print(sheet.name, "|", sheet.title)
        brief-pro | Brief for Pro: Should our school have a uniform?
        brief-con | Brief for Con: Should our school have a uniform?
    """
    found = flow(m, format, sides=sides, language=language)
    names = Names(found.language, found.format)
    made = []
    for side in found.format.sides:
        title = f"{names.say('brief', side=names.side(side))}: {found.title or names.say('noTitle')}"
        blocks = tuple(_blocks(_Brief(m, found, names, side, is_large)))
        footer = names.say(f"formats.{found.format.id}")
        made.append(Sheet(f"brief-{side}", title, blocks, footer=footer, language=names.words.code))
    return tuple(made)


def _blocks(brief: _Brief) -> Iterator[Block]:
    names, flow = brief.names, brief.flow
    claims = [thesis.text or thesis.title for side, thesis in flow.theses if side == brief.side]
    theirs = [thesis.text or thesis.title for side, thesis in flow.theses if side != brief.side]
    if claims or theirs:
        lead = names.say("briefClaim" if claims else "briefAgainst")
        yield Paragraph((Run(f"{lead}: ", bold=True), "; ".join(claims or theirs)))
    yield Paragraph((Run(f"{names.say('budget')}: ", bold=True), _budget(brief)))
    yield Heading(names.say("ourCase"))
    own = [line.entries[0] for line in flow.lines if line.side == brief.side]
    if own:
        yield Listing(tuple(_case(brief, own)), numbered=False)
    else:
        yield Paragraph(names.say("noCase"))
    yield Heading(names.say("answers"))
    attacks = list(attacks_on_case(brief.map, flow, brief.side))
    yield from _table(brief, attacks, names.say("noAttack"))
    their_points = list(their_case(brief.map, flow, brief.side))
    if their_points:
        yield Heading(names.say("theirCase"))
        yield from _table(brief, their_points, "")
    evidence = list(_evidence(brief))
    if evidence:
        yield Heading(names.say("evidence"))
        yield from _some(brief, evidence, _EVIDENCE, "")
    asks = questions_to(brief.map, flow, other(brief.side, flow.format))
    told: list[Text] = [(Run(f"{ask.number}. {leading(ask.about)} ", bold=True), ask.question) for ask in asks]
    asked = _some(brief, told, _QUESTIONS, names.say("noAsk"), leaves_out=True)
    room = () if told else (Lines(_OWN_QUESTIONS),)
    yield Together((Heading(names.say("ask")), *asked, *room))  # so that no line stands on the last page alone


def _case(brief: _Brief, own: list[Entry]) -> Iterator[Item]:
    for entry in own[:_CASE]:
        has_reasons = entry.point.is_argument and len(own) <= _WITH_REASONS
        premises = brief.map.premises(entry.id) if has_reasons else ()
        reasons = [label_of(claim.text) for claim in premises if claim.text]
        if entry.point.text == label_of("; ".join(reasons)):
            reasons = []  # they are its words already
        name = Run(f"{entry.number}. {leading(entry.point.title)}".strip(), bold=True)
        text = name, f" {entry.point.text} ({entry.speeches[0]})"
        yield Item(text, tuple(map(Item, reasons)))
    if len(own) > _CASE:
        yield Item(brief.names.say("moreOf", n=len(own) - _CASE))


def _table(brief: _Brief, found: list[Refutation], nothing: str) -> Iterator[Block]:
    names = brief.names
    if not found:
        yield Paragraph(nothing)
        return
    head = tuple(names.say(key) for key in ("theySay", "but", "because", "therefore"))
    rows: tuple[tuple[Text, ...], ...] = tuple(
        (
            (Run(f"{each.attack.number}."), f" {each.attack.label}"),
            (Run(f"{each.answer.number}."), f" {each.answer.label}") if each.answer is not None else "",
            begins(each.because),
            _therefore(each, names) if each.answer is not None else "",
        )
        for each in found[:_ANSWERS]
    )
    if brief.is_large:
        for row in rows:
            yield Box(tuple(_below_each_other(head, row)))
    else:
        yield Table(head, rows, widths=(3.0, 3.0, 3.0, 2.0), height=_ROOM)
    if len(found) > _ANSWERS:
        yield Paragraph(names.say("moreOf", n=len(found) - _ANSWERS))


def _below_each_other(head: tuple[str, ...], row: tuple[Text, ...]) -> Iterator[Block]:
    """Yield the cells of a row as paragraphs, with a line to write on where one is empty."""
    for name, cell in zip(head, row, strict=True):
        yield Paragraph((Run(f"{name}: ", bold=True), *((cell,) if isinstance(cell, str) else cell)))
        if not cell:
            yield Lines(1)


def _therefore(each: Refutation, names: Names) -> str:
    key, entry = ("thereforeTheirs", each.attack) if each.ours is None else ("thereforeOurs", each.ours)
    title = entry.point.title
    return names.say(key, name=title) if title else names.say(f"{key}Number", n=entry.number)


def _evidence(brief: _Brief) -> Iterator[Text]:
    """Yield what backs the points of a side: quotations and their sources, each once."""
    titles = {source.id: source.title or source.id for source in brief.map.sources}
    seen = set()
    for entry in brief.flow.entries():
        if entry.side != brief.side:
            continue
        parts = brief.map.premises(entry.id) if entry.point.is_argument else ()
        for record in (brief.map[entry.id], *parts):
            for citation in brief.map.citations(record):
                if citation in seen or not (citation.source or citation.quote):
                    continue
                seen.add(citation)
                quote = f"“{label_of(citation.quote)}” " if citation.quote else ""
                yield (Run(f"{entry.number}. "), quote, label_of(titles.get(citation.source, citation.source)))


def _some(brief: _Brief, found: list[Text], most: int, nothing: str, *, leaves_out: bool = False) -> Iterator[Block]:
    if not found:
        yield Paragraph(nothing)
        return
    items = [Item(each) for each in found[:most]]
    if len(found) > most and not leaves_out:
        items.append(Item(brief.names.say("moreOf", n=len(found) - most)))
    yield Listing(tuple(items))


def _budget(brief: _Brief) -> str:
    names, flow = brief.names, brief.flow
    said: dict[str, int] = {}
    for entry in flow.entries():
        for code in entry.speeches:
            said[code] = said.get(code, 0) + 1
    own = [speech for speech in flow.format.columns if speech.side == brief.side]
    return (
        "; ".join(
            f"{names.speech(speech)} ({speech.code}, {names.say('speaker', n=speech.speaker)}) "
            f"{names.minutes(speech.minutes)}"
            + (f", {names.say('pointsIn', n=said[speech.code])}" if speech.code in said else "")
            for speech in own
        )
        + "."
    )
