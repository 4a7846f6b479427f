"""The text a map was read from: offsets to lines and columns, and lines to show under a message."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic, Span

_LINE_END = re.compile(r"\r\n|\n|\r")


class Place(NamedTuple):
    """A place as people name it.

    `line` and `column` count from 1; a column is one code point (a tab is one column).
    """

    name: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.name}:{self.line}:{self.column}"


class Part(NamedTuple):
    """A stretch of a merged text that came from one file: `text[start:]` is `source.text[offset:]`."""

    start: int
    source: Source
    offset: int


class Source:
    r"""A text and its name, usually that of a file.

    Offsets are code points from 0. A text that was put together from several files by ``@include`` knows of each
    stretch where it came from, so that places name the file that a person must open.

    Attributes:
        text: The text.
        name: What to call it, usually the name of its file.
        parts: The stretches that came from other files, if any did.
        diagnostics: What reading it said, once it was read.
        comments: Where comments stand in it, once it was read.

    Example:
        >>> source = Source("[A]: one\n  + [B]\n", "debate.argdown")
        >>> str(source.place(13))
        'debate.argdown:2:5'
    """

    __slots__ = ("_starts", "comments", "diagnostics", "name", "parts", "text")

    def __init__(self, text: str, name: str = "<text>", parts: tuple[Part, ...] = ()) -> None:
        self.text = text
        self.name = name
        self.parts = parts
        self.diagnostics: tuple[Diagnostic, ...] = ()
        self.comments: tuple[Span, ...] = ()
        self._starts: list[int] | None = None

    def __repr__(self) -> str:
        return f"<Source {self.name!r}: {len(self.text)} characters>"

    def line_starts(self) -> list[int]:
        """Return the offsets at which lines start; worked out once."""
        if self._starts is None:
            self._starts = [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        return self._starts

    def origin(self, offset: int) -> tuple[Source, int]:
        """Return the source that the character at `offset` was written in, and its offset there."""
        if not self.parts:
            return self, offset
        part = self.parts[max(0, bisect_right(self.parts, offset, key=lambda part: part.start) - 1)]
        inner = min(part.offset + max(0, offset - part.start), len(part.source.text))
        return part.source, inner

    def place(self, offset: int) -> Place:
        """Return the file, line and column of `offset`. Costs O(log n) after the first call."""
        source, offset = self.origin(offset)
        starts = source.line_starts()
        offset = max(0, min(offset, len(source.text)))
        line = bisect_right(starts, offset)
        return Place(source.name, line, offset - starts[line - 1] + 1)

    def line(self, offset: int) -> str:
        """Return the whole line that holds `offset`, without its line end."""
        source, offset = self.origin(offset)
        starts = source.line_starts()
        number = bisect_right(starts, max(0, min(offset, len(source.text))))
        start = starts[number - 1]
        end = starts[number] if number < len(starts) else len(source.text)
        return source.text[start:end].rstrip("\r\n")
