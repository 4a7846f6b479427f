"""How alike two ways are to cut a text into segments, and that put together with how alike the relations are (CASS)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from argmap.corpora.coefficients import Score

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from argmap.diagnostics import Span

_WORD = re.compile(r"\S+")


def boundaries(spans: Iterable[Span], text: str) -> tuple[set[int], int]:
    """Return where segments begin and end in a text, and how many places there are for that: one between two words.

    A place is the number of words before it. A segment that begins or ends inside a word counts as holding all of it.

    Args:
        spans: The segments, as offsets in code points.
        text: The text.

    Example:
        >>> from argmap.diagnostics import Span
        >>> boundaries([Span(0, 8), Span(10, 14)], "It rains, so I stay.")
        ({2, 4}, 4)
    """
    words = [match.span() for match in _WORD.finditer(text)]
    starts, ends = [start for start, _ in words], [end for _, end in words]
    last = len(words)
    found = {place for span in spans for place in (bisect_right(ends, span.start), bisect_left(starts, span.end))}
    return {place for place in found if 0 < place < last}, max(last - 1, 0)


def boundary_distance(ours: Collection[int], theirs: Collection[int]) -> int:
    """Return how many edits make the boundaries of one segmentation those of the other.

    An edit adds or removes a boundary, or moves it by one place. The boundary edit distance of Fournier & Inkpen
    ("Segmentation similarity and agreement", NAACL 2012) for one type of boundary, and moves to the next place.

    Complexity:
        O(n log n) in the boundaries.

    Example:
        >>> boundary_distance({2, 7}, {3, 7, 9})
        2
    """
    here, there = set(ours) - set(theirs), set(theirs) - set(ours)
    moved: set[int] = set()
    # From left to right, each with its left neighbour if that is free: no other choice brings more moves.
    for place in sorted(here | there):
        before = place - 1
        if before in (there if place in here else here) and before not in moved:
            moved.update((before, place))
    return len(here) + len(there) - len(moved) // 2


def segmentation_similarity(distance: int, places: int) -> Score:
    """Return the segmentation similarity S of Fournier & Inkpen (2012): 1 for equal segmentations, 0 for opposite ones.

    Args:
        distance: Edits between the two, see `boundary_distance`.
        places: How many places for boundaries there are.

    Example:
        >>> print(segmentation_similarity(boundary_distance({2, 7}, {3, 7, 9}), 20))
        0.900
    """
    if not places:
        return Score(reason="A text of one word cannot be cut.")
    return Score(1 - distance / places)


def cass(relations: Score, segmentation: Score) -> Score:
    """Return the Combined Argument Similarity Score: the harmonic mean of two agreements, on relations and on segments.

    Of Duthie, Lawrence, Budzynska & Reed ("The CASS technique for evaluating the performance of argument mining", 3rd
    Workshop on Argument Mining, 2016), who take for the first the mean of the scores for relations between
    propositions and for those of the dialogue. A map holds no dialogue, so here it is the score of relations alone:
    their kappa (CASS-κ) or their F1 (CASS-F1).

    Args:
        relations: Agreement on relations, between segments that both have.
        segmentation: Similarity of the segments.

    Example:
        >>> print(cass(Score(0.6), Score(0.9)))
        0.720
    """
    if segmentation.value is None:
        return Score(reason="It needs the similarity of segments, which there is not.")
    if relations.value is None:
        return Score(reason="It needs agreement on relations, which there is not.")
    if relations.value < 0:
        return Score(reason="Agreement on relations is below chance, and has no harmonic mean with anything.")
    total = relations.value + segmentation.value
    return Score(2 * relations.value * segmentation.value / total if total else 0.0)
