"""Where positions part: questions that can be answered apart from one another, and the answers to each."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from argmap.evaluate.reasons.causes import IN, UNDECIDED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.evaluate.network import Network
    from argmap.evaluate.reasons.links import Links

MOST_EXACT = 40
"""Up to how many answers a smallest set that tells them apart is looked for; for more, a small one is taken."""


def parts(links: Links, label: Sequence[int]) -> list[list[int]]:
    """Return the undecided positions, those together that are linked. Linear."""
    seen: set[int] = set()
    found = []
    for start, own in enumerate(label):
        if own != UNDECIDED or start in seen:
            continue
        seen.add(start)
        part = [start]
        for position in part:
            acted_on = links.attacks[position] + links.carries[position] + links.supports[position]
            for other in links.acting_on(position) + acted_on:
                if label[other] == UNDECIDED and other not in seen:
                    seen.add(other)
                    part.append(other)
        found.append(sorted(part))
    return found


def reduct(links: Links, label: Sequence[int], part: list[int]) -> Network:
    """Return the network of a part of what the grounded labelling leaves undecided, as if by itself. Linear.

    What falls attacks and supports nothing, what is needed and stands is no need any more, and what one support that
    stands holds up needs no other one.
    """
    network = links.network
    place = {position: number for number, position in enumerate(part)}
    settled = {position for position in part if any(label[other] == IN for other in links.supporters[position])}
    ids = tuple(network.ids[position] for position in part if position < len(network.ids))

    def rows(given: list[list[int]], left_out: Iterable[int] = ()) -> list[list[int]]:
        gone = set(left_out)
        return [[place[each] for each in given[position] if each in place and each not in gone] for position in part]

    return replace(
        network,
        ids=ids,
        position={name: number for number, name in enumerate(ids)},
        names=[network.names[position] for position in part],
        attacks=rows(links.attacks),
        carries=rows(links.carries),
        supports=rows(links.supports, settled),
        baseless=set(),
        steps={},
        joints={},
    )


def answers(
    links: Links, label: Sequence[int], part: list[int], semantics: str, most: int, time_limit: float | None
) -> tuple[list[frozenset[int]], bool]:
    """Return the sets of positions that extensions hold in a part, in the order of the map, and whether these are all.

    Args:
        links: The whole network.
        label: Its grounded labelling.
        part: One of its `parts`.
        semantics: A semantics that rests on complete sets.
        most: How many to look for.
        time_limit: Seconds for the search.
    """
    from argmap.evaluate.framework import framework_of  # which loads numpy

    found = framework_of(reduct(links, label, part))
    names = found.framework.arguments[: len(part)]
    extensions = found.framework.extensions(semantics, time_limit=time_limit)
    some: dict[frozenset[int], frozenset[int]] = {}  # by what they hold of claims and arguments
    count = len(links.network.ids)
    for extension in extensions:
        held = frozenset(position for position, name in zip(part, names, strict=True) if name in extension)
        shown = frozenset(position for position in held if position < count)
        if shown not in some and len(some) >= most:
            extensions.close()
            are_all = False
            break
        some.setdefault(shown, held)
    else:
        are_all = extensions.is_complete
    return sorted(some.values(), key=lambda held: [position not in held for position in part]), are_all


def telling(some: Sequence[frozenset[int]], count: int) -> list[int]:
    """Return a smallest set of claims and arguments that tells sets apart: each holds others of them.

    Args:
        some: The sets.
        count: How many positions are claims and arguments; they come first.

    Complexity:
        A smallest hitting set, by MaxSAT, for up to `MOST_EXACT` sets; for more, greedily, so that it is small only.
    """
    kept = [{position for position in each if position < count} for each in some]
    if len(kept) < 2:
        return []
    if len(kept) > MOST_EXACT:
        return _greedy(kept)
    from pysat.examples.hitman import Hitman

    differences = [sorted(one ^ other) for one, other in combinations(kept, 2)]
    # Of the smallest ones, one of what comes early in the map.
    weights = {each: count * count + each for difference in differences for each in difference}
    with Hitman(bootstrap_with=differences, weights=weights, htype="sorted") as hitman:
        return sorted(hitman.get())


def _greedy(kept: Sequence[set[int]]) -> list[int]:
    """Return a small set that tells sets apart: each next member splits the groups that are left in the most pieces."""
    groups = [list(kept)]
    chosen: list[int] = []
    candidates = sorted(set().union(*kept))
    while groups:
        best = max(
            candidates,
            key=lambda each: sum(
                min(len(group) - inside, inside) for group in groups for inside in [sum(each in one for one in group)]
            ),
        )
        chosen.append(best)
        halves = [[one for one in group if (best in one) is side] for group in groups for side in (True, False)]
        groups = [half for half in halves if len(half) > 1]
    return sorted(chosen)
