"""Standards of proof: whether enough speaks for a claim, set against what speaks against it (Carneades)."""

from __future__ import annotations

from argmap.evaluate.proof.verdicts import Proof, ProofVerdicts

__all__ = ["Proof", "ProofVerdicts"]
