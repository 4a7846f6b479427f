"""Two sequences of words that are nearly the same, laid side by side: seeds, runs, a chain, and what lies between."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise
from math import log2
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

SEEDS = 200
"""How many places of words of the shorter sequence are looked at in the longer one; the rarest words come first."""
COMMON = 64
"""A word that stands in the longer sequence more often is no seed by itself, only together with the next."""
PAIRS = 2_000
"""How many places of such pairs are looked at."""
LOOKED = 50_000
"""How many places of common words are looked at for pairs."""
RUNS = 64
"""How many runs, the longest, may be in a chain."""
GAP = 250
"""How many words may lie between two runs of a chain."""
WIDER = 4
"""How many words more of the longer sequence are looked at before the first run and behind the last."""
_LEFT_OUT = 0.25
_JOIN = 0.5  # what it costs to join two runs, in words
_FAR = 0.25  # what it costs more each time the words between them double

Stretch = tuple[int, int]


class Run(NamedTuple):
    """Words in a row that are the same in both.

    Attributes:
        at: Where they start in the shorter sequence.
        to: Where they start in the longer one.
        length: How many they are.
    """

    at: int
    to: int
    length: int

    @property
    def end(self) -> int:
        """Where they end in the shorter sequence (exclusive)."""
        return self.at + self.length

    @property
    def to_end(self) -> int:
        """Where they end in the longer sequence (exclusive)."""
        return self.to + self.length


def runs(words: Sequence[str], text: Sequence[str], postings: Mapping[str, list[int]]) -> list[Run]:
    """Return runs of words that stand in a text, grown from seeds; the longest first, at most `RUNS`.

    Args:
        words: The shorter sequence.
        text: The longer one.
        postings: Where each word stands in `text`.

    Complexity:
        At most some `SEEDS` or `PAIRS` places, and each run is grown once.

    Example:
        >>> text = "it rains on the roof and on the street".split()
        >>> runs("rains on the street".split(), text, {"street": [8], "rains": [1]})
        [Run(at=0, to=1, length=3), Run(at=1, to=6, length=3)]
    """
    grown: dict[int, list[Run]] = {}
    for at, to in _seeds(words, text, postings):
        on_line = grown.setdefault(to - at, [])
        if any(run.at <= at < run.end for run in on_line):
            continue
        start, end = at, at + 1
        while start > 0 and to - (at - start) > 0 and words[start - 1] == text[to - (at - start) - 1]:
            start -= 1
        while end < len(words) and to + end - at < len(text) and words[end] == text[to + end - at]:
            end += 1
        on_line.append(Run(start, to - (at - start), end - start))
    found = [run for on_line in grown.values() for run in on_line]
    found.sort(key=lambda run: (-run.length, run.at, run.to))
    # In a long text single words are found everywhere: beside a long run they say nothing.
    return [run for run in found[:RUNS] if run.length * 8 >= found[0].length]


def _seeds(words: Sequence[str], text: Sequence[str], postings: Mapping[str, list[int]]) -> Iterator[tuple[int, int]]:
    counted = sorted((len(postings[word]), at) for at, word in enumerate(words) if word in postings)
    rare = found = looked = 0
    for count, at in counted:
        if count > COMMON or (rare >= 3 and found + count > SEEDS):
            break
        rare += 1
        found += count
        yield from ((at, to) for to in postings[words[at]])
    if rare >= 2:
        return
    for count, at in counted:
        looked += count
        if found >= PAIRS or looked > LOOKED or at + 1 >= len(words):
            continue
        for to in postings[words[at]]:
            if to + 1 < len(text) and text[to + 1] == words[at + 1] and found < PAIRS:
                found += 1
                yield at, to


def chain(found: Sequence[Run]) -> list[Run]:
    """Return the runs that together cover most, in the order of both sequences, none overlapping another.

    Joining runs costs, the more the farther apart they are; runs farther apart than `GAP` are not joined.

    Complexity:
        Quadratic in the number of runs, of which there are at most `RUNS`.

    Example:
        >>> chain([Run(0, 10, 4), Run(5, 15, 3), Run(5, 2, 3)])
        [Run(at=0, to=10, length=4), Run(at=5, to=15, length=3)]
    """
    ordered = sorted(found)
    best: list[tuple[float, int]] = []  # of each run: the score of the best chain that ends with it, and the run before
    for place, run in enumerate(ordered):
        score, before = float(run.length), -1
        for other_place, other in enumerate(ordered[:place]):
            shared = max(0, other.end - run.at, other.to_end - run.to)
            between = run.to + shared - other.to_end
            if shared >= run.length or other.at >= run.at or other.to >= run.to or between > GAP:
                continue
            joined = best[other_place][0] + run.length - shared - _JOIN - _FAR * log2(1 + max(0, between))
            if joined > score:
                score, before = joined, other_place
        best.append((score, before))
    if not best:
        return []
    place = max(range(len(best)), key=lambda each: (best[each][0], -ordered[each].to))
    way: list[Run] = []
    while place >= 0:
        way.append(ordered[place])
        place = best[place][1]
    way.reverse()
    whole = way[:1]
    for run in way[1:]:
        shared = max(0, whole[-1].end - run.at, whole[-1].to_end - run.to)
        whole.append(Run(run.at + shared, run.to + shared, run.length - shared))
    return whole


def aligned(words: Sequence[str], found: Sequence[Run], text: Sequence[str]) -> Iterator[tuple[Stretch, Stretch]]:
    """Yield what differs: stretches of the shorter sequence, each with the stretch of the longer that stands for it.

    Args:
        words: The shorter sequence.
        found: Runs in its order; without any, all of it differs.
        text: The longer one.

    Example:
        >>> text = "it rains on the roof".split()
        >>> list(aligned("it snows on a roof".split(), [Run(0, 0, 1), Run(4, 4, 1)], text))
        [((1, 2), (1, 2)), ((3, 4), (3, 4))]
    """
    if not found:
        yield (0, len(words)), (0, 0)
        return
    head, first = found[0].at, found[0].to
    yield from _edge(words, (0, head), text, *((max(0, first - head - wider), first) for wider in (0, WIDER)), at=0)
    for run, following in pairwise(found):
        stretch = run.end, following.at
        if following.to < run.to_end or following.to - run.to_end > GAP:
            if stretch[0] < stretch[1]:
                yield stretch, (0, 0)
            elif following.to > run.to_end:
                yield stretch, (run.to_end, following.to)
        else:
            yield from _between(words, stretch, text, (run.to_end, following.to))
    tail, last = len(words) - found[-1].end, found[-1].to_end
    ends = ((last, min(len(text), last + tail + wider)) for wider in (0, WIDER))
    yield from _edge(words, (found[-1].end, len(words)), text, *ends, at=-1)


def _edge(
    words: Sequence[str], part: Stretch, text: Sequence[str], other: Stretch, wider: Stretch, *, at: int
) -> list[tuple[Stretch, Stretch]]:
    """Return what differs before the first run (`at` 0) or behind the last (-1).

    As many words of the text are taken as there are of the other, or a few more where that leaves less to change. What
    the text says before the first word and behind the last is no difference.
    """
    accounts = []
    for taken in (other, wider):
        different = list(_between(words, part, text, taken))
        if different and different[at][0][0] == different[at][0][1]:
            different.pop(at)
        accounts.append(different)
    return min(accounts, key=_cost)


def _cost(different: list[tuple[Stretch, Stretch]]) -> float:
    """Return how much there is to change; a word left out weighs less than one that is another."""
    return sum(
        (end - start) + _LEFT_OUT * max(0, (to_end - to) - (end - start)) for (start, end), (to, to_end) in different
    )


def _between(
    words: Sequence[str], part: Stretch, text: Sequence[str], other: Stretch
) -> Iterator[tuple[Stretch, Stretch]]:
    """Yield what differs between two stretches."""
    (start, end), (first, last) = part, other
    if start == end or first == last:
        if start < end or first < last:
            yield part, other
        return
    one, two = words[start:end], text[first:last]
    blocks = SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
    different = [(a, b, c, d) for kind, a, b, c, d in blocks if kind != "equal"]
    if len(one) == len(two):
        # Word against word is the simpler account where it changes no more words.
        single = [place for place in range(len(one)) if one[place] != two[place]]
        if len(single) <= sum(b - a for a, b, _, _ in different):
            different = [(a, b, a, b) for a, b in _rows(single)]
    for a, b, c, d in different:
        yield (start + a, start + b), (first + c, first + d)


def _rows(places: list[int]) -> Iterator[Stretch]:
    """Yield the stretches that single places make together."""
    start = 0
    for number, place in enumerate(places):
        if number + 1 == len(places) or places[number + 1] != place + 1:
            yield places[start], place + 1
            start = number + 1
