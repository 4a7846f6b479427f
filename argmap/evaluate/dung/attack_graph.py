"""Arguments and attacks as a graph: by names, and by positions for algorithms."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self

import numpy as np

from argmap.errors import ModelError, UnknownNameError, nearest
from argmap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    Positions = NDArray[np.int32]


class Rows:
    """The edges of a graph by rows (compressed sparse rows).

    Attributes:
        offsets: Where the row of each position starts in `ends`; one more entry than positions.
        ends: The positions at the other ends, in ascending order in each row, each once.
    """

    __slots__ = ("ends", "offsets")

    def __init__(self, count: int, starts: Positions, ends: Positions) -> None:
        keys = _keys(count, starts, ends)
        if np.any(keys[1:] < keys[:-1]):
            keys.sort()
            ends = (keys % count).astype(np.int32)
        self.ends: Positions = ends
        self.offsets: NDArray[np.int64] = np.zeros(count + 1, np.int64)
        np.cumsum(np.bincount(starts, minlength=count), out=self.offsets[1:])

    def of(self, position: int) -> Positions:
        """Return the row of a position."""
        return self.ends[self.offsets[position] : self.offsets[position + 1]]


class AttackGraph:
    """Which arguments there are, and which attacks which; the base of `Framework`, which says more, and never alone.

    Attributes:
        arguments: The names; the place of a name is the position of the argument.
        sources: For each attack the position of the attacker, in ascending order.
        targets: For each attack the position of the attacked, in ascending order for each attacker.
    """

    def __init__(self, arguments: Iterable[str] = (), attacks: Iterable[tuple[str, str]] = ()) -> None:
        self.arguments: tuple[str, ...] = tuple(arguments)
        if len(self._positions) < len(self.arguments):
            name = next(name for place, name in enumerate(self.arguments) if self._positions[name] != place)
            raise ModelError(f"The argument {name!r} is given twice. Give each argument a name of its own.")
        pairs = [(self.position(source), self.position(target)) for source, target in attacks]
        table = np.array(pairs, np.int32).reshape(-1, 2)
        self.sources, self.targets = _each_once(len(self), table[:, 0], table[:, 1])

    @classmethod
    def from_positions(cls, arguments: Sequence[str], sources: Positions, targets: Positions) -> Self:
        """Return a framework from the positions of attackers and attacked.

        Args:
            arguments: The names, or any other sequence of different strings.
            sources: For each attack the position of the attacker, from 0.
            targets: For each attack the position of the attacked.

        Raises:
            ModelError: If a name is given twice, or a position is out of range.

        Example:
            >>> import argmap
            >>> import numpy as np
            >>> argmap.Framework.from_positions(["a", "b"], np.array([0]), np.array([1])).attackers("b")
            ('a',)
        """
        framework = cls(arguments)
        sources, targets = np.asarray(sources, np.int32), np.asarray(targets, np.int32)
        both = np.concatenate((sources, targets))
        if both.size and (both.min() < 0 or both.max() >= len(framework)):
            raise ModelError(f"The positions of {len(framework)} arguments go from 0 to {len(framework) - 1}.")
        framework.sources, framework.targets = _each_once(len(framework), sources, targets)
        return framework

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {name: position for position, name in enumerate(self.arguments)}

    @cached_property
    def attacked_by(self) -> Rows:
        """For each position, which positions it attacks."""
        return Rows(len(self), self.sources, self.targets)

    @cached_property
    def attackers_of(self) -> Rows:
        """For each position, which positions attack it."""
        return Rows(len(self), self.targets, self.sources)

    def position(self, argument: str) -> int:
        """Return the position of an argument.

        Raises:
            UnknownNameError: If there is no such argument.
        """
        try:
            return self._positions[argument]
        except (KeyError, TypeError):
            hint = nearest(str(argument), self.arguments[:10_000])
            raise UnknownNameError(f"The framework has no argument {argument!r}.{hint}") from None

    def names(self, positions: Iterable[int]) -> tuple[str, ...]:
        """Return the names at positions."""
        return tuple(map(self.arguments.__getitem__, positions))

    def attackers(self, argument: str) -> tuple[str, ...]:
        """Return the names of what attacks an argument.

        Raises:
            UnknownNameError: If there is no such argument.
        """
        return self.names(self.attackers_of.of(self.position(argument)).tolist())

    @property
    def attacks(self) -> Iterator[tuple[str, str]]:
        """The attacks, as pairs of names, in the order of the attackers, then of the attacked."""
        for source, target in zip(self.sources.tolist(), self.targets.tolist(), strict=True):
            yield self.arguments[source], self.arguments[target]

    def __len__(self) -> int:
        return len(self.arguments)

    def __iter__(self) -> Iterator[str]:
        return iter(self.arguments)

    def __contains__(self, argument: object) -> bool:
        return argument in self._positions

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, AttackGraph):
            return NotImplemented
        return set(self.arguments) == set(other.arguments) and set(self.attacks) == set(other.attacks)

    def __hash__(self) -> int:
        return hash((frozenset(self.arguments), len(self.sources)))

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {counted(len(self), 'argument')}, {counted(len(self.sources), 'attack')}>"


def _keys(count: int, starts: Positions, ends: Positions) -> NDArray[np.int64]:
    """Return for each edge a number, in the order of starts, then ends: sorting these is what numpy does fastest."""
    return starts.astype(np.int64) * count + ends


def _each_once(count: int, sources: Positions, targets: Positions) -> tuple[Positions, Positions]:
    """Return attacks in order, each once."""
    if not len(sources):
        return np.zeros(0, np.int32), np.zeros(0, np.int32)
    # Sorting is many times faster than np.unique, which looks the keys up in a table.
    keys = _keys(count, sources, targets)
    keys.sort()
    keys = keys[np.diff(keys, prepend=-1) > 0]
    return (keys // count).astype(np.int32), (keys % count).astype(np.int32)
