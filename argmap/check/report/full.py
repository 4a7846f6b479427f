"""For a person: the place, the sentence, the line of the text with carets below it, and what argmap can do about it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from argmap.check.registry import rule_named
from argmap.check.report.ranking import ranked, words_of_left_out
from argmap.check.result import summary_of
from argmap.diagnostics import Severity
from argmap.excerpt import WIDTH, show_diagnostic, show_sentence
from argmap.wording import begins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.finding import Finding
    from argmap.check.result import Checked, Report


def write(report: Report, *, width: int = WIDTH, explain: bool = False) -> Iterator[str]:
    """Yield the lines of the report, with colours, which `click.echo` takes out where nobody sees them.

    Errors come first, and of one claim no more than three hints on its wording are shown; the rest are counted.

    Args:
        report: The report.
        width: How many cells wide a line of the text may be shown.
        explain: Whether to tell at the end, of each rule that found something, why it matters.
    """
    in_all = InAll()
    for each in report.files:
        yield from show_file(each, width)
        in_all.add(each)
    yield from in_all.end(explain=explain)


def show_file(checked: Checked, width: int = WIDTH) -> Iterator[str]:
    """Yield the lines for one file.

    Args:
        checked: What was found in it.
        width: How many cells wide a line of the text may be shown.
    """
    for finding in ranked(checked.findings)[0]:
        yield show_finding(finding, checked.name, width)
        yield ""


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


class InAll:
    """What was found in all, counted file by file, so that a report can end without any finding being kept.

    Attributes:
        maps: How many files.
        codes: How many findings each rule has, by code.
    """

    def __init__(self) -> None:
        self.maps = 0
        self.codes: Counter[str] = Counter()
        self._severities: Counter[Severity] = Counter()
        self._shown: Counter[str] = Counter()
        self._fixes: Counter[bool] = Counter()  # whether they are safe
        self._hidden = self._suppressed = 0
        self._is_unread = False

    def add(self, checked: Checked) -> None:
        """Take in one file."""
        shown, hidden = ranked(checked.findings)
        self.maps += 1
        self._suppressed += checked.suppressed
        self._hidden += hidden
        self._shown.update(finding.code for finding in shown)
        for finding in checked.findings:
            self.codes[finding.code] += 1
            self._severities[finding.severity] += 1
            if finding.fix is not None:
                self._fixes[finding.fix.is_safe] += 1
            self._is_unread |= finding.family == "SYN" and finding.severity is Severity.ERROR

    def end(self, *, explain: bool = False) -> Iterator[str]:
        """Yield the lines at the end: if asked for, why the rules matter; then what was found, and what to do next."""
        for code in sorted(self.codes) if explain else ():
            rule = rule_named(code)
            yield f"{click.style(f'{rule.code} {rule.name}', bold=True)}: {rule.summary}"
            why = rule.section("Why it matters")
            if why:
                yield from (f"  {line}" for line in why.split("\n"))
            yield ""
        yield self._conclusion()

    def _conclusion(self) -> str:
        parts = [f"{begins(summary_of(self._severities, self.maps))}."]
        if self._is_unread:
            parts.append("Where a text has errors, the map is not checked yet.")
        if self._fixes[True]:
            parts.append(f"{self._fixes[True]:,} can be fixed: argmap check --fix.")
        if self._fixes[False]:
            also = " more" if self._fixes[True] else ""
            parts.append(f"{self._fixes[False]:,}{also} with --fix --unsafe-fixes, to be looked at afterwards.")
        if self._hidden:
            parts.append(f"{words_of_left_out(self._hidden)} All of them: --format concise.")
        if self._suppressed:
            parts.append(f"Comments suppress {self._suppressed:,} more.")
        if self._shown:
            parts.append(f"More on a rule: argmap rule {self._shown.most_common(1)[0][0]}")
        return " ".join(parts)


def conclusion(report: Report) -> str:
    """Return in one line what was found in all, and what to do next.

    Example:
        >>> from argmap.check.result import Report
        >>> conclusion(Report())
        'Nothing found in 0 maps.'
    """
    in_all = InAll()
    for each in report.files:
        in_all.add(each)
    return next(in_all.end())
