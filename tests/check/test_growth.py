"""No map makes a rule slow out of proportion: on maps made to be slow, four times the size takes about four times as long."""

from __future__ import annotations

import gc
from time import process_time

import pytest

from argmap.check import Settings, all_rules, find
from argmap.check.subject import Subject
from argmap.check.suppression import Suppressions
from argmap.evaluate import grounded
from argmap.text import parse
from tests.check.shapes import SHAPES

SMALL, LARGE = 500, 2_000
FREE = 0.1
"""Seconds that a rule may take in any case: less than that cannot be measured well on a busy machine."""
STEEPEST = 9
"""How many times as long four times the size may take. Quadratic would be 16 times."""


def costs(name: str, size: int) -> dict[str, float]:
    """The time that each rule takes on a map; what several share is made before."""
    m = parse(SHAPES[name](size)).map
    subject = Subject(m, labelling=grounded, suppressions=Suppressions(m))
    spent: dict[str, float] = {}
    gc.disable()
    try:
        for rule in all_rules():
            start = process_time()
            for _ in rule.run(subject):
                pass
            spent[rule.name] = process_time() - start
        start = process_time()
        find(m, Settings(select=("all",)), labelling=grounded)
        spent["everything"] = process_time() - start
    finally:
        gc.enable()
    return spent


@pytest.mark.parametrize("name", SHAPES)
def test_time_grows_with_the_size_only(name: str) -> None:
    steep: dict[str, tuple[float, float]] = {}
    for attempt in range(5):
        small, large = costs(name, SMALL), costs(name, LARGE)
        # A busy machine may slow down any rule once; one that is slow by itself is so every time.
        steep = {
            rule: (round(small[rule], 3), round(seconds, 3))
            for rule, seconds in large.items()
            if seconds > FREE and seconds > STEEPEST * small[rule] and (attempt == 0 or rule in steep)
        }
        if not steep:
            return
    pytest.fail(f"{name}: {steep}")


def test_a_claim_of_a_hundred_thousand_words_is_checked_at_once() -> None:
    start = process_time()
    words = " ".join(f"word{k}" for k in range(100_000))
    find(parse(f"[A]: {words}\n  + [B]: {words} more\n").map, Settings(select=("all",)), labelling=grounded)
    assert process_time() - start < 20
