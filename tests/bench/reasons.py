"""Reasons: speed on made-up debates and on tangles.

`python -m tests.bench.reasons 1000 10000 100000` prints for debates of so many claims what `why`, `what_if`, `critical`
and `camps` take, in seconds; by the preferred semantics on tangles of a twentieth of the size.
"""

from __future__ import annotations

import argparse
import random
import time
from typing import TYPE_CHECKING

from argmap.model import ArgumentMap
from tests.bench.debates import debate

if TYPE_CHECKING:
    from collections.abc import Callable


def tangle(claims: int, seed: int = 1) -> ArgumentMap:
    """Claims with two attacks each, at random, and linked arguments: much of it stays undecided."""
    chance = random.Random(seed)
    m = ArgumentMap()
    some = [m.claim(f"Claim {number}") for number in range(claims)]
    for _ in range(2 * claims):
        m.relate(chance.choice(some), "attack", chance.choice(some))
    for _ in range(claims // 4):
        m.argument("", premises=chance.sample(some, 2), conclusion=chance.choice(some))
    return m


def timed(name: str, call: Callable[[], object]) -> None:
    """Print how long a call takes, and the beginning of what it gives."""
    start = time.perf_counter()
    found = call()
    took = time.perf_counter() - start
    print(f"  {name:<40} {took:8.3f} s  {found!r:.90}")


def main() -> None:
    """Print the times."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("sizes", type=int, nargs="*", default=[1000, 10_000])
    for size in parser.parse_args().sizes:
        m = debate(size)
        root = m.roots()[0].id
        print(f"debate of {size:,} claims, about {root}")
        timed("evaluate", lambda m=m: m.evaluate())  # type: ignore[misc]
        timed("why", lambda m=m, root=root: m.why(root))  # type: ignore[misc]
        timed("what_if", lambda m=m: m.what_if(remove=m.leaves()[0]))  # type: ignore[misc]
        timed("critical, 10 sets", lambda m=m, root=root: m.critical(root, most=10).sets)  # type: ignore[misc]
        timed("camps", lambda m=m: m.camps(most=8))  # type: ignore[misc]
        timed("why, preferred", lambda m=m, root=root: m.why(root, "preferred"))  # type: ignore[misc]
        m = tangle(size // 20)
        print(f"tangle of {size // 20:,} claims")
        timed("why", lambda m=m: m.why("C1"))  # type: ignore[misc]
        timed("why, preferred", lambda m=m: m.why("C1", "preferred", time_limit=30))  # type: ignore[misc]
        timed("critical, up to 2", lambda m=m: m.critical("C1", largest=2))  # type: ignore[misc]
        timed("critical.sets", lambda m=m: m.critical("C1", largest=2).sets)  # type: ignore[misc]
        timed("critical.sets, preferred", lambda m=m: m.critical("C1", largest=2, semantics="preferred").sets)  # type: ignore[misc]
        timed("camps", lambda m=m: m.camps(most=8))  # type: ignore[misc]


if __name__ == "__main__":
    main()
