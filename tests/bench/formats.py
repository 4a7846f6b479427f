"""Reading and writing beside arguebuf: `python -m tests.bench.formats`.

A debate of 100,000 nodes is read and written as AIF and as the JSON of arguebuf. Each reading, and each writing of what
was read, runs in a process of its own, argmap and arguebuf in turn. What is measured:

* CPU time and wall time of the call alone: a path in, a map (a graph) out, or the other way round;
* memory: by how much the peak of the process (its largest resident set, ``VmHWM`` of Linux, which a process does not
  have from its parent) is above what it was before the call, after all imports. For writing, that is from before the
  reading on, so that it counts what is written too.

arguebuf is taken from this environment if it is there, else from one that is made for the bench in a temporary folder;
which, is said. The bench fails unless argmap is 5 times faster in CPU time to read and to write, and takes under a
third of the memory.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import statistics
import subprocess
import sys
import tempfile
import uuid
from pathlib import Path
from typing import Any

NODES = 100_000
ROUNDS = 3
FASTER = 5.0
SMALLER = 3.0

_ARGMAP = """
import argmap.formats
import argmap.formats.{name}
import argmap.formats.table
def load(path):
    return argmap.formats.read_result(path, "{name}").map
def save(m, path):
    argmap.formats.write(m, path, "{name}")
def count(m):
    return len(m)
"""
_ARGUEBUF = """
import logging
import arguebuf
logging.disable(logging.WARNING)
def load(path):
    return arguebuf.load.file(path)
def save(graph, path):
    arguebuf.dump.file(graph, path, arguebuf.dump.Config(format=arguebuf.dump.Format.{format}))
def count(graph):
    return len(graph.nodes)
"""
_MEASURE = """
import json, re, sys, time
path, out, task = sys.argv[1:4]
def peak():
    return int(re.search(r"VmHWM:\\s*(\\d+) kB", open("/proc/self/status").read())[1]) * 1024
before = peak()
def timed(call, *given):
    cpu, wall = time.process_time(), time.perf_counter()
    made = call(*given)
    return made, time.process_time() - cpu, time.perf_counter() - wall
made, cpu, wall = timed(load, path)
if task == "write":
    _, cpu, wall = timed(save, made, out)
print(json.dumps({"cpu": cpu, "wall": wall, "memory": peak() - before, "count": count(made)}))
"""


def debate(nodes: int) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the sorts of nodes by id, and the links: each claim speaks for or against one of the fifty before it."""
    chance = random.Random(1)

    def name() -> str:
        return str(uuid.UUID(int=chance.getrandbits(128), version=4))

    made: list[tuple[str, str]] = []
    links: list[tuple[str, str]] = []
    claims: list[str] = []
    while len(made) < nodes - 1:
        claim = name()
        made.append((claim, "claim"))
        if claims:
            scheme = name()
            made.append((scheme, "support" if chance.random() < 0.7 else "attack"))
            links.append((claim, scheme))
            if chance.random() < 0.3:
                links.append((chance.choice(claims), scheme))
            links.append((scheme, claims[-1 - chance.randrange(min(50, len(claims)))]))
        claims.append(claim)
    return made, links


def words(number: int) -> str:
    """Return the text of a claim."""
    return f"This is what claim number {number} says, in a dozen words or so."


def as_arguebuf(nodes: list[tuple[str, str]], links: list[tuple[str, str]]) -> str:
    """Return the file as arguebuf writes it: with the time of each thing, two spaces a level."""
    chance = random.Random(2)

    def metadata() -> dict[str, str]:
        time = f"2026-11-23T08:{chance.randrange(60):02}:{chance.randrange(60):02}.{chance.randrange(10**6):06}Z"
        return {"created": time, "updated": time}

    schemes = {"support": "SUPPORT_DEFAULT", "attack": "ATTACK_DEFAULT"}
    value = {
        "nodes": {
            key: {
                **({"atom": {"text": words(number)}} if sort == "claim" else {"scheme": {sort: schemes[sort]}}),
                "metadata": metadata(),
            }
            for number, (key, sort) in enumerate(nodes)
        },
        "edges": {
            str(uuid.UUID(int=chance.getrandbits(128), version=4)): {
                "source": source,
                "target": target,
                "metadata": metadata(),
            }
            for source, target in links
        },
        "majorClaim": nodes[0][0],
        "schemaVersion": 1,
        "libraryVersion": "1.7.11",
        "metadata": metadata(),
    }
    return json.dumps(value, indent=2, ensure_ascii=False)


