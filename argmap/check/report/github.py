"""Annotations of a pull request on GitHub: workflow commands, one line a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.report.json import finding_as_data
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.result import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(report: Report) -> Iterator[str]:
    """Yield the lines of the report.

    The form is that of "Workflow commands for GitHub Actions" in the documentation of GitHub.
    """
    for each in report.files:
        for finding in each.findings:
            data = finding_as_data(finding, each.name)
            properties = {"file": data["file"]}
            if data["line"] is not None:
                properties |= {"line": data["line"], "col": data["column"], "endLine": data["end_line"]}
                if data["end_line"] == data["line"]:
                    properties["endColumn"] = max(data["column"], data["end_column"] - 1)
            properties["title"] = f"{finding.code} {finding.name}"
            listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
            yield f"::{_COMMANDS[finding.severity]} {listed}::{_data(finding.message)}"


def _data(text: str) -> str:
    r"""Return `text` so that it stays one message.

    Example:
        >>> _data("100%\nsure")
        '100%25%0Asure'
    """
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Return `text` so that it stays one property.

    Example:
        >>> _property("a:b,c")
        'a%3Ab%2Cc'
    """
    return _data(text).replace(":", "%3A").replace(",", "%2C")
