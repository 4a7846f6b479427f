"""The parts into which a map falls."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.model.records import Argument, Claim

if TYPE_CHECKING:
    from argmap.check.subject import Subject

Node = Claim | Argument


class Components(NamedTuple):
    """What is connected with what, by relations of any kind and by the steps of arguments.

    Attributes:
        parts: The records of each part, in the order of the map; the parts by their first records.
        alone: Those that nothing is connected with.
    """

    parts: tuple[tuple[Node, ...], ...]
    alone: tuple[Node, ...]


def components(subject: Subject) -> Components:
    r"""Return the parts into which the map falls (weakly connected components).

    Args:
        subject: What is checked; use ``subject.shared(components)``.

    Complexity:
        Practically linear in the map: union-find with path halving (Tarjan and van Leeuwen, 1984).

    Example:
        >>> import argmap
        >>> from argmap.check.subject import Subject
        >>> m = argmap.parse("[A]: Cats sleep.\n  + [B]: Cats yawn.\n\n[C]: Dogs bark.").map
        >>> found = components(Subject(m))
        >>> [[record.id for record in part] for part in found.parts], [record.id for record in found.alone]
        ([['A', 'B'], ['C']], ['C'])
    """
    index = subject.index
    above = list(range(len(index.ids)))

    def top(at: int) -> int:
        while above[at] != at:
            above[at] = at = above[above[at]]
        return at

    for edges in index.edges.values():
        offsets, targets = edges.out_offsets, edges.out_targets
        if not targets:
            continue
        for at in range(len(index.ids)):
            for place in range(offsets[at], offsets[at + 1]):
                one, other = top(at), top(targets[place])
                if one != other:
                    above[max(one, other)] = min(one, other)
    found: dict[int, list[Node]] = {}
    for at, name in enumerate(index.ids):
        found.setdefault(top(at), []).append(subject.map[name])
    parts = tuple(tuple(part) for part in found.values())
    return Components(parts, tuple(part[0] for part in parts if len(part) == 1))
