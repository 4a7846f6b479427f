"""Abstract argumentation, beside other Python solvers: `python -m tests.bench.solve`.

Nine problems are asked of made-up frameworks (`tests.bench.frameworks`), or of the files in a folder, of argmap and of
the solvers of the group `peers` that are installed. The time is what the task alone takes of the processor, in a process
that has imported everything and built the framework; argmap's is built anew for each task, so that nothing found for
one helps the next. The limit is by the clock. After its first timeout on a task, a solver is not asked it of a larger
framework of the same kind (in a folder: of the same folder). Answers are held against each other, and every extension
against its definition.
"""

from __future__ import annotations

import argparse
import importlib.util
import io
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from argmap.evaluate.dung import Framework
from tests.bench.frameworks import KINDS, SEED, made
from tests.bench.peers import MODULES, TASKS, Peer, digest

SIZES = (100, 300, 1_000, 10_000, 100_000)
QUICK = (8, 16)
LIMIT = 60.0
MANY = 1_000_000
LISTING = 1_000
"""Up to how many arguments all extensions are asked for: there are exponentially many."""
OURS = "argmap"


@dataclass
class Case:
    """A framework to ask about.

    Attributes:
        name: What to call it.
        kind: What it is like.
        framework: The framework, its arguments called 1, 2, 3 ...
        query: The argument that DC and DS ask about.
    """

    name: str
    kind: str
    framework: Framework
    query: str = ""

    def fresh(self) -> Framework:
        """Return the framework without anything that was found out about it."""
        of = self.framework
        return Framework.from_positions(of.arguments, of.sources, of.targets)


@dataclass
class Run:
    """What came of one task.

    Attributes:
        seconds: By solver and case, for what was solved.
        missed: By solver and case, what went wrong.
    """

    task: str
    cases: list[str] = field(default_factory=list)
    seconds: dict[str, dict[str, float]] = field(default_factory=dict)
    missed: dict[str, dict[str, str]] = field(default_factory=dict)

    def took(self, who: str, case: str, seconds: float) -> None:
        self.seconds.setdefault(who, {})[case] = seconds

    def failed(self, who: str, case: str, why: str) -> None:
        self.missed.setdefault(who, {})[case] = why


def cases(sizes: tuple[int, ...], seed: int) -> Iterator[Case]:
    """Yield made-up frameworks in the order of size."""
    for size in sizes:
        for kind in KINDS:
            yield _asked(f"{kind} {size:,}", kind, made(kind, size, seed), seed)


def files(folder: Path, seed: int) -> Iterator[Case]:
    """Yield the frameworks in a folder, in the order of size."""
    found = [path for path in sorted(folder.rglob("*")) if path.suffix in (".af", ".i23", ".apx", ".tgf")]
    read = [(path, Framework.read(path)) for path in found]
    for path, framework in sorted(read, key=lambda each: (len(each[1]), len(each[1].sources))):
        numbered = [str(number) for number in range(1, len(framework) + 1)]
        again = Framework.from_positions(numbered, framework.sources, framework.targets)
        yield _asked(path.relative_to(folder).as_posix(), str(path.parent), again, seed)


def _asked(name: str, kind: str, framework: Framework, seed: int) -> Case:
    """Return a case; it asks about an argument that the grounded extension leaves open, if there is one."""
    accepted = framework.extension("grounded").value or frozenset()
    inside = np.zeros(len(framework), bool)
    inside[[framework.position(each) for each in accepted]] = True
    settled = inside.copy()
    settled[framework.targets[inside[framework.sources]]] = True
    choice = np.flatnonzero(~settled) if not settled.all() else np.arange(len(framework))
    if not len(choice):
        return Case(name, kind, framework)
    return Case(name, kind, framework, framework.arguments[np.random.default_rng(seed).choice(choice)])


