"""Which claims of several maps of one text are the same: by their ids, their places in the text, or their words."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from argmap.corpora.edges import edges_of
from argmap.diagnostics import Span
from argmap.errors import UnknownNameError, nearest_or_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
    something else. Else by ``span``, where all records tell their place: then those are paired that share at least
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
    if way is None:
        way = "id" if _ids_agree(nodes) else "span" if _are_placed(maps, nodes) else "text"
    if way == "span":
        return _by_span([spans_of(m, some) for m, some in zip(maps, nodes, strict=True)])
    keys = [[(node.id, 0) for node in some] if way == "id" else list(_words(some)) for some in nodes]
    number: dict[tuple[str, int], int] = {}
    units = tuple(
        {node.id: number.setdefault(key, len(number)) for node, key in zip(some, of_some, strict=True)}
        for some, of_some in zip(nodes, keys, strict=True)
    )
    return Pairing(way, units, len(number))


def spans_of(m: ArgumentMap, nodes: Iterable[Claim | Argument]) -> dict[str, Span | None]:
    """Return for each node where it stands in the text that was annotated.

    That is what its inline data say: ``span: [start, end]``, in code points. Where they say nothing, it is its first
    place in the text that the map was read from, if that has the very words of it.
    """
    return {node.id: _declared(node) or _read(node, m) for node in nodes}


def annotated_text(m: ArgumentMap) -> str | None:
    """Return the text that a map annotates, if it is known.

    That is ``text`` of its data, else the text that it was read from, where the places of most claims have their words.
    """
    given = m.data.get("text")
    if isinstance(given, str):
        return given
    if m.source is None:
        return None
    spans = [(claim, _declared(claim) or _read(claim, m)) for claim in m.claims if claim.text]
    right = sum(span is not None and _stands(claim, span, m.source.text) for claim, span in spans)
    return m.source.text if 2 * right > len(spans) else None


def _declared(node: Claim | Argument) -> Span | None:
    found = node.data.get("span")
    if isinstance(found, list | tuple) and len(found) == 2 and all(type(end) is int for end in found):
        start, end = found
        return Span(start, end) if 0 <= start < end else None
    return None


def _read(node: Claim | Argument, m: ArgumentMap) -> Span | None:
    if m.source is None or not node.occurrences:
        return None
    span = node.occurrences[0].span
    return span if _stands(node, span, m.source.text) else None


def _stands(node: Claim | Argument, span: Span, text: str) -> bool:
    """Whether the words of a node stand at a place."""
    return bool(node.text) and _said(text[span.start : span.end]) == _said(node.text)


def _ids_agree(nodes: Sequence[Sequence[Claim | Argument]]) -> bool:
    words: dict[str, str] = {}
    shared = 0
    for some in nodes:
        for node in some:
            said = _said(node.text)
            if node.id in words:
                shared += 1
                if node.title is None and said and words[node.id] and said != words[node.id]:
                    return False
            words[node.id] = words.get(node.id) or said
    return shared > 0


def _are_placed(maps: Sequence[ArgumentMap], nodes: Sequence[Sequence[Claim | Argument]]) -> bool:
    """Whether all nodes tell their places in one and the same text."""
    every = [(m, node) for m, some in zip(maps, nodes, strict=True) for node in some]
    if every and all(_declared(node) is not None for _, node in every):
        return True
    texts = {annotated_text(m) for m in maps}
    return len(texts) == 1 and None not in texts and all((_declared(node) or _read(node, m)) for m, node in every)


def _words(nodes: Iterable[Claim | Argument]) -> Iterator[tuple[str, int]]:
    """Yield the words of each node, and how often they came before in this map."""
    seen: Counter[str] = Counter()
    for node in nodes:
        said = _said(node.text or node.title or node.id)
        yield said, seen[said]
        seen[said] += 1


def _said(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(".!?")


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
