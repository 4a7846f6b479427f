"""Weighing: which claims and arguments stand.

So far there is one reading, the grounded one (`grounded`). It takes a map as a network of inferences and attacks, and
accepts only what nobody can reasonably deny; where two sides merely contradict each other, it leaves both undecided.
"""

from __future__ import annotations

from argmap.evaluate.grounded import grounded

__all__ = ["grounded"]
