"""What a picture says of claims and arguments beyond their words: sides, values, tags, status, strength, findings."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from argmap.view.diagram import Finding, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.diagnostics import Diagnostic, Span
    from argmap.model.map import ArgumentMap
    from argmap.model.records import Argument, Claim
    from argmap.text import ParseResult
    from argmap.view.diagram import Change
    from argmap.view.view import View


class Marks:
    """The marks of one picture.

    Args:
        m: The map that is drawn.
        view: What is shown.
        origins: For each argument that is a part of another, the id of that one.
        changes: What became of claims and arguments.
    """

    def __init__(
        self, m: ArgumentMap, view: View, origins: Mapping[str, str], changes: Mapping[str, Change] | None = None
    ) -> None:
        self._m = m
        self._view = view
        self._origins = origins
        self._changes = changes or {}
        self._show = frozenset(view.show)
        self._any = bool(self._show & {"status", "strength", "findings"}) or bool(self._changes)

    def side(self, side: str | None) -> str | None:
        """Return a side, where sides are shown."""
        return side if "sides" in self._show else None

    def of_cell(self, claim: Claim) -> dict[str, Any]:
        """Return the fields of a `Cell` that mark its claim."""
        return self._judged(claim) if self._any else {}

    def of_node(self, record: Claim | Argument) -> dict[str, Any]:
        """Return the fields of a `Node` that mark what it stands for."""
        found = self._judged(record) if self._any else {}
        if "tags" in self._show and record.tags:
            found["tags"] = record.tags
        if "values" in self._show:
            found["values"] = self._m.values(record)
        return found

    def findings_on(self, name: str) -> tuple[Finding, ...]:
        """Return what a checker says of a record, where that is shown."""
        if "findings" not in self._show:
            return ()
        return self._view.findings.get(name) or self._view.findings.get(self._origins.get(name, ""), ())

    def strength_of(self, name: str | None, data: Mapping[str, Any]) -> float | None:
        """Return how strong something is, where that is shown."""
        if "strength" not in self._show:
            return None
        given = self._view.strength
        for key in (name or "", self._origins.get(name or "", "")):
            if key in given:
                return given[key]
        said = data.get("strength")
        if isinstance(said, int | float) and not isinstance(said, bool) and 0 <= said <= 1:
            return float(said)
        return None

    def change_of(self, name: str) -> Change | None:
        """Return what became of a record."""
        return self._changes.get(name) or self._changes.get(self._origins.get(name, ""))

    def _judged(self, record: Claim | Argument) -> dict[str, Any]:
        found: dict[str, Any] = {"change": self.change_of(record.id)}
        if "status" in self._show:
            found["status"] = self._status(record)
        if "strength" in self._show:
            found["strength"] = self.strength_of(record.id, record.data)
        if "findings" in self._show:
            found["findings"] = self.findings_on(record.id)
        return found

    def _status(self, record: Claim | Argument) -> Status | None:
        given = self._view.status
        for name in (record.id, self._origins.get(record.id, "")):
            if name in given:
                return given[name]
        said = record.data.get("status")
        return Status(said) if isinstance(said, str) and said in set(Status) else None


def findings_of(result: ParseResult) -> Mapping[str, tuple[Finding, ...]]:
    """Return what reading a text said, by the claim or argument at whose place it said it, for `View.findings`.

    What belongs to none (the front matter, a comment) is left out. Linear, but for sorting.

    Example:
        >>> import argmap
        >>> result = argmap.parse("[Rain]: It *rains.")
        >>> [finding.code for finding in findings_of(result)["Rain"]]
        ['unclosed-italic']
    """
    return findings_at(result.map, result.diagnostics)


def findings_at(m: ArgumentMap, diagnostics: Iterable[Diagnostic]) -> Mapping[str, tuple[Finding, ...]]:
    """Return diagnostics by the claim or argument at whose place in the text they are; see `findings_of`."""
    # Lines of an argument lie inside its own place: first the small places are asked, then the large ones.
    small = [(one.span, record.id) for record in m for one in record.occurrences]
    small += [(step.span, argument.id) for argument in m.arguments for step in argument.steps if step.span]
    large = [(argument.span, argument.id) for argument in m.arguments if argument.span]
    layers = [_Places(small), _Places(large)]
    found: dict[str, list[Finding]] = {}
    for item in diagnostics:
        name = next(filter(None, (layer.at(item.span.start) for layer in layers)), None)
        if name is not None:
            found.setdefault(name, []).append(Finding(item.severity.value, item.message, item.code))
    return {name: tuple(findings) for name, findings in found.items()}


class _Places:
    def __init__(self, places: Iterable[tuple[Span, str]]) -> None:
        self._places = sorted(places)
        self._starts = [span.start for span, _ in self._places]

    def at(self, offset: int) -> str | None:
        """Return the record whose place holds an offset, or ends at it."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0:
            return None
        span, name = self._places[place]
        return name if span.start <= offset <= span.end else None
