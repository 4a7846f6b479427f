"""Rounds of debate: who speaks when, flow sheets, briefs."""
