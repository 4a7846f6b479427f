"""BAL108."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge, Le

from argmap.check.data_values import number
from argmap.check.graph.stances import called, extremes, place, points
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@dataclass(frozen=True)
class Options:
    """What counts as a difference."""

    difference: Annotated[float, Ge(0), Le(1)] = 0.4
    least_weights: Annotated[int, Ge(1)] = 2


@rule("BAL108", Severity.INFO, options=Options)
def weight_asymmetry(subject: Subject, options: Options) -> Iterator[Found]:
    """The points of one side are all given much more weight.

    ## What it does

    Compares the average of the weights (inline data `weight`, from 0 to 1) that the points of each side have.

    ## Why it matters

    Weights are opinions. If every reason of one side is strong and every reason of the other weak, the result was fixed
    before anything was weighed. It may be right; then say for each weight what it rests on.

    ## Flagged

    ```argdown
    ===
    title: Should the library open on Sundays?  # finding: BAL108
    ===

    [Sundays]: The library should open on Sundays.
      + [Time]: On Sundays people have time to read.
        {weight: 0.9}
      + [Quiet]: Pupils find a quiet place to learn.
        {weight: 0.8}
      - [Staff]: The staff need a free day.
        {weight: 0.2}
      - [Cost]: Work on Sundays costs more.
        {weight: 0.3}
    ```

    ## Accepted

    ```argdown
    [Sundays]: The library should open on Sundays.
      + [Time]: On Sundays people have time to read.
        {weight: 0.9}
      + [Quiet]: Pupils find a quiet place to learn.
        {weight: 0.4}
      - [Staff]: The staff need a free day.
        {weight: 0.7}
      - [Cost]: Work on Sundays costs more.
        {weight: 0.3}
    ```

    ## Options

    - `difference`: how much the averages may differ, from 0 to 1 (default 0.4).
    - `least-weights`: how many weighted points each of the two must have (default 2).
    """
    means = {}
    for side, some in subject.shared(points).items():
        given = [number(record.data.get("weight")) for record in some]
        weights = [weight for weight in given if weight is not None and 0 <= weight <= 1]
        if len(weights) >= options.least_weights:
            means[side] = sum(weights) / len(weights)
    sides = extremes(means)
    # The sum of decimal fractions may be a hair too large.
    if sides is not None and means[sides[1]] - means[sides[0]] > options.difference + 1e-9:
        light, heavy = sides
        yield Found(
            None,
            f"The points {called(subject, heavy)} weigh {means[heavy]:.2f} on average, those {called(subject, light)} "
            f"{means[light]:.2f}. Say what these weights rest on.",
            place(subject, light),
        )
