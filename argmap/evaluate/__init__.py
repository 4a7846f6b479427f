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

from importlib import import_module
from typing import TYPE_CHECKING

from argmap.evaluate.grounded import grounded

if TYPE_CHECKING:
    from argmap.evaluate.audiences import Acceptance, Audience, AudienceVerdicts, flip, succeeding
    from argmap.evaluate.evaluating import evaluate
    from argmap.evaluate.proof import Proof, ProofVerdicts
    from argmap.evaluate.reasons.camps import Camps, camps
    from argmap.evaluate.reasons.critical import Critical, critical
    from argmap.evaluate.reasons.reasons import Reasons
    from argmap.evaluate.reasons.what_if import WhatIf, what_if
    from argmap.evaluate.reasons.why import why
    from argmap.evaluate.strength import Influence, Strengths, influence, strengths
    from argmap.evaluate.verdicts import Verdicts

# Where each name lives; a module is imported when one of its names is first used.
_MODULES = {
    "Acceptance": "argmap.evaluate.audiences",
    "Audience": "argmap.evaluate.audiences",
    "AudienceVerdicts": "argmap.evaluate.audiences",
    "Camps": "argmap.evaluate.reasons",
    "Critical": "argmap.evaluate.reasons",
    "Influence": "argmap.evaluate.strength",
    "Proof": "argmap.evaluate.proof",
    "ProofVerdicts": "argmap.evaluate.proof",
    "Reasons": "argmap.evaluate.reasons",
    "Strengths": "argmap.evaluate.strength",
    "Verdicts": "argmap.evaluate.verdicts",
    "WhatIf": "argmap.evaluate.reasons",
    "camps": "argmap.evaluate.reasons",
    "critical": "argmap.evaluate.reasons",
    "evaluate": "argmap.evaluate.evaluating",
    "flip": "argmap.evaluate.audiences",
    "influence": "argmap.evaluate.strength",
    "strengths": "argmap.evaluate.strength",
    "succeeding": "argmap.evaluate.audiences",
    "what_if": "argmap.evaluate.reasons",
    "why": "argmap.evaluate.reasons",
}

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


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module 'argmap.evaluate' has no attribute {name!r}")
    found: object = getattr(import_module(_MODULES[name]), name)
    globals()[name] = found
    return found
