"""The forms of a report: one module each, a function `write(report)` that yields lines."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from argmap.errors import UnknownNameError, nearest_or_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.result import Report

FORMS = ("full", "concise", "json", "github", "sarif", "junit", "html")
"""The forms, each a module of this name."""


def write_report(report: Report, form: str) -> Iterator[str]:
    """Yield the lines of a report in one of `FORMS`.

    Raises:
        UnknownNameError: If there is no such form.

    Example:
        >>> from argmap.check.result import Report
        >>> list(write_report(Report(), "concise"))
        []
    """
    if form not in FORMS:
        hint = nearest_or_all(form, FORMS)
        raise UnknownNameError(f"There is no form of report {form!r}.{hint}")
    lines: Iterator[str] = import_module(f"argmap.check.report.{form}").write(report)
    # Texts and data may hold halves of surrogate pairs, which no file can.
    return (line if line.isascii() else line.encode("utf-8", "replace").decode() for line in lines)
