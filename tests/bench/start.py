"""Start-up and the flagship picture: `python -m tests.bench.start`.

Prints the best of several whole processes, in milliseconds, each beside its limit: importing argmap, `argmap version`,
and `argmap render` on the flagship debate, the last with Graphviz's own share of it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROUNDS = 7


def best(command: Sequence[str], folder: str) -> float:
    # The first round is a warm-up, and leaves the compiled modules that an installed program has.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    times = []
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return min(times[1:]) * 1000


def main() -> None:
    from argmap.datasets import open_vs_closed, path
    from argmap.render import to_dot
    from argmap.render.engine import find_engine

    engine = find_engine("auto")
    dot = to_dot(open_vs_closed())
    with tempfile.TemporaryDirectory() as folder:
        bare = best([sys.executable, "-c", "pass"], folder)
        imported = best([sys.executable, "-c", "import argmap"], folder) - bare
        version = best([sys.executable, "-m", "argmap", "version"], folder)
        flagship = Path(path("open_vs_closed"))
        render = best([sys.executable, "-m", "argmap", "render", str(flagship), "-o", "flagship.svg"], folder)
        layouts = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            engine.layout(dot)
            layouts.append((time.perf_counter() - start) * 1000)
    print(f"python itself                  {bare:7.0f} ms")
    print(f"import argmap                  {imported:7.0f} ms   limit 60")
    print(f"argmap version                 {version:7.0f} ms   limit 150")
    print(f"argmap render (the flagship)   {render:7.0f} ms   limit 300, or half of it Graphviz")
    print(f"  of it Graphviz               {min(layouts):7.0f} ms   {min(layouts) / render:.0%}")


if __name__ == "__main__":
    main()
