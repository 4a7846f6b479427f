"""LOG102."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.model.records import Claim


# It has no false alarm on well-made maps, and the two claims may stand pages apart.
@rule("LOG102", Severity.INFO, profiles=("standard", "strict", "analysis", "debate", "classroom"))
def hidden_negation(subject: Subject) -> Iterator[Found]:
    """Two claims look like yes and no to one question, and the map does not say so.

    ## What it does

    Compares claims whose words are nearly the same. It tells of two of which one has a negation more, where both or
    neither say what holds *if* something else does, and which no relation connects. Where each has a word that the
    other lacks, they may be about different things and are left alone.

    ## Why it matters

    A map works with what it was told: as long as nobody writes that two claims exclude each other, argmap and the
    reader may accept both. Two people who answer each other often write the same sentence once with and once without
    "not", far apart in the map. Linking them shows where the two sides really meet.

    ## Flagged

    ```argdown
    [Homework helps]: Homework in the first years helps pupils to learn.

    [Homework is useless]: Homework in the first years doesn't help pupils to learn.  // finding: LOG102
    ```

    ## Accepted

    ```argdown
    [Homework helps]: Homework in the first years helps pupils to learn.

    [Homework is useless]: Homework in the first years doesn't help pupils to learn.
      >< [Homework helps]
    ```

    ```argdown
    [Cars]: Cars that belong to people who live in the old town may park near the market on Sunday mornings.

    [Lorries]: Lorries that belong to people who live in the old town may not park near the market on Sunday mornings.
    ```

    A condition is no denial of what is said without it:

    ```argdown
    [Lake freezes]: The lake freezes over in January.

    [Warm]: The lake does not freeze over in January if the wind is from the south.
    ```
    """
    pairs = [(a, b) for a, b in subject.alike if _look_opposed(subject, a, b)]
    if not pairs:
        return
    linked = {frozenset((relation.source, relation.target)) for relation in subject.map.relations}
    for argument in subject.map.arguments:
        for name in argument.premises:
            linked.update(frozenset((name, step.conclusion)) for step in argument.steps)
    for first, second in pairs:
        if frozenset((first.id, second.id)) not in linked:
            span = subject.places.of(first)
            yield Found(
                second,
                f"{subject.name(second)} looks like the denial of {subject.name(first)}. If just one of the two can be "
                f"true, write >< [{first.title or first.id}] below it; else make the difference plain in the words.",
                related=() if span is None else ((span, "the claim that it seems to deny"),),
            )


def _look_opposed(subject: Subject, first: Claim, second: Claim) -> bool:
    one, other = subject.words(first), subject.words(second)
    if one.is_negative == other.is_negative or one.is_conditional != other.is_conditional:
        return False
    if ("oughts" in one.lists) != ("oughts" in other.lists):
        return False  # what is so does not deny what should be so
    tongue = subject.language
    negators = frozenset() if tongue is None else frozenset(map(tongue.stem, tongue.words_in("negators")))
    a, b = one.stems - negators, other.stems - negators
    return a <= b or b <= a
