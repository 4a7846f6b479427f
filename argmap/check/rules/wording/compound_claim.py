"""WRD105."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


_FAR = 8
"""Within how many words the second sentence must have its verb."""


@rule("WRD105", Severity.INFO, profiles=())
def compound_claim(subject: Subject) -> Iterator[Found]:
    """Two claims are joined in one sentence.

    ## What it does

    Looks for a semicolon, or for a comma with "and", "but", "yet", "while" or "whereas", with a verb before it and a
    second subject and verb close behind it. A bare "and" is not looked for: many good claims have one. As the verbs
    are taken from a list, it misses some; it runs only when it is selected.

    The gist of an argument that is not spelt out counts as a claim.

    ## Why it matters

    A joined claim is true only if both halves are. A critic who defeats one half has defeated the whole, though the
    other half may be all that your argument needs. Two boxes let each half stand or fall on its own.

    ## Flagged

    ```argdown
    [Buses]: Buses should be free for pupils.
      + [Both]: Fares are high, and many families cannot pay them.  // finding: WRD105
      + [Semicolon]: Cars are loud; buses are quiet.  // finding: WRD105
    ```

    ## Accepted

    ```argdown
    [Buses]: Buses should be free for pupils.
      + [List]: Fares for buses, trains, and trams are too high.
      + [Predicate]: The bus is slow, old and often full.
      + [If]: If fares fall, more pupils will take the bus.
    ```
    """
    tongue = subject.language
    if tongue is None:
        return
    verbs, joiners = tongue.words_in("finite-verbs"), tongue.words_in("joiners")
    for claim in subject.statements:
        text = claim.text
        if ";" not in text and ", " not in text:
            continue
        tokens = subject.words(claim).tokens
        places = subject.words(claim).places()
        for at in range(1, len(tokens)):
            between = text[places[at - 1][1] : places[at][0]]
            joins = "," in between and tokens[at] in joiners
            if not joins and ";" not in between:
                continue
            behind = tokens[at + 1 + joins : at + 1 + joins + _FAR]
            if not verbs.isdisjoint(tokens[:at]) and not verbs.isdisjoint(behind):
                yield Found(
                    claim,
                    f"{subject.name(claim)} seems to join two claims. If so, give each a box of its own.",
                    span=subject.places.of_words(claim, places[at][0], places[-1][1]),
                )
                break
