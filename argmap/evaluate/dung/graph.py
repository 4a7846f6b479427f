"""Graphs of attacks on arrays: reachability and connected components."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from argmap import components

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from argmap.evaluate.dung.attack_graph import Positions, Rows


def rows_of_all(rows: Rows, positions: NDArray[np.integer]) -> Positions:
    """Return the rows of several positions, one after another."""
    starts = rows.offsets[positions]
    lengths = rows.offsets[positions + 1] - starts
    total = int(lengths.sum())
    if not total:
        return rows.ends[:0]
    shifts = np.repeat(starts - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths)
    return rows.ends[shifts + np.arange(total)]


def connected(count: int, sources: NDArray[np.integer], targets: NDArray[np.integer]) -> NDArray[np.int64]:
    """Return for each node the least node that it is connected with, whichever way the edges point.

    Zhang, Azad and Hu, "FastSV: a distributed-memory connected component algorithm with fast convergence", 2020:
    in practice a few rounds of linear cost.
    """
    parents: NDArray[np.int64] = np.arange(count)
    while len(sources):
        grand = parents[parents]
        before = grand.copy()
        for here, there in ((sources, targets), (targets, sources)):
            np.minimum.at(grand, parents[here], before[there])
            np.minimum.at(grand, here, before[there])
        np.minimum(grand, parents, out=grand)
        settled = np.array_equal(grand, parents)
        parents = grand
        if settled:
            return parents
        apart = parents[sources] != parents[targets]
        if not apart.any():
            break
    while not np.array_equal(parents, parents[parents]):
        parents = parents[parents]
    return parents


def strong_components(nodes: Iterable[int], ends: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the strongly connected components among some nodes, what is attacked after what attacks.

    Linear in nodes and edges.

    Args:
        nodes: The nodes, in the order in which to begin.
        ends: For each node, where its edges go; those to other nodes do not count.
    """
    within = list(dict.fromkeys(nodes))
    place = {node: number for number, node in enumerate(within)}
    rows = [[place[end] for end in ends[node] if end in place] for node in within]
    return [
        sorted(within[number] for number in component) for component in reversed(components.strong_components(rows))
    ]


def reached(starts: Sequence[int], ends: Sequence[Sequence[int]]) -> list[int]:
    """Return in ascending order the nodes that can be reached from some, themselves among them."""
    seen = set(starts)
    todo = list(starts)
    while todo:
        for end in ends[todo.pop()]:
            if end not in seen:
                seen.add(end)
                todo.append(end)
    return sorted(seen)
