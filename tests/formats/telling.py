"""What is told of a text that was read, but for what is not about the format."""

from argmap.diagnostics import Diagnostic, Severity
from argmap.text import ParseResult

LOOKS = ("html-entity", "looks-like-cp1252")


def told(result: ParseResult) -> tuple[Diagnostic, ...]:
    """Return the diagnostics, but for hints that a text looks spoilt, and for the word that an empty map is empty."""
    nothing = ("no-claims", Severity.WARNING)
    return tuple(
        each
        for each in result.diagnostics
        if each.code not in LOOKS and (len(result.map) or (each.code, each.severity) != nothing)
    )
