"""Which parts of a text stand in quotation marks."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"“[^“”]*[“”]|„[^“”„]*[“”]|«[^«»]*»|»[^«»]*«|\"[^\"]*\"|‘[^‘]*?’(?!\w)|(?<!\w)'[^']*'(?!\w)")


def quoted(text: str) -> list[tuple[int, int]]:
    """Return where the quotations in a text start and end, with their marks.

    Example:
        >>> quoted('He said "no" and left.')
        [(8, 12)]
        >>> quoted("Don't ban the dogs' meadow.")
        []
    """
    return [match.span() for match in _QUOTED.finditer(text)]


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` stands in quotation marks, or is a part of it that does.

    Example:
        >>> is_quoted('He said "no" and left.', 9, 11)
        True
    """
    return any(first <= start and end <= last for first, last in quoted(text))
