"""Shares and large numbers in claims and arguments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.check.words.language import token_places

if TYPE_CHECKING:
    from argmap.check.subject import Subject
    from argmap.model.records import Argument, Claim

_PERCENT = re.compile(r"\d+(?:[.,]\d+)*\s?[%‰]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*\Z")
_BEFORE = 12


def figures_of(subject: Subject) -> tuple[tuple[Claim | Argument, int, int], ...]:
    r"""Return the statements with a share or a large number, and where its first one stands.

    That is a number before a percent sign, or before a word of the list ``magnitudes`` of the language. An argument
    that is spelt out is left out: its premises are claims. Use with `Subject.shared`.

    Example:
        >>> import argmap
        >>> from argmap.check.subject import Subject
        >>> m = argmap.parse("[A]: About 3 million pupils have a phone.\n  - <B>: In 2020 it was 7.5%.\n").map
        >>> [record.text[start:end] for record, start, end in figures_of(Subject(m))]
        ['3 million', '7.5%']
    """
    found: dict[str, tuple[Claim | Argument, int, int]] = {}
    for claim in subject.statements:
        if "%" in claim.text or "‰" in claim.text:
            match = _PERCENT.search(claim.text)
            if match is not None:
                found[claim.id] = (claim, *match.span())
    for record, hits in subject.hits("magnitudes"):
        if record.id in found:
            continue
        places = token_places(record.text)
        for first, last in hits:
            start, end = places[first][0], places[last - 1][1]
            before = record.text[max(0, start - _BEFORE) : start].split()
            if before and _NUMBER.match(before[-1]):
                found[record.id] = record, record.text.rindex(before[-1], 0, start), end
                break
    position = subject.index.position
    return tuple(found[name] for name in sorted(found, key=position.__getitem__))
