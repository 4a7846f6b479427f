"""Two different sentences under one title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.telling import shortened
from argmap.check.words.words import Words, overlap
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject

_SHARED = 0.2
"""Wordings of one claim that share fewer of their words hardly say the same."""


@rule("STR212", Severity.WARNING, profiles=("strict", "analysis", "debate", "classroom"))
def reused_title(subject: Subject) -> Iterator[Found]:
    """One title stands for two sentences that have hardly a word in common.

    ## What it does

    Compares the sentences that are written behind one title at different places. It reports one that shares less than
    a fifth of the words with the last, which is the one that is drawn. To put the same claim in two ways is accepted.

    ## Why it matters

    A title is the name of one claim: whatever is written behind it anywhere is taken to say the same. If a title is
    used for a second claim by accident, the first sentence vanishes from the picture, and reasons for the one seem to
    be reasons for the other.

    ## Flagged

    ```argdown
    [Swim]: Every child should learn to swim.
      + [Water]: Children drown in lakes every summer.
      - [Teachers]: There are too few teachers of swimming.
        + [Water]: The town closed its only pool.  // finding: STR212
    ```

    ## Accepted

    ```argdown
    [Swim]: Every child should learn to swim.
      + [Water]: Children drown in lakes every summer.
      - [Teachers]: There are too few teachers of swimming.
        + [Pool]: The town closed its only pool.
    ```

    The same claim in two ways:

    ```argdown
    [Swim]: Every child should learn to swim.
      + [Water]: Children drown in lakes every summer.

    [Water]: Every summer some children drown in a lake.
      + [Count]: Last year there were eleven.
    ```
    """
    if subject.language is None:
        return
    for claim in subject.map.claims:
        if not claim.wordings:
            continue
        drawn = subject.words(claim).stems
        other = next((each.text for each in claim.wordings if _differs(each.text, drawn, subject)), None)
        if other is not None:
            places = {each.text: each.span for each in claim.occurrences}
            yield Found(
                claim,
                f'{subject.name(claim)} also stands for "{shortened(" ".join(other.split()))}" If these are two '
                "claims, give one of them a title of its own.",
                span=places.get(claim.text),
                related=((places[other], "the other sentence"),) if other in places else (),
            )


def _differs(text: str, drawn: frozenset[str], subject: Subject) -> bool:
    stems = Words(text, subject.language, subject.synonyms).stems
    return bool(stems and drawn) and overlap(stems, drawn) < _SHARED
