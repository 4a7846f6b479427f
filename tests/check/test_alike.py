"""Claims that are alike are found without comparing all with all."""

from __future__ import annotations

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from argmap.check.words.alike import alike
from argmap.check.words.words import coverage, overlap


def by_comparing_all(sets: list[frozenset[str]], least: float) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    first: dict[frozenset[str], int] = {}
    last: dict[frozenset[str], int] = {}
    for place, stems in enumerate(sets):
        if not stems:
            continue
        if stems in last:
            found.add((last[stems], place))
        else:
            found |= {(first[other], place) for other in first if overlap(other, stems) >= least}
            first[stems] = place
        last[stems] = place
    return found


@given(
    st.lists(st.frozensets(st.sampled_from("abcdefghijkl"), max_size=12), max_size=40),
    st.sampled_from([0.6, 0.7, 0.75, 0.8, 0.9, 1.0]),
)
def test_alike_agrees_with_comparing_all(sets: list[frozenset[str]], least: float) -> None:
    found = list(alike(sets, least))
    assert len(found) == len(set(found))
    assert set(found) == by_comparing_all(sets, least)


@given(st.randoms(use_true_random=False), st.integers(5, 40))
def test_alike_finds_long_texts_with_a_few_other_words(rng: random.Random, size: int) -> None:
    vocabulary = [f"w{number}" for number in range(300)]
    sets = []
    for _ in range(15):
        one = rng.sample(vocabulary, size)
        other = [*one[rng.randrange(size // 5 + 1) :], *rng.sample(vocabulary, rng.randrange(size // 5 + 1))]
        sets += [frozenset(one), frozenset(other)]
    assert set(alike(sets)) == by_comparing_all(sets, 0.8)


def test_a_block_that_all_share_is_not_searched_in_full() -> None:
    sets = [frozenset({"a", "b", "c", "d", f"w{number}"}) for number in range(3000)]
    start = time.process_time()
    assert not [pair for pair in alike(sets) if overlap(sets[pair[0]], sets[pair[1]]) < 0.8]
    assert time.process_time() - start < 5


def test_overlap_and_coverage() -> None:
    assert overlap(frozenset(), frozenset()) == 0
    assert coverage(frozenset(), frozenset("a")) == 1
    assert coverage(frozenset("ab"), frozenset("a")) == 0.5
