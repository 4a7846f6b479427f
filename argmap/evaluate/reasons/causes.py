"""Why each position of a network stands or falls: proofs in steps, each on earlier ones."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from argmap.components import strong_components
from argmap.model.status import Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from argmap.evaluate.reasons.links import Links

UNDECIDED, IN, OUT = range(3)
"""The labels: neither, stands, falls."""
STATUS = {IN: Status.ACCEPTED, OUT: Status.REJECTED, UNDECIDED: Status.UNDECIDED}
"""The status for each label."""


class Rule(StrEnum):
    """By which clause of the definition something stands, falls, or stays undecided."""

    STANDS = "stands"
    """All it needs stands, one of its supports does if it has any, and all that attacks it falls."""
    ATTACKED = "attacked"
    """Something that stands attacks it."""
    WANTING = "wanting"
    """Something that it needs falls."""
    UNSUPPORTED = "unsupported"
    """All that supports it falls."""
    BASELESS = "baseless"
    """It has no reason, and may not stand without one."""
    CIRCLE = "circle"
    """Reasons for it go round in a circle, and nothing else holds the circle up."""
    OPEN = "open"
    """What acts on it is undecided itself."""
    LOOP = "loop"
    """It is on a circle of attacks that nobody breaks."""


class Cause(NamedTuple):
    """Why a position has its label; the positions named here have theirs for reasons of their own.

    Attributes:
        rule: By which clause.
        attackers: What attacks it: all that do, where it stands; the one that brings it down, where it falls.
        needs: What it needs: all, or the one that falls.
        supports: What supports it: the one it rests on, or all that fall.
        circle: The positions that share this cause: a circle of reasons, or, from one to the next, of attacks.
    """

    rule: Rule
    attackers: tuple[int, ...] = ()
    needs: tuple[int, ...] = ()
    supports: tuple[int, ...] = ()
    circle: tuple[int, ...] = ()

    @property
    def ground(self) -> Iterator[int]:
        """All positions on which it rests."""
        yield from self.supports
        yield from self.needs
        yield from self.attackers


class Causes:
    """The labels that follow from a network, round by round, each with its cause.

    Without `held`, these are the grounded labels: in the first round stands what needs nothing and is not attacked, and
    the number of a round is the length of the shortest proof, as in the grounded game (Modgil and Caminada, "Proof
    theories and algorithms for abstract argumentation frameworks", 2009). With `held`, these positions stand, and all
    falls that falls because they do.

    Args:
        links: The network.
        held: Positions that stand; each of them must be reached from no reason outside of them.

    Attributes:
        label: The label of each position.
        cause: The cause of each, None for what is undecided.
        rank: The round in which each was settled.

    Complexity:
        Linear; once more for each time that a circle of supports falls.
    """

    def __init__(self, links: Links, held: Collection[int] | None = None) -> None:
        count = len(links)
        self._links = links
        self._grows = held is None
        self.label = [UNDECIDED] * count
        self.cause: list[Cause | None] = [None] * count
        self.rank = [0] * count
        self._round = 0
        self._waits = [
            len(links.attackers[each]) + len(links.needs[each]) + bool(links.supporters[each]) for each in range(count)
        ]
        self._alive = [len(some) for some in links.supporters]
        self._supporter: dict[int, int] = {}
        self._fresh: list[int] = []
        if held is None:
            for position in sorted(links.network.baseless):
                self._settle(position, OUT, Cause(Rule.BASELESS))
            for position, waits in enumerate(self._waits):
                if not waits:
                    self._settle(position, IN, Cause(Rule.STANDS))
        else:
            self._hold(held)
        self._run()

    def _hold(self, held: Collection[int]) -> None:
        links = self._links
        order = derived(links, set(held))
        for position in sorted(held):
            support = min(
                (each for each in links.supporters[position] if each in order),
                key=lambda each: (order[each], each),
                default=None,
            )
            self._settle(
                position,
                IN,
                Cause(
                    Rule.STANDS,
                    tuple(links.attackers[position]),
                    tuple(links.needs[position]),
                    () if support is None else (support,),
                ),
            )
        for position in sorted(links.network.baseless):
            self._settle(position, OUT, Cause(Rule.BASELESS))

    def _settle(self, position: int, label: int, cause: Cause) -> None:
        if self.label[position] == UNDECIDED:
            self.label[position] = label
            self.cause[position] = cause
            self.rank[position] = self._round
            self._fresh.append(position)

    def _run(self) -> None:
        links = self._links
        while self._fresh or self._break_circles():
            fresh, self._fresh = sorted(self._fresh), []
            self._round += 1
            standing = [position for position in fresh if self.label[position] == IN]
            falling = [position for position in fresh if self.label[position] == OUT]
            for position in standing:
                for other in links.attacks[position]:
                    self._settle(other, OUT, Cause(Rule.ATTACKED, attackers=(position,)))
            for position in falling:
                for other in links.carries[position]:
                    self._settle(other, OUT, Cause(Rule.WANTING, needs=(position,)))
            for position in falling:
                for other in links.supports[position]:
                    self._alive[other] -= 1
                    if not self._alive[other]:
                        self._settle(other, OUT, Cause(Rule.UNSUPPORTED, supports=tuple(links.supporters[other])))
            if self._grows:
                self._grow(standing, falling)

    def _grow(self, standing: Iterable[int], falling: Iterable[int]) -> None:
        links = self._links
        for position in standing:
            for other in links.carries[position]:
                self._meet(other)
            for other in links.supports[position]:
                if other not in self._supporter:
                    self._supporter[other] = position
                    self._meet(other)
        for position in falling:
            for other in links.attacks[position]:
                self._meet(other)

    def _meet(self, position: int) -> None:
        self._waits[position] -= 1
        if not self._waits[position] and self.label[position] == UNDECIDED:
            links = self._links
            support = (self._supporter[position],) if position in self._supporter else ()
            attackers, needs = tuple(links.attackers[position]), tuple(links.needs[position])
            self._settle(position, IN, Cause(Rule.STANDS, attackers, needs, support))

    def _break_circles(self) -> bool:
        """Let fall what only holds itself up in a circle, and depends on nothing else that does."""
        links = self._links
        left = {position for position, label in enumerate(self.label) if label == UNDECIDED}
        standing = [position for position, label in enumerate(self.label) if label == IN]
        lost = sorted(left.difference(derived(links, left, standing)))
        place = {position: number for number, position in enumerate(lost)}
        inner = [
            [place[each] for each in links.needs[position] + links.supporters[position] if each in place]
            for position in lost
        ]
        for numbers in map(set, strong_components(inner)):
            if all(other in numbers for number in numbers for other in inner[number]):
                self._fall_together([lost[number] for number in sorted(numbers)])
        return bool(self._fresh)

    def _fall_together(self, circle: list[int]) -> None:
        links = self._links
        within = set(circle)
        outside = {
            support
            for position in circle
            if within.isdisjoint(links.needs[position])
            for support in links.supporters[position]
            if support not in within
        }
        cause = Cause(Rule.CIRCLE, supports=tuple(sorted(outside)), circle=tuple(circle))
        for position in circle:
            self._settle(position, OUT, cause)


def drawn_on(cause: Mapping[int, Cause], root: int) -> set[int]:
    """Return a position and all that the proof of its label rests on."""
    seen = {root}
    ways = [root]
    circle: tuple[int, ...] = ()
    while ways:
        found = cause[ways.pop()]
        fresh = () if found.circle is circle else found.circle  # all that is on a circle shares it
        circle = found.circle or circle
        for other in (*found.ground, *fresh):
            if other not in seen:
                seen.add(other)
                ways.append(other)
    return seen


def derived(links: Links, within: Collection[int], given: Iterable[int] = ()) -> dict[int, int]:
    """Return what can be reached step by step from no assumption, with the round in which it is.

    Args:
        links: The network. Attacks do not count.
        within: What may be used, and is looked for.
        given: What is there from the beginning.

    Complexity: Linear in what is looked for and the links to it.
    """
    found = dict.fromkeys(given, 0)
    baseless = links.network.baseless
    lacks: dict[int, int] = {}
    ready: list[int] = []
    for position in within:
        if position in found or position in baseless:
            continue
        supporters = links.supporters[position]
        lacks[position] = sum(each not in found for each in links.needs[position])
        lacks[position] += bool(supporters) and not any(each in found for each in supporters)
        if not lacks[position]:
            ready.append(position)
    supported = {each for each in lacks if any(other in found for other in links.supporters[each])}
    level = 0
    while ready:
        level += 1
        fresh, ready = ready, []
        for position in fresh:
            found[position] = level
        for position in fresh:
            for other in links.carries[position]:
                if other in lacks and other not in found:
                    lacks[other] -= 1
                    if not lacks[other]:
                        ready.append(other)
            for other in links.supports[position]:
                if other in lacks and other not in found and other not in supported:
                    supported.add(other)
                    lacks[other] -= 1
                    if not lacks[other]:
                        ready.append(other)
    return found
