"""A network under a supposition: claims and arguments withdrawn, rebutted, or let stand against attacks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.errors import UnknownNameError, nearest_or_all
from argmap.model.records import Argument, Claim

if TYPE_CHECKING:
    from argmap.evaluate.network import Network
    from argmap.model import ArgumentMap

HOW = ("remove", "rebut")
"""The ways to bring something down: to withdraw it, or to attack it by something that nothing attacks."""
Named = str | Claim | Argument | Iterable[str | Claim | Argument]


def ids_of(m: ArgumentMap, given: Named) -> tuple[str, ...]:
    """Return the ids of claims and arguments, each once; one alone will do.

    Raises:
        UnknownNameError: If one is not in the map.
    """
    some = list(given) if isinstance(given, Iterable) and not isinstance(given, str) else [given]
    return tuple(dict.fromkeys(m[each].id for each in some))


def way_named(how: str) -> str:
    """Return the name of a way to bring something down.

    Raises:
        UnknownNameError: If there is none of this name.
    """
    if how not in HOW:
        hint = nearest_or_all(how, HOW)
        raise UnknownNameError(f"There is no way to bring something down called {how!r}.{hint}")
    return how


def hit_by(network: Network, how: str) -> dict[str, tuple[int, ...]]:
    """Return for each claim and argument the positions that fall at once where it is brought down. Linear.

    To withdraw an argument is to withdraw all its steps; an attack on it aims at the last one. To rebut a claim is to
    rebut what supports it deductively as well.
    """
    found = {name: [position] for name, position in network.position.items()}
    if way_named(how) == "remove":
        for position, (argument, _) in network.steps.items():
            if argument in found:
                found[argument].append(position)
    else:
        for position, members in network.joints.items():
            for member in members:
                found[network.names[member]].append(position)
    return {name: tuple(positions) for name, positions in found.items()}


def without(network: Network, fallen: Iterable[int]) -> Network:
    """Return a network in which some positions fall."""
    return replace(network, baseless=network.baseless.union(fallen))
