"""For programs: one JSON document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from argmap.excerpt import diagnostic_as_data

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
    fix = finding.fix
    facts = {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "about": finding.about,
        "message": finding.message,
        "fix": None if fix is None else {"title": fix.title, "safe": fix.is_safe},
    }
    if finding.source is None or finding.span is None:
        nowhere = dict.fromkeys(("line", "column", "end_line", "end_column"))
        return {"file": name, **nowhere, **facts, "related": []}
    return {**diagnostic_as_data(finding.diagnostic(), finding.source), **facts}
