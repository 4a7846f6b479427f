"""Attacks and their answers, as refutations in four steps: They say, But, Because, Therefore."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.classroom.rounds.marking import AGAINST
from argmap.classroom.rounds.points import label_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.classroom.rounds.entries import Entry
    from argmap.classroom.rounds.flow import Flow
    from argmap.model import ArgumentMap

_REASONS = 2
"""How many reasons an answer has in a brief."""


class Refutation(NamedTuple):
    """What the other side says, and what to say to it.

    Attributes:
        attack: What they say.
        ours: What of the own case it speaks against; None where it is their own case.
        answer: What to say; None where the map has nothing.
        because: The reasons for that; empty where the map has none.
    """

    attack: Entry
    ours: Entry | None
    answer: Entry | None
    because: str


def attacks_on_case(m: ArgumentMap, flow: Flow, side: str) -> Iterator[Refutation]:
    """Yield what is said against the points of a side, each with an answer. Linear in the flow."""
    acting = _acting(flow)
    main = {entry.number: entry for entry in flow.entries()}
    seen = set()
    for line in flow.lines:
        for entry in line.entries:
            if entry.target and entry.kind in AGAINST and entry.side != side and entry.number not in seen:
                ours = main[entry.target]
                if ours.side == side:
                    seen.add(entry.number)
                    yield _refuted(m, acting, main[entry.number], ours)


def their_case(m: ArgumentMap, flow: Flow, side: str) -> Iterator[Refutation]:
    """Yield the points of the other side's case, each with an answer of a side. Linear in the flow."""
    acting = _acting(flow)
    for line in flow.lines:
        if line.side != side:
            yield _refuted(m, acting, line.entries[0], None)


def _refuted(m: ArgumentMap, acting: dict[int, list[Entry]], attack: Entry, ours: Entry | None) -> Refutation:
    answer = next((each for each in acting.get(attack.number, ()) if each.side != attack.side), None)
    return Refutation(attack, ours, answer, "" if answer is None else _because(m, acting, answer, answer.side))


def _because(m: ArgumentMap, acting: dict[int, list[Entry]], answer: Entry, side: str) -> str:
    reasons: list[str] = []
    if answer.point.is_argument:
        reasons = [label_of(claim.text) for claim in m.premises(answer.id) if claim.text]
    if answer.point.text == "; ".join(reasons):
        reasons = []  # they are its words already
    reasons += [each.point.text or each.point.title for each in acting.get(-answer.number, ()) if each.side == side]
    reasons += [label_of(citation.quote) for citation in m.citations(answer.id) if citation.quote]
    kept = [reason for reason in dict.fromkeys(reasons) if reason != answer.point.text]
    return " ".join(reason if reason[-1:] in ".!?…" else f"{reason}." for reason in kept[:_REASONS])


def _acting(flow: Flow) -> dict[int, list[Entry]]:
    """Return what speaks against each point, by its number; and what speaks for it, by its negative number."""
    found: dict[int, list[Entry]] = {}
    for line in flow.lines:
        for entry in line.entries:
            if entry.target:
                found.setdefault(entry.target if entry.kind in AGAINST else -entry.target, []).append(entry)
    return found
