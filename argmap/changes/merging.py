"""The work of several people on one map, in one map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.changes.building import Built
from argmap.changes.conflict import Conflict
from argmap.changes.disagreeing import Disagreeing
from argmap.changes.marking import marked
from argmap.changes.naming import words_for
from argmap.changes.units import align
from argmap.changes.yielding import give_way
from argmap.errors import ArgmapError, UnknownNameError, nearest_or_all
from argmap.model import ArgumentMap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.changes.units import Side


@dataclass(frozen=True, slots=True)
class Merged:
    """What several maps come to, and what they do not agree on. Printed, it is the conflicts as sentences.

    Attributes:
        map: The merged map. What is in conflict bears the tag ``conflict``, and data ``from`` that say which map has
            what else there; nothing is lost.
        conflicts: What is left to settle: first wordings, titles and other fields, then what was removed, relations,
            and titles that stand for different things.
        who: What the maps are called.
        given_up: Sentences that say what others had made of what the preferred map removed, and what is gone with it.
    """

    map: ArgumentMap
    conflicts: tuple[Conflict, ...] = ()
    who: tuple[str, ...] = ()
    given_up: tuple[str, ...] = ()

    def __str__(self) -> str:
        words = words_for(self.map)
        key = "count" if self.conflicts else "none"
        count = words.say(f"changes.conflict.{key}", n=len(self.conflicts))
        return "\n".join([count, *self.given_up, *(f"\n{conflict}" for conflict in self.conflicts)])

    def to_data(self) -> dict[str, Any]:
        """Return the conflicts as plain data, for JSON."""
        return {
            "who": list(self.who),
            "conflicts": [conflict.to_data() for conflict in self.conflicts],
            "given_up": list(self.given_up),
        }


def merge(
    *maps: ArgumentMap,
    base: ArgumentMap | None = None,
    names: Sequence[str] | None = None,
    prefer: str | int | None = None,
    authors: bool = False,
) -> Merged:
    r"""Return one map with what several maps say, and what they do not agree on.

    With the map that all started from (`base`), what one of them changed, added or removed is so in the merged map, and
    what two changed in different ways is a conflict. Without it, the merged map has what any of them has.

    Claims, arguments and sections of two maps are the same by their names, their words or the likeness of their words,
    see `argmap.changes.matching.match`; of what is not in the base, a title alone is not enough where the words have
    nothing in common. Tags, lists of words, and mappings are joined, all else is one thing.

    Args:
        *maps: The maps, at least one.
        base: The map that all started from.
        names: What to call the maps in conflicts; by default by the files they come from.
        prefer: The map, by its name or its number from 0, that wins where the maps do not agree. What it removed goes,
            and with it what others made of that, which `given_up` tells. Two things with one title remain a conflict.
        authors: Whether what is not in the base names those who wrote it (inline data ``author``), by `names`.

    Raises:
        ArgmapError: There is no map, or not a name for each.
        UnknownNameError: The map to prefer is none of them.

    Complexity:
        O(k² n log n) for k maps with n records, where each brings something new; else O(k n log n).

    Example:
        >>> import argmap
        >>> base = argmap.parse("[Phones]: Phones distract pupils.").map
        >>> one = argmap.parse("[Phones]: Phones distract pupils.\n  - Some need them.").map
        >>> other = argmap.parse("[Phones]: Phones distract everybody.").map
        >>> merged = merge(one, other, base=base)
        >>> [claim.text for claim in merged.map.claims], merged.conflicts
        (['Phones distract everybody.', 'Some need them.'], ())
        >>> third = argmap.parse("[Phones]: Phones distract all of us.", "third.argdown").map
        >>> for line in merge(other, third, base=base, names=["Ada", "Ben"]).conflicts[0].lines()[:3]:
        ...     print(line)
        [Phones] is worded differently.
          Ada: Phones distract everybody.
          Ben: Phones distract all of us.
    """
    if not maps:
        raise ArgmapError("There is nothing to merge; give one map or more.")
    who = _names(maps, names)
    first = _place(prefer, who)
    start, *sides = align(ArgumentMap() if base is None else base, maps)
    given_up = [] if first is None else give_way(start, sides, first, who)
    built = Built(start, sides, who, first)
    found = Disagreeing(built, sides, who)
    wrote = _authors(built, start, who) if authors else {}
    return Merged(marked(built.map, found.said, wrote), tuple(found.conflicts), tuple(who), tuple(given_up))


def _names(maps: Sequence[ArgumentMap], names: Sequence[str] | None) -> list[str]:
    if names is None:
        given = [m.source.name if m.source is not None else "" for m in maps]
    elif len(names) != len(maps):
        raise ArgmapError(f"There are {len(maps)} maps and {len(names)} names for them; give each a name.")
    else:
        given = list(names)
    found: list[str] = []
    for place, name in enumerate(given, 1):
        plain = name or f"map {place}"
        other, number = plain, 2
        while other in found:
            other, number = f"{plain} ({number})", number + 1
        found.append(other)
    return found


def _place(prefer: str | int | None, who: list[str]) -> int | None:
    if prefer is None:
        return None
    if isinstance(prefer, int):
        if 0 <= prefer < len(who):
            return prefer
        raise UnknownNameError(f"There is no map number {prefer}; they are numbered from 0 to {len(who) - 1}.")
    if prefer not in who:
        raise UnknownNameError(f"There is no map {prefer!r} to prefer.{nearest_or_all(prefer, who)}")
    return who.index(prefer)


def _authors(built: Built, base: Side, who: Sequence[str]) -> dict[str, list[str]]:
    found = {}
    for unit, name in built.ids.of.items():
        if unit not in base.records:
            found[name] = [who[number] for number in built.having(unit)]
    return found
