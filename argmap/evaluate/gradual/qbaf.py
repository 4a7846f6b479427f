"""`Qbaf`: weighted nodes that attack and support each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from argmap.errors import ModelError
from argmap.evaluate.gradual.rows import Rows
from argmap.wording import counted

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from argmap.evaluate.gradual.rows import Floats, Positions


class Qbaf:
    """A quantitative bipolar argumentation framework: nodes with weights that attack and support each other.

    Baroni, Rago and Toni, "From fine-grained properties to broad principles for gradual argumentation: a principled
    spectrum", International Journal of Approximate Reasoning 105, 2019. Nodes are positions from 0; it never changes.

    Beyond the paper, a node may *need* others, as an inference needs its premises: it is never stronger than the
    weakest of them.

    Args:
        weights: How strong each node is before anything acts on it: numbers from 0 to 1.
        attacks: Pairs of positions: what attacks, and what is attacked. A pair given twice counts once, here and below.
        supports: Pairs of positions: what supports, and what is supported.
        needs: Pairs of positions: what is needed, and what needs it.

    Raises:
        ModelError: If a weight is no number from 0 to 1, or a position is out of range.

    Example:
        >>> Qbaf([0.5, 0.5, 0.8], attacks=[(1, 0)], supports=[(2, 0)])
        <Qbaf: 3 nodes, 1 attack, 1 support>
    """

    def __init__(
        self, weights: ArrayLike, attacks: ArrayLike = (), supports: ArrayLike = (), needs: ArrayLike = ()
    ) -> None:
        self.weights: Floats = np.array(weights, np.float64).reshape(-1)
        if not ((self.weights >= 0) & (self.weights <= 1)).all():
            place = int(np.flatnonzero(~((self.weights >= 0) & (self.weights <= 1)))[0])
            raise ModelError(f"The weight at position {place} is {self.weights[place]:g}; give a number from 0 to 1.")
        self.attackers, self.supporters, self.needs = (self._rows(pairs) for pairs in (attacks, supports, needs))

    @classmethod
    def from_rows(cls, weights: Floats, attackers: Rows, supporters: Rows, needs: Rows) -> Qbaf:
        """Return a framework of arrays that are known to fit each other; nothing is checked or copied."""
        made = cls.__new__(cls)
        made.weights, made.attackers, made.supporters, made.needs = weights, attackers, supporters, needs
        return made

    def _rows(self, pairs: ArrayLike) -> Rows:
        table = np.asarray(pairs)
        if not table.size:
            table = np.zeros((0, 2), np.intp)
        count = len(self)
        if table.ndim != 2 or table.shape[1] != 2 or table.dtype.kind not in "iu":
            raise ModelError("Give attacks, supports and needs as pairs of whole numbers: source and target.")
        if table.size and (table.min() < 0 or table.max() >= count):
            raise ModelError(f"There are {count} nodes, so positions go from 0 to {count - 1}.")
        return Rows.from_edges(count, table[:, 0].astype(np.intp), table[:, 1].astype(np.intp))

    def __len__(self) -> int:
        return len(self.weights)

    def __repr__(self) -> str:
        counts = [(len(self), "node"), (len(self.attackers.ends), "attack"), (len(self.supporters.ends), "support")]
        said = [counted(count, noun) for count, noun in counts]
        if len(self.needs.ends):
            said.append(f"{len(self.needs.ends):,} needed")
        return f"<Qbaf: {', '.join(said)}>"

    @property
    def kinds(self) -> tuple[Rows, Rows, Rows]:
        """What acts on each node, by kind: attackers, supporters, and what it needs."""
        return self.attackers, self.supporters, self.needs

    def without_supports(self) -> Qbaf:
        """Return the same framework with no supports."""
        none = Rows(np.zeros(len(self) + 1, np.intp), np.zeros(0, np.intp))
        return Qbaf.from_rows(self.weights, self.attackers, none, self.needs)

    def part(self, start: int, stop: int) -> Qbaf:
        """Return the nodes from `start` up to `stop` with what acts on them; that keeps its positions in the whole."""
        return Qbaf.from_rows(self.weights[start:stop], *(rows.part(start, stop) for rows in self.kinds))

    def renumbered(self, order: Positions) -> Qbaf:
        """Return these nodes of the framework, in this order, and what acts on them among them.

        Args:
            order: The old position of each new node, each at most once.
        """
        place = np.full(len(self), -1, np.intp)
        place[order] = np.arange(len(order))
        return Qbaf.from_rows(self.weights[order], *(_renumbered(rows, order, place) for rows in self.kinds))


def _renumbered(rows: Rows, order: Positions, place: Positions) -> Rows:
    sources, targets = place[rows.ends], place[rows.targets]
    if len(order) < len(place):
        kept = (sources >= 0) & (targets >= 0)
        sources, targets = sources[kept], targets[kept]
    return Rows.from_edges(len(order), sources, targets)
