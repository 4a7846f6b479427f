"""Abstract argumentation: frameworks of arguments that attack each other, and what of them can be accepted together.

Dung, "On the acceptability of arguments and its fundamental role in nonmonotonic reasoning, logic programming and
n-person games", Artificial Intelligence 77, 1995. Nothing here knows of maps.
"""

from __future__ import annotations

from argmap.evaluate.dung.framework import Framework

__all__ = ["Framework"]
