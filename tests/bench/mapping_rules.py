"""How often the rabbit and holding-hands rules are wrong, and how often they catch a spoilt argument.

    python -m tests.bench.mapping_rules [FOLDER]

FOLDER holds the debates of experts, as Argdown files; by default those beside the project, if they are there. Every
step of every argument is spoilt in turn: its conclusion is swapped for one of another debate or of the same debate, or
one premise is dropped.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from argmap.check.graph.inferences import Inference, inferences
from argmap.check.subject import Subject
from argmap.check.words.mapping import has_enough, holding_hands, rabbit, terms, together
from argmap.text import parse

FOLDER = Path(__file__).parents[2].parent / "shared" / "data" / "argdown" / "repo-files"
LEVELS = (1.0, 0.75, 0.5, 0.34)
OTHERS = 5
"""With how many conclusions of other debates each step is tried."""

Terms = frozenset[str]


class Step(NamedTuple):
    """The terms of one step, and the debate it is from."""

    debate: str
    premises: list[Terms]
    conclusion: Terms


class Rates(NamedTuple):
    """The share of steps whose score is below a level."""

    level: float
    rabbit: float
    other_debate: float
    same_debate: float
    dropped: float
    hands: float
    hands_dropped: float


def files(folder: Path) -> list[Path]:
    """The debates of experts in a folder, each once."""
    return sorted(folder.glob("examples__*.argdown"))


def steps(paths: list[Path]) -> list[Step]:
    """The steps in which all is worded."""
    found = []
    for path in paths:
        subject = Subject(parse(path.read_text("utf-8"), path.name).map)
        found += [_step(path.name, each, subject) for each in inferences(subject) if has_enough(each)]
    return found


def rates(all_steps: list[Step], level: float) -> Rates:
    """The shares of steps, whole and spoilt, that are below a level."""

    def rabbits(some: list[Step]) -> float:
        return _share([rabbit(each.premises, each.conclusion).score < level for each in some])

    def hands(some: list[Step]) -> float:
        return _share([_hands(each) < level for each in some])

    dropped = list(_dropped(all_steps))
    return Rates(
        level,
        rabbits(all_steps),
        rabbits(list(_swapped(all_steps, same=False))),
        rabbits(list(_swapped(all_steps, same=True))),
        rabbits(dropped),
        hands(all_steps),
        hands(dropped),
    )


def _step(debate: str, inference: Inference, subject: Subject) -> Step:
    return Step(debate, [terms(claim, subject) for claim in inference.premises], terms(inference.conclusion, subject))


def _hands(step: Step) -> float:
    return together(holding_hands(step.premises, step.conclusion), step.premises)


def _swapped(all_steps: list[Step], *, same: bool) -> Iterator[Step]:
    for place, step in enumerate(all_steps):
        turned = all_steps[place + 1 :] + all_steps[:place]
        others = [
            each for each in turned if (each.debate == step.debate) is same and each.conclusion != step.conclusion
        ]
        # Spread evenly, so that every run tries the same.
        count = 1 if same else OTHERS
        for number in range(min(count, len(others))):
            yield step._replace(conclusion=others[number * len(others) // count].conclusion)


def _dropped(all_steps: list[Step]) -> Iterator[Step]:
    for step in all_steps:
        if len(step.premises) > 1:
            for number in range(len(step.premises)):
                yield step._replace(premises=step.premises[:number] + step.premises[number + 1 :])


def _share(hits: list[bool]) -> float:
    return sum(hits) / len(hits) if hits else 0.0


def main() -> None:
    """Print the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    found = steps(files(folder))
    if not found:
        print("There are no debates of experts here.")
        return
    print(f"{len(found)} steps; share below the level, in percent")
    print(f"{'level':>6} {'rabbit':>8} {'other':>8} {'same':>8} {'dropped':>8} {'hands':>8} {'dropped':>8}")
    for level in LEVELS:
        row = rates(found, level)
        print(f"{level:6.2f} " + " ".join(f"{100 * share:8.0f}" for share in row[1:]))


if __name__ == "__main__":
    main()
