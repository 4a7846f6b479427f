"""WRD108."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge

from argmap.check.rule import Found, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@dataclass(frozen=True)
class Options:
    """How long a claim may be."""

    most_words: Annotated[int, Ge(1)] = 40


@rule("WRD108", profiles=("strict", "classroom"), options=Options)
def too_long(subject: Subject, options: Options) -> Iterator[Found]:
    """A claim is too long to be taken in at a glance.

    ## What it does

    Counts the words of each claim. For a milder limit see `long-claim`.

    The gist of an argument that is not spelt out counts as a claim.

    ## Why it matters

    A box is read in a glance, between two lines of the map. A claim of more than forty words nearly always holds a
    second claim, a reason or an example, which would be better off in a box of its own.

    ## Flagged

    ```argdown
    [Trees]: Every street of the town that has room enough between the houses  // finding: WRD108
    and the road, which are most of the streets that were built after the war,
    should have trees on both sides because trees cool the air in summer, and
    because people who live in streets with trees say that they feel better.
    ```

    ```argdown
    ===
    check: {rules: {too-long: {most-words: 8}}}
    ===

    [Trees]: Streets that have room enough should have trees on both sides.  // finding: WRD108
    ```

    ## Accepted

    ```argdown
    [Trees]: Streets that have room enough should have trees on both sides.
      + [Cool]: Trees cool the air in summer.
    ```

    ## Options

    - `most-words`: how many words a claim may have (default 40).
    """
    for claim in subject.statements:
        count = len(subject.words(claim).tokens)
        if count > options.most_words:
            yield Found(
                claim,
                f"{subject.name(claim)} has {count} words. Shorten it to its point, or split it into several claims.",
            )
