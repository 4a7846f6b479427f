"""SARIF 2.1.0, the form in which static analysis tools tell code hosts and editors what they found."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from argmap.check.registry import all_rules
from argmap.check.rule import FAMILIES
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.finding import Finding
    from argmap.check.result import Report
    from argmap.check.rule import Rule
    from argmap.diagnostics import Span
    from argmap.source import Source

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def write(report: Report) -> Iterator[str]:
    """Yield the lines of the report: one run, with the pages of the rules that found something.

    The form is the OASIS standard "Static Analysis Results Interchange Format (SARIF) Version 2.1.0" of 2020.
    """
    from importlib.metadata import version

    told = report.counts().keys()
    held = [rule for rule in all_rules() if rule.code in told]
    places = {rule.code: place for place, rule in enumerate(held)}
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "argmap", "version": version("argmap"), "rules": [*map(_rule, held)]}},
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(finding, each.name, places[finding.code])
                    for each in report.files
                    for finding in each.findings
                ],
            }
        ],
    }
    yield json.dumps(log, ensure_ascii=False, indent=2)


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [FAMILIES[rule.family]]},
    }


def _result(finding: Finding, name: str, place: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": place,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(finding.source, finding.span, name)],
    }
    if finding.about is not None:
        result["locations"][0]["logicalLocations"] = [{"name": finding.about, "kind": "element"}]
    if finding.related and finding.source is not None:
        result["relatedLocations"] = [
            {"id": number, **_location(finding.source, span, name), "message": {"text": words}}
            for number, (span, words) in enumerate(finding.related)
        ]
    # The same finding keeps its print when lines are added above it.
    said = "\0".join((finding.code, finding.about or "", finding.message))
    result["partialFingerprints"] = {"argmap/v1": sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]}
    if finding.fix is not None and finding.source is not None:
        changes: dict[str, list[dict[str, Any]]] = {}
        for edit in finding.fix.edits:
            there = _location(finding.source, edit.span, name)["physicalLocation"]
            changes.setdefault(there["artifactLocation"]["uri"], []).append(
                {"deletedRegion": there["region"], "insertedContent": {"text": edit.text}}
            )
        result["fixes"] = [
            {
                "description": {"text": finding.fix.title},
                "artifactChanges": [
                    {"artifactLocation": {"uri": uri}, "replacements": some} for uri, some in changes.items()
                ],
            }
        ]
    return result


def _location(source: Source | None, span: Span | None, name: str) -> dict[str, Any]:
    if source is None or span is None:
        return {"physicalLocation": {"artifactLocation": {"uri": _uri(name)}}}
    start, end = source.place(span.start), source.place(span.end)
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(start.name)},
            "region": {
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": max(start.line, end.line),
                "endColumn": end.column if (end.line, end.column) >= (start.line, start.column) else start.column,
            },
        }
    }


def _uri(name: str) -> str:
    """Return the name of a file as a URI, relative where the name is.

    Example:
        >>> _uri("my debates/1.argdown")
        'my%20debates/1.argdown'
    """
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
