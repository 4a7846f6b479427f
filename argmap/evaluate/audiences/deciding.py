"""What decides: which comparisons of values settle a question, and which of their results say yes."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.evaluate.audiences.rankings import Tops

Box = tuple[frozenset[int], ...]
"""For each of some fields, the values of which one comes first."""

_MOST_TRIES = 3_000


def deciding_fields(tops: Sequence[Tops], answers: Sequence[bool]) -> tuple[tuple[int, ...], bool]:
    """Return the fewest fields whose first values settle a yes-or-no question, and whether these are the fewest.

    A field is needed if two readings differ in it only and answer differently. Where every field is a pair of values,
    the needed ones always suffice: rankings that agree on them are linked by swaps of neighbours that are not needed.
    Otherwise, the fewest others that do are added; if these are many, they are sought greedily.

    Args:
        tops: For each reading, the first value in each field.
        answers: For each reading, the answer.

    Complexity:
        Fields times readings where all fields are pairs.
    """
    count = len(tops[0]) if tops else 0
    needed = [field for field in range(count) if _is_needed(tops, answers, field)]
    others = [field for field in range(count) if field not in needed]
    tries = 0
    for size in range(len(others) + 1):
        for some in combinations(others, size):
            fields = tuple(sorted([*needed, *some]))
            if _conflicts(tops, answers, fields) == 0:
                return fields, True
            tries += 1
            if tries > _MOST_TRIES:
                return _greedily(tops, answers, needed, others), False
    return tuple(range(count)), True


def _is_needed(tops: Sequence[Tops], answers: Sequence[bool], field: int) -> bool:
    seen: dict[Tops, bool] = {}
    for each, answer in zip(tops, answers, strict=True):
        rest = each[:field] + each[field + 1 :]
        if seen.setdefault(rest, answer) != answer:
            return True
    return False


def _conflicts(tops: Sequence[Tops], answers: Sequence[bool], fields: Sequence[int]) -> int:
    """Return how many readings answer otherwise than the first one that agrees with them in these fields."""
    seen: dict[Tops, bool] = {}
    return sum(
        seen.setdefault(tuple(each[field] for field in fields), answer) != answer
        for each, answer in zip(tops, answers, strict=True)
    )


def _greedily(tops: Sequence[Tops], answers: Sequence[bool], needed: list[int], others: list[int]) -> tuple[int, ...]:
    chosen, left = list(needed), list(others)
    while _conflicts(tops, answers, chosen):
        best = min(left, key=lambda field: _conflicts(tops, answers, [*chosen, field]))
        chosen.append(best)
        left.remove(best)
    return tuple(sorted(chosen))


def boxes(tops: Sequence[Tops], answers: Sequence[bool], fields: Sequence[int]) -> list[Box]:
    """Return conditions that hold just where the answer is yes: in each field, what may come first.

    The fields must settle the answer. A condition is as wide as can be. What no ranking gives counts for neither.

    Complexity:
        Readings times conditions times values.
    """
    yes: list[Tops] = []
    no: list[Tops] = []
    for each, answer in zip(tops, answers, strict=True):
        (yes if answer else no).append(tuple(each[field] for field in fields))
    yes, no = list(dict.fromkeys(yes)), list(dict.fromkeys(no))
    every = [sorted({each[place] for each in (*yes, *no)}) for place in range(len(fields))]
    found: list[Box] = []
    covered: set[Tops] = set()
    for start in yes:
        if start in covered:
            continue
        box = [frozenset([value]) for value in start]
        for place, values in enumerate(every):
            for wider in (frozenset(values), *(frozenset([value]) for value in values)):
                trial = [*box[:place], box[place] | wider, *box[place + 1 :]]
                if not any(_holds(trial, each) for each in no):
                    box = trial
        found.append(tuple(box))
        covered.update(each for each in yes if _holds(box, each))
    return found


def _holds(box: Sequence[frozenset[int]], tops: Tops) -> bool:
    return all(value in allowed for value, allowed in zip(tops, box, strict=True))
