"""The lines of a BRAT file: spans of the text, attributes, relations, and the others as they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPAN = re.compile(r"(T[^\t ]+)\t(\S+) (\d{1,12} \d{1,12}(?:;\d{1,12} \d{1,12})*+)(?:\t(.*))?", re.ASCII | re.DOTALL)
_ATTRIBUTE = re.compile(r"(A[^\t ]+)\t(\S+) (\S+)(?: ([^\t]*))?[\t ]*", re.ASCII)
_RELATION = re.compile(r"(R[^\t ]+)\t(\S+) Arg1:(\S+) Arg2:(\S+)[\t ]*", re.ASCII)
_OTHERS = "*EM#N"


class Span(NamedTuple):
    """A marked stretch of the text: a line that begins with T.

    Attributes:
        id: Its name.
        type: What it is.
        ends: Where its parts start and end (exclusive), in code points of the text.
        text: The words, as the line has them.
        start: Where the line starts.
    """

    id: str
    type: str
    ends: tuple[tuple[int, int], ...]
    text: str
    start: int


class Link(NamedTuple):
    """A line that begins with A or R: a word about one span, or from one to another.

    Attributes:
        id: Its name.
        word: Its type.
        source: The span that it is about, or from which it leads.
        target: The value of an attribute, or the span to which a relation leads.
        start: Where the line starts.
    """

    id: str
    word: str
    source: str
    target: str
    start: int


class Other(NamedTuple):
    """A line that argmap has no words for, or that is broken.

    Attributes:
        text: The line.
        start: Where it starts.
        is_known: Whether BRAT has such lines.
    """

    text: str
    start: int
    is_known: bool


def lines_of(text: str) -> Iterator[Span | Link | Other]:
    r"""Yield what the lines of a file say. Linear.

    Example:
        >>> for line in lines_of("T1\tClaim 0 8\tIt rains\nA1\tStance T1 For\n#1\tAnnotatorNotes T1\tsure?\n"):
        ...     print(line)
        Span(id='T1', type='Claim', ends=((0, 8),), text='It rains', start=0)
        Link(id='A1', word='Stance', source='T1', target='For', start=22)
        Other(text='#1\tAnnotatorNotes T1\tsure?', start=39, is_known=True)
    """
    start = len(text) - len(text.lstrip("\ufeff"))
    for line in text[start:].split("\n"):
        bare = line.removesuffix("\r")
        if bare.strip():
            yield _line(bare, start)
        start += len(line) + 1


def _line(line: str, start: int) -> Span | Link | Other:
    sign = line[0]
    if sign == "T" and (found := _SPAN.fullmatch(line)):
        pairs = (part.split(" ") for part in found[3].split(";"))
        return Span(found[1], found[2], tuple((int(a), int(b)) for a, b in pairs), found[4] or "", start)
    if sign == "A" and (found := _ATTRIBUTE.fullmatch(line)):
        return Link(found[1], found[2], found[3], found[4] or "", start)
    if sign == "R" and (found := _RELATION.fullmatch(line)):
        return Link(found[1], found[2], found[3], found[4], start)
    return Other(line, start, sign in _OTHERS)
