"""The sheet of a judge: how well each side did, what was dropped, what weighs most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.rounds.flow import flow
from argmap.classroom.rounds.flow_sheet import dropped_blocks, theses_text
from argmap.classroom.rounds.naming import Names
from argmap.classroom.sheets.blocks import Fields, Heading, KeyOnly, Lines, Paragraph, Run, Sheet, Table, Together

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.classroom.sheets.blocks import Block
    from argmap.model import ArgumentMap

_CRITERIA = ("case", "evidence", "answering", "questions", "weighing", "fairness")
_WEIGHED = 3
"""How many arguments there is room to weigh."""


def judge_sheet(
    m: ArgumentMap,
    format: str | None = None,  # noqa: A002
    *,
    sides: Mapping[str, str] | None = None,
    language: str | None = None,
) -> Sheet:
    """Return the sheet of a judge: a rubric for each side, a table to weigh arguments, and the decision.

    What the map leaves unanswered is a list that only the key has: a judge goes by what was said in the room.

    Args:
        m: The map.
        format: The format of debate, as for `flow`.
        sides: The side of the format for sides of the map, as for `flow`.
        language: The code of the language, as for `flow`.

    Raises:
        UnknownNameError: There is no such format or side.

    Example:
        >>> import argmap
        >>> judge_sheet(argmap.datasets.school_uniforms(), "pf").title
        "Judge's sheet: Should our school have a uniform?"
    """
    found = flow(m, format, sides=sides, language=language)
    names = Names(found.language, found.format)
    say = names.say
    teams = tuple(say(f"teams.{team}") for team in found.format.teams)
    asks = teams or tuple(names.side(side) for side in found.format.sides)
    levels = " · ".join(say(f"level{level}") for level in (1, 2, 3, 4))
    blocks: list[Block] = [
        Fields((say("judgeName"), say("room"), say("judgeRound"))),
        Paragraph(theses_text(found, names)),
        Heading(say("criteriaHead")),
        Paragraph(levels),
        Table(
            (say("criterion"), *asks),
            tuple((say(f"criteria.{name}"), *("" for _ in asks)) for name in _CRITERIA),
            widths=(3.0, *(1.0 for _ in asks)),
        ),
        Heading(say("weighing")),
        Paragraph(say("weighHint")),
        Table(
            tuple(say(key) for key in ("argument", "magnitude", "probability", "timeframe", "reversible")),
            (("",) * 5,) * _WEIGHED,
            widths=(3.0, 1.5, 1.5, 1.5, 1.5),
            height=1.3,
        ),
        Together((Paragraph((Run(f"{say('dropped')}: ", bold=True), say("droppedHint"))), Lines(1))),
        KeyOnly(tuple(dropped_blocks(found, names, level=2))),
        Together((*_decision(names, asks), Lines(2))),  # so that no page has ruled lines alone
    ]
    title = f"{say('judge')}: {found.title or say('noTitle')}"
    return Sheet("judge", title, tuple(blocks), say(f"formats.{found.format.id}"), language=names.words.code)


def _decision(names: Names, asks: tuple[str, ...]) -> tuple[Block, ...]:
    because = Run(f"{names.say('reason')}:", bold=True)
    if names.format.teams:  # of four teams each has a rank
        ranks = tuple(f"{rank}." for rank in range(1, len(asks) + 1))
        return (Paragraph(names.say("ranks")), Fields(ranks), Paragraph((because,)))
    boxes = "  ".join(f"☐ {side}" for side in asks)
    return (Paragraph((Run(f"{names.say('winner')}: ", bold=True), f"{boxes}  ", because)),)
