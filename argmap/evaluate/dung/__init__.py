"""Abstract argumentation: frameworks of arguments that attack each other, and what of them can be accepted together.

Dung, "On the acceptability of arguments and its fundamental role in nonmonotonic reasoning, logic programming and
n-person games", Artificial Intelligence 77, 1995. Nothing here knows of maps.
"""

from __future__ import annotations

from argmap.evaluate.dung.answers import Answer, Extensions
from argmap.evaluate.dung.framework import Framework
from argmap.evaluate.dung.labellings import Labelling
from argmap.evaluate.dung.semantics import SEMANTICS, Semantics, semantics_named

__all__ = ["SEMANTICS", "Answer", "Extensions", "Framework", "Labelling", "Semantics", "semantics_named"]
