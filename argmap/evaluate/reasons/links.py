"""A network seen from what things act on: what attacks a position, what it needs, what supports it."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.evaluate.network import Network

Rows = list[list[int]]


class Links:
    """What each position of a network acts on, and what acts on it; each link once, in ascending order.

    Attributes:
        network: The network.
        attacks: For each position, what it attacks.
        carries: For each position, what needs it.
        supports: For each position, what it supports.
        attackers: For each position, what attacks it.
        needs: For each position, all that it needs.
        supporters: For each position, what supports it; it needs one of these, if there are any.
    """

    __slots__ = ("attackers", "attacks", "carries", "needs", "network", "supporters", "supports")

    def __init__(self, network: Network) -> None:
        self.network = network
        self.attacks, self.attackers = _both(network.attacks)
        self.carries, self.needs = _both(network.carries)
        self.supports, self.supporters = _both(network.supports)

    def __len__(self) -> int:
        return len(self.attacks)

    def without(self, fallen: Iterable[int]) -> Links:
        """Return the same links, but that some positions fall. They share their rows."""
        found = copy(self)
        found.network = replace(self.network, baseless=self.network.baseless.union(fallen))
        return found

    def acting_on(self, position: int) -> list[int]:
        """Return all that acts on a position: its attackers, its needs, its supporters."""
        return self.attackers[position] + self.needs[position] + self.supporters[position]

    def cone(self, starts: Iterable[int]) -> list[int]:
        """Return the positions on which some positions depend, with these, in ascending order. Linear."""
        seen = set(starts)
        ways = list(seen)
        while ways:
            for other in self.acting_on(ways.pop()):
                if other not in seen:
                    seen.add(other)
                    ways.append(other)
        return sorted(seen)


def _both(rows: Rows) -> tuple[Rows, Rows]:
    forward = [row if len(row) < 2 else sorted(set(row)) for row in rows]
    backward: Rows = [[] for _ in rows]
    for source, targets in enumerate(forward):
        for target in targets:
            backward[target].append(source)
    return forward, backward


def cut(network: Network, kept: list[int]) -> Network:
    """Return the part of a network at some positions, numbered anew in the same order. Linear.

    What is kept has to depend on nothing that is not; then it gets the labels that it has in the whole, by every
    semantics that looks at what something depends on alone (grounded, complete, preferred, ideal; not stable).
    """
    place = {position: number for number, position in enumerate(kept)}

    def rows(given: Rows) -> Rows:
        return [[place[other] for other in given[position] if other in place] for position in kept]

    ids = tuple(network.ids[position] for position in kept if position < len(network.ids))
    return replace(
        network,
        ids=ids,
        position={name: number for number, name in enumerate(ids)},
        names=[network.names[position] for position in kept],
        attacks=rows(network.attacks),
        carries=rows(network.carries),
        supports=rows(network.supports),
        baseless={place[position] for position in network.baseless if position in place},
        steps={place[position]: found for position, found in network.steps.items() if position in place},
        joints={
            place[position]: tuple(place[other] for other in some if other in place)
            for position, some in network.joints.items()
            if position in place
        },
    )
