"""What a judgement says of a claim or an argument."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Whether a claim or argument stands, by some judgement: an evaluation, or what the author says."""

    ACCEPTED = "accepted"
    """It stands."""
    REJECTED = "rejected"
    """It falls."""
    UNDECIDED = "undecided"
    """Neither."""
