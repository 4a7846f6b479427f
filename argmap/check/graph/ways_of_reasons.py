"""What speaks for what: the support-only graph of a map, and ways through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.records import RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.model.records import Relation

REASONS = ("premise", "conclusion", "intermediate", "support", "entails")
"""The edges of a `MapIndex` that lead from a reason to what it speaks for."""
_MOST = 64
"""How many records are looked at on the way from one to another."""
_MOST_ENTAILING = 200


def way_of_reasons(subject: Subject, start: int, end: int) -> list[int]:
    """Return a shortest way on which one record speaks for another, with both ends; empty if there is none.

    Args:
        subject: What is checked.
        start: The position of the reason in the index of the map.
        end: The position of what it might speak for.

    Complexity:
        At most some dozens of records are looked at.
    """
    edges = subject.index.edges
    before = {start: start}
    waiting = [start]
    for each in waiting:  # it grows meanwhile
        for name in REASONS:
            for other in edges[name].targets(each):
                if other == end:
                    way = [end, each]
                    while way[-1] != start:
                        way.append(before[way[-1]])
                    return way[::-1]
                if other not in before and len(before) < _MOST:
                    before[other] = each
                    waiting.append(other)
    return []


def speaking_against(subject: Subject) -> Iterator[tuple[int, int, Relation]]:
    """Yield the positions of an objection and of what it speaks against, and the relation.

    An undercut does not count: it leaves the conclusion alone. Contraries and contradictories speak both ways.
    """
    position = subject.index.position
    for relation in subject.map.relations:
        kind = relation.kind
        if kind is RelationKind.ATTACK or kind.is_symmetric:
            yield position[relation.source], position[relation.target], relation
            if kind.is_symmetric:
                yield position[relation.target], position[relation.source], relation


def turned_round(subject: Subject) -> tuple[tuple[Relation, tuple[int, ...]], ...]:
    """Return the relations by which something speaks against what it is a reason for, and the way of the reasons.

    The way holds positions in the index, from the reason to what it is for; it has one step where the reason supports
    the very thing that it attacks.

    Complexity:
        At most some dozens of records are looked at for each attack; use ``subject.shared(turned_round)``.
    """
    found = []
    for source, target, relation in speaking_against(subject):
        way = way_of_reasons(subject, source, target) if source != target else []
        if way:
            found.append((relation, tuple(way)))
    return tuple(found)


def entailing(subject: Subject, place: int) -> dict[int, int]:
    """Return the positions of what entails a record, each with the number of steps; the record itself with 0.

    The nearest come first; some hundreds are looked at.
    """
    sources = subject.index.edges["entails"].sources
    found = {place: 0}
    waiting = [place]
    for each in waiting:  # it grows meanwhile
        for source in sources(each):
            if source not in found and len(found) < _MOST_ENTAILING:
                found[source] = found[each] + 1
                waiting.append(source)
    return found
