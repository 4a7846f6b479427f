"""Weighing: which claims and arguments of a map stand, how strong they are, and why.

A map becomes a `network` of inferences and attacks, and that an abstract `framework` of arguments that attack each
other. `evaluating` gives a verdict on every claim and argument by a semantics of the literature; `grounded` is the most
careful one, and the quickest. The room `dung` solves abstract frameworks. `reasons` say why, and what would change it.
`audiences` rank values, and `proof` asks for standards of proof.

With `weights`, a map becomes a weighted `bipolar` graph; `strengths` are numbers from 0 to 1, which the room `gradual`
computes, and `influence` says how much each claim and argument has to do with that of one.
"""

from __future__ import annotations

from argmap.evaluate.audiences import Acceptance, Audience, AudienceVerdicts, flip, succeeding
from argmap.evaluate.evaluating import evaluate
from argmap.evaluate.grounded import grounded
from argmap.evaluate.influence import Influence, influence
from argmap.evaluate.proof import Proof, ProofVerdicts
from argmap.evaluate.reasons import Camps, Critical, Reasons, WhatIf, camps, critical, what_if, why
from argmap.evaluate.strengths import Strengths, strengths
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
