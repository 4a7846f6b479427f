"""Values and audiences: who ranks which value first, and what stands for whom (Bench-Capon 2003)."""

from __future__ import annotations

from argmap.evaluate.audiences.audience import Audience, succeeding
from argmap.evaluate.audiences.flipping import flip
from argmap.evaluate.audiences.verdicts import Acceptance, AudienceVerdicts

__all__ = ["Acceptance", "Audience", "AudienceVerdicts", "flip", "succeeding"]
