"""Drawing: `python -m tests.bench.render [--peer FOLDER] [SIZE ...]`.

For debates of 10, 100, 1,000 and 10,000 claims it prints, each from a process of its own: the whole time from map to
SVG, the layout's share of it and argmap's own, the processor time of argmap's own part, the peak memory, the size of the
SVG and of the page, and what was left out where a debate is too large for one picture. Beside it stands the time of the
official Argdown command line on the same file, where FOLDER has it (`npm install @argdown/cli` there; or set
ARGMAP_ORACLE).

Times are the best of several rounds in one warm process, except the peer's, which is one whole process and is ended
after two minutes. Before each round the caches of argmap are emptied: those of the words of the debate, and those of the
words of the language, which the first picture of a process has to read, too. Shares are by the clock, and say little on
a machine that is busy; processor time is that of the thread that draws, and what another thread does meanwhile, while
Graphviz works, is not in it.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SIZES = (10, 100, 1_000, 10_000)
PATIENCE = 120.0


class Timed:
    """An engine that keeps how long the last layouts took."""

    def __init__(self) -> None:
        from argmap.render.engine import find_engine

        self._engine = find_engine("auto")
        self.name, self.version, self.formats = self._engine.name, self._engine.version, self._engine.formats
        self.spent = self.busy = 0.0

    def layout(self, dot: str, *, format: str = "svg", program: str = "dot", timeout: float = 30.0) -> bytes:  # noqa: A002
        start, busy = time.perf_counter(), time.thread_time()
        try:
            return self._engine.layout(dot, format=format, program=program, timeout=timeout)
        finally:
            self.spent += time.perf_counter() - start
            self.busy += time.thread_time() - busy


def measure(size: int) -> dict[str, object]:
    """Return the figures of one size; in a process of its own, so that the peak memory is this size's."""
    from argmap.render import draw
    from argmap.view import diagram_of
    from tests.bench.debates import debate

    m = debate(size)
    engine = Timed()
    totals, own = [], []
    for _ in range(7 if size <= 1_000 else 3):
        _forget()
        engine.spent = engine.busy = 0.0
        start, busy = time.perf_counter(), time.thread_time()
        picture = draw(m, "svg", engine=engine)
        totals.append((time.perf_counter() - start, engine.spent))
        own.append(time.thread_time() - busy - engine.busy)
    total, layout = min(totals)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    page = draw(m, "html", engine=engine)
    return {
        "claims": len(m.claims),
        "boxes": len(diagram_of(m).nodes),
        "drawn": picture.count(b'class="node'),
        "total": total,
        "layout": layout,
        "own": min(own),
        "peak": peak / 1000,
        "svg": len(picture),
        "html": len(page),
        "html_time": time.perf_counter() - start,
        "argdown": m.to_argdown(),
    }


def _forget() -> None:
    """Empty the caches of argmap, so that no round finds the words of the one before."""
    for name, module in list(sys.modules.items()):
        if name.startswith("argmap"):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


def peer_time(folder: str | None, text: str) -> str:
    """Return how long the official command line takes to draw the same file, in words."""
    program = Path(folder or "", "node_modules", ".bin", "argdown")
    if folder is None or not program.exists():
        return "not there"
    with tempfile.TemporaryDirectory() as place:
        file = Path(place, "debate.argdown")
        file.write_text(text, encoding="utf-8")
        start = time.perf_counter()
        try:
            done = subprocess.run(
                [str(program), "map", "--format", "svg", str(file), place],
                capture_output=True,
                timeout=PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return f"over {PATIENCE:.0f} s"
        spent = time.perf_counter() - start
        drawn = list(Path(place).rglob("*.svg"))
        return f"{spent * 1000:,.0f} ms" if done.returncode == 0 and drawn else f"failed ({done.returncode})"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--peer", default=os.environ.get("ARGMAP_ORACLE"))
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one is not None:
        print(json.dumps(measure(given.one)))
        return
    print(
        f"{'claims':>8} {'drawn':>12} {'total':>10} {'layout':>8} {'argmap':>8} {'cpu':>8} {'peak':>8} {'svg':>9} "
        f"{'page':>9} {'page in':>9}   official command line"
    )
    for size in given.sizes:
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.render", "--one", str(size)], capture_output=True, check=True, text=True
        )
        found = json.loads(done.stdout)
        own = 1 - found["layout"] / found["total"]
        print(
            f"{found['claims']:>8,} {found['drawn']:>5,}/{found['boxes']:<6,} {found['total'] * 1000:>7,.0f} ms "
            f"{found['layout'] / found['total']:>8.0%} {own:>8.0%} {found['own'] * 1000:>5,.0f} ms {found['peak']:>5,.0f} MB "
            f"{found['svg'] / 1000:>6,.0f} kB {found['html'] / 1000:>6,.0f} kB {found['html_time'] * 1000:>6,.0f} ms   "
            f"{peer_time(given.peer, found['argdown'])}"
        )


if __name__ == "__main__":
    main()
