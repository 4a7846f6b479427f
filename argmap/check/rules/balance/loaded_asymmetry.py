"""BAL106."""

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
    least_hits: Annotated[int, Ge(1)] = 3


@rule("BAL106", Severity.INFO, options=Options)
def loaded_asymmetry(subject: Subject, options: Options) -> Iterator[Found]:
    """Charged words stand on one side only.

    ## What it does

    Counts charged words, such as "greedy", "reckless" or "regime", in the points of each side (the list `charged` of
    the language), and compares how many there are for each point.

    ## Why it matters

    A charged word judges before the reason has been heard. If one side is "greedy" and the other "concerned", the map
    takes sides, whatever its reasons. Use the words that both sides would use.

    ## Flagged

    ```argdown
    ===
    title: Should the club join the league?  # finding: BAL106
    ===

    [Join]: Our club should join the league.
      + [Opponents]: The players meet stronger opponents.
      + [Fame]: The town hears of the club.
      + [Money]: Sponsors like a league.
      - [Officials]: Greedy officials run the league.
      - [Nonsense]: The rules of the league are ridiculous.
      - [Travel]: Every second weekend is wasted on reckless drives.
    ```

    ## Accepted

    ```argdown
    [Join]: Our club should join the league.
      + [Opponents]: The players meet stronger opponents.
      + [Fame]: The town hears of the club.
      + [Cowards]: To stay away would be cowardly.
      - [Officials]: Greedy officials run the league.
      - [Nonsense]: The rules of the league are ridiculous.
      - [Travel]: Every second weekend is spent on drives.
    ```

    ## Options

    - `times`: how many times as many the charged words of one side may be, for each of its points (default 2).
    - `least-hits`: how many charged words that side must have (default 3).
    """
    side_of = {record.id: side for side, some in subject.shared(points).items() for record in some}
    hits = dict.fromkeys(subject.shared(points), 0)
    words: dict[str, dict[str, None]] = {side: {} for side in hits}
    for record, places in subject.hits("charged", arguments=True):
        if record.id in side_of:
            hits[side_of[record.id]] += len(places)
            said = (subject.words(record).said(*each).lower() for each in places)
            words[side_of[record.id]].update(dict.fromkeys(said))
    rates = {side: hits[side] / len(some) for side, some in subject.shared(points).items() if some}
    sides = extremes(rates)
    if sides is None:
        return
    few, many = sides
    if hits[many] >= options.least_hits and rates[many] > options.times * rates[few]:
        shown = ", ".join(list(words[many])[:5])
        yield Found(
            None,
            f"The points {called(subject, many)} hold {hits[many]:,} charged words and those {called(subject, few)} "
            f"{hits[few]:,} (such as: {shown}). Use words that both sides would use.",
            place(subject, many),
        )
