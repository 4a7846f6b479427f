"""A corpus of many small files: throughput with one and two processes, and memory: `python -m tests.bench.corpus`.

The files are written by argmap, in all formats that it writes and reads. Memory is the peak of a fresh process that
goes through the corpus, after so many files; it is to be flat.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import argmap
from argmap.corpora import Entry
from argmap.errors import ArgmapError
from argmap.formats import formats
from argmap.formats.given import beside
from argmap.formats.table import format_named
from argmap.formats.writing import to_files
from tests.bench.debates import debate

FILES = 10_000
CLAIMS = (4, 40)
ROUNDS = 3
STAGES = (0.1, 0.5, 1.0)
_DIFFERENT = 200  # debates; each is written many times

_MEMORY = """
import json, resource, sys
import argmap
stages = json.loads(sys.argv[2])
peaks = []
for number, entry in enumerate(argmap.corpus(sys.argv[1]), 1):
    assert entry.map is not None, entry.error
    if number in stages:
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
print(json.dumps(peaks))
"""

_CHECK = """
import resource, sys
from argmap.cli import main
if __name__ == "__main__":
    sys.argv = sys.argv[1:]
    try:
        main()
    finally:
        who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        print(max(resource.getrusage(each).ru_maxrss for each in who) * 1024, file=sys.stderr)
"""


def count(entry: Entry) -> int:
    """What is done with each file: read, and asked for its size."""
    assert entry.map is not None
    return len(entry.map.claims)


def write_corpus(folder: Path, files: int) -> tuple[int, list[str]]:
    """Write so many files into folders of a thousand; return their size in bytes, and the formats."""
    chance = random.Random(1)
    texts: list[tuple[str, dict[str, bytes]]] = []
    used = []
    for each in formats():
        if not (each.reads and each.writes):
            continue
        used.append(each.name)
    for number in range(_DIFFERENT):
        m = debate(chance.randint(*CLAIMS), seed=number)
        name = used[number % len(used)]
        texts.append((_suffix(name), to_files(m, format_named(name))[0]))
    size = 0
    for number in range(files):
        suffix, made = texts[number % _DIFFERENT]
        path = folder / f"{number // 1000:03}" / f"{number:06}{suffix}"
        path.parent.mkdir(exist_ok=True)
        for ending, data in made.items():
            Path(beside(str(path), ending) if ending else path).write_bytes(data)
            size += len(data)
    return size, used


def _suffix(name: str) -> str:
    return next(each.suffixes[0] for each in formats() if each.name == name)


def throughput(folder: Path, files: int, jobs: int) -> float:
    """Return files a second."""
    start = time.perf_counter()
    results = list(argmap.corpus(folder).map(count, jobs=jobs))
    seconds = time.perf_counter() - start
    bad = [result for result in results if result.error]
    if bad or len(results) != files:
        raise ArgmapError(f"{len(results)} of {files} files were read, and {len(bad)} are bad: {bad[:1]}")
    return files / seconds


def command(folder: Path, journal: Path, *more: str) -> tuple[float, float]:
    """Return seconds of `argmap check`, with a journal, and the peak of its memory, or that of a worker, in bytes."""
    words = ["argmap", "check", str(folder), "--format", "concise", "--resume", str(journal), *more]
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _CHECK, *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    return time.perf_counter() - start, float(done.stderr.split()[-1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=FILES, help="how many files")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often throughput is measured")
    parser.add_argument("--json", action="store_true", help="print the figures for a program")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "corpus")
        folder.mkdir()
        size, used = write_corpus(folder, options.files)
        # In turn, so that a busy machine slows both.
        rounds = [[throughput(folder, options.files, jobs) for jobs in (1, 2)] for _ in range(options.rounds)]
        one, two = (median(each[column] for each in rounds) for column in (0, 1))
        gain = median(of_two / of_one for of_one, of_two in rounds)
        stages = [round(options.files * share) for share in STAGES]
        done = subprocess.run(
            [sys.executable, "-c", _MEMORY, str(folder), json.dumps(stages)], capture_output=True, text=True, check=True
        )
        peaks = json.loads(done.stdout)
        journal = Path(name, "journal")
        checked = [command(folder, journal, "--jobs", "2"), command(folder, journal)]
    figures = {
        "files": options.files,
        "bytes": size,
        "formats": used,
        "files a second, 1 process": one,
        "files a second, 2 processes": two,
        "times faster": gain,
        "peak memory": dict(zip(stages, peaks, strict=True)),
        "seconds of check with 2 jobs": checked[0][0],
        "peak memory of check with 2 jobs": checked[0][1],
        "seconds of check from the journal": checked[1][0],
    }
    if options.json:
        print(json.dumps(figures, indent=2))
        return
    print(f"{options.files:,} files, {size / 1e6:.1f} MB: {', '.join(used)}")
    print(f"{one:>8,.0f} files a second with 1 process")
    print(f"{two:>8,.0f} files a second with 2 processes, {gain:.2f} times as many")
    for stage, peak in zip(stages, peaks, strict=True):
        print(f"{peak / 1e6:>8.1f} MB at the peak after {stage:,} files")
    (first, peak), (again, _) = checked
    print(f"{first:>8.1f} s for argmap check --jobs 2, {peak / 1e6:.1f} MB at its peak; {again:.1f} s from its journal")


if __name__ == "__main__":
    main()
