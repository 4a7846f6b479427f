"""BAL103."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge, Le

from argmap.check.graph.stances import called, extremes, place, points
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@dataclass(frozen=True)
class Options:
    """What counts as uncited."""

    difference: Annotated[float, Ge(0), Le(1)] = 0.5
    least_points: Annotated[int, Ge(1)] = 3


@rule("BAL103", Severity.WARNING, options=Options)
def uncited_side(subject: Subject, options: Options) -> Iterator[Found]:
    """One side cites sources, and the other hardly any.

    ## What it does

    Looks at the points of each side that no other point supports: there a reader asks for a source. It compares which
    share of them cites one (inline data `cites`, also that of the argument in which a claim is a premise).

    ## Why it matters

    A claim with a source looks stronger than one without. If only one side was looked up, the map shows who searched
    longer, and not who is right.

    ## Flagged

    ```argdown
    ===
    title: Should the canteen serve meat?
    sources: {survey: The survey of the class, menu: The menus of May}
    sides:
      meat: Serve meat
      plants: Serve plants only  # finding: BAL103
    ===

    [Meat]: The canteen should serve meat.
      {side: meat}
      + <Wish>: Most pupils want meat.
        {side: meat, cites: survey}
      + <Waste>: Meals without meat are left over.
        {side: meat, cites: menu}
      + <Choice>: Whoever wants none need not take it.
        {side: meat}
      - <Climate>: Meat harms the climate.
        {side: plants}
      - <Animals>: Animals suffer for it.
        {side: plants}
      - <Cost>: Vegetables are cheaper.
        {side: plants}
    ```

    ## Accepted

    ```argdown
    ===
    title: Should the canteen serve meat?
    sources: {survey: The survey of the class, menu: The menus of May}
    ===

    [Meat]: The canteen should serve meat.
      + <Wish>: Most pupils want meat.
        {cites: survey}
      + <Waste>: Meals without meat are left over.
        {cites: menu}
      + <Choice>: Whoever wants none need not take it.
      - <Climate>: Meat harms the climate.
      - <Animals>: Animals suffer for it.
      - <Cost>: Vegetables are cheaper.
        {cites: menu}
    ```

    ## Options

    - `difference`: how much the shares may differ, from 0 to 1 (default 0.5).
    - `least-points`: how many points without support each of the two must have (default 3).
    """
    if not any("cites" in record.data for record in subject.map):
        return
    index = subject.index
    supports = [index.edges[name] for name in ("support", "entails", "conclusion", "intermediate")]
    premises = index.edges["premise"]
    shares = {}
    for side, some in subject.shared(points).items():
        leaves = cited = 0
        for record in some:
            at = index.position[record.id]
            if any(edges.in_offsets[at] < edges.in_offsets[at + 1] for edges in supports):
                continue
            leaves += 1
            users = (subject.map[index.ids[place]] for place in premises.targets(at))
            cited += bool(record.data.get("cites")) or any(each.data.get("cites") for each in users)
        if leaves >= options.least_points:
            shares[side] = cited / leaves
    sides = extremes(shares)
    if sides is not None and shares[sides[1]] - shares[sides[0]] > options.difference:
        less, more = sides
        yield Found(
            None,
            f"Of the points {called(subject, more)} that rest on nothing else, {shares[more]:.0%} cite a source; of "
            f"those {called(subject, less)}, {shares[less]:.0%}. Look for sources for the second as well.",
            place(subject, less),
        )
