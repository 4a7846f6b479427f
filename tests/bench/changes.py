"""How long comparing and merging maps takes: `python -m tests.bench.changes`.

The maps are made up: half of the claims have titles. A later version has a tenth of them reworded and a hundredth
removed; two maps that have nothing in common are the worst case.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from functools import partial

from argmap import ArgumentMap
from argmap.changes import diff, merge

_WORDS = [f"word{number}" for number in range(3000)]
_WEIGHTS = [1 / (number + 1) for number in range(3000)]


def made(size: int, seed: int, *, has_titles: bool = True) -> ArgumentMap:
    """Return a map with so many claims, each of ten words."""
    chance = random.Random(seed)
    m = ArgumentMap()
    above = None
    for number in range(size):
        text = " ".join(chance.choices(_WORDS, weights=_WEIGHTS, k=10))
        claim = m.claim(text, title=f"T{number}" if has_titles and number % 2 else None)
        if above is not None:
            m.relate(claim, "attack" if number % 3 else "support", above)
        if number % 7 == 0:
            above = claim
    return m


def edited(m: ArgumentMap, seed: int) -> ArgumentMap:
    """Return a later version of a map."""
    chance = random.Random(seed)
    made = m.copy()
    ids = [claim.id for claim in made.claims]
    for name in chance.sample(ids, len(ids) // 10):
        made.replace(name, text=made[name].text.replace(" ", f" new{seed} ", 1))
    made.remove(*chance.sample(ids, len(ids) // 100))
    return made


def timed(what: str, work: Callable[[], object]) -> None:
    """Print how long something takes."""
    start = time.perf_counter()
    work()
    print(f"  {what:<40} {time.perf_counter() - start:6.2f} s")


def main() -> None:
    """Print all times."""
    for size in (1_000, 10_000):
        base = made(size, 0)
        one, other = edited(base, 1), edited(base, 2)
        apart = made(size, 3, has_titles=False), made(size, 4, has_titles=False)
        print(f"{size:,} claims")
        timed("diff of a later version", partial(diff, base, one))
        timed("apply of it", partial(diff(base, one).apply, base))
        timed("sentences of it", partial(str, diff(base, one)))
        timed("diff of maps with nothing in common", partial(diff, *apart))
        timed("merge of two versions with their base", partial(merge, one, other, base=base))
        timed("merge of two versions without it", partial(merge, one, other))


if __name__ == "__main__":
    main()
