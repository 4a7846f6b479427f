"""Small sets of claims and arguments that stand together and repel all that attacks them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.evaluate.reasons.causes import IN, OUT, Causes, derived, drawn_on
from argmap.evaluate.reasons.links import Links, cut

if TYPE_CHECKING:
    from collections.abc import Collection

MOST_WORK = 20_000_000
"""How much is done at most to make a defence as small as it gets: members times positions that matter to them."""


def defence(links: Links, held: Collection[int], goal: int) -> tuple[set[int], Causes]:
    """Return a minimal admissible set that settles a position, and what it makes of each position.

    A set is admissible if its members have their reasons in it, none attacks another, and what attacks a member falls
    because of it (Nouioua and Risch, "Argumentation frameworks with necessities", SUM 2011). It settles the goal by
    holding it or bringing it down. No admissible subset of the result does so.

    Args:
        links: The network.
        held: An admissible set that settles the goal, such as an extension.
        goal: What is to be settled.

    Returns:
        The set, and the causes of all that stands and falls because of it.

    Complexity:
        Linear for a set that is not minimal; then once more for each member and each that falls away with it, in what
        acts on the members. Where this is more than `MOST_WORK`, the set stays as it is.
    """
    causes = Causes(links, held)
    proof = {position: cause for position, cause in enumerate(causes.cause) if cause is not None}
    members = {position for position in drawn_on(proof, goal) if causes.label[position] == IN}
    near = _around(links, members | {goal})
    if len(members) ** 2 * len(near) <= MOST_WORK:
        place = {position: number for number, position in enumerate(near)}
        small = Links(cut(links.network, near))
        found = _least(small, {place[each] for each in members}, place[goal], is_held=goal in members)
        members = {near[number] for number in found}
    return members, Causes(links, members)


def _around(links: Links, members: Collection[int]) -> list[int]:
    """Return some positions, what attacks them, and what that and they need or are supported by."""
    seen = set(members)
    seen.update(attacker for member in members for attacker in links.attackers[member])
    ways = list(seen)
    while ways:
        position = ways.pop()
        for other in links.needs[position] + links.supporters[position]:
            if other not in seen:
                seen.add(other)
                ways.append(other)
    return sorted(seen)


def _least(links: Links, members: set[int], goal: int, *, is_held: bool) -> set[int]:
    """Return a minimal admissible subset that settles the goal."""
    for member in sorted(members, reverse=True):
        if member in members and not (is_held and member == goal):
            fewer = admissible_part(links, members - {member})
            if goal in fewer if is_held else Causes(links, fewer).label[goal] == OUT:
                members = fewer
    return members


def admissible_part(links: Links, members: set[int]) -> set[int]:
    """Return the largest admissible subset of a set without conflict.

    Complexity: Linear for each round in which something falls away.
    """
    while True:
        kept = set(derived(links, members))
        label = Causes(links, kept).label
        kept = {each for each in kept if all(label[attacker] == OUT for attacker in links.attackers[each])}
        if kept == members:
            return kept
        members = kept
