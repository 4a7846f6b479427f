"""Which claims of several maps of one text are the same: by their ids, their places in the text, or their words."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from argmap.corpora.edges import edges_of
from argmap.corpora.places import places_of, said
from argmap.errors import UnknownNameError, nearest_or_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.corpora.places import Places
    from argmap.diagnostics import Span
    from argmap.model import Argument, ArgumentMap, Claim

Way = Literal["id", "span", "text"]
WAYS: tuple[Way, ...] = get_args(Way)
"""How claims can be paired."""

_NEAR = 32
"""With so many segments that begin nearest before the end of another one, this is compared."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """Which nodes of several maps are the same.

    Attributes:
        way: How that was found out.
        units: For each map, the number of the unit that each node stands for, by id; the same in two maps where the
            nodes are the same.
        count: How many units there are.
    """

    way: Way
    units: tuple[Mapping[str, int], ...]
    count: int


def pair(maps: Sequence[ArgumentMap], way: Way | None = None) -> Pairing:
    r"""Return which claims, and arguments that stand for themselves, are the same in several maps of one text.

    By ``id``, where ids agree: two maps share some, and no record without a title bears the id of one that says
    something else. Else by ``span``, where most records tell their place: then those are paired that share at least
    half of the shorter one, most first. Else by ``text``: the words, where capitals, blanks and the stop at the end do
    not matter.

    Args:
        maps: The maps.
        way: How to pair, if not as said above.

    Raises:
        UnknownNameError: There is no such way.

    Complexity:
        O(n log n) in the claims.

    Example:
        >>> import argmap
        >>> one = argmap.parse("It rains.\n  - It is dry.").map
        >>> other = argmap.parse("It is dry\n  - It pours").map
        >>> pairing = pair([one, other])
        >>> pairing.way, pairing.count
        ('text', 3)
    """
    if way is not None and way not in WAYS:
        raise UnknownNameError(f"Claims cannot be paired by {way!r}.{nearest_or_all(way, WAYS)}")
    nodes = [edges_of(m).nodes for m in maps]
    if way is None and _ids_agree(nodes):
        way = "id"
    if way is None or way == "span":
        places = [places_of(m, some) for m, some in zip(maps, nodes, strict=True)]
        if way == "span" or _are_placed(places, nodes):
            every = zip(places, nodes, strict=True)
            return _by_span([{node.id: there.spans.get(node.id) for node in some} for there, some in every])
        way = "text"
    keys = [[(node.id, 0) for node in some] if way == "id" else list(_words(some)) for some in nodes]
    number: dict[tuple[str, int], int] = {}
    units = tuple(
        {node.id: number.setdefault(key, len(number)) for node, key in zip(some, of_some, strict=True)}
        for some, of_some in zip(nodes, keys, strict=True)
    )
    return Pairing(way, units, len(number))


def _ids_agree(nodes: Sequence[Sequence[Claim | Argument]]) -> bool:
    words: dict[str, str] = {}
    shared = 0
    for some in nodes:
        for node in some:
            text = said(node.text)
            if node.id in words:
                shared += 1
                if node.title is None and text and words[node.id] and text != words[node.id]:
                    return False
            words[node.id] = words.get(node.id) or text
    return shared > 0


def _are_placed(places: Sequence[Places], nodes: Sequence[Sequence[Claim | Argument]]) -> bool:
    """Whether most nodes of each map tell their places, in one and the same text."""
    texts = {there.text for there in places} - {None}
    return len(texts) <= 1 and all(2 * len(there.spans) > len(some) for there, some in zip(places, nodes, strict=True))


def _words(nodes: Iterable[Claim | Argument]) -> Iterator[tuple[str, int]]:
    """Yield the words of each node, and how often they came before in this map."""
    seen: Counter[str] = Counter()
    for node in nodes:
        text = said(node.text or node.title or node.id)
        yield text, seen[text]
        seen[text] += 1


def _by_span(spans: Sequence[Mapping[str, Span | None]]) -> Pairing:
    held: list[Span] = []  # of each unit that has a place, that of its first node
    number_of: list[int] = []
    count = 0
    units: list[dict[str, int]] = []
    for some in spans:
        order = sorted(range(len(held)), key=lambda place: held[place])
        starts = [held[place].start for place in order]
        overlaps = []
        for name, span in some.items():
            if span is None:
                continue
            behind = bisect_left(starts, span.end)
            for place in order[max(0, behind - _NEAR) : behind]:
                other = held[place]
                both = min(span.end, other.end) - max(span.start, other.start)
                if 2 * both >= min(span.end - span.start, other.end - other.start):
                    either = max(span.end, other.end) - min(span.start, other.start)
                    overlaps.append((-both / either, span, name, number_of[place]))
        taken: set[int] = set()
        own: dict[str, int] = {}
        for _, _, name, number in sorted(overlaps):
            if name not in own and number not in taken:
                own[name] = number
                taken.add(number)
        for name, span in some.items():
            if name not in own:
                own[name] = count
                if span is not None:
                    held.append(span)
                    number_of.append(count)
                count += 1
        units.append({name: own[name] for name in some})
    return Pairing("span", tuple(units), count)
