"""BRAT standoff: spans of a text and what they do to each other, as in the Argument Annotated Essays.

The ``.ann`` file names stretches of the ``.txt`` file beside it. Each is a claim, with its type as data `role` and its
place as `cites` of the source ``text``; the text itself is kept with that source. All spans of the type MajorClaim
restate one thesis: they are the wordings of one claim. ``supports`` and ``attacks`` are relations, and so is the
attribute Stance, of a claim to the thesis. Ids, and lines that argmap has no words for, are kept under `brat` in the
data of the map. Of two files that hold nothing but what argmap would write, no such data are made.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.formats.brat.reading import read
from argmap.formats.brat.writing import write
from argmap.formats.keeping import Facet, Keeps

if TYPE_CHECKING:
    from argmap.formats.given import Given

__all__ = ["KEEPS", "looks_like", "read", "write"]

_START = re.compile(r"\s*(?:T\d+\t\S+ \d+ \d+(?:;\d+ \d+)*\t|R\d+\t\S+ Arg1:\S+ Arg2:|A\d+\t\S+ [TR]\d+)", re.ASCII)
_F = Facet

KEEPS = Keeps(
    map=frozenset({_F.TITLE}),
    section=frozenset(),
    claim=frozenset({_F.ID, _F.TEXT, _F.TITLE}),
    argument=frozenset(),
    relation=frozenset(),
    kinds=frozenset({"support", "attack"}),
)


def looks_like(given: Given) -> bool:
    """Whether a text begins as the lines of BRAT do."""
    return _START.match(given.text[:10_000]) is not None
