"""What changed between two maps, and a map that holds both, so that what was removed can be drawn, too."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from argmap.changes.matching import match
from argmap.model.map import ArgumentMap
from argmap.view.diagram import Change

if TYPE_CHECKING:
    from argmap.model.records import Argument, Claim, Relation


@dataclass(slots=True)
class Comparison:
    """Two maps in one.

    Attributes:
        map: The later map, and what was removed since the earlier one.
        records: What became of each claim and argument that did not stay as it was, by its id in `map`.
        relations: What became of relations, by kind, source, target and step in `map`.
        removed: For each record that was removed, its id in the earlier map.
    """

    map: ArgumentMap
    records: dict[str, Change] = field(default_factory=dict)
    relations: dict[tuple[str, str, str, int | None], Change] = field(default_factory=dict)
    removed: dict[str, str] = field(default_factory=dict)


def compare(before: ArgumentMap, m: ArgumentMap) -> Comparison:
    """Return what became of `before` in `m`. As fast as `argmap.changes.matching.match`, which says what is the same.

    It changed where its title, words, tags, data or steps did. Sections do not count.

    Example:
        >>> import argmap
        >>> old, new = argmap.ArgumentMap(), argmap.ArgumentMap()
        >>> _ = old.claim("It rains", title="Rain"), old.claim("It snows")
        >>> _ = new.claim("It rains a lot", title="Rain"), new.claim("It hails")
        >>> {name: change.value for name, change in compare(old, new).records.items()}
        {'Rain': 'changed', 'C1': 'added', 'C1 (before)': 'removed'}
    """
    same = match(before, m).names
    left = {record.id for record in m} | {record.id for record in before}
    for record in before:
        if record.id not in same:
            same[record.id] = _free(record.id, left) if record.id in m else record.id
            left.add(same[record.id])
    old = {same[record.id]: record for record in before}
    found = Comparison(m)
    for record in m:
        if record.id not in old:
            found.records[record.id] = Change.ADDED
        elif _content(old[record.id], same) != _content(record, {}):
            found.records[record.id] = Change.CHANGED
    gone = {name: record for name, record in old.items() if name not in m}
    for name, record in gone.items():
        found.records[name] = Change.REMOVED
        found.removed[name] = record.id
    relations = {key_of(relation): relation for relation in m.relations}
    earlier = {}
    for relation in before.relations:
        moved = replace(relation, source=same[relation.source], target=same[relation.target], spans=())
        earlier[key_of(moved)] = moved
    found.relations = dict.fromkeys((key for key in relations if key not in earlier), Change.ADDED)
    lost = {key: relation for key, relation in earlier.items() if key not in relations}
    found.relations |= dict.fromkeys(lost, Change.REMOVED)
    if gone or lost:
        found.map = _joined(before, m, gone, list(lost.values()), same)
    return found


def key_of(relation: Relation) -> tuple[str, str, str, int | None]:
    """Return what makes a relation the one it is; the ends of a symmetric one in the order of the alphabet."""
    source, target = relation.source, relation.target
    if relation.kind.is_symmetric and target < source:
        source, target = target, source
    return relation.kind.value, source, target, relation.step


def _content(record: Claim | Argument, same: dict[str, str]) -> tuple[object, ...]:
    """Return what of a record makes it another when it changes; ids become those of the later map."""
    steps = tuple(
        (tuple(same.get(each, each) for each in step.premises), same.get(step.conclusion, step.conclusion), step.rules)
        for step in getattr(record, "steps", ())
    )
    return record.title, record.text, set(record.tags), dict(record.data), steps


def _free(name: str, taken: set[str]) -> str:
    free, count = f"{name} (before)", 2
    while free in taken:
        free, count = f"{name} (before, {count})", count + 1
    return free


def _joined(
    before: ArgumentMap,
    m: ArgumentMap,
    gone: dict[str, Claim | Argument],
    lost: list[Relation],
    same: dict[str, str],
) -> ArgumentMap:
    sections = {section.title: section.id for section in reversed(list(m.sections))}
    titles = {section.id: section.title for section in before.sections}
    claims, arguments = list(m.claims), list(m.arguments)
    names = {claim.id for claim in before.claims}
    for name, record in gone.items():
        section = sections.get(titles.get(record.section or "", ""))
        if record.id in names:
            claims.append(replace(record, id=name, section=section, occurrences=()))  # type: ignore[arg-type]
        else:
            steps = tuple(
                replace(step, premises=tuple(same[each] for each in step.premises), conclusion=same[step.conclusion])
                for step in record.steps  # type: ignore[union-attr]
            )
            arguments.append(
                replace(record, id=name, section=section, steps=steps, occurrences=(), span=None)  # type: ignore
            )
    return type(m).from_records(
        title=m.title,
        data=m.data,
        sections=m.sections,
        claims=claims,
        arguments=arguments,
        relations=[*m.relations, *lost],
        source=m.source,
    )
