"""`Rows`: who acts on whom, by the one acted on; and sums, products and extremes over them."""

from __future__ import annotations

from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Positions = NDArray[np.intp]


class Rows:
    """The edges of a graph by rows (compressed sparse rows): the row of a node holds what acts on it.

    Attributes:
        offsets: Where the row of each node starts in `ends`; one more entry than rows.
        ends: The positions that act, in ascending order in each row, each once. They are as wide as a pointer, since
            numpy would copy narrower ones each time that it gathers by them.

    Example:
        >>> import numpy as np
        >>> rows = Rows.from_edges(3, np.array([0, 1, 0]), np.array([2, 2, 2]))
        >>> rows.ends.tolist(), rows.offsets.tolist()
        ([0, 1], [0, 0, 0, 2])
        >>> rows.reduce(np.add, np.array([0.5, 0.25]), 0.0).tolist()
        [0.0, 0.0, 0.75]
    """

    def __init__(self, offsets: Positions, ends: Positions) -> None:
        self.offsets = offsets
        self.ends = ends

    @classmethod
    def from_edges(cls, count: int, sources: Positions, targets: Positions) -> Self:
        """Return the rows of `count` nodes: for each target its sources. Costs one sort; an edge counts once."""
        if not len(sources):
            return cls(np.zeros(count + 1, np.intp), np.zeros(0, np.intp))
        keys = np.sort(targets.astype(np.int64) * count + sources)  # one sort of one number each is the fastest
        keys = keys[np.concatenate(([True], keys[1:] != keys[:-1]))]
        rows = keys // count
        offsets = np.zeros(count + 1, np.intp)
        np.cumsum(np.bincount(rows, minlength=count), out=offsets[1:])
        return cls(offsets, (keys - rows * count).astype(np.intp, copy=False))

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.offsets) - 1

    @property
    def lengths(self) -> Positions:
        """How much acts on each node."""
        return np.diff(self.offsets)

    def lengths_of(self, positions: Positions) -> Positions:
        """How much acts on each of some nodes."""
        return self.offsets[positions + 1] - self.offsets[positions]

    @cached_property
    def targets(self) -> Positions:
        """For each entry of `ends`, in which row it stands."""
        return np.repeat(np.arange(len(self)), self.lengths)

    @cached_property
    def _filled(self) -> Positions:
        return np.flatnonzero(self.lengths)

    @cached_property
    def _starts(self) -> Positions:
        return self.offsets[self._filled]

    def reduce(self, operation: np.ufunc, values: Floats, empty: float) -> Floats:
        """Return for each row the values of its entries put together, such as their sum.

        Args:
            operation: `numpy.add`, `numpy.multiply`, `numpy.maximum` or another of this kind.
            values: One value for each entry of `ends`, or a row of them.
            empty: What an empty row gives.
        """
        # Only rows that hold something are asked: for an empty one, reduceat would give the value that comes next.
        if len(self._filled) == len(self):
            return operation.reduceat(values, self._starts, axis=0) if len(self) else np.zeros(values.shape)
        found = np.full((len(self), *values.shape[1:]), empty)
        if len(values):
            found[self._filled] = operation.reduceat(values, self._starts, axis=0)
        return found

    def part(self, start: int, stop: int) -> Rows:
        """Return the rows from `start` up to `stop`; the ends are the positions they were."""
        first = self.offsets[start]
        return Rows(self.offsets[start : stop + 1] - first, self.ends[first : self.offsets[stop]])
