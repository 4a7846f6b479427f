"""Who speaks for what: the side of each claim and argument, and how far it stands from the thesis."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from argmap.check.data_values import listed
from argmap.check.graph.grounding import is_spelt_out
from argmap.check.graph.levels import levels

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.check.subject import Subject
    from argmap.diagnostics import Span
    from argmap.model.records import Argument, Claim

    Node = Claim | Argument

FOR = "for"
AGAINST = "against"
_SIGNS = {
    "support": 1,
    "entails": 1,
    "premise": 1,
    "conclusion": 1,
    "intermediate": 1,
    "attack": -1,
    "undercut": -1,
    "contrary": -1,
    "contradictory": -1,
}


def has_sides(subject: Subject) -> bool:
    """Whether the map says of any claim or argument who puts it forward (inline data ``side``)."""
    return any(record.side is not None for record in subject.map)


def camps(subject: Subject) -> tuple[str, ...]:
    """Return the sides of the debate: those that the front matter lists, else those that claims and arguments name.

    Example:
        >>> import argmap
        >>> from argmap.check.subject import Subject
        >>> m = argmap.ArgumentMap(data={"sides": ["open", "closed"]})
        >>> _ = m.claim("Release in stages", side="opne")
        >>> camps(Subject(m))
        ('open', 'closed')
    """
    return listed(subject.data.get("sides")) or subject.map.sides


def stances(subject: Subject) -> Mapping[str, str]:
    r"""Return the side of claims and arguments, by id; those without one are left out.

    Where the map declares sides, it is the one that a record declares. Else it is the stance towards the thesis,
    ``for`` or ``against``: the product of the signs on a shortest way to it (of ways of one length, the one found
    first). A map with several theses that do not speak against each other has no stances.

    Args:
        subject: What is checked; use ``subject.shared(stances)``.

    Complexity:
        Linear in the map: one search, breadth first, from the thesis against the direction of the relations.

    Example:
        >>> import argmap
        >>> from argmap.check.subject import Subject
        >>> m = argmap.parse("[Ban]: Ban cars.\n  + [Air]: Cars foul the air.\n    - [Electric]: Some do not.\n").map
        >>> stances(Subject(m))
        {'Ban': 'for', 'Air': 'for', 'Electric': 'against'}
    """
    if subject.shared(has_sides):
        return {record.id: side for record in subject.map if (side := record.side) is not None}
    if not subject.theses:
        return {}
    index = subject.index
    signs = [0] * len(index.ids)
    start = index.position[subject.theses[0].id]
    signs[start] = 1
    waiting = deque([start])
    edges = [(index.edges[name], sign) for name, sign in _SIGNS.items() if index.edges[name].in_sources]
    drawn = index.edges["intermediate"]
    while waiting:
        at = waiting.popleft()
        for adjacency, sign in edges:
            for source in adjacency.sources(at):
                if not signs[source]:
                    signs[source] = signs[at] * sign
                    waiting.append(source)
        for claim in drawn.targets(at):  # what an argument draws on the way is a part of it, as its premises are
            if not signs[claim]:
                signs[claim] = signs[at]
                waiting.append(claim)
    if not all(signs[index.position[thesis.id]] for thesis in subject.theses):
        return {}
    return {name: FOR if sign > 0 else AGAINST for name, sign in zip(index.ids, signs, strict=True) if sign}


def depths(subject: Subject) -> Mapping[str, int]:
    r"""Return how many steps claims and arguments stand from the nearest thesis, by id; 0 is a thesis.

    A relation is a step, and so is an inference: its premises, and what it draws on the way, stand where the argument
    stands. Those from which no way leads to a thesis are left out.

    Args:
        subject: What is checked; use ``subject.shared(depths)``.

    Complexity:
        Linear in the map.

    Example:
        >>> import argmap
        >>> from argmap.check.subject import Subject
        >>> m = argmap.parse("[Ban]: Ban cars.\n  + [Air]: Cars foul the air.\n    - [Electric]: Some do not.\n").map
        >>> depths(Subject(m))
        {'Ban': 0, 'Air': 1, 'Electric': 2}
    """
    index = subject.index
    edges = [(index.edges[name], 0 if name == "premise" else 1) for name in _SIGNS]
    edges.append((index.edges["intermediate"].turned(), 0))
    found = levels(len(index.ids), (index.position[thesis.id] for thesis in subject.theses), edges)
    return {name: depth for name, depth in zip(index.ids, found, strict=True) if depth >= 0}


def points(subject: Subject) -> Mapping[str, list[Node]]:
    r"""Return what each side has to say: its claims, and its arguments that have no premises spelt out.

    The theses are not among them. The sides are those that the front matter lists under ``sides``, if two or more,
    also those with nothing to say; else those that come up. Without sides they are ``for`` and ``against``.

    Args:
        subject: What is checked; use ``subject.shared(points)``.

    Example:
        >>> import argmap
        >>> from argmap.check.subject import Subject
        >>> m = argmap.parse("[Ban]: Ban cars.\n  + [Air]: Cars foul the air.\n    - [Electric]: Some do not.\n").map
        >>> {side: [point.id for point in some] for side, some in points(Subject(m)).items()}
        {'for': ['Air'], 'against': ['Electric']}
    """
    found: dict[str, list[Node]]
    side_of = subject.shared(stances)
    if not side_of:
        return {}
    declared = listed(subject.data.get("sides")) if subject.shared(has_sides) else (FOR, AGAINST)
    found = {side: [] for side in declared} if len(declared) > 1 else {}
    closed = len(found) > 1
    theses = {thesis.id for thesis in subject.theses}
    for record in subject.map:
        if record.id in theses or record.id not in side_of or is_spelt_out(record):
            continue
        side = side_of[record.id]
        if side in found:
            found[side].append(record)
        elif not closed:
            found[side] = [record]
    return found


def extremes(values: Mapping[str, float]) -> tuple[str, str] | None:
    """Return the side with the smallest and the one with the greatest value; None where there are not two sides.

    Example:
        >>> extremes({"open": 2, "closed": 5})
        ('open', 'closed')
    """
    if len(values) < 2:
        return None
    least, most = min(values, key=lambda side: values[side]), max(values, key=lambda side: values[side])
    return None if values[least] == values[most] else (least, most)


def called(subject: Subject, side: str) -> str:
    """Return what to call a side behind a noun: `for the thesis`, or `of the side "open"`."""
    return f'of the side "{side}"' if subject.shared(has_sides) else f"{side} the thesis"


def place(subject: Subject, side: str) -> Span | None:
    """Return where the front matter lists a side; where it does not, the place of the map as a whole."""
    named = side in listed(subject.data.get("sides")) and subject.shared(has_sides)
    return subject.places.of_data(None, "sides", side) if named else subject.places.of(None)
