"""Reasons: why a claim stands, what would change it, and which positions one can hold."""

from __future__ import annotations

from argmap.evaluate.reasons.causes import Rule
from argmap.evaluate.reasons.reasons import Reasons
from argmap.evaluate.reasons.talk import Step
from argmap.evaluate.reasons.why import why

__all__ = ["Reasons", "Rule", "Step", "why"]
