"""BAL101."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge, Le

from argmap.check.graph.stances import called, extremes, has_sides, place, points, stances
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@dataclass(frozen=True)
class Options:
    """What counts as one-sided."""

    share: Annotated[float, Ge(0), Le(1)] = 1 / 3
    least_points: Annotated[int, Ge(1)] = 6


@rule("BAL101", Severity.WARNING, options=Options)
def one_sided(subject: Subject, options: Options) -> Iterator[Found]:
    """One side has far fewer points than the other.

    ## What it does

    Counts the points of each side: its arguments, and its claims that are not part of one; the thesis is not counted.
    An argument is one point, however many premises are spelt out. The sides are those that the map declares (inline
    data `side`). Without any, a point is for or against the thesis: a reason for a reason is for it, an objection
    against an objection as well. A map without sides in which nobody speaks against the thesis is a case for it and not
    a debate, and is not counted.

    ## Why it matters

    A map with nine reasons for one side and two for the other looks as if the question were settled. It may be that
    nobody has looked for the rest. Write down the best reasons of the short side before you judge.

    ## Flagged

    ```argdown
    ===
    title: Should the town close its centre to cars?  # finding: BAL101
    ===

    [Close]: The town should close its centre to cars.
      + [Air]: The air gets better.
      + [Noise]: The centre gets quiet.
      + [Safety]: Children can walk to school alone.
      + [Room]: There is room for trees.
      + [Cafés]: The cafés get more guests.
      - [Shops]: The shops lose customers.
    ```

    ```argdown
    ===
    sides:
      close: Close the centre
      open: Keep it open  # finding: BAL101
    ===

    [Close]: The town should close its centre to cars.
      {side: close}
      + <Air>: The air gets better.
        {side: close}
      + <Noise>: The centre gets quiet.
        {side: close}
      + <Safety>: Children can walk to school alone.
        {side: close}
      + <Room>: There is room for trees.
        {side: close}
      + <Cafés>: The cafés get more guests.
        {side: close}
      - <Shops>: The shops lose customers.
        {side: open}
    ```

    ## Accepted

    Twice as many points are not far more:

    ```argdown
    [Close]: The town should close its centre to cars.
      + [Air]: The air gets better.
      + [Noise]: The centre gets quiet.
        - [Deliveries]: Vans may still come.
      + [Safety]: Children can walk to school alone.
      + [Room]: There is room for trees.
      - [Shops]: The shops lose customers.
    ```

    An argument is one point, also if its premises are spelt out:

    ```argdown
    [Close]: The town should close its centre to cars.
      - <Shops>: The shops lose customers.
      - <Buses>: There are too few buses.

    <Air>

    (1) [Foul]: Cars foul the air.
    (2) [Lungs]: Foul air harms the lungs.
    (3) [Health]: What harms the lungs should be kept out of the centre.
    (4) [Children]: Children play in the centre.
    (5) [Schools]: There are two schools in the centre.
    (6) [Measured]: The air was measured at both.
    (7) [Limits]: It was worse than the law allows.
    ----
    (8) [Close]
    ```

    A case for a thesis is no debate:

    ```argdown
    [Close]: The town should close its centre to cars.
      + [Air]: The air gets better.
        + [Fewer cars]: Fewer cars drive in the centre.
      + [Noise]: The centre gets quiet.
      + [Safety]: Children can walk to school alone.
      + [Room]: There is room for trees.
      + [Cafés]: The cafés get more guests.
    ```

    ## Options

    - `share`: the points of the short side as a share of those of the long one, below which it is found (default 1/3).
    - `least-points`: how many points the sides must have together (default 6).
    """
    index = subject.index
    steps = [index.edges["premise"].out_offsets, index.edges["conclusion"].in_offsets]
    steps.append(index.edges["intermediate"].in_offsets)
    counts = dict.fromkeys(subject.shared(points), 0)
    for side, some in subject.shared(points).items():
        for record in some:
            at = index.position[record.id]
            counts[side] += all(offsets[at] == offsets[at + 1] for offsets in steps)
    side_of = subject.shared(stances)
    for argument in subject.map.arguments:
        if argument.steps and side_of.get(argument.id) in counts:
            counts[side_of[argument.id]] += 1
    sides = extremes(counts)
    if sides is None or sum(counts.values()) < options.least_points:
        return
    few, many = sides
    if counts[few] == 0 and not subject.shared(has_sides):
        return
    if counts[few] < options.share * counts[many]:
        yield Found(
            None,
            f"There are {counts[many]:,} points {called(subject, many)} and only {counts[few]:,} "
            f"{called(subject, few)}. Add what the short side would say.",
            place(subject, few),
        )
