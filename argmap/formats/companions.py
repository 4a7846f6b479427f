"""Two files that belong together, read as one text whose places are told by the names of both."""

from __future__ import annotations

import os
from dataclasses import replace

from argmap.diagnostics import Span
from argmap.errors import ReadError
from argmap.formats.given import Given
from argmap.formats.given import beside as path_beside
from argmap.source import Part, Source


def companion(given: Given, ending: str) -> tuple[Given | None, str, str]:
    """Return the file of the same name with another ending, what to call it, and why it cannot be read.

    It is called as the first is: by its path where that is, by its bare name where that is. None where there is none.
    """
    name = ""
    if given.path is not None:
        path = path_beside(given.path, ending)
        name = os.path.join(os.path.dirname(given.source.name), os.path.basename(path))  # noqa: PTH118, PTH119, PTH120
    try:
        found = given.beside(ending)
    except ReadError as error:
        return None, name, str(error).replace(repr(path_beside(given.path or "", ending)), repr(name))
    if found is None:
        return None, name, ""
    return Given(Source(found.text, name or found.source.name), found.path, found.problems), name, ""


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
