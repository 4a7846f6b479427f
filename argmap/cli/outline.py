"""A map as an outline: each thesis, below it what speaks for and against it, and so on down to the last reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from argmap.model.records import Argument, Claim, RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgumentMap

SIGNS = {
    RelationKind.SUPPORT: "+",
    RelationKind.ENTAILS: "→",
    RelationKind.ATTACK: "−",
    RelationKind.CONTRARY: "−",
    RelationKind.CONTRADICTORY: "≠",
    RelationKind.UNDERCUT: "×",
}
"""The sign of each relation, as in a picture; a contrary speaks against, so it has the sign of an attack."""


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """A line of an outline.

    Attributes:
        depth: How far it is indented; 0 for a thesis.
        sign: What it does to the line it stands below: a sign of `SIGNS`, a number such as ``(1)`` for a premise
            or a conclusion on the way; empty for a thesis and for an inference.
        record: The claim or argument; None for an inference.
        rules: The rules of an inference.
        see: ``above`` or ``below`` where what belongs to the record stands there; empty where it stands here.
    """

    depth: int
    sign: str
    record: Claim | Argument | None
    rules: tuple[str, ...] = ()
    see: str = ""


class _Entry(NamedTuple):
    depth: int
    sign: str
    id: str | None
    rules: tuple[str, ...] = ()
    above: str | None = None  # the claim or argument it stands below
    drawn_in: str | None = None  # the argument that draws this conclusion, which stands above it


def outline(m: ArgumentMap) -> Iterator[OutlineLine]:
    """Yield the lines of the outline of a map. What stands above already is not told twice.

    Every claim and argument has at least one line: those that only lie in circles come last. O(n) in the number of
    records and relations; does not recurse.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> rain = m.claim("It rains", title="Rain")
        >>> _ = m.rebut("The street is dry", rain, title="Dry")
        >>> [(line.depth, line.sign, line.record.id) for line in outline(m)]
        [(0, '', 'Rain'), (1, '−', 'Dry'), (2, '+', 'C1')]
    """
    theses = dict.fromkeys(record.id for record in m.roots())
    told: set[str] = set()
    for start in (*theses, *(record.id for record in m)):
        if start in told:
            continue
        stack = [_Entry(0, "", start)]
        while stack:
            entry = stack.pop()
            if entry.id is None:
                yield OutlineLine(entry.depth, entry.sign, None, entry.rules)
                continue
            record = m[entry.id]
            if record.id in told:
                yield OutlineLine(entry.depth, entry.sign, record, see="above")
            elif entry.depth and record.id in theses:
                yield OutlineLine(entry.depth, entry.sign, record, see="below")
            else:
                told.add(record.id)
                yield OutlineLine(entry.depth, entry.sign, record)
                stack.extend(reversed(list(_below(m, record, entry))))


def _below(m: ArgumentMap, record: Claim | Argument, entry: _Entry) -> Iterator[_Entry]:
    depth = entry.depth + 1
    if isinstance(record, Claim):
        for argument in m.arguments_for(record):
            if argument.id != entry.drawn_in:
                yield _Entry(depth, SIGNS[RelationKind.SUPPORT], argument.id, above=record.id)
    acting = _acting(m, record)
    if isinstance(record, Argument):
        yield from _steps(record, acting.pop(RelationKind.UNDERCUT, []), entry)
    for kind in SIGNS:
        for source, _ in acting.get(kind, ()):
            yield _Entry(depth, SIGNS[kind], source, above=record.id)


def _steps(argument: Argument, undercuts: list[tuple[str, int | None]], entry: _Entry) -> Iterator[_Entry]:
    """Yield premises, inferences and conclusions, and below each inference what undercuts it.

    The main conclusion is left out where the argument stands below it.
    """
    depth = entry.depth + 1
    last = len(argument.steps) - 1
    by_step: dict[int, list[str]] = {}
    for source, at in undercuts:
        by_step.setdefault(last if at is None else at, []).append(source)
    number = 0
    for index, step in enumerate(argument.steps):
        for premise in step.premises:
            number += 1
            yield _Entry(depth, f"({number})", premise)
        has_conclusion = index < last or step.conclusion != entry.above
        if step.rules or has_conclusion:
            yield _Entry(depth, "", None, step.rules)
        yield from (_Entry(depth, SIGNS[RelationKind.UNDERCUT], source) for source in by_step.pop(index, ()))
        number += 1
        if has_conclusion:
            yield _Entry(depth, f"({number})", step.conclusion, drawn_in=argument.id)
    for sources in by_step.values():
        yield from (_Entry(depth, SIGNS[RelationKind.UNDERCUT], source) for source in sources)


def _acting(m: ArgumentMap, record: Claim | Argument) -> dict[RelationKind, list[tuple[str, int | None]]]:
    """Return what acts on a record, by kind: the ids, and which step an undercut meets."""
    found: dict[RelationKind, list[tuple[str, int | None]]] = {}
    for relation in m.relations_of(record):
        if relation.target == record.id:
            found.setdefault(relation.kind, []).append((relation.source, relation.step))
        elif relation.kind.is_symmetric:
            found.setdefault(relation.kind, []).append((relation.target, None))
    return found
