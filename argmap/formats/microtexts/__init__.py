"""arg-microtexts: the XML of the corpora of short argumentative texts, whose units speak for and against one thesis.

A unit (``adu``) is a claim; its segments (``edu``) are its wordings, and its type, ``pro`` or ``opp``, is data `side`.
A ``sup`` is a support, an ``exa`` a support with data `scheme: example`, a ``reb`` an attack. Where another edge refers
to one of these, it is an argument whose id is that of the edge: ``add`` gives it a premise more, ``und`` undercuts it.
The unit that speaks for nothing further is the thesis. What argmap has no words for (the topic, the stance, ids of
segments and edges, implied segments) is kept under `microtexts` in the data of the map, and written back.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.formats.keeping import Facet, Keeps
from argmap.formats.microtexts.reading import read
from argmap.formats.microtexts.writing import write

if TYPE_CHECKING:
    from argmap.formats.given import Given

__all__ = ["KEEPS", "looks_like", "read", "write"]

_START = re.compile(
    r"(?:\s++|<\?xml[^>]*+>|<!--(?:[^-]|-(?!->))*+-->|<!DOCTYPE[^>\[]*+(?:\[[^\]]*+\]\s*+)?>)*+<(?:\w+:)?arggraph[\s/>]"
)
_F = Facet

KEEPS = Keeps(
    map=frozenset({_F.TITLE}),
    section=frozenset(),
    claim=frozenset({_F.ID, _F.TEXT, _F.TITLE, _F.WORDINGS}),
    argument=frozenset({_F.ID, _F.RECORD}),
    relation=frozenset({_F.DIRECTION}),
    kinds=frozenset({"support", "attack", "undercut"}),
)


def looks_like(given: Given) -> bool:
    """Whether a text begins as such XML does."""
    return _START.match(given.text[:20_000]) is not None
