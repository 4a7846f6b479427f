"""Boxes that say what two boxes of the other map say: where one box is to be split, or two are to be merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.words.words import coverage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argmap.classroom.comparing.likeness import Phrase

COVERED = 0.8
"""Which share of the stems of a part is in the whole, and which share of those of the whole is in its two parts."""
_FEWEST = 2
"""So many stems a part has at least: single words are in many boxes."""


def halves(
    wholes: Sequence[Phrase], parts: Sequence[Phrase], part_of: Mapping[int, int]
) -> Iterator[tuple[int, int, int]]:
    """Yield the places of phrases that say what two others say together, with the places of these two.

    Each part is in one whole at most. Of the two parts, the first is the one that is matched with the whole already, if
    one is; a whole that is matched with something else is left alone.

    Args:
        wholes: The phrases of one map.
        parts: The phrases of the other.
        part_of: For places of wholes, the part they are matched with.

    Complexity:
        The product of the number of wholes and of parts that are not matched, each at the cost of one intersection.

    Example:
        >>> from argmap.check.words.language import language
        >>> from argmap.classroom.comparing.likeness import Phrase
        >>> whole, one, other = (
        ...     Phrase(text, language("en"), {})
        ...     for text in ("Cars foul the air, and buses cost money", "Cars foul the air", "Buses cost money")
        ... )
        >>> list(halves([whole], [one, other], {}))
        [(0, 0, 1)]
    """
    matched = set(part_of.values())
    free = [place for place, phrase in enumerate(parts) if place not in matched and len(phrase.stems) >= _FEWEST]
    for place, whole in enumerate(wholes):
        if not free:
            return
        if len(whole.stems) < 2 * _FEWEST:
            continue
        own = part_of.get(place)
        inside = [each for each in free if coverage(parts[each].stems, whole.stems) >= COVERED]
        if not inside:
            continue
        firsts = inside if own is None else [own]
        found = next(
            (
                (first, second)
                for first in firsts
                for second in inside
                if first != second and _make_up(parts[first], parts[second], whole)
            ),
            None,
        )
        if found is not None:
            free = [each for each in free if each not in found]
            yield (place, *found)


def _make_up(one: Phrase, other: Phrase, whole: Phrase) -> bool:
    """Whether two phrases say together what a third one says, and neither of them says it alone."""
    return (
        len(one.stems) >= _FEWEST
        and coverage(one.stems, whole.stems) >= COVERED
        and coverage(whole.stems, one.stems | other.stems) >= COVERED
        and max(coverage(whole.stems, one.stems), coverage(whole.stems, other.stems)) < COVERED
        and whole.is_negative == (one.is_negative != other.is_negative)
    )
