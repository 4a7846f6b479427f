"""Pairing two lists so that what is paired is as alike as can be in all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def paired(weights: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Return which rows and columns are paired, so that the sum of their weights is the greatest that there is.

    Rows and columns between which there is no weight are not paired, and neither is what is better left alone.

    Args:
        weights: For pairs of a row and a column, a weight above 0.

    Complexity:
        The pairs fall into parts that have no row or column in common; each part of n rows and columns costs O(n³) at
        worst, by `assigned`. Where few claims are like more than one other, that is linear.

    Example:
        >>> paired({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8})
        {0: 1, 1: 0}
    """
    found: dict[int, int] = {}
    for part in _parts(weights):
        if len(part) == 1:
            found.update(part)
            continue
        rows, columns = sorted({row for row, _ in part}), sorted({column for _, column in part})
        at = {column: place for place, column in enumerate(columns)}
        costs = np.zeros((len(rows), len(columns)))
        line = {row: place for place, row in enumerate(rows)}
        for row, column in part:
            costs[line[row], at[column]] = -weights[row, column]
        for place, other in enumerate(assigned(costs)):
            if other >= 0 and (rows[place], columns[other]) in weights:
                found[rows[place]] = columns[other]
    return dict(sorted(found.items()))


def assigned(costs: np.ndarray) -> list[int]:
    """Return for each row the column that it is assigned to, at the least cost in all; -1 for none.

    As many are assigned as there are rows or columns, whichever are fewer. Each row is added along a shortest
    augmenting path, found as in Dijkstra's algorithm over costs reduced by prices: Jonker and Volgenant ("A shortest
    augmenting path algorithm for dense and sparse linear assignment problems", Computing 38, 1987), in the form of
    Crouse ("On implementing 2D rectangular assignment algorithms", IEEE Transactions on Aerospace and Electronic
    Systems 52, 2016).

    Args:
        costs: A matrix of finite numbers.

    Complexity:
        O(n²m) for n rows and m columns, n the fewer; the innermost loop is one operation of numpy.

    Example:
        >>> assigned(np.array([[4.0, 1.0, 3.0], [2.0, 0.0, 5.0]]))
        [1, 0]
    """
    if costs.shape[0] > costs.shape[1]:
        found = [-1] * costs.shape[0]
        for column, row in enumerate(assigned(costs.T)):
            found[row] = column
        return found
    rows, columns = costs.shape
    row_prices, column_prices = np.zeros(rows), np.zeros(columns)
    row_of = np.full(columns, -1)
    column_of = [-1] * rows
    for start in range(rows):
        shortest = np.full(columns, np.inf)
        before = np.full(columns, -1)
        is_open = np.ones(columns, dtype=bool)
        reached: list[int] = []
        row, length, end = start, 0.0, -1
        while end < 0:
            ways = length + costs[row] - row_prices[row] - column_prices
            is_shorter = is_open & (ways < shortest)
            shortest[is_shorter] = ways[is_shorter]
            before[is_shorter] = row
            column = int(np.argmin(np.where(is_open, shortest, np.inf)))
            length = float(shortest[column])
            is_open[column] = False
            if row_of[column] < 0:
                end = column
            else:
                reached.append(column)
                row = int(row_of[column])
        row_prices[start] += length
        for column in reached:
            change = length - shortest[column]
            row_prices[row_of[column]] += change
            column_prices[column] -= change
        while True:
            row = int(before[end])
            row_of[end] = row
            column_of[row], end = end, column_of[row]
            if row == start:
                break
    return column_of


def _parts(pairs: Iterable[tuple[int, int]]) -> Sequence[list[tuple[int, int]]]:
    """Return pairs in parts that share no row and no column."""
    above: dict[tuple[str, int], tuple[str, int]] = {}

    def top(of: tuple[str, int]) -> tuple[str, int]:
        above.setdefault(of, of)
        while above[of] != of:
            above[of] = of = above[above[of]]
        return of

    given = list(pairs)
    for row, column in given:
        above[top(("row", row))] = top(("column", column))
    found: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for pair in given:
        found.setdefault(top(("row", pair[0])), []).append(pair)
    return list(found.values())
