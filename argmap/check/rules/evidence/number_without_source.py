"""EVD109."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.quotations.cited import is_backed
from argmap.check.rule import Found, rule
from argmap.check.words.figures import figures_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("EVD109")
def number_without_source(subject: Subject) -> Iterator[Found]:
    """A claim gives a figure and does not say where it comes from.

    ## What it does

    Looks for claims and arguments with a share or a large number (`40 %`, `3 million`) that cite nothing, and for which
    nothing in the map speaks. Claims with a condition (`if half ...`), and claims on what should be, are left out, and
    so are arguments that are spelt out, for their premises are claims. Years, times and small numbers are not counted.

    ## Why it matters

    A number sounds exact, and so it convinces. Somebody must have counted or measured: who, when and how?

    ## Flagged

    ```argdown
    [Ban]: Phones should be banned in class.
      + [Most]: 70 % of pupils look at their phone in class.  // finding: EVD109
      - <Few>: Only 5 % of pupils have ever been caught with one.  // finding: EVD109
    ```

    ## Accepted

    ```argdown
    ===
    sources:
      survey: {title: Phones in class, author: The health office, date: 2024}
    ===

    [Ban]: Phones should be banned in class.
      + [Most]: 70 % of pupils look at their phone in class. {cites: survey}
      + [Goal]: At least 90 % of a lesson should be spent on learning.
      + [Since]: Since 2015 nearly all pupils have a phone.
    ```
    """
    for record, start, end in subject.shared(figures_of):
        if is_backed(subject, record) or subject.words(record).is_conditional:
            continue
        if (
            subject.words(record).hits("oughts")
            or subject.words(record).hits("demands")
            or _is_supported(subject, record.id)
        ):
            continue
        figure = " ".join(record.text[start:end].split())
        yield Found(
            record,
            f'{subject.name(record)} gives the figure "{figure}" and no source. Cite where it was found.',
            subject.places.of_words(record, start, end),
        )


def _is_supported(subject: Subject, name: str) -> bool:
    index = subject.index
    place = index.position[name]
    return any(len(index.edges[each].sources(place)) for each in ("support", "entails", "conclusion", "intermediate"))
