"""The order in which a person reads findings, and how many hints on the wording of one claim they are shown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.check.finding import Finding

HINTS = 3
"""So many hints on its wording a person is shown of one claim; who reads more mends none."""


def ranked(findings: Iterable[Finding]) -> tuple[list[Finding], int]:
    r"""Return findings as a person is to read them, and how many hints on wording were left out.

    Errors come first, the rest in the order of the text. Of one claim the three gravest hints on wording stay. Programs
    get all findings, in the order of the text.

    Args:
        findings: The findings of one map, in the order of its text.

    Complexity:
        Linear but for two sorts.

    Example:
        >>> import argmap
        >>> m = argmap.parse("[A]: I think that that is obviously stupid and not, without doubt, impossible.").map
        >>> report = m.check(select=["wording"])
        >>> some, left_out = ranked(report)
        >>> len(report), len(some), left_out
        (4, 3, 1)
    """
    listed = list(findings)
    shown: Counter[str] = Counter()
    left_out: set[int] = set()
    for place, finding in sorted(enumerate(listed), key=lambda each: each[1].severity.rank):
        if finding.family == "WRD" and finding.about is not None and finding.severity is not Severity.ERROR:
            shown[finding.about] += 1
            if shown[finding.about] > HINTS:
                left_out.add(place)
    kept = [finding for place, finding in enumerate(listed) if place not in left_out]
    kept.sort(key=lambda finding: finding.severity is not Severity.ERROR)
    return kept, len(left_out)


def words_of_left_out(hidden: int) -> str:
    """Return in a sentence how many hints on wording are not shown.

    Example:
        >>> words_of_left_out(1)
        '1 more hint on wording is not shown, as a claim gets at most 3.'
    """
    more = "hint on wording is" if hidden == 1 else "hints on wording are"
    return f"{hidden:,} more {more} not shown, as a claim gets at most {HINTS}."
