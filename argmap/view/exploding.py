"""Exploding arguments: each inference becomes an argument of its own, as Argdown's `explodeArguments` does."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.model.records import Relation, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model.map import ArgumentMap
    from argmap.model.records import Argument, Occurrence, Step


class Exploded(NamedTuple):
    """A map whose arguments have one step each.

    Attributes:
        map: The map.
        origins: For each argument that is a part of one, the id of that one.
    """

    map: ArgumentMap
    origins: dict[str, str]


def explode(m: ArgumentMap) -> Exploded:
    """Return `m` with each argument of several steps T as the arguments ``T - 1``, ``T - 2`` ...

    A step starts from its premises and the conclusion before it, or, where the data of its inference or its
    conclusion list them, from the lines under ``uses`` (or ``from``), counted from 1 in the argument. What aims at
    one of the steps aims at its part; what aims at the argument, and what the argument does, belongs to the last.
    Linear.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> long = m.argument(title="Long", premises=["a"], conclusion="b")
        >>> _ = m.step(long, ["c"], "d")
        >>> [(part.id, part.premises, part.conclusion) for part in explode(m).map.arguments]
        [('Long - 1', ('C1',), 'C2'), ('Long - 2', ('C2', 'C3'), 'C4')]
    """
    taken = {record.id for record in m}
    places: dict[str, list[Occurrence]] = {}
    parts: dict[str, list[str]] = {}
    arguments: list[Argument] = []
    for argument in m.arguments:
        if len(argument.steps) < 2:
            arguments.append(argument)
            continue
        names = parts[argument.id] = []
        for number, step in enumerate(_steps(m, argument, places), start=1):
            name = _free(f"{argument.id} - {number}", taken)
            names.append(name)
            title = None if argument.title is None else f"{argument.title} - {number}"
            arguments.append(replace(argument, id=name, title=title, steps=(step,)))
    if not parts:
        return Exploded(m, {})
    made = type(m).from_records(
        title=m.title,
        data=m.data,
        sections=m.sections,
        claims=m.claims,
        arguments=arguments,
        relations=[_moved(relation, parts) for relation in m.relations],
        source=m.source,
    )
    return Exploded(made, {name: origin for origin, names in parts.items() for name in names})


def _free(name: str, taken: set[str]) -> str:
    free, count = name, 2
    while free in taken:
        free, count = f"{name} ({count})", count + 1
    taken.add(free)
    return free


def _moved(relation: Relation, parts: dict[str, list[str]]) -> Relation:
    source, target, step = relation.source, relation.target, relation.step
    if source in parts:
        source = parts[source][-1]
    if target in parts:
        names = parts[target]
        if step is None or step >= len(names):
            target = names[-1]
        else:
            target, step = names[step], 0
    return replace(relation, source=source, target=target, step=step)


def _steps(m: ArgumentMap, argument: Argument, places: dict[str, list[Occurrence]]) -> Iterator[Step]:
    lines = [claim for step in argument.steps for claim in (*step.premises, step.conclusion)]
    for step in argument.chained_steps:
        numbers = _numbers(step.data, len(lines))
        if numbers is None and step.span is not None and argument.span is not None:
            written = _conclusion_of(m, argument, step, places)
            numbers = None if written is None else _numbers(written.data, len(lines))
        if numbers is None:
            yield step
        else:
            yield replace(step, premises=tuple(dict.fromkeys(lines[number - 1] for number in numbers)))


def _numbers(data: Any, count: int) -> list[int] | None:
    """Return the numbers of the lines that an inference says it uses; None where it says nothing that can be used."""
    for key in ("uses", "from"):
        given = data.get(key)
        if isinstance(given, list) and all(
            isinstance(one, int) and not isinstance(one, bool) and 0 < one <= count for one in given
        ):
            return given
    return None


def _conclusion_of(
    m: ArgumentMap, argument: Argument, step: Step, places: dict[str, list[Occurrence]]
) -> Occurrence | None:
    """Return the line in the text on which a step draws its conclusion: the next one below its inference."""
    name = step.conclusion
    if name not in places:
        roles = (Role.INTERMEDIATE, Role.CONCLUSION)
        found = [one for one in m[name].occurrences if one.role in roles and one.data]
        places[name] = sorted(found, key=_start)
    assert step.span is not None
    assert argument.span is not None
    place = bisect_left(places[name], step.span.end, key=_start)
    following = places[name][place : place + 1]
    return following[0] if following and _start(following[0]) < argument.span.end else None


def _start(occurrence: Occurrence) -> int:
    return occurrence.span.start