def solve(framework: Framework, task: str, query: str, limit: float) -> tuple[float, Any, bool]:
    """Return how long a task took argmap, the answer, and whether it is known."""
    kind, _, semantics = task.partition("-")
    start = time.process_time()
    if kind in ("DC", "DS"):
        mode = "credulous" if kind == "DC" else "sceptical"
        decided = framework.accepts(query, semantics, mode, time_limit=limit)
        return time.process_time() - start, decided.value, decided.is_known
    if kind == "SE":
        some = framework.extension(semantics, time_limit=limit)
        return time.process_time() - start, some.value, some.is_known
    if kind == "CE":
        number = framework.count(semantics, time_limit=limit)
        return time.process_time() - start, number.value, number.is_known
    every = framework.extensions(semantics, time_limit=limit)
    found = list(every)
    seconds = time.process_time() - start
    return seconds, digest(found), every.is_complete


def shown(framework: Framework, task: str, answer: Any) -> Any:
    """Return what two right answers share; of an extension that is not the only one, whether it is there.

    Raises:
        AssertionError: The extension does not fit its definition.
    """
    if task[:2] != "SE" or answer is None:
        return answer
    inside = np.zeros(len(framework), bool)
    inside[[framework.position(str(each)) for each in answer]] = True
    attacked = np.zeros(len(framework), bool)
    attacked[framework.targets[inside[framework.sources]]] = True
    assert not (inside & attacked).any(), f"{task}: members attack each other"
    hostile = framework.sources[inside[framework.targets]]
    assert attacked[hostile].all(), f"{task}: a member is not defended"
    if task == "SE-ST":
        assert (inside | attacked).all(), f"{task}: an argument is neither inside nor attacked"
    if task in ("SE-ID", "SE-GR"):
        return digest([answer])
    return "there is one"


def measure(
    found: list[Case], limit: float, peers: list[str], progress: Callable[[str], None]
) -> tuple[list[Run], int]:
    """Ask everything of everybody; return what came of it, and how many answers were held against another.

    Ctrl-C ends it early, with what there is so far.
    """
    runs = [Run(task) for task in TASKS]
    asked = {name: Peer(name) for name in peers}
    stopped: set[tuple[str, str, str]] = set()
    compared = 0
    for task in TASKS:
        solve(Framework.parse("p af 2\n1 2\n2 1\n"), task, "1", limit)  # imports everything
    with tempfile.TemporaryDirectory() as folder:
        try:
            for case in found:
                path = Path(folder, "case.af")
                # Another name, so that a peer that keeps a framework does not keep the wrong one.
                path = path.with_stem(f"case{found.index(case)}")
                case.framework.write(path)
                for run in runs:
                    if run.task[0] in "EC" and len(case.framework) > LISTING:
                        continue
                    run.cases.append(case.name)
                    answers = {}
                    for who in (OURS, *peers):
                        if (who, run.task, case.kind) in stopped:
                            run.failed(who, case.name, "not asked")
                            continue
                        progress(f"{case.name}: {run.task} {who}")
                        reply = _ask(case, run.task, limit, asked.get(who), str(path))
                        if "error" in reply:
                            run.failed(who, case.name, reply["error"])
                            stopped.add((who, run.task, case.kind))
                        else:
                            run.took(who, case.name, reply["seconds"])
                            answers[who] = shown(case.framework, run.task, reply["answer"])
                    if len(set(map(str, answers.values()))) > 1:
                        raise AssertionError(f"{case.name}: {run.task}: the answers differ: {answers}")
                    compared += max(0, len(answers) - 1)
        except KeyboardInterrupt:
            print("Interrupted: this is what there is so far.", file=sys.stderr)
        finally:
            for peer in asked.values():
                peer.close()
            progress("")
    return runs, compared


def _ask(case: Case, task: str, limit: float, peer: Peer | None, path: str) -> dict[str, Any]:
    if peer is not None:
        return peer.ask(path, task, case.query, limit)
    seconds, answer, is_known = solve(case.fresh(), task, case.query, limit)
    return {"seconds": seconds, "answer": answer} if is_known else {"error": "timeout"}


