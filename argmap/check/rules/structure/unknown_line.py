"""STR204."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.check.graph.uses import given_uses, is_line, lines_of
from argmap.check.rule import Found, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("STR204")
def unknown_line(subject: Subject) -> Iterator[Found]:
    """An inference says that it uses a line that there is not, or that comes after it.

    ## What it does

    Reads the lines that inferences say they use (`uses`, or `from`), counted from 1 in the argument. They must be a
    list of numbers of lines above the inference.

    ## Why it matters

    Reasoning runs downwards: a step can start only from what stands above it. A number that points to nothing, or to a
    line further down, usually means that a line was put in or taken out and the numbers were not changed.

    ## Flagged

    ```argdown
    <Cheap>: Trams pay in the long run.

    (1) [Last long]: Trams last forty years.
    (2) [Buses wear out]: Buses last twelve years.
    -- Comparison {uses: [1, 4]} --  // finding: STR204
    (3) [Fewer buys]: A town buys fewer trams than buses.
    ```

    ```argdown
    <Cheap>: Trams pay in the long run.

    (1) [Last long]: Trams last forty years.
    -- Comparison {uses: 1} --  // finding: STR204
    (2) [Fewer buys]: A town buys few trams.
    ```

    ## Accepted

    ```argdown
    <Cheap>: Trams pay in the long run.

    (1) [Last long]: Trams last forty years.
    (2) [Buses wear out]: Buses last twelve years.
    -- Comparison {uses: [1, 2]} --
    (3) [Fewer buys]: A town buys fewer trams than buses.
    ```
    """
    for argument in subject.map.arguments:
        above = last = 0
        for step in argument.steps:
            above += len(step.premises)
            given = given_uses(step, argument, subject)
            if given is not None:
                last = last or len(lines_of(argument))
                wrong = _wrong(given, above, last)
                if wrong:
                    yield Found(argument, f"An inference of {subject.name(argument)} {wrong}", step.span)
            above += 1


def _wrong(given: Any, above: int, last: int) -> str:
    """Return what is wrong with the lines used, as the end of a sentence and another one; nothing if all is right."""
    if not isinstance(given, list):
        return "does not list the lines it uses. Write the numbers in brackets, such as {uses: [1, 2]}."
    for number in given:
        if not is_line(number, last):
            shown = str(number)[:20]
            return f"uses line {shown}, and the argument has lines 1 to {last:,}. Count its lines from the top."
        if number > above:
            return f"uses line {number:,}, which is not above it. Name lines from 1 to {above:,}."
    return ""
