"""A flow as a printed sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.rounds.columns import cases, rows_of, words_of
from argmap.classroom.rounds.naming import Names
from argmap.classroom.sheets.blocks import Heading, Item, Listing, PageBreak, Paragraph, Run, Sheet, Table
from argmap.wording import stopped

if TYPE_CHECKING:
    from argmap.classroom.rounds.columns import Row
    from argmap.classroom.rounds.flow import Fill, Flow
    from argmap.classroom.sheets.blocks import Block, Text

EMPTY_ROWS = 5
"""How many rows a case has to be filled in: as many as fit on a page below the title."""
_NARROW = 0.55
"""How wide a column is in which nothing stands, in proportion to the others."""
_ROOM = 4.0
"""How high a row is that is written in, in lines."""


def sheet_of(flow: Flow, fill: Fill = "all") -> Sheet:
    """Return a flow as a sheet: see `Flow.sheet`.

    Example:
        >>> import argmap
        >>> sheet = argmap.datasets.school_uniforms().flow("ld").sheet()
        >>> sheet.title, sheet.is_landscape, [type(block).__name__ for block in sheet.blocks][:4]
        ('Flow sheet: Should our school have a uniform?', True, ['Paragraph', 'Heading', 'Table', 'Heading'])
    """
    names = Names(flow.language, flow.format)
    is_filled = fill == "all"
    blocks: list[Block] = [Paragraph(theses_text(flow, names))]
    if not is_filled:
        blocks.append(Paragraph(names.say("emptyHint")))
    begun = len(blocks)
    for side, lines in cases(flow):
        rows = [row for line in lines for row in rows_of(flow, line, fill)]
        if not is_filled:
            rows += [((),) * len(flow.format.columns)] * max(EMPTY_ROWS - len(rows), 2)
        if rows:
            if not is_filled and len(blocks) > begun:
                blocks.append(PageBreak())
            blocks += [Heading(names.say("caseOf", side=names.side(side))), _table(flow, rows, names, fill)]
    blocks.append(Paragraph(names.codes()))
    if is_filled:
        blocks += [Paragraph(names.key()), *dropped_blocks(flow, names)]
    return Sheet(
        f"flow-{flow.format.id}",
        names.say("flowOf", title=flow.title or names.say("noTitle")),
        tuple(blocks),
        footer=names.say(f"formats.{flow.format.id}"),
        is_landscape=True,
        language=names.words.code,
    )


def theses_text(flow: Flow, names: Names) -> Text:
    """Return the format and what each side holds, as a text."""
    parts: list[str | Run] = [Run(f"{names.say(f'formats.{flow.format.id}')}.", bold=True)]
    for side, thesis in flow.theses:
        parts += [" ", Run(f"{names.side(side)}:", bold=True), f" {stopped(thesis.text or thesis.title)}"]
    held = {side for side, _ in flow.theses}
    if held:
        for side in flow.format.sides:
            if side not in held:
                parts += [" ", Run(f"{names.side(side)}:", bold=True), f" {names.say('against')}"]
    return tuple(parts)


def _table(flow: Flow, rows: list[Row], names: Names, fill: Fill) -> Table:
    head = tuple(f"{speech.code} ({names.minutes(speech.minutes)})" for speech in flow.format.columns)
    # A speech in which nothing stands yet needs room for its name only.
    widths = tuple(1.0 if any(row[place] for row in rows) else _NARROW for place in range(len(head)))
    return Table(
        head,
        tuple(tuple(_cell(cell, names) for cell in row) for row in rows),
        widths=widths if fill == "all" else (),
        height=1.0 if fill == "all" else _ROOM,
    )


def _cell(cell: tuple[object, ...], names: Names) -> Text:
    parts: list[str | Run] = []
    for item in cell:
        number, words, letters = words_of(item, names)  # type: ignore[arg-type]
        if parts:
            parts.append(" / ")
        parts += [Run(number, bold=True), f" {words}"]
        if letters:
            parts += [" ", Run(letters, bold=True)]
    return tuple(parts)


def dropped_blocks(flow: Flow, names: Names, level: int = 1) -> list[Block]:
    """Return the list of what was dropped, under a heading."""
    items = tuple(
        Item((Run(f"{entry.number}.", bold=True), f" {entry.label} ({names.side(entry.side)}, {entry.speeches[0]})"))
        for entry in flow.dropped
    )
    found: list[Block] = [Heading(names.say("dropped"), level)]
    if not items:
        return [*found, Paragraph(names.say("droppedNone"))]
    return [*found, Paragraph(names.say("droppedHint")), Listing(items)]
