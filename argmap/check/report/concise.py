"""One line a finding, as compilers write them: `path:line:column: CODE severity: message (name)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.result import Report


def write(report: Report) -> Iterator[str]:
    """Yield the lines of the report."""
    for each in report.files:
        for finding in each.findings:
            message = " ".join(finding.message.split())
            where = finding.place or each.name
            yield f"{where}: {finding.code} {finding.severity}: {message} ({finding.name})"
