"""Why something stays undecided: the way to a circle of attacks that nobody breaks."""

from __future__ import annotations

from collections import deque
from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.components import strong_components
from argmap.evaluate.reasons.causes import IN, UNDECIDED, Cause, Rule

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from argmap.evaluate.reasons.links import Links

MOST_TRIES = 200
"""How many attacks of a tangle are tried for the shortest circle."""
MOST_STEPS = 100_000
"""After how many positions on ways round a tangle the shortest circle found so far will do."""


def open_causes(links: Links, label: Sequence[int], start: int) -> dict[int, Cause]:
    """Return why an undecided position is so: causes from it to a circle, and of what is on the circle.

    Of the tangles that hold `start` open and depend on nothing else that is open, a nearest one is taken, and in it a
    short circle with at least one attack.

    Args:
        links: The network.
        label: A complete labelling of it.
        start: A position that is undecided in it.

    Complexity:
        Linear; up to `MOST_TRIES` times over for a tangle, if that takes no more than `MOST_STEPS`.
    """
    before: dict[int, int] = {start: start}
    order = [start]
    for position in order:
        for other in _open(links, label, position):
            if other not in before:
                before[other] = position
                order.append(other)
    circle = _shortest(links, label, _tangle(links, label, order))
    within = set(circle)
    way = [next(position for position in order if position in within)]
    while way[-1] != start:
        way.append(before[way[-1]])
    shared = Cause(Rule.LOOP, circle=tuple(circle[circle.index(way[0]) :] + circle[: circle.index(way[0])]))
    causes = dict.fromkeys(circle, shared)
    for other, position in pairwise(way):
        causes[position] = Cause(
            Rule.OPEN,
            attackers=(other,) if other in links.attackers[position] else (),
            needs=(other,) if other in links.needs[position] and other not in links.attackers[position] else (),
            supports=() if other in links.attackers[position] or other in links.needs[position] else (other,),
        )
    return causes


def _open(links: Links, label: Sequence[int], position: int) -> list[int]:
    """Return what keeps an undecided position so."""
    found = [other for other in links.attackers[position] + links.needs[position] if label[other] == UNDECIDED]
    supporters = links.supporters[position]
    if not any(label[other] == IN for other in supporters):
        found += [other for other in supporters if label[other] == UNDECIDED]
    return found


def _tangle(links: Links, label: Sequence[int], order: list[int]) -> set[int]:
    """Return the first of the sets of positions that keep one another open, and that nothing else does."""
    place = {position: number for number, position in enumerate(order)}
    ahead = [[place[other] for other in _open(links, label, position)] for position in order]
    best: set[int] = set()
    for numbers in strong_components(ahead):
        within = set(numbers)
        if all(other in within for number in numbers for other in ahead[number]) and (
            not best or min(within) < min(best)
        ):
            best = within
    return {order[number] for number in best}


def _shortest(links: Links, label: Sequence[int], tangle: Collection[int]) -> list[int]:
    """Return a short circle in a tangle, as what acts on what, that ends with an attack on its first position."""
    best: list[int] = []
    tries = steps = 0
    for target in sorted(tangle):
        sources = {source for source in links.attackers[target] if source in tangle}
        if not sources:
            continue
        tries += 1
        found, taken = _way(links, label, target, sources, tangle)
        steps += taken
        if found and (not best or len(found) < len(best)):
            best = found
        if len(best) == 1 or (best and (tries >= MOST_TRIES or steps >= MOST_STEPS)):
            break
    return best


def _way(
    links: Links, label: Sequence[int], start: int, ends: set[int], tangle: Collection[int]
) -> tuple[list[int], int]:
    """Return a shortest way on which one position acts on another, both included; and how many positions it took."""
    before = {start: start}
    waiting = deque([start])
    while waiting:
        position = waiting.popleft()
        if position in ends:
            way = [position]
            while way[-1] != start:
                way.append(before[way[-1]])
            return way[::-1], len(before)
        for other in links.attacks[position] + links.carries[position] + links.supports[position]:
            if other in tangle and other not in before and position in _open(links, label, other):
                before[other] = position
                waiting.append(other)
    return [], len(before)
