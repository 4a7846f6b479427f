"""What a printed text does not say of its map: to be noted in the front matter (see `argmap.text.extras`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.model.naming import whole
from argmap.model.records import Argument, Range, Section
from argmap.text.extras import KEY, Renamed, meaning, moved, renamed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model import ArgumentMap


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
    bare = titled = False  # whether names in brackets are no titles, and whether some are
    reserved = {key: m.data[key] for key in ("title", KEY) if key in m.data}
    for name, records, known, ids in (
        ("claims", read.claims, {each.id: each for each in m.claims}, claims),
        ("arguments", read.arguments, {each.id: each for each in m.arguments}, arguments),
        ("sections", read.sections, {each.id: each for each in m.sections}, sections),
    ):
        changed = {}
        for record in records:
            meant = known.get(ids.get(record.id, record.id))
            if meant is not None:
                if name != "sections" and record.title is not None:
                    bare |= meant.title is None
                    titled |= meant.title == record.title
                changes = _changes(renamed(record, claims, sections), meant)
                if changes:
                    changed[record.id] = changes
        if changed:
            found[name] = changed
    if bare and not titled:
        found["untitled"] = True
    listed = _relations_apart(m, read, {**claims, **arguments})
    if listed:
        found["relations"] = listed
    if reserved:
        found["data"] = reserved
    return found


def _changes(record: Any, meant: Any) -> dict[str, Any]:
    """Return the fields that differ, as YAML has them."""
    if record == meant and record.title == meant.title:
        return {}
    said = _fields(record)
    return {
        name: value
        for name, value in _fields(meant).items()
        if value != said[name] and not (name == "title" and value is None)
    }


def _fields(record: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {"id": whole(record.id), "title": None if record.title is None else whole(record.title)}
    if not isinstance(record, Section):
        fields["text"] = whole(record.text)
    place = "parent" if isinstance(record, Section) else "section"
    fields[place] = getattr(record, place)
    fields["tags"] = [whole(tag) for tag in record.tags]
    fields["ranges"] = _plain_ranges(record.ranges)
    if not isinstance(record, Section):
        fields["wordings"] = [
            {"text": whole(each.text), **_some("ranges", _plain_ranges(each.ranges))} for each in record.wordings
        ]
    if isinstance(record, Argument):
        fields["steps"] = [
            {
                "premises": list(each.premises),
                "conclusion": each.conclusion,
                **_some("rules", [whole(rule) for rule in each.rules]),
                **_some("data", each.data),
            }
            for each in record.steps
        ]
    return fields


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
    meant = {meaning(each): each.data for each in m.relations}
    said = {meaning(moved(each, ids)): each.data for each in read.relations}
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
