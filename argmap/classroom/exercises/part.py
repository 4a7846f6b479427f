"""The part of a map that an exercise is about: small enough for a sheet, and all of it in words."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from argmap.classroom.exercises.boxes import Boxes, boxes_of, copied, words_of
from argmap.model import Argument, ArgumentMap, Claim

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from argmap.corpora.links import Link

LONGEST = 300
"""How many letters the words of a box have at most; what is longer fits on no card."""
TRIES = 30
"""How many parts of a map are looked at, at most, for one that has what a kind needs."""
_MOST_WORDS = 260
"""How many words all boxes of a part have together: about what one page of a picture holds."""


def usable(m: ArgumentMap) -> Boxes:
    """Return what of a map can stand on a sheet: boxes that have words, not too many and not those of another box.

    Links between them stay; so do arguments all of whose links do. Linear in the map, times the number of arguments
    without a gist that stand on one another.
    """
    keep: dict[str, None] = {}
    seen = set()
    for box in boxes_of(m).boxes:
        text = words_of(box)
        folded = text.casefold().rstrip(".!? ")
        if folded and len(text) <= LONGEST and folded not in seen and any(map(str.isalnum, text)):
            seen.add(folded)
            keep[box.id] = None
    return restricted(m, keep)


def restricted(m: ArgumentMap, keep: Collection[str]) -> Boxes:
    """Return of a map the boxes with these ids, and the links between them."""
    while True:
        found = boxes_of(m)
        inferences = {(link.target, frozenset(link.sources)) for link in found.links}
        good = {link: records for link, records in found.links.items() if _is_good(link, keep, inferences)}
        held = {id(record) for records in good.values() for record in records}
        lost = {id(record) for link, records in found.links.items() if link not in good for record in records}
        boxes = {box.id for box in found.boxes if box.id in keep}
        claims = [claim for claim in m.claims if claim.id in boxes]
        arguments = [each for each in m.arguments if each.id in boxes or (id(each) in held and id(each) not in lost)]
        there = {claim.id for claim in claims} | {argument.id for argument in arguments}
        relations = [
            each
            for each in m.relations
            if id(each) in held and id(each) not in lost and each.source in there and each.target in there
        ]
        if (len(claims), len(arguments), len(relations)) == (len(m.claims), len(m.arguments), len(m.relations)):
            return found
        m = copied(m, claims=claims, arguments=arguments, relations=relations)


def around(whole: Boxes, starts: Iterable[str], limit: int) -> Boxes:
    """Return the part of a map around some boxes: what speaks for and against them first, then what they bear on.

    A link is taken with all the boxes that it ties, so that no reason comes without its fellows.

    Args:
        whole: What there is.
        starts: The ids of the boxes to start from; they are taken in any case.
        limit: How many boxes there are at most. There are fewer where they have many words.

    Complexity:
        Linear in the map.
    """
    ends = ends_of(whole)
    touching: dict[str, list[Link]] = {}
    for link in whole.links:
        touching.setdefault(link.target, []).append(link)
    for link in whole.links:
        for source in link.sources:
            touching.setdefault(source, []).append(link)
    chosen = dict.fromkeys(starts)
    words = sum(len(whole.text(box).split()) for box in chosen)
    waiting = deque(chosen)
    while waiting and len(chosen) < limit:
        for link in touching.get(waiting.popleft(), ()):
            new = [box for box in ends[link] if box not in chosen]
            more = sum(len(whole.text(box).split()) for box in new)
            if new and len(chosen) + len(new) <= limit and words + more <= _MOST_WORDS:
                words += more
                chosen.update(dict.fromkeys(new))
                waiting.extend(new)
    return restricted(whole.map, chosen)


def ends_of(whole: Boxes) -> dict[Link, tuple[str, ...]]:
    """Return for each link all the boxes that have to be there for it to be: those of all steps of its argument.

    Complexity:
        Linear in the map.
    """
    of: dict[int, dict[str, None]] = {}
    for link, records in whole.links.items():
        for record in records:
            if isinstance(record, Argument):
                of.setdefault(id(record), {}).update(dict.fromkeys((*link.sources, link.target, *link.over)))
    return {
        link: tuple(
            dict.fromkeys(
                (
                    *link.sources,
                    link.target,
                    *link.over,
                    *(box for record in records for box in of.get(id(record), ())),
                )
            )
        )
        for link, records in whole.links.items()
    }


def without_loners(part: Boxes) -> Boxes:
    """Return a part without the boxes that no link ties to anything."""
    tied = {box for link in part.links for box in (*link.sources, link.target)}
    return part if len(tied) == len(part.boxes) else restricted(part.map, tied)


def _is_good(link: Link, keep: Collection[str], inferences: set[tuple[str, frozenset[str]]]) -> bool:
    ends = (*link.sources, link.target, *link.over)
    return (
        bool(link.sources)
        and link.target not in link.sources
        and all(end in keep for end in ends)
        and (not link.over or (link.target, frozenset(link.over)) in inferences)
    )


def is_claim(part: Boxes, box: str) -> bool:
    """Return whether a box is that of a claim."""
    return isinstance(part.map[box], Claim)
