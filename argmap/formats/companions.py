"""Two files that belong together, read as one text whose places are told by the names of both."""

from __future__ import annotations

from dataclasses import replace

from argmap.diagnostics import Span
from argmap.formats.given import Given
from argmap.source import Part, Source


def together(first: Given, second: Given) -> tuple[Given, int]:
    r"""Return two texts as one, and where the second starts in it.

    Example:
        >>> both, start = together(Given(Source("a\nb", "a.csv")), Given(Source("c\nd", "b.csv")))
        >>> start, str(both.source.place(start + 2))
        (4, 'b.csv:2:1')
    """
    start = len(first.text) + 1
    parts = (Part(0, first.source, 0), Part(start, second.source, 0))
    source = Source(f"{first.text}\n{second.text}", first.source.name, parts)
    moved = (replace(each, span=Span(each.span.start + start, each.span.end + start)) for each in second.problems)
    return Given(source, first.path, (*first.problems, *moved)), start
