"""Reading speed and memory, beside the official Argdown parser: `python -m tests.bench.parse`.

Each size is read in fresh processes, argmap and the official parser in turn, and the median of the rounds is shown.
Both turn text into a model: argmap by `argmap.parse`, the official one by its processes `parse-input` and
`build-model`. Memory is what the process has grown by at its peak, and what the result keeps afterwards.

The official parser is found in the folder named by ARGMAP_ORACLE (`npm i @argdown/core` there); without it the table
has argmap's columns only, and says so.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

SIZES = (1_000, 10_000, 100_000)
HUB = 50_000
ROUNDS = 3

_ARGMAP = """
import gc, json, resource, sys, time, tracemalloc
from argmap.text import parse
text = open(sys.argv[1], encoding="utf-8").read()
parse("[A]: warm up\\n  + [B]\\n")
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
before = peak()
start = time.perf_counter()
result = parse(text)
seconds = time.perf_counter() - start
grown = peak() - before
del result
gc.collect()
tracemalloc.start()
result = parse(text)
gc.collect()
kept = tracemalloc.get_traced_memory()[0]
print(json.dumps({"seconds": seconds, "peak": grown, "kept": kept, "claims": len(result.map.claims)}))
"""

_OFFICIAL = """
const core = require(require.resolve("@argdown/core", {paths: [process.env.ARGMAP_ORACLE]}));
const text = require("fs").readFileSync(process.argv[2], "utf8");
const app = new core.ArgdownApplication();
app.addPlugin(new core.ParserPlugin(), "parse-input");
app.addPlugin(new core.DataPlugin(), "build-model");
app.addPlugin(new core.ModelPlugin(), "build-model");
const read = (input) => app.run({input, process: ["parse-input", "build-model"]});
read("[A]: warm up\\n  + [B]\\n");
global.gc();
const before = process.memoryUsage().rss;
const heap = process.memoryUsage().heapUsed;
const start = performance.now();
const answer = read(text);
const seconds = (performance.now() - start) / 1000;
const peak = process.resourceUsage().maxRSS * 1024 - before;
global.gc();
const kept = process.memoryUsage().heapUsed - heap;
console.log(JSON.stringify({seconds, peak, kept, claims: Object.keys(answer.statements).length}));
"""


def flat(count: int) -> str:
    """`count` statements, each with a wording and two relations to others."""
    return "".join(
        f"[Statement {k}]: This is what statement number {k} says, in a dozen words or so.\n"
        f"  + [Statement {max(0, k - 3)}]\n  - [Statement {k // 2}]\n\n"
        for k in range(count)
    )


def hub(count: int) -> str:
    """One statement with `count` relations."""
    return "[Hub]: Everything speaks for or against this.\n" + "".join(
        f"  {'+' if k % 2 else '-'} [Spoke {k}]: Reason number {k}.\n" for k in range(count)
    )


def measure(path: Path, official: bool) -> dict[str, float]:
    if official:
        command = ["node", "--expose-gc", "--max-old-space-size=8192", "-e", _OFFICIAL, "--", str(path)]
        # With -e there is no script name, so the file is the first argument.
        command[4] = _OFFICIAL.replace("process.argv[2]", "process.argv[1]")
    else:
        command = [sys.executable, "-c", _ARGMAP, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each is measured")
    parser.add_argument("--json", action="store_true", help="print the figures for a program")
    options = parser.parse_args()
    oracle = os.environ.get("ARGMAP_ORACLE")
    peers = [False, True] if oracle else [False]
    rows = []
    cases = [(f"{size:,} statements", size, flat(size)) for size in SIZES]
    cases.append((f"one hub, {HUB:,} relations", HUB, hub(HUB)))
    cases.append((f"one hub, {HUB // 5:,} relations", HUB // 5, hub(HUB // 5)))
    with tempfile.TemporaryDirectory() as folder:
        for name, size, text in cases:
            path = Path(folder, "case.argdown")
            path.write_text(text, encoding="utf-8")
            rounds = [[measure(path, official) for official in peers] for _ in range(options.rounds)]
            row: dict[str, float | str] = {"case": name}
            for column, official in enumerate(peers):
                who = "official" if official else "argmap"
                for figure, scale in (("seconds", 1e6), ("kept", 1), ("peak", 1)):
                    middle = statistics.median(each[column][figure] for each in rounds)
                    row[f"{who} {figure}"] = middle * scale / size
            if oracle:
                row["times faster"] = statistics.median(
                    official["seconds"] / ours["seconds"] for ours, official in rounds
                )
            rows.append(row)
            if not options.json:
                show(row, header=len(rows) == 1)
    if options.json:
        print(json.dumps(rows, indent=2))
    elif not oracle:
        print("The official parser is not here: set ARGMAP_ORACLE to a folder with @argdown/core.", file=sys.stderr)


def show(row: dict[str, float | str], *, header: bool) -> None:
    """Print one line of the table: per statement, microseconds, bytes kept and bytes at the peak."""
    people = ["argmap", "official"] if "official seconds" in row else ["argmap"]
    if header:
        print("per statement:".ljust(28) + "".join(f"{who:>10} µs{'kept B':>9}{'peak B':>9}" for who in people))
    line = f"{row['case']:<28}"
    for who in people:
        line += "".join(
            f"{row[f'{who} {figure}']:>{width}.{digits}f}"
            for figure, width, digits in (("seconds", 13, 1), ("kept", 9, 0), ("peak", 9, 0))
        )
    if "times faster" in row:
        line += f"   {row['times faster']:.1f} times faster"
    print(line, flush=True)


if __name__ == "__main__":
    main()
