"""How many steps lie between the records of a map and the nearest of some of them."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.model.index import Adjacency


def levels(size: int, starts: Iterable[int], edges: Sequence[tuple[Adjacency, int]]) -> list[int]:
    """Return for each position how many steps it is to the nearest start, against the direction of edges.

    Args:
        size: How many positions there are.
        starts: Positions on level 0.
        edges: Edges, each sort with its length, 0 or 1.

    Returns:
        The levels; -1 for a position from which no way leads to a start.

    Complexity:
        Linear in positions and edges: a search, breadth first, in which steps of length 0 go to the front.

    Example:
        >>> from argmap.model.index import Adjacency
        >>> levels(4, [0], [(Adjacency.from_pairs(4, [(1, 0), (2, 1)]), 1), (Adjacency.from_pairs(4, [(2, 0)]), 0)])
        [0, 1, 0, -1]
    """
    found = [-1] * size
    waiting = deque(dict.fromkeys(starts))
    for at in waiting:
        found[at] = 0
    used = [(adjacency, length) for adjacency, length in edges if adjacency.in_sources]
    is_done = bytearray(size)
    while waiting:
        at = waiting.popleft()
        if is_done[at]:
            continue
        is_done[at] = 1
        for adjacency, length in used:
            level = found[at] + length
            for source in adjacency.sources(at):
                if not is_done[source] and (found[source] < 0 or level < found[source]):
                    found[source] = level
                    if length:
                        waiting.append(source)
                    else:
                        waiting.appendleft(source)
    return found
