"""WRD111."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.words.phrases import phrases
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


_OPENS = ",;:.!?—–(-"


@rule("WRD111", Severity.INFO)
def first_person(subject: Subject) -> Iterator[Found]:
    """A claim says what its author thinks or feels.

    ## What it does

    Looks for "I think", "we believe", "in my opinion" and the like, outside quotation marks.
    "Things that we believe in" is accepted.

    The gist of an argument that is not spelt out counts as a claim.

    ## Why it matters

    That you think so is certain and settles nothing. The debate is about whether it is so. Leave the opening out, and
    what stays is the claim that others can weigh.

    ## Flagged

    ```argdown
    [Zoos]: I think that zoos should be closed.  // finding: WRD111
      + [Space]: In my opinion, cages are too small.  // finding: WRD111
    ```

    ## Accepted

    ```argdown
    [Zoos]: Zoos should be closed.
      + [Space]: Cages are too small.
      + [Agree]: People visit only the animals that we agree to show.
      + [Visitor]: One visitor wrote "I think the bears are sad" in the guest book.
    ```
    """
    done: set[str] = set()
    for name in ("own-opinion", "first-person"):
        for phrase in phrases(subject, name):
            record = phrase.record
            before = record.text[: phrase.start].rstrip()
            # "Opinions that we agree with" is about opinions.
            if record.id in done or (name == "first-person" and before and before[-1] not in _OPENS):
                continue
            done.add(record.id)
            yield Found(
                record,
                f'{subject.name(record)} speaks of its author: "{phrase.said}". Leave these words out and '
                "state the claim.",
                span=phrase.place(subject),
            )
