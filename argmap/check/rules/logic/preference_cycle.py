"""LOG110."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.cycles import circles
from argmap.check.graph.preferences import KEY, preferences, value_orders
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.diagnostics import Span


@rule("LOG110", Severity.ERROR)
def preference_cycle(subject: Subject) -> Iterator[Found]:
    """Preferences run in a circle: something is better than itself.

    ## What it does

    Follows preferences between claims and arguments (`preferred-to` in inline data, `preferences` in the front matter),
    and the orders of values of the map (`values`) and of each audience (`audiences`). An order is written as a text
    with `>` between what is better and what is worse, as a list from the best to the least, or as a list of such texts.
    In orders of values, equals stand between commas. The shortest circle is shown.

    ## Why it matters

    Preferences decide which of two opposed reasons wins. If safety comes before freedom, freedom before calm, and calm
    before safety, then each of the three loses against another and nothing is decided. People fall into such circles
    when they judge pairs one by one, so it helps to see the circle as a whole.

    ## Flagged

    ```argdown
    ===
    audiences:
      parents: [safety > freedom, freedom > calm, calm > safety]  # finding: LOG110
      pupils: freedom > calm > safety
    ===

    [Rain]: It rains.
    ```

    ```argdown
    <Cheap>: Buses cost less.
      {preferred-to: Quiet}  // finding: LOG110

    <Quiet>: Trams are quieter.
      {preferred-to: Fast}

    <Fast>: The underground is faster.
      {preferred-to: Cheap}
    ```

    ## Accepted

    ```argdown
    ===
    values: [safety, freedom, calm]
    audiences:
      parents: [safety, freedom, calm]
      pupils: freedom > calm > safety
    preferences: Cheap > Quiet
    ===

    <Cheap>: Buses cost less.

    <Quiet>: Trams are quieter.
    ```

    ## References

    - T. Bench-Capon, *Persuasion in practical argument using value-based argumentation frameworks* (2003)
    """
    m = subject.map
    for circle in circles(preferences(subject)):
        way = " over ".join(_shown([subject.name(m[name]) for name in [*circle, circle[0]]]))
        first = next((m[name] for name in circle if KEY in m[name].data), None)
        span = subject.places.of_data(first, KEY if first is not None else "preferences")
        yield Found(
            first,
            f"These preferences run in a circle: {way}. Remove one of them, so that one of these is best.",
            span,
        )
    for holder, key, pairs in value_orders(subject):
        for circle in circles(pairs):
            way = " > ".join(_shown([*circle, circle[0]]))
            of = "of the values" if holder is None else f'of the audience "{holder}"'
            yield Found(
                None,
                f"The order {of} runs in a circle: {way}. Remove one of these steps.",
                subject.places.of_data(None, key or "values") if holder is None else _place(subject, holder),
            )


def _shown(names: list[str]) -> list[str]:
    return names if len(names) <= 12 else [*names[:6], "…", *names[-5:]]


def _place(subject: Subject, holder: str) -> Span | None:
    # The name of the audience stands somewhere below the key.
    return subject.places.of_data(None, "audiences", holder)
