"""Weighing: which claims and arguments stand."""

from __future__ import annotations

from argmap.evaluate.grounded import grounded

__all__ = ["grounded"]
