"""BAL102."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge, Le

from argmap.check.graph.stances import called, depths, extremes, place, points
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@dataclass(frozen=True)
class Options:
    """What counts as shallow."""

    ratio: Annotated[float, Ge(0), Le(1)] = 0.5
    least_points: Annotated[int, Ge(1)] = 3


@rule("BAL102", Severity.INFO, options=Options, profiles=("strict", "debate"))
def shallow_side(subject: Subject, options: Options) -> Iterator[Found]:
    """One side is thought through less deeply than the other.

    ## What it does

    Measures how many steps the points of each side stand from the thesis, on average: a direct reason stands one step
    from it, a reason for that reason two.

    ## Why it matters

    A side whose reasons all hang directly on the thesis has been listed, not discussed: nobody asked why these reasons
    hold, and nobody answered what the others said. Develop its reasons, and let it reply.

    ## Flagged

    ```argdown
    ===
    title: Should school begin at nine?  # finding: BAL102
    ===

    [Nine]: School should begin at nine.
      + [Sleep]: Young people sleep too little.
        + [Clock]: Their inner clock runs late.
          + [Study]: Hormones of the night come later at fifteen.
            + [Samples]: Samples of saliva show it.
              + [Many]: The samples come from many countries.
      - [Buses]: The buses are needed earlier.
      - [Parents]: Parents go to work at eight.
      - [Sport]: The clubs train in the afternoon.
    ```

    ## Accepted

    ```argdown
    [Nine]: School should begin at nine.
      + [Sleep]: Young people sleep too little.
        + [Clock]: Their inner clock runs late.
          - [Evening]: They go to bed later, whenever school begins.
            + [Screens]: Screens keep them up.
      + [Calm]: Mornings are calmer at nine.
      - [Buses]: The buses are needed earlier.
      - [Sport]: The clubs train in the afternoon.
    ```

    ## Options

    - `ratio`: how many times the average of the deeper side the average of the other must reach (default 0.5).
    - `least-points`: how many points each of the two must have (default 3).
    """
    depth = subject.shared(depths)
    means = {}
    for side, some in subject.shared(points).items():
        found = [depth[record.id] for record in some if record.id in depth]
        if len(found) >= options.least_points:
            means[side] = sum(found) / len(found)
    sides = extremes(means)
    if sides is not None and means[sides[0]] < options.ratio * means[sides[1]]:
        shallow, deep = sides
        yield Found(
            None,
            f"The points {called(subject, shallow)} stand {means[shallow]:.1f} steps from the thesis on average, those "
            f"{called(subject, deep)} {means[deep]:.1f}. Say why the reasons of the first hold, and let it answer.",
            place(subject, shallow),
        )
