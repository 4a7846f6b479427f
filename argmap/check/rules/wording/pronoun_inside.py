"""WRD107."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("WRD107", Severity.INFO, profiles=())
def pronoun_inside(subject: Subject) -> Iterator[Found]:
    """A claim has a word such as "it" or "they" inside.

    ## What it does

    Looks for this, these, it, they, he, she and their forms anywhere but at the beginning of a claim, which is the
    matter of `points-outside`. One in five good claims has such a word, nearly always clear, so it runs only when it
    is selected: as a last reading before a map is handed in.

    The gist of an argument that is not spelt out counts as a claim.

    ## Why it matters

    "Teachers tell pupils that they are wrong": who is wrong? Where a claim has two nouns that the small word could
    stand for, two readers may argue about two different claims without noticing.

    ## Flagged

    ```argdown
    [Praise]: Teachers should praise pupils when they do well.  // finding: WRD107
    ```

    ## Accepted

    ```argdown
    [Praise]: Teachers should praise pupils who do well.
    ```
    """
    tongue = subject.language
    pronouns = frozenset() if tongue is None else tongue.words_in("pronouns")
    for claim in subject.statements if pronouns else ():
        tokens = subject.words(claim).tokens
        if pronouns.isdisjoint(tokens):
            continue
        at = next((place for place, token in enumerate(tokens) if place and token in pronouns), None)
        if at is not None:
            start, end = subject.words(claim).places()[at]
            yield Found(
                claim,
                f'Is it clear what "{claim.text[start:end]}" stands for in {subject.name(claim)}? '
                "If not, name the thing.",
                span=subject.places.of_words(claim, start, end),
            )
