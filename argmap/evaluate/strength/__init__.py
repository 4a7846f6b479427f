"""How strong the claims and arguments of a map are, as numbers from 0 to 1, and what that depends on."""

from __future__ import annotations

from argmap.evaluate.strength.influence import Influence, influence
from argmap.evaluate.strength.strengths import Strengths, strengths

__all__ = ["Influence", "Strengths", "influence", "strengths"]
