"""What a map costs in the classroom, and how that grows: `python -m tests.bench.classroom`.

Maps of 8, 60, 1,000 and 10,000 claims, and the flagship: a worksheet, a quiz, a flow, a comparison with the map itself
and with a changed one, what changed, a merge, and a whole lesson in one look, in seconds of this processor and of the
programs it starts. `--claims` and `--no-lesson` make it shorter.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
from collections.abc import Callable
from pathlib import Path

import argmap
from argmap.changes import merge
from argmap.classroom.exercises import exercise
from argmap.classroom.lesson import lesson
from argmap.errors import ArgmapError
from tests.bench.debates import debate

CLAIMS = (8, 60, 1_000, 10_000)
QUESTIONS = 12


def changed(m: argmap.ArgumentMap, every: int, word: str) -> argmap.ArgumentMap:
    """The map with another word in some claims."""
    copy = m.copy()
    for claim in list(copy.claims)[::every]:
        copy.replace(claim, text=f"{claim.text} {word}")
    return copy


def works(m: argmap.ArgumentMap, *, has_lesson: bool) -> dict[str, Callable[[], object]]:
    """What is measured, by its name."""
    ours, theirs = changed(m, 7, "indeed"), changed(m, 11, "perhaps")

    def write_lesson() -> None:
        with tempfile.TemporaryDirectory() as folder:
            lesson(m, Path(folder, "lesson"), looks=["standard"])

    found: dict[str, Callable[[], object]] = {
        "exercise": lambda: exercise(m, "rank_by_strength"),
        "quiz": lambda: m.quiz(QUESTIONS),
        "flow": lambda: m.flow("pf"),
        "compare": lambda: ours.compare(m),
        "diff": lambda: m.diff(ours),
        "merge": lambda: merge(m, ours, theirs),
    }
    return found | {"lesson": write_lesson} if has_lesson else found


def seconds(work: Callable[[], object]) -> float:
    """Seconds of processors that a piece of work takes, with those of the programs it starts."""
    before = _used()
    work()
    return _used() - before


def _used() -> float:
    each = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in each)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, nargs="*", default=list(CLAIMS), help="how many claims maps have")
    parser.add_argument("--no-lesson", action="store_true", help="leave the lesson out")
    given = parser.parse_args()
    maps = [debate(count, seed=1) for count in given.claims] + [argmap.datasets.open_vs_closed()]
    maps.sort(key=lambda m: len(m.claims) + len(m.arguments))
    for m in maps:
        print(f"{len(m.claims):,} claims, {len(m.arguments):,} arguments")
        for name, work in works(m, has_lesson=not given.no_lesson).items():
            try:
                print(f"  {name:9}{seconds(work):9.3f} s", flush=True)
            except ArgmapError as error:
                print(f"  {name:9}not made: {error}", flush=True)


if __name__ == "__main__":
    main()
