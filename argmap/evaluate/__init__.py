"""Weighing: which claims and arguments of a map stand, how strong they are, and why.

A map becomes a `network` of inferences and attacks, and that an abstract `framework` of arguments that attack each
other. `evaluating` gives a verdict on every claim and argument by a semantics of the literature; `grounded` is the most
careful one, and the quickest; `comparing` sets several side by side. The rooms:

* `dung` solves abstract frameworks, and `gradual` computes strengths in weighted graphs; both know no map.
* `reasons` say why, and what would change it; `audiences` rank values; `proof` asks for standards of proof.
* `structured` looks inside arguments, at strict and defeasible steps, and compares arguments.
* `strength` makes a weighted graph of a map, and tells strengths from 0 to 1 and what they depend on.
"""

from __future__ import annotations

from argmap.evaluate.audiences import Acceptance, Audience, AudienceVerdicts, flip, succeeding
from argmap.evaluate.evaluating import evaluate
from argmap.evaluate.grounded import grounded
from argmap.evaluate.proof import Proof, ProofVerdicts
from argmap.evaluate.reasons import Camps, Critical, Reasons, WhatIf, camps, critical, what_if, why
from argmap.evaluate.strength import Influence, Strengths, influence, strengths
from argmap.evaluate.verdicts import Verdicts

__all__ = [
    "Acceptance",
    "Audience",
    "AudienceVerdicts",
    "Camps",
    "Critical",
    "Influence",
    "Proof",
    "ProofVerdicts",
    "Reasons",
    "Strengths",
    "Verdicts",
    "WhatIf",
    "camps",
    "critical",
    "evaluate",
    "flip",
    "grounded",
    "influence",
    "strengths",
    "succeeding",
    "what_if",
    "why",
]
