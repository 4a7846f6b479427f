"""How often the right scheme is among those that `argmap.schemes.suggest` names.

    python -m tests.bench.schemes [--misses]

Two collections are asked: the arguments of argmap's datasets that declare a scheme, and the samples in
`tests/schemes/samples.toml`, two for each scheme. The cues were written with the datasets and the first sample of each
pair at hand, so the figures for these say little; the second samples were written afterwards, in plain words, and
nothing was tuned to them. All samples are by the author of the cues. `--misses` lists what was not found.

The baselines name, for each argument, the three schemes that are most frequent in its collection, and three schemes
drawn at random (seed 0).
"""

from __future__ import annotations

import random
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from argmap import datasets
from argmap.schemes import known, schemes, suggest

SAMPLES = Path(__file__).parents[1] / "schemes" / "samples.toml"


class Case(NamedTuple):
    """An argument, its scheme, and what is suggested for it."""

    text: str
    scheme: str
    suggested: list[str]


class Hits(NamedTuple):
    """The shares of arguments whose scheme is named first, and among the first three."""

    first: float
    first_three: float


def samples(which: int | None = None) -> list[Case]:
    """The samples: the first of each pair (0), the second (1), or all."""
    pairs = tomllib.loads(SAMPLES.read_text("utf-8"))
    return [
        Case(text, scheme, [each.scheme.id for each in suggest(text)])
        for scheme, texts in pairs.items()
        for text in (texts if which is None else texts[which : which + 1])
    ]


def declared() -> list[Case]:
    """The arguments in the datasets that declare a scheme."""
    found = []
    for name in datasets.names():
        m = datasets.load(name)
        for argument in m.arguments:
            scheme = known(argument.scheme or "")
            if scheme is not None:
                found.append(Case(argument.id, scheme.id, [each.scheme.id for each in suggest(argument, m)]))
    return found


def hits(cases: list[Case], named: Callable[[Case], Iterable[str]] | None = None) -> Hits:
    """How often the scheme is named, by the suggestions or by another way of naming three."""
    answers = [list(named(case) if named is not None else case.suggested)[:3] for case in cases]
    first = sum(case.scheme == answer[0] for case, answer in zip(cases, answers, strict=True) if answer)
    three = sum(case.scheme in answer for case, answer in zip(cases, answers, strict=True))
    return Hits(first / len(cases), three / len(cases))


def most_frequent(cases: list[Case]) -> Hits:
    """The baseline that always names the most frequent schemes of the collection."""
    counts = Counter(case.scheme for case in cases)
    top = [name for name, _ in counts.most_common(3)]
    return hits(cases, lambda _: top)


def drawn_at_random(cases: list[Case]) -> Hits:
    """The baseline that draws three schemes."""
    generator = random.Random(0)
    names = [scheme.id for scheme in schemes()]
    return hits(cases, lambda _: generator.sample(names, 3))


def main() -> None:
    """Print the table."""
    collections = {
        "datasets": declared(),
        "samples, first of each pair": samples(0),
        "samples, second of each pair": samples(1),
        "samples, all": samples(),
    }
    print(f"{'':30} {'':>9} {'suggest':^13} {'most frequent':^13} {'at random':^13}")
    print(f"{'collection':30} {'arguments':>9}{'  top 1  top 3' * 3}")
    for name, cases in collections.items():
        rows = (hits(cases), most_frequent(cases), drawn_at_random(cases))
        shares = " ".join(f"{share:6.0%}" for row in rows for share in row)
        print(f"{name:30} {len(cases):9} {shares}")
    if "--misses" in sys.argv[1:]:
        for name in ("datasets", "samples, first of each pair"):
            for case in collections[name]:
                if case.scheme not in case.suggested[:1]:
                    print(f"{name}: {case.text[:110]}: {case.scheme}, not {', '.join(case.suggested) or 'none'}")


if __name__ == "__main__":
    main()
