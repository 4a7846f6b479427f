"""Which claims, arguments and sections of two maps are the same: by name, then by words, then by likeness of words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.changes.likeness import LEAST, LEAST_APART, LEAST_TITLED, Reading
from argmap.changes.matching_arguments import match_arguments
from argmap.changes.matching_sections import match_sections
from argmap.changes.pairs import Pairs, is_named

if TYPE_CHECKING:
    from collections.abc import Collection

    from argmap.model import Argument, ArgumentMap, Claim


@dataclass(frozen=True, slots=True)
class Matching:
    """What of one map is what of another.

    Attributes:
        names: The id in the later map for each claim and argument of the earlier one that is in both.
        sections: The same for sections.
    """

    names: dict[str, str] = field(default_factory=dict)
    sections: dict[str, str] = field(default_factory=dict)


def match(
    before: ArgumentMap,
    after: ArgumentMap,
    *,
    known: Matching | None = None,
    only: Collection[str] | None = None,
    is_cautious: bool = False,
) -> Matching:
    r"""Return which claims, arguments and sections of two maps are the same.

    What bears the same name in both is the same: a title, or an id that is not just a number such as ``C1``. Of the
    others, those with the same words are, and then those with like words: most of their stems are shared, mostly in the
    same order, and both deny or neither does. Arguments without such a name are the same where they have the same gist,
    or are made of the same and do the same, or reach the same conclusion from mostly the same premises. Sections are
    the same where the titles from the top down to theirs are, or their own title, or most of what lies in them.

    Args:
        before: The earlier map.
        after: The later map.
        known: What is known to be the same already; it is part of the answer.
        only: The claims and arguments (ids) of the earlier map that may be matched besides; by default all.
        is_cautious: Whether more is asked, for what several people wrote: that words are not only alike, but nearly the
            same, and then that at most one of the two has a title; and of the same title that the words have
            something in common.

    Complexity:
        O(n log n) in the sizes of the maps.

    Example:
        >>> import argmap
        >>> old = argmap.parse("[Rain]: It rains.").map
        >>> new = argmap.parse("It snows.\n  - [Wet]: It rains.").map
        >>> match(old, new).names
        {'Rain': 'Wet'}
    """
    reading = Reading(after)
    names = {} if known is None else dict(known.names)
    pairs = Pairs(names, only)

    def may_be(one: Claim | Argument, other: Claim | Argument) -> bool:
        if not is_cautious or not one.text or not other.text:
            return True
        return reading.likeness(one.text, other.text) >= LEAST_TITLED

    left, right = pairs.of(before.claims, after.claims)
    by_id = {claim.id: claim for claim in right}
    for claim in left:
        other = by_id.get(claim.id)
        if other is not None and claim.text == other.text:
            pairs.add(claim, other)
    for claim in left:
        other = by_id.get(claim.id)
        if other is not None and is_named(claim) and is_named(other) and may_be(claim, other):
            pairs.add(claim, other)
    pairs.by_key(left, right, lambda claim: (claim.text, claim.title is None) if claim.text else None)
    pairs.by_key(left, right, lambda claim: claim.text or None)
    pairs.by_likeness(left, right, reading, LEAST_APART if is_cautious else LEAST)
    match_arguments(before, after, pairs, may_be, reading, is_cautious=is_cautious)
    sections = match_sections(before, after, names, {} if known is None else known.sections)
    return Matching(names, sections)
