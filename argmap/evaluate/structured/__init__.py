"""The structured reading: arguments built from premises by strict and defeasible rules, as in ASPIC+."""

from __future__ import annotations

from argmap.evaluate.structured.theory import Rule, Theory

__all__ = ["Rule", "Theory"]
