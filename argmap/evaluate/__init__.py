"""Weighing: which claims and arguments of a map stand, how strong they are, and why.

A map becomes a `network` of inferences and attacks, and that an abstract `framework` of arguments that attack each
other. `evaluating` gives a verdict on every claim and argument by a semantics of the literature; `grounded` is the most
careful one, and the quickest. The room `dung` solves abstract frameworks, `gradual` computes strengths, and `reasons`
says why, and what would change it.
"""

from __future__ import annotations

from argmap.evaluate.evaluating import evaluate
from argmap.evaluate.grounded import grounded
from argmap.evaluate.reasons import Camps, Critical, Reasons, WhatIf, camps, critical, what_if, why
from argmap.evaluate.verdicts import Verdicts

__all__ = [
    "Camps",
    "Critical",
    "Reasons",
    "Verdicts",
    "WhatIf",
    "camps",
    "critical",
    "evaluate",
    "grounded",
    "what_if",
    "why",
]
