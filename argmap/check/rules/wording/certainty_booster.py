"""WRD113."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.finding import Fix
from argmap.check.rule import Found, rule
from argmap.check.words.phrases import phrases
from argmap.diagnostics import Edit, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("WRD113", Severity.INFO)
def certainty_booster(subject: Subject) -> Iterator[Found]:
    """A claim insists that it is certain.

    ## What it does

    Looks for "obviously", "of course", "there is no doubt that" and the like anywhere in a claim, and for "clearly",
    "surely" and "naturally" where they open it. "The exits are clearly marked" is accepted.

    The gist of an argument that is not spelt out counts as a claim.

    ## Why it matters

    If something is obvious, saying so adds nothing; if it is not, saying so hides that a reason is missing. Such words
    also tell readers who doubt the claim that they are slow. Put a reason where the word was.

    ## Flagged

    ```argdown
    [Zoos]: Zoos should be closed.
      + [Sad]: Obviously, animals are sad in cages.  // finding: WRD113
      - [Rare]: Clearly, some animals live only in zoos.  // finding: WRD113
      - [Fun]: A visit is of course fun for children.  // finding: WRD113
    ```

    ```argdown
    ===
    language: de
    ===

    [Pausen]: Offensichtlich sind die Pausen zu kurz.  // finding: WRD113
    ```

    ## Accepted

    ```argdown
    [Zoos]: Zoos should be closed.
      + [Sad]: Animals walk up and down in cages for hours.
      - [Way]: The ways through the zoo are clearly marked.
    ```

    ## How it is fixed

    Where the word opens the claim and a comma stands behind it, both are removed. As the claim is then put less
    strongly, the fix is not safe.
    """
    done: set[str] = set()
    for name in ("boosters", "opening-boosters"):
        for phrase in phrases(subject, name):
            record = phrase.record
            if record.id in done or (name == "opening-boosters" and phrase.first):
                continue
            done.add(record.id)
            place = phrase.place(subject)
            yield Found(
                record,
                f'{subject.name(record)} insists: "{phrase.said}". Leave this out, and give a reason instead.',
                span=place,
                fix=None
                if phrase.first or not subject.places.is_defined_once(record)
                else _without(subject, place, phrase.said),
            )


def _without(subject: Subject, place: Span | None, said: str) -> Fix | None:
    """Return the fix that removes an opening and its comma, and begins the claim with what follows."""
    if place is None or subject.source is None:
        return None
    text = subject.source.text
    follows = text[place.end : place.end + 3]
    if text[place.start : place.end] != said or not follows.startswith(", ") or not follows[2:].isalpha():
        return None
    first = follows[2].upper() if said[0].isupper() else follows[2]
    return Fix(f'Remove "{said}"', (Edit(Span(place.start, place.end + 3), first),))
