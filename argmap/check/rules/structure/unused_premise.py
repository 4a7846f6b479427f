"""STR203."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.uses import given_uses, is_line, lines_of
from argmap.check.rule import Found, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.model.records import Argument


@rule("STR203")
def unused_premise(subject: Subject) -> Iterator[Found]:
    """A premise or conclusion on the way is used by no inference of its argument.

    ## What it does

    Reads the lines that inferences say they use (`uses`, or `from`), counted from 1 in the argument, and looks for
    premises and intermediate conclusions that none of them uses. An inference that says nothing uses the premises just
    above it and the conclusion before them, so an argument without such data has no finding.

    ## Why it matters

    A premise that nothing follows from is dead weight: readers look for its part in the reasoning and find none. Either
    a step forgot to name it, or it can go, and with it a point that opponents could attack.

    ## Flagged

    ```argdown
    <Cheap>: Trams pay in the long run.

    (1) [Last long]: Trams last forty years.
    (2) [Buses wear out]: Buses last twelve years.
    (3) [Quiet]: Trams are quiet.  // finding: STR203
    -- Comparison {uses: [1, 2]} --
    (4) [Fewer buys]: A town buys fewer trams than buses.
    ```

    A conclusion on the way can be left behind as well:

    ```argdown
    <Cheap>: Trams pay in the long run.

    (1) [Last long]: Trams last forty years.
    ----
    (2) [Fewer buys]: A town buys few trams.  // finding: STR203
    (3) [Loved]: People love trams.
    -- Popularity {uses: [3]} --
    (4) [Build]: The town should build trams.
    ```

    ## Accepted

    ```argdown
    <Cheap>: Trams pay in the long run.

    (1) [Last long]: Trams last forty years.
    (2) [Full]: Many people ride trams.
    -- Comparison {uses: [1]} --
    (3) [Fewer buys]: A town buys few trams.
    -- Sum {uses: [2, 3]} --
    (4) [Build]: The town should build trams.
    ```

    ```argdown
    <Cheap>: Trams pay in the long run.

    (1) [Last long]: Trams last forty years.
    ----
    (2) [Fewer buys]: A town buys few trams.
    (3) [Loved]: People love trams.
    ----
    (4) [Build]: The town should build trams.
    ```
    """
    for argument in subject.map.arguments:
        if argument.steps:
            for name in _unused(argument, subject):
                claim = subject.map[name]
                yield Found(
                    claim,
                    f"No inference of {subject.name(argument)} uses {subject.name(claim)}. Add the number of its "
                    "line to `uses`, or remove the line.",
                    subject.places.in_argument(argument, name),
                )


def _unused(argument: Argument, subject: Subject) -> list[str]:
    given = [given_uses(step, argument, subject) for step in argument.steps]
    if not any(given):
        return []
    lines = lines_of(argument)
    used = {argument.steps[-1].conclusion}
    before: list[str] = []
    above = 0
    for step, numbers in zip(argument.steps, given, strict=True):
        above += len(step.premises)
        if numbers is None:
            used.update(step.premises, before)
        elif isinstance(numbers, list) and all(is_line(number, above) for number in numbers):
            used.update(lines[number - 1] for number in numbers)
        else:
            return []  # see unknown-line
        before = [step.conclusion]
        above += 1
    return [name for name in dict.fromkeys(lines) if name not in used]
