"""What argmap left in the ``meta`` of a file of Carneades, checked part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.carrying import KEY, restored
from argmap.model import RelationKind, Section, Step

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.formats.draft import Draft

_PATH = f"meta.{KEY}"


class Carried:
    """What stands under ``meta.argmap``; parts of the wrong kind are said, and count as missing.

    Attributes:
        claims: The fields of claims, by their ids.
        arguments: The fields of arguments, by their ids.
        sketches: The ids of statements that are arguments without premises.
        presumed: The ids of statements that are assumed for Carneades' sake only.
        added: The names of statements, arguments and issues that stand there for Carneades' sake only.
    """

    def __init__(self, given: object, draft: Draft) -> None:
        self._draft = draft
        self._given: Mapping[str, Any] = given if isinstance(given, dict) else {}
        if given is not None and not isinstance(given, dict):
            draft.fault(_PATH, "bad-carried", "What argmap left here is a mapping; it is left out.")
        self.claims = self._mapping("claims")
        self.arguments = self._mapping("arguments")
        self.sketches = self._names(self._given, "sketches")
        self.presumed = self._names(self._given, "presumed")
        added = self._mapping("added")
        self.added = {part: self._names(added, part) for part in ("statements", "arguments", "issues")}
        self.sections: set[str] = set()

    @property
    def data(self) -> dict[str, Any]:
        """The data of the map."""
        return self._mapping("data")

    @property
    def issues(self) -> dict[str, Any]:
        """Issues as they were kept, where they could not be written so."""
        return self._mapping("issues")

    def fields(self, kind: type[Any], part: Mapping[str, Any], name: str, text: str | None = None) -> dict[str, Any]:
        """Return the fields of a claim or argument that were carried.

        Args:
            kind: `Claim` or `Argument`.
            part: `claims` or `arguments`.
            name: Its id.
            text: Its text, where the file says it.
        """
        if name not in part:
            return {}
        path = f"{_PATH}.{'claims' if part is self.claims else 'arguments'}.{name}"
        found = restored(kind, part[name], self._draft, path)
        found.pop("steps", None)
        words = found.get("text") or "" if text is None else text
        if text is not None:
            found.pop("text", None)
        if found.get("section") is not None and found["section"] not in self.sections:
            self._draft.dangling(path, "A section", found.pop("section"))
        if any(each.end > len(words) or each.start < 0 for each in found.get("ranges", ())):
            found.pop("ranges")  # the text was edited
        return found

    def read_sections(self) -> None:
        """Give the sections to the draft."""
        for number, entry in enumerate(self._list("sections")):
            path = f"{_PATH}.sections[{number}]"
            fields = restored(Section, entry, self._draft, path)
            key = entry.get("id") if isinstance(entry, dict) else None
            if not isinstance(key, str) or not fields.get("title"):
                self._draft.fault(path, "bad-carried", "A section has an id and a title; it is left out.")
                continue
            parent = fields.get("parent")
            if parent is not None and parent not in self.sections:
                self._draft.dangling(path, "A section", parent)
                parent = None
            rest = {part: fields[part] for part in ("level", "tags", "data", "ranges") if part in fields}
            self.sections.add(self._draft.section(fields["title"], key=key, parent=parent, **rest))

    def steps(self) -> dict[str, list[Step]]:
        """Return the steps of the arguments that have more than the file says."""
        found: dict[str, list[Step]] = {}
        for number, entry in enumerate(self._list("steps")):
            path = f"{_PATH}.steps[{number}]"
            fields = restored(Step, entry, self._draft, path)
            owner = entry.get("argument") if isinstance(entry, dict) else None
            names = (*fields.get("premises", ()), fields.get("conclusion", ""))
            if not isinstance(owner, str) or any(self._draft.kind_of(name) is None for name in names):
                self._draft.fault(path, "bad-carried", "A step names an argument and its claims; it is left out.")
                continue
            rest = {part: fields[part] for part in ("rules", "data") if part in fields}
            found.setdefault(owner, []).append(Step(tuple(fields.get("premises", ())), fields["conclusion"], **rest))
        return found

    def relations(self) -> list[dict[str, Any]]:
        """Return the relations that were carried: kind, source, target, perhaps step and data, and what says them."""
        found = []
        for number, entry in enumerate(self._list("relations")):
            path = f"{_PATH}.relations[{number}]"
            kinds = [each.value for each in RelationKind]
            if not isinstance(entry, dict) or entry.get("kind") not in kinds:
                self._draft.fault(
                    path, "bad-carried", f"A relation has a kind, one of {', '.join(kinds)}; it is left out."
                )
                continue
            ends = entry.get("source"), entry.get("target")
            if not all(isinstance(end, str) and self._draft.kind_of(end) for end in ends):
                self._draft.fault(path, "bad-carried", "An end of this relation is not there; it is left out.")
                continue
            step, data = entry.get("step"), entry.get("data")
            is_step = isinstance(step, int) and not isinstance(step, bool) and step >= 0
            found.append(
                {
                    "kind": RelationKind(entry["kind"]),
                    "source": ends[0],
                    "target": ends[1],
                    "step": step if is_step else None,
                    "data": data if isinstance(data, dict) else None,
                    "as": entry.get("as"),
                }
            )
        return found

    def _mapping(self, part: str) -> dict[str, Any]:
        found = self._given.get(part)
        if found is None or isinstance(found, dict):
            return found or {}
        self._draft.fault(f"{_PATH}.{part}", "bad-carried", "What argmap left here is a mapping; it is left out.")
        return {}

    def _list(self, part: str) -> list[Any]:
        found = self._given.get(part)
        if found is None or isinstance(found, list):
            return found or []
        self._draft.fault(f"{_PATH}.{part}", "bad-carried", "What argmap left here is a list; it is left out.")
        return []

    def _names(self, given: Mapping[str, Any], part: str) -> set[str]:
        found = given.get(part)
        return {each for each in found if isinstance(each, str)} if isinstance(found, list) else set()
