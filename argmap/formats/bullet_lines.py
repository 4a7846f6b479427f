"""Lists in plain text and Markdown: which line stands below which, by how far it is indented.

Tabs and spaces may be mixed, and levels be as wide as their author likes: a line stands below the nearest line above it
that is indented less. Lines without a bullet go on with the text above them, but for a heading such as ``Cons:``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.diagnostics import Span
from argmap.formats.bullet_words import group

if TYPE_CHECKING:
    from collections.abc import Iterator

TAB = 4
"""A tab goes to the next column that is a multiple of this."""

HEADING = "#"
"""The marker of a heading."""
PLAIN = ""
"""The marker of lines outside of a list."""
OVER = ":"
"""The marker of a line such as ``Pros:`` within a list."""

SIGNED = "✓✔✅👍➕✗✘✖❌👎➖"
"""Signs that are bullets, and say for or against."""

_LINE = re.compile(r"([ \t]*)([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")
_CLOSING = re.compile(r"[ \t]+#+[ \t]*\Z")
_SKIN = "\ufe0f\U0001f3fb-\U0001f3ff"  # signs that change how the one before is drawn
_BULLET = re.compile(
    r"([-*+–—]|[0-9]{1,3}[.)]|[A-Za-z]\))(?:[ \t]+(.*)|\Z)"
    rf"|([•‣◦·▪●○►▸⁃→➔➜➤]|[{SIGNED}])[{_SKIN}]*[ \t]*(.*)"
)
_BOX = re.compile(r"\A\[[ xX]\](?:[ \t]+|\Z)")  # of a list of things to do
_RULE = re.compile(r"(?:[-*_][ \t]*){3,}\Z")


@dataclass(slots=True)
class Item:
    """A bullet, a heading, or a stretch of other lines.

    Attributes:
        marker: Its bullet, such as ``-`` or ``1.``; `HEADING` or `PLAIN`.
        parts: Its text, line by line.
        span: The place of its first line.
        above: The number of the item that it stands below, or -1.
        is_uneven: Whether it is indented like none of the lines that it may go on with.
    """

    marker: str
    parts: list[str]
    span: Span
    above: int = -1
    is_uneven: bool = False

    @property
    def is_bullet(self) -> bool:
        """Whether it is part of a list."""
        return self.marker not in (HEADING, PLAIN)


def items(text: str) -> list[Item]:
    r"""Return what a text is made of. Linear; as deep as it likes.

    Example:
        >>> [(item.marker, item.parts, item.above) for item in items("It rains\n- Look\n   * wet\n- So\n they say")]
        [('', ['It rains'], -1), ('-', ['Look'], -1), ('*', ['wet'], 1), ('-', ['So', 'they say'], -1)]
    """
    found: list[Item] = []
    stack: list[tuple[int, int]] = []  # the column and the number of each item that lines may stand below
    is_after_blank = True
    for indent, line, span in _lines(text):
        if not line or _RULE.match(line):
            is_after_blank = True
            continue
        heading = _HEADING.match(line)
        is_over = ":" in line and group(line) is not None
        bullet = None if heading else _BULLET.match(line)
        column = _width(indent)
        if heading is not None:
            stack.clear()
            found.append(Item(HEADING, [_CLOSING.sub("", heading[2])], span))
        elif bullet is not None or (is_over and stack and column > stack[0][0]):
            marker, words = (OVER, line) if bullet is None else (bullet[1] or bullet[3], bullet[2] or bullet[4] or "")
            item = Item(marker, [_BOX.sub("", words)], span)
            last = column
            while stack and stack[-1][0] >= column:
                last = stack.pop()[0]
            item.is_uneven = last > column
            item.above = stack[-1][1] if stack else -1
            stack.append((column, len(found)))
            found.append(item)
        elif stack and not is_over and (not is_after_blank or column > stack[0][0]):
            while is_after_blank and stack[-1][0] >= column:
                stack.pop()
            found[stack[-1][1]].parts.append(line)
        elif found and found[-1].marker == PLAIN and not is_after_blank and not is_over:
            found[-1].parts.append(line)
        else:
            stack.clear()
            found.append(Item(PLAIN, [line], span))
        is_after_blank = False
    return found


def _lines(text: str) -> Iterator[tuple[str, str, Span]]:
    for line in _LINE.finditer(text):
        start, end = line.span(2)
        yield line[1], line[2].rstrip(), Span(start, max(end, start + 1) if start < len(text) else start)


def _width(indent: str) -> int:
    column = 0
    for sign in indent:
        column += TAB - column % TAB if sign == "\t" else 1
    return column
