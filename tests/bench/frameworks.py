"""Made-up frameworks for measuring: six kinds, any size, each the same for the same seed.

The kinds are those that the literature on benchmarks for abstract argumentation names. Every attack is a pair of
positions; the number of attacks grows linearly with that of arguments.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from argmap.evaluate.dung import Framework

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator
    from numpy.typing import NDArray

    Pairs = NDArray[np.int64]

SEED = 2026


def made(kind: str, count: int, seed: int = SEED) -> Framework:
    """Return a framework of a kind with `count` arguments, called 1, 2, 3 ..."""
    random = np.random.default_rng([seed, count, *kind.encode()])
    pairs = KINDS[kind](count, random)
    # The order of arguments tells nothing about what they are.
    shuffled = random.permutation(count)[pairs]
    return Framework.from_positions(list(map(str, range(1, count + 1))), shuffled[:, 0], shuffled[:, 1])


def erdos_renyi(count: int, random: Generator, *, degree: float = 3.0) -> Pairs:
    """Every attack is as likely as every other (Erdős and Rényi 1959), `degree` of them an argument."""
    return random.integers(0, count, (int(degree * count), 2))


def barabasi_albert(count: int, random: Generator, *, degree: int = 2, back: float = 0.3) -> Pairs:
    """New arguments attack arguments that already have many attacks (Barabási and Albert 1999).

    A share of `back` of them is attacked in turn, so that there are circles.
    """
    # Copying an end of an earlier edge prefers a node in proportion to its degree.
    sources = np.repeat(np.arange(1, count), degree)
    places = (random.random(len(sources)) * 2 * (sources - 1) * degree).astype(np.int64)
    targets = np.zeros(len(sources), np.int64)
    ends = np.empty(2 * len(sources), np.int64)
    for edge, place in enumerate(places.tolist()):
        targets[edge] = ends[place] if sources[edge] > 1 else 0
        ends[2 * edge], ends[2 * edge + 1] = sources[edge], targets[edge]
    return _with_reverse(np.column_stack((sources, targets)), random, back)


def watts_strogatz(count: int, random: Generator, *, degree: int = 6, rewired: float = 0.1, back: float = 0.3) -> Pairs:
    """A ring of neighbours with some long ways (Watts and Strogatz 1998), each attack turned at random.

    A share of `back` of the attacks has its reverse as well.
    """
    sources = np.repeat(np.arange(count), degree // 2)
    steps = np.tile(np.arange(1, degree // 2 + 1), count)
    targets = (sources + steps) % count
    far = random.random(len(sources)) < rewired
    targets[far] = random.integers(0, count, int(far.sum()))
    pairs = np.column_stack((sources, targets))
    turned = random.random(len(pairs)) < 0.5
    pairs[turned] = pairs[turned][:, ::-1]
    return _with_reverse(pairs, random, back)


def components(count: int, random: Generator, *, size: int = 40, inner: float = 3.0, outer: float = 1.0) -> Pairs:
    """Strongly connected groups of about `size`, of which earlier ones attack later ones."""
    group = np.sort(random.integers(0, max(1, count // size), count))
    starts, ends = np.searchsorted(group, group, "left"), np.searchsorted(group, group, "right")
    following = np.arange(count) + 1
    ring = np.column_stack((np.arange(count), np.where(following < ends, following, starts)))
    within = random.integers(0, count, int(inner * count))
    peers = starts[within] + (random.random(len(within)) * (ends - starts)[within]).astype(np.int64)
    across = np.sort(random.integers(0, count, (int(outer * count), 2)), axis=1)
    across = across[group[across[:, 0]] < group[across[:, 1]]]
    return np.concatenate((ring, np.column_stack((within, peers)), across))


def grounded_heavy(count: int, random: Generator, *, degree: float = 3.0, open_share: float = 0.15) -> Pairs:
    """Mostly without circles, so that the grounded extension settles most; the last `open_share` has circles."""
    rows = random.integers(0, count, (int(degree * count), 2))
    rows = np.sort(rows, axis=1)
    rows = rows[rows[:, 0] != rows[:, 1]]
    tail = rows[:, 0] > (1 - open_share) * count
    return np.concatenate((rows, rows[tail][:, ::-1]))


def stable_heavy(count: int, random: Generator, *, size: int = 12, degree: float = 3.0, kept: float = 0.4) -> Pairs:
    """Planted stable extensions: groups in which many sets without conflict attack all else.

    In each group of about `size` arguments two sets attack each other throughout and all the rest of the group; the
    rest attacks at random, across groups too, but only others of the rest.
    """
    group = np.arange(count) // size
    place = np.arange(count) % size
    half = max(1, int(kept * size / 2))
    rest = np.flatnonzero(place >= 2 * half)
    pairs = []
    for first in range(half):
        for second in range(half, 2 * half):
            one, other = group * size + first, group * size + second
            both = np.column_stack((one, other))[place == first]
            both = both[both.max(axis=1) < count]
            pairs += [both, both[:, ::-1]]
    if len(rest):
        attackers = group[rest] * size + random.integers(0, half, len(rest))
        others = group[rest] * size + half + random.integers(0, half, len(rest))
        pairs += [np.column_stack((attackers, rest)), np.column_stack((others, rest))]
        pairs.append(rest[random.integers(0, len(rest), (int(degree * len(rest)), 2))])
    return np.concatenate(pairs)


KINDS: dict[str, Callable[[int, Generator], Pairs]] = {
    "erdos-renyi": erdos_renyi,
    "barabasi-albert": barabasi_albert,
    "watts-strogatz": watts_strogatz,
    "components": components,
    "grounded-heavy": grounded_heavy,
    "stable-heavy": stable_heavy,
}


def _with_reverse(pairs: Pairs, random: Generator, share: float) -> Pairs:
    back = random.random(len(pairs)) < share
    return np.concatenate((pairs, pairs[back][:, ::-1]))
