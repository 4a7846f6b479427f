"""A class of maps against keys: `python -m tests.bench.compare`.

1,000 maps of pupils with 40 claims each, made from three keys by planted mistakes, are compared with all three on two
cores, as `argmap compare FOLDER KEY KEY KEY` does it: files are read, boxes matched, edits found, the report written. In
the same run, and for a few of the maps, come two peers: boxes matched by the ratio of `difflib` with scipy's assignment,
and the edit distance of networkx, which searches for the best matching and is only feasible for tiny maps.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from difflib import SequenceMatcher
from pathlib import Path
from statistics import median

import argmap
from argmap.classroom.comparing import EditKind
from argmap.classroom.comparing.comparing import Comparing
from argmap.classroom.comparing.matching import Prepared
from tests.bench.debates import debate
from tests.classroom.comparing.planting import Planter, graph_of, map_of

PUPILS, CLAIMS, KEYS, JOBS = 1_000, 40, 3, 2
MISTAKES = 12
_DIFFERENT = 200  # maps; each is written several times
_PEERS = 8  # maps that the peers get
LIMIT = 60.0
LARGE = 1_000


def keys() -> list[argmap.ArgumentMap]:
    """Three keys of one debate, each a little different."""
    first = graph_of(debate(CLAIMS, seed=1))
    made = [first]
    for seed in range(2, KEYS + 1):
        planter = Planter(first, seed)
        for kind in (EditKind.MOVE, EditKind.ADD, EditKind.FLIP, EditKind.REMOVE, EditKind.MOVE):
            planter.plant(kind)
        made.append(planter.graph)
    return [map_of(graph, f"Key {number}") for number, graph in enumerate(made, 1)]


def pupils(made: list[argmap.ArgumentMap], number: int) -> list[argmap.ArgumentMap]:
    """Maps with planted mistakes."""
    chance = random.Random(1)
    found = []
    for seed in range(number):
        planter = Planter(graph_of(made[seed % len(made)]), seed)
        for kind in chance.choices(list(EditKind), k=MISTAKES):
            planter.plant(kind)
        found.append(map_of(planter.graph, f"Pupil {seed}"))
    return found


def command(folder: Path, jobs: int) -> tuple[float, float]:
    """Seconds that the command takes for the folder, by the clock and of processors."""
    started, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    words = [
        "compare",
        "class",
        *(f"key{number}.argdown" for number in range(KEYS)),
        "-o",
        "class.html",
        "--jobs",
        str(jobs),
    ]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        [sys.executable, "-m", "argmap", *words], cwd=folder, env=environment, capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - started, used


def by_difflib(pupil: argmap.ArgumentMap, made: list[argmap.ArgumentMap]) -> None:
    """What one would write first: all texts against all by `difflib`, then scipy's assignment."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    ours = Prepared(pupil).texts
    for key in made:
        theirs = Prepared(key).texts
        costs = np.array([[1 - SequenceMatcher(None, one, other).ratio() for other in theirs] for one in ours])
        linear_sum_assignment(costs)


def by_networkx(claims: int) -> float:
    """Seconds that the exact edit distance of networkx takes for two maps of so many claims."""
    import networkx as nx

    graphs = []
    for seed in (1, 2):
        graph: nx.DiGraph[int] = nx.DiGraph()
        shape = graph_of(debate(claims, seed=seed))
        graph.add_nodes_from((box, {"text": text}) for box, text in shape.texts.items())
        graph.add_edges_from(line.ends for line in shape.lines)
        graphs.append(graph)
    started = time.perf_counter()
    nx.graph_edit_distance(graphs[0], graphs[1], node_match=lambda one, other: one["text"] == other["text"], timeout=30)
    return time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pupils", type=int, default=PUPILS)
    number = parser.parse_args().pupils
    made = keys()
    maps = pupils(made, min(number, _DIFFERENT))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for place, key in enumerate(made):
            key.save(folder / f"key{place}.argdown")
        (folder / "class").mkdir()
        texts = [_text(m, folder) for m in maps]
        for place in range(number):
            (folder / "class" / f"pupil{place:05}.argdown").write_bytes(texts[place % len(texts)])
        seconds, used = command(folder, JOBS)
        print(
            f"argmap compare: {number:,} maps of {CLAIMS} claims, {KEYS} keys, {JOBS} jobs: {seconds:.1f} s (limit "
            f"{LIMIT:.0f} s), of which processors worked {used:.1f} s"
        )
    comparing = Comparing(made)
    each = []
    for m in maps[: 5 * _PEERS]:
        started = time.perf_counter()
        _ = comparing.compare(m).edits
        each.append(time.perf_counter() - started)
    print(
        f"  in this process, a map and {KEYS} keys: median {1000 * median(each):.1f} ms, longest {1000 * max(each):.1f} ms"
    )
    started = time.perf_counter()
    for m in maps[:_PEERS]:
        by_difflib(m, made)
    peer = (time.perf_counter() - started) / _PEERS
    print(
        f"difflib and scipy, matching alone: {1000 * peer:.0f} ms a map, {peer / median(each):.0f} times as long as all of ours"
    )
    for claims in (5, 7, 9):
        print(f"networkx graph_edit_distance, two maps of {claims} claims: {by_networkx(claims):.2f} s")
    large = debate(LARGE, seed=1)
    planter = Planter(graph_of(large), 1)
    for kind in EditKind:
        planter.plant(kind)
    other = map_of(planter.graph)
    started = time.perf_counter()
    found = Comparing([large]).compare(other)
    edits, _ = found.edits, found.scores
    print(f"one map of {LARGE:,} claims against one key: {time.perf_counter() - started:.1f} s, {len(edits)} edits")
    same = argmap.ArgumentMap()
    for _ in range(LARGE):
        same.claim("All claims of this map say the same")
    started = time.perf_counter()
    assert Comparing([same]).compare(same).is_perfect
    print(f"the worst case, {LARGE:,} claims that all say the same: {time.perf_counter() - started:.1f} s")


def _text(m: argmap.ArgumentMap, folder: Path) -> bytes:
    path = folder / "one.argdown"
    m.save(path)
    return path.read_bytes()


if __name__ == "__main__":
    main()
