"""CLS107."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge, Le

from argmap.check.authors import authors
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@dataclass(frozen=True)
class Options:
    """What counts as the work of one."""

    share: Annotated[float, Ge(0), Le(1)] = 0.8
    least_points: Annotated[int, Ge(1)] = 6


@rule("CLS107", Severity.INFO, options=Options, profiles=("classroom",))
def single_author(subject: Subject, options: Options) -> Iterator[Found]:
    """Nearly all of a map that a group made comes from one of them.

    ## What it does

    Counts the claims and arguments of each author (inline data `author`). A map is the work of a group if two or more
    authors occur in it.

    ## Why it matters

    In a group one often types and the others watch. A map is better when everybody has put in a reason, and the quiet
    ones often have the objection that nobody thought of.

    ## Flagged

    ```argdown
    ===
    title: Should our street have a tree planted by every house?  # finding: CLS107
    ===

    [Trees]: There should be a tree by every house.
      {author: Ada}
      + [Shade]: Trees give shade.
        {author: Ada}
      + [Birds]: Birds live in trees.
        {author: Ada}
      + [Air]: Trees keep dust from the air.
        {author: Ada}
      - [Leaves]: Somebody must sweep the leaves.
        {author: Ada}
      - [Cars]: There is less room for cars.
        {author: Ben}
    ```

    ## Accepted

    ```argdown
    [Trees]: There should be a tree by every house.
      {author: Ada}
      + [Shade]: Trees give shade.
        {author: Ada}
      + [Birds]: Birds live in trees.
        {author: Ada}
      + [Air]: Trees keep dust from the air.
        {author: Cem}
      - [Leaves]: Somebody must sweep the leaves.
        {author: Ben}
      - [Cars]: There is less room for cars.
        {author: Ben}
    ```

    ## Options

    - `share`: the share of one author above which it is found (default 0.8).
    - `least-points`: how many claims and arguments with an author there must be (default 6).
    """
    counts = {name: len(some) for name, some in subject.shared(authors).items()}
    total = sum(counts.values())
    if len(counts) < 2 or total < options.least_points:
        return
    most = max(counts, key=lambda name: counts[name])
    if counts[most] > options.share * total:
        yield Found(
            None, f"{most} wrote {counts[most]:,} of {total:,} points of this map. Ask the others what they think."
        )
