"""Which engine finds the extensions of which semantics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.evaluate.dung.models import Admissible, Complete, Stable
from argmap.evaluate.dung.naive import ConflictFree, Naive
from argmap.evaluate.dung.preferred import Ideal, Preferred
from argmap.evaluate.dung.ranges import Eager, SemiStable, Stage
from argmap.evaluate.dung.recursive import CF2, Stage2

if TYPE_CHECKING:
    from argmap.evaluate.dung.engine import Engine

ENGINES: dict[str, type[Engine]] = {
    "CF": ConflictFree,
    "NA": Naive,
    "AD": Admissible,
    "CO": Complete,
    "PR": Preferred,
    "ST": Stable,
    "SST": SemiStable,
    "STG": Stage,
    "ID": Ideal,
    "EAG": Eager,
    "CF2": CF2,
    "STG2": Stage2,
}
"""By the code of the semantics. The grounded extension needs none: the rest of a framework apart from it is empty."""
