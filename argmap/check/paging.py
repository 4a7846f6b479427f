"""On which page, line and paragraph of a text a passage stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

_MARK = re.compile(r"\[(?:p|pp|page)\.?\s*(\d{1,9})\]", re.IGNORECASE)
_MARKS = re.compile(rf"{_MARK.pattern}[ \t]*", re.IGNORECASE)
_BLOCK = re.compile(r"^[ \t]*\S[^\n]*(?:\n[ \t]*[^\s][^\n]*)*", re.MULTILINE)
_SENTENCE_ENDS = (".", "!", "?", ":", ";", "…", '"', "'", "”", "’", "»", ")")


def without_marks(text: str) -> str:
    """Return a text without the marks of its pages.

    Example:
        >>> without_marks("We do [p. 12] not know.")
        'We do not know.'
    """
    return _MARKS.sub("", text)


class Stretch(NamedTuple):
    """From which number to which, both included."""

    first: int
    last: int

    def meets(self, other: Stretch) -> bool:
        """Whether the two share a number."""
        return self.first <= other.last and other.first <= self.last

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


class Paging:
    r"""The pages, lines and paragraphs of a text.

    A page ends at a form feed, or starts at a mark such as ``[p. 12]``. Lines are those of the stored text. Paragraphs
    are parted by empty lines.

    Args:
        text: The text.
        first_page: The number of its first page, where pages end at form feeds.

    Example:
        >>> paging = Paging("One.\n\nTwo\nand more.\fThree.", first_page=7)
        >>> str(paging.pages(20, 22)), str(paging.lines(6, 12)), [str(each) for each in paging.paragraphs(6, 8)]
        ('8', '3-4', ['2', '2'])
    """

    def __init__(self, text: str, first_page: int = 1) -> None:
        self._text = text
        self._first_page = first_page

    def pages(self, start: int, end: int) -> Stretch | None:
        """Return the pages of `text[start:end]`; None where the text has no pages."""
        marks, numbers = self._marks
        if marks:
            low, high = bisect_right(marks, start) - 1, bisect_right(marks, max(start, end - 1)) - 1
            before = numbers[0] - 1
            return Stretch(numbers[low] if low >= 0 else before, numbers[high] if high >= 0 else before)
        feeds = self._feeds
        if not feeds:
            return None
        return Stretch(
            self._first_page + bisect_right(feeds, start), self._first_page + bisect_right(feeds, max(start, end - 1))
        )

    def lines(self, start: int, end: int) -> Stretch:
        """Return the lines of `text[start:end]`, from 1."""
        starts = self._line_starts
        return Stretch(bisect_right(starts, start), bisect_right(starts, max(start, end - 1)))

    def paragraphs(self, start: int, end: int) -> tuple[Stretch, Stretch]:
        """Return the paragraphs of `text[start:end]`, from 1, counted with headings and without.

        What is one line and does not end like a sentence counts as a heading.
        """
        blocks = self._blocks
        low = max(0, bisect_right(blocks, start, key=lambda block: block[0]) - 1)
        high = max(0, bisect_right(blocks, max(start, end - 1), key=lambda block: block[0]) - 1)
        if not blocks:
            return Stretch(1, 1), Stretch(1, 1)
        return Stretch(low + 1, high + 1), Stretch(blocks[low][1], blocks[high][1])

    @cached_property
    def _marks(self) -> tuple[list[int], list[int]]:
        found = list(_MARK.finditer(self._text))
        return [match.end() for match in found], [int(match[1]) for match in found]

    @cached_property
    def _feeds(self) -> list[int]:
        return [match.end() for match in re.finditer("\f", self._text)]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self._text))]

    @cached_property
    def _blocks(self) -> list[tuple[int, int]]:
        """Where each block starts, and how many blocks up to it, with it, are no headings."""
        found = []
        count = 0
        for match in _BLOCK.finditer(self._text):
            block = _MARK.sub("", match.group()).strip()
            if block:
                count += "\n" in block or block.endswith(_SENTENCE_ENDS)
                found.append((match.start(), count))
        return found
