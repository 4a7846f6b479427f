"""What a fix may change: of the map, and of what else is found. One table for all rules, `EFFECTS`.

A map is compared as a set of facts, each with a name for its sort, so that a removed claim is seen as itself and not as
another number for all that follow.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.model.records import Argument

if TYPE_CHECKING:
    from argmap.model import ArgumentMap


class Effect(NamedTuple):
    """What the fix of one rule may change.

    Attributes:
        facts: The sorts of facts about the map (see `facts`) that may change: ``-`` and the sort where some may go, ``+``
            where some may come.
        is_safe: Whether it is a safe fix.
        is_far: Whether what is found about other records may change as well, as the map has another shape or other
            names afterwards. Else only findings may come and go that are about what the fix touched.
    """

    facts: frozenset[str] = frozenset()
    is_safe: bool = False
    is_far: bool = False


COMPARING = frozenset({"REA104", "REA119", "STR118", "LOG102", "WRD121", "STR114", "CLS103", "EVD101", "CFG101"})
"""Rules that compare the words of several records: what they find about one may change with the words of another."""


def _both(*sorts: str) -> frozenset[str]:
    return frozenset(sign + sort for sort in sorts for sign in "-+")


_GONE = frozenset({"-relation"})
_MERGED = _both("relation", "node", "text", "data", "tags", "place", "step")
EFFECTS: dict[str, Effect] = {
    # Safe: a relation that is gone; nothing at all; words; a number for its per cent; a title for a conclusion.
    "STR108": Effect(_GONE, is_safe=True, is_far=True),
    "STR109": Effect(is_safe=True),
    "STR202": Effect(_MERGED, is_safe=True, is_far=True),
    "WRD201": Effect(_both("text"), is_safe=True),
    "CFG101": Effect(is_safe=True),
    "LOG108": Effect(_both("data"), is_safe=True, is_far=True),
    # Unsafe: another name, another word in the data or the front matter, fewer words, one claim for two.
    "STR102": Effect(_both("front"), is_far=True),
    "STR111": Effect(_both("relation"), is_far=True),
    "STR117": Effect(_GONE, is_far=True),
    "STR119": Effect(_MERGED, is_far=True),
    "STR206": Effect(_MERGED, is_far=True),
    "STR208": Effect(_both("data"), is_far=True),
    "STR211": Effect(_both("data", "front", "step", "tags", "section"), is_far=True),
    "REA201": Effect(_both("data")),
    "WRD113": Effect(_both("text")),
    "WRD121": Effect(_MERGED, is_far=True),
    "CFG102": Effect(is_far=True),
    "EVD102": Effect(_both("data"), is_far=True),
    "EVD203": Effect(_both("data"), is_far=True),
    "EVD104": Effect(_both("data")),
    "EVD105": Effect(_both("data")),
    "EVD207": Effect(_both("data")),
}


def facts(m: ArgumentMap, *, by_words: bool) -> Counter[tuple[str, Any]]:
    """What a map says, in small pieces, each with its sort.

    Args:
        m: The map.
        by_words: Whether untitled records go by their words, as their ids are numbers that move when one is gone.
    """
    names = {record.id: repr(record.title or (record.text if by_words else record.id)) for record in m}
    found: Counter[tuple[str, Any]] = Counter({("front", repr((m.title, m.data))): 1})
    for record in m:
        name = names[record.id]
        found["node", (type(record).__name__, name)] += 1
        found["text", (name, record.text, record.ranges, record.wordings)] += 1
        found["data", (name, repr(dict(record.data)))] += 1
        found["tags", (name, record.tags)] += 1
        found["place", (name, record.section)] += 1
        for step in record.steps if isinstance(record, Argument) else ():
            lines = (*(names[each] for each in step.premises), names[step.conclusion])
            found["step", (name, lines, step.rules, repr(dict(step.data)))] += 1
    for each in m.relations:
        ends = [names[each.source], names[each.target]]
        key = (each.kind, *(sorted(ends) if each.kind.is_symmetric else ends), each.step, repr(dict(each.data)))
        found["relation", key] += 1
    for section in m.sections:
        found["section", (section.title, section.level, section.tags, repr(dict(section.data)))] += 1
    return found


def changed(before: ArgumentMap, after: ArgumentMap, *, by_words: bool) -> set[str]:
    """The sorts of facts that differ between two maps, with ``-`` for those that are gone, ``+`` for those that came."""
    first, second = facts(before, by_words=by_words), facts(after, by_words=by_words)
    return {f"-{sort}" for sort, _ in first - second} | {f"+{sort}" for sort, _ in second - first}
