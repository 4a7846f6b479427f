"""BAL107."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge

from argmap.check.graph.stances import called, extremes, place, points
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@dataclass(frozen=True)
class Options:
    """What counts as a difference."""

    times: Annotated[float, Ge(1)] = 2
    least_hits: Annotated[int, Ge(1)] = 5


@rule("BAL107", Severity.INFO, options=Options)
def hedge_asymmetry(subject: Subject, options: Options) -> Iterator[Found]:
    """One side says what may be, and the other what is.

    ## What it does

    Counts words that make a claim weaker, such as "may", "perhaps" or "probably", in the points of each side (the list
    `hedges` of the language), and compares how many there are for each point.

    ## Why it matters

    "Cameras may help" against "cameras invade privacy": the second sounds stronger, though nobody knows more about it.
    Hedge where you do not know, on both sides alike.

    ## Flagged

    ```argdown
    ===
    title: Should there be cameras at the station?  # finding: BAL107
    ===

    [Cameras]: There should be cameras at the station.
      + [Theft]: Perhaps fewer people are robbed.
      + [Proof]: The pictures may help to find a thief.
      + [Feeling]: Some people might feel safer, possibly also at night.
      + [Cost]: Cameras are probably cheaper than guards.
      - [Privacy]: Everybody is watched.
      - [Elsewhere]: Thieves go elsewhere.
      - [Use]: Nobody looks at the pictures.
    ```

    ## Accepted

    ```argdown
    [Cameras]: There should be cameras at the station.
      + [Theft]: Perhaps fewer people are robbed.
      + [Proof]: The pictures may help to find a thief.
      + [Feeling]: Some people might feel safer, possibly also at night.
      + [Cost]: Cameras are probably cheaper than guards.
      - [Privacy]: Innocent people may be followed.
      - [Elsewhere]: Thieves would perhaps go elsewhere.
      - [Use]: Nobody looks at the pictures.
    ```

    ## Options

    - `times`: how many times as many the hedges of one side may be, for each of its points (default 2).
    - `least-hits`: how many hedges that side must have (default 5).
    """
    side_of = {record.id: side for side, some in subject.shared(points).items() for record in some}
    hits = dict.fromkeys(subject.shared(points), 0)
    words: dict[str, dict[str, None]] = {side: {} for side in hits}
    for record, places in subject.hits("hedges", arguments=True):
        side = side_of.get(record.id)
        if side is None:
            continue
        for start, end in places:
            said = subject.words(record).said(start, end)
            if start > 0 and said[0].isupper():
                continue  # the month of May
            hits[side] += 1
            words[side][said.lower()] = None
    rates = {side: hits[side] / len(some) for side, some in subject.shared(points).items() if some}
    sides = extremes(rates)
    if sides is None:
        return
    few, many = sides
    if hits[many] >= options.least_hits and rates[many] > options.times * rates[few]:
        shown = ", ".join(list(words[many])[:5])
        yield Found(
            None,
            f"The points {called(subject, many)} hold {hits[many]:,} hedges (such as: {shown}), those "
            f"{called(subject, few)} {hits[few]:,}. Do you know more about the second? Hedge both alike.",
            place(subject, many),
        )
