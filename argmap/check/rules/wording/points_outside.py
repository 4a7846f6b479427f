"""WRD106."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


_AHEAD = 9
"""Within how many words an empty "it" must have what it stands for."""


@rule("WRD106")
def points_outside(subject: Subject) -> Iterator[Found]:
    """A claim begins with a word that points to something outside it.

    ## What it does

    Looks for claims that begin with this, that, these, those, it, they, he, she or such. Openings that point to
    nothing are accepted: "It is hard to ...", "It is likely that ...", "That people come
    is ...", "Those who ...".

    The gist of an argument that is not spelt out counts as a claim.

    ## Why it matters

    Boxes are moved, filtered and quoted alone, and the sentence that "this" pointed to stays behind. Even in place,
    two readers may take it for two different things. A claim that names its subject can be read, judged and reused
    anywhere.

    ## Flagged

    ```argdown
    [Zones]: The town should close its centre to cars.
      + [Quiet]: This would make it quieter.  // finding: WRD106
      + <Air>: That rule would clean the air.  // finding: WRD106
      - [Shops]: They would lose customers.  // finding: WRD106
    ```

    ```argdown
    ===
    language: de
    ===

    [Pausen]: Die Pausen sollten länger sein.
      - [Schluss]: Dadurch endet die Schule später.  // finding: WRD106
      - [Schwer]: Es ist schwer, einen späten Bus zu finden.
    ```

    ## Accepted

    ```argdown
    [Zones]: The town should close its centre to cars.
      + [Quiet]: A centre without cars would be quieter.
      - [Hard]: It is hard to shop without a car.
      - [Rain]: It does not rain under the roofs of the shops.
      - [Likely]: It is likely that shops would lose customers.
      - [Fact]: That people come by car is no reason to let them in.
      - [Old]: That old rules stand does not settle a new one.
      - [Those]: Those who cannot walk far need a car.
    ```
    """
    tongue = subject.language
    if tongue is None:
        return
    pointers, goals = tongue.words_in("pointers"), tongue.words_in("pointer-goals")
    clauses, verbs = tongue.words_in("clause-pointers"), tongue.words_in("finite-verbs")
    for claim in subject.statements:
        words = subject.words(claim)
        tokens = words.tokens
        if not tokens or tokens[0] not in pointers:
            continue
        if any(start == 0 for start, _ in words.hits("idle-pointers")):
            continue
        empty = next((end for start, end in words.hits("empty-pointers") if start == 0), 0)
        if empty and not goals.isdisjoint(tokens[empty : empty + _AHEAD]):
            continue
        if tokens[0] in clauses and verbs.isdisjoint(tokens[1:3]):
            continue  # "That old rules stand does not settle it" names what it speaks of
        start, end = subject.words(claim).places()[0]
        yield Found(
            claim,
            f'{subject.name(claim)} begins with "{claim.text[start:end]}", which points to something outside the '
            "claim. Name the thing.",
            span=subject.places.of_words(claim, start, end),
        )
