"""Texts that say nearly the same: all pairs of sets of stems that are alike, without comparing all with all."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from argmap.check.words import overlap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_IN_BLOCK = 40
"""How many earlier sets of a block a set is compared with."""


def alike(sets: Sequence[frozenset[str]], least: float = 0.8) -> Iterator[tuple[int, int]]:
    """Yield pairs of places in `sets` whose sets overlap (Jaccard) by at least `least`, each once, smaller place first.

    Of sets that are equal only neighbours are paired: the first with the second, the second with the third. Empty
    sets are paired with nothing.

    Two sets with an overlap of J and a union of u differ in at most u(1 - J) stems. Each set is cut into one part
    more than that, every stem in the part that its hash says, so that at least one part is the same in both: the
    parts are the blocks, and only sets with a part in common are compared (Arasu, Ganti and Kaushik, "Efficient exact
    set-similarity joins", VLDB 2006). Where more than `MOST_IN_BLOCK` different sets share a part, each is compared
    with that many before it only, so that a map made to be slow is not.

    Args:
        sets: Stems of texts.
        least: The overlap from which on two are alike, above 0.5 and at most 1.

    Complexity:
        Linear in the number of stems for texts of real languages, in which few share a whole part; at worst
        `MOST_IN_BLOCK` comparisons a part.

    Example:
        >>> texts = [frozenset("abcdefghi"), frozenset("xyz"), frozenset("abcdefghj"), frozenset("xyz")]
        >>> list(alike(texts))
        [(1, 3), (0, 2)]
    """
    first: dict[frozenset[str], int] = {}
    last: dict[frozenset[str], int] = {}
    for place, stems in enumerate(sets):
        if not stems:
            continue
        if stems in last:
            yield last[stems], place
        else:
            first[stems] = place
        last[stems] = place
    blocks: dict[tuple[int, int, frozenset[str]], list[int]] = {}
    hashes: dict[str, int] = {}
    for stems, place in first.items():
        compared: set[int] = set()
        for differing in _differences(len(stems), least):
            parts: list[set[str]] = [set() for _ in range(differing + 1)]
            for stem in stems:
                code = hashes.get(stem)
                if code is None:
                    code = hashes[stem] = crc32(stem.encode())
                parts[code % (differing + 1)].add(stem)
            for number, part in enumerate(parts):
                # The bound on the difference belongs to the key: both sets must be cut into as many parts.
                block = blocks.setdefault((differing, number, frozenset(part)), [])
                for other in block[-MOST_IN_BLOCK:]:
                    if other not in compared:
                        compared.add(other)
                        if overlap(sets[other], stems) >= least:
                            yield other, place
                block.append(place)


def _differences(size: int, least: float) -> range:
    """Return the numbers of stems in which a set of this size can differ from one that is alike."""
    # The other has between size * least and size / least stems, and so has the union with it.
    smallest = int(size * (1 - least) + 1e-9)
    largest = int(size / least * (1 - least) + 1e-9)
    return range(smallest, largest + 1)
