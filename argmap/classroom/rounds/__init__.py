"""Rounds of debate: who speaks when, flow sheets, briefs."""

from __future__ import annotations

from argmap.classroom.rounds.briefs import briefs
from argmap.classroom.rounds.entries import Entry, Line
from argmap.classroom.rounds.flow import Flow, flow
from argmap.classroom.rounds.formats import Format, Speech, format_named, formats
from argmap.classroom.rounds.judging import judge_sheet
from argmap.classroom.rounds.reading import FlowRead, read_flow
from argmap.classroom.rounds.roles import role_cards

__all__ = [
    "Entry",
    "Flow",
    "FlowRead",
    "Format",
    "Line",
    "Speech",
    "briefs",
    "flow",
    "format_named",
    "formats",
    "judge_sheet",
    "read_flow",
    "role_cards",
]
