"""CLS114."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge

from argmap.check.authors import authors
from argmap.check.graph.stances import called, stances
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.model.records import Argument, Claim


@dataclass(frozen=True)
class Options:
    """The task."""

    one_side_each: bool = False
    least_points: Annotated[int, Ge(1)] = 2


@rule("CLS114", Severity.INFO, options=Options, profiles=("classroom",))
def stance_unclear(subject: Subject, options: Options) -> Iterator[Found]:
    """An author speaks for both sides, and does not say in which role.

    ## What it does

    Looks for authors (inline data `author`) who have points on more than one side. Points with a `role` in their inline
    data are left alone: in many exercises pupils change sides on purpose. Nothing is found until the teacher sets
    `one-side-each`.

    ## Why it matters

    In a debate with fixed sides everybody must know whom they answer. Whoever has changed sides should say so: it is
    no shame to be convinced.

    ## Flagged

    ```argdown
    ===
    title: Should we have a class pet?
    check: {rules: {stance-unclear: {one-side-each: true, least-points: 1}}}
    ===

    [Pet]: Our class should have a pet.
      + [Care]: A pet teaches us to care.
        {author: Ada}
      - [Holidays]: Nobody can feed it in the holidays.
        {author: Ada}  // finding: CLS114
    ```

    ## Accepted

    ```argdown
    ===
    title: Should we have a class pet?
    check: {rules: {stance-unclear: {one-side-each: true, least-points: 1}}}
    ===

    [Pet]: Our class should have a pet.
      + [Care]: A pet teaches us to care.
        {author: Ada}
      - [Holidays]: Nobody can feed it in the holidays.
        {author: Ada, role: devil's advocate}
    ```

    ## Options

    - `one-side-each`: whether every author is to keep to one side (default false).
    - `least-points`: how many points on a second side are too many (default 2).
    """
    if not options.one_side_each:
        return
    side_of = subject.shared(stances)
    for name, some in subject.shared(authors).items():
        by_side: dict[str, list[Claim | Argument]] = {}
        for record in some:
            if record.id in side_of and "role" not in record.data:
                by_side.setdefault(side_of[record.id], []).append(record)
        if len(by_side) < 2:
            continue
        # The first side is the one with most points; of equal ones the first.
        home, second = sorted(by_side, key=lambda side: -len(by_side[side]))[:2]
        if len(by_side[second]) >= options.least_points:
            record = by_side[second][0]
            yield Found(
                record,
                f"{name} has {_points(len(by_side[home]))} {called(subject, home)} and {len(by_side[second]):,} "
                f"{called(subject, second)}. Ask which side is meant, or write a role behind them.",
                subject.places.of_data(record, "author"),
            )


def _points(count: int) -> str:
    return "1 point" if count == 1 else f"{count:,} points"