def as_aif(nodes: list[tuple[str, str]], links: list[tuple[str, str]]) -> str:
    """Return the file as AIFdb writes it: numbers as ids, the time of each node."""
    numbers = {key: str(100_000 + number) for number, (key, _) in enumerate(nodes)}
    sorts = {"claim": "I", "support": "RA", "attack": "CA"}
    texts = {"support": "Default Inference", "attack": "Default Conflict"}
    names = {"support": {"scheme": "Default Inference", "schemeID": "72"}}
    names["attack"] = {"scheme": "Default Conflict", "schemeID": "71"}
    value = {
        "nodes": [
            {
                "nodeID": numbers[key],
                "text": words(number) if sort == "claim" else texts[sort],
                "type": sorts[sort],
                "timestamp": f"2014-04-28 15:{number // 60 % 60:02}:{number % 60:02}",
                **names.get(sort, {}),
            }
            for number, (key, sort) in enumerate(nodes)
        ],
        "edges": [
            {"edgeID": str(number), "fromID": numbers[source], "toID": numbers[target], "formEdgeID": None}
            for number, (source, target) in enumerate(links, 1)
        ],
        "locutions": [],
    }
    return json.dumps(value)


def environment(folder: Path) -> tuple[str, str]:
    """Return a Python that has arguebuf, and where it is from."""
    if importlib.util.find_spec("arguebuf") is not None:
        return sys.executable, "the environment of this bench"
    subprocess.run(["uv", "venv", "-q", str(folder / "venv")], check=True)
    python = str(folder / "venv" / "bin" / "python")
    subprocess.run(["uv", "pip", "install", "-q", "--python", python, "arguebuf>=2.7.2"], check=True)
    return python, "an environment made for this bench"


def measure(python: str, code: str, path: Path, out: Path, task: str) -> dict[str, float]:
    """Run a task in a process of its own."""
    command = [python, "-c", code + _MEASURE, str(path), str(out), task]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=1800)
    if done.returncode:
        raise SystemExit(f"This measurement failed:\n{done.stderr[-2000:]}")
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--nodes", type=int, default=NODES, help="how many nodes the debate has")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each is measured; the median counts")
    options = parser.parse_args()
    nodes, links = debate(options.nodes)
    fails = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        python, where = environment(folder)
        shown = [python, "-c", "import importlib.metadata as m; print(m.version('arguebuf'))"]
        version = subprocess.run(shown, capture_output=True, text=True, check=True).stdout.strip()
        print(f"{len(nodes):,} nodes, {len(links):,} links; arguebuf {version} from {where}; {options.rounds} rounds")
        print(f"{'':18}{'CPU s':>16}{'wall s':>16}{'memory MB':>16}   argmap / arguebuf")
        for kind, text in (("arguebuf", as_arguebuf(nodes, links)), ("aif", as_aif(nodes, links))):
            path = folder / f"debate.{kind}.json"
            path.write_text(text, encoding="utf-8")
            programs = (
                (sys.executable, _ARGMAP.format(name=kind)),
                (python, _ARGUEBUF.format(format=kind.upper())),
            )
            for task in ("read", "write"):
                rounds: list[list[dict[str, float]]] = [
                    [measure(*program, path, folder / "out.json", task) for program in programs]
                    for _ in range(options.rounds)
                ]
                fails += report(f"{kind} {task}", rounds)
    for each in fails:
        print(f"FAILED: {each}")
    return 1 if fails else 0


def report(what: str, rounds: list[list[dict[str, Any]]]) -> list[str]:
    """Print the medians and ratios of a task; return what does not hold."""
    middle = {
        figure: [statistics.median(each[who][figure] for each in rounds) for who in (0, 1)]
        for figure in ("cpu", "wall", "memory")
    }
    ratio = {figure: other / max(ours, 1e-9) for figure, (ours, other) in middle.items()}
    line = f"{what:18}"
    for figure, scale in (("cpu", 1.0), ("wall", 1.0), ("memory", 1e6)):
        ours, other = (each / scale for each in middle[figure])
        line += f"{ours:>8.2f}{other:>8.2f}"
    print(
        f"{line}   {ratio['cpu']:.1f} times faster ({ratio['wall']:.1f} by the clock), {ratio['memory']:.1f} times smaller"
    )
    found = []
    if ratio["cpu"] < FASTER:
        found.append(f"{what} is {ratio['cpu']:.1f} times faster than arguebuf, not {FASTER:g}")
    if ratio["memory"] < SMALLER:
        found.append(f"{what} takes {1 / ratio['memory']:.2f} of the memory of arguebuf, not under a third")
    return found


if __name__ == "__main__":
    raise SystemExit(main())
