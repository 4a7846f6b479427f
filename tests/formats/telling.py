"""What is told of a text that was read, but for hints on texts that look as if they were spoilt on the way."""

from argmap.diagnostics import Diagnostic
from argmap.text import ParseResult

LOOKS = ("html-entity", "looks-like-cp1252")


def told(result: ParseResult) -> tuple[Diagnostic, ...]:
    """Return the diagnostics; generated texts hold what looks spoilt, and it is not about the format."""
    return tuple(each for each in result.diagnostics if each.code not in LOOKS)
