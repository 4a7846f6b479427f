"""For programs: one JSON document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.finding import Finding
    from argmap.check.result import Report


def write(report: Report) -> Iterator[str]:
    """Yield the lines of the report."""
    data = {
        "files": [
            {
                "file": each.name,
                "claims": each.claims,
                "suppressed": each.suppressed,
                "findings": [finding_as_data(finding, each.name) for finding in each.findings],
            }
            for each in report.files
        ],
        "fails": report.fails,
    }
    yield json.dumps(data, ensure_ascii=False, indent=2)


def finding_as_data(finding: Finding, name: str) -> dict[str, Any]:
    """Return a finding as names, numbers and words.

    Lines and columns count from 1, a column is one code point, and the end is the place behind the last one; all are
    None for a map that was not read from text.

    Args:
        finding: The finding.
        name: What to call its file where the finding does not know.
    """
    start = finding.place
    source, span = finding.source, finding.span
    end = source.place(span.end) if source is not None and span is not None else None
    fix = finding.fix
    return {
        "file": start.name if start else name,
        "line": start.line if start else None,
        "column": start.column if start else None,
        "end_line": end.line if end else None,
        "end_column": end.column if end else None,
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "about": finding.about,
        "message": finding.message,
        "related": [
            {"file": place.name, "line": place.line, "column": place.column, "message": words}
            for place, words in (
                (source.place(span.start), words) for span, words in finding.related if source is not None
            )
        ],
        "fix": None if fix is None else {"title": fix.title, "safe": fix.is_safe},
    }
