"""What a picture says of claims and arguments beyond their words: sides, values, tags, status, strength, findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.model.status import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.map import ArgumentMap
    from argmap.model.records import Argument, Claim
    from argmap.view.diagram import Change, Finding
    from argmap.view.view import View


class Marks:
    """The marks of one picture.

    Args:
        m: The map that is drawn.
        view: What is shown.
        origins: For each argument that is a part of another, the id of that one.
        changes: What became of claims and arguments.

    Attributes:
        mark_edges: Whether there is anything to say of edges.
    """

    def __init__(
        self, m: ArgumentMap, view: View, origins: Mapping[str, str], changes: Mapping[str, Change] | None = None
    ) -> None:
        self._m = m
        self._view = view
        self._origins = origins
        self._changes = changes or {}
        self._show = frozenset(view.show)
        self.mark_edges = "strength" in self._show or view.before is not None
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
        given = self.given_strength_of(name or "")
        if given is not None:
            return given
        said = data.get("strength")
        if isinstance(said, int | float) and not isinstance(said, bool) and 0 <= said <= 1:
            return float(said)
        return None

    def given_strength_of(self, name: str) -> float | None:
        """Return how strong the view says that a claim or argument is, where that is shown."""
        if "strength" not in self._show:
            return None
        given = self._view.strength
        return given.get(name, given.get(self._origins.get(name, "")))

    def change_of(self, name: str) -> Change | None:
        """Return what became of a record."""
        if not self._changes:
            return None
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
