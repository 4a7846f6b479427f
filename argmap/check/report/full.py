"""For a person: the place, the sentence, the line of the text with carets below it, and what argmap can do about it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from argmap.check.registry import rule_named
from argmap.check.report.ranking import ranked, words_of_left_out
from argmap.diagnostics import Severity
from argmap.excerpt import WIDTH, show_diagnostic, show_sentence
from argmap.wording import begins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.finding import Finding
    from argmap.check.result import Report


def write(report: Report, *, width: int = WIDTH, explain: bool = False) -> Iterator[str]:
    """Yield the lines of the report, with colours, which `click.echo` takes out where nobody sees them.

    Errors come first, and of one claim no more than three hints on its wording are shown; the rest are counted.

    Args:
        report: The report.
        width: How many cells wide a line of the text may be shown.
        explain: Whether to tell at the end, of each rule that found something, why it matters.
    """
    for each in report.files:
        for finding in ranked(each.findings)[0]:
            yield show_finding(finding, each.name, width)
            yield ""
    if explain:
        yield from _explained(report)
    yield conclusion(report)


def show_finding(finding: Finding, name: str, width: int = WIDTH) -> str:
    """Return one finding as lines of text.

    Args:
        finding: The finding.
        name: What to call its file where the finding does not know.
        width: How many cells wide a line of the text may be shown.
    """
    message = f"{finding.message} [{finding.code} {finding.name}]"
    if finding.source is None or finding.span is None:
        return show_sentence(name, message, finding.severity)
    shown = show_diagnostic(replace(finding.diagnostic(), message=message), finding.source, width)
    if finding.fix is not None:
        how = "--fix" if finding.fix.is_safe else "--fix --unsafe-fixes"
        shown += f"\n      {click.style('=', fg='blue')} {finding.fix.title}: argmap check {how}"
    return shown


def conclusion(report: Report) -> str:
    """Return in one line what was found in all, and what to do next.

    Example:
        >>> from argmap.check.result import Report
        >>> conclusion(Report())
        'Nothing found in 0 maps.'
    """
    said = report.summary()
    parts = [f"{begins(said)}."]
    if any(finding.family == "SYN" and finding.severity is Severity.ERROR for finding in report):
        parts.append("Where a text has errors, the map is not checked yet.")
    fixes = [finding.fix for finding in report if finding.fix is not None]
    safe = sum(fix.is_safe for fix in fixes)
    if safe:
        parts.append(f"{safe:,} can be fixed: argmap check --fix.")
    if len(fixes) - safe:
        also = " more" if safe else ""
        parts.append(f"{len(fixes) - safe:,}{also} with --fix --unsafe-fixes, to be looked at afterwards.")
    hidden = sum(ranked(each.findings)[1] for each in report.files)
    if hidden:
        parts.append(f"{words_of_left_out(hidden)} All of them: --format concise.")
    if report.suppressed:
        parts.append(f"Comments suppress {report.suppressed:,} more.")
    if report:
        order = Counter(finding.code for each in report.files for finding in ranked(each.findings)[0])
        code = order.most_common(1)[0][0]
        parts.append(f"More on a rule: argmap rule {code}")
    return " ".join(parts)


def _explained(report: Report) -> Iterator[str]:
    for code in report.counts():
        rule = rule_named(code)
        yield f"{click.style(f'{rule.code} {rule.name}', bold=True)}: {rule.summary}"
        why = rule.section("Why it matters")
        if why:
            yield from (f"  {line}" for line in why.split("\n"))
        yield ""
