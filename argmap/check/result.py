"""What checking gives: a report, which is a value."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from argmap.check.finding import Finding
from argmap.check.registry import rules_named
from argmap.diagnostics import Severity
from argmap.errors import ArgmapError
from argmap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one file or map.

    Attributes:
        name: The file, or what else to call the map.
        findings: What was found, in the order of the text.
        suppressed: How many more findings comments suppressed.
        claims: How many claims it has.
    """

    name: str
    findings: tuple[Finding, ...] = ()
    suppressed: int = 0
    claims: int = 0


@dataclass(frozen=True, slots=True, repr=False)
class Report:
    r"""What checking found: a sequence of findings that can be filtered and written in several forms.

    Attributes:
        files: What was found in each file or map, in the order they were given.
        fail_on: From which severity on findings make it fail.

    Example:
        >>> import argmap
        >>> m = argmap.parse("[A]: It rains.\n  + [A]\n", "rain.argdown").map
        >>> report = m.check()
        >>> report
        <Report: 1 error in 1 map>
        >>> [finding.name for finding in report]
        ['self-relation']
        >>> report.fails
        True
        >>> print(report.to("concise"))
        rain.argdown:2:5: STR108 error: [A] supports itself. Remove the relation, or name another claim. (self-relation)
    """

    files: tuple[Checked, ...] = ()
    fail_on: Severity = Severity.WARNING

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in the order of the files and of their texts."""
        return tuple(finding for each in self.files for finding in each.findings)

    def __iter__(self) -> Iterator[Finding]:
        for each in self.files:
            yield from each.findings

    def __len__(self) -> int:
        return sum(len(each.findings) for each in self.files)

    def __bool__(self) -> bool:
        """Whether anything was found."""
        return len(self) > 0

    def __repr__(self) -> str:
        return f"<Report: {self.summary()}>"

    def summary(self) -> str:
        """Return how many findings of each severity there are, in words.

        Example:
            >>> Report().summary()
            'nothing found in 0 maps'
        """
        return summary_of(Counter(finding.severity for finding in self), len(self.files))

    @property
    def fails(self) -> bool:
        """Whether there is a finding as severe as `fail_on`, or more."""
        return any(map(self.is_failure, self))

    def is_failure(self, finding: Finding) -> bool:
        """Whether a finding is as severe as `fail_on`, or more."""
        return finding.severity.rank <= self.fail_on.rank

    @property
    def suppressed(self) -> int:
        """How many more findings comments suppressed."""
        return sum(each.suppressed for each in self.files)

    def counts(self) -> dict[str, int]:
        r"""Return how many findings each rule has, by code.

        Example:
            >>> import argmap
            >>> argmap.parse("[A]: It rains.\n  + [A]\n").map.check().counts()
            {'STR108': 1}
        """
        return dict(sorted(Counter(finding.code for finding in self).items()))

    def filter(
        self,
        *names: str,
        severity: Severity | str | None = None,
        about: str | None = None,
        where: Callable[[Finding], bool] | None = None,
    ) -> Report:
        r"""Return a report with some of the findings.

        Args:
            *names: Codes, names or families of rules; none for all.
            severity: Only findings of this severity or a graver one.
            about: Only findings about the claim, argument or section with this id.
            where: Only findings of which this function says yes.

        Raises:
            UnknownNameError: If a name stands for no rule.
            ArgmapError: If there is no such severity.

        Example:
            >>> import argmap
            >>> report = argmap.parse("[A]: It rains.\n  + [A]\n").map.check()
            >>> len(report.filter("structure")), len(report.filter("the text"))
            (1, 0)
        """
        codes = rules_named(names) if names else None
        least = None if severity is None else _severity(severity).rank

        def holds(finding: Finding) -> bool:
            return (
                (codes is None or finding.code in codes)
                and (least is None or finding.severity.rank <= least)
                and (about is None or finding.about == about)
                and (where is None or where(finding))
            )

        files = (replace(each, findings=tuple(filter(holds, each.findings))) for each in self.files)
        return replace(self, files=tuple(files))

    def by_record(self) -> Mapping[str, tuple[Finding, ...]]:
        """Return the findings by the id of the record they are about; those about a whole map are left out."""
        found: dict[str, list[Finding]] = {}
        for finding in self:
            if finding.about is not None:
                found.setdefault(finding.about, []).append(finding)
        return {name: tuple(some) for name, some in found.items()}

    def to(self, form: str = "full") -> str:
        """Return the report as text.

        Args:
            form: ``full``, ``concise``, ``json``, ``github``, ``sarif``, ``junit`` or ``html``.

        Raises:
            UnknownNameError: If there is no such form.
        """
        from argmap.check.report import write_report

        return "\n".join(write_report(self, form))

    def to_dataframe(self) -> Any:
        """Return the findings as a table of pandas, one row each.

        Raises:
            ArgmapError: If pandas is not installed.
        """
        try:
            import pandas as pd
        except ImportError as error:
            raise ArgmapError("A table needs pandas, which is not installed: pip install pandas") from error
        from argmap.check.report.json import finding_as_data

        columns = ["file", "line", "column", "code", "name", "severity", "about", "message"]
        rows = [finding_as_data(finding, each.name) for each in self.files for finding in each.findings]
        return pd.DataFrame([{column: row[column] for column in columns} for row in rows], columns=columns)

    def _repr_html_(self) -> str:
        from argmap.check.report.html import fragment

        return fragment(self)


def _severity(name: Severity | str) -> Severity:
    if name not in list(Severity):
        raise ArgmapError(f"There is no severity {name!r}. Use one of: {', '.join(Severity)}.")
    return Severity(name)


def summary_of(counts: Mapping[Severity, int], maps: int) -> str:
    """Return in words how many findings of each severity there are in so many maps.

    Example:
        >>> summary_of({Severity.ERROR: 2}, 3)
        '2 errors in 3 maps'
    """
    said = [counted(number, each.word) for each in Severity if (number := counts.get(each, 0))]
    return f"{', '.join(said) or 'nothing found'} in {counted(maps, 'map')}"
