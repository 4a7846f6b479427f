"""What changed from one map to another, as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from argmap.changes.change import Change, Kind
from argmap.changes.matching import match
from argmap.changes.parts import ABSENT, changed, empty, parts_of, translated
from argmap.changes.relating import key_of, replaced
from argmap.model import ArgumentMap, Section

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from argmap.changes.matching import Matching
    from argmap.changes.parts import Record
    from argmap.diagnostics import Span
    from argmap.model import Relation

_KINDS = {
    "text": Kind.REWORDED, "name": Kind.RENAMED, "title": Kind.RENAMED, "section": Kind.MOVED, "level": Kind.MOVED,
    "parent": Kind.MOVED, "tags": Kind.TAGS, "wordings": Kind.WORDINGS, "steps": Kind.PREMISES,
}  # fmt: skip
_OF_DATA = {"side": Kind.SIDE, "values": Kind.VALUES, "cites": Kind.SOURCES, "sources": Kind.SOURCES}


@dataclass(frozen=True, slots=True)
class Diff:
    """What changed from a map to a later one; false where nothing did. Printed, it is sentences, claim by claim.

    The order of records is no part of it, nor is the number that one without a title goes by: where another comes
    before it, ``C1`` is called ``C2``, and says the same.

    Attributes:
        changes: The changes: of the map, of its sections, claims and arguments, and of its relations, in the order of
            the later map; what was removed stands at the end of its sort.
        names: The id in the later map of each claim and argument that has another one there.
        sections: The same for sections.
        before: The earlier map.
        after: The later map.
    """

    changes: tuple[Change, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    sections: Mapping[str, str] = field(default_factory=dict)
    before: ArgumentMap = field(default_factory=ArgumentMap, compare=False, repr=False)
    after: ArgumentMap = field(default_factory=ArgumentMap, compare=False, repr=False)

    def __bool__(self) -> bool:
        return bool(self.changes)

    def __len__(self) -> int:
        return len(self.changes)

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def lines(self, mark: Callable[[str, bool], str] | None = None) -> list[str]:
        """Return the changes as sentences, those of one claim or argument below its name.

        Args:
            mark: Puts marks round words that went (False) or came (True); by default ``[-so-]`` and ``{+so+}``.
        """
        from argmap.changes.telling import lines_of

        return lines_of(self, mark)

    def to_data(self) -> dict[str, Any]:
        """Return the changes as plain data, for JSON."""
        return {
            "changes": [change.to_data() for change in self.changes],
            "names": dict(self.names),
            "sections": dict(self.sections),
        }

    def apply(self, m: ArgumentMap) -> ArgumentMap:
        r"""Return a map in which these changes were made; `m` stays as it is.

        Made in the earlier map, they give a map that is equal to the later one: title, data, sections, claims,
        arguments and relations are (see `ArgumentMap`). What was added stands behind what it follows there. The map is
        from no text.

        Raises:
            ArgmapError: Something that changes is not there, or not as it was.

        Example:
            >>> import argmap
            >>> old, new = argmap.parse("It rains.").map, argmap.parse("It rains.\n  - It is dry.").map
            >>> diff(old, new).apply(old) == new
            True
        """
        from argmap.changes.applying import apply

        return apply(self, m)


def diff(before: ArgumentMap, after: ArgumentMap) -> Diff:
    r"""Return what changed from a map to a later one.

    What is the same in both, see `argmap.changes.matching.match`.

    Args:
        before: The earlier map.
        after: The later map.

    Complexity:
        O(n log n) in the sizes of the maps.

    Example:
        >>> import argmap
        >>> old = argmap.parse("[Phones]: Phones distract pupils.").map
        >>> new = argmap.parse("[Phones]: Phones distract all of us.\n  - [Need]: Some need them.").map
        >>> print(diff(old, new))
        [Phones]
          Reworded: Phones distract [-pupils-]{+all of us+}.
        [Need]
          New claim: Some need them.
          Now attacks [Phones].
    """
    same = match(before, after)
    return Diff(
        tuple(_Changes(before, after, same).all()),
        {name: other for name, other in same.names.items() if name != other},
        {name: other for name, other in same.sections.items() if name != other},
        before,
        after,
    )


class _Changes:
    def __init__(self, before: ArgumentMap, after: ArgumentMap, same: Matching) -> None:
        self._before, self._after, self._same = before, after, same

    def all(self) -> Iterator[Change]:
        yield from self._of_map()
        yield from self._of("section", self._before.sections, self._after.sections, self._same.sections)
        yield from self._of("claim", self._before.claims, self._after.claims, self._same.names)
        yield from self._of("argument", self._before.arguments, self._after.arguments, self._same.names)
        yield from self._of_relations()

    def _of_map(self) -> Iterator[Change]:
        old, new = self._before, self._after
        if old.title != new.title:
            yield Change(Kind.RENAMED, "map", field="title", old=old.title, new=new.title)
        for key in dict.fromkeys((*old.data, *new.data)):
            was, now = old.data.get(key, ABSENT), new.data.get(key, ABSENT)
            if was != now:
                kind = _OF_DATA.get(key, Kind.DATA)
                yield Change(kind, "map", field="data", key=key, old=was, new=now)

    def _of(
        self, sort: str, before: Iterable[Record], after: Iterable[Record], same: Mapping[str, str]
    ) -> Iterator[Change]:
        earlier = {same[one.id]: one for one in before if one.id in same}
        follows = None
        for new in after:
            old = earlier.get(new.id)
            if old is None:
                bare = changed(new, {})
                yield Change(Kind.ADDED, sort, new.id, new=bare, after=place_of(self._after, new), follows=follows)
            else:
                yield from self._of_record(sort, old, new)
            follows = new.id
        for old in before:
            if old.id not in same:
                bare = changed(old, {})
                yield Change(Kind.REMOVED, sort, old.id, old.id, old=bare, before=place_of(self._before, old))

    def _of_record(self, sort: str, old: Record, new: Record) -> Iterator[Change]:
        was, now = parts_of(old), parts_of(new)
        places = {"before": place_of(self._before, old), "after": place_of(self._after, new)}
        for each in dict.fromkeys((*was, *now)):
            one, other = was.get(each, empty(each)), now.get(each, empty(each))
            if translated(each, one, self._name, self._section) == other:
                continue
            kind = _OF_DATA.get(each[1], Kind.DATA) if each[0] == "data" else _KINDS[each[0]]
            yield Change(kind, sort, new.id, old.id, each[0], each[1], one, other, **places)

    def _of_relations(self) -> Iterator[Change]:
        old = {key_of(each, self._name): each for each in self._before.relations}
        new = {key_of(each, str): each for each in self._after.relations}
        instead = {
            other: key for key, other in replaced((k for k in old if k not in new), (k for k in new if k not in old))
        }
        for key, relation in new.items():
            if key in old:
                yield from self._of_relation(old[key], relation)
            elif key in instead:
                was = old[instead[key]]
                kind = Kind.REAIMED if was.kind is relation.kind else Kind.FLIPPED
                yield self._relation(kind, was, relation)
            else:
                yield self._relation(Kind.ADDED, None, relation)
        gone = set(instead.values())
        for key, relation in old.items():
            if key not in new and key not in gone:
                yield self._relation(Kind.REMOVED, relation, None)

    def _of_relation(self, old: Relation, new: Relation) -> Iterator[Change]:
        for key in dict.fromkeys((*old.data, *new.data)):
            was, now = old.data.get(key, ABSENT), new.data.get(key, ABSENT)
            if was != now:
                one = replace(old, data={} if was is ABSENT else {key: was})
                other = replace(new, data={} if now is ABSENT else {key: now})
                yield replace(self._relation(Kind.DATA, one, other), field="data", key=key)

    def _relation(self, kind: Kind, old: Relation | None, new: Relation | None) -> Change:
        there = new or old
        assert there is not None
        return Change(
            kind,
            "relation",
            there.source,
            None if old is None else old.source,
            old=ABSENT if old is None else replace(old, spans=()),
            new=ABSENT if new is None else replace(new, spans=()),
            before="" if old is None else _place(self._before, old.spans),
            after="" if new is None else _place(self._after, new.spans),
        )

    def _name(self, name: str) -> str:
        # A line break is in no id: what is gone is like nothing that is there.
        return self._same.names.get(name, f"{name}\n")

    def _section(self, name: str) -> str:
        return self._same.sections.get(name, f"{name}\n")


def place_of(m: ArgumentMap, record: Record) -> str:
    """Return where a record stands in the text of its map, as ``file:line:column``; nothing where that is not known."""
    if isinstance(record, Section):
        return _place(m, () if record.span is None else (record.span,))
    worded = [each.span for each in record.occurrences if not each.is_reference]
    return _place(m, worded or [each.span for each in record.occurrences])


def _place(m: ArgumentMap, spans: Iterable[Span]) -> str:
    first = next(iter(spans), None)
    return "" if first is None or m.source is None else str(m.source.place(first.start))
