"""From a map to an abstract framework: what needs and what supports becomes attacks between arguments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from argmap.errors import ArgmapError
from argmap.evaluate.dung import Framework
from argmap.evaluate.grounded import grounded_labels
from argmap.evaluate.network import Network, network_of
from argmap.memory import collection_paused
from argmap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from argmap.model import ArgumentMap

MOST_COPIES = 200_000
"""How many copies of what supports itself in circles a framework may hold."""
_LACK = "¬"


@dataclass(frozen=True, slots=True)
class Translation:
    """A map as an abstract framework.

    Attributes:
        framework: The framework. Claims and arguments have their ids as names. ``¬X`` stands for the want of `X`; and
            what is inside arguments has names of its own.
        network: The network that it was made of.
        lacks: For a claim or argument, the name of the argument that stands for the want of it.
        notes: What the translation did that a reader of the map may not expect, in sentences.
    """

    framework: Framework
    network: Network
    lacks: Mapping[str, str]
    notes: tuple[str, ...]

    def labels(self, extension: Collection[str]) -> dict[str, str]:
        """Return for each claim and argument whether an extension has it ``in``, ``out`` or ``undecided``.

        It is out if the extension attacks it, and then the want of it is in the extension. Linear.
        """
        return {
            name: "in" if name in extension else "out" if lack in extension else "undecided"
            for name, lack in self.lacks.items()
        }


def translate(
    m: ArgumentMap, *, support: str = "necessary", succeeds: Callable[[str, str], bool] | None = None
) -> Translation:
    """Return a map as an abstract framework.

    The complete labellings of the framework are those of the network of needs, supports and attacks that `network_of`
    describes:

    * Each claim and argument `X` is an argument, and so is ``¬X``, the want of it, which `X` attacks. So ``¬X`` is in
      if and only if `X` is out.
    * What needs `X` is attacked by ``¬X``: linked premises are all needed.
    * What needs one of several supports is attacked by an argument for the want of all, which each of them attacks:
      convergent reasons are each enough.
    * Where supports go round in a circle, they must start somewhere outside. What is in the circle has a copy for each
      length of a chain of reasons from outside, each built on copies of one less.

    So each semantics based on complete labellings (complete, grounded, preferred, stable, semi-stable, ideal, eager)
    gives what it gives for an argumentation framework with necessities (Nouioua and Risch, "Argumentation frameworks
    with necessities", SUM 2011), where one argument of a set is needed. CF2 and stage2 do so
    as far as no needs lie in a circle of attacks.

    Args:
        m: The map.
        support: How support relations are read: ``necessary``, ``deductive``, ``evidential`` or ``none``.
        succeeds: Whether an attack of the first id on the second one counts at all; by default, every one does.

    Raises:
        UnknownNameError: If there is no such reading of support.
        ArgmapError: If a circle of supports that stays undecided is too large: see `MOST_COPIES`.

    Complexity:
        Linear in the map; in a circle of supports that the grounded labelling does not decide, quadratic.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> _ = m.support("The street is wet", m.claim("It rains", title="Rain"), title="Wet")
        >>> found = translate(m)
        >>> found.framework.attackers("Rain"), found.framework.attackers("Wet")
        (('¬Wet',), ('¬C1',))
    """
    return framework_of(network_of(m, support=support, succeeds=succeeds))


def framework_of(network: Network) -> Translation:
    """Return a network as an abstract framework, as `translate` does for that of a map.

    Raises:
        ArgmapError: If a circle of supports that stays undecided is too large: see `MOST_COPIES`.

    Example:
        >>> network = Network(("A", "B"), {"A": 0, "B": 1}, ["A", "B"], [[1], []], [[], []], [[], []])
        >>> framework_of(network).framework.attackers("B")
        ('A',)
    """
    with collection_paused():
        return _Translator(network).result()


class _Translator:
    def __init__(self, network: Network) -> None:
        self._network = network
        count = len(network)
        self._names: list[str] = []
        self._taken: set[str] = set()
        self._sources: list[int] = []
        self._targets: list[int] = []
        self._attackers: list[list[int]] = [[] for _ in range(count)]
        self._needs: list[list[int]] = [[] for _ in range(count)]
        self._supporters: list[list[int]] = [[] for _ in range(count)]
        pairs = (
            (network.attacks, self._attackers),
            (network.carries, self._needs),
            (network.supports, self._supporters),
        )
        for forward, backward in pairs:
            for source, targets in enumerate(forward):
                for target in dict.fromkeys(targets):
                    backward[target].append(source)
        self._lacks: dict[int, int] = {}  # of the number of an argument, that of the want of it
        self._never: int | None = None

    def _argument(self, name: str) -> int:
        while name in self._taken:
            name = f"{name}′"
        self._taken.add(name)
        self._names.append(name)
        return len(self._names) - 1

    def _attack(self, source: int, target: int) -> None:
        self._sources.append(source)
        self._targets.append(target)

    def _lack(self, argument: int) -> int:
        """Return the argument for the want of another one."""
        if argument not in self._lacks:
            self._lacks[argument] = self._argument(_LACK + self._names[argument])
            self._attack(argument, self._lacks[argument])
        return self._lacks[argument]

    def _refuse(self, argument: int) -> None:
        """Attack an argument by one that nothing attacks."""
        if self._never is None:
            self._never = self._argument("nothing to go by")
        self._attack(self._never, argument)

    def result(self) -> Translation:
        network = self._network
        for name in network.names:
            self._argument(name)
        for target, attackers in enumerate(self._attackers):
            for source in attackers:
                self._attack(source, target)
        circling = self._circling()
        for position in range(len(network)):
            if position not in circling:
                self._condition(position, position, lambda other: other)
        for position in sorted(network.baseless):
            self._refuse(position)
        for position in range(len(network.ids)):
            self._lack(position)
        framework = Framework.from_positions(
            self._names, np.array(self._sources, np.int32), np.array(self._targets, np.int32)
        )
        lacks = {name: self._names[self._lacks[position]] for position, name in enumerate(network.ids)}
        return Translation(framework, network, lacks, tuple(network.notes))

    def _condition(self, argument: int, position: int, at: Callable[[int], int | None]) -> None:
        """Let an argument that stands for a position fall where what the position needs is wanting.

        `at` says for a position which argument stands for it here; None where none does.
        """
        for other in self._needs[position]:
            found = at(other)
            if found is None:
                self._refuse(argument)
            else:
                self._attack(self._lack(found), argument)
        if supporters := self._supporters[position]:
            numbers = [number for number in map(at, supporters) if number is not None]
            if not numbers:
                self._refuse(argument)
            elif len(numbers) == 1:
                self._attack(self._lack(numbers[0]), argument)
            else:
                want = self._argument(f"no reason for {self._names[argument]}")
                for number in numbers:
                    self._attack(number, want)
                self._attack(want, argument)

    def _circling(self) -> set[int]:
        """Write down what supports itself in circles; return its positions."""
        circles = self._network.circles()
        if not circles:
            return set()
        labels = grounded_labels(self._network)
        done: set[int] = set()
        undecided: list[list[int]] = []
        copies = 0
        for circle in circles:
            done.update(circle)
            rest = [position for position in circle if labels[position] == "undecided"]
            copies += len(rest) * len(rest)
            if rest:
                undecided.append(rest)
            if copies > MOST_COPIES:
                raise self._too_many(undecided)
            for position in circle:
                if labels[position] == "out":
                    self._refuse(position)
                elif labels[position] == "in":
                    self._condition(position, position, lambda other: other)
            self._copy(rest)
        return done

    def _too_many(self, circles: list[list[int]]) -> ArgmapError:
        largest = max(circles, key=len)
        first = self._network.names[largest[0]]
        others = f", and others in {counted(len(circles) - 1, 'more circle')}" if len(circles) > 1 else ""
        return ArgmapError(
            f"{len(largest):,} claims and arguments support each other in a circle, beginning with {first!r}{others}. "
            "Only the grounded semantics can be computed where so many of them stay undecided."
        )

    def _copy(self, circle: list[int]) -> None:
        """Write down the undecided positions of a circle, with a copy for each length of a chain of reasons."""
        inside = set(circle)
        before: dict[int, int] = {}
        for length in range(1, len(circle) + 1):
            here: dict[int, int] = {}
            for position in circle:
                if length == len(circle):
                    here[position] = position
                    continue
                here[position] = self._argument(f"{self._names[position]}, by {length}")
                for source in self._attackers[position]:
                    self._attack(source, here[position])
            for position in circle:
                earlier = before
                self._condition(
                    here[position],
                    position,
                    lambda other, earlier=earlier: earlier.get(other) if other in inside else other,  # type: ignore[misc]
                )
            before = here
