"""The order in which strengths can be worked out: level by level, with what goes in circles between.

A node that depends on no circle can be worked out once all that acts on it is known; so can, in the end, one on which
no circle depends. Only what lies between has to be found by iteration.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from argmap.evaluate.gradual.rows import Positions, Rows

if TYPE_CHECKING:
    from argmap.evaluate.gradual.qbaf import Qbaf

_THIN = 100
"""Below this many nodes, a level costs less one by one than as arrays."""
_PATIENCE = 32
"""How many thin levels in a row are worth turning to work one by one."""


@dataclass(frozen=True, slots=True)
class Order:
    """The nodes of a graph in an order in which they can be worked out.

    Attributes:
        positions: All positions: those before the circles level by level, those in and between circles, and those
            behind them level by level.
        before: Where each level before the circles starts in `positions`, and where the last one ends.
        behind: The same for those behind.
    """

    positions: Positions
    before: list[int]
    behind: list[int]

    @property
    def circular(self) -> tuple[int, int]:
        """Where in `positions` what lies in and between circles starts and stops."""
        return self.before[-1], self.behind[0]


def order_of(graph: Qbaf) -> Order:
    """Return an order in which the nodes of a graph can be worked out.

    Complexity:
        Linear in nodes and edges, by taking away again and again what waits for nothing (Kahn, "Topological sorting of
        large networks", Communications of the ACM 5, 1962); one sort of the edges comes before.
    """
    count = len(graph)
    sources = np.concatenate([rows.ends for rows in graph.kinds])
    targets = np.concatenate([rows.targets for rows in graph.kinds])
    ahead = Rows.from_edges(count, targets, sources)
    waits = np.bincount(ahead.ends, minlength=count)
    front, before = _peel(waits, ahead)
    if len(front) == count:
        return Order(front, before, [count])
    is_left = np.ones(count, bool)
    is_left[front] = False
    back = Rows.from_edges(count, sources, targets)
    waits = ahead.lengths.copy()
    waits[front] = count + 1  # what has its place already is not taken again
    last, levels = _peel(waits, back)
    is_left[last] = False
    middle = np.flatnonzero(is_left)
    start = len(front) + len(middle)
    behind = [start + len(last) - level for level in reversed(levels)]
    return Order(np.concatenate((front, middle, last[::-1])), before, behind)


def _peel(waits: Positions, ahead: Rows) -> tuple[Positions, list[int]]:
    """Return, level by level, the positions that wait for nothing once those before are taken, and where levels start.

    Changes `waits`: for how many others each position waits.
    """
    level = np.flatnonzero(waits == 0)
    found = [level]
    starts = [0, len(level)]
    thin = 0
    while len(level):
        thin = thin + 1 if len(level) < _THIN else 0
        if thin > _PATIENCE:
            found.extend(_peel_one_by_one(level, waits, ahead, starts))
            break
        reached = _row_ends(ahead, level)
        if len(reached) * 8 < len(waits):
            places, counts = np.unique(reached, return_counts=True)
            waits[places] -= counts
            level = places[waits[places] == 0]
        else:
            counts = np.bincount(reached, minlength=len(waits))
            waits -= counts
            level = np.flatnonzero((waits == 0) & (counts > 0))
        found.append(level)
        starts.append(starts[-1] + len(level))
    if starts[-1] == starts[-2]:
        starts.pop()
    return np.concatenate(found), starts


def _row_ends(rows: Rows, positions: Positions) -> Positions:
    """Return what stands in the rows of some positions, one after another."""
    lengths = rows.lengths_of(positions)
    first = rows.offsets[positions] - np.concatenate(([0], np.cumsum(lengths)[:-1]))
    found: Positions = rows.ends[np.repeat(first, lengths) + np.arange(int(lengths.sum()))]
    return found


def _peel_one_by_one(level: Positions, waits: Positions, ahead: Rows, starts: list[int]) -> list[Positions]:
    waiting, offsets, ends = waits.tolist(), ahead.offsets.tolist(), ahead.ends.tolist()
    taken: list[int] = []
    now = level.tolist()
    while now:
        following = []
        for position in now:
            for other in ends[offsets[position] : offsets[position + 1]]:
                waiting[other] -= 1
                if not waiting[other]:
                    following.append(other)
        following.sort()
        taken += following
        starts.append(starts[-1] + len(following))
        now = following
    return [np.array(taken, np.intp)]


def stretches(levels: list[int]) -> list[tuple[int, int, bool]]:
    """Return where levels start and stop, those to be worked out one by one joined, and whether it is such a stretch.

    Example:
        >>> stretches([0, 200, 500])
        [(0, 200, False), (200, 500, False)]
        >>> stretches([0, 200, *range(201, 300)])
        [(0, 200, False), (200, 299, True)]
    """
    found: list[tuple[int, int, bool]] = []
    run: list[tuple[int, int]] = []
    for start, stop in pairwise([*levels, levels[-1] + _THIN]):
        if stop - start < _THIN:
            run.append((start, stop))
            continue
        if len(run) > 2:
            found.append((run[0][0], run[-1][1], True))
        else:
            found += [(*each, False) for each in run]
        run = []
        found.append((start, stop, False))
    return found[:-1]
