"""Reading and writing Argdown: text to map, map to text, text to tidy text."""

from __future__ import annotations

from argmap.text.reader import ParseResult, parse

__all__ = ["ParseResult", "parse"]
