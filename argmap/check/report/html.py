"""A page to read, and the table that notebooks show."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.check.result import Report


def fragment(report: Report) -> str:
    """Return the findings as an HTML table, without a page round it."""
    return f"<p>{report.summary()}</p>"
