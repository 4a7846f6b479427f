"""Which claims and arguments stand in the grounded reading: the most careful one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.evaluate.network import Network, network_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model import ArgumentMap

_LABELS = ("undecided", "in", "out")
_UNDECIDED, _IN, _OUT = range(3)


def grounded(m: ArgumentMap) -> Mapping[str, str]:
    """Return for each claim and argument whether it is ``in``, ``out`` or ``undecided``.

    What is ``in`` has all it needs in, and all that attacks it is out. What is ``out`` is attacked by something in, or
    cannot get what it needs. Everything else is ``undecided``. What needs and attacks what, `network_of` says. Reasons
    must come from somewhere: claims that only support one another in a circle are out.

    This is the grounded extension of an argumentation framework with necessities (Nouioua and Risch, "Argumentation
    frameworks with necessities", SUM 2011), which is the well-founded model (Van Gelder, Ross and Schlipf, JACM 38,
    1991) of these rules. Without supports it is the grounded labelling of Dung (Artificial Intelligence 77, 1995).

    Complexity:
        Linear in the map, by counters and a worklist (Modgil and Caminada 2009), where support has no circles. Each
        time that something which holds up a circle of supports falls, this circle is gone over once more.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> gate = m.claim("An API provider can refuse harmful users", title="Gate")
        >>> futile = m.rebut("Bad actors find a way", gate, title="Futile")
        >>> grounded(m)["Gate"]
        'out'
        >>> _ = m.undercut("How easy it is still matters", futile, title="Ease")
        >>> grounded(m)["Gate"]
        'in'
    """
    network = network_of(m)
    return dict(zip(network.ids, grounded_labels(network), strict=False))


def grounded_labels(network: Network) -> list[str]:
    """Return the label of each position of a network: ``in``, ``out`` or ``undecided``; see `grounded`."""
    return _Labelling(network).labels()


class _Labelling:
    """The labels found so far, and for what each position waits."""

    def __init__(self, network: Network) -> None:
        count = len(network)
        self._network = network
        self._attacks, self._carries, self._supports = network.attacks, network.carries, network.supports
        self._alive = [0] * count  # how many of its supports are not out
        self._waits = [0] * count  # for how many things it waits before it is in
        for rows in (self._attacks, self._carries):
            for targets in rows:
                for target in targets:
                    self._waits[target] += 1
        for targets in self._supports:
            for target in targets:
                self._alive[target] += 1
        for position, alive in enumerate(self._alive):
            self._waits[position] += alive > 0
        self._is_supported = [False] * count  # whether one of its supports is in
        self._label = [_UNDECIDED] * count
        self._changed: list[int] = []

    def labels(self) -> list[str]:
        """Return the label of each position."""
        circles = self._network.circles()
        circle_of = {position: number for number, circle in enumerate(circles) for position in circle}
        shaken = set(range(len(circles)))  # the circles that may have lost what holds them up
        for position in sorted(self._network.baseless):
            self._settle(position, _OUT)
        for position, waits in enumerate(self._waits):
            if not waits:
                self._settle(position, _IN)
        while self._changed or shaken:
            while self._changed:
                position = self._changed.pop()
                if self._label[position] == _IN:
                    self._spread_in(position)
                else:
                    self._spread_out(position)
                    shaken.update(circle_of[other] for other in self._supports[position] if other in circle_of)
            if shaken:
                for position in self._unfounded(circles[shaken.pop()]):
                    self._settle(position, _OUT)
        return [_LABELS[label] for label in self._label]

    def _settle(self, position: int, label: int) -> None:
        if self._label[position] == _UNDECIDED:
            self._label[position] = label
            self._changed.append(position)

    def _meet(self, position: int) -> None:
        """Take note that one of the things is there for which a position waits."""
        self._waits[position] -= 1
        if not self._waits[position]:
            self._settle(position, _IN)

    def _spread_in(self, position: int) -> None:
        for other in self._attacks[position]:
            self._settle(other, _OUT)
        for other in self._carries[position]:
            self._meet(other)
        for other in self._supports[position]:
            if not self._is_supported[other]:
                self._is_supported[other] = True
                self._meet(other)

    def _spread_out(self, position: int) -> None:
        for other in self._attacks[position]:
            self._meet(other)
        for other in self._carries[position]:
            self._settle(other, _OUT)
        for other in self._supports[position]:
            self._alive[other] -= 1
            if not self._alive[other]:
                self._settle(other, _OUT)

    def _unfounded(self, circle: list[int]) -> list[int]:
        """Return what in a circle can be reached from no ground that is not out."""
        left = {position for position in circle if self._label[position] != _OUT}
        lacks = dict.fromkeys(left, 0)
        inner = dict.fromkeys(left, 0)  # how many supports come from the circle itself
        for position in left:
            for other in self._carries[position]:
                if other in left:
                    lacks[other] += 1
            for other in self._supports[position]:
                if other in left:
                    inner[other] += 1
        waits_for_inner = {
            position for position in left if inner[position] and inner[position] == self._alive[position]
        }
        ready = []
        for position in left:
            lacks[position] += position in waits_for_inner
            if not lacks[position] or self._label[position] == _IN:
                ready.append(position)
        founded: set[int] = set()
        while ready:
            position = ready.pop()
            if position in founded:
                continue
            founded.add(position)
            for other in self._carries[position]:
                if other in left:
                    lacks[other] -= 1
                    if not lacks[other]:
                        ready.append(other)
            for other in self._supports[position]:
                if other in waits_for_inner:
                    waits_for_inner.discard(other)
                    lacks[other] -= 1
                    if not lacks[other]:
                        ready.append(other)
        return [position for position in circle if position in left and position not in founded]
