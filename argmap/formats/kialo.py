"""The text export of Kialo: one claim a line, named by its position, for or against the one above it.

::

    Discussion Title: Should voting be compulsory?

    1. Voting should be compulsory.
    1.1. Pro: It makes parliaments more like the people.
    1.1.1. Con: -> See 1.2.
    1.2. Con: It takes a freedom away.

Positions are the ids of the claims in the map; ``-> See 1.2.`` puts a claim in a second place. What a map has beyond
claims, links in their texts, and what speaks for and against them, is lost: see `argmap.formats.forest_words`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.formats.forest import CON, PRO, forest
from argmap.formats.forest_words import KEEPS, Words
from argmap.formats.kialo_lines import KialoReading
from argmap.formats.links import KIALO
from argmap.formats.written import Written

if TYPE_CHECKING:
    from argmap.formats.given import Given
    from argmap.model import ArgumentMap
    from argmap.text.reader import ParseResult

__all__ = ["KEEPS", "looks_like", "read", "write"]

_DEEPEST = 200
"""How deep argmap nests claims when it writes: positions grow with the depth."""
_LOOKS_LIKE = re.compile(rf"\s*(?:Discussion Title:|1\. [^\r\n]*\s+1\.[0-9]+\. (?:{PRO}|{CON}): )")
_LIKE_A_POINTER = re.compile(r"->\s*See\b", re.IGNORECASE)


def read(given: Given) -> ParseResult:
    """Return the map of an export; what is wrong with its positions and pointers is said, and the rest read."""
    return KialoReading(given).result()


def write(m: ArgumentMap) -> Written:
    """Return a map as a text export, a forest below its theses."""
    grown = forest(m, _DEEPEST)
    words = Words(m, grown, KIALO, "Kialo")
    parts = [f"Discussion Title: {words.title()}".rstrip(), ""]
    for line in grown.lines:
        text = f"-> See {grown.home[line.record]}." if line.see else words.of(line.record)
        if not line.see and _LIKE_A_POINTER.match(text):
            text = "\\" + text
        parts.append(f"{line.number}. {line.stance}: {text}" if line.stance else f"{line.number}. {text}")
    return Written("\n".join(parts) + "\n", tuple(words.losses))


def looks_like(given: Given) -> bool:
    """Whether a text begins as an export does: with the title of a discussion, or with a claim and what answers it."""
    return _LOOKS_LIKE.match(given.text) is not None
