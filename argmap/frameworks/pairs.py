"""What a file of a framework holds: arguments by their names, and which attacks which."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Positions = NDArray[np.int32]


class Pairs(NamedTuple):
    """The arguments and attacks of a file.

    Attributes:
        arguments: The names, all different; the place of a name is the position of the argument.
        sources: For each attack the position of the attacker.
        targets: For each attack the position of the attacked.
    """

    arguments: tuple[str, ...]
    sources: Positions
    targets: Positions


class Attacks(Protocol):
    """What can be written: `Pairs`, or an `argmap.Framework`."""

    @property
    def arguments(self) -> tuple[str, ...]:
        """The names, all different."""

    @property
    def sources(self) -> Positions:
        """For each attack the position of the attacker."""

    @property
    def targets(self) -> Positions:
        """For each attack the position of the attacked."""
