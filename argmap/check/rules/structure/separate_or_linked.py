"""STR114."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from argmap.check.graph.single_reasons import single_reasons
from argmap.check.rule import Found, rule
from argmap.check.words.words import coverage, overlap
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject

_MOST = 12
"""How many reasons for one claim are compared with each other."""


@rule("STR114", Severity.INFO, profiles=("analysis",))
def separate_or_linked(subject: Subject) -> Iterator[Found]:
    """Two reasons stand apart, but their words suggest that they only work together.

    ## What it does

    Looks for two reasons for the same claim that share at least half of their words, of which each alone has fewer
    than half of the words of the claim, and which together have at least half. Of the reasons for one claim, the
    first twelve are compared.

    ## Why it matters

    Two reasons that stand apart are two arguments: if one falls, the other still holds. Two premises of one argument
    need each other. Mixing the two up makes a case look stronger or weaker than it is. A test helps: suppose that one
    of them is false, and ask whether the other still speaks for the claim.

    ## Flagged

    ```argdown
    [Sunday swim]: The pool should open on Sundays.
      + [Free Sundays]: Families in our town have free time on Sundays.
      + [Free for the pool]: Families in our town have free time for the pool.  // finding: STR114
    ```

    ## Accepted

    ```argdown
    [Council]: The pupils need a council.
      + [Rules]: Rules that nobody was asked about are broken.
      + [Practice]: Young people learn democracy by practice.
    ```

    ## References

    - Twardy, C. (2004). Argument maps improve critical thinking. Teaching Philosophy 27.
    """
    if subject.language is None:
        return
    for name, reasons in subject.shared(single_reasons).items():
        if len(reasons) < 2:
            continue
        whole = subject.words(subject.map[name]).stems
        if not whole:
            continue
        stems = [(each, subject.words(subject.map[each]).stems) for each in list(reasons)[:_MOST]]
        for (one, first), (other, second) in combinations(stems, 2):
            if (
                overlap(first, second) >= 0.5
                and coverage(whole, first) < 0.5
                and coverage(whole, second) < 0.5
                and coverage(whole, first | second) >= 0.5
            ):
                place = subject.places.of(subject.map[one])
                yield Found(
                    subject.map[other],
                    f"Do {subject.name(subject.map[one])} and {subject.name(subject.map[other])} support "
                    f"{subject.name(subject.map[name])} only together? If so, make them two premises of one argument.",
                    None,
                    () if place is None else ((place, "the other reason"),),
                )
