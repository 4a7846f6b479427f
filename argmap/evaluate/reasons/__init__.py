"""Reasons: why a claim stands, what would change it, and which positions one can hold.

All of it works on the `Network` of a map. `causes` proves step by step why each position stands or falls, `loops`
traces what stays undecided to a circle, and `defence` finds small sets that hold out; `talk` puts such proofs into
sentences. `why` and `discussion` make `Reasons` of them; `what_if`, `critical` and `camps` ask what else could be.
"""

from __future__ import annotations

from argmap.evaluate.reasons.camps import Camp, Camps, Question, camps
from argmap.evaluate.reasons.causes import Rule
from argmap.evaluate.reasons.critical import Critical, critical
from argmap.evaluate.reasons.flipping import Flip
from argmap.evaluate.reasons.reasons import Reasons
from argmap.evaluate.reasons.talk import Step
from argmap.evaluate.reasons.what_if import Change, WhatIf, what_if
from argmap.evaluate.reasons.why import why

__all__ = [
    "Camp",
    "Camps",
    "Change",
    "Critical",
    "Flip",
    "Question",
    "Reasons",
    "Rule",
    "Step",
    "WhatIf",
    "camps",
    "critical",
    "what_if",
    "why",
]
