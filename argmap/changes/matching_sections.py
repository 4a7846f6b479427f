"""Which sections of two maps are the same, once it is known of what lies in them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model import ArgumentMap


def match_sections(
    before: ArgumentMap, after: ArgumentMap, names: Mapping[str, str], known: Mapping[str, str]
) -> dict[str, str]:
    """Return the section of the later map for each of the earlier one that is in both. Linear, but for sorting.

    Args:
        before: The earlier map.
        after: The later map.
        names: Which claims and arguments are the same.
        known: Which sections are known to be the same.
    """
    same = dict(known)
    taken = set(same.values())
    number: dict[tuple[int, str], int] = {}
    left, right = _paths(before, number), _paths(after, number)

    def add(one: str, other: str) -> None:
        if one not in same and other not in taken:
            same[one] = other
            taken.add(other)

    for name, path in left.items():
        if right.get(name) == path:
            add(name, name)
    for keys, theirs in ((left, right), (_titles(before), _titles(after))):
        waiting: dict[object, list[str]] = {}
        for other, key in reversed(theirs.items()):
            if other not in taken:
                waiting.setdefault(key, []).append(other)
        for name, key in keys.items():
            if name not in same and waiting.get(key):
                add(name, waiting[key].pop())
    votes: Counter[tuple[str, str]] = Counter()
    size: Counter[str] = Counter()
    for record in before:
        there = after.get(names.get(record.id, ""))
        if record.section is not None and record.section not in same and there is not None:
            size[record.section] += 1
            if there.section is not None and there.section not in taken:
                votes[record.section, there.section] += 1
    for (one, other), many in sorted(votes.items(), key=lambda vote: -vote[1]):
        if 2 * many > size[one]:
            add(one, other)
    return same


def _titles(m: ArgumentMap) -> dict[str, object]:
    return {section.id: section.title for section in m.sections}


def _paths(m: ArgumentMap, number: dict[tuple[int, str], int]) -> dict[str, object]:
    """Return for each section the number of its path: the titles from the top down to it."""
    found: dict[str, int] = {}
    sections = {section.id: section for section in m.sections}
    for section in m.sections:
        way = [section]
        while way[-1].parent is not None and way[-1].parent not in found:
            way.append(sections[way[-1].parent])
        for each in reversed(way):
            above = -1 if each.parent is None else found[each.parent]
            found[each.id] = number.setdefault((above, each.title), len(number))
    return dict(found)
