"""What Argdown has no sign for: noted in the front matter under `argmap`, so that nothing is lost.

The printer compares the map it was given with what its text says, and notes every difference; the reader puts the
notes into the map it read::

    argmap:
      claims:
        Open: {title: "Open [weights]", tags: [a]}   # fields of the claim that the text calls [Open]
      arguments:
        "<Open>": {id: Open}                         # by the ids that the reader gives; `id` is another one
      sections:
        s2: {id: s3}
      relations:                                     # for two elements named here, the list says all that holds
        - {kind: entails, source: Rain, target: Wet, data: {weight: 0.9}}   # between them; signs do not count
      data:                                          # entries of the front matter under names it uses itself
        title: 12

Other Argdown tools ignore the notes, and read the nearest sign in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

from argmap.errors import ModelError, nearest
from argmap.model.integrity import faults
from argmap.model.naming import plain_data
from argmap.model.records import Argument, Claim, Range, RangeKind, Relation, RelationKind, Section, Step, Wording

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

KEY = "argmap"
"""The entry of the front matter."""

Record = Claim | Argument | Section
R = TypeVar("R", Claim, Argument, Section)
Renamed = Mapping[str, str]


class _WrongFormError(Exception):
    """What is noted does not have the form it should have; the message is a clause for people."""


# Noting -----------------------------------------------------------------------------------------------------------


def notes(m: ArgumentMap, read: ArgumentMap, claims: Renamed, arguments: Renamed, sections: Renamed) -> dict[str, Any]:
    """Return what has to be noted for a text that says `read` to say `m`.

    Args:
        m: The map.
        read: What the text says without notes.
        claims: For ids of claims in `read`, which claims of `m` they are; others have the same id.
        arguments: The same for arguments.
        sections: The same for sections.

    Complexity: O(n) in the size of the maps, and O(k log k) in the number of relations noted.
    """
    found: dict[str, Any] = {}
    reserved = {key: m.data[key] for key in ("title", KEY) if key in m.data}
    for name, records, known, ids in (
        ("claims", read.claims, {each.id: each for each in m.claims}, claims),
        ("arguments", read.arguments, {each.id: each for each in m.arguments}, arguments),
        ("sections", read.sections, {each.id: each for each in m.sections}, sections),
    ):
        changed = {}
        for record in records:  # type: ignore[attr-defined]  # a view of records of any sort
            meant = known.get(ids.get(record.id, record.id))
            if meant is not None:
                changes = dict(_changes(_renamed(record, record.id, claims, sections), meant))
                if changes:
                    changed[record.id] = changes
        if changed:
            found[name] = changed
    listed = _relations_apart(m, read, {**claims, **arguments})
    if listed:
        found["relations"] = listed
    if reserved:
        found["data"] = reserved
    return found


def _changes(record: Any, meant: Any) -> Iterator[tuple[str, Any]]:
    """Yield the fields that differ, as YAML has them."""
    if record.id != meant.id:
        yield "id", meant.id
    if meant.title is not None and record.title != meant.title:
        yield "title", meant.title
    for name in ("text", "parent", "section"):
        if hasattr(meant, name) and getattr(record, name) != getattr(meant, name):
            yield name, getattr(meant, name)
    if record.tags != meant.tags:
        yield "tags", list(meant.tags)
    if record.ranges != meant.ranges:
        yield "ranges", _plain_ranges(meant.ranges)
    if isinstance(meant, Section):
        return
    if record.wordings != meant.wordings:
        yield "wordings", [{"text": each.text, **_some("ranges", _plain_ranges(each.ranges))} for each in meant.wordings]
    if isinstance(meant, Argument) and record.steps != meant.steps:
        yield (
            "steps",
            [
                {
                    "premises": list(each.premises),
                    "conclusion": each.conclusion,
                    **_some("rules", list(each.rules)),
                    **_some("data", each.data),
                }
                for each in meant.steps
            ],
        )


def _some(name: str, value: Any) -> dict[str, Any]:
    return {name: value} if value else {}


def _plain_ranges(ranges: Iterable[Range]) -> list[dict[str, Any]]:
    return [
        {
            "kind": each.kind.value,
            "start": each.start,
            "end": each.end,
            **({} if each.target is None else {"target": each.target}),
        }
        for each in ranges
    ]


def _relations_apart(m: ArgumentMap, read: ArgumentMap, ids: Renamed) -> list[dict[str, Any]]:
    """List all relations between any two elements between which `read` does not have the same ones as `m`."""
    meant = {_meaning(each): each.data for each in m.relations}
    said = {_meaning(_moved(each, ids)): each.data for each in read.relations}
    apart = {key[1] for key in meant.keys() | said.keys() if key not in meant or meant[key] != said.get(key)}
    listed = [each for each in m.relations if frozenset((each.source, each.target)) in apart] if apart else []
    listed.sort(key=lambda each: (each.source, each.target, each.kind, -1 if each.step is None else each.step))
    return [
        {
            "kind": each.kind.value,
            "source": each.source,
            "target": each.target,
            **({} if each.step is None else {"step": each.step}),
            **_some("data", each.data),
        }
        for each in listed
    ]


def _meaning(relation: Relation) -> tuple[RelationKind, frozenset[str], str | None, int | None]:
    source = None if relation.kind.is_symmetric else relation.source
    return relation.kind, frozenset((relation.source, relation.target)), source, relation.step


def _sign(relation: Relation) -> tuple[str, str, str]:
    """The sign that stands for a relation, or is nearest to it, and its ends."""
    if relation.kind is RelationKind.UNDERCUT:
        sign = "_"
    else:
        sign = "-" if relation.kind.is_negative else "+"
    return sign, relation.source, relation.target


def _moved(relation: Relation, ids: Renamed) -> Relation:
    source, target = ids.get(relation.source, relation.source), ids.get(relation.target, relation.target)
    if (source, target) == (relation.source, relation.target):
        return relation
    return replace(relation, source=source, target=target)


def _renamed(record: Any, id: str, claims: Renamed, sections: Renamed) -> Any:
    """Return a record with other ids for itself, its section and its claims."""
    changes: dict[str, Any] = {} if record.id == id else {"id": id}
    if isinstance(record, Section):
        if record.parent in sections:
            changes["parent"] = sections[record.parent]
        return replace(record, **changes) if changes else record
    if sections and record.section in sections:
        changes["section"] = sections[record.section]
    if sections and any(each.section in sections for each in record.occurrences):
        changes["occurrences"] = tuple(
            replace(each, section=sections.get(each.section or "", each.section)) for each in record.occurrences
        )
    if isinstance(record, Argument) and any(
        each.conclusion in claims or not claims.keys().isdisjoint(each.premises) for each in record.steps
    ):
        changes["steps"] = tuple(
            replace(
                each,
                premises=tuple(claims.get(premise, premise) for premise in each.premises),
                conclusion=claims.get(each.conclusion, each.conclusion),
            )
            for each in record.steps
        )
    return replace(record, **changes) if changes else record


# Applying ---------------------------------------------------------------------------------------------------------


def apply(noted: Any, m: ArgumentMap) -> tuple[ArgumentMap, list[str]]:
    """Put what is noted into a map that was read.

    Args:
        noted: The entry of the front matter; anything at all.
        m: What the text says; it stays as it is.

    Returns:
        The map with the notes, and clauses on those that cannot be used, each beginning with the place of the note.
        Notes that together do not fit the map are all left out.

    Complexity: O(n) in the size of the map and the notes.
    """
    applier = _Applier(m)
    return applier.run(noted), applier.problems


class _Applier:
    def __init__(self, m: ArgumentMap) -> None:
        self.map = m
        self.problems: list[str] = []

    def run(self, noted: Any) -> ArgumentMap:
        m = self.map
        if not isinstance(noted, Mapping):
            self.problems.append(f"{KEY} is no mapping of claims, arguments, sections, relations or data")
            return m
        known = ("claims", "arguments", "sections", "relations", "data")
        for name in noted:
            if name not in known:
                self.problems.append(f"{KEY}: {name} is none of {', '.join(known)}.{nearest(name, known)}".rstrip("."))
        changes = {name: self.changes(noted, name, view) for name, view in self.views()}
        claims = self.renames(changes["claims"])
        arguments = self.renames(changes["arguments"])
        sections = self.renames(changes["sections"])
        made = {
            name: [
                self.changed(_renamed(each, each.id, claims, sections), changes[name].get(each.id)) for each in view
            ]
            for name, view in self.views()
        }
        relations = self.relations(noted.get("relations", ()), {**claims, **arguments})
        data = dict(m.data)
        if isinstance(noted.get("data", {}), Mapping):
            data.update(noted.get("data", {}))
        else:
            self.problems.append(f"{KEY}: data is no mapping")
        fault = next(faults(data, made["claims"], made["arguments"], relations, made["sections"]), None)
        if fault is not None:
            self.problems.append(f"{KEY} does not fit the text ({fault[1].rstrip('.')})")
            return m
        return type(m).from_records(
            title=m.title, data=data, source=m.source, relations=relations, **made
        )

    def views(self) -> tuple[tuple[str, Iterable[Any]], ...]:
        m = self.map
        return ("claims", m.claims), ("arguments", m.arguments), ("sections", m.sections)

    def changes(self, noted: Mapping[str, Any], name: str, records: Iterable[Any]) -> dict[str, dict[str, Any]]:
        """Return the changes that are noted for records of one sort, those of a wrong form left out."""
        given = noted.get(name, {})
        if not isinstance(given, Mapping):
            self.problems.append(f"{KEY}: {name} is no mapping")
            return {}
        known = {each.id for each in records} if given else set()
        sort = {"claims": Claim, "arguments": Argument, "sections": Section}[name]
        allowed = {each.name for each in fields(sort)} & _FORMS.keys()
        found: dict[str, dict[str, Any]] = {}
        for id, changes in given.items():
            place = f"{KEY}: {name}: {id}"
            if id not in known:
                self.problems.append(f"{place} is not in the text.{nearest(id, sorted(known))}".rstrip("."))
            elif not isinstance(changes, Mapping):
                self.problems.append(f"{place} is no mapping")
            else:
                found[id] = {}
                for field, value in changes.items():
                    try:
                        if field not in allowed:
                            raise _WrongFormError(f"is none of {', '.join(sorted(allowed))}")
                        found[id][field] = _FORMS[field](value)
                    except _WrongFormError as error:
                        self.problems.append(f"{place}: {field} {error}")
        return found

    def renames(self, changes: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
        return {id: each["id"] for id, each in changes.items() if "id" in each}

    def changed(self, record: R, changes: Mapping[str, Any] | None) -> R:
        return replace(record, **changes) if changes else record

    def relations(self, given: Any, ids: Renamed) -> list[Relation]:
        """Return the relations of the text, and those that are noted in place of others between the same two."""
        read = [_moved(each, ids) for each in self.map.relations]
        if not isinstance(given, list | tuple):
            self.problems.append(f"{KEY}: relations is no list")
            return read
        noted: list[Relation] = []
        for number, each in enumerate(given, start=1):
            try:
                noted.append(_relation(each))
            except _WrongFormError as error:
                self.problems.append(f"{KEY}: relations: entry {number} {error}")
        if not noted:
            return read
        pairs = {frozenset((each.source, each.target)) for each in noted}
        kept: list[Relation] = []
        replaced: dict[Any, list[Relation]] = {}
        for each in read:
            pair = frozenset((each.source, each.target))
            if pair in pairs:
                replaced.setdefault(pair, []).append(each)
            else:
                kept.append(each)
        # What is noted stands where its sign does: the same one, the nearest one, or what is left over.
        for near in (_meaning, _sign, lambda _: None):
            for number, each in enumerate(noted):
                same = [] if each.spans else replaced.get(frozenset((each.source, each.target)), [])
                found = next((k for k, other in enumerate(same) if near(other) == near(each)), None)
                if found is not None:
                    noted[number] = replace(each, spans=same.pop(found).spans)
        return kept + noted


# Forms ------------------------------------------------------------------------------------------------------------


def _word(value: Any) -> str:
    if not isinstance(value, str):
        raise _WrongFormError("is no text")
    return value


def _word_or_none(value: Any) -> str | None:
    return None if value is None else _word(value)


def _number(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _WrongFormError("is no whole number")
    return value


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise _WrongFormError("is no list")
    return value


def _words(value: Any) -> tuple[str, ...]:
    return tuple(_word(each) for each in _list(value))


def _entry(value: Any, needed: Iterable[str], allowed: Iterable[str]) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise _WrongFormError("is no mapping")
    lacking = [name for name in needed if name not in value]
    if lacking:
        raise _WrongFormError(f"lacks {' and '.join(lacking)}")
    unknown = value.keys() - {*needed, *allowed}
    if unknown:
        raise _WrongFormError(f"has {min(unknown)}, which says nothing here")
    return value


def _data(value: Any) -> Mapping[str, Any]:
    try:
        return plain_data(value)
    except ModelError as error:
        raise _WrongFormError("has data of a wrong form") from error


def _ranges(value: Any) -> tuple[Range, ...]:
    found = []
    for each in _list(value):
        entry = _entry(each, ("kind", "start", "end"), ("target",))
        if entry["kind"] not in set(RangeKind):
            raise _WrongFormError(f"has the kind {entry['kind']}, which there is not")
        start, end = _number(entry["start"]), _number(entry["end"])
        found.append(Range(RangeKind(entry["kind"]), start, end, _word_or_none(entry.get("target"))))
    return tuple(found)


def _wordings(value: Any) -> tuple[Wording, ...]:
    entries = [_entry(each, ("text",), ("ranges",)) for each in _list(value)]
    return tuple(Wording(_word(each["text"]), _ranges(each.get("ranges", []))) for each in entries)


def _steps(value: Any) -> tuple[Step, ...]:
    entries = [_entry(each, ("premises", "conclusion"), ("rules", "data")) for each in _list(value)]
    return tuple(
        Step(
            _words(each["premises"]),
            _word(each["conclusion"]),
            _words(each.get("rules", [])),
            _data(each.get("data", {})),
        )
        for each in entries
    )


def _relation(value: Any) -> Relation:
    entry = _entry(value, ("kind", "source", "target"), ("step", "data"))
    if entry["kind"] not in set(RelationKind):
        known = [kind.value for kind in RelationKind]
        raise _WrongFormError(f"has the kind {entry['kind']}, which there is not.{nearest(str(entry['kind']), known)}")
    step = None if entry.get("step") is None else _number(entry["step"])
    return Relation(
        RelationKind(entry["kind"]), _word(entry["source"]), _word(entry["target"]), step, _data(entry.get("data", {}))
    )


_FORMS: Mapping[str, Callable[[Any], Any]] = {
    "id": _word,
    "title": _word_or_none,
    "text": _word,
    "section": _word_or_none,
    "parent": _word_or_none,
    "tags": _words,
    "ranges": _ranges,
    "wordings": _wordings,
    "steps": _steps,
}
"""The fields that can be noted, and what makes a value of YAML the value of the field."""
