"""Which positions of a graph lie on circles together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def strong_components(targets: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the strongly connected components of a graph: in each, every position can be reached from every other.

    A component comes after those that it leads to; positions in it are in ascending order. Tarjan ("Depth-first
    search and linear graph algorithms", SIAM Journal on Computing 1, 1972), without recursion.

    Args:
        targets: For each position, from 0, the positions that edges lead to from there.

    Complexity:
        Linear in positions and edges.

    Example:
        >>> strong_components([[1], [2], [1], [0]])
        [[1, 2], [0], [3]]
    """
    count = len(targets)
    number = [0] * count  # in the order of discovery, from 1
    low = [0] * count
    is_open = [False] * count
    opened: list[int] = []
    found: list[list[int]] = []
    last = 0
    for start in range(count):
        if number[start]:
            continue
        way = [(start, iter(targets[start]))]
        last += 1
        number[start] = low[start] = last
        is_open[start] = True
        opened.append(start)
        while way:
            place, rest = way[-1]
            for other in rest:
                if not number[other]:
                    last += 1
                    number[other] = low[other] = last
                    is_open[other] = True
                    opened.append(other)
                    way.append((other, iter(targets[other])))
                    break
                if is_open[other]:
                    low[place] = min(low[place], number[other])
            else:
                way.pop()
                if way:
                    before = way[-1][0]
                    low[before] = min(low[before], low[place])
                if low[place] == number[place]:
                    component: list[int] = []
                    while not component or component[-1] != place:
                        component.append(opened.pop())
                        is_open[component[-1]] = False
                    found.append(sorted(component))
    return found
