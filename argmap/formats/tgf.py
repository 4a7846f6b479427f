"""Abstract frameworks in the Trivial Graph Format: a line for each argument, a line ``#``, and a line for each attack.

`argmap.formats.frameworks` says what becomes of a framework as a map, and of a map as a framework.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.frameworks import KEEPS, looks_like_framework, read_framework, write_framework

if TYPE_CHECKING:
    from argmap.formats.given import Given
    from argmap.formats.written import Written
    from argmap.model import ArgumentMap
    from argmap.text.reader import ParseResult

__all__ = ["KEEPS", "looks_like", "read", "write"]


def read(given: Given) -> ParseResult:
    """Return the map of a framework."""
    return read_framework(given, "tgf")


def write(m: ArgumentMap) -> Written:
    """Return the framework of a map: claims, arguments, and what attacks what."""
    return write_framework(m, "tgf")


def looks_like(given: Given) -> bool:
    """Whether a text is a framework in this format."""
    return looks_like_framework(given, "tgf")
