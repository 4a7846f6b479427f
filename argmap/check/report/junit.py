"""JUnit XML, which continuous integration servers show as test results: a suite a file, a case a finding."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.finding import Finding
    from argmap.check.result import Checked, Report

# What XML 1.0 has no way to write.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(report: Report) -> Iterator[str]:
    """Yield the lines of the report.

    A finding that is not grave enough to make the report fail is a case that passes and says something; a file without
    findings has one case, which passes.
    """
    failures = sum(map(report.is_failure, report))
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<testsuites name="argmap check" tests="{_cases(report)}" failures="{failures}">'
    for each in report.files:
        found = len(each.findings)
        failures = sum(map(report.is_failure, each.findings))
        yield f'  <testsuite name={_attribute(each.name)} tests="{max(1, found)}" failures="{failures}">'
        if not each.findings:
            yield f'    <testcase name="argmap check" classname={_attribute(each.name)}/>'
        for finding in each.findings:
            yield from _case(finding, each, is_failure=report.is_failure(finding))
        yield "  </testsuite>"
    yield "</testsuites>"


def _cases(report: Report) -> int:
    return sum(max(1, len(each.findings)) for each in report.files)


def _case(finding: Finding, each: Checked, *, is_failure: bool) -> Iterator[str]:
    place = finding.place
    at = f' file={_attribute(place.name)} line="{place.line}"' if place else ""
    name = _attribute(f"{finding.code} {finding.name}")
    yield f"    <testcase name={name} classname={_attribute(each.name)}{at}>"
    said = escape(_clean(f"{place or each.name}: {finding.message}"))
    if is_failure:
        yield f'      <failure type="{finding.severity}" message={_attribute(finding.message)}>{said}</failure>'
    else:
        yield f"      <system-out>{said}</system-out>"
    yield "    </testcase>"


def _attribute(text: str) -> str:
    return quoteattr(_clean(text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def _clean(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", text)
