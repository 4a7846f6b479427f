"""Checks: false alarms on well-made maps, and speed.

`python -m tests.bench.checks` prints for a set of well-made maps how many findings a hundred claims each rule has at the
profile `standard`, and lists the findings, to be read. The maps are those that come with argmap, those of the tests that
are meant to be good, and, where they are beside the project, the example debates of the Argdown repository.

`python -m tests.bench.checks --speed 1000 10000 100000` asks all rules, also those that no profile has, about made-up
debates of so many claims, and prints the time in all and a claim, and the slowest rules.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

import argmap
from argmap.check import Report, Settings, Subject, all_rules, check, find
from argmap.evaluate import grounded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argmap.model import ArgumentMap

ROOT = Path(__file__).parents[2]
EXPERTS = ROOT.parent / "shared" / "data" / "argdown" / "repo-files"
EXPERT_FILES = (
    "examples__Populism-Core-Argument-Argdown-Example.argdown",
    "examples__argdown-primer.argdown",
    "examples__greenspan-schefczyk_hardwrap.argdown",
    "examples__legalisation-softdrugs.argdown",
    "examples__semmelweis_betz.argdown",
    "examples__state-censorship.argdown",
    "packages__argdown-core__test__veggie_debate.argdown",
)
"""Debates that philosophers rebuilt as examples of Argdown."""


def expert_maps() -> Iterator[tuple[str, ArgumentMap]]:
    """The example debates of the Argdown repository, where they are there."""
    for name in EXPERT_FILES:
        path = EXPERTS / name
        if path.is_file():
            yield name.removeprefix("examples__"), argmap.read(path)


def own_maps() -> Iterator[tuple[str, ArgumentMap]]:
    """The maps that come with argmap, and those of the tests that are meant to be good."""
    for path in sorted((ROOT / "argmap" / "datasets").glob("*.argdown")):
        yield path.name, argmap.read(path)
    for path in sorted((ROOT / "tests" / "check" / "debates" / "good").glob("*.argdown")):
        yield path.name, argmap.read(path)


def alarms(profile: str, *, listed: bool) -> None:
    """Print the findings a hundred claims for each set of maps."""
    for title, maps in (("expert maps", list(expert_maps())), ("own maps", list(own_maps()))):
        claims = sum(len(m.claims) for _, m in maps)
        if not claims:
            print(f"{title}: they are not here.")
            continue
        reports = [(name, check(m, settings=Settings(profile=profile), labelling=grounded)) for name, m in maps]
        whole = Report(tuple(each for _, report in reports for each in report.files))
        per = 100 / claims
        print(
            f"{title}: {len(maps)} maps, {claims} claims, {len(whole)} findings, {len(whole) * per:.1f} per 100 claims"
        )
        names = {finding.code: finding.name for finding in whole}
        for code, count in Counter(finding.code for finding in whole).most_common():
            print(f"  {code} {names[code]:<32} {count:>4} {count * per:>6.2f} per 100 claims")
        if listed:
            for name, report in reports:
                for finding in report:
                    line = f":{finding.place.line}" if finding.place else ""
                    print(f"    {name}{line}: {finding.code} {finding.message}")
        print()


def speed(sizes: list[int], rounds: int) -> None:
    """Print how long all rules take on made-up debates of these sizes."""
    from tests.bench.debates import debate

    everything = Settings(select=("all",))
    before = 0.0
    for size in sizes:
        text = debate(size, words=20_000).to_argdown()
        m = argmap.parse(text).map
        best = float("inf")
        for _ in range(rounds):
            m = m.copy()  # forgets what it worked out before
            with progress(f"{len(m.claims):,} claims", len(everything.codes())) as tell:
                start = time.perf_counter()
                found, _ = find(m, everything, labelling=grounded, tell=tell)
                best = min(best, time.perf_counter() - start)
        each = best / len(m.claims) * 1e6
        ratio = f", {each / before:.2f} times the size before" if before else ""
        print(f"{len(m.claims):>7,} claims: {best:6.2f} s, {each:5.1f} µs a claim{ratio}; {len(found):,} findings")
        before = each
    print("slowest rules on the last (what several rules share is counted with the first that asks for it):")
    subject = Subject(m.copy(), labelling=grounded)
    spent = []
    for rule in all_rules():
        if rule.needs == "report":
            continue
        start = time.perf_counter()
        count = sum(1 for _ in rule.run(subject))
        spent.append((time.perf_counter() - start, rule, count))
    for seconds, rule, count in sorted(spent, key=lambda one: -one[0])[:15]:
        print(f"  {rule.code} {rule.name:<32} {seconds * 1e6 / len(m.claims):6.2f} µs a claim, {count:,} findings")


@contextmanager
def progress(label: str, rules: int) -> Iterator[Callable[[], None] | None]:
    """Show on a terminal how many rules were asked, and nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=rules, label=label, file=sys.stderr) as bar:
        yield lambda: bar.update(1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--profile", default="standard")
    parser.add_argument("--count", action="store_true", help="print the counts and not the findings")
    parser.add_argument("--speed", nargs="*", type=int, metavar="CLAIMS", help="measure speed instead")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if options.speed is not None:
        speed(options.speed or [1_000, 10_000, 100_000], options.rounds)
    else:
        alarms(options.profile, listed=not options.count)


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
