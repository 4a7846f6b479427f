"""REA107."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.inferences import inferences
from argmap.check.rule import Found, rule
from argmap.check.words.mapping import has_enough
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("REA107", Severity.INFO)
def certainty_jump(subject: Subject) -> Iterator[Found]:
    """Every premise is put with care, and the conclusion without.

    ## What it does

    Looks for inferences in which each premise has a word such as *may*, *probably* or *often*, and the conclusion has
    none. A conclusion that says what *should* be is left alone, since a risk can be reason enough to act; so is an
    argument with a `qualifier` in its data.

    ## Why it matters

    A chain is not stronger than its links. If it is only likely that the bus is late, and late buses only may cause
    accidents, then nobody may conclude that there will be accidents. Carry the *probably* down into the conclusion.

    ## Flagged

    ```argdown
    <Late bus>: It will be late.

    (1) The road is probably icy tomorrow.
    (2) Ice may slow the bus.
    ----
    (3) The bus comes late tomorrow.  // finding: REA107
    ```

    ## Accepted

    ```argdown
    <Late bus>: It will be late.

    (1) The road is probably icy tomorrow.
    (2) Ice may slow the bus.
    ----
    (3) The bus probably comes late tomorrow.
    ```

    ## References

    Stephen Toulmin, The Uses of Argument, 1958, calls such words qualifiers.
    """
    if subject.language is None:
        return
    for inference in subject.shared(inferences):
        lists = subject.words(inference.conclusion).lists
        if (
            not has_enough(inference)
            or "hedges" in lists
            or "oughts" in lists
            or "qualifier" in inference.argument.data
        ):
            continue
        if all("hedges" in subject.words(claim).lists for claim in inference.premises):
            words = subject.words(inference.premises[0])
            hedge = words.said(*words.hits("hedges")[0])
            yield Found(
                inference.conclusion,
                f"{subject.name(inference.conclusion)} is put more surely than the premises of "
                f'{subject.name(inference.argument)}, which say words such as "{hedge}". Is it as sure as that? '
                f"Carry the doubt down into the conclusion.",
            )
