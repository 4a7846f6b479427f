"""WRD112."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.words.phrases import first_phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("WRD112")
def weasel_source(subject: Subject) -> Iterator[Found]:
    """A claim leans on an authority that it does not name.

    ## What it does

    Looks for "some experts say", "studies show", "it is widely known" and the like in claims that cite no source.

    The gist of an argument that is not spelt out counts as a claim.

    ## Why it matters

    Nobody can check what "studies" say. Which studies, of whom, and do they say so? A named source can be read and
    answered. Without one, the claim is stronger if it stands on its own and is supported by a reason.

    ## Flagged

    ```argdown
    [Sleep]: School should start at nine.
      + [Grades]: Studies show that pupils who sleep longer have better grades.  // finding: WRD112
      + [Known]: It is widely known that teenagers go to bed late.  // finding: WRD112
      - <Buses>: Experts agree that late buses are empty.  // finding: WRD112
    ```

    ```argdown
    ===
    language: de
    ===

    [Pausen]: Die Pausen sollten länger sein.
      + [Lernen]: Studien zeigen, dass Kinder nach Pausen besser lernen.  // finding: WRD112
    ```

    ## Accepted

    ```argdown
    ===
    sources:
      lee: {title: Sleep and school, author: M. Lee, date: 2021-03-01}
    ===

    [Sleep]: School should start at nine.
      + [Grades]: Studies show that pupils who sleep longer have better grades. {cites: lee}
      + [Late]: Teenagers go to bed late.
    ```

    The gist of an argument that is spelt out only sums up what its premises say:

    ```argdown
    [Sleep]: School should start at nine.
      - <Buses>

    <Buses>: Experts agree that late buses are empty.

    (1) At nine nobody else is on the bus.
    (2) The town should not send out empty buses.
    ----
    (3) School should not start at nine.
      -> [Sleep]
    ```
    """
    for phrase in first_phrases(subject, "weasels"):
        if not phrase.record.data.get("cites"):
            yield Found(
                phrase.record,
                f'{subject.name(phrase.record)} does not say who stands behind "{phrase.said}". Name the source and '
                "cite it, or state the claim without it.",
                span=phrase.place(subject),
            )
