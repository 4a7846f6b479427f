"""The bold, italic and linked stretches of a text, found again in the lines in which it is set."""

from __future__ import annotations

from itertools import accumulate, groupby
from typing import TYPE_CHECKING, NamedTuple

from argmap.model.records import RangeKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.model.records import Range

_TAGS = {RangeKind.BOLD: "b", RangeKind.ITALIC: "i", RangeKind.LINK: "u"}


class Run(NamedTuple):
    """A stretch of a line that is set in one way.

    Attributes:
        words: Its words, with the spaces round them.
        tags: How it is set: ``b`` for bold, ``i`` for italic, ``u`` for underlined as a link is, or several of them.
    """

    words: str
    tags: str


def runs_of(lines: Sequence[str], text: str, ranges: Sequence[Range]) -> list[list[Run]]:
    """Return the runs of each line of a text. Linear in what is seen of it and in the ranges.

    The lines hold the signs of the text in their order, but for white space and for what cannot be drawn: so the
    signs that are neither are counted off against each other. What is no sign of the text (``…``) is set plainly.

    Example:
        >>> from argmap.model.records import Range
        >>> bold = Range(RangeKind.BOLD, 4, 12)
        >>> runs_of(["All men are", "mortal"], "All men  are mortal", [bold])[0]
        [Run(words='All ', tags=''), Run(words='men are', tags='b')]
    """
    marked = _tags_of(text, ranges)
    signs = iter([index for index, sign in enumerate(text[: len(marked)]) if not sign.isspace()])
    found = []
    for line in lines:
        tags: list[str] = []
        for sign in line:
            if sign == " ":
                tags.append(" ")
                continue
            here = next((index for index in signs if text[index] == sign), None)
            tags.append("" if here is None else marked[here])
        for index, tag in enumerate(tags):
            if tag == " ":  # between two words that are set alike, a space is as well
                before, after = (tags[index - 1] if index else ""), next((t for t in tags[index + 1 :] if t != " "), "")
                tags[index] = before if before == after else ""
        pairs = groupby(zip(line, tags, strict=True), key=lambda pair: pair[1])
        found.append([Run("".join([sign for sign, _ in signs_of_run]), tag) for tag, signs_of_run in pairs])
    return found


def _tags_of(text: str, ranges: Sequence[Range]) -> list[str]:
    """Return how each sign of a text is set."""
    size = len(text)
    parts: list[Iterator[str]] = []
    for kind, tag in _TAGS.items():
        turns = [0] * (size + 1)
        for one in ranges:
            if one.kind is kind:
                turns[min(max(one.start, 0), size)] += 1
                turns[min(max(one.end, 0), size)] -= 1
        parts.append(iter([tag if depth > 0 else "" for depth in accumulate(turns)][:size]))
    return ["".join(tags) for tags in zip(*parts, strict=True)]


def is_marked(ranges: Sequence[Range]) -> bool:
    """Return whether any of the ranges is drawn: tags and mentions are not."""
    return any(one.kind in _TAGS for one in ranges)
