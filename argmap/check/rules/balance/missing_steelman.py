"""BAL105."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge

from argmap.check.graph.stances import called, place, points
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@dataclass(frozen=True)
class Options:
    """Which sides are asked."""

    least_points: Annotated[int, Ge(1)] = 3


@rule("BAL105", Severity.INFO, options=Options)
def missing_steelman(subject: Subject, options: Options) -> Iterator[Found]:
    """A side is nowhere put in the words of the people who hold it.

    ## What it does

    Looks for a side of which no point quotes anybody (inline data `cites` with a `quote`), while the map quotes
    somebody for another side. A map without quotations is left alone.

    ## Why it matters

    We all put the other side's view more weakly than they would. The remedy is old: say it so well that they would
    thank you for it, best in their own words, and only then answer. This is called a steelman, the opposite of a straw
    man.

    ## Flagged

    ```argdown
    ===
    title: May dogs run free in the park?  # finding: BAL105
    sources: {letter: The letter of the dog owners}
    ===

    [Free]: Dogs may run free in the park.
      + [Need]: Dogs need to run.
        {cites: {source: letter, quote: "A dog that never runs falls ill."}}
      + [Early]: In the early morning nobody is there.
      + [Trained]: Most dogs come when they are called.
      - [Fear]: Small children are afraid.
      - [Birds]: Birds breed in the grass.
      - [Dirt]: Owners of free dogs do not see the dirt.
    ```

    ## Accepted

    ```argdown
    ===
    title: May dogs run free in the park?
    sources: {letter: The letter of the dog owners, parents: The answer of the parents}
    ===

    [Free]: Dogs may run free in the park.
      + [Need]: Dogs need to run.
        {cites: {source: letter, quote: "A dog that never runs falls ill."}}
      + [Early]: In the early morning nobody is there.
      + [Trained]: Most dogs come when they are called.
      - [Fear]: Small children are afraid.
        {cites: {source: parents, quote: "Our daughter will not go near the meadow."}}
      - [Birds]: Birds breed in the grass.
      - [Dirt]: Owners of free dogs do not see the dirt.
    ```

    ## Options

    - `least-points`: how many points a side must have to be asked (default 3).

    ## References

    Daniel Dennett, *Intuition Pumps and Other Tools for Thinking* (2013), on the rules of Anatol Rapoport.
    """
    sides = subject.shared(points)
    quoted = {
        side
        for side, some in sides.items()
        if any("cites" in record.data and _quotes(subject, record.id) for record in some)
    }
    if not quoted:
        return
    for side, some in sides.items():
        if side not in quoted and len(some) >= options.least_points:
            yield Found(
                None,
                f"None of the {len(some):,} points {called(subject, side)} quotes anybody who holds it. Put the "
                f"strongest one in the words of a real supporter.",
                place(subject, side),
            )


def _quotes(subject: Subject, name: str) -> bool:
    return any(citation.quote for citation in subject.map.citations(name))
