"""WRD202."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge

from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@dataclass(frozen=True)
class Options:
    """From where to where a claim is long."""

    most_words: Annotated[int, Ge(1)] = 25
    up_to: Annotated[int, Ge(1)] = 40


@rule("WRD202", Severity.INFO, options=Options)
def long_claim(subject: Subject, options: Options) -> Iterator[Found]:
    """A claim is rather long.

    ## What it does

    Counts the words of each claim, and names those that are long but not yet too long, which is the matter of
    `too-long`. Of well-made claims half have fewer than 15 words and four in five fewer than 25.

    The gist of an argument that is not spelt out counts as a claim.

    ## Why it matters

    The longer a claim, the more there is in it that somebody can doubt. Short claims are easier to support, easier to
    attack fairly, and easier to read on a wall.

    ## Flagged

    ```argdown
    [Trees]: Every street of the town that has room enough between the houses  // finding: WRD202
    and the road should have trees on both sides before the next three summers
    are over.
    ```

    ## Accepted

    ```argdown
    [Trees]: Streets that have room enough should have trees on both sides.
    ```

    ## Options

    - `most-words`: how many words a claim may have (default 25).
    - `up-to`: up to how many words this rule names it; longer ones are left to `too-long` (default 40).
    """
    for claim in subject.statements:
        count = len(subject.words(claim).tokens)
        if options.most_words < count <= options.up_to:
            yield Found(claim, f"{subject.name(claim)} has {count} words. See whether it can be shortened or split.")