def table(runs: list[Run], peers: list[str]) -> Iterator[str]:
    """Yield a line for each task and solver, and what argmap did not solve."""
    yield f"{'task':<8}{'solver':<8}{'solved':>10}{'median s':>10}{'sum s':>9}{'times argmap':>14}{'on':>5}"
    for run in runs:
        ours = run.seconds.get(OURS, {})
        for who in (OURS, *peers):
            theirs = run.seconds.get(who, {})
            line = f"{run.task:<8}{who:<8}{len(theirs):>6}/{len(run.cases):<3}"
            if theirs:
                line += f"{statistics.median(theirs.values()):>10.4f}{sum(theirs.values()):>9.2f}"
            both = [case for case in theirs if case in ours]
            if who != OURS and both:
                line += f"{statistics.median(theirs[case] / ours[case] for case in both):>14.1f}{len(both):>5}"
            missed = run.missed.get(who, {})
            why = {name: list(missed.values()).count(name) for name in dict.fromkeys(missed.values())}
            yield f"{line}{'   ' + ', '.join(f'{count} {name}' for name, count in why.items()) if why else ''}".rstrip()
    for run in runs:
        late = [case for case, why in run.missed.get(OURS, {}).items() if why == "timeout"]
        if late:
            yield f"{OURS} ran out of time on {run.task} of {'; '.join(late)}"
        for who in peers:
            for case in set(run.seconds.get(who, {})) - set(run.seconds.get(OURS, {})):
                yield f"{who} solved {run.task} of {case}, and argmap did not."


def large(attacks: int, seed: int) -> Iterator[str]:
    """Yield how long reading takes, and the grounded extension, with so many attacks."""
    random = np.random.default_rng(seed)
    count = max(2, attacks // 10)
    ends = np.sort(random.integers(0, count, (attacks, 2)), axis=1)
    framework = Framework.from_positions(list(map(str, range(1, count + 1))), ends[:, 0], ends[:, 1])
    yield f"{framework!r}"
    for form in ("iccma", "apx", "tgf"):
        data = framework.to_text(form).encode()
        start = time.process_time()
        Framework.read(io.BytesIO(data), form)
        yield f"  reading {form}, {len(data) / 1e6:.1f} MB: {time.process_time() - start:.2f} s"
    start = time.process_time()
    accepted = framework.extension("grounded").value
    assert accepted is not None
    yield f"  grounded extension, {len(accepted):,} arguments: {time.process_time() - start:.2f} s"


def tell(message: str) -> None:
    """Show on a terminal what is being asked, and nothing elsewhere."""
    if sys.stderr.isatty():
        print(f"\r\033[K{message}", end="", file=sys.stderr, flush=True)


def main(words: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, help="a folder of frameworks to ask about instead")
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES, metavar="ARGUMENTS")
    parser.add_argument("--limit", type=float, default=LIMIT, metavar="SECONDS", help="for each task (%(default)s)")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--quick", action="store_true", help="small frameworks only")
    parser.add_argument("--alone", action="store_true", help="argmap without its peers")
    parser.add_argument("--json", action="store_true", help="print the seconds for a program")
    options = parser.parse_args(words)
    peers = [] if options.alone else [name for name, module in MODULES.items() if _is_here(module)]
    sizes = QUICK if options.quick else tuple(options.sizes)
    tell("making frameworks")
    found = list(files(options.folder, options.seed) if options.folder else cases(sizes, options.seed))
    runs, compared = measure(found, options.limit, peers, tell)
    if options.json:
        print(json.dumps([vars(run) for run in runs], indent=2))
        return
    if not options.alone:
        for name in MODULES.keys() - set(peers):
            print(f"{name} is not here: install the group peers.", file=sys.stderr)
    print(
        f"{len(found)} frameworks, at most {options.limit:g} s for a task; the time is what the task alone takes of the "
        "processor. After its first timeout on a task, a solver is not asked it of a larger framework of the same kind. "
        f"All extensions are asked for up to {LISTING:,} arguments only."
    )
    for line in table(runs, peers):
        print(line)
    print(f"{compared:,} answers were held against argmap's or a peer's, and agree.")
    for line in large(10_000 if options.quick else MANY, options.seed):
        print(line)


def _is_here(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False


if __name__ == "__main__":
    main()
