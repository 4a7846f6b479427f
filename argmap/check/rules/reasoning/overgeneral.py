"""REA106."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.inferences import inferences
from argmap.check.rule import Found, rule
from argmap.check.words.mapping import has_enough
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.check.words.words import Words


@rule("REA106", Severity.WARNING, profiles=("strict", "analysis"))
def overgeneral(subject: Subject) -> Iterator[Found]:
    """A conclusion speaks of all, and its premises only of some.

    ## What it does

    Looks for conclusions with a word such as *all*, *every*, *never* or *nobody* for which no premise speaks of all,
    and some premise has a word such as *some*, *many*, *often* or *one case*.

    ## Why it matters

    A few cases never show that it is always so: one case to the contrary is enough to refute an *always*. Whoever
    claims less is harder to attack. Write *many* where the premises say *many*, or give the premise that says why
    what holds of these cases holds of all.

    ## Flagged

    ```argdown
    <Homework>: It helps nobody.

    (1) Some pupils copy their homework.
    (2) Pupils who copy homework learn little from it.
    ----
    (3) All homework is useless.  // finding: REA106
    ```

    ## Accepted

    ```argdown
    <Homework>: It does not help all.

    (1) Some pupils copy their homework.
    (2) Pupils who copy homework learn little from it.
    ----
    (3) Not all pupils learn from homework.
    ```

    ## References

    Critical questions of the scheme *Example*: how strong and how wide is the general claim?
    """
    if subject.language is None:
        return
    for inference in subject.shared(inferences):
        if not has_enough(inference):
            continue
        words = subject.words(inference.conclusion)
        universal = universals(words)
        if not universal or "particulars" in words.lists:
            continue
        premises = [subject.words(claim) for claim in inference.premises]
        some = [each for each in premises if "particulars" in each.lists]
        if some and not any(universals(each) for each in premises):
            first, end = universal[0]
            places = words.places()
            start, stop = places[first][0], places[end - 1][1]
            particular = some[0].said(*some[0].hits("particulars")[0])
            yield Found(
                inference.conclusion,
                f'{subject.name(inference.conclusion)} says "{words.text[start:stop]}", and its premises in '
                f'{subject.name(inference.argument)} say "{particular}". '
                f"Claim less, or add the premise that leads from some to all.",
                subject.places.of_words(inference.conclusion, start, stop),
            )


def universals(words: Words) -> list[tuple[int, int]]:
    """Where a text speaks of all: not where it says *not all* or *at all*."""
    broken = {end for _, end in words.hits("before-universals")}
    return [(start, end) for start, end in words.hits("universals") if start not in broken]
