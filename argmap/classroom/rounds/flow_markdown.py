"""A flow as Markdown."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.classroom.rounds.columns import cases, rows_of, words_of
from argmap.classroom.rounds.flow_sheet import EMPTY_ROWS
from argmap.classroom.rounds.naming import Names
from argmap.classroom.rounds.register import register_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.classroom.rounds.columns import Item
    from argmap.classroom.rounds.flow import Fill, Flow

OPENING, CLOSING = "<!-- argmap flow", "-->"
"""What stands around the register: readers of Markdown do not show it."""
_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>|#~&$"})


def markdown_of(flow: Flow, fill: Fill = "all", *, carries: bool = True) -> str:
    """Return a flow as Markdown: see `Flow.markdown`.

    Example:
        >>> import argmap
        >>> print(argmap.datasets.school_uniforms().flow("ld").markdown("first"))
        # Flow sheet: Should our school have a uniform?
        <BLANKLINE>
        ## The case of Affirmative
        <BLANKLINE>
        | AC | NC | 1AR | NR | 2AR |
        | --- | --- | --- | --- | --- |
        | 1. Same for all: Clothes should not set pupils apart. |  |  |  |  |
        | 3. Quiet mornings: A uniform saves time. |  |  |  |  |
        <BLANKLINE>
        ## The case of Negative
        <BLANKLINE>
        | AC | NC | 1AR | NR | 2AR |
        | --- | --- | --- | --- | --- |
        |  | 4. Own style: Clothes are a way to speak. |  |  |  |
        |  | 5. One more cost: A uniform costs families money. |  |  |  |
        <BLANKLINE>
    """
    text = "\n".join(_lines(flow, fill, Names(flow.language, flow.format))) + "\n"
    return text if fill != "all" or not carries else f"{text}\n{_carried(flow, text)}\n"


def _lines(flow: Flow, fill: Fill, names: Names) -> Iterator[str]:
    yield f"# {_safe(names.say('flowOf', title=flow.title or names.say('noTitle')))}"
    head = [speech.code for speech in flow.format.columns]
    for side, lines in cases(flow):
        rows = [row for line in lines for row in rows_of(flow, line, fill)]
        if not rows and fill == "all":
            continue
        yield from ("", f"## {_safe(names.say('caseOf', side=names.side(side)))}", "")
        yield f"| {' | '.join(head)} |"
        yield f"| {' | '.join('---' for _ in head)} |"
        for row in rows:
            cells = ("<br>".join(_said(item, names) for item in cell) for cell in row)
            yield f"| {' | '.join(cells)} |"
        if fill == "none":
            yield from [f"|{'  |' * len(head)}"] * EMPTY_ROWS
    if fill != "all":
        return
    yield from ("", _safe(names.key()), "", f"## {names.say('dropped')}", "")
    if not flow.dropped:
        yield names.say("droppedNone")
    for entry in flow.dropped:
        yield f"- {entry.number}: {_safe(entry.label)} ({names.side(entry.side)}, {entry.speeches[0]})"


def _carried(flow: Flow, text: str) -> str:
    """Return the register as a comment. No sign in it can end the comment."""
    from argmap.classroom.rounds.tables import fingerprint, of_markdown

    table = replace(register_of(flow), print_=fingerprint(of_markdown(text).tables)).table()
    held = json.dumps(table, ensure_ascii=False).replace("-", "\\u002d").replace(">", "\\u003e")
    return f"{OPENING} {held} {CLOSING}"


def _said(item: Item, names: Names) -> str:
    number, words, letters = words_of(item, names)
    return " ".join(filter(None, (number, _safe(words), letters)))  # letters in brackets are no link


def _safe(text: str) -> str:
    return text.translate(_SIGNS)
