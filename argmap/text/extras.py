"""What Argdown has no sign for: noted in the front matter under `argmap`, so that nothing is lost.

The printer compares the map it was given with what its text says, and notes every difference; the reader puts the
notes into the map it read. They look like this::

    argmap:
      claims: {Open: {title: "Open [weights]", tags: [a]}}
      arguments: {"<Open>": {id: Open}}
      sections: {s2: {id: s3}}
      relations:
        - {kind: entails, source: Rain, target: Wet, data: {weight: 0.9}}
      data: {title: 12}
      untitled: true

* `claims`, `arguments`, `sections`: by the ids that the reader gives, fields that are different; `id` is another id.
* `relations`: all that holds between any two elements that are named here together. Signs between them do not count.
* `data`: entries of the front matter under names that it uses itself.
* `untitled`: names in brackets are no titles, but for those that are noted as such; so it is with ids of other formats.

Other Argdown tools ignore the notes, and read the nearest sign in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.errors import ModelError, nearest
from argmap.model.integrity import faults
from argmap.model.naming import plain_data
from argmap.model.records import Argument, Claim, Range, RangeKind, Relation, RelationKind, Section, Step, Wording

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

KEY = "argmap"
"""The entry of the front matter."""

_MOST_HINTS = 10
"""How many of the unknown names are compared with the known ones: that costs time for each."""

Renamed = Mapping[str, str]


class Problem(NamedTuple):
    """A note that cannot be used.

    Attributes:
        place: Where it stands, such as ``argmap.claims.Open.tags``.
        why: A clause for people.
        hint: A question on the nearest right name, or nothing.
    """

    place: str
    why: str
    hint: str = ""


class _WrongFormError(Exception):
    """What is noted does not have the form it should have: a clause for people, perhaps a hint."""


def meaning(relation: Relation) -> tuple[RelationKind, frozenset[str], str | None, int | None]:
    """Return what two relations that say the same have in common; the ends come second."""
    source = None if relation.kind.is_symmetric else relation.source
    return relation.kind, _ends(relation), source, relation.step


def _ends(relation: Relation) -> frozenset[str]:
    return frozenset((relation.source, relation.target))


def _sign(relation: Relation) -> tuple[str, str, str]:
    """The sign that stands for a relation, or is nearest to it, and its ends."""
    sign = "_" if relation.kind is RelationKind.UNDERCUT else "-" if relation.kind.is_negative else "+"
    return sign, relation.source, relation.target


def moved(relation: Relation, ids: Renamed) -> Relation:
    """Return a relation between the elements that have other ids now."""
    source, target = ids.get(relation.source, relation.source), ids.get(relation.target, relation.target)
    if (source, target) == (relation.source, relation.target):
        return relation
    return replace(relation, source=source, target=target)


def renamed(record: Any, claims: Renamed, sections: Renamed) -> Any:
    """Return a record with other ids for its section and its claims."""
    if isinstance(record, Section):
        above = sections.get(record.parent or "")
        return replace(record, parent=above) if above is not None else record
    changes: dict[str, Any] = {}
    if record.section in sections:
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


def apply(noted: Any, m: ArgumentMap) -> tuple[ArgumentMap, list[Problem]]:
    """Put what is noted into a map that was read.

    Args:
        noted: The entry of the front matter; anything at all.
        m: What the text says; it stays as it is.

    Returns:
        The map with the notes, and those that cannot be used. Notes that together do not fit the map are all left
        out.

    Complexity: O(n) in the size of the map and the notes.
    """
    applier = _Applier(m)
    return applier.run(noted), applier.problems


class _Applier:
    def __init__(self, m: ArgumentMap) -> None:
        self.map = m
        self.problems: list[Problem] = []

    def refuse(self, why: object, *place: object, hint: str = "") -> None:
        self.problems.append(Problem(".".join(map(str, (KEY, *place))), str(why), hint))

    def run(self, noted: Any) -> ArgumentMap:
        m = self.map
        if not isinstance(noted, Mapping):
            self.refuse("it is no mapping")
            return m
        known = ("claims", "arguments", "sections", "relations", "data", "untitled")
        for name in noted:
            if name not in known:
                self.refuse(f"the names there are {', '.join(known)}", name, hint=nearest(name, known))
        changes = {name: self.changes(noted, name, view) for name, view in self.views()}
        if not isinstance(noted.get("untitled", False), bool):
            self.refuse("it is neither true nor false", "untitled")
        elif noted.get("untitled"):
            for name in ("claims", "arguments"):
                for each in getattr(m, name):
                    changes[name].setdefault(each.id, {}).setdefault("title", None)
        claims = self.renames(changes["claims"])
        arguments = self.renames(changes["arguments"])
        sections = self.renames(changes["sections"])
        made = {
            name: [replace(renamed(each, claims, sections), **changes[name].get(each.id, {})) for each in view]
            for name, view in self.views()
        }
        relations = self.relations(noted.get("relations", ()), {**claims, **arguments})
        data = dict(m.data)
        if isinstance(noted.get("data", {}), Mapping):
            data.update(noted.get("data", {}))
        else:
            self.refuse("it is no mapping", "data")
        fault = next(faults(data, made["claims"], made["arguments"], relations, made["sections"]), None)
        beyond = next((record.id for records in made.values() for record in records if _goes_beyond(record)), None)
        if fault is not None or beyond is not None:
            why = fault[1].rstrip(".") if fault is not None else f"a range of {beyond!r} lies outside its text"
            self.refuse(f"it does not fit the text ({why})")
            return m
        return type(m).from_records(title=m.title, data=data, source=m.source, relations=relations, **made)

    def views(self) -> tuple[tuple[str, Iterable[Any]], ...]:
        m = self.map
        return ("claims", m.claims), ("arguments", m.arguments), ("sections", m.sections)

    def changes(self, noted: Mapping[str, Any], name: str, records: Iterable[Any]) -> dict[str, dict[str, Any]]:
        """Return the changes that are noted for records of one sort, those of a wrong form left out."""
        given = noted.get(name, {})
        if not isinstance(given, Mapping):
            self.refuse("it is no mapping", name)
            return {}
        known = {each.id for each in records} if given else set()
        sort = {"claims": Claim, "arguments": Argument, "sections": Section}[name]
        allowed = {each.name for each in fields(sort)} & _FORMS.keys()
        found: dict[str, dict[str, Any]] = {}
        for key, changes in given.items():
            if key not in known:
                hint = nearest(key, sorted(known)) if len(self.problems) < _MOST_HINTS else ""
                self.refuse(f"there is none of this id among the {name} of the text", name, key, hint=hint)
            elif not isinstance(changes, Mapping):
                self.refuse("it is no mapping", name, key)
            else:
                found[key] = {}
                for field, value in changes.items():
                    try:
                        if field not in allowed:
                            names = sorted(allowed)
                            raise _WrongFormError(f"the fields there are {', '.join(names)}", nearest(field, names))
                        found[key][field] = _FORMS[field](value)
                    except _WrongFormError as error:
                        self.refuse(error.args[0], name, key, field, hint="".join(error.args[1:]))
        return found

    def renames(self, changes: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
        return {key: each["id"] for key, each in changes.items() if "id" in each}

    def relations(self, given: Any, ids: Renamed) -> list[Relation]:
        """Return the relations of the text, and those that are noted in place of others between the same two."""
        read = [moved(each, ids) for each in self.map.relations]
        if not isinstance(given, list | tuple):
            self.refuse("it is no list", "relations")
            return read
        noted: list[Relation] = []
        for number, each in enumerate(given, start=1):
            try:
                noted.append(_relation(each))
            except _WrongFormError as error:
                self.refuse(error.args[0], "relations", number, hint="".join(error.args[1:]))
        if not noted:
            return read
        pairs = {_ends(each) for each in noted}
        left = {each: None for each in read if _ends(each) in pairs}
        kept = [each for each in read if each not in left]
        # What is noted stands where its sign does: the same one, the nearest one, or what is left over.
        for near in (meaning, _sign, _ends):
            waiting: dict[Any, list[Relation]] = {}
            for each in reversed(left):
                waiting.setdefault(near(each), []).append(each)
            for number, each in enumerate(noted):
                if not each.spans and waiting.get(near(each)):
                    sign = waiting[near(each)].pop()
                    noted[number] = replace(each, spans=sign.spans)
                    del left[sign]
        # Signs both ways are one relation where it is symmetric, and two in the notes.
        spare = {(_sign(each)[0], _ends(each)): k for k, each in enumerate(noted) if len(each.spans) > 1}
        for number, each in enumerate(noted):
            giver = None if each.spans else spare.pop((_sign(each)[0], _ends(each)), None)
            if giver is not None:
                *first, last = noted[giver].spans
                noted[giver] = replace(noted[giver], spans=tuple(first))
                noted[number] = replace(each, spans=(last,))
        return kept + noted


def _goes_beyond(record: Any) -> bool:
    text = record.title if isinstance(record, Section) else record.text
    wordings = () if isinstance(record, Section) else record.wordings
    return any(
        not 0 <= each.start <= each.end <= len(words)
        for words, ranges in ((text, record.ranges), *((each.text, each.ranges) for each in wordings))
        for each in ranges
    )


# Forms ------------------------------------------------------------------------------------------------------------


def _word(value: Any) -> str:
    if not isinstance(value, str):
        raise _WrongFormError("it is no text")
    return value


def _word_or_none(value: Any) -> str | None:
    return None if value is None else _word(value)


def _number(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _WrongFormError("it is no whole number")
    return value


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise _WrongFormError("it is no list")
    return value


def _words(value: Any) -> tuple[str, ...]:
    return tuple(_word(each) for each in _list(value))


def _entry(value: Any, needed: Iterable[str], allowed: Iterable[str]) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise _WrongFormError("it is no mapping")
    lacking = [name for name in needed if name not in value]
    if lacking:
        raise _WrongFormError(f"it lacks {' and '.join(lacking)}")
    unknown = value.keys() - {*needed, *allowed}
    if unknown:
        raise _WrongFormError(f"its entry {min(unknown)} says nothing here")
    return value


def _data(value: Any) -> Mapping[str, Any]:
    try:
        return plain_data(value)
    except ModelError as error:
        raise _WrongFormError("its data cannot stand in a map") from error


def _ranges(value: Any) -> tuple[Range, ...]:
    found = []
    for each in _list(value):
        entry = _entry(each, ("kind", "start", "end"), ("target",))
        if _word(entry["kind"]) not in set(RangeKind):
            raise _WrongFormError(f"there is no kind of range {entry['kind']!r}")
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
    if _word(entry["kind"]) not in set(RelationKind):
        known = [kind.value for kind in RelationKind]
        raise _WrongFormError(f"there is no relation {entry['kind']!r}", nearest(str(entry["kind"]), known))
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
