"""BAL104."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge, Le

from argmap.check.graph.stances import called, place, points, stances
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@dataclass(frozen=True)
class Options:
    """What counts as the last word."""

    share: Annotated[float, Ge(0), Le(1)] = 0.8
    least_attacks: Annotated[int, Ge(1)] = 5


@rule("BAL104", Severity.INFO, options=Options, profiles=("strict", "debate"))
def last_word(subject: Subject, options: Options) -> Iterator[Found]:
    """One side nearly always has the last word.

    ## What it does

    Looks at the attacks and undercuts that nobody answers, that is, whose source is not attacked itself, and counts
    from which side they come.

    ## Why it matters

    Whoever speaks last looks like the winner. If it is always the same side, the other may have no answer; more often
    nobody wrote it down. Go through the open objections and ask what the other side would say to each.

    ## Flagged

    ```argdown
    ===
    title: Should we sell the old gym?  # finding: BAL104
    ===

    [Sell]: The town should sell the old gym.
      + [Money]: The sale brings money.
        - [Once]: It brings money only once.
      + [Costs]: The heating costs too much.
        - [Insulate]: New windows would pay for themselves.
      + [New hall]: There is a new hall.
        - [Full]: The new hall is full every evening.
      - [Clubs]: The clubs lose their home.
      - [History]: The gym is part of the history of the town.
    ```

    ## Accepted

    ```argdown
    [Sell]: The town should sell the old gym.
      + [Money]: The sale brings money.
        - [Once]: It brings money only once.
          - [Fund]: A fund would pay every year.
      + [Costs]: The heating costs too much.
        - [Insulate]: New windows would pay for themselves.
      + [New hall]: There is a new hall.
        - [Full]: The new hall is full every evening.
      - [Clubs]: The clubs lose their home.
        - [Guests]: The school takes them in.
      - [History]: The gym is part of the history of the town.
    ```

    ## Options

    - `share`: the share of the open attacks above which a side has the last word nearly always (default 0.8).
    - `least-attacks`: how many open attacks there must be (default 5).
    """
    sides = subject.shared(points)
    if len(sides) < 2:
        return
    side_of = subject.shared(stances)
    attacks = [relation for relation in subject.map.relations if relation.kind in ("attack", "undercut")]
    attacked = {relation.target for relation in attacks}
    # An objection to a premise answers the argument as well.
    attacked.update(argument.id for argument in subject.map.arguments if not attacked.isdisjoint(argument.premises))
    open_ones = dict.fromkeys(relation.source for relation in attacks if relation.source not in attacked)
    counts = Counter(side_of[name] for name in open_ones if side_of.get(name) in sides)
    total = sum(counts.values())
    if total < options.least_attacks:
        return
    side, count = counts.most_common(1)[0]
    if count > options.share * total:
        those = "that nobody answers"
        told = f"All {total:,} attacks {those}" if count == total else f"Of {total:,} attacks {those}, {count:,}"
        yield Found(
            None,
            f"{told} are points {called(subject, side)}. Write down what the other side would answer.",
            place(subject, side),
        )
