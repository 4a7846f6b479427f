"""Rounds of debate: who speaks when, flow sheets, briefs."""

from __future__ import annotations

from argmap.classroom.rounds.flow import Entry, Flow, Line, flow
from argmap.classroom.rounds.formats import Format, Speech, format_named, formats

__all__ = ["Entry", "Flow", "Format", "Line", "Speech", "flow", "format_named", "formats"]
