"""Linked premises in one card, as in Rationale: an argument is a title bar over its numbered premises."""

from __future__ import annotations

from argmap.render.style import Style

STYLE = Style()
"""The style `cards`; all that it decides is what a `Style` decides by itself."""
