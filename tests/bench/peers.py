"""Other Python solvers, asked in a process of their own: `python -m tests.bench.peers NAME` answers a question a line.

A question is ``{"path": ..., "task": ..., "query": ...}`` with a framework in the format of ICCMA 2023; the answer is
``{"seconds": ..., "answer": ...}``. Only the task is timed, by what it takes of the processor: the framework is built, and all is imported, before.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import queue
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    Solve = Callable[[str, str | None], Any]

TASKS = ("DC-PR", "DS-PR", "SE-ST", "SE-PR", "SE-ID", "SE-SST", "EE-PR", "CE-ST", "SE-GR")
MODULES = {"pygarg": "pygarg.dung.solver", "PyArg": "py_arg.algorithms.semantics.get_grounded_extension"}
START = 60.0
"""How many seconds a peer may take to start and to build a framework; that is not its task."""


def numbers(path: str) -> tuple[int, list[tuple[int, int]]]:
    """Return the number of arguments and the attacks of a file that this bench wrote."""
    with open(path, encoding="ascii") as file:
        count = int(next(file).split()[2])
        return count, [(int(a), int(b)) for a, b in map(str.split, file)]


def digest(extensions: Iterable[Collection[str]]) -> str:
    """Return a short text that is the same for the same set of extensions."""
    found = sorted(sorted(map(int, extension)) for extension in extensions)
    return f"{len(found)} {hashlib.sha256(json.dumps(found).encode()).hexdigest()[:16]}"


def pygarg(count: int, attacks: list[tuple[int, int]]) -> Solve:
    """Pygarg as its command line calls it; an attack is a list of two names."""
    from pygarg.dung import solver

    names = [str(number) for number in range(1, count + 1)]
    pairs = [[str(source), str(target)] for source, target in attacks]

    def solve(task: str, query: str | None) -> Any:
        kind, _, semantics = task.partition("-")
        if kind == "DC":
            return solver.credulous_acceptability(names, pairs, query, semantics)[0]
        if kind == "DS":
            return solver.skeptical_acceptability(names, pairs, query, semantics)[0]
        if kind == "EE":
            return solver.extension_enumeration(names, pairs, semantics)
        if kind == "CE":
            return solver.extension_counting(names, pairs, semantics)
        found = solver.compute_some_extension(names, pairs, semantics)
        return None if found == "NO" else found

    return solve


def py_arg(count: int, attacks: list[tuple[int, int]]) -> Solve:
    """PyArg, which enumerates; where it has no function for a task, it is decided from what it enumerates."""
    from py_arg.abstract_argumentation_classes.abstract_argumentation_framework import AbstractArgumentationFramework
    from py_arg.abstract_argumentation_classes.argument import Argument
    from py_arg.abstract_argumentation_classes.defeat import Defeat
    from py_arg.algorithms.semantics.get_grounded_extension import get_grounded_extension
    from py_arg.algorithms.semantics.get_ideal_extension import get_ideal_extension
    from py_arg.algorithms.semantics.get_preferred_extensions import get_preferred_extensions
    from py_arg.algorithms.semantics.get_semistable_extensions import get_semistable_extensions
    from py_arg.algorithms.semantics.get_stable_extensions import get_stable_extensions

    sys.setrecursionlimit(1_000_000)  # it goes a level deeper for each argument
    arguments = [Argument(str(number)) for number in range(1, count + 1)]
    defeats = [Defeat(arguments[source - 1], arguments[target - 1]) for source, target in attacks]
    framework = AbstractArgumentationFramework("", arguments, defeats)
    all_of = {"PR": get_preferred_extensions, "ST": get_stable_extensions, "SST": get_semistable_extensions}

    def solve(task: str, query: str | None) -> Any:
        kind, _, semantics = task.partition("-")
        if semantics == "GR":
            return [argument.name for argument in get_grounded_extension(framework)]
        if semantics == "ID":
            return [argument.name for argument in get_ideal_extension(framework)[0]]
        found = all_of[semantics](framework)
        if kind == "DC":
            return any(Argument(query) in extension for extension in found)
        if kind == "DS":
            return all(Argument(query) in extension for extension in found)
        if kind == "CE":
            return len(found)
        members = [[argument.name for argument in extension] for extension in found]
        return members if kind == "EE" else next(iter(members), None)

    return solve


SOLVERS = {"pygarg": pygarg, "PyArg": py_arg}


def serve(name: str) -> None:
    """Answer questions on standard input until it ends."""
    answers = sys.stdout
    built: tuple[str, Solve] | None = None
    SOLVERS[name](1, [])("SE-PR", None)  # imports everything
    print("ready", file=answers, flush=True)
    for line in sys.stdin:
        question = json.loads(line)
        if built is None or built[0] != question["path"]:
            built = question["path"], SOLVERS[name](*numbers(question["path"]))
        print("built", file=answers, flush=True)
        with contextlib.redirect_stdout(sys.stderr):
            start = time.process_time()
            try:
                found = built[1](question["task"], question["query"])
            except (RecursionError, MemoryError) as error:
                found = error
            seconds = time.process_time() - start
        if isinstance(found, Exception):
            reply: dict[str, Any] = {"error": type(found).__name__}
        else:
            reply = {"seconds": seconds, "answer": digest(found) if question["task"][:2] == "EE" else found}
        print(json.dumps(reply), file=answers, flush=True)


class Peer:
    """A solver in a process of its own, which is ended where it takes too long, and begun anew."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._process: subprocess.Popen[str] | None = None
        self._lines: queue.Queue[str] = queue.Queue()

    def ask(self, path: str, task: str, query: str | None, limit: float) -> dict[str, Any]:
        """Return the reply: seconds and answer, or what went wrong: `timeout` or the name of an error."""
        if self._process is None:
            self._begin()
        assert self._process is not None
        assert self._process.stdin is not None
        try:
            print(json.dumps({"path": path, "task": task, "query": query}), file=self._process.stdin, flush=True)
            self._lines.get(timeout=START)
            reply: dict[str, Any] = json.loads(self._lines.get(timeout=limit) or '{"error": "it ended"}')
        except (queue.Empty, BrokenPipeError, ValueError) as error:
            self.close()
            return {"error": "timeout" if isinstance(error, queue.Empty) else "it ended"}
        if reply.get("error") == "it ended":
            self.close()
        return reply

    def _begin(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.peers", self.name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        lines = self._lines = queue.Queue()
        output = self._process.stdout
        assert output is not None

        def pump() -> None:
            for line in output:
                lines.put(line)
            lines.put("")

        threading.Thread(target=pump, daemon=True).start()
        self._lines.get(timeout=START)

    def close(self) -> None:
        """End the process, if there is one."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                with contextlib.suppress(OSError):
                    if stream is not None:
                        stream.close()
        self._process = None


if __name__ == "__main__":
    serve(sys.argv[1])
