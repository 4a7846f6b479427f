"""REA117."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.words.patterns import patterns
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("REA117", Severity.INFO)
def ignorance_pattern(subject: Subject) -> Iterator[Found]:
    """The only premise says that something has not been shown.

    ## What it does

    Looks for reasons with words such as *no evidence that*, *has not been proven* or *cannot be disproved* that have
    no other premise beside them. An argument that declares the scheme `ignorance` is left to its critical questions.

    ## Why it matters

    Not to have found a thing is a reason to think that it is not there only if one has looked well, in a place where
    it would have shown. And somebody has the burden of proof: in a court it is the accuser, for a new medicine it is
    the maker.

    ## Flagged

    ```argdown
    [Safe]: The new pitch is safe.
      + [Unproven]: There is no evidence that the new pitch harms anybody.  // finding: REA117
    ```

    ## Accepted

    ```argdown
    <Tests>: They looked well.

    (1) There is no evidence that the new pitch harms anybody.
    (2) Twelve laboratories looked for harm for five years.
    (3) If it did harm, they would have found it.
    ----
    (4) [Safe]: The new pitch is safe.
    ```

    ## References

    Douglas Walton, Arguments from Ignorance, 1996; critical questions of the scheme *Ignorance*.
    """
    for pattern in patterns(subject, "ignorance", "ignorance", alone=True):
        yield Found(
            pattern.record,
            f'{subject.name(pattern.record)} says "{pattern.words}". Who has to prove the point, '
            f"and how well has anybody looked? Add a premise on the search, or on who has the burden of proof.",
            pattern.span,
        )
