"""DIA110."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from argmap.check.rule import Found, Needs, rule
from argmap.components import strong_components
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


MOST_STARTS = 32
"""From how many places of a component a shortest circle is looked for; more would cost square time in large ones."""


@rule("DIA110", Severity.INFO, needs=Needs.EVALUATION, profiles=("debate", "strict"))
def odd_attack_cycle(subject: Subject) -> Iterator[Found]:
    """Attacks lead round in a circle of odd length, so that something ends up speaking against itself.

    ## What it does

    Follows attacks and undercuts, and inferences from premises to conclusions, among what the grounded reading leaves
    undecided, and looks for circles with an odd number of attacks. Of the circles that hang together it shows a
    shortest one. Two that attack each other are left to `stand-off`, and relations from a claim to itself to
    `self-relation`.

    ## Why it matters

    If A speaks against B, B against C, and C against A, none of the three can be accepted: each, if it stood, would
    in the end defeat itself. Such circles are rare in real debates. Mostly one of the attacks is meant differently,
    or aims at a part of the claim that should be a claim of its own.

    ## Flagged

    ```argdown
    [Football]: The hall should be kept for football.  // finding: DIA110
      -> [Chess]

    [Chess]: The hall should be kept for chess.
      -> [Dance]

    [Dance]: The hall should be kept for dancing.
      -> [Football]
    ```

    ## Accepted

    Two that attack each other make a circle of even length: a `stand-off`.

    ```argdown
    [Football]: The hall should be kept for football.
      -> [Chess]

    [Chess]: The hall should be kept for chess.
      -> [Football]
    ```

    Three rivals of which only one can be right make no circle: each pair excludes each other.

    ```argdown
    [Football]: The hall should be kept for football.
      >< [Chess]
      >< [Dance]

    [Chess]: The hall should be kept for chess.
      >< [Dance]

    [Dance]: The hall should be kept for dancing.
    ```

    What defeats one of the three opens the circle.

    ```argdown
    [Football]: The hall should be kept for football.
      -> [Chess]
      - <Floor>: Football ruins the floor.

    [Chess]: The hall should be kept for chess.
      -> [Dance]

    [Dance]: The hall should be kept for dancing.
      -> [Football]
    ```

    ## References

    - P. M. Dung, On the acceptability of arguments, Artificial Intelligence 77, 1995: without odd circles of attack
      there is always a way to take sides.
    """
    even, odd = _edges(subject)
    if not any(odd):
        return
    both = [a + b for a, b in zip(even, odd, strict=True)]
    for component in strong_components(both):
        if len(component) < 2:
            continue
        circle = _shortest(component, even, odd)
        if circle is None:
            continue
        records = [subject.map[subject.index.ids[place]] for place in circle]
        way = " -> ".join(subject.name(record) for record in (*records, records[0]))
        yield Found(
            records[0],
            f"An odd number of attacks leads from {subject.name(records[0])} back to it: {way}. "
            "Read the attacks on this way again, or split one of the claims.",
            related=tuple((span, "on the way") for span in map(subject.places.of, records[1:]) if span),
        )


def _edges(subject: Subject) -> tuple[list[list[int]], list[list[int]]]:
    """Return for each position where inferences lead from it and where attacks do, among what is undecided."""
    index = subject.index
    even: list[list[int]] = [[] for _ in index.ids]
    odd: list[list[int]] = [[] for _ in index.ids]
    doubtful = {index.position[name] for name, label in subject.labelling.items() if label == "undecided"}
    attacks = {
        (place, other)
        for name in ("attack", "undercut")
        for place in doubtful
        for other in index.edges[name].targets(place)
        if other in doubtful
    }
    for place, other in sorted(attacks):
        if (other, place) not in attacks:
            odd[place].append(other)
    for place in sorted(doubtful) if attacks else ():
        for name in ("premise", "conclusion", "intermediate"):
            even[place] += [other for other in index.edges[name].targets(place) if other in doubtful]
        # A conclusion on the way is drawn by the argument, which goes on from it.
        even[place] += [other for other in index.edges["intermediate"].sources(place) if other in doubtful]
    return even, odd


def _shortest(component: list[int], even: list[list[int]], odd: list[list[int]]) -> list[int] | None:
    """Return a circle with an odd number of attacks; None where there is none."""
    inside = set(component)
    best: list[int] | None = None
    for start in _starts(component, inside, even, odd):
        walk = _walk(start, inside, even, odd)
        if walk is not None and (best is None or len(walk) < len(best)):
            best = walk
    return best


def _starts(component: list[int], inside: set[int], even: list[list[int]], odd: list[list[int]]) -> list[int]:
    """Return where to look for odd circles: nowhere if two colours part the component so that only attacks cross."""
    colour = {component[0]: 0}
    waiting = [component[0]]
    clashes = False
    while waiting and not clashes:
        place = waiting.pop()
        for rows, change in ((even, 0), (odd, 1)):
            for other in rows[place]:
                if other in inside:
                    expected = colour[place] ^ change
                    if other not in colour:
                        colour[other] = expected
                        waiting.append(other)
                    clashes = clashes or colour[other] != expected
    return component[:MOST_STARTS] if clashes else []


def _walk(start: int, inside: set[int], even: list[list[int]], odd: list[list[int]]) -> list[int] | None:
    """Return the places of an odd circle on a shortest odd way from a place back to it, each once."""
    before: dict[tuple[int, int], tuple[int, int]] = {}
    waiting = deque([(start, 0)])
    while waiting and (start, 1) not in before:
        place, parity = waiting.popleft()
        for rows, change in ((even, 0), (odd, 1)):
            for other in rows[place]:
                state = other, parity ^ change
                if other in inside and state not in before and state != (start, 0):
                    before[state] = (place, parity)
                    waiting.append(state)
    if (start, 1) not in before:
        return None
    way = [(start, 1)]
    while way[-1] != (start, 0):
        way.append(before[way[-1]])
    way.reverse()
    # A place passed twice, once with each parity, cuts an odd circle out of the way.
    shortest = way
    seen: dict[int, int] = {}
    for number, (place, _) in enumerate(way):
        if place in seen and number - seen[place] < len(shortest) - 1:
            shortest = way[seen[place] : number + 1]
        seen[place] = number
    return [place for place, _ in shortest[:-1]]
