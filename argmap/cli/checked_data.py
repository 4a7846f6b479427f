"""What was found in a file, as data: small enough for a journal, and enough for every form of a report.

Of the text, only the places that are named and the lines they stand on are kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.check import Checked, Finding, Fix
from argmap.diagnostics import Edit, Severity, Span
from argmap.source import Place, Source

if TYPE_CHECKING:
    from collections.abc import Iterator


class KnownPlaces(Source):
    """A text of which only some places and lines are known; asking for others is a `KeyError`.

    Args:
        name: What to call it.
        places: For some offsets, the name of a file, a line and a column.
        lines: For some offsets, the whole line.
    """

    __slots__ = ("_lines", "_places")

    def __init__(self, name: str, places: dict[int, Place], lines: dict[int, str]) -> None:
        super().__init__("", name)
        self._places = places
        self._lines = lines

    def place(self, offset: int) -> Place:
        """Return the file, line and column of `offset`."""
        return self._places[offset]

    def line(self, offset: int) -> str:
        """Return the whole line that holds `offset`."""
        return self._lines[offset]


def to_data(checked: Checked) -> dict[str, Any]:
    """Return what was found in a file as lists, names and numbers."""
    source = next((each.source for each in checked.findings if each.source is not None), None)
    ends = {end for finding in checked.findings for span in _spans(finding) for end in span}
    starts = {span.start for finding in checked.findings for span in _shown(finding)}
    return {
        "name": checked.name,
        "suppressed": checked.suppressed,
        "claims": checked.claims,
        "source": source and source.name,
        "places": [] if source is None else [[offset, *source.place(offset)] for offset in sorted(ends)],
        "lines": [] if source is None else [[offset, source.line(offset)] for offset in sorted(starts)],
        "findings": [
            {
                "code": each.code,
                "name": each.name,
                "severity": each.severity.value,
                "message": each.message,
                "span": each.span,
                "about": each.about,
                "related": each.related,
                "fix": each.fix
                and [each.fix.title, [[edit.span, edit.text] for edit in each.fix.edits], each.fix.is_safe],
                "is_placed": each.source is not None,
            }
            for each in checked.findings
        ],
    }


def from_data(data: dict[str, Any]) -> Checked:
    r"""Return what was found in a file.

    Example:
        >>> import argmap
        >>> checked = argmap.parse("[A]: It rains.\n  + [A]\n").map.check().files[0]
        >>> from_data(to_data(checked)) == checked
        True
    """
    source = None
    if data["source"] is not None:
        places = {offset: Place(*place) for offset, *place in data["places"]}
        source = KnownPlaces(data["source"], places, dict(data["lines"]))
    findings = tuple(
        Finding(
            code=each["code"],
            name=each["name"],
            severity=Severity(each["severity"]),
            message=each["message"],
            span=each["span"] and Span(*each["span"]),
            about=each["about"],
            related=tuple((Span(*span), words) for span, words in each["related"]),
            fix=each["fix"] and _fix(*each["fix"]),
            source=source if each["is_placed"] else None,
        )
        for each in data["findings"]
    )
    return Checked(data["name"], findings, data["suppressed"], data["claims"])


def _fix(title: str, edits: list[Any], is_safe: bool) -> Fix:
    return Fix(title, tuple(Edit(Span(*span), text) for span, text in edits), is_safe)


def _shown(finding: Finding) -> Iterator[Span]:
    """Yield the stretches whose lines are shown."""
    if finding.span is not None:
        yield finding.span
    yield from (span for span, _ in finding.related)


def _spans(finding: Finding) -> Iterator[Span]:
    yield from _shown(finding)
    if finding.fix is not None:
        yield from (edit.span for edit in finding.fix.edits)
