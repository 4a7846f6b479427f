"""Which claims and arguments stand in the grounded reading: the most careful one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.components import strong_components
from argmap.model.records import RelationKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model import ArgumentMap

_LABELS = ("undecided", "in", "out")
_UNDECIDED, _IN, _OUT = range(3)


def grounded(m: ArgumentMap) -> Mapping[str, str]:
    """Return for each claim and argument whether it is ``in``, ``out`` or ``undecided``.

    What is ``in`` has all it needs in, and all that attacks it is out. What is ``out`` is attacked by something in, or
    cannot get what it needs. Everything else is ``undecided``.

    * An argument needs all its premises and the conclusions that it draws on the way. Each of its steps can be
      undercut; it stands if all of them do. An attack on an argument as a whole, and an undercut that names no step,
      aims at its last step. An argument that is only sketched needs nothing.
    * A claim needs one of the arguments that conclude it. A claim that none concludes is assumed.
    * Reasons must come from somewhere: claims that only support one another in a circle are out.
    * Attack and undercut relations act from source to target; contrary and contradictory ones act both ways.
    * Support relations are evidence of some weight and change nothing here. Where the source of an entails relation
      stands, its target has a support as from an argument; but the target does not come to need it.

    So a premise is a necessary support, and the arguments for a claim are a set of which one is necessary: this is the
    grounded extension of an argumentation framework with necessities (Nouioua and Risch, "Argumentation frameworks with
    necessities", SUM 2011), which is the well-founded model (Van Gelder, Ross and Schlipf, JACM 38, 1991) of the rules
    above. Without arguments that are spelt out it is the grounded labelling of Dung (Artificial Intelligence 77, 1995).

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
    return _Network(m).labels()


class _Network:
    """The inferences and attacks of a map in integers, with the labels found so far.

    Positions are those of `MapIndex`. An argument stands for its last step; the steps before it come behind.
    """

    def __init__(self, m: ArgumentMap) -> None:
        index = m.index()
        self._ids = index.ids
        count = len(index.ids) + sum(len(argument.steps[1:]) for argument in m.arguments)
        # What each position acts on: it attacks it; it is needed by it; it is one of the supports that it needs one of.
        self._attacks: list[list[int]] = [[] for _ in range(count)]
        self._carries: list[list[int]] = [[] for _ in range(count)]
        self._supports: list[list[int]] = [[] for _ in range(count)]
        self._alive = [0] * count  # how many of its supports are not out
        self._waits = [0] * count  # for how many things it waits before it is in
        self._add_inferences(m, index.position)
        self._add_relations(m, index.position)
        for position, alive in enumerate(self._alive):
            self._waits[position] += alive > 0
        self._is_supported = [False] * count  # whether one of its supports is in
        self._label = [_UNDECIDED] * count
        self._changed: list[int] = []

    def _add_inferences(self, m: ArgumentMap, place: Mapping[str, int]) -> None:
        self._steps: dict[tuple[str, int | None], int] = {}
        free = len(place)
        for argument in m.arguments:
            needed: list[int] = []  # of the step before: it, and its conclusion
            for number, step in enumerate(argument.steps):
                here = place[argument.id]
                if number < len(argument.steps) - 1:
                    here, free = free, free + 1
                self._steps[argument.id, number] = here
                needed += map(place.__getitem__, step.premises)
                for each in needed:
                    self._carries[each].append(here)
                self._waits[here] += len(needed)
                conclusion = place[step.conclusion]
                self._support(here, conclusion)
                needed = [here, conclusion]

    def _add_relations(self, m: ArgumentMap, place: Mapping[str, int]) -> None:
        for relation in m.relations:
            source, target = place[relation.source], place[relation.target]
            if relation.kind.is_negative:
                target = self._steps.get((relation.target, relation.step), target)
                self._attack(source, target)
                if relation.kind.is_symmetric:
                    self._attack(target, source)
            elif relation.kind is RelationKind.ENTAILS and self._alive[target]:
                self._support(source, target)

    def _attack(self, source: int, target: int) -> None:
        self._attacks[source].append(target)
        self._waits[target] += 1

    def _support(self, source: int, target: int) -> None:
        self._supports[source].append(target)
        self._alive[target] += 1

    def labels(self) -> dict[str, str]:
        """Return the label of each claim and argument."""
        circles = self._circles()
        circle_of = {position: number for number, circle in enumerate(circles) for position in circle}
        shaken = set(range(len(circles)))  # the circles that may have lost what holds them up
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
        return {name: _LABELS[label] for name, label in zip(self._ids, self._label, strict=False)}

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

    def _circles(self) -> list[list[int]]:
        """Return the positions that hold one another up, circle by circle."""
        ahead = [carried + supported for carried, supported in zip(self._carries, self._supports, strict=True)]
        return [each for each in strong_components(ahead) if len(each) > 1 or each[0] in ahead[each[0]]]

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
