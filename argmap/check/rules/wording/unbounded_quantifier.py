"""WRD115."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("WRD115", Severity.INFO, profiles=())
def unbounded_quantifier(subject: Subject) -> Iterator[Found]:
    """A claim speaks of all, none or always.

    ## What it does

    Looks for all, every, always, never, nobody, only, must and the like. One in five good claims has such a word and
    means it, so the rule runs only when it is selected. Whether the premises of an argument bear such a word out is
    the matter of `overgeneral`.

    The gist of an argument that is not spelt out counts as a claim.

    ## Why it matters

    One counterexample defeats a claim about all. If you do not need all, say most, or say which: a more modest claim
    is easier to support and mostly does the same work.

    ## Flagged

    ```argdown
    [Dogs]: All dogs should be on a lead.  // finding: WRD115
    ```

    ## Accepted

    ```argdown
    [Dogs]: Dogs should be on a lead in the park.
    ```
    """
    tongue = subject.language
    unbounded = frozenset() if tongue is None else tongue.words_in("unbounded")
    for claim in subject.statements if unbounded else ():
        tokens = subject.words(claim).tokens
        if unbounded.isdisjoint(tokens):
            continue
        at = next(place for place, token in enumerate(tokens) if token in unbounded)
        start, end = subject.words(claim).places()[at]
        yield Found(
            claim,
            f'{subject.name(claim)} says "{claim.text[start:end]}". Does the debate need that much? If not, say less.',
            span=subject.places.of_words(claim, start, end),
        )
