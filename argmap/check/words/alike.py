"""Texts that say nearly the same: all pairs of sets of stems that are alike, without comparing all with all."""

from __future__ import annotations

from hashlib import blake2b
from itertools import combinations
from operator import sub
from typing import TYPE_CHECKING

from argmap.check.words.words import overlap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MOST_IN_BLOCK = 40
"""How many earlier sets of a block a set is compared with."""

LONGEST = 200
"""Sets of more stems, which no claim has, are paired only with equal ones."""


def alike(sets: Sequence[frozenset[str]], least: float = 0.8) -> Iterator[tuple[int, int]]:
    """Yield pairs of places in `sets` whose sets overlap (Jaccard) by at least `least`, each once, smaller place first.

    Of sets that are equal only neighbours are paired: the first with the second, the second with the third; with
    others, the first stands for all. Empty sets are paired with nothing, sets of more than `LONGEST` stems only with
    equal ones.

    Two sets with an overlap of J and a union of u differ in at most u(1 - J) stems. Each set is cut into one or two
    parts more than that, every stem in the part that its hash says, so that at least one or two parts are the same in
    both. These are the blocks, and only sets of one block are compared (Arasu, Ganti and Kaushik, "Efficient exact
    set-similarity joins", VLDB 2006). Where a block has more than `MOST_IN_BLOCK` different sets, each is compared with
    that many before it only, so that a map made to be slow is not; pairs may then be missed.

    Args:
        sets: Stems of texts.
        least: The overlap from which on two are alike, above 0.5 and at most 1.

    Complexity:
        Linear in the number of sets for texts of real languages, in which few share a whole part; at worst
        `MOST_IN_BLOCK` comparisons a block. A set of n stems is in about n²/16 blocks up to 10 stems, and in
        about n/2 from there on.

    Example:
        >>> texts = [frozenset("abcdefghi"), frozenset("xyz"), frozenset("abcdefghj"), frozenset("xyz")]
        >>> list(alike(texts))
        [(1, 3), (0, 2)]
    """
    last: dict[frozenset[str], int] = {}
    # For each number of stems in which two may differ: the sets that it is a bound for, in order.
    members: dict[int, list[int]] = {}
    for place, stems in enumerate(sets):
        if not stems:
            continue
        if stems in last:
            yield last[stems], place
        elif len(stems) <= LONGEST:
            for differing in _differences(len(stems), least):
                members.setdefault(differing, []).append(place)
        last[stems] = place
    hashes = {stem: _hash(stem) for stem in frozenset[str]().union(*last)}
    found: set[tuple[int, int]] = set()
    for differing, places in sorted(members.items()):
        # Small parts are shared by many: few parts are taken by twos.
        together = 2 if differing <= 2 else 1
        count = differing + together
        cut = _cut(([hashes[stem] for stem in sets[place]] for place in places), count)
        for block in combinations(cut, together):
            for pair in _candidates(places, block):
                if pair not in found and overlap(sets[pair[0]], sets[pair[1]]) >= least:
                    found.add(pair)
                    yield pair


def _candidates(places: list[int], block: tuple[list[int], ...]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of places whose sets have the same stems in the parts of a block."""
    keys = block[0] if len(block) == 1 else map(sub, *block)
    alone: dict[int, int] = {}
    several: dict[int, list[int]] = {}
    for place, key in zip(places, keys, strict=True):
        other = alone.setdefault(key, place)
        if other != place:
            others = several.setdefault(key, [other])
            for other in others[-MOST_IN_BLOCK:]:
                yield other, place
            others.append(place)


def _cut(sets: Iterable[list[int]], count: int) -> list[list[int]]:
    """Return for each of so many parts a number for the stems that each set has in it; others have another number.

    That two parts have the same number by chance is rare, and only costs a comparison.
    """
    columns: list[list[int]] = [[] for _ in range(count)]
    for hashes in sets:
        sums = [0] * count
        for each in hashes:
            sums[each % count] += each
        for column, number in zip(columns, sums, strict=True):
            column.append(number)
    return columns


def _hash(stem: str) -> int:
    # Not `hash`: which sets are compared must not change from run to run.
    return int.from_bytes(blake2b(stem.encode("utf-8", "surrogatepass"), digest_size=7).digest(), "big")


def _differences(size: int, least: float) -> range:
    """Return the numbers of stems in which a set of this size can differ from one that is alike."""
    # The other has between size * least and size / least stems, and so has the union with it.
    smallest = int(size * (1 - least) + 1e-9)
    largest = int(size / least * (1 - least) + 1e-9)
    return range(smallest, largest + 1)
