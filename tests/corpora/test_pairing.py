"""Which claims are the same: by ids, places or words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.corpora import pair
from argmap.diagnostics import Span


def maps(*texts: str) -> list[argmap.ArgumentMap]:
    return [argmap.parse(text).map for text in texts]


def same(pairing) -> set[tuple[str, str]]:
    one, other = pairing.units
    return {(a, b) for a, unit in one.items() for b, their in other.items() if unit == their}


def test_titles_are_ids_whatever_the_words() -> None:
    pairing = pair(maps("[A]: one\n\n[B]: two\n", "[B]: another wording\n\n[A]: one\n"))
    assert (pairing.way, same(pairing)) == ("id", {("A", "A"), ("B", "B")})


def test_numbers_are_no_ids_where_they_stand_for_something_else() -> None:
    pairing = pair(maps("It rains.\n\nIt is dry.\n", "It is dry\n\nIT  RAINS!\n"))
    assert (pairing.way, same(pairing)) == ("text", {("C1", "C2"), ("C2", "C1")})


def test_numbers_are_ids_where_all_agree() -> None:
    one, other = maps("It rains.\n\nIt is dry.\n", "It rains.\n\nIt is dry.\n\nIt is May.\n")
    assert (pair([one, other]).way, pair([one, other]).count) == ("id", 3)
    assert pair([one, other], "text").way == "text"


def test_the_same_words_twice() -> None:
    pairing = pair(maps("It rains.\n\nIt rains.\n\nThen\n", "Then\n\nIt rains.\n\nIt rains.\n"))
    assert same(pairing) == {("C1", "C2"), ("C2", "C3"), ("C3", "C1")}


def placed(*spans: tuple[int, int]) -> argmap.ArgumentMap:
    m = argmap.ArgumentMap()
    for number, (start, end) in enumerate(spans):
        m.claim(f"number {number} of {spans}", data={"span": [start, end]})
    return m


def test_places_that_share_most() -> None:
    pairing = pair([placed((0, 10), (12, 30)), placed((0, 4), (5, 10), (14, 40), (50, 60))])
    # The second half of the first segment is one of its own: each claim has one partner at the most.
    assert (pairing.way, same(pairing)) == ("span", {("C1", "C2"), ("C2", "C3")})
    assert pairing.count == 4


def test_places_that_hardly_touch() -> None:
    assert same(pair([placed((0, 10)), placed((8, 20))])) == set()


@pytest.mark.parametrize("span", [[3, 1], [-1, 4], [1, 2, 3], "12", None, [1.0, 2.0], [True, 5]])
def test_what_is_no_place(span) -> None:
    m = argmap.ArgumentMap()
    m.claim("one", data={"span": span})
    other = argmap.ArgumentMap()
    other.claim("other")
    assert pair([m, other]).way == "text"
    assert pair([m, other], "span").count == 2


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda at: (at[0], sum(at))), max_size=8)


@given(SPANS, SPANS)
def test_pairs_share_half_of_the_shorter_and_nobody_has_two(ours, theirs) -> None:
    one, other = placed(*ours), placed(*theirs)
    pairing = pair([one, other], "span")
    found = same(pairing)
    assert len({a for a, _ in found}) == len({b for _, b in found}) == len(found)
    assert pairing.count == len(ours) + len(theirs) - len(found)
    matched = [(Span(*one[a].data["span"]), Span(*other[b].data["span"])) for a, b in found]
    for a, b in matched:
        both = min(a.end, b.end) - max(a.start, b.start)
        assert 2 * both >= min(a.end - a.start, b.end - b.start)
    # Nothing is left that could be paired.
    free = [Span(*one[a].data["span"]) for a in pairing.units[0] if a not in {a for a, _ in found}]
    others = [Span(*other[b].data["span"]) for b in pairing.units[1] if b not in {b for _, b in found}]
    for a in free:
        for b in others:
            assert 2 * (min(a.end, b.end) - max(a.start, b.start)) < min(a.end - a.start, b.end - b.start)
