"""Claims that speak for themselves: circles of inferences, and circles of support.

A circle of inferences begs the question where its claims rest on nothing else: no claim in it is inferred or supported
from outside. Where one is, or where a plain support relation closes the circle, the claims reinforce one another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.check.graph.cycles import circles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


class Circles(NamedTuple):
    """The circles of a map, as positions in its index.

    Attributes:
        within: For an argument whose conclusion is among its premises: its position, and that of the conclusion.
        begging: Circles of claims and arguments that rest on nothing but one another.
        mutual: Other circles of support.
    """

    within: list[tuple[int, int]]
    begging: list[list[int]]
    mutual: list[list[int]]


def circular(subject: Subject) -> Circles:
    """Return the circles of support. Linear where there are none; see `circles`."""
    within = list(_within(subject))
    skip = {argument for argument, _ in within}
    inferences = list(_inferences(subject, skip))
    begging = []
    if circles(inferences):
        unfounded = _unfounded(subject, skip)
        begging = circles(pair for pair in inferences if unfounded[pair[0]] and unfounded[pair[1]])
    told = {place for circle in begging for place in circle}
    index = subject.index
    support = index.edges["support"]
    plain = [(a, b) for a in range(len(index.ids)) for b in support.targets(a) if a != b] if support.out_targets else []
    # A circle that was told is not told again in other words.
    pairs = (pair for pair in (*inferences, *plain) if pair[0] not in told and pair[1] not in told)
    return Circles(within, begging, circles(pairs))


def _within(subject: Subject) -> Iterator[tuple[int, int]]:
    position = subject.index.position
    for argument in subject.map.arguments:
        seen: set[str] = set()
        for step in argument.steps:
            seen.update(step.premises)
            if step.conclusion in seen:
                yield position[argument.id], position[step.conclusion]
                break


def _inferences(subject: Subject, skip: set[int]) -> Iterator[tuple[int, int]]:
    position = subject.index.position
    for argument in subject.map.arguments:
        place = position[argument.id]
        if place not in skip:
            # What an argument infers on the way is carried by it, and is no premise from outside.
            own = {step.conclusion for step in argument.steps}
            for premise in argument.premises:
                if premise not in own:
                    yield position[premise], place
            for conclusion in own:
                yield place, position[conclusion]


def _unfounded(subject: Subject, skip: set[int]) -> bytearray:
    """Return for each position whether it rests on itself alone: no way leads to it from what needs no inference.

    A claim is founded by a plain support from a founded one or an argument that is founded, an argument by all its
    premises; a claim that nothing infers is founded. Linear, by counting what is missing (Dowling and Gallier 1984).
    """
    index = subject.index
    missing = [0] * len(index.ids)
    helps: dict[int, list[int]] = {}
    for source, target in _inferences(subject, skip):
        # An argument needs all its premises, a claim any one argument.
        missing[target] = missing[target] + 1 if target >= index.claim_count else 1
        helps.setdefault(source, []).append(target)
    waiting = [place for place, count in enumerate(missing) if not count]
    unfounded = bytearray(b"\1" * len(index.ids))
    while waiting:
        place = waiting.pop()
        if not unfounded[place]:
            continue
        unfounded[place] = 0
        for other in helps.get(place, ()):
            missing[other] -= 1
            if missing[other] <= 0:
                waiting.append(other)
        for name in ("support", "entails"):
            waiting += (other for other in index.edges[name].targets(place) if other < index.claim_count)
    return unfounded
