"""Labels for claims that have to be proved: what holds, what does not, and what stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.evaluate.proof.burdens import Basis, Burden, Burdens, Load

if TYPE_CHECKING:
    from argmap.evaluate.proof.standards import Constants, Heaviest

_LABELS = ("undecided", "in", "out")
_UNDECIDED, _IN, _OUT = range(3)
_NEED, _EXCEPTION, _BACKING, _PRO, _CON = range(5)


def prove(burdens: Burdens, constants: Constants) -> list[str]:
    """Return for each position whether it is ``in``, ``out`` or ``undecided``.

    Everything starts as undecided. A claim is in once its standard is met whatever becomes of what is undecided, out
    once it cannot be met any more. As standards never suffer from more reasons or fewer objections, two cases tell:
    the best and the worst. The result is the least fixpoint, which does not hang on the order.

    Complexity:
        Linear in what speaks for and against claims, but for sorting it.
    """
    return _Proving(burdens, constants).labels()


class _Side:
    """What speaks for a claim, or against it: how much there is at least, and at most."""

    def __init__(self, loads: list[Load], label: list[int]) -> None:
        self._loads = sorted(loads, key=lambda load: load.weight)
        self._label = label
        self.least: Heaviest = None

    @property
    def most(self) -> Heaviest:
        while self._loads and self._label[self._loads[-1].position] == _OUT:
            self._loads.pop()
        return self._loads[-1].weight if self._loads else None

    def add(self, weight: float) -> None:
        """Take note that something of this weight applies."""
        self.least = weight if self.least is None else max(self.least, weight)


class _Proving:
    def __init__(self, burdens: Burdens, constants: Constants) -> None:
        count = len(burdens.names)
        self._burdens, self._constants = burdens, constants
        self._label = [_UNDECIDED] * count
        self._waits = [0] * count  # of an argument: for how many things it waits
        self._alive = [0] * count  # of an argument: how much of its backing is not out
        self._is_backed = [False] * count
        self._ahead: list[list[tuple[int, int, float]]] = [[] for _ in range(count)]
        self._changed: list[int] = []
        self._pros: dict[int, _Side] = {}
        self._cons: dict[int, _Side] = {}

    def labels(self) -> list[str]:
        """Return the label of each position."""
        burdens = self._burdens
        for part, role in ((burdens.needs, _NEED), (burdens.exceptions, _EXCEPTION), (burdens.backing, _BACKING)):
            for place, others in part.items():
                for other in others:
                    self._ahead[other].append((place, role, 0.0))
                self._waits[place] += len(others) if role != _BACKING else 1
                if role == _BACKING:
                    self._alive[place] = len(others)
        for place, burden in burdens.claims.items():
            self._pros[place] = _Side(burden.pros, self._label)
            self._cons[place] = _Side(burden.cons, self._label)
            for loads, role in ((burden.pros, _PRO), (burden.cons, _CON)):
                for load in loads:
                    self._ahead[load.position].append((place, role, load.weight))
        for place in burdens.needs:
            if place in burdens.withdrawn:
                self._settle(place, _OUT)
            elif not self._waits[place]:
                self._settle(place, _IN)
        for place in burdens.claims:
            self._judge(place)
        while self._changed:
            place = self._changed.pop()
            is_in = self._label[place] == _IN
            for other, role, weight in self._ahead[place]:
                self._tell(other, role, weight, is_in=is_in)
        return [_LABELS[label] for label in self._label]

    def _settle(self, place: int, label: int) -> None:
        if self._label[place] == _UNDECIDED:
            self._label[place] = label
            self._changed.append(place)

    def _meet(self, place: int) -> None:
        self._waits[place] -= 1
        if not self._waits[place]:
            self._settle(place, _IN)

    def _tell(self, place: int, role: int, weight: float, *, is_in: bool) -> None:
        """Take note of a label that matters to a position."""
        if role in (_PRO, _CON):
            if is_in:
                (self._pros if role == _PRO else self._cons)[place].add(weight)
            self._judge(place)
        elif role == _BACKING:
            if is_in and not self._is_backed[place]:
                self._is_backed[place] = True
                self._meet(place)
            elif not is_in:
                self._alive[place] -= 1
                if not self._alive[place]:
                    self._settle(place, _OUT)
        elif is_in == (role == _NEED):
            self._meet(place)
        else:
            self._settle(place, _OUT)

    def _judge(self, place: int) -> None:
        if self._label[place] != _UNDECIDED:
            return
        burden, pros, cons = self._burdens.claims[place], self._pros[place], self._cons[place]
        if burden.basis is Basis.GRANTED:
            self._settle(place, _IN)
        elif burden.basis is Basis.DENIED:
            self._settle(place, _OUT)
        elif burden.basis is Basis.PRESUMED:
            if cons.least is not None:
                self._settle(place, _OUT)
            elif cons.most is None:
                self._settle(place, _IN)
        elif self._holds(burden, pros.least, cons.most):
            self._settle(place, _IN)
        elif not self._holds(burden, pros.most, cons.least):
            self._settle(place, _OUT)

    def _holds(self, burden: Burden, pro: Heaviest, con: Heaviest) -> bool:
        return burden.standard.holds(pro, con, self._constants)
