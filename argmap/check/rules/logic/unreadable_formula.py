"""LOG204."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.formulas.checked import checked_formulas, place_of_formula
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("LOG204", Severity.ERROR)
def unreadable_formula(subject: Subject) -> Iterator[Found]:
    """A formula cannot be read.

    ## What it does

    Reads the `formula` in the inline data of claims, and says where it breaks off and what to type. A name that is used
    in two ways, as a sentence in one formula and as a thing in another, makes the later formula unreadable.

    ## Why it matters

    A formula has one exact meaning or none. argmap does not guess at what a broken one was to say, and the arguments in
    which it stands are not judged. So argmap points at the very sign where it stopped reading.

    ## Flagged

    ```argdown
    [If rain, wet]: If it rains, the street is wet. {formula: "rain -> -> wet"}  // finding: LOG204

    [Human]: Socrates is human. {formula: "human(socrates"}  // finding: LOG204
    ```

    ```argdown
    [Human]: Socrates is human. {formula: "human(socrates)"}

    [Humans]: There are humans. {formula: "human"}  // finding: LOG204
    ```

    ## Accepted

    ```argdown
    [If rain, wet]: If it rains, the street is wet. {formula: "rain -> wet"}

    [Human]: Socrates is human. {formula: "human(socrates)"}

    [All]: All humans are mortal. {formula: "∀x (human(x) → mortal(x))"}
    ```
    """
    for claim, message, start, end in subject.shared(checked_formulas).unreadable:
        yield Found(
            claim,
            f"The formula of {subject.name(claim)} cannot be read. {message}",
            place_of_formula(subject, claim, start, end),
        )
