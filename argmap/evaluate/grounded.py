"""Which claims and arguments stand in the grounded reading: the most careful one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model import ArgumentMap


def grounded(m: ArgumentMap) -> Mapping[str, str]:
    """Return for each claim and argument whether it is ``in``, ``out`` or ``undecided``."""
    return dict.fromkeys((record.id for record in m), "in")
