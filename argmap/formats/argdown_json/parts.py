"""Parts of Argdown's JSON that its statements and its drawing share; what is of another type is told, and left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.argdown_json.marks import read_marked
from argmap.formats.carrying import KEY, restored
from argmap.formats.json_text import called
from argmap.model import RelationKind, Section

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.formats.draft import Draft

_RELATIONS = {kind.value: kind for kind in RelationKind}


class Parts:
    """The file as far as it was looked at.

    Attributes:
        value: The whole file.
        draft: What was found.
        sections: The ids of the sections so far.
        is_coloured: Whether anything has a colour.
    """

    def __init__(self, value: Mapping[str, Any], draft: Draft) -> None:
        self.value = value
        self.draft = draft
        self.sections: set[str] = set()
        self.is_coloured = False

    def object_at(self, given: object, path: str) -> Mapping[str, Any]:
        """Return an object at a path; what is none is told, and empty."""
        if given is None:
            return {}
        if not isinstance(given, dict):
            self.draft.fault(path, "wrong-type", f"An object is expected here, not {called(given)}; it is left out.")
            return {}
        return given

    def list_at(self, given: object, path: str) -> list[Any]:
        """Return a list at a path; what is none is told, and empty."""
        if given is None:
            return []
        if not isinstance(given, list):
            self.draft.fault(path, "wrong-type", f"A list is expected here, not {called(given)}; it is left out.")
            return []
        return given

    def table(self, name: str) -> dict[str, Mapping[str, Any]]:
        """Return the objects of a part of the file by their titles; what is none is told."""
        found: dict[str, Mapping[str, Any]] = {}
        for title, each in self.object_at(self.value.get(name), name).items():
            if isinstance(each, dict):
                found[title] = each
            else:
                message = f"An object is expected here, not {called(each)}; it is left out."
                self.draft.fault(f"{name}.{title}", "wrong-type", message)
        return found

    def add_section(self, given: Mapping[str, Any], path: str, parent: str | None, heading: object) -> str:
        """Add a section; return its id."""
        title, ranges = read_marked(heading if isinstance(heading, str) else "", given.get("ranges"))
        carried = restored(Section, given.get(KEY), self.draft, f"{path}.{KEY}")
        level = carried.get("level", given.get("level"))
        key = given.get("id")
        made = self.draft.section(
            title,
            key=key if isinstance(key, str) else None,
            level=level if type(level) is int and 0 < level < 1_000 else 1,
            parent=parent,
            tags=self.tags(given, path),
            data=self.object_at(given.get("data"), f"{path}.data"),
            ranges=carried.get("ranges", ranges),
        )
        if isinstance(key, str) and made != key:
            message = f"The id {key[:60]!r} is that of another section; this one has {made!r} in the map."
            self.draft.fault(f"{path}.id", "id-twice", message)
        self.sections.add(made)
        return made

    def tags(self, given: Mapping[str, Any], path: str) -> Iterator[str]:
        """Yield the tags of something at a path."""
        for place, tag in enumerate(self.list_at(given.get("tags"), f"{path}.tags")):
            if isinstance(tag, str):
                yield tag
            else:
                message = f"A tag is a text, not {called(tag)}; it is left out."
                self.draft.fault(f"{path}.tags[{place}]", "wrong-type", message)

    def kind(self, given: Mapping[str, Any], path: str) -> RelationKind | None:
        """Return the kind of a relation; None for a word that is none, which is told."""
        word = given.get("relationType")
        kind = _RELATIONS.get(word) if isinstance(word, str) else None
        if kind is None:
            hint = self.draft.nearest("unknown-relation", word, _RELATIONS)
            message = f"{str(word)[:60]!r} is no relation of Argdown; it is left out.{hint}"
            self.draft.fault(f"{path}.relationType", "unknown-relation", message)
        return kind
