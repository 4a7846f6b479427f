"""REA105."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.inferences import inferences, place_in
from argmap.check.rule import Found, rule
from argmap.check.words.mapping import has_enough
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.model.records import Claim


@rule("REA105", Severity.INFO)
def is_ought_gap(subject: Subject) -> Iterator[Found]:
    """A conclusion says what should be, and every premise only says what is.

    ## What it does

    Looks for conclusions with words such as *should*, *ought* or *is wrong* whose premises have no word that judges:
    no *should*, *good*, *fair*, *harm*, *right* ... It asks of steps that are spelt out, and of sketches with two
    premises or more.

    ## Why it matters

    From facts alone no duty follows: David Hume saw that in 1740. That phones distract pupils is a fact; that they
    should be banned follows only together with a value, such as "what distracts pupils has no place in class". People
    mostly agree about the facts and quarrel about the values, so it is the value that has to be on the map.

    ## Flagged

    ```argdown
    <Attention>: Phones distract.

    (1) Pupils look at their phones eighty times a day.
    (2) Whoever looks at a phone stops listening.
    ----
    (3) [Ban]: Phones should be banned in class.  // finding: REA105
    ```

    ## Accepted

    ```argdown
    <Attention>: Phones distract.

    (1) Pupils look at their phones eighty times a day.
    (2) Whoever looks at a phone stops listening.
    (3) What keeps pupils from listening should be banned in class.
    ----
    (4) [Ban]: Phones should be banned in class.
    ```

    ## References

    David Hume, A Treatise of Human Nature, book 3, part 1, section 1.
    """
    if subject.language is None:
        return
    for inference in subject.shared(inferences):
        if not has_enough(inference) or "oughts" not in subject.words(inference.conclusion).lists:
            continue
        if not any(_judges(claim, subject) for claim in inference.premises):
            yield Found(
                inference.argument,
                f"{subject.name(inference.conclusion)} says what should be. Do the premises of "
                f"{subject.name(inference.argument)} say why that is good or right? Write down the value that "
                f"leads from the facts to it.",
                place_in(inference, inference.conclusion, subject)
                if inference.step is not None
                else subject.places.of(inference.argument),
            )


def _judges(claim: Claim, subject: Subject) -> bool:
    lists = subject.words(claim).lists
    return "oughts" in lists or "judgements" in lists or "values" in claim.data
