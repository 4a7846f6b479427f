"""Diagnostics for a person: the place, the sentence, the line of the text, and carets under the stretch that is meant.

debate.argdown:3:9: error: The italic text that starts with * is never closed. ...
    3 | [A]: It *rains.
      |         ^
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from argmap.cells import cells, visible
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.diagnostics import Diagnostic, Span
    from argmap.source import Source

WIDTH = 100
"""How many cells of a source line are shown where there is no terminal to ask."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_TAB = 4


def show_diagnostic(diagnostic: Diagnostic, source: Source, width: int = WIDTH) -> str:
    """Return a diagnostic as lines of text, with colours, which `click.echo` takes out where nobody sees them.

    Args:
        diagnostic: What there is to say.
        source: The text it is about.
        width: How many cells wide a line of the text may be shown; more of it is cut away.

    Example:
        >>> from argmap.diagnostics import Diagnostic, Span
        >>> from argmap.source import Source
        >>> shown = show_diagnostic(
        ...     Diagnostic(code="x", message="This is wrong.", span=Span(4, 7)), Source("It is so", "a.argdown")
        ... )
        >>> print(click.unstyle(shown))
        a.argdown:1:5: error: This is wrong.
            1 | It is so
              |     ^^^
    """
    parts = [_said(diagnostic.span, diagnostic.severity, diagnostic.message, source, width)]
    parts += [_said(span, Severity.INFO, f"This is {words}.", source, width) for span, words in diagnostic.related]
    return "\n".join(parts)


def show_sentence(name: str, message: str, severity: Severity = Severity.ERROR) -> str:
    """Return a sentence about a file as a whole.

    Example:
        >>> print(click.unstyle(show_sentence("a.json", "It is empty.", Severity.WARNING)))
        a.json: warning: It is empty.
    """
    return f"{click.style(visible(name), bold=True)}: {_word(severity)}: {visible(message)}"


def diagnostic_as_data(diagnostic: Diagnostic, source: Source) -> dict[str, Any]:
    """Return a diagnostic for programs: names, numbers and words only.

    Lines and columns count from 1, a column is one code point, and the end is the place behind the last one.
    """
    start, end = source.place(diagnostic.span.start), source.place(diagnostic.span.end)
    return {
        "file": start.name,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "severity": str(diagnostic.severity),
        "code": diagnostic.code,
        "message": diagnostic.message,
        "related": [
            {"file": place.name, "line": place.line, "column": place.column, "message": words}
            for place, words in ((source.place(span.start), words) for span, words in diagnostic.related)
        ],
    }


def _word(severity: Severity) -> str:
    return click.style(severity.word, fg=_COLOURS[severity], bold=True)


def _said(span: Span, severity: Severity, message: str, source: Source, width: int) -> str:
    place = source.place(span.start)
    name = click.style(f"{visible(place.name)}:{place.line}:{place.column}", bold=True)
    head = f"{name}: {_word(severity)}: {visible(message)}"
    line = source.line(span.start)
    if not line.strip():
        return head
    number = f"{place.line:>5}"
    room = max(20, width - len(number) - 3)
    shown, before, under = _cut(line, place.column - 1, span.end - span.start, room)
    bar = click.style("|", fg="blue")
    carets = click.style("^" * under, fg=_COLOURS[severity], bold=True)
    return f"{head}\n{click.style(number, fg='blue')} {bar} {shown}\n{' ' * len(number)} {bar} {' ' * before}{carets}"


def _cut(line: str, start: int, length: int, room: int) -> tuple[str, int, int]:
    """Return what to show of a line, the cells before the place, and the cells of the place."""
    start = min(start, len(line))
    end = min(len(line), start + max(1, length))
    # No more signs than this can matter, however long the line is.
    first, last = max(0, start - room), min(len(line), start + room + 1)
    shown = list(_signs(line[first:last]))
    widths = [cells(sign) for sign in shown]
    at, stop = start - first, min(end, last) - first
    before, under = sum(widths[:at]), max(1, sum(widths[at:stop]))
    dropped = 0
    if before + under >= room:
        # Most of what stands before the place, unless the place itself needs the room.
        keep = max(room // 3, (room - under) * 2 // 3)
        while before > keep:
            before -= widths[dropped]
            dropped += 1
    left = "…" if first or dropped else ""
    used, text = len(left), ""
    is_cut = last < len(line) or used + sum(widths[dropped:]) > room
    for sign, size in zip(shown[dropped:], widths[dropped:], strict=True):
        if used + size > room - is_cut:
            break
        text, used = text + sign, used + size
    before += len(left)
    return f"{left}{text}{'…' if is_cut else ''}".rstrip(), before, max(1, min(under, used - before))


def _signs(line: str) -> Iterator[str]:
    """Yield what stands for each sign of a line: blanks for a tab, names for what a terminal would obey."""
    column = 0
    for sign in line:
        shown = " " * (_TAB - column % _TAB) if sign == "\t" else visible(sign)
        column += cells(shown)
        yield shown
