"""STR205."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.diagnostics import Span
    from argmap.model.records import Argument


@rule("STR205")
def repeated_premise(subject: Subject) -> Iterator[Found]:
    """One inference lists the same premise twice.

    ## What it does

    Looks for claims that stand twice among the premises of one inference.

    ## Why it matters

    Saying something twice does not make it twice as good a reason. Mostly a title was copied and not changed, so that
    the premise that was meant is missing.

    ## Flagged

    ```argdown
    <Late buses>: Pupils come late.

    (1) [Rare]: The bus comes once an hour.
    (2) [Rare]  // finding: STR205
    ----
    (3) [Late]: Pupils who miss the bus are an hour late.
    ```

    ## Accepted

    Another inference may need the premise again:

    ```argdown
    <Late buses>: Pupils come late.

    (1) [Rare]: The bus comes once an hour.
    ----
    (2) [Wait]: Whoever misses the bus waits for an hour.
    (3) [Rare]
    ----
    (4) [Late]: Pupils who miss the bus are an hour late.
    ```
    """
    for argument in subject.map.arguments:
        for step in argument.steps:
            if len(set(step.premises)) == len(step.premises):
                continue
            seen: set[str] = set()
            for name in step.premises:
                if name in seen:
                    first, again = _places(subject, argument, name)
                    yield Found(
                        subject.map[name],
                        f"An inference of {subject.name(argument)} lists {subject.name(subject.map[name])} twice. "
                        "Remove the line, or name the premise that is meant.",
                        again,
                        () if first is None or first == again else ((first, "the first time"),),
                    )
                seen.add(name)


def _places(subject: Subject, argument: Argument, name: str) -> tuple[Span | None, Span | None]:
    """Return the first two places of a claim in an argument."""
    whole = argument.span
    if whole is None:
        place = subject.places.of(argument)
        return place, place
    spans = sorted(one.span for one in subject.map[name].occurrences if whole.start <= one.span.start < whole.end)
    first = spans[0] if spans else subject.places.of(argument)
    return first, spans[1] if len(spans) > 1 else first
