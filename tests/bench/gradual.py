"""Gradual semantics: speed against a sparse matrix-vector product.

`python -m tests.bench.gradual` makes up a debate of 1,000,000 claims and 3,000,000 relations, half of them attacks and
half supports, and prints what one iteration of each semantics costs, as a multiple of one product of a scipy CSR matrix
with as many entries and a vector, measured in the same run; then what a whole evaluation takes, with circles and without
any, of a long chain, and of a map.

`--quick` does all this at a hundredth of the size.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click
import numpy as np

import argmap
from argmap.evaluate.gradual import SEMANTICS, Qbaf, strengths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LIMIT = 5
"""How many products one iteration of DF-QuAD may cost."""


def pairs(rng: np.random.Generator, claims: int, count: int, *, acyclic: bool) -> np.ndarray:
    """Relations between claims drawn at random; without circles, from later claims to earlier ones."""
    drawn = rng.integers(0, claims, (count, 2))
    if acyclic:
        drawn = np.sort(drawn[drawn[:, 0] != drawn[:, 1]], axis=1)[:, ::-1]
    return drawn


def best(call: Callable[[], object], rounds: int) -> float:
    """The seconds of the fastest of some calls."""
    found = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        call()
        found = min(found, time.perf_counter() - start)
    return found


def iterations(claims: int, rounds: int, tell: Callable[[], None]) -> None:
    """Print what one iteration of each semantics costs in products."""
    from scipy.sparse import csr_matrix

    rng = np.random.default_rng(0)
    graph = Qbaf(
        rng.random(claims),
        pairs(rng, claims, 3 * claims // 2, acyclic=False),
        pairs(rng, claims, 3 * claims // 2, acyclic=False),
    )
    edges = [np.concatenate([rows.targets for rows in graph.kinds]), np.concatenate([r.ends for r in graph.kinds])]
    matrix = csr_matrix((np.ones(len(edges[0])), (edges[0], edges[1])), shape=(claims, claims))
    vector = rng.random(claims)
    print(f"{claims:,} claims, {matrix.nnz:,} relations. One iteration, in sparse matrix-vector products:")
    for name, semantics in SEMANTICS.items():
        known = graph if semantics.counts_supports else graph.without_supports()
        scale = semantics.scale(known)
        one = other = float("inf")
        for _ in range(rounds):  # in turn, so that both see the same machine
            one = min(one, best(lambda: matrix @ vector, 1))
            other = min(other, best(lambda s=semantics, g=known, x=scale: s.update(g, vector, x), 1))  # type: ignore[misc]
        verdict = ""
        if name == "df-quad":
            verdict = f"  the limit of {LIMIT} {'holds' if other <= LIMIT * one else 'DOES NOT HOLD'}"
        knows = "" if semantics.counts_supports else " (attacks only)"
        print(f"  {semantics.title + knows:<42} {other / one:5.2f}  ({other * 1e3:.1f} ms){verdict}")
        tell()


def wholes(claims: int, tell: Callable[[], None]) -> None:
    """Print what whole evaluations take."""
    rng = np.random.default_rng(0)
    for acyclic in (True, False):
        found = [pairs(rng, claims, 3 * claims // 2, acyclic=acyclic) for _ in range(2)]
        graph = Qbaf(rng.random(claims), *found)
        print(f"Whole evaluations {'without' if acyclic else 'with'} circles:")
        for name in ("df-quad", "quadratic-energy", "euler"):
            start = time.perf_counter()
            solved = strengths(graph, name)
            seconds = time.perf_counter() - start
            print(f"  {SEMANTICS[name].title:<18} {seconds:6.2f} s  {told(solved.iterations, solved.method)}")
            tell()
    steps = np.arange(claims - 1)
    chain = Qbaf(np.full(claims, 0.9), np.stack((steps, steps + 1), axis=1))
    start = time.perf_counter()
    solved = strengths(chain, "df-quad")
    print(
        f"A chain of {claims:,} attacks: {time.perf_counter() - start:.2f} s  {told(solved.iterations, solved.method)}"
    )
    tell()


def whole_map(claims: int, tell: Callable[[], None]) -> None:
    """Print what the strengths of a map take, and what has influence on a claim of it."""
    rng = np.random.default_rng(0)
    m = argmap.ArgumentMap.from_records(
        claims=[argmap.Claim(f"C{place}") for place in range(claims)],
        relations=[
            argmap.Relation(argmap.RelationKind.ATTACK if place % 2 else argmap.RelationKind.SUPPORT, f"C{a}", f"C{b}")
            for place, (a, b) in enumerate(pairs(rng, claims, 3 * claims, acyclic=True).tolist())
        ],
    )
    m.index()
    start = time.perf_counter()
    m.strengths()
    print(f"A map of {claims:,} claims, indexed: {time.perf_counter() - start:.2f} s")
    tell()
    start = time.perf_counter()
    found = m.influence("C0", by="gradient")
    seconds = time.perf_counter() - start
    print(f"Influence on one claim by gradient: {seconds:.2f} s, {len(found.most):,} have any")
    tell()
    small = argmap.ArgumentMap.from_records(claims=m.claims[:1000], relations=[])
    for relation in pairs(rng, len(small), 1500, acyclic=True).tolist():
        small.relate(f"C{relation[0]}", "attack", f"C{relation[1]}")
    start = time.perf_counter()
    found = small.influence("C0")
    seconds = time.perf_counter() - start
    print(f"Influence on one of {len(small):,} claims by removal: {seconds:.2f} s, {len(found.most):,} have any")
    tell()


def told(count: int, method: str) -> str:
    """What a result says of how it was found."""
    return method if method == "one pass" else f"{count} iterations, {method}"


@contextmanager
def progress(steps: int) -> Iterator[Callable[[], None]]:
    """Show on a terminal how many measurements were made, and nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(length=steps, label="measurements", file=sys.stderr) as bar:
        yield lambda: bar.update(1)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--quick", action="store_true", help="a hundredth of the size, once")
    options = parser.parse_args(arguments)
    claims = options.claims // 100 if options.quick else options.claims
    with progress(len(SEMANTICS) + 10) as tell:
        iterations(claims, 1 if options.quick else options.rounds, tell)
        wholes(claims, tell)
        whole_map(max(10, claims // 10), tell)


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
