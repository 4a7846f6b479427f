"""Whether records fit each other: for records that come from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.errors import ModelError
from argmap.model.container import keys_of
from argmap.model.naming import plain_data
from argmap.model.records import NOTHING, Argument, Claim, Relation, RelationKind, Section

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argmap.model.incidence import Key


def faults(
    data: Mapping[str, Any],
    claims: Sequence[Claim],
    arguments: Sequence[Argument],
    relations: Sequence[Relation],
    sections: Sequence[Section],
) -> Iterator[tuple[str, str]]:
    """Yield what would break a map of these records: a path such as ``claims[3].section``, and a sentence.

    Linear.

    Example:
        >>> list(faults({}, [Claim("C1", section="s1")], [], [], []))
        [('claims[0].section', "There is no section 's1'.")]
    """
    yield from _data_faults("data", data)
    yield from _section_faults(sections)
    section_ids = {section.id for section in sections}
    claim_ids = {claim.id for claim in claims}
    seen: set[str] = set()
    nodes: tuple[tuple[str, Sequence[Claim | Argument]], ...] = (("claims", claims), ("arguments", arguments))
    for sort, records in nodes:
        for number, record in enumerate(records):
            path = f"{sort}[{number}]"
            if not record.id or record.id in seen:
                yield f"{path}.id", _id_fault(record.id)
            seen.add(record.id)
            if record.section is not None and record.section not in section_ids:
                yield f"{path}.section", f"There is no section {record.section!r}."
            yield from _data_faults(f"{path}.data", record.data)
            for place, occurrence in enumerate(record.occurrences):
                yield from _data_faults(f"{path}.occurrences[{place}].data", occurrence.data)
    for number, argument in enumerate(arguments):
        for place, step in enumerate(argument.steps):
            path = f"arguments[{number}].steps[{place}]"
            for which, premise in enumerate(step.premises):
                if premise not in claim_ids:
                    yield f"{path}.premises[{which}]", f"There is no claim {premise!r}."
            if step.conclusion not in claim_ids:
                yield f"{path}.conclusion", f"There is no claim {step.conclusion!r}."
            yield from _data_faults(f"{path}.data", step.data)
    yield from _relation_faults(relations, seen, {argument.id: len(argument.steps) for argument in arguments})


def _relation_faults(
    relations: Sequence[Relation], ids: set[str], steps: Mapping[str, int]
) -> Iterator[tuple[str, str]]:
    seen: set[Key] = set()
    for number, relation in enumerate(relations):
        path = f"relations[{number}]"
        for end, name in (("source", relation.source), ("target", relation.target)):
            if name not in ids:
                yield f"{path}.{end}", f"There is no claim or argument {name!r}."
        if any(key in seen for key in keys_of(relation)):
            yield path, "The same relation stands further up; merge the two."
        seen.update(keys_of(relation))
        if relation.step is not None and not (
            relation.kind is RelationKind.UNDERCUT and 0 <= relation.step < steps.get(relation.target, 0)
        ):
            yield f"{path}.step", f"An undercut of {relation.target!r} cannot attack step {relation.step}."
        yield from _data_faults(f"{path}.data", relation.data)


def _section_faults(sections: Sequence[Section]) -> Iterator[tuple[str, str]]:
    parents = {section.id: section.parent for section in sections}
    seen: set[str] = set()
    sound: set[str | None] = {None}  # known to end at the top
    for number, section in enumerate(sections):
        path = f"sections[{number}]"
        if not section.id or section.id in seen:
            yield f"{path}.id", _id_fault(section.id)
        seen.add(section.id)
        yield from _data_faults(f"{path}.data", section.data)
        if section.parent is not None and section.parent not in parents:
            yield f"{path}.parent", f"There is no section {section.parent!r}."
        way: dict[str | None, None] = {}
        place: str | None = section.id
        while place not in sound and place in parents and place not in way:
            way[place] = None
            place = parents[place]
        if place in way:
            yield f"{path}.parent", f"Section {section.id!r} lies in itself."
        sound.update(way)


def _id_fault(name: str) -> str:
    return f"The id {name!r} is used twice; each id names one thing." if name else "The id is empty."


def _data_faults(path: str, data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if data is not NOTHING and data:
        try:
            plain_data(data)
        except ModelError as error:
            yield path, str(error)
