"""Segmentations: the boundary edit distance against a search through all ways, and places in words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.corpora.coefficients import Score
from argmap.corpora.segmentation import boundaries, boundary_distance, cass, segmentation_similarity
from argmap.diagnostics import Span

PLACES = st.sets(st.integers(1, 9), max_size=6)


def least_edits(ours: set[int], theirs: set[int]) -> int:
    """Match boundaries that only one has, in every way, to those next to them that only the other has."""
    here, there = sorted(ours - theirs), theirs - ours

    def most_moves(rest: list[int], free: frozenset[int]) -> int:
        if not rest:
            return 0
        place, *others = rest
        found = most_moves(others, free)
        for near in (place - 1, place + 1):
            if near in free:
                found = max(found, 1 + most_moves(others, free - {near}))
        return found

    return len(here) + len(there) - most_moves(here, frozenset(there))


@given(PLACES, PLACES)
def test_the_distance_is_the_least_number_of_edits(ours: set[int], theirs: set[int]) -> None:
    assert boundary_distance(ours, theirs) == least_edits(ours, theirs) == boundary_distance(theirs, ours)


@given(PLACES, PLACES)
def test_similarity_is_between_none_and_all(ours: set[int], theirs: set[int]) -> None:
    found = float(segmentation_similarity(boundary_distance(ours, theirs), 9).value)
    assert 0 <= found <= 1
    assert (found == 1) == (ours == theirs)


def test_every_place_differs() -> None:
    assert segmentation_similarity(boundary_distance({1, 2, 3, 4}, set()), 4) == Score(0.0)
    assert segmentation_similarity(0, 0).reason == "A text of one word cannot be cut."


@given(st.text("ab .", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(1, 10)), max_size=4))
def test_boundaries_are_between_words(text: str, given_spans: list[tuple[int, int]]) -> None:
    spans = [Span(start, start + length) for start, length in given_spans if start + length <= len(text)]
    found, places = boundaries(spans, text)
    words = [match.span() for match in re.finditer(r"\S+", text)]
    assert places == max(0, len(words) - 1)
    expected = set()
    for span in spans:
        before = sum(end <= span.start for _, end in words)
        until = sum(start < span.end for start, _ in words)
        expected |= {before, until}
    assert found == {place for place in expected if 0 < place < len(words)}


def test_cass() -> None:
    assert cass(Score(0.5), Score(1.0)).value == pytest.approx(2 / 3)
    assert cass(Score(0.0), Score(0.0)) == Score(0.0)
    assert cass(Score(0.0), Score(0.9)) == Score(0.0)
    assert "below chance" in cass(Score(-0.1), Score(0.9)).reason
    assert "segments" in cass(Score(0.5), Score(reason="x")).reason
    assert "relations" in cass(Score(reason="x"), Score(0.5)).reason
