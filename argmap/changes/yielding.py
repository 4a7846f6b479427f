"""What others give up where one side is to win: what they made of claims and arguments that it removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.cells import visible
from argmap.changes.naming import called, words_for
from argmap.changes.parts import STEPS
from argmap.changes.relating import replaced
from argmap.model import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.changes.relating import Key
    from argmap.changes.units import Side


def give_way(base: Side, sides: Sequence[Side], first: int, who: Sequence[str]) -> list[str]:
    """Take out of the sides what the preferred one removed, and what cannot be without it.

    Sections stay: they are headings, and nobody's word.

    Args:
        base: The map that all started from.
        sides: The others; they change.
        first: The number of the one that is preferred.
        who: What the sides are called.

    Returns:
        Sentences that say what was new of that.

    Complexity:
        O(n) for n records and relations of all sides.
    """
    preferred = sides[first]
    removed = {
        unit
        for unit, record in base.records.items()
        if unit not in preferred.records and not isinstance(record, Section)
    }
    told = []
    for number, side in enumerate(sides):
        if number != first and removed:
            told += _without(removed, base, side, preferred, (who[first], who[number]))
    return told


def _without(removed: set[int], base: Side, side: Side, preferred: Side, who: tuple[str, str]) -> list[str]:
    words = words_for(preferred.map)
    given = {"first": visible(who[0]), "who": visible(who[1])}
    told = []
    out = removed & side.records.keys()
    for unit, parts in side.parts.items():
        steps = parts.get(STEPS, ())
        if unit in out or not any(removed.intersection((*step.premises, step.conclusion)) for step in steps):
            continue
        it = called(side.map, side.records[unit])
        if unit not in preferred.parts:
            out.add(unit)
            told.append(words.say("changes.conflict.given-up", what=it, **given))
        else:
            parts[STEPS] = preferred.parts[unit][STEPS]
            if steps != base.parts[unit][STEPS]:
                told.append(words.say("changes.conflict.given-up-premises", it=it, **given))
    relations = [key for key in side.relations if out.intersection((key.source, key.target))]
    new = [key for key in side.relations if key not in base.relations]
    lost = [key for key in base.relations if key not in side.relations and _has(side, key, out)]
    for old, other in list(replaced(lost, new)):
        if other in relations:  # what was moved to something that is gone goes back to where it was
            side.relations[old] = base.relations[old]
    for key in relations:
        if key not in base.relations:
            source, target = (called(side.map, side.records[int(end)]) for end in (key.source, key.target))
            what = f"{source} {words.say(f'changes.deed.{key.kind.value}')} {target}"
            told.append(words.say("changes.conflict.given-up", what=what, **given))
        del side.relations[key]
    for unit in out:
        del side.records[unit], side.parts[unit]
    return told


def _has(side: Side, key: Key, out: set[int]) -> bool:
    return all(end in side.records and end not in out for end in (key.source, key.target))
