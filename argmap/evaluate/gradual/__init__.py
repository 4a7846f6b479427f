"""Gradual semantics: how strong claims are, as numbers from 0 to 1, where some support and some attack each other.

Nothing here knows of maps.
"""

from __future__ import annotations

from argmap.evaluate.gradual.qbaf import Qbaf
from argmap.evaluate.gradual.semantics import SEMANTICS, Semantics, named
from argmap.evaluate.gradual.solving import Solution, strengths

__all__ = ["SEMANTICS", "Qbaf", "Semantics", "Solution", "named", "strengths"]
