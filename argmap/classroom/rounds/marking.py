"""What became of the points on a flow: answered, dropped, extended, or new where nothing new may be said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.classroom.rounds.entries import Entry, Line, Mark
    from argmap.classroom.rounds.flow import Flow
    from argmap.classroom.rounds.formats import Speech

AGAINST = ("attack", "undercut", "contrary", "contradictory")


def marked(flow: Flow) -> tuple[Line, ...]:
    """Return the lines of a flow with marks. Linear in the points, times the number of speeches.

    - answered: a point of the other side, said later, speaks against it or a part of it.
    - dropped: it was not answered, though the other side had a speech to; only what belongs to a case or is an answer
      has to be answered, and what was conceded has not.
    - extended: its side named it again in a later speech, or gave a reason for it in one.
    - new: it was said first in a speech in which nothing new may be said; or, where only answers may be new, it answers
      nothing that the other side had said before.
    """
    order = {speech.code: place for place, speech in enumerate(flow.format.columns)}
    columns = flow.format.columns
    main = {entry.number: entry for entry in flow.entries()}
    on: dict[int, list[tuple[str, Entry]]] = {}
    for line in flow.lines:
        for entry in line.entries:
            on.setdefault(entry.target, []).append((entry.kind, main[entry.number]))
    on.pop(0, None)

    def marks(entry: Entry) -> tuple[Mark, ...]:
        place = order[entry.speeches[0]]
        later = [(kind, each) for kind, each in on.get(entry.number, ()) if order[each.speeches[0]] > place]
        found: list[Mark] = []
        is_answered = any(kind in AGAINST and each.side != entry.side for kind, each in later)
        if is_answered:
            found.append("answered")
        elif _is_due(entry) and any(_may_answer(speech, entry.side) for speech in columns[place + 1 :]):
            found.append("dropped")
        if len(entry.speeches) > 1 or any(kind not in AGAINST and each.side == entry.side for kind, each in later):
            found.append("extended")
        if _is_new(entry, columns[place], main, order):
            found.append("new")
        return tuple(found)

    made = {number: marks(entry) for number, entry in main.items()}
    return tuple(
        replace(line, entries=tuple(replace(entry, marks=made[entry.number]) for entry in line.entries))
        for line in flow.lines
    )


def _is_due(entry: Entry) -> bool:
    return (entry.depth == 0 or entry.kind in AGAINST) and not entry.point.is_conceded


def _may_answer(speech: Speech, side: str) -> bool:
    return speech.side != side and speech.answers and speech.new != "none"


def _is_new(entry: Entry, speech: Speech, main: dict[int, Entry], order: dict[str, int]) -> bool:
    if speech.new == "all":
        return False
    if speech.new == "none" or entry.target == 0:
        return True
    target = main[entry.target]
    is_before = order[target.speeches[0]] < order[entry.speeches[0]]
    if entry.kind in AGAINST:
        return target.side == entry.side or not is_before
    # A reason for what was said before is no new argument, and stands or falls with what it is said with.
    return False
