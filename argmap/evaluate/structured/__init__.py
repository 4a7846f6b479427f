"""The structured reading: arguments built from premises by strict and defeasible rules, as in ASPIC+.

A `Theory` holds premises, rules and what speaks against what; `theory_of` reads a map as one. `encoding` makes a
network of it, which stands for all arguments that can be built, in the `strengths` that they can have (`reach`), and
writes none of them down. `evaluate` says what stands.
"""

from __future__ import annotations

from argmap.evaluate.structured.evaluating import evaluate
from argmap.evaluate.structured.faults import faults
from argmap.evaluate.structured.reading import theory_of
from argmap.evaluate.structured.theory import Rule, Theory

__all__ = ["Rule", "Theory", "evaluate", "faults", "theory_of"]
