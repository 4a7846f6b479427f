"""The engine against the definitions, on every small framework and on random ones: `python -m tests.evaluate.dung.agreement`."""

from __future__ import annotations

import random
import sys
from itertools import permutations
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np

from argmap.evaluate.dung import SEMANTICS, Framework
from tests.evaluate.dung.brute import Brute

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = "abcdefghijkl"


def framework_of(attacks: list[int]) -> Framework:
    size = len(attacks)
    pairs = [(NAMES[a], NAMES[b]) for a in range(size) for b in range(size) if attacks[a] >> b & 1]
    return Framework(NAMES[:size], pairs)


def rows(code: int, size: int) -> list[int]:
    return [code >> size * number & ((1 << size) - 1) for number in range(size)]


def all_of(size: int) -> Iterator[list[int]]:
    for code in range(1 << size * size):
        yield rows(code, size)


def all_up_to_names(size: int) -> Iterator[list[int]]:
    """Yield one framework of each shape, the one with the smallest number."""
    codes = np.arange(1 << size * size)
    least = codes.copy()
    for order in permutations(range(size)):
        renamed = np.zeros_like(codes)
        for a in range(size):
            for b in range(size):
                renamed |= (codes >> size * a + b & 1) << size * order[a] + order[b]
        np.minimum(least, renamed, out=least)
    for code in codes[codes == least].tolist():
        yield rows(code, size)


def at_random(chance: random.Random, largest: int = 10) -> list[int]:
    size = chance.randint(1, largest)
    density = chance.choice((0.5, 1, 1.5, 2, 3)) / size
    loops = chance.choice((0, 0.05, 0.2))
    return [sum((chance.random() < (loops if a == b else density)) << b for b in range(size)) for a in range(size)]


def named(sets: list[int], size: int) -> set[frozenset[str]]:
    return {frozenset(NAMES[n] for n in range(size) if one >> n & 1) for one in sets}


def check(attacks: list[int], *, depth: int = 2, asked: str | None = None) -> None:
    """Assert that the engine and the definitions agree about every semantics and task.

    Args:
        attacks: The framework.
        depth: 0 to list extensions; 1 to count them and see what is accepted too; 2 to decide about arguments one by one.
        asked: Which arguments to decide about then; all if None.
    """
    size = len(attacks)
    truth, framework = Brute(attacks), framework_of(attacks)
    everything = set(framework)
    for semantics in SEMANTICS:
        right = named(getattr(truth, semantics.code), size)
        found = framework.extensions(semantics)
        listed = list(found)
        assert len(listed) == len(right), (attacks, semantics, listed, right)
        assert set(listed) == right, (attacks, semantics, listed, right)
        assert found.is_complete
        if not depth:
            continue
        assert framework.count(semantics).value == len(right), (attacks, semantics)
        one = framework.extension(semantics).value
        assert (one in right) if right else one is None, (attacks, semantics, one)
        some = set().union(*right)
        each = everything.intersection(*right)
        assert framework.accepted(semantics, "credulous").value == some, (attacks, semantics, some)
        assert framework.accepted(semantics, "sceptical").value == each, (attacks, semantics, each)
        if depth < 2:
            continue
        for argument in everything if asked is None else everything.intersection(asked):
            yes = framework.accepts(argument, semantics, "credulous")
            assert yes.value is (argument in some), (attacks, semantics, argument)
            if yes.value:
                assert yes.witness in {one for one in right if argument in one}, (
                    attacks,
                    semantics,
                    argument,
                    yes.witness,
                )
            else:
                assert yes.witness is None
            yes = framework.accepts(argument, semantics, "sceptical")
            assert yes.value is (argument in each), (attacks, semantics, argument)
            if yes.value:
                assert yes.witness is None
            else:
                assert yes.witness in {one for one in right if argument not in one}, (
                    attacks,
                    semantics,
                    argument,
                    yes.witness,
                )


def main() -> None:
    began = perf_counter()
    count = 0
    for size in range(4):
        for attacks in all_of(size):
            check(attacks)
            count += 1
    print(f"{count:,} frameworks of up to 3 arguments agree ({perf_counter() - began:.0f} s)")
    count = 0
    for attacks in all_up_to_names(4):
        check(attacks)
        count += 1
    print(f"{count:,} shapes of 4 arguments agree ({perf_counter() - began:.0f} s)")
    chance = random.Random(7)
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    for _ in range(number):
        check(at_random(chance))
    print(f"{number:,} random ones of up to 10 arguments agree ({perf_counter() - began:.0f} s)")


if __name__ == "__main__":
    main()
