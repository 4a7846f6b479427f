"""The conflicts of a merged map, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.cells import visible
from argmap.changes.change import plain
from argmap.changes.conflict import Conflict, ConflictKind
from argmap.changes.naming import called, short, shown, words_for
from argmap.changes.parts import ABSENT
from argmap.model import Argument

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.changes.building import Built, Differing, Variant
    from argmap.changes.relating import Key
    from argmap.changes.units import Side

K = ConflictKind
_KINDS = {
    "text": (K.REWORDED, "reworded"), "name": (K.RENAMED, "renamed"), "title": (K.RENAMED, "renamed"),
    "section": (K.MOVED, "moved"), "parent": (K.MOVED, "moved"), "level": (K.MOVED, "moved"),
    "steps": (K.PREMISES, "steps"), "data": (K.DATA, "data"),
}  # fmt: skip


class Disagreeing:
    """The conflicts, and what is to be marked because of them.

    Attributes:
        conflicts: The conflicts.
        said: For what is in conflict (an id; empty for the map), by the name of each map, what it says otherwise.

    Args:
        built: The merged map.
        sides: The maps that were merged.
        who: What they are called.
    """

    def __init__(self, built: Built, sides: Sequence[Side], who: Sequence[str]) -> None:
        self._built, self._sides, self._who = built, sides, who
        self._words = words_for(built.map)
        self._sections = {section.id: section for section in built.map.sections}
        self.said: dict[str, dict[str, dict[str, Any]]] = {}
        self._variants: dict[int | None, list[Variant]] = {}
        for variant in built.variants:
            self._variants.setdefault(variant.unit, []).append(variant)
        self.conflicts = [*self._of_fields(), *self._of_what_is_gone(), *self._of_relations(), *self._of_titles()]

    def _say(self, key: str, /, **given: object) -> str:
        return self._words.say(f"changes.conflict.{key}", **given)

    def _mark(self, name: str, side: int, key: str, value: Any) -> None:
        self.said.setdefault(name, {}).setdefault(self._who[side], {})[key] = value

    def _conflict(
        self, kind: K, name: str, sort: str, says: list[tuple[str, str]], sentences: tuple[str, str, str], **more: Any
    ) -> Conflict:
        kept = more.pop("kept", "")
        return Conflict(kind, sort, name, tuple(says), kept, *sentences, code=self._words.code, **more)

    # -- fields --------------------------------------------------------------------------------------------------

    def _of_fields(self) -> Iterator[Conflict]:
        for each in self._built.differing:
            kind, key = _KINDS[each.field[0]]
            field = each.field[1] or each.field[0]
            told = [(self._who[side], self._told(each, value)) for side, value in each.said.items()]
            speaker = next((side for side, value in each.said.items() if value == each.kept), None)
            kept = "" if speaker is None else self._who[speaker]
            fate = self._say("kept", who=visible(kept))
            if each.unit is None:
                message = self._say("map-title") if field == "title" else self._say("map", key=visible(field))
                for side, value in each.said.items():
                    if value != each.kept:
                        self._mark("", side, field, plain(None if value is ABSENT else value))
                yield self._conflict(kind, "", "map", told, (message, fate, self._say("settle-map")), kept=kept)
                continue
            name, it, sort = self._named(each.unit)
            others = tuple(one.id for one in self._variants_of(each))
            if sort != "section":
                self._mark_field(each, name, field)
            settle = self._say("settle-both" if others else "settle-map" if sort == "section" else "settle-value")
            sentences = self._say(key, it=it, key=visible(field)), self._say("kept-both") if others else fate, settle
            yield self._conflict(kind, name, sort, told, sentences, kept="" if others else kept, others=others)

    def _mark_field(self, each: Differing, name: str, field: str) -> None:
        variants = self._variants_of(each)
        for one in variants:
            self._mark(one.id, one.side, "argument", name)
            self._mark(name, one.side, "argument", one.id)
        for side, value in each.said.items():
            if value != each.kept and not variants:
                self._mark(name, side, {"name": "title"}.get(field, field), self._value(each, value))

    def _variants_of(self, each: Differing) -> list[Variant]:
        return self._variants.get(each.unit, []) if each.field[0] == "steps" else []

    def _value(self, each: Differing, value: Any) -> Any:
        if each.field[0] in ("text", "title") and each.unit is not None:
            return value[0]
        if each.field[0] in ("section", "parent"):
            return None if value is None else self._section_title(value)
        return None if value is ABSENT else plain(value) if each.field[0] != "steps" else []

    def _told(self, each: Differing, value: Any) -> str:
        if each.field[0] == "steps":
            return "; ".join(
                f"{' + '.join(map(self._claim, step.premises))} → {self._claim(step.conclusion)}" for step in value
            ) or self._say("nothing")
        found = self._value(each, value)
        if found is None or found == "":
            return self._say("nothing")
        return visible(found) if isinstance(found, str) and each.field[0] in ("text", "title") else shown(found)

    def _claim(self, unit: int) -> str:
        name = self._built.ids.of.get(unit)
        return self._say("nothing") if name is None else called(self._built.map, name)

    def _section_title(self, unit: int) -> str:
        found = self._sections.get(self._built.sections.get(unit, ""))
        if found is not None:
            return found.title
        titles = (getattr(side.records[unit], "title", "") for side in self._sides if unit in side.records)
        return next(titles, "")

    def _named(self, unit: int) -> tuple[str, str, str]:
        if unit in self._built.sections:
            name = self._built.sections[unit]
            return name, called(self._built.map, self._sections[name]), "section"
        name = self._built.ids.of[unit]
        sort = "argument" if isinstance(self._built.map[name], Argument) else "claim"
        return name, called(self._built.map, name), sort

    # -- records and relations -----------------------------------------------------------------------------------

    def _of_what_is_gone(self) -> Iterator[Conflict]:
        for each in self._built.keeping.gone:
            name, it, sort = self._named(each.unit)
            says = {side: self._say("removed") for side in each.removed_by}
            says |= {side: self._say("there") for side in each.kept_by}
            for side in each.removed_by:
                self._mark(name, side, "removed", True)
            sentences = self._say("gone", it=it), self._say("kept-it"), self._say("settle-gone")
            told = [(self._who[side], what) for side, what in sorted(says.items())]
            yield self._conflict(K.GONE, name, sort, told, sentences)

    def _of_relations(self) -> Iterator[Conflict]:
        keeping = self._built.keeping
        fate, settle = self._say("kept-both"), self._say("settle-relation")
        for one, of_one, other, of_other in keeping.signs:
            name, it = self._end(one.source)
            sentences = self._say("signs", source=it, target=self._end(one.target)[1]), fate, settle
            told = [(self._who[of_one], self._relation(one)), (self._who[of_other], self._relation(other))]
            for side, key in ((of_one, one), (of_other, other)):
                self._mark(name, side, key.kind.value, self._end(key.target)[0])
            yield self._conflict(K.SIGNS, name, "relation", told, sentences)
        for each in keeping.disputed:
            name, it = self._end(each.key.source)
            told = [
                (self._who[side], self._say("removed") if key is None else self._relation(key))
                for side, key in sorted(each.outcomes.items())
            ]
            for side, outcome in each.outcomes.items():
                if name in self._built.map:
                    target = self._end((outcome or each.key).target)[0]
                    self._mark(name, side, "removed" if outcome is None else outcome.kind.value, target)
            sentences = self._say("relation", source=it, target=self._end(each.key.target)[1]), fate, settle
            yield self._conflict(K.RELATION, name, "relation", told, sentences)

    def _end(self, unit: str | int) -> tuple[str, str]:
        """Return the id of an end of a relation, and what to call it; it may be gone."""
        name = self._built.ids.of.get(int(unit))
        if name is not None:
            return name, called(self._built.map, name)
        for side in self._sides:
            if unit in side.records:
                record: Any = side.records[int(unit)]
                return record.id, called(side.map, record)
        return "", self._say("nothing")

    def _relation(self, key: Key) -> str:
        deed = self._words.say(f"changes.deed.{key.kind.value}")
        return f"{self._end(key.source)[1]} {deed} {self._end(key.target)[1]}"

    def _of_titles(self) -> Iterator[Conflict]:
        for each in self._built.ids.clashes:
            name, _, sort = self._named(each.unit)
            other = self._built.ids.of[each.other]
            told = []
            for unit, one in ((each.other, other), (each.unit, name)):
                side = self._built.having(unit)[0]
                text = self._built.map[one].text
                told.append((self._who[side], visible(short(text, 200)) if text else self._say("there")))
            side = self._built.having(each.unit)[0]
            self._mark(name, side, "title", each.title)
            sentences = (
                self._say("same-title", it=visible(each.title)),
                self._say("kept-both"),
                self._say("settle-title"),
            )
            yield self._conflict(K.SAME_TITLE, name, sort, told, sentences, others=(other,))
